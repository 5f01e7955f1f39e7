import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever works after midnight enters a day that a clock in Greenwich has not reached: who is asking brings the clock of their office. */
export class TellTheDayByTheOffice1764000640000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    const [{ body }] = (await db.query(`select pg_get_functiondef('app.enter(bytea, boolean)'::regprocedure) as body`)) as [
      { body: string },
    ];
    if (!body.includes(HELD)) throw new Error('The door tells of the roles in other words than these.');
    await db.query(body.replace(HELD, `${HELD}, ${TIME_ZONE}`));
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

const HELD = `'roles', r.held`;
/** That of the first office a role of theirs belongs to; a partner goes by the organisation's. */
const TIME_ZONE = `'timeZone', coalesce(
      (select o.time_zone from staff_role h join office o on o.id = h.office_id
        where h.staff_id = s.staff_id and h.confirmed_at is not null and h.ended_at is null order by h.confirmed_at, o.id limit 1),
      (select o.time_zone from office o where o.org_id = s.org_id order by o.id limit 1), 'UTC')`;
