import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people of a demonstration said yes and no to happened on the days of their files, not in the minute in which it was laid. */
export class DateWhatADemonstrationTells1763900010000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(GUARD);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

/** As before, but for the moment of a step. */
const GUARD = `
create or replace function app.guard_consent_event() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked record;
  latest record;
  wanted text;
begin
  select org_id, office_id, client_id, related_person_id, purpose, recorded_at, recorded_by into asked from consent where id = new.consent_id for update;
  select state, given_at, expires_at, at into latest from consent_event where consent_id = new.consent_id order by seq desc limit 1;
  wanted := case coalesce(latest.state, '') || ' ' || new.action
    when ' offer' then 'OFFERED'
    when 'OFFERED give' then 'ACTIVE'
    when 'OFFERED refuse' then 'REFUSED'
    when 'OFFERED lapse' then 'EXPIRED'
    when 'ACTIVE withdraw' then 'WITHDRAWN'
    when 'ACTIVE expire' then 'EXPIRED'
    when 'ACTIVE supersede' then 'SUPERSEDED'
    when 'ACTIVE suspend' then 'SUSPENDED'
    when 'SUSPENDED confirm' then 'ACTIVE'
    when 'SUSPENDED withdraw' then 'WITHDRAWN'
  end;
  if asked is null or wanted is null or new.state <> wanted
     or (new.org_id, new.office_id) is distinct from (asked.org_id, asked.office_id)
     or (new.client_id, new.related_person_id) is distinct from (asked.client_id, asked.related_person_id)
     or (new.state = 'ACTIVE' and new.given_at > clock_timestamp() + interval '1 minute')
     or (new.action = 'give' and new.expires_at is null and asked.purpose <> 'C01_CASE')
     or (new.action = 'confirm' and (new.given_at, new.expires_at) is distinct from (latest.given_at, latest.expires_at)) then
    raise exception 'no such step of a consent' using errcode = 'check_violation', constraint = 'consent_event_by_the_drawing', table = 'consent_event';
  end if;
  -- a step is taken now. Only while a demonstration is laid, before anybody ever signed in to it, its accounts tell of earlier days
  if new.at is null or new.at > clock_timestamp() or new.at < coalesce(latest.at, asked.recorded_at)
     or exists (select from session s where s.org_id = new.org_id)
     or not exists (select from staff_member m where m.id = asked.recorded_by and m.is_demo) then
    new.at := clock_timestamp();
  end if;
  return new;
end $$;
`;
