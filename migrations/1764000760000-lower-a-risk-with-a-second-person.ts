import type { MigrationInterface, QueryRunner } from 'typeorm';

const rank = (level: string): string => `array_position(array['LOW','MEDIUM','HIGH','IMMINENT'], ${level})`;

/**
 * R-RI-06 over several steps: down is measured from the highest level that stood within a week, since a second person last agreed to one. Who wrote an
 * assessment, who agreed and when is what the session and the clock say, and the level of a case is the one that was assessed last.
 */
export class LowerARiskWithASecondPerson1764000760000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table risk_assessment drop constraint risk_assessment_lowered');
    await db.query(ASSESSMENT);
    await db.query(CASE);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

const ASSESSMENT = `
create function app.guard_risk_assessment() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  -- only while a demonstration is laid, before anybody ever signed in to it, its accounts tell of earlier days
  by_somebody boolean := session_user = 'panah_app' and (not coalesce((select m.is_demo from staff_member m where m.id = new.author_id), false)
    or exists (select from session s where s.org_id = new.org_id));
  highest integer;
begin
  if by_somebody then
    if tg_op = 'INSERT' and new.author_id is distinct from app.staff_id()
       or new.confirmed_by is not null and (new.state <> 'FINAL' or new.confirmed_by is distinct from app.staff_id()) then
      raise exception 'nobody assesses or agrees for somebody else' using errcode = 'check_violation', constraint = 'risk_assessment_by_oneself', table = 'risk_assessment';
    end if;
    if tg_op = 'UPDATE' and ((new.id, new.org_id, new.office_id, new.client_id, new.case_id, new.author_id)
           is distinct from (old.id, old.org_id, old.office_id, old.client_id, old.case_id, old.author_id)
         or old.author_id is distinct from app.staff_id()
            and (new.assessed_at, new.level, new.floor, new.sealed) is distinct from (old.assessed_at, old.level, old.floor, old.sealed)) then
      raise exception 'an assessment stays its author''s' using errcode = 'check_violation', constraint = 'risk_assessment_stays_its_authors', table = 'risk_assessment';
    end if;
  end if;
  if new.state <> 'FINAL' then return new; end if;
  -- one after the other: the next one sees what became final here
  perform from case_file where id = new.case_id for no key update;
  if by_somebody then new.final_at := clock_timestamp(); end if;
  if new.confirmed_by is not null then return new; end if;
  select max(${rank('stood.level')}) into highest from (
    select new.previous_level as level
    union all (select a.level from risk_assessment a where a.case_id = new.case_id and a.state = 'FINAL' order by a.final_at desc limit 1)
    union all select a.level from risk_assessment a where a.case_id = new.case_id and a.state = 'FINAL' and a.final_at > new.final_at - interval '7 days'
      and a.final_at >= coalesce((select max(c.final_at) from risk_assessment c
            where c.case_id = new.case_id and c.state = 'FINAL' and c.confirmed_by is not null), '-infinity')) stood;
  if highest >= 3 and highest - ${rank('new.level')} >= 2 then
    raise exception 'a high risk is lowered that far with a second person' using errcode = 'check_violation', constraint = 'risk_assessment_lowered', table = 'risk_assessment';
  end if;
  return new;
end $$;
revoke all on function app.guard_risk_assessment() from public;
create trigger risk_assessment_by_two before insert or update on risk_assessment for each row execute function app.guard_risk_assessment();
`;

const CASE = `
create function app.assert_risk_was_assessed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if session_user = 'panah_app' and exists (select from case_file c where c.id = new.id and c.risk_level is distinct from
       (select a.level from risk_assessment a where a.case_id = c.id and a.state = 'FINAL' order by a.final_at desc limit 1)) then
    raise exception 'the level of a case is the one that was assessed last' using errcode = 'check_violation', constraint = 'case_file_risk_was_assessed', table = 'case_file';
  end if;
  return null;
end $$;
revoke all on function app.assert_risk_was_assessed() from public;
create constraint trigger case_file_risk_was_assessed after update of risk_level on case_file deferrable initially deferred
  for each row when (new.risk_level is distinct from old.risk_level) execute function app.assert_risk_was_assessed();
create constraint trigger case_file_risk_laid after insert on case_file deferrable initially deferred
  for each row when (new.risk_level is not null) execute function app.assert_risk_was_assessed();
`;
