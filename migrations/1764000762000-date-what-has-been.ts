import type { MigrationInterface, QueryRunner } from 'typeorm';

const DAYS = [
  ['client_need', 'identified_on'],
  ['plan_item', 'done_on'],
  ['document', 'received_on'],
  ['help_given', 'given_on'],
] as const;

/** What is told of somebody was on a day of their life, and on no day to come as their office counts it. */
export class DateWhatHasBeen1764000762000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(FUNCTION);
    for (const [table, column] of DAYS)
      await db.query(`create trigger ${table}_day_of_a_life before insert or update of ${column} on ${table}
        for each row when (new.${column} is not null) execute function app.assert_day_of_a_life('${column}')`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

const FUNCTION = `
create function app.assert_day_of_a_life() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  told date;
  today date;
  born smallint;
begin
  execute format('select ($1).%I', tg_argv[0]) into told using new;
  select (clock_timestamp() at time zone o.time_zone)::date into today from office o where o.id = new.office_id;
  select c.birth_year_from into born from client c where c.id = new.client_id;
  -- no life that is documented was longer
  if told > today or told < make_date(born, 1, 1) or told < today - interval '122 years' then
    raise exception 'a day of no life' using errcode = 'check_violation', constraint = tg_table_name || '_day_of_a_life', table = tg_table_name;
  end if;
  return new;
end $$;
revoke all on function app.assert_day_of_a_life() from public;
`;
