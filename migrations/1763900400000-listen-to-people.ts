import type { MigrationInterface, QueryRunner } from 'typeorm';
import { close, inCoordinatedOffice, inOrg, notBlocked } from './support/walls';

const inLedOffice = 'office_id = any ((select app.led_offices())::uuid[])';
/** A place on the team whose classes name counselling: a legal adviser or housing officer has none. */
const onCounsellingTeam = 'exists (select from app.counselling_place where whose = client_id)';
const me = `(select app.setting('member'))::uuid`;
const ownEpisode = (state: string): string =>
  `exists (select from counselling_episode own where own.id = episode_id and own.counsellor_id = ${me}${state})`;

const HANGS_ON_EPISODE = (table: string): string => `
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  episode_id uuid not null,
  constraint ${table}_once unique (org_id, id),
  constraint ${table}_client foreign key (org_id, client_id) references client (org_id, id),
  constraint ${table}_episode foreign key (org_id, episode_id) references counselling_episode (org_id, id),
`;

/** Counselling: what people say lies sealed in a compartment of its own; what a counsellor keeps for themself, under a key of their own. */
export class ListenToPeople1763900400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(WHO);
    await db.query(EPISODES);
    await db.query(APART);
    await db.query(SESSIONS);
    await db.query(NOTES);
    await db.query(PRIVATE);
    await db.query(SCREENINGS);
    await db.query(SUPERVISION);
    await db.query(FUNCTIONS);
    await db.query(CLASSES);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

const WHO = `
-- offices in which the reader has the duty lead on a role with clients: the clinical lead (house.md 3). Nobody whose tie is not cleared leads.
create function app.led_offices() returns uuid[] language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce(array_agg(r.office_id), '{}') from staff_role r
         where r.staff_id = app.setting('member')::uuid and r.role = 'COUNSELLOR' and 'LEAD' = any(r.duties)
           and r.confirmed_at is not null and r.ended_at is null and r.office_id is not null $$;
revoke all on function app.led_offices() from public;
grant execute on function app.led_offices() to panah_app;
create view app.counselling_place with (security_barrier) as
  select client_id as whose from case_team
   where staff_id = app.setting('member')::uuid and 'COUNSELLING' = any(classes)
     and ended_at is null and starts_at <= now() and (ends_at is null or ends_at > now());
grant select on app.counselling_place to panah_app;
`;

const EPISODES = `
create table counselling_episode (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  case_id uuid not null,
  -- the lead knows a request by its reference, language and urgency, and by nothing else of the file
  case_ref text not null,
  language text not null,
  urgency text,
  service text not null,
  source text not null,
  state text not null default 'REFERRED',
  state_since timestamptz not null default now(),
  requested_by uuid not null,
  requested_at timestamptz not null default now(),
  triaged_by uuid,
  triaged_at timestamptz,
  waiting_since timestamptz,
  counsellor_id uuid,
  supervisor_id uuid,
  allocated_at timestamptz,
  consent_id uuid,
  planned_sessions smallint,
  review_on date,
  ending_since timestamptz,
  end_reason text,
  ended_at timestamptz,
  ending_due date,
  limits_explained_at timestamptz,
  sealed bytea not null,
  seal_version integer not null default 1,
  shared_sealed bytea,
  shared_seal_version integer not null default 1,
  shared_at timestamptz,
  shared_by uuid,
  version integer not null default 1,
  constraint counselling_episode_once unique (org_id, id),
  constraint counselling_episode_client foreign key (org_id, client_id) references client (org_id, id),
  constraint counselling_episode_case foreign key (org_id, case_id) references case_file (org_id, id),
  constraint counselling_episode_counsellor foreign key (org_id, counsellor_id) references staff_member (org_id, id),
  constraint counselling_episode_supervisor foreign key (org_id, supervisor_id) references staff_member (org_id, id),
  constraint counselling_episode_state check (state in ('REFERRED','TRIAGED','WAITLIST','ASSESSMENT','ACTIVE','PAUSED','ENDING','ENDED','DECLINED')),
  constraint counselling_episode_urgency check (urgency in ('URGENT','ROUTINE') and (state = 'REFERRED' or urgency is not null)),
  constraint counselling_episode_allocated check (state in ('REFERRED','TRIAGED','WAITLIST','DECLINED') or (counsellor_id is not null and supervisor_id is not null and consent_id is not null)),
  constraint counselling_episode_supervised_by_another check (supervisor_id <> counsellor_id),
  constraint counselling_episode_ended check ((state in ('ENDED','DECLINED')) = (ended_at is not null) and (ended_at is null) = (end_reason is null)),
  constraint counselling_episode_shared check ((shared_sealed is null) = (shared_at is null) and (shared_at is null) = (shared_by is null))
);
create unique index counselling_episode_one_open on counselling_episode (client_id, service) where state not in ('ENDED','DECLINED');
create index counselling_episode_of_case on counselling_episode (case_id, requested_at desc);
create index counselling_episode_of_counsellor on counselling_episode (counsellor_id) where state not in ('ENDED','DECLINED');
create index counselling_episode_of_office on counselling_episode (office_id, requested_at);
create index counselling_episode_on_consent on counselling_episode (consent_id);
${close('counselling_episode')}
create policy counselling_episode_wall on counselling_episode to panah_app
  using (${inOrg} and (${inCoordinatedOffice} or ${onCounsellingTeam} or ${inLedOffice}) and ${notBlocked('client_id')})
  with check (${inOrg} and (${inCoordinatedOffice} or ${onCounsellingTeam} or ${inLedOffice}) and ${notBlocked('client_id')});
grant select, insert, update on counselling_episode to panah_app;
-- the lead is on no team: their steps stand in the history all the same
create policy process_step_counselling on process_step to panah_app
  using (${inOrg} and subject_type = 'counselling' and ${inLedOffice} and ${notBlocked('client_id')})
  with check (${inOrg} and subject_type = 'counselling' and ${inLedOffice} and ${notBlocked('client_id')});
`;

/** R-CN-09, from both sides; each waits for the other's row, so that two at once are seen. */
const APART = `
create function app.keep_counsellor_apart() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare worker uuid;
begin
  if new.counsellor_id is null or new.state in ('ENDED','DECLINED') then return new; end if;
  select c.primary_worker_id into worker from case_file c where c.id = new.case_id for share;
  if worker = new.counsellor_id then
    raise exception 'counsellor and primary worker are two people' using errcode = 'check_violation', constraint = 'counselling_counsellor_apart';
  end if;
  return new;
end $$;
create trigger counselling_counsellor_apart before insert or update of counsellor_id, state on counselling_episode
  for each row execute function app.keep_counsellor_apart();
create function app.keep_worker_apart() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from counselling_episode e where e.client_id = new.client_id and e.counsellor_id = new.primary_worker_id and e.state not in ('ENDED','DECLINED')) then
    raise exception 'counsellor and primary worker are two people' using errcode = 'check_violation', constraint = 'counselling_counsellor_apart';
  end if;
  return new;
end $$;
create trigger counselling_worker_apart before insert or update of primary_worker_id on case_file
  for each row when (new.primary_worker_id is not null and new.state <> 'CLOSED') execute function app.keep_worker_apart();
revoke all on function app.keep_counsellor_apart(), app.keep_worker_apart() from public;
`;

const SESSIONS = `
create table counselling_session (
  ${HANGS_ON_EPISODE('counselling_session')}
  counsellor_id uuid not null,
  at timestamptz not null,
  minutes smallint,
  modality text not null,
  status text not null,
  risk_checked text,
  next_at timestamptz,
  recorded_at timestamptz,
  sealed bytea not null,
  seal_version integer not null default 1,
  version integer not null default 1,
  constraint counselling_session_counsellor foreign key (org_id, counsellor_id) references staff_member (org_id, id),
  constraint counselling_session_modality check (modality in ('IN_PERSON','PHONE','VIDEO','GROUP','HOME_VISIT')),
  constraint counselling_session_status check (status in ('SCHEDULED','ATTENDED','DNA','CANCELLED_CLIENT','CANCELLED_STAFF','CUT_SHORT')),
  constraint counselling_session_risk check (risk_checked in ('YES','NOT_INDICATED') and (status <> 'ATTENDED' or risk_checked is not null)),
  constraint counselling_session_minutes check (minutes between 5 and 480),
  constraint counselling_session_recorded check ((status = 'SCHEDULED') = (recorded_at is null))
);
create index counselling_session_of_episode on counselling_session (episode_id, at);
create index counselling_session_of_counsellor on counselling_session (counsellor_id, at);
${close('counselling_session')}
create policy counselling_session_wall on counselling_session to panah_app
  using (${inOrg} and (${inCoordinatedOffice} or ${onCounsellingTeam} or ${inLedOffice}) and ${notBlocked('client_id')})
  with check (${inOrg} and (${onCounsellingTeam} or ${inLedOffice}) and ${notBlocked('client_id')});
grant select, insert, update on counselling_session to panah_app;

-- check-ins of the waiting list, and attempts that failed
create table counselling_contact (
  ${HANGS_ON_EPISODE('counselling_contact')}
  by_id uuid not null,
  kind text not null,
  channel text not null,
  at timestamptz not null,
  constraint counselling_contact_by foreign key (org_id, by_id) references staff_member (org_id, id),
  constraint counselling_contact_kind check (kind in ('CHECK_IN','ATTEMPT'))
);
create index counselling_contact_of_episode on counselling_contact (episode_id, at);
${close('counselling_contact')}
create policy counselling_contact_wall on counselling_contact to panah_app
  using (${inOrg} and (${onCounsellingTeam} or ${inLedOffice}) and ${notBlocked('client_id')})
  with check (${inOrg} and (${onCounsellingTeam} or ${inLedOffice}) and ${notBlocked('client_id')});
grant select, insert on counselling_contact to panah_app;
`;

const NOTES = `
create table clinical_note (
  ${HANGS_ON_EPISODE('clinical_note')}
  session_id uuid,
  author_id uuid not null,
  type text not null,
  state text not null,
  happened_at timestamptz not null,
  adds_to_id uuid,
  written_at timestamptz not null default now(),
  saved_at timestamptz not null default now(),
  signed_at timestamptz,
  sealed bytea not null,
  seal_version integer not null default 1,
  version integer not null default 1,
  constraint clinical_note_author foreign key (org_id, author_id) references staff_member (org_id, id),
  constraint clinical_note_session foreign key (org_id, session_id) references counselling_session (org_id, id),
  constraint clinical_note_adds_to foreign key (org_id, adds_to_id) references clinical_note (org_id, id),
  constraint clinical_note_type check (type in ('ASSESSMENT','PROGRESS','RISK','PLAN','CORRESPONDENCE','ENDING')),
  constraint clinical_note_state check (state in ('DRAFT','SIGNED') and (state = 'SIGNED') = (signed_at is not null))
);
create index clinical_note_of_episode on clinical_note (episode_id, happened_at desc, id desc);
create index clinical_note_unsigned on clinical_note (office_id, written_at) where state = 'DRAFT';
create index clinical_note_of_author on clinical_note (author_id) where state = 'DRAFT';
${close('clinical_note')}
-- a risk note is shared with the team and the coordinator once it is signed (R-CN-03); after the end the lead and the authors are left
create policy clinical_note_wall on clinical_note to panah_app
  using (${inOrg} and ${notBlocked('client_id')} and (${inLedOffice}
    or (type = 'RISK' and state = 'SIGNED' and (${inCoordinatedOffice} or ${onCounsellingTeam}))
    or (${onCounsellingTeam} and (author_id = ${me} or (state = 'SIGNED' and ${ownEpisode(` and own.state <> 'ENDED'`)})))))
  with check (${inOrg} and ${notBlocked('client_id')} and author_id = ${me} and (${onCounsellingTeam} or ${inLedOffice}));
grant select, insert, update, delete on clinical_note to panah_app;
create policy clinical_note_discard on clinical_note as restrictive for delete to panah_app using (state = 'DRAFT' and author_id = ${me});

-- R-CN-04: what is signed stays as it is; only its author adds to it
create function app.keep_signed_clinical_note() returns trigger language plpgsql as $$
begin
  if old.state = 'SIGNED' then
    raise exception 'a signed note is not changed' using errcode = 'check_violation', constraint = 'clinical_note_signed_stays';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if new.author_id <> old.author_id or new.episode_id <> old.episode_id or new.client_id <> old.client_id then
    raise exception 'a note stays its author''s' using errcode = 'check_violation', constraint = 'clinical_note_stays';
  end if;
  return new;
end $$;
create trigger clinical_note_signed_stays before update or delete on clinical_note for each row execute function app.keep_signed_clinical_note();
create function app.check_clinical_addendum() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.adds_to_id is not null and not exists (select from clinical_note n where n.id = new.adds_to_id and n.author_id = new.author_id
      and n.episode_id = new.episode_id and n.state = 'SIGNED' and n.adds_to_id is null) then
    raise exception 'an addendum is its author''s' using errcode = 'check_violation', constraint = 'clinical_note_addendum';
  end if;
  return new;
end $$;
create trigger clinical_note_addendum before insert or update of adds_to_id on clinical_note for each row execute function app.check_clinical_addendum();
revoke all on function app.check_clinical_addendum() from public;
`;

const PRIVATE = `
-- whose key seals the private notes of one author about one client: a subject of its own in the ring
create table private_note_key (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  author_id uuid not null,
  made_at timestamptz not null default now(),
  destroyed_at timestamptz,
  constraint private_note_key_author foreign key (org_id, author_id) references staff_member (org_id, id),
  constraint private_note_key_client foreign key (org_id, client_id) references client (org_id, id)
);
create unique index private_note_key_once on private_note_key (author_id, client_id) where destroyed_at is null;
${close('private_note_key')}
create policy private_note_key_author on private_note_key to panah_app
  using (${inOrg} and author_id = ${me} and ${notBlocked('client_id')}) with check (${inOrg} and author_id = ${me} and ${notBlocked('client_id')});
grant select, insert on private_note_key to panah_app;
create policy private_note_key_jobs on private_note_key to panah_jobs using (true) with check (true);
grant select (id, org_id, office_id, client_id, author_id, made_at, destroyed_at), update (destroyed_at) on private_note_key to panah_jobs;

create table private_note (
  ${HANGS_ON_EPISODE('private_note')}
  session_id uuid,
  key_id uuid not null references private_note_key (id),
  author_id uuid not null,
  supervisor_id uuid,
  type text not null,
  state text not null,
  happened_at timestamptz not null,
  adds_to_id uuid,
  written_at timestamptz not null default now(),
  saved_at timestamptz not null default now(),
  signed_at timestamptz,
  sealed bytea not null,
  seal_version integer not null default 1,
  version integer not null default 1,
  constraint private_note_author foreign key (org_id, author_id) references staff_member (org_id, id),
  constraint private_note_supervisor foreign key (org_id, supervisor_id) references staff_member (org_id, id),
  constraint private_note_session foreign key (org_id, session_id) references counselling_session (org_id, id),
  constraint private_note_adds_to foreign key (org_id, adds_to_id) references private_note (org_id, id),
  constraint private_note_type check (type in ('PROCESS','SUPERVISION') and (type = 'SUPERVISION') = (supervisor_id is not null)),
  constraint private_note_state check (state in ('DRAFT','SIGNED') and (state = 'SIGNED') = (signed_at is not null)),
  constraint private_note_supervised_by_another check (supervisor_id <> author_id)
);
create index private_note_of_author on private_note (author_id, episode_id, happened_at desc);
create index private_note_of_supervisor on private_note (supervisor_id) where supervisor_id is not null;
${close('private_note')}
-- R-CN-01: nobody else, whatever they answer for; a signed note for supervision is read by the supervisor it names
create policy private_note_author on private_note to panah_app
  using (${inOrg} and author_id = ${me} and ${notBlocked('client_id')}) with check (${inOrg} and author_id = ${me} and ${notBlocked('client_id')});
create policy private_note_supervisor on private_note for select to panah_app
  using (${inOrg} and type = 'SUPERVISION' and state = 'SIGNED' and supervisor_id = ${me} and ${notBlocked('client_id')});
create policy private_note_discard on private_note as restrictive for delete to panah_app using (state = 'DRAFT' and author_id = ${me});
grant select, insert, update, delete on private_note to panah_app;
create policy private_note_jobs on private_note to panah_jobs using (true);
grant select (id, key_id), delete on private_note to panah_jobs;
create function app.keep_signed_private_note() returns trigger language plpgsql as $$
begin
  if old.state = 'SIGNED' then
    raise exception 'a signed note is not changed' using errcode = 'check_violation', constraint = 'private_note_signed_stays';
  end if;
  return new;
end $$;
create trigger private_note_signed_stays before update on private_note for each row execute function app.keep_signed_private_note();
`;

const SCREENINGS = `
-- R-CN-06: on which licence an office uses an instrument; the text is what the office entered, never part of this house
create table instrument_licence (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  instrument text not null,
  language text not null,
  text_source text not null,
  version_label text not null,
  agreement_on date,
  item_texts text[],
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  ended_at timestamptz,
  constraint instrument_licence_once unique (org_id, id),
  constraint instrument_licence_office foreign key (org_id, office_id) references office (org_id, id),
  constraint instrument_licence_by foreign key (org_id, recorded_by) references staff_member (org_id, id),
  constraint instrument_licence_known check (instrument in ('PHQ2','PHQ9','GAD2','GAD7','PCPTSD5','PCL5','ITQ','WHO5','RHS15','RHS13','K10','K6','WGSS')),
  constraint instrument_licence_agreement check (instrument <> 'RHS15' or agreement_on is not null)
);
create unique index instrument_licence_current on instrument_licence (office_id, instrument, language) where ended_at is null;
${close('instrument_licence')}
create policy instrument_licence_wall on instrument_licence to panah_app
  using (${inOrg} and (select app.partner_id()) is null) with check (${inOrg} and ${inLedOffice});
grant select, insert, update (ended_at) on instrument_licence to panah_app;

create table screening_result (
  ${HANGS_ON_EPISODE('screening_result')}
  author_id uuid not null,
  instrument text not null,
  language text not null,
  mode text not null,
  licence_id uuid not null,
  at timestamptz not null,
  recorded_at timestamptz not null default now(),
  sealed bytea not null,
  seal_version integer not null default 1,
  constraint screening_result_author foreign key (org_id, author_id) references staff_member (org_id, id),
  constraint screening_result_licence foreign key (org_id, licence_id) references instrument_licence (org_id, id),
  constraint screening_result_mode check (mode in ('SELF','READ_ALOUD','INTERPRETER'))
);
create index screening_result_of_episode on screening_result (episode_id, at);
create index screening_result_of_client on screening_result (client_id, at);
${close('screening_result')}
-- the case team reads one instrument of them all (model 5.1, row 19)
create policy screening_result_wall on screening_result to panah_app
  using (${inOrg} and ${notBlocked('client_id')} and (${inLedOffice}
    or (${onCounsellingTeam} and (instrument = 'WHO5' or author_id = ${me} or ${ownEpisode('')}))))
  with check (${inOrg} and ${notBlocked('client_id')} and author_id = ${me} and ${onCounsellingTeam});
grant select, insert on screening_result to panah_app;
`;

const SUPERVISION = `
-- R-CN-10: that it took place, between whom and when; never what was said
create table counselling_supervision (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  counsellor_id uuid not null,
  supervisor_id uuid not null,
  held_on date not null,
  minutes smallint not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  constraint counselling_supervision_office foreign key (org_id, office_id) references office (org_id, id),
  constraint counselling_supervision_counsellor foreign key (org_id, counsellor_id) references staff_member (org_id, id),
  constraint counselling_supervision_supervisor foreign key (org_id, supervisor_id) references staff_member (org_id, id),
  constraint counselling_supervision_two_people check (counsellor_id <> supervisor_id),
  constraint counselling_supervision_minutes check (minutes between 10 and 480)
);
create index counselling_supervision_of_counsellor on counselling_supervision (counsellor_id, held_on desc);
${close('counselling_supervision')}
create policy counselling_supervision_wall on counselling_supervision to panah_app
  using (${inOrg} and (counsellor_id = ${me} or supervisor_id = ${me} or ${inLedOffice}))
  with check (${inOrg} and recorded_by = ${me} and (counsellor_id = ${me} or supervisor_id = ${me}));
grant select, insert on counselling_supervision to panah_app;
`;

const FUNCTIONS = `
-- The consent to counselling that holds now, held until the transaction ends; for whoever leads counselling and reads no consents of the case. Null: there is none.
create function app.consent_to_counselling(p_client uuid) returns uuid language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare found_id uuid;
begin
  if not exists (select from app.counselling_place p where p.whose = p_client)
     and not exists (select from counselling_episode e where e.client_id = p_client and e.office_id = any (app.led_offices())) then
    return null;
  end if;
  perform c.id from consent c where c.client_id = p_client and c.org_id = app.org_id() and c.purpose = 'C07_COUNSELLING' order by c.id for share;
  select c.id into found_id from consent c
    cross join lateral (select e.state, e.expires_at from consent_event e where e.consent_id = c.id order by e.seq desc limit 1) s
   where c.client_id = p_client and c.org_id = app.org_id() and c.purpose = 'C07_COUNSELLING' and s.state = 'ACTIVE' and (s.expires_at is null or s.expires_at > now())
   order by c.recorded_at desc limit 1;
  return found_id;
end $$;
-- Whom a lead may give an episode of their office to: who works there as counsellor, and whether both questions were answered (R-AC-13). Of blocks nothing is told but that somebody does not fit.
create function app.counsellors_for(p_episode uuid) returns table (staff_id uuid, on_team boolean, blocked boolean, is_worker boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.staff_id,
         exists (select from case_team t where t.client_id = e.client_id and t.staff_id = r.staff_id and t.role = 'COUNSELLOR' and t.ended_at is null
           and t.starts_at <= now() and (t.ends_at is null or t.ends_at > now()) and 'COUNSELLING_NOTES' = any(t.classes)),
         exists (select from access_block b where b.staff_id = r.staff_id and b.subject_id = e.client_id and b.lifted_at is null),
         coalesce(f.primary_worker_id = r.staff_id, false)
    from counselling_episode e join case_file f on f.id = e.case_id
    join staff_role r on r.office_id = e.office_id and r.role = 'COUNSELLOR' and r.confirmed_at is not null and r.ended_at is null
    join staff_member s on s.id = r.staff_id and s.state = 'ACTIVE' and s.tie_state not in ('DECLARED','UPHELD')
   where e.id = p_episode and e.org_id = app.org_id()
     and (e.office_id = any (app.led_offices()) or exists (select from app.counselling_place p where p.whose = e.client_id)) $$;
revoke all on function app.consent_to_counselling(uuid), app.counsellors_for(uuid) from public;
grant execute on function app.consent_to_counselling(uuid), app.counsellors_for(uuid) to panah_app;
grant select (id, counsellor_id, client_id, state, ended_at) on counselling_episode to panah_jobs;
create policy counselling_episode_jobs on counselling_episode for select to panah_jobs using (true);
`;

const CLASSES = `
update case_team set classes = classes || array['COUNSELLING','COUNSELLING_NOTES','SCREENING']
 where ended_at is null and not ('COUNSELLING' = any(classes))
   and ((role in ('CASEWORKER','COORDINATOR') and classes @> array['PERSON','NAMES','CASE','NOTES','RESTRICTED_NOTES'])
     or (role = 'COUNSELLOR' and classes @> array['PERSON','CONTACT','CASE','NOTES']));
`;
