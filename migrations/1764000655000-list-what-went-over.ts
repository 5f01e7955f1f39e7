import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The files that were handed over and are locked, for the coordinators of their offices: as `app.handed_over` tells of one, so much less of each. */
export class ListWhatWentOver1764000655000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(LISTED);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function app.handed_over_files(uuid[])');
  }
}

/** Codes, dates and ids; no word that somebody wrote, nothing of the person, and none whom the reader is closed off from for a reason of their own (R-AC-01). */
const LISTED = `
create function app.handed_over_files(p_offices uuid[]) returns table (case_id uuid, case_ref text, partner_id uuid, partner text, service text,
  opened_on date, taken_over_at timestamptz, retention_until date)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.case_id, c.case_ref, h.partner_id, p.name, r.service, c.opened_on, h.taken_over_at,
         (select k.retention_until from case_closure k where k.case_id = h.case_id and k.state = 'APPROVED')
    from handover h join case_file c on c.id = h.case_id join referral r on r.id = h.referral_id join partner p on p.id = h.partner_id
   where h.org_id = app.org_id() and h.taken_over_at is not null and h.unlocked_at is null
     and app.partner_id() is null and app.setting('member') is not null
     and h.office_id = any (p_offices) and h.office_id = any (app.coordinated_offices())
     and not exists (select from access_block b where b.staff_id = app.staff_id() and b.subject_id = h.client_id and b.lifted_at is null) $$;
revoke all on function app.handed_over_files(uuid[]) from public;
grant execute on function app.handed_over_files(uuid[]) to panah_app;
`;
