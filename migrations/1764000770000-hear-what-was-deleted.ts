import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whom it concerned that the work with a partner stopped (R-RE-10, goal 23): everything it ever opened, and what was stopped with it; in numbers over
 * every office. And what it deleted, as it said on the telephone: its people do not sign in while the work rests, and one of ours hears it (walls.md 3.3).
 */
export class HearWhatWasDeleted1764000770000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(AFFECTED);
    await db.query(HEARD);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

const AFFECTED = `
-- a row for each state in which a referral stands by now, and one without a state over all of them: people are counted once there
create function app.affected_at_partner(p_partner uuid) returns table (state text, referrals integer, people integer, opened integer, confirmed integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.state, count(*)::integer, count(distinct r.client_id)::integer, (count(*) filter (where k.opened))::integer,
         (count(*) filter (where k.opened and r.deletion_confirmed_at is not null))::integer
    from referral r cross join lateral (select coalesce(bool_or(p.opened_at is not null), false) as opened from referral_package p where p.referral_id = r.id) k
   where r.org_id = app.org_id() and r.partner_id = p_partner and r.sent_at is not null and (k.opened or r.end_reason = 'PARTNER_SUSPENDED')
     and app.partner_id() is null and app.setting('member') is not null and app.has_role('COORDINATOR')
   group by grouping sets ((), (r.state)) $$;
revoke all on function app.affected_at_partner(uuid) from public;
grant execute on function app.affected_at_partner(uuid) to panah_app;
`;

const HEARD = `
-- what a partner deleted it says itself, or one of ours heard it: one of the two
alter table referral
  add column deletion_heard_by uuid,
  add column deletion_heard_on date,
  add constraint referral_deletion_hearer foreign key (org_id, deletion_heard_by) references staff_member (org_id, id),
  drop constraint referral_deletion_whole,
  add constraint referral_deletion_whole check ((deletion_heard_by is null) = (deletion_heard_on is null)
    and num_nonnulls(deletion_confirmed_by, deletion_heard_by) = num_nonnulls(deletion_confirmed_at));
alter table referral_message drop constraint referral_message_kind,
  add constraint referral_message_kind check (kind = any (case side when 'US' then array['ANSWER','DELETION']
    else array['QUESTION','ACCEPTANCE','DECLINE','PROGRESS','OUTCOME','STOP','DELETION'] end));

-- said once, it stands
create function app.keep_deletion() returns trigger language plpgsql as $$
begin
  raise exception 'what was deleted is said once' using errcode = 'check_violation', constraint = 'referral_deletion_stays', table = 'referral';
end $$;
create trigger referral_deletion_stays before update on referral for each row
  when (old.deletion_confirmed_at is not null and (new.deletion_confirmed_at, new.deletion_confirmed_by, new.deletion_heard_by, new.deletion_heard_on)
    is distinct from (old.deletion_confirmed_at, old.deletion_confirmed_by, old.deletion_heard_by, old.deletion_heard_on))
  execute function app.keep_deletion();
revoke all on function app.keep_deletion() from public;
`;
