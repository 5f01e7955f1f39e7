import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A place on a team knows the state of its case and when it was opened, so that somebody's cases in a state, newest first, are read off one
 * index and counted there. Kept by the database beside the rows; nobody else writes these columns.
 */
export class ListOnesCasesFromOnesPlaces1763701400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table case_team add case_state text, add case_opened_on date;
      update case_team t set case_state = c.state, case_opened_on = c.opened_on from case_file c where c.id = t.case_id;
      alter table case_team alter case_state set not null, alter case_opened_on set not null;

      create function app.place_knows_its_case() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        select state, opened_on into new.case_state, new.case_opened_on from case_file where id = new.case_id;
        return new;
      end $$;
      create trigger case_team_knows_its_case before insert or update of case_id, case_state, case_opened_on on case_team
        for each row execute function app.place_knows_its_case();

      create function app.case_tells_its_places() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        update case_team set case_state = new.state where case_id = new.id and ended_at is null; -- of a place that ended nobody asks
        return null;
      end $$;
      create trigger case_file_tells_its_places after update of state, opened_on on case_file for each row
        when (old.state is distinct from new.state or old.opened_on is distinct from new.opened_on) execute function app.case_tells_its_places();
      revoke all on function app.place_knows_its_case(), app.case_tells_its_places() from public;

      create index case_team_own_cases on case_team (staff_id, case_state, case_opened_on desc, case_id desc)
        include (client_id, role, classes, starts_at, ends_at, org_id, office_id) where ended_at is null and starts_at is not null;
      drop index case_team_places;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger case_file_tells_its_places on case_file;
      drop trigger case_team_knows_its_case on case_team;
      drop function app.case_tells_its_places(), app.place_knows_its_case();
      create index case_team_places on case_team (staff_id) include (client_id, role, classes, starts_at, ends_at, org_id, office_id)
        where ended_at is null and starts_at is not null;
      drop index case_team_own_cases;
      alter table case_team drop case_state, drop case_opened_on;
    `);
  }
}
