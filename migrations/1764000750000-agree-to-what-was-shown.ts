import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * R-RE-04: an approval stands for what it was given for. Beside it lies a keyed mark of what would have gone out then, to whom and for which service;
 * whoever holds the database alone confirms no guess by it. Of approvals from before nobody knows what was seen: all of them wait again.
 */
export class AgreeToWhatWasShown1764000750000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      update referral_approval set approved_by = null, approved_at = null where approved_by is not null;
      alter table referral_approval
        add column mark bytea,
        -- when it was seen that what was agreed to is another now
        add column changed_at timestamptz,
        add constraint referral_approval_of_something check ((approved_by is null) = (mark is null) and octet_length(mark) = 32),
        add constraint referral_approval_changed check (approved_by is null or changed_at is null);
      create function app.keep_approval() returns trigger language plpgsql as $$
      begin
        raise exception 'an approval that stands is taken back or stays as it is' using errcode = 'check_violation',
          constraint = 'referral_approval_stays', table = 'referral_approval';
      end $$;
      revoke all on function app.keep_approval() from public;
      create trigger referral_approval_stays before update on referral_approval for each row
        when (old.approved_by is not null and new.approved_by is not null
          and (new.mark, new.approved_by, new.approved_at) is distinct from (old.mark, old.approved_by, old.approved_at))
        execute function app.keep_approval();
      grant update (mark, changed_at) on referral_approval to panah_app;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger referral_approval_stays on referral_approval;
      drop function app.keep_approval();
      alter table referral_approval drop column mark, drop column changed_at`);
  }
}
