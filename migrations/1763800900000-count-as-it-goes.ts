import type { MigrationInterface, QueryRunner } from 'typeorm';
import { close } from './support/walls';

/** One open case under each of its keys: `cut` says by what is counted; `state` and `risk_level` only where they are counted beside it. */
const KEYS = `
create function app.keys_of_case(worker_id uuid, state text, country text, risk_level text, streams text[])
returns table (cut text, key text, beside_state text, beside_risk text) language sql immutable as $$
  values ('all', 'ALL', '', ''), ('worker', coalesce(worker_id::text, ''), '', ''), ('state', state, '', ''), ('country', country, '', ''),
    ('risk', coalesce(risk_level, 'NONE'), '', ''), ('weight', coalesce(worker_id::text, ''), state, coalesce(risk_level, ''))
  union all
  select 'stream', stream, '', '' from unnest(case when streams = '{}' then '{NONE}'::text[] else streams end) as stream
$$;`;

const CASE_KEYS = 'app.keys_of_case(c.primary_worker_id, c.state, c.country, c.risk_level, c.streams) k';
const CHANGE_KEYS = 'app.keys_of_case(t.worker_id, t.state, t.country, t.risk_level, t.streams) k';

/**
 * How many cases are open, kept by the database beside the rows: each change leaves a line of what it took away and what it added, so that nobody
 * waits for anybody; a job folds the lines into sums. No login reads either table: `app.open_cases` counts for whoever may see the cases.
 */
export class CountAsItGoes1763800900000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table case_tally (
        id uuid primary key default gen_random_uuid(),
        org_id uuid not null,
        office_id uuid not null,
        worker_id uuid,
        state text not null,
        country text not null,
        risk_level text,
        streams text[] not null,
        change smallint not null,
        constraint case_tally_change check (change in (-1, 1))
      );
      create index case_tally_of_office on case_tally (office_id);
      create table case_total (
        org_id uuid not null,
        office_id uuid not null,
        cut text not null,
        key text not null,
        state text not null,
        risk_level text not null,
        cases integer not null,
        constraint case_total_once primary key (office_id, cut, key, state, risk_level)
      );
      ${close('case_tally')}
      ${close('case_total')}

      ${KEYS}
      create function app.tally_case() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if tg_op <> 'INSERT' and old.state <> 'CLOSED' then
          insert into case_tally (org_id, office_id, worker_id, state, country, risk_level, streams, change)
          values (old.org_id, old.office_id, old.primary_worker_id, old.state, old.country, old.risk_level, old.streams, -1);
        end if;
        if tg_op <> 'DELETE' and new.state <> 'CLOSED' then
          insert into case_tally (org_id, office_id, worker_id, state, country, risk_level, streams, change)
          values (new.org_id, new.office_id, new.primary_worker_id, new.state, new.country, new.risk_level, new.streams, 1);
        end if;
        return null;
      end $$;
      create trigger case_file_counts after insert or delete on case_file for each row execute function app.tally_case();
      create trigger case_file_counts_anew after update of office_id, primary_worker_id, state, country, risk_level, streams on case_file for each row
        when ((old.office_id, old.primary_worker_id, old.state, old.country, old.risk_level, old.streams)
          is distinct from (new.office_id, new.primary_worker_id, new.state, new.country, new.risk_level, new.streams))
        execute function app.tally_case();

      -- one folder at a time; lines that others are writing wait for the next time
      create function app.fold_case_tally(most integer) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        folded integer;
      begin
        perform pg_advisory_xact_lock(7204533);
        with gone as (
          delete from case_tally where id in (select id from case_tally order by id limit most for update skip locked) returning *),
        sums as (
          select t.org_id, t.office_id, k.cut, k.key, k.beside_state, k.beside_risk, sum(t.change)::int as cases
            from gone t cross join lateral ${CHANGE_KEYS} group by 1, 2, 3, 4, 5, 6 having sum(t.change) <> 0),
        kept as (
          insert into case_total as c select * from sums
          on conflict on constraint case_total_once do update set cases = c.cases + excluded.cases)
        select count(*) into folded from gone;
        delete from case_total where cases = 0;
        return folded;
      end $$;

      -- what is open in offices that the reader coordinates, without the cases of whoever is closed off from them (R-AC-01)
      create function app.open_cases(offices uuid[], by_what text)
      returns table (key text, state text, risk_level text, cases integer)
      language sql stable security definer set search_path = public, pg_temp as $$
        with here as materialized (select office.id from unnest(offices) office (id) where office.id = any (app.coordinated_offices())),
        counted as (
          select t.key, t.state, t.risk_level, t.cases from here join case_total t on t.office_id = here.id
           where t.cut = by_what and t.org_id = app.org_id()
          union all
          select k.key, k.beside_state, k.beside_risk, t.change from here join case_tally t on t.office_id = here.id cross join lateral ${CHANGE_KEYS}
           where k.cut = by_what and t.org_id = app.org_id()
          union all
          select k.key, k.beside_state, k.beside_risk, -1 from case_file c cross join lateral ${CASE_KEYS}
           where c.client_id = any (app.blocked()) and c.state <> 'CLOSED' and c.office_id in (select id from here) and c.org_id = app.org_id() and k.cut = by_what)
        select nullif(c.key, ''), nullif(c.state, ''), nullif(c.risk_level, ''), sum(c.cases)::int from counted c
         group by 1, 2, 3 having sum(c.cases) <> 0
      $$;
      revoke all on function app.keys_of_case(uuid, text, text, text, text[]), app.tally_case(), app.fold_case_tally(integer),
        app.open_cases(uuid[], text) from public;
      grant execute on function app.open_cases(uuid[], text) to panah_app;
      grant execute on function app.fold_case_tally(integer) to panah_jobs;

      insert into case_total
      select c.org_id, c.office_id, k.cut, k.key, k.beside_state, k.beside_risk, count(*) from case_file c cross join lateral ${CASE_KEYS}
       where c.state <> 'CLOSED' group by 1, 2, 3, 4, 5, 6;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger case_file_counts_anew on case_file;
      drop trigger case_file_counts on case_file;
      drop function app.open_cases(uuid[], text), app.fold_case_tally(integer), app.tally_case(), app.keys_of_case(uuid, text, text, text, text[]);
      drop table case_total, case_tally;
    `);
  }
}
