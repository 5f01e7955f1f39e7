import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientWall, close, inCoordinatedOffice, inOrg, notBlocked } from './support/walls';

/**
 * Family links: two people, two sides (model 2.12, 3.6). What a case team sees of it is a record of its own, `family_wish`; it moves by what the client
 * does, by the calendar, and by the first word that the client was given. The link itself is its officers' and, to approve, a coordinator's. Whatever
 * takes a ground away pauses the link in the statement that takes it, whoever writes that.
 */
export class JoinTwoSides1764000600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(WISHES);
    await db.query(LINKS);
    await db.query(BESIDE);
    await db.query(OWN_LINKS);
    await db.query(GROUNDS);
    await db.query(STOPS);
    await db.query(WALLS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop policy consent_of_relative on consent; drop policy consent_of_relative_only on consent;
      drop policy consent_event_of_relative on consent_event; drop policy consent_event_of_relative_only on consent_event;
      drop trigger consent_lost_pauses_links on consent_event; drop trigger risk_pauses_links on risk_assessment;
      drop view app.own_link;
      drop table family_telling, family_contact, family_tracing, family_verification, family_hearing, family_link_step, family_link_officer, family_link, related_person, family_wish;
      drop function app.guard_wish(), app.guard_family_link(), app.follow_wish(), app.follow_link(), app.pause_on_consent(), app.pause_on_risk(), app.pause_links(uuid[], text),
        app.side_ground(uuid, text, text, text), app.hold_grounds(uuid), app.link_grounds(uuid), app.assert_may_be_told(), app.keep_two_sides_apart()`);
  }
}

const OF_ORG = (table: string): string => `
  org_id uuid not null,
  office_id uuid not null,
  constraint ${table}_office foreign key (org_id, office_id) references office (org_id, id)`;
const SEALED = `
  sealed bytea not null,
  seal_version integer not null default 1,
  version integer not null default 1`;

const WISHES = `
-- side A: what a client wishes and says of somebody they miss, and all that their team is shown of what becomes of it
create table family_wish (
  id uuid primary key,${OF_ORG('family_wish')},
  client_id uuid not null,
  case_id uuid not null,
  face text not null default 'NOTED',
  noted_by uuid not null,
  noted_at timestamptz not null default now(),
  begun_on date,
  answer_on date,
  answered_at timestamptz,
  in_contact_since timestamptz,
  ended_at timestamptz,
  warned_by uuid,
  warned_at timestamptz,${SEALED},
  constraint family_wish_once unique (org_id, id),
  constraint family_wish_client foreign key (org_id, client_id) references client (org_id, id),
  constraint family_wish_case foreign key (org_id, case_id) references case_file (org_id, id),
  constraint family_wish_noter foreign key (org_id, noted_by) references staff_member (org_id, id),
  constraint family_wish_warner foreign key (org_id, warned_by) references staff_member (org_id, id),
  constraint family_wish_face check (face in ('NOTED','IN_PROGRESS','IN_CONTACT','ENDED')),
  constraint family_wish_begun check (face not in ('IN_PROGRESS','IN_CONTACT') or begun_on is not null),
  constraint family_wish_answer_day check ((begun_on is null) = (answer_on is null) and answer_on between begun_on + 91 and begun_on + 97 and extract(dow from answer_on) = 1),
  constraint family_wish_answered check (answered_at is null or answer_on is not null),
  constraint family_wish_in_contact check (face <> 'IN_CONTACT' or in_contact_since is not null),
  constraint family_wish_ended check ((face = 'ENDED') = (ended_at is not null)),
  constraint family_wish_warned check ((warned_at is null) = (warned_by is null))
);
create index family_wish_of_client on family_wish (client_id, noted_at);
create index family_wish_to_answer on family_wish (answer_on) where answered_at is null and face = 'IN_PROGRESS';

create function app.guard_wish() returns trigger language plpgsql as $$
begin
  if (new.id, new.org_id, new.office_id, new.client_id, new.noted_by, new.noted_at) is distinct from (old.id, old.org_id, old.office_id, old.client_id, old.noted_by, old.noted_at)
     or (new.face <> old.face and old.face || ' ' || new.face <> all (array['NOTED IN_PROGRESS','NOTED ENDED','IN_PROGRESS IN_CONTACT','IN_PROGRESS ENDED','IN_CONTACT ENDED','ENDED IN_PROGRESS'])) then
    raise exception 'no such step of a wish' using errcode = 'check_violation', constraint = 'family_wish_by_the_drawing', table = 'family_wish';
  end if;
  return new;
end $$;
create trigger family_wish_by_the_drawing before update on family_wish for each row execute function app.guard_wish();
`;

const LINKS = `
-- side B: a person of their own, with a key of their own, whether or not they are also a client of ours
create table related_person (
  id uuid primary key,${OF_ORG('related_person')},
  also_client_id uuid,
  context text not null default 'UNKNOWN',
  country text,
  legal_basis text not null default 'CLIENT_ACCOUNT',
  noticed_at timestamptz,
  -- R-FL-17: kept without a ground of their own no longer than this day
  erase_after date,
  erased_at timestamptz,
  -- a keyed hash, where they asked never to be contacted again: all that stays of them
  never_again bytea,
  sealed bytea,
  seal_version integer not null default 1,
  version integer not null default 1,
  constraint related_person_once unique (org_id, id),
  constraint related_person_client foreign key (org_id, also_client_id) references client (org_id, id),
  constraint related_person_context check (context in ('DIASPORA_FREE','IN_GROUP','HOME_STATE','OTHER_STATE','DECEASED','UNKNOWN')),
  constraint related_person_basis check (legal_basis in ('CLIENT_ACCOUNT','LEGITIMATE_INTERESTS','VITAL_INTEREST','CONSENT')),
  constraint related_person_erased check ((erased_at is null) = (sealed is not null))
);

create table family_link (
  id uuid primary key,${OF_ORG('family_link')},
  client_id uuid not null,
  wish_id uuid not null,
  related_person_id uuid,
  state text not null default 'DRAFT',
  state_before text,
  pause_reason text,
  last_step_at timestamptz not null default now(),
  methods text[] not null default '{}',
  verification text not null default 'V0',
  located_by uuid,
  relative_level text,
  approach_by uuid,
  approach_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  approaches integer not null default 0,
  approached_at timestamptz,
  -- asked of a coordinator: to go on after a pause, or a step for somebody not of age
  asked text,
  asked_by uuid,
  asked_at timestamptz,
  allowed_by uuid,
  allowed_at timestamptz,
  mediator_id uuid,
  -- messages delivered, to each side
  to_client integer not null default 0,
  to_relative integer not null default 0,
  client_heard_at timestamptz,
  cooling_until timestamptz,
  route text not null default 'NONE',
  client_minor boolean not null default false,
  relative_minor boolean not null default false,
  outcome text,
  closed_at timestamptz,
  sealed bytea,
  seal_version integer not null default 1,
  version integer not null default 1,
  constraint family_link_once unique (org_id, id),
  constraint family_link_wish_once unique (wish_id),
  constraint family_link_client foreign key (org_id, client_id) references client (org_id, id),
  constraint family_link_wish foreign key (org_id, wish_id) references family_wish (org_id, id),
  constraint family_link_relative foreign key (org_id, related_person_id) references related_person (org_id, id),
  constraint family_link_locator foreign key (org_id, located_by) references staff_member (org_id, id),
  constraint family_link_approacher foreign key (org_id, approach_by) references staff_member (org_id, id),
  constraint family_link_approver foreign key (org_id, approved_by) references staff_member (org_id, id),
  constraint family_link_mediator foreign key (org_id, mediator_id) references staff_member (org_id, id),
  constraint family_link_state check (state in ('DRAFT','OPEN','TRACING','LOCATED','FATE_KNOWN','VERIFIED','APPROACH_APPROVED','AWAITING_RELATIVE','BOTH_CONSENTED','MEDIATED',
    'DIRECT','REUNION_PLANNED','REUNITED','FOLLOW_UP','PAUSED','CLOSED')),
  constraint family_link_paused check ((state = 'PAUSED') = (state_before is not null) and (state = 'PAUSED') = (pause_reason is not null)),
  constraint family_link_pause_reason check (pause_reason in ('CLIENT_CONSENT','RELATIVE_CONSENT','CLIENT_RISK','RELATIVE_RISK','HARMFUL','CLIENT_STOPPED','OFFICER')),
  constraint family_link_verification check (verification in ('V0','V1','V2','V3','V4')),
  -- R-FL-05
  constraint family_link_verified check (verification >= 'V2' or state not in ('VERIFIED','APPROACH_APPROVED','AWAITING_RELATIVE','BOTH_CONSENTED','MEDIATED','DIRECT','REUNION_PLANNED','REUNITED')),
  constraint family_link_level check (relative_level in ('LOW','MEDIUM','HIGH','IMMINENT')),
  -- R-FL-06
  constraint family_link_approved_whole check ((approved_by is null) = (approved_at is null) and (approved_by is null or approach_by is not null)),
  constraint family_link_approved_by_another check (approved_by <> approach_by and approved_by <> located_by),
  constraint family_link_approved check (state <> 'APPROACH_APPROVED' or approved_by is not null),
  constraint family_link_asked_whole check (num_nonnulls(asked, asked_by, asked_at) in (0, 3)),
  constraint family_link_allowed_by_another check (allowed_by <> asked_by),
  constraint family_link_counts check (to_client >= 0 and to_relative >= 0),
  -- nobody may skip it
  constraint family_link_direct check (state not in ('DIRECT','REUNION_PLANNED','REUNITED') or (to_client > 0 and to_relative > 0)),
  constraint family_link_route check (route in ('NONE','VISIT','FAMILY_PERMIT','RESETTLEMENT','RETURN_OF_RELATIVE','OTHER')),
  constraint family_link_closed check ((state = 'CLOSED') = (closed_at is not null) and (closed_at is null) = (outcome is null)),
  constraint family_link_outcome check (outcome in ('REUNITED_LIVING','REUNITED_VISIT','REGULAR_CONTACT','ONE_CONTACT','NEWS_EXCHANGED','FATE_KNOWN','RELATIVE_DECLINED',
    'CLIENT_STOPPED','NOT_FOUND','UNSAFE','LEGAL_BLOCKED'))
);
create index family_link_of_client on family_link (client_id);
create index family_link_of_relative on family_link (related_person_id);
create index family_link_board on family_link (office_id, state, last_step_at);

create function app.guard_family_link() returns trigger language plpgsql as $$
begin
  if (new.id, new.org_id, new.office_id, new.client_id, new.wish_id) is distinct from (old.id, old.org_id, old.office_id, old.client_id, old.wish_id)
     or (new.state <> old.state and old.state || ' ' || new.state <> all (array[
       'DRAFT OPEN','OPEN TRACING','OPEN PAUSED','OPEN CLOSED','TRACING LOCATED','TRACING FATE_KNOWN','TRACING CLOSED','TRACING PAUSED','LOCATED VERIFIED','LOCATED TRACING','LOCATED PAUSED',
       'FATE_KNOWN FOLLOW_UP','VERIFIED APPROACH_APPROVED','VERIFIED CLOSED','VERIFIED PAUSED','APPROACH_APPROVED AWAITING_RELATIVE','APPROACH_APPROVED PAUSED',
       'AWAITING_RELATIVE BOTH_CONSENTED','AWAITING_RELATIVE CLOSED','AWAITING_RELATIVE PAUSED','BOTH_CONSENTED MEDIATED','BOTH_CONSENTED PAUSED','MEDIATED DIRECT','MEDIATED REUNION_PLANNED',
       'MEDIATED PAUSED','DIRECT REUNION_PLANNED','DIRECT FOLLOW_UP','DIRECT PAUSED','REUNION_PLANNED REUNITED','REUNION_PLANNED PAUSED','REUNITED FOLLOW_UP','FOLLOW_UP CLOSED',
       'PAUSED OPEN','PAUSED TRACING','PAUSED LOCATED','PAUSED VERIFIED','PAUSED BOTH_CONSENTED','PAUSED CLOSED','CLOSED OPEN']))
     -- a pause goes back to where it was, never further
     or (old.state = 'PAUSED' and new.state not in ('PAUSED','CLOSED') and new.state is distinct from case
           when old.state_before in ('OPEN','TRACING','LOCATED') then old.state_before
           when old.state_before in ('VERIFIED','APPROACH_APPROVED','AWAITING_RELATIVE') then 'VERIFIED' else 'BOTH_CONSENTED' end)
     or (old.state <> 'PAUSED' and new.state = 'PAUSED' and new.state_before is distinct from old.state) then
    raise exception 'no such step of a family link' using errcode = 'check_violation', constraint = 'family_link_by_the_drawing', table = 'family_link';
  end if;
  -- R-FL-06: an approval lapses with a pause
  if new.state = 'PAUSED' and old.state <> 'PAUSED' then new.approved_by := null; new.approved_at := null; new.asked := null; new.asked_by := null; new.asked_at := null;
    new.allowed_by := null; new.allowed_at := null; end if;
  if new.state <> old.state then new.last_step_at := clock_timestamp(); end if;
  return new;
end $$;
create trigger family_link_by_the_drawing before update on family_link for each row execute function app.guard_family_link();

-- who works on it, and for which side; a mediator is neutral
create table family_link_officer (
  id uuid primary key,${OF_ORG('family_link_officer')},
  link_id uuid not null,
  staff_id uuid not null,
  side text not null,
  since timestamptz not null default now(),
  ended_at timestamptz,
  set_by uuid not null,
  constraint family_link_officer_link foreign key (org_id, link_id) references family_link (org_id, id),
  constraint family_link_officer_staff foreign key (org_id, staff_id) references staff_member (org_id, id),
  constraint family_link_officer_setter foreign key (org_id, set_by) references staff_member (org_id, id),
  constraint family_link_officer_side check (side in ('CLIENT','RELATIVE','MEDIATOR'))
);
create unique index family_link_officer_one on family_link_officer (link_id, side) where ended_at is null;
create index family_link_officer_own on family_link_officer (staff_id) where ended_at is null;

/* R-FL-14: where both are clients, nobody serves both, and whoever mediates serves neither. */
create function app.keep_two_sides_apart() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from family_link where id = new.link_id for update;
  if new.ended_at is null and exists (
       select from family_link l join related_person p on p.id = l.related_person_id
         join family_link_officer o on o.link_id = l.id and o.ended_at is null and o.id <> new.id
        where l.id = new.link_id and p.also_client_id is not null and o.staff_id = new.staff_id and o.side <> new.side) then
    raise exception 'nobody serves both sides' using errcode = 'check_violation', constraint = 'family_link_officer_two_people', table = 'family_link_officer';
  end if;
  return new;
end $$;
create trigger family_link_officer_two_people before insert or update on family_link_officer for each row execute function app.keep_two_sides_apart();
`;

const BESIDE = `
create table family_link_step (
  id uuid primary key,${OF_ORG('family_link_step')},
  link_id uuid not null,
  event text not null,
  from_state text not null,
  to_state text not null,
  by_id uuid,
  at timestamptz not null default clock_timestamp(),
  sealed bytea,
  seal_version integer not null default 1,
  constraint family_link_step_link foreign key (org_id, link_id) references family_link (org_id, id),
  constraint family_link_step_by foreign key (org_id, by_id) references staff_member (org_id, id)
);
create index family_link_step_of_link on family_link_step (link_id, at);

-- R-FL-07: how each side was heard
create table family_hearing (
  id uuid primary key,${OF_ORG('family_hearing')},
  link_id uuid not null,
  side text not null,
  held_on date not null,
  spoken_directly boolean not null,
  alone boolean not null,
  duress text not null,
  by_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  constraint family_hearing_link foreign key (org_id, link_id) references family_link (org_id, id),
  constraint family_hearing_by foreign key (org_id, by_id) references staff_member (org_id, id),
  constraint family_hearing_side check (side in ('CLIENT','RELATIVE')),
  constraint family_hearing_duress check (duress in ('PASSED','DOUBT','NOT_DONE'))
);
create index family_hearing_of_link on family_hearing (link_id, side, at desc);

create table family_verification (
  id uuid primary key,${OF_ORG('family_verification')},
  link_id uuid not null,
  level text not null,
  context text not null,
  by_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  -- a match that was none takes its cards with it
  void_at timestamptz,${SEALED},
  constraint family_verification_link foreign key (org_id, link_id) references family_link (org_id, id),
  constraint family_verification_by foreign key (org_id, by_id) references staff_member (org_id, id),
  constraint family_verification_level check (level in ('V0','V1','V2','V3','V4')),
  constraint family_verification_context check (context in ('DIASPORA_FREE','IN_GROUP','HOME_STATE','OTHER_STATE','DECEASED','UNKNOWN'))
);
create index family_verification_of_link on family_verification (link_id, at);

create table family_tracing (
  id uuid primary key,${OF_ORG('family_tracing')},
  link_id uuid not null,
  method text not null,
  outcome text not null,
  held_on date not null,
  by_id uuid not null,
  at timestamptz not null default clock_timestamp(),${SEALED},
  constraint family_tracing_link foreign key (org_id, link_id) references family_link (org_id, id),
  constraint family_tracing_by foreign key (org_id, by_id) references staff_member (org_id, id),
  constraint family_tracing_method check (method in ('CLIENT_KNOWLEDGE','OWN_RECORDS','RELATIVE_NETWORK','FORMER_MEMBERS','RED_CROSS','PARTNER','PUBLIC_RECORDS','OPEN_SOURCE','AUTHORITY','MEDIA_APPEAL')),
  constraint family_tracing_outcome check (outcome in ('PENDING','NO_RESULT','POSSIBLE','LOCATED','DECEASED_REPORTED','DECEASED_CONFIRMED','UNSAFE_STOPPED'))
);
create index family_tracing_of_link on family_tracing (link_id, at);

create table family_contact (
  id uuid primary key,${OF_ORG('family_contact')},
  link_id uuid not null,
  step text not null,
  planned_at timestamptz not null,
  by_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  check_in_due timestamptz not null,
  client_effect text,
  relative_effect text,
  called_off_at timestamptz,${SEALED},
  constraint family_contact_link foreign key (org_id, link_id) references family_link (org_id, id),
  constraint family_contact_by foreign key (org_id, by_id) references staff_member (org_id, id),
  constraint family_contact_step check (step in ('APPROACH','MESSAGE_OUT','MESSAGE_IN','PHOTO','SUPPORTED_CALL','SUPPORTED_VIDEO','PREP_SESSION','SUPPORTED_MEETING','DIRECT_CONTACT','REUNION','FOLLOW_UP')),
  constraint family_contact_effects check (client_effect in ('GOOD','MIXED','HARD','HARMFUL') and relative_effect in ('GOOD','MIXED','HARD','HARMFUL')),
  -- R-FL-18
  constraint family_contact_check_in check (check_in_due <= planned_at + interval '72 hours')
);
create index family_contact_of_link on family_contact (link_id, planned_at);
create index family_contact_to_ask on family_contact (check_in_due) where client_effect is null and called_off_at is null;

-- what one side was told of the other, on whose yes
create table family_telling (
  id uuid primary key,${OF_ORG('family_telling')},
  link_id uuid not null,
  told_side text not null,
  what text not null,
  consent_id uuid not null,
  told_on date not null,
  by_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  constraint family_telling_link foreign key (org_id, link_id) references family_link (org_id, id),
  constraint family_telling_consent foreign key (org_id, consent_id) references consent (org_id, id),
  constraint family_telling_by foreign key (org_id, by_id) references staff_member (org_id, id),
  constraint family_telling_side check (told_side in ('CLIENT','RELATIVE')),
  constraint family_telling_what check (what in ('ALIVE_ONLY','COUNTRY','CONTACT_DETAILS'))
);
create index family_telling_of_link on family_telling (link_id, at);
`;

const GROUNDS = `
/*
 * The yes of one side on which something may happen: the newest that stands now, names the other, and covers what is asked. Null when there is none.
 * A client's yes names the wish, a relative's the link. Asked by the house's own functions only.
 */
create function app.side_ground(p_link uuid, p_side text, p_purpose text, p_scope text) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id from family_link l join consent c on c.org_id = l.org_id and c.purpose = p_purpose
      and case p_side when 'CLIENT' then c.client_id = l.client_id and l.wish_id = any (c.recipients)
                      else c.related_person_id = l.related_person_id and (p_purpose = 'C22_RELATIVE_DATA' or l.id = any (c.recipients)) end
    cross join lateral (select state, given_at, expires_at from consent_event where consent_id = c.id order by seq desc limit 1) s
   where l.id = p_link and s.state = 'ACTIVE' and s.given_at <= clock_timestamp() + interval '1 minute' and (s.expires_at is null or s.expires_at > clock_timestamp())
     -- the newest yes decides, also where it allows less
     and not exists (select from consent n cross join lateral (select state, given_at from consent_event where consent_id = n.id order by seq desc limit 1) t
           where n.org_id = c.org_id and n.purpose = c.purpose and n.client_id is not distinct from c.client_id and n.related_person_id is not distinct from c.related_person_id
             and n.recipients && c.recipients and t.state = 'ACTIVE' and (t.given_at, n.id) > (s.given_at, c.id))
     and (p_scope is null or p_scope = any (c.scope))
   limit 1 $$;

/* How both sides stand, for whoever has the link in reach: the newest word under each purpose. Names nobody. */
create function app.link_grounds(p_link uuid) returns table (side text, id uuid, purpose text, scope text[], state text, given_at timestamptz, expires_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct on (1, 3) case when c.client_id is not null then 'CLIENT' else 'RELATIVE' end, c.id, c.purpose, c.scope, s.state, s.given_at, s.expires_at
    from family_link l join consent c on c.org_id = l.org_id and c.purpose in ('C08_TRACING','C09_DISCLOSE_REL','C10_MESSAGES','C11_DIRECT','C22_RELATIVE_DATA')
      and ((c.client_id = l.client_id and l.wish_id = any (c.recipients))
        or (c.related_person_id = l.related_person_id and (c.purpose = 'C22_RELATIVE_DATA' or l.id = any (c.recipients))))
    cross join lateral (select state, given_at, expires_at from consent_event where consent_id = c.id order by seq desc limit 1) s
   where l.id = p_link and l.org_id = app.org_id() and s.state <> 'SUPERSEDED'
     and (l.office_id = any (app.coordinated_offices()) or exists (select from app.own_link o where o.whose = l.id))
   order by 1, 3, (s.state = 'ACTIVE') desc, coalesce(s.given_at, c.recorded_at) desc, c.id desc $$;

/* Shares every yes of both sides of a link until the transaction ends: a withdrawal waits for us, or we see it. */
create function app.hold_grounds(p_link uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from consent c where c.id in (select c2.id from family_link l join consent c2 on c2.org_id = l.org_id
      and ((c2.client_id = l.client_id and l.wish_id = any (c2.recipients)) or c2.related_person_id = l.related_person_id) where l.id = p_link)
    order by c.id for share;
end $$;

/* R-FL-04, at commit and whoever wrote it: what somebody was told rests on a yes of the one it is about. */
create function app.assert_may_be_told() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.hold_grounds(new.link_id);
  if new.consent_id is distinct from app.side_ground(new.link_id, case new.told_side when 'CLIENT' then 'RELATIVE' else 'CLIENT' end, 'C09_DISCLOSE_REL', new.what) then
    raise exception 'nobody allowed this to be told' using errcode = 'check_violation', constraint = 'family_telling_is_allowed', table = 'family_telling';
  end if;
  return null;
end $$;
create constraint trigger family_telling_is_allowed after insert or update on family_telling deferrable initially deferred
  for each row execute function app.assert_may_be_told();
`;

const STOPS = `
/* R-FL-11: in the transaction that takes the ground away. What was on its way waits (messages see to themselves). */
create function app.pause_links(p_links uuid[], p_reason text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  l record;
begin
  for l in select id, org_id, office_id, state from family_link where id = any (p_links)
      and state in ('OPEN','TRACING','LOCATED','VERIFIED','APPROACH_APPROVED','AWAITING_RELATIVE','BOTH_CONSENTED','MEDIATED','DIRECT','REUNION_PLANNED') order by id for update loop
    update family_link set state = 'PAUSED', state_before = l.state, pause_reason = p_reason, version = version + 1 where id = l.id;
    insert into family_link_step (id, org_id, office_id, link_id, event, from_state, to_state) values (gen_random_uuid(), l.org_id, l.office_id, l.id, 'pause', l.state, 'PAUSED');
  end loop;
end $$;

create function app.pause_on_consent() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked record;
begin
  select purpose, client_id, related_person_id, recipients into asked from consent where id = new.consent_id;
  if asked.purpose not in ('C08_TRACING','C09_DISCLOSE_REL','C10_MESSAGES','C11_DIRECT','C22_RELATIVE_DATA') then return null; end if;
  perform app.pause_links(array(select l.id from family_link l where l.org_id = new.org_id
      and (case when asked.client_id is not null then l.client_id = asked.client_id and l.wish_id = any (asked.recipients) else l.related_person_id = asked.related_person_id end)
      and app.side_ground(l.id, case when asked.client_id is not null then 'CLIENT' else 'RELATIVE' end, asked.purpose, null) is null),
    case when asked.client_id is not null then 'CLIENT_CONSENT' else 'RELATIVE_CONSENT' end);
  return null;
end $$;
create trigger consent_lost_pauses_links after insert on consent_event
  for each row when (new.state in ('WITHDRAWN','EXPIRED','SUSPENDED','SUPERSEDED') and new.action <> 'lapse') execute function app.pause_on_consent();

create function app.pause_on_risk() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.pause_links(array(select l.id from family_link l left join related_person p on p.id = l.related_person_id
      where l.org_id = new.org_id and l.client_id = new.client_id), 'CLIENT_RISK');
  perform app.pause_links(array(select l.id from family_link l join related_person p on p.id = l.related_person_id
      where l.org_id = new.org_id and p.also_client_id = new.client_id), 'RELATIVE_RISK');
  return null;
end $$;
create trigger risk_pauses_links after insert or update of state on risk_assessment
  for each row when (new.state = 'FINAL' and new.level = 'IMMINENT') execute function app.pause_on_risk();

/*
 * Side A writes its wish and nothing else; the link behind it is made and moved here. A wish that ends pauses its link, whatever state it is in, and an
 * officer closes it; one that was only asked for is closed at once (client_stops).
 */
create function app.follow_wish() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  l record;
begin
  if tg_op = 'INSERT' then
    insert into family_link (id, org_id, office_id, client_id, wish_id) values (gen_random_uuid(), new.org_id, new.office_id, new.client_id, new.id);
    return null;
  end if;
  select id, state into l from family_link where wish_id = new.id for update;
  if new.face = 'IN_PROGRESS' and old.face = 'NOTED' then
    if app.side_ground(l.id, 'CLIENT', 'C08_TRACING', null) is null or app.side_ground(l.id, 'CLIENT', 'C09_DISCLOSE_REL', null) is null then
      raise exception 'a search rests on a yes' using errcode = 'check_violation', constraint = 'family_wish_rests_on_a_yes', table = 'family_wish';
    end if;
    update family_link set state = 'OPEN', version = version + 1 where id = l.id;
    insert into family_link_step (id, org_id, office_id, link_id, event, from_state, to_state, by_id) values (gen_random_uuid(), new.org_id, new.office_id, l.id, 'open', 'DRAFT', 'OPEN', app.staff_id());
  elsif new.face = 'ENDED' and old.face <> 'ENDED' then
    if l.state = 'OPEN' then
      update family_link set state = 'CLOSED', outcome = 'CLIENT_STOPPED', closed_at = clock_timestamp(), version = version + 1 where id = l.id;
      insert into family_link_step (id, org_id, office_id, link_id, event, from_state, to_state, by_id) values (gen_random_uuid(), new.org_id, new.office_id, l.id, 'client_stops', 'OPEN', 'CLOSED', app.staff_id());
    else
      perform app.pause_links(array[l.id], 'CLIENT_STOPPED');
    end if;
  end if;
  return null;
end $$;
create trigger family_wish_moves_its_link after insert or update of face on family_wish for each row execute function app.follow_wish();

/* The first word that the client was given is the one thing of the other side that shows. */
create function app.follow_link() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update family_wish set face = 'IN_CONTACT', in_contact_since = new.client_heard_at, version = version + 1 where id = new.wish_id and face = 'IN_PROGRESS';
  return null;
end $$;
create trigger family_link_shows_contact after update of client_heard_at on family_link
  for each row when (old.client_heard_at is null and new.client_heard_at is not null) execute function app.follow_link();
`;

/** Links on which the member of this context is an officer now: for the client, on the client's team; for a relative who has a file, on theirs; a mediator by being named. */
const OWN_LINKS = `
create view app.own_link with (security_barrier) as
  select o.link_id as whose, o.side from family_link_officer o join family_link l on l.id = o.link_id left join related_person p on p.id = l.related_person_id
   where o.staff_id = app.setting('member')::uuid and o.ended_at is null
     and (o.side = 'MEDIATOR' or exists (select from case_team t where t.staff_id = o.staff_id and t.ended_at is null and t.starts_at <= now() and (t.ends_at is null or t.ends_at > now())
           and t.client_id = case o.side when 'CLIENT' then l.client_id else coalesce(p.also_client_id, l.client_id) end))
     and not (coalesce(l.client_id = any (app.blocked()), false)) and not (coalesce(p.also_client_id = any (app.blocked()), false));
grant select on app.own_link to panah_app;
`;
const ofOwnLink = (column: string): string => `exists (select from app.own_link where whose = ${column})`;
const linkWall = (table: string): string => {
  const rule = `${inOrg} and (${inCoordinatedOffice} or ${ofOwnLink('link_id')})`;
  return `${close(table)}create policy ${table}_wall on ${table} to panah_app using (${rule}) with check (${rule});`;
};
const ofOwnRelative = (column: string): string =>
  `exists (select from family_link l join app.own_link o on o.whose = l.id where l.related_person_id = ${column})`;

const WALLS = `
${clientWall('family_wish')}
grant select, insert, update on family_wish to panah_app;
${close('family_link')}
create policy family_link_wall on family_link to panah_app
  using (${inOrg} and (${inCoordinatedOffice} or ${ofOwnLink('id')}) and ${notBlocked('client_id')})
  with check (${inOrg} and (${inCoordinatedOffice} or ${ofOwnLink('id')}) and ${notBlocked('client_id')});
grant select, update on family_link to panah_app;
create policy family_wish_officers on family_wish for select to panah_app using (exists (select from family_link l join app.own_link o on o.whose = l.id where l.wish_id = family_wish.id));

${close('related_person')}
create policy related_person_wall on related_person to panah_app using (${inOrg} and (${inCoordinatedOffice} or ${ofOwnRelative('related_person.id')}))
  with check (${inOrg});
grant select, insert, update on related_person to panah_app;
${linkWall('family_link_officer')}
${linkWall('family_link_step')}
${linkWall('family_hearing')}
${linkWall('family_verification')}
${linkWall('family_tracing')}
${linkWall('family_contact')}
${linkWall('family_telling')}
grant select, insert, update on family_link_officer, family_verification, family_contact to panah_app;
grant select, insert on family_link_step, family_hearing, family_tracing, family_telling to panah_app;

-- a relative's consents are their officers' alone: no office, no team (R-FL-02)
create policy consent_of_relative on consent to panah_app using (related_person_id is not null and ${inOrg} and ${ofOwnRelative('consent.related_person_id')})
  with check (related_person_id is not null and ${inOrg} and ${ofOwnRelative('consent.related_person_id')});
create policy consent_of_relative_only on consent as restrictive to panah_app using (related_person_id is null or ${ofOwnRelative('consent.related_person_id')});
create policy consent_event_of_relative on consent_event to panah_app using (related_person_id is not null and ${inOrg} and ${ofOwnRelative('consent_event.related_person_id')})
  with check (related_person_id is not null and ${inOrg} and ${ofOwnRelative('consent_event.related_person_id')});
create policy consent_event_of_relative_only on consent_event as restrictive to panah_app using (related_person_id is null or ${ofOwnRelative('consent_event.related_person_id')});
alter table consent add constraint consent_related_person foreign key (org_id, related_person_id) references related_person (org_id, id);
alter table consent_event add constraint consent_event_related_person foreign key (org_id, related_person_id) references related_person (org_id, id);
create index consent_of_related_person on consent (related_person_id, purpose) where related_person_id is not null;

revoke all on function app.guard_wish(), app.guard_family_link(), app.follow_wish(), app.follow_link(), app.pause_on_consent(), app.pause_on_risk(), app.pause_links(uuid[], text),
  app.side_ground(uuid, text, text, text), app.hold_grounds(uuid), app.link_grounds(uuid), app.assert_may_be_told(), app.keep_two_sides_apart() from public;
grant execute on function app.hold_grounds(uuid), app.link_grounds(uuid) to panah_app;
`;
