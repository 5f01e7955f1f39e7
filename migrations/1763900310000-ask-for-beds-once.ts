import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose beds somebody works with is asked once for a statement, not for each stay; and the stays of an office are found by it. */
export class AskForBedsOnce1763900310000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index placement_housed on placement (office_id) where unit_id is not null;
      create or replace function app.bed_stays(p_from date, p_until date) returns table (unit_id uuid, from_on date, until_on date, beds integer, state text)
      language sql stable security definer set search_path = public, pg_temp as $$
        select p.unit_id, coalesce(p.moved_in_on, p.reserved_from),
               case when p.state = 'MOVED_OUT' then p.moved_out_on
                    when p.state in ('IN_RESIDENCE','NOTICE') and p.planned_end_on is not null then greatest(p.planned_end_on, (now() at time zone o.time_zone)::date + 1)
                    else p.planned_end_on end,
               p.household_size, case when p.state in ('MATCHED','OFFERED') then 'HELD' else p.state end
          from placement p join office o on o.id = p.office_id
         where p.office_id = any ((select app.bed_offices())::uuid[]) and p.unit_id is not null and (p.state not in ('MATCHED','OFFERED') or p.held_until > now())
           and coalesce(p.moved_in_on, p.reserved_from) < p_until and (p.moved_out_on is null or p.moved_out_on > p_from)
      $$;
      create or replace function app.waiting_places() returns table (id uuid, office_id uuid, level text, nowhere boolean, requested_on date,
        moved_band text, moved_on date, moved_anchor uuid, moved_tie integer, moved_at timestamptz)
      language sql stable security definer set search_path = public, pg_temp as $$
        select p.id, p.office_id, f.risk_level,
               exists (select from client_need n where n.case_id = p.case_id and n.code = 'HS-NF' and n.status in ('IDENTIFIED','CONFIRMED','IN_PLAN')),
               p.requested_on, p.moved_band, p.moved_on, p.moved_anchor, p.moved_tie, p.moved_at
          from placement p join case_file f on f.id = p.case_id
         where p.office_id = any ((select app.bed_offices())::uuid[]) and p.state in ('REQUESTED','MATCHED','OFFERED')
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}
