import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientWall, close, inCoordinatedOffice, inOrg } from './support/walls';

const levels = (column: string): string => `array_position(array['LOW','MEDIUM','HIGH','IMMINENT'], ${column})`;

/** Columns by which the walls compare a row that hangs on a case. */
const HANGS_ON_CASE = (table: string): string => `
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  case_id uuid not null,
  constraint ${table}_once unique (org_id, id),
  constraint ${table}_case foreign key (org_id, case_id) references case_file (org_id, id),
  constraint ${table}_client foreign key (org_id, client_id) references client (org_id, id),
`;
const SEALED = `
  sealed bytea,
  seal_version integer not null default 1,
  version integer not null default 1,
`;

/** Risk, safety plans, dangers, the duty list and incidents. What was said lies sealed; levels, days and states are what is sorted and counted. */
export class KeepPeopleSafe1763800300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(RISK);
    await db.query(DUTY);
    await db.query(HOLD);
    await db.query(INCIDENTS);
    await db.query(CLASSES);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

const RISK = `
alter table case_file
  add column risk_assessed_at timestamptz,
  add column risk_review_at timestamptz,
  add column safety_plan_due timestamptz,
  add constraint case_file_risk check (risk_level in ('LOW','MEDIUM','HIGH','IMMINENT'));
create index case_file_risk_review on case_file (office_id, risk_review_at) where state <> 'CLOSED' and risk_review_at is not null;
-- the job that watches the clock reads levels and days
grant select (risk_level, risk_assessed_at, risk_review_at, safety_plan_due, last_contact_at) on case_file to panah_jobs;
-- while somebody may be listened to, nothing is sent to them (R-RI-10)
alter table client add column outgoing_held_at timestamptz;

create table risk_assessment (
  ${HANGS_ON_CASE('risk_assessment')}
  author_id uuid not null,
  state text not null,
  assessed_at timestamptz not null,
  floor text,
  level text,
  previous_level text,
  second_reason text,
  saved_at timestamptz not null default now(),
  proposed_at timestamptz,
  confirmed_by uuid,
  final_at timestamptz,
  review_at timestamptz,
  ${SEALED}
  constraint risk_assessment_author foreign key (org_id, author_id) references staff_member (org_id, id),
  constraint risk_assessment_state check (state in ('DRAFT','WAITING','FINAL','DISCARDED')),
  constraint risk_assessment_levels check (level in ('LOW','MEDIUM','HIGH','IMMINENT') and floor in ('LOW','MEDIUM','HIGH','IMMINENT')),
  constraint risk_assessment_second_reason check (second_reason in ('BELOW_FLOOR','LOWERED')),
  constraint risk_assessment_whole check (state not in ('WAITING','FINAL') or (level is not null and floor is not null)),
  constraint risk_assessment_final check ((state = 'FINAL') = (final_at is not null) and (state = 'FINAL') = (review_at is not null)),
  constraint risk_assessment_discarded check ((state = 'DISCARDED') = (sealed is null)),
  constraint risk_assessment_second_person check (confirmed_by is null or confirmed_by <> author_id),
  -- R-RI-01, R-RI-06: below the floor, or down by two levels from HIGH, only with a second person
  constraint risk_assessment_floor check (state <> 'FINAL' or confirmed_by is not null or ${levels('level')} >= ${levels('floor')}),
  constraint risk_assessment_lowered check (state <> 'FINAL' or confirmed_by is not null or previous_level is null
    or ${levels('previous_level')} < 3 or ${levels('previous_level')} - ${levels('level')} < 2)
);
create index risk_assessment_of_case on risk_assessment (case_id, assessed_at desc, id desc);
create index risk_assessment_of_client on risk_assessment (client_id);
create index risk_assessment_waiting on risk_assessment (office_id, proposed_at) where state = 'WAITING';
${clientWall('risk_assessment')}
-- a draft is its author's alone
create policy risk_assessment_draft on risk_assessment as restrictive to panah_app
  using (state not in ('DRAFT','DISCARDED') or author_id = (select app.staff_id()) or ${inCoordinatedOffice});
grant select, insert, update on risk_assessment to panah_app;
create function app.keep_final_risk() returns trigger language plpgsql as $$
begin
  if old.state in ('FINAL','DISCARDED') then
    raise exception 'a final risk assessment is not edited' using errcode = 'check_violation', constraint = 'risk_assessment_final_stays';
  end if;
  return new;
end $$;
create trigger risk_assessment_final_stays before update on risk_assessment for each row execute function app.keep_final_risk();

create table safety_plan (
  ${HANGS_ON_CASE('safety_plan')}
  author_id uuid not null,
  state text not null,
  outcome text not null,
  valid_from date not null,
  review_on date not null,
  written_at timestamptz not null default now(),
  superseded_at timestamptz,
  ${SEALED}
  constraint safety_plan_author foreign key (org_id, author_id) references staff_member (org_id, id),
  constraint safety_plan_state check (state in ('CURRENT','SUPERSEDED') and (state = 'SUPERSEDED') = (superseded_at is not null)),
  constraint safety_plan_outcome check (outcome in ('AGREED','DECLINED')),
  constraint safety_plan_days check (review_on > valid_from),
  constraint safety_plan_sealed check (sealed is not null)
);
create unique index safety_plan_current on safety_plan (case_id) where state = 'CURRENT';
create index safety_plan_of_client on safety_plan (client_id);
${clientWall('safety_plan')}
grant select, insert, update on safety_plan to panah_app;
`;

/** Counts what the caller may not see, and says nothing of it: a word of duress that somebody else heard holds too. */
const HOLD = `
create function app.reckon_outgoing_hold(p_client uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update client c set outgoing_held_at = case
      when exists (select from danger d where d.client_id = c.id and d.kind = 'DURESS' and d.state <> 'SETTLED')
        or exists (select from case_file f where f.client_id = c.id and f.state <> 'CLOSED' and f.risk_level = 'IMMINENT')
      then coalesce(c.outgoing_held_at, now()) end
   where c.id = p_client and c.org_id = app.org_id()
$$;
revoke all on function app.reckon_outgoing_hold(uuid) from public;
grant execute on function app.reckon_outgoing_hold(uuid) to panah_app;
`;

const DUTY = `
create table duty_turn (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  staff_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  planned_by uuid not null,
  planned_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  ${SEALED}
  constraint duty_turn_office foreign key (org_id, office_id) references office (org_id, id),
  constraint duty_turn_staff foreign key (org_id, staff_id) references staff_member (org_id, id),
  constraint duty_turn_times check (ends_at > starts_at and ends_at <= starts_at + interval '14 days'),
  constraint duty_turn_withdrawn check ((withdrawn_at is null) = (withdrawn_by is null)),
  constraint duty_turn_sealed check (sealed is not null)
);
create index duty_turn_of_office on duty_turn (office_id, ends_at) where withdrawn_at is null;
${close('duty_turn')}
-- whoever works here may have to telephone: the list is open to the house, and planned by coordinators
create policy duty_turn_wall on duty_turn for select to panah_app using (${inOrg} and (select app.partner_id()) is null);
create policy duty_turn_plan on duty_turn for insert to panah_app with check (${inOrg} and ${inCoordinatedOffice});
create policy duty_turn_change on duty_turn for update to panah_app
  using (${inOrg} and ${inCoordinatedOffice}) with check (${inOrg} and ${inCoordinatedOffice});
grant select, insert, update on duty_turn to panah_app;

create table danger (
  ${HANGS_ON_CASE('danger')}
  kind text not null,
  source_id uuid,
  silent boolean not null default false,
  state text not null,
  raised_by uuid not null,
  raised_at timestamptz not null default clock_timestamp(),
  taken_by uuid,
  taken_at timestamptz,
  settled_by uuid,
  settled_at timestamptz,
  ${SEALED}
  constraint danger_raiser foreign key (org_id, raised_by) references staff_member (org_id, id),
  constraint danger_kind check (kind in ('RISK_IMMINENT','RISK_HIGH','SELF_HARM','INCIDENT','DURESS','MISSING','RAISED')),
  constraint danger_state check (state in ('OPEN','TAKEN','SETTLED')),
  constraint danger_taken check ((state = 'OPEN') = (taken_by is null) and (taken_by is null) = (taken_at is null)),
  constraint danger_settled check ((state = 'SETTLED') = (settled_by is not null) and (settled_by is null) = (settled_at is null)),
  -- R-RI-09: whoever raised it does not take it away
  constraint danger_second_person check (settled_by is null or settled_by <> raised_by)
);
create index danger_open on danger (office_id, raised_at) where state <> 'SETTLED';
create index danger_of_raiser on danger (raised_by, raised_at desc);
create index danger_of_client on danger (client_id, raised_at desc);
${clientWall('danger')}
-- what was called in silence is seen by whoever called and by coordinators
create policy danger_silent on danger as restrictive for select to panah_app
  using (not silent or raised_by = (select app.staff_id()) or ${inCoordinatedOffice});
grant select, insert, update on danger to panah_app;
`;

const INCIDENTS = `
create table incident (
  ${HANGS_ON_CASE('incident')}
  type text not null,
  state text not null,
  severity text,
  confidence text not null,
  silent boolean not null default false,
  reporter_hidden boolean not null default false,
  reported_by uuid not null,
  reported_at timestamptz not null default now(),
  assessed_at timestamptz,
  review_on date,
  closed_by uuid,
  closed_at timestamptz,
  ${SEALED}
  constraint incident_reporter foreign key (org_id, reported_by) references staff_member (org_id, id),
  constraint incident_state check (state in ('REPORTED','ASSESSED','ACTION','MONITORING','CLOSED')),
  constraint incident_severity check (severity in ('I1','I2','I3','I4') and (state = 'REPORTED' or severity is not null)),
  constraint incident_confidence check (confidence in ('REPORTED','CORROBORATED','DOCUMENTED','ESTABLISHED','UNFOUNDED')),
  constraint incident_closed check ((state = 'CLOSED') = (closed_by is not null) and (closed_by is null) = (closed_at is null)),
  constraint incident_sealed check (sealed is not null),
  -- separation of duties 11: whoever reported a serious incident does not close it
  constraint incident_second_person check (closed_by is null or severity in ('I1','I2') or closed_by <> reported_by)
);
create index incident_of_case on incident (case_id, reported_at desc, id desc);
create index incident_of_client on incident (client_id);
create index incident_in_office on incident (office_id, reported_at desc, id desc) where state <> 'CLOSED';
${clientWall('incident')}
create policy incident_silent on incident as restrictive for select to panah_app using (not silent or ${inCoordinatedOffice});
grant select, insert, update on incident to panah_app;

-- which clients an incident touched; each line stands behind its own client's wall
create table incident_client (
  incident_id uuid not null,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  case_id uuid not null,
  silent boolean not null default false,
  constraint incident_client_once primary key (incident_id, client_id),
  constraint incident_client_incident foreign key (org_id, incident_id) references incident (org_id, id),
  constraint incident_client_client foreign key (org_id, client_id) references client (org_id, id)
);
create index incident_client_of_client on incident_client (client_id);
${clientWall('incident_client')}
create policy incident_client_silent on incident_client as restrictive for select to panah_app using (not silent or ${inCoordinatedOffice});
grant select, insert on incident_client to panah_app;

create table incident_evidence (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  incident_id uuid not null,
  silent boolean not null default false,
  document_id uuid,
  captured_at timestamptz not null,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  sealed bytea not null,
  seal_version integer not null default 1,
  constraint incident_evidence_incident foreign key (org_id, incident_id) references incident (org_id, id),
  constraint incident_evidence_adder foreign key (org_id, added_by) references staff_member (org_id, id)
);
create index incident_evidence_of_incident on incident_evidence (incident_id, captured_at);
create index incident_evidence_of_client on incident_evidence (client_id);
${clientWall('incident_evidence')}
create policy incident_evidence_silent on incident_evidence as restrictive for select to panah_app using (not silent or ${inCoordinatedOffice});
-- evidence is added and never changed
grant select, insert on incident_evidence to panah_app;
`;

/** Members who held everything their role opened go on to do so; who was given less by choice keeps less. */
const CLASSES = `
update case_team set classes = classes || array['RISK','MEASURES','INCIDENTS']
 where ended_at is null and not ('RISK' = any(classes))
   and ((role in ('CASEWORKER','COORDINATOR') and classes @> array['PERSON','NAMES','CASE','NOTES','RESTRICTED_NOTES'])
     or (role = 'COUNSELLOR' and classes @> array['PERSON','CONTACT','CASE','NOTES'])
     or (role = 'LEGAL' and classes @> array['PERSON','NAMES','CASE','NOTES','LEGAL_NOTES'])
     or (role = 'FAMILY_LINKS' and classes @> array['PERSON','NAMES','CONTACT','CASE']));
update case_team set classes = classes || array['MEASURES','INCIDENTS']
 where ended_at is null and role = 'HOUSING' and not ('MEASURES' = any(classes)) and classes @> array['PERSON','CONTACT','LOCATION','CASE'];
`;
