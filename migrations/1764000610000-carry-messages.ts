import type { MigrationInterface, QueryRunner } from 'typeorm';
import { close, inOrg } from './support/walls';

/**
 * Private family news that we carry (model 3.7, walls.md 3.5). Nobody rewords it: a version that was handed in stays as it is, whoever asks the
 * database. It goes out by one function, for which nobody but the clock may call, with the consents of both sides held; and it is looked at again at
 * commit. What a link loses its messages lose in the same statement.
 */
export class CarryMessages1764000610000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(MESSAGES);
    await db.query(BESIDE);
    await db.query(OWN);
    await db.query(GUARDS);
    await db.query(HANDS);
    await db.query(RELEASE);
    await db.query(WALLS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop trigger family_link_holds_messages on family_link;
      drop view app.own_message;
      drop table family_message_step, family_message_word, family_message_attachment, family_message_text, family_message;
      drop function app.guard_family_message(), app.follow_family_message(), app.guard_family_message_text(), app.guard_family_message_attachment(), app.hold_messages(),
        app.hold_message(uuid), app.take_message(uuid), app.message_queue(), app.names_around_message(uuid), app.message_translators(uuid), app.message_asked_of_office(uuid), app.reject_message(uuid),
        app.message_grounds(uuid), app.release_message(uuid), app.recall_held_message(uuid, timestamptz), app.message_moves(uuid[], date, date), app.assert_released_on_both()`);
  }
}

const OF_MESSAGE = (table: string): string => `
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  link_id uuid not null,
  message_id uuid not null,
  constraint ${table}_office foreign key (org_id, office_id) references office (org_id, id),
  constraint ${table}_message foreign key (org_id, message_id) references family_message (org_id, id)`;

const MESSAGES = `
create table family_message (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  link_id uuid not null,
  direction text not null,
  language text not null,
  how text not null,
  state text not null default 'DRAFT',
  writer_id uuid not null,
  written_at timestamptz not null default clock_timestamp(),
  submitted_at timestamptz,
  reviewer_id uuid,
  -- the reviewer looked at all that was highlighted and lets it stand
  passed_at timestamptz,
  translator_id uuid,
  translation_language text,
  approved_by uuid,
  approved_at timestamptz,
  hold_reason text,
  held_at timestamptz,
  -- asked of a coordinator
  reject_reason text,
  reject_asked_by uuid,
  rejected_by uuid,
  released_at timestamptz,
  client_consent_id uuid,
  relative_consent_id uuid,
  -- what goes along with it: made at release, by chance
  crossing_id uuid,
  delivered_at timestamptz,
  delivered_by uuid,
  ended_at timestamptz,
  version integer not null default 1,
  constraint family_message_once unique (org_id, id),
  constraint family_message_crossing_once unique (crossing_id),
  constraint family_message_office foreign key (org_id, office_id) references office (org_id, id),
  constraint family_message_link foreign key (org_id, link_id) references family_link (org_id, id),
  constraint family_message_writer foreign key (org_id, writer_id) references staff_member (org_id, id),
  constraint family_message_reviewer foreign key (org_id, reviewer_id) references staff_member (org_id, id),
  constraint family_message_translator foreign key (org_id, translator_id) references staff_member (org_id, id),
  constraint family_message_approver foreign key (org_id, approved_by) references staff_member (org_id, id),
  constraint family_message_asker foreign key (org_id, reject_asked_by) references staff_member (org_id, id),
  constraint family_message_rejecter foreign key (org_id, rejected_by) references staff_member (org_id, id),
  constraint family_message_deliverer foreign key (org_id, delivered_by) references staff_member (org_id, id),
  constraint family_message_client_consent foreign key (org_id, client_consent_id) references consent (org_id, id),
  constraint family_message_relative_consent foreign key (org_id, relative_consent_id) references consent (org_id, id),
  constraint family_message_direction check (direction in ('TO_RELATIVE','TO_CLIENT')),
  constraint family_message_how check (how in ('WRITTEN','DICTATED')),
  constraint family_message_state check (state in ('DRAFT','SUBMITTED','IN_REVIEW','RETURNED','TRANSLATION','APPROVED','HELD','RELEASED','DELIVERED','RETURNED_UNDELIVERED','REJECTED','RECALLED')),
  -- R-FL-08, model 5.3 row 5: who writes, who looks it over and who translates are three people; nobody lets their own words go
  constraint family_message_looked_over_by_another check (reviewer_id <> writer_id),
  constraint family_message_translated_by_a_third check (translator_id <> writer_id and translator_id <> reviewer_id),
  constraint family_message_approved_by_another check (approved_by <> writer_id and approved_by <> translator_id),
  constraint family_message_translation_whole check ((translator_id is null) = (translation_language is null) and translation_language <> language),
  constraint family_message_looked_over check (state not in ('IN_REVIEW','TRANSLATION','APPROVED','RELEASED') or reviewer_id is not null),
  constraint family_message_passed check (state not in ('TRANSLATION','APPROVED','RELEASED') or passed_at is not null),
  constraint family_message_approved check ((approved_by is null) = (approved_at is null) and (state not in ('APPROVED','RELEASED') or approved_by is not null)),
  constraint family_message_hold_reason check (hold_reason in ('LOCATION_DETAIL','THIRD_PARTY','GROUP_OR_POLITICAL','PRESSURE','DISTRESSING','ATTACHMENT_META','CONSENT_MISSING','TRANSLATION',
    'IDENTITY_DOUBT','OTHER')),
  constraint family_message_held check ((state = 'HELD') = (hold_reason is not null) and (hold_reason is null) = (held_at is null)),
  constraint family_message_reject_reason check (reject_reason in ('PRESSURE','IDENTITY_DOUBT')),
  constraint family_message_rejection_whole check ((reject_reason is null) = (reject_asked_by is null) and (state = 'REJECTED') = (rejected_by is not null) and (rejected_by is null or reject_reason is not null)),
  constraint family_message_rejected_by_another check (rejected_by <> writer_id),
  constraint family_message_released check (num_nonnulls(released_at, client_consent_id, relative_consent_id, crossing_id) in (0, 4)
    and (state not in ('RELEASED','DELIVERED','RETURNED_UNDELIVERED') or released_at is not null)),
  constraint family_message_delivered check ((state = 'DELIVERED') = (delivered_at is not null) and (delivered_at is null) = (delivered_by is null)),
  constraint family_message_ended check ((state in ('DELIVERED','RETURNED_UNDELIVERED','REJECTED','RECALLED')) = (ended_at is not null))
);
create index family_message_of_link on family_message (link_id, written_at);
create index family_message_queue on family_message (office_id, submitted_at) where ended_at is null;
create index family_message_to_release on family_message (office_id, approved_at) where state = 'APPROVED';
create index family_message_released_on on family_message (office_id, released_at) where released_at is not null;
`;

const BESIDE = `
create table family_message_text (${OF_MESSAGE('family_message_text')},
  kind text not null,
  seq integer not null,
  language text not null,
  by_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  -- handed in: from here on nobody changes a letter of it
  frozen_at timestamptz,
  sealed bytea not null,
  seal_version integer not null default 1,
  constraint family_message_text_once unique (message_id, kind, seq),
  constraint family_message_text_by foreign key (org_id, by_id) references staff_member (org_id, id),
  constraint family_message_text_kind check (kind in ('BODY','TRANSLATION'))
);

-- kind words, why it waits, how it was taken: whoever says something about it
create table family_message_word (${OF_MESSAGE('family_message_word')},
  kind text not null,
  reasons text[] not null,
  by_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  sealed bytea not null,
  seal_version integer not null default 1,
  constraint family_message_word_by foreign key (org_id, by_id) references staff_member (org_id, id),
  constraint family_message_word_kind check (kind in ('RETURN','SEEN','DELIVERY','NON_DELIVERY')),
  constraint family_message_word_reasons check (reasons <@ array['LOCATION_DETAIL','THIRD_PARTY','GROUP_OR_POLITICAL','PRESSURE','DISTRESSING','ATTACHMENT_META','CONSENT_MISSING','TRANSLATION',
    'IDENTITY_DOUBT','OTHER'] and (kind <> 'RETURN' or cardinality(reasons) > 0))
);
create index family_message_word_of_message on family_message_word (message_id, at);

create table family_message_attachment (${OF_MESSAGE('family_message_attachment')},
  kind text not null,
  width integer not null,
  height integer not null,
  bytes integer not null,
  -- what was taken off it, in kinds
  cleaned_of text[] not null,
  added_by uuid not null,
  added_at timestamptz not null default clock_timestamp(),
  -- R-FL-10: somebody else looked whether it shows faces of third people
  faces_by uuid,
  faces_at timestamptz,
  removed_at timestamptz,
  sealed bytea not null,
  seal_version integer not null default 1,
  constraint family_message_attachment_adder foreign key (org_id, added_by) references staff_member (org_id, id),
  constraint family_message_attachment_looker foreign key (org_id, faces_by) references staff_member (org_id, id),
  constraint family_message_attachment_kind check (kind in ('JPEG','PNG','WEBP')),
  constraint family_message_attachment_size check (width > 0 and height > 0 and bytes > 0),
  constraint family_message_attachment_faces check ((faces_by is null) = (faces_at is null) and faces_by <> added_by)
);
create index family_message_attachment_of_message on family_message_attachment (message_id, added_at);

-- written by the database with each move, whoever makes it
create table family_message_step (${OF_MESSAGE('family_message_step')},
  from_state text,
  to_state text not null,
  by_id uuid,
  at timestamptz not null default clock_timestamp()
);
create index family_message_step_of_message on family_message_step (message_id, at);
`;

/** What the member of this context has to do with: the messages of their own links, and the one message that they look over or translate, while they do. */
const OWN = `
create view app.own_message with (security_barrier) as
  select m.id as whose, m.link_id, l.state as link_state, exists (select from app.own_link o where o.whose = m.link_id) as officer
    from family_message m join family_link l on l.id = m.link_id left join related_person p on p.id = l.related_person_id
   where not (coalesce(l.client_id = any (app.blocked()), false)) and not (coalesce(p.also_client_id = any (app.blocked()), false))
     and (exists (select from app.own_link o where o.whose = m.link_id)
       or (m.reviewer_id = app.setting('member')::uuid and m.state in ('IN_REVIEW','RETURNED','TRANSLATION','APPROVED','HELD'))
       or (m.translator_id = app.setting('member')::uuid and m.state in ('TRANSLATION','APPROVED')));
grant select on app.own_message to panah_app;
`;

const LOOSE = (table: string, what: string, constraint: string): string =>
  `raise exception '${what}' using errcode = 'check_violation', constraint = '${constraint}', table = '${table}';`;

const GUARDS = `
create function app.guard_family_message() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  l record;
begin
  if tg_op = 'INSERT' then
    if app.staff_id() is not null and (new.writer_id <> app.staff_id() or new.state <> 'DRAFT' or new.released_at is not null) then
      ${LOOSE('family_message', 'a message begins with its writer', 'family_message_by_the_drawing')}
    end if;
    return new;
  end if;
  if (new.id, new.org_id, new.office_id, new.link_id, new.direction, new.writer_id, new.written_at) is distinct from (old.id, old.org_id, old.office_id, old.link_id, old.direction, old.writer_id, old.written_at)
     or ((new.language, new.how) is distinct from (old.language, old.how) and old.state not in ('DRAFT','RETURNED'))
     or (new.state <> old.state and old.state || ' ' || new.state <> all (array['DRAFT SUBMITTED','SUBMITTED IN_REVIEW','IN_REVIEW RETURNED','IN_REVIEW REJECTED','IN_REVIEW TRANSLATION',
       'IN_REVIEW APPROVED','RETURNED SUBMITTED','TRANSLATION APPROVED','APPROVED RELEASED','APPROVED HELD','APPROVED RECALLED','HELD IN_REVIEW','HELD RECALLED','RELEASED DELIVERED',
       'RELEASED RETURNED_UNDELIVERED','RELEASED RECALLED']))
     -- what was released stays as it was released
     or (old.released_at is not null and (new.released_at, new.client_consent_id, new.relative_consent_id, new.crossing_id) is distinct from
          (old.released_at, old.client_consent_id, old.relative_consent_id, old.crossing_id))
     or (old.released_at is null and new.released_at is not null and (old.state, new.state) is distinct from ('APPROVED', 'RELEASED'))
     -- nobody releases who is somebody
     or (new.state = 'RELEASED' and old.state <> 'RELEASED' and app.staff_id() is not null) then
    ${LOOSE('family_message', 'no such step of a message', 'family_message_by_the_drawing')}
  end if;
  if new.state = old.state then return new; end if;
  select id, state into l from family_link where id = new.link_id;
  if (new.state = 'SUBMITTED' and l.state not in ('AWAITING_RELATIVE','BOTH_CONSENTED','MEDIATED','DIRECT','REUNION_PLANNED'))
     or (new.state = 'APPROVED' and l.state not in ('AWAITING_RELATIVE','BOTH_CONSENTED','MEDIATED','DIRECT','REUNION_PLANNED'))
     or (new.state in ('RELEASED','DELIVERED') and l.state not in ('BOTH_CONSENTED','MEDIATED','DIRECT','REUNION_PLANNED'))
     or (old.state = 'HELD' and new.state = 'IN_REVIEW' and l.state not in ('BOTH_CONSENTED','MEDIATED','DIRECT','REUNION_PLANNED')) then
    ${LOOSE('family_message', 'the link does not stand there', 'family_message_as_its_link')}
  end if;
  -- R-FL-08, R-FL-10: let go by an officer of this link, with its pictures looked at and its translation at hand
  if new.state = 'APPROVED' and (not exists (select from family_link_officer o where o.link_id = new.link_id and o.staff_id = new.approved_by and o.ended_at is null)
       or exists (select from family_message_attachment a where a.message_id = new.id and a.removed_at is null and a.faces_at is null)
       or (new.translator_id is not null and not exists (select from family_message_text t where t.message_id = new.id and t.kind = 'TRANSLATION' and t.by_id = new.translator_id
             and t.at > new.submitted_at))) then
    ${LOOSE('family_message', 'it is not ready to go', 'family_message_ready')}
  end if;
  if new.state = 'SUBMITTED' then
    new.submitted_at := clock_timestamp();
    new.reviewer_id := null; new.passed_at := null; new.translator_id := null; new.translation_language := null; new.reject_reason := null; new.reject_asked_by := null;
  end if;
  if new.state in ('SUBMITTED','IN_REVIEW','HELD','RETURNED') then new.approved_by := null; new.approved_at := null; end if;
  if new.state in ('IN_REVIEW','RETURNED') then new.passed_at := null; end if;
  if new.state = 'RETURNED' then new.translator_id := null; new.translation_language := null; end if;
  if new.state not in ('IN_REVIEW','REJECTED') then new.reject_reason := null; new.reject_asked_by := null; end if;
  if new.state = 'HELD' then new.held_at := clock_timestamp(); else new.hold_reason := null; new.held_at := null; end if;
  if new.state = 'APPROVED' then new.approved_at := clock_timestamp(); end if;
  if new.state in ('DELIVERED','RETURNED_UNDELIVERED','REJECTED','RECALLED') then new.ended_at := clock_timestamp(); end if;
  return new;
end $$;
create trigger family_message_by_the_drawing before insert or update on family_message for each row execute function app.guard_family_message();

/* Each move is written down; a text that is handed in is closed; a delivery counts on the link, and the first one moves it. */
create function app.follow_family_message() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  l record;
begin
  if tg_op = 'UPDATE' and new.state = old.state then return null; end if;
  insert into family_message_step (id, org_id, office_id, link_id, message_id, from_state, to_state, by_id)
    values (gen_random_uuid(), new.org_id, new.office_id, new.link_id, new.id, case tg_op when 'UPDATE' then old.state end, new.state, app.staff_id());
  if new.state = 'SUBMITTED' then
    update family_message_text set frozen_at = clock_timestamp() where message_id = new.id and frozen_at is null;
  elsif new.state = 'DELIVERED' then
    select state into l from family_link where id = new.link_id for update;
    update family_link set version = version + 1, to_client = to_client + (new.direction = 'TO_CLIENT')::int, to_relative = to_relative + (new.direction = 'TO_RELATIVE')::int,
      client_heard_at = case when new.direction = 'TO_CLIENT' then coalesce(client_heard_at, new.delivered_at) else client_heard_at end,
      last_step_at = clock_timestamp() where id = new.link_id;
    if l.state = 'MEDIATED' then
      insert into family_link_step (id, org_id, office_id, link_id, event, from_state, to_state, by_id) values (gen_random_uuid(), new.org_id, new.office_id, new.link_id, 'exchange', 'MEDIATED', 'MEDIATED', app.staff_id());
    end if;
  elsif new.state = 'REJECTED' then
    -- pressure, or doubt who it is: both officers look at the risk anew; nothing of it reaches a file
    select state into l from family_link where id = new.link_id;
    insert into family_link_step (id, org_id, office_id, link_id, event, from_state, to_state, by_id) values (gen_random_uuid(), new.org_id, new.office_id, new.link_id, 'risk_review', l.state, l.state, app.staff_id());
  end if;
  return null;
end $$;
create trigger family_message_leaves_a_step after insert or update of state on family_message for each row execute function app.follow_family_message();

/* R-FL-08: nobody rewords it. The writer writes while it is theirs to write, the translator translates while it is asked of them; what was handed in stays. */
create function app.guard_family_message_text() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m record;
begin
  select state, writer_id, translator_id, translation_language, link_id into m from family_message where id = new.message_id;
  if m is null or new.link_id <> m.link_id
     or (tg_op = 'UPDATE' and ((new.id, new.org_id, new.office_id, new.message_id, new.kind, new.seq, new.by_id) is distinct from (old.id, old.org_id, old.office_id, old.message_id, old.kind, old.seq, old.by_id)
       or old.frozen_at is not null))
     or (new.frozen_at is null and (new.by_id is distinct from app.staff_id()
       or (new.kind = 'BODY' and (m.state not in ('DRAFT','RETURNED') or new.by_id <> m.writer_id))
       or new.kind = 'TRANSLATION'))
     or (new.kind = 'TRANSLATION' and (m.state <> 'TRANSLATION' or new.by_id is distinct from m.translator_id or new.by_id is distinct from app.staff_id() or new.language <> m.translation_language))
     or (tg_op = 'INSERT' and (new.seq <> 1 + coalesce((select max(t.seq) from family_message_text t where t.message_id = new.message_id and t.kind = new.kind), 0)
       or (new.kind = 'BODY' and (new.frozen_at is not null
         or exists (select from family_message_text t where t.message_id = new.message_id and t.kind = 'BODY' and t.frozen_at is null))))) then
    ${LOOSE('family_message_text', 'nobody rewords a message', 'family_message_text_stays')}
  end if;
  return new;
end $$;
create trigger family_message_text_stays before insert or update on family_message_text for each row execute function app.guard_family_message_text();

create function app.guard_family_message_attachment() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m record;
begin
  select state, writer_id, reviewer_id, link_id into m from family_message where id = new.message_id;
  if m is null or new.link_id <> m.link_id
     or (tg_op = 'INSERT' and (m.state not in ('DRAFT','RETURNED') or new.added_by <> m.writer_id or new.faces_at is not null))
     or (tg_op = 'UPDATE' and ((new.id, new.org_id, new.office_id, new.message_id, new.kind, new.width, new.height, new.bytes, new.cleaned_of, new.added_by, new.added_at, new.sealed)
           is distinct from (old.id, old.org_id, old.office_id, old.message_id, old.kind, old.width, old.height, old.bytes, old.cleaned_of, old.added_by, old.added_at, old.sealed)
       or (new.removed_at is distinct from old.removed_at and m.state not in ('DRAFT','RETURNED'))
       or (new.faces_at is distinct from old.faces_at and (m.state <> 'IN_REVIEW' or new.faces_by <> m.reviewer_id)))) then
    ${LOOSE('family_message_attachment', 'a picture stays as it was brought', 'family_message_attachment_stays')}
  end if;
  return new;
end $$;
create trigger family_message_attachment_stays before insert or update on family_message_attachment for each row execute function app.guard_family_message_attachment();

/* R-FL-11: in the statement that takes the ground away, what was to go waits, and goes past a reviewer again. */
create function app.hold_messages() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update family_message set state = 'HELD', hold_reason = 'CONSENT_MISSING', version = version + 1 where link_id = new.id and state = 'APPROVED';
  return null;
end $$;
create trigger family_link_holds_messages after update of state on family_link
  for each row when (new.state <> old.state and new.state not in ('AWAITING_RELATIVE','BOTH_CONSENTED','MEDIATED','DIRECT','REUNION_PLANNED')) execute function app.hold_messages();
`;

/** What reaches over the wall of one message, each for one purpose. */
const HANDS = `
/* Holds a message that is in reach, behind its link: the order in which a pause holds them. */
create function app.hold_message(p_message uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at uuid;
begin
  select o.link_id into at from app.own_message o where o.whose = p_message;
  if at is null then return false; end if;
  perform from family_link where id = at for update;
  perform from family_message where id = p_message for update;
  return exists (select from app.own_message o where o.whose = p_message);
end $$;

/* Lines of what waits, without content, for whoever does family links in the office: everything of their own, and of the others' only what waits for a reader. */
create function app.message_queue() returns table (id uuid, version integer, state text, direction text, language text, submitted_at timestamptz, since timestamptz,
  link_state text, writer_id uuid, reviewer_id uuid, passed boolean, translator_id uuid, translated boolean, officer boolean, asked text)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.version, m.state, m.direction, m.language, m.submitted_at, coalesce(m.submitted_at, m.written_at), l.state, m.writer_id, m.reviewer_id, m.passed_at is not null, m.translator_id,
         exists (select from family_message_text t where t.message_id = m.id and t.kind = 'TRANSLATION' and t.by_id = m.translator_id and t.at > m.submitted_at),
         exists (select from app.own_link o where o.whose = m.link_id), m.reject_reason
    from family_message m join family_link l on l.id = m.link_id left join related_person p on p.id = l.related_person_id
   where m.org_id = app.org_id() and m.ended_at is null
     and not (coalesce(l.client_id = any (app.blocked()), false)) and not (coalesce(p.also_client_id = any (app.blocked()), false))
     and (exists (select from app.own_message o where o.whose = m.id)
       or (m.state = 'SUBMITTED' and exists (select from app.own_specialty s where s.role = 'FAMILY_LINKS' and s.office_id = m.office_id))
       or (m.state = 'IN_REVIEW' and m.reject_reason is not null and m.office_id = any (app.coordinated_offices()))) $$;

/* Somebody else than the writer takes it to look it over. */
create function app.take_message(p_message uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  me uuid := app.setting('member')::uuid;
  m record;
begin
  select f.link_id, f.office_id into m from family_message f join family_link l on l.id = f.link_id left join related_person p on p.id = l.related_person_id
   where f.id = p_message and f.org_id = app.org_id() and not (coalesce(l.client_id = any (app.blocked()), false)) and not (coalesce(p.also_client_id = any (app.blocked()), false))
     and (exists (select from app.own_link o where o.whose = f.link_id) or exists (select from app.own_specialty s where s.role = 'FAMILY_LINKS' and s.office_id = f.office_id));
  if m is null or me is null then return false; end if;
  perform from family_link where id = m.link_id for update;
  update family_message set state = 'IN_REVIEW', reviewer_id = me, version = version + 1 where id = p_message and state = 'SUBMITTED' and writer_id <> me;
  return found;
end $$;

/* Whose names a message must not carry by accident: of both files and of everybody who works here, sealed as they lie; opened in memory and compared, never shown. */
create function app.names_around_message(p_message uuid) returns table (kind text, id uuid, subject_id uuid, sealed bytea, seal_version integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with here as (select l.org_id, m.office_id, l.wish_id, l.related_person_id, array_remove(array[l.client_id, p.also_client_id], null) as clients
      from app.own_message o join family_message m on m.id = o.whose join family_link l on l.id = m.link_id left join related_person p on p.id = l.related_person_id
     where o.whose = p_message and m.org_id = app.org_id())
  select 'client', c.id, c.id, c.sealed, c.seal_version from here h join client c on c.id = any (h.clients)
  union all select 'person_name', n.id, n.client_id, n.sealed, n.seal_version from here h join person_name n on n.client_id = any (h.clients) and n.removed_at is null
  union all select 'organisational_name', n.id, n.client_id, n.sealed, n.seal_version from here h join organisational_name n on n.client_id = any (h.clients) and n.removed_at is null
  union all select 'dependant', n.id, n.client_id, n.sealed, n.seal_version from here h join dependant n on n.client_id = any (h.clients) and n.removed_at is null
  union all select 'family_wish', w.id, w.client_id, w.sealed, w.seal_version from here h join family_wish w on w.id = h.wish_id
  union all select 'related_person', p.id, p.id, p.sealed, p.seal_version from here h join related_person p on p.id = h.related_person_id where p.sealed is not null
  union all select 'staff', s.id, s.id, s.sealed, s.seal_version from here h join staff_member s on s.org_id = h.org_id and s.state = 'ACTIVE'
     where exists (select from staff_role r where r.staff_id = s.id and r.ended_at is null and (r.office_id = h.office_id or r.office_id is null) and r.role <> 'PARTNER') $$;

/* Who may translate it: does family links in the office, is neither writer nor reviewer, and is kept from neither side (R-AC-01). */
create function app.message_translators(p_message uuid) returns table (staff_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id from app.own_message o join family_message m on m.id = o.whose join family_link l on l.id = m.link_id left join related_person p on p.id = l.related_person_id
    join staff_member s on s.org_id = m.org_id and s.state = 'ACTIVE'
   where o.whose = p_message and s.id <> m.writer_id and s.id is distinct from m.reviewer_id
     and exists (select from staff_role r where r.staff_id = s.id and r.office_id = m.office_id and r.role = 'FAMILY_LINKS' and r.confirmed_at is not null and r.ended_at is null)
     and not exists (select from access_block b where b.staff_id = s.id and b.subject_id in (l.client_id, p.also_client_id) and b.lifted_at is null) $$;

/* What a coordinator is asked: whether a message is rejected. They see the reason, and nothing of what it says. */
create function app.message_asked_of_office(p_message uuid) returns table (id uuid, version integer, state text, direction text, language text, submitted_at timestamptz, office_id uuid, asked text)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.version, m.state, m.direction, m.language, m.submitted_at, m.office_id, m.reject_reason
    from family_message m join family_link l on l.id = m.link_id left join related_person p on p.id = l.related_person_id
   where m.id = p_message and m.org_id = app.org_id() and m.reject_reason is not null and m.office_id = any (app.coordinated_offices())
     and not (coalesce(l.client_id = any (app.blocked()), false)) and not (coalesce(p.also_client_id = any (app.blocked()), false)) $$;
create function app.reject_message(p_message uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from family_link l where l.id = (select m.link_id from family_message m where m.id = p_message) for update;
  update family_message m set state = 'REJECTED', rejected_by = app.staff_id(), version = version + 1
   where m.id = p_message and m.state = 'IN_REVIEW' and exists (select from app.message_asked_of_office(p_message));
  return found;
end $$;
`;

const SIDES = `(values ('CLIENT'), ('RELATIVE')) sides (side)`;

const RELEASE = `
/*
 * On whose yes a message may go now, each side's: that they exchange messages (C10), and that a message from them is told (C09: the lower ladder of both
 * decides, R-FL-04). One message is one each way; a second needs the wider word. Null where there is none.
 */
create function app.message_grounds(p_message uuid) returns table (client_consent uuid, relative_consent uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  with asked as (select m.id, m.link_id, m.direction from family_message m where m.id = p_message),
  held as (
    select side, x.consent, x.scope, y.scope as told from asked a cross join ${SIDES}
      cross join lateral (select c.id as consent, c.scope from consent c where c.id = app.side_ground(a.link_id, side, 'C10_MESSAGES', null)) x
      cross join lateral (select c.scope from consent c where c.id = app.side_ground(a.link_id, side, 'C09_DISCLOSE_REL', null)) y),
  good as (
    select h.side, h.consent from held h cross join asked a
     where ('MEDIATED' = any (h.scope) and h.told && array['MEDIATED','CALL','MEETING'])
        or (h.scope && array['ONE_MESSAGE','MEDIATED'] and h.told && array['ONE_MESSAGE','MEDIATED','CALL','MEETING'] and not exists (
             select from family_message f where f.link_id = a.link_id and f.direction = a.direction and f.id <> a.id and f.state in ('RELEASED','DELIVERED')
               and h.consent in (f.client_consent_id, f.relative_consent_id))))
  select (select consent from good where side = 'CLIENT'), (select consent from good where side = 'RELATIVE') $$;

/*
 * R-FL-01: the only way out. Nobody calls it who is somebody; it holds the consents of both sides as a withdrawal holds them, then the link, then the
 * message, and looks only then: whoever takes a ground away at the same time is before it, and nothing goes, or behind it.
 */
create function app.release_message(p_message uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m record;
  l record;
  grounds record;
begin
  if app.staff_id() is not null then
    raise exception 'the clock alone releases' using errcode = 'insufficient_privilege';
  end if;
  select f.link_id into m from family_message f where f.id = p_message and f.org_id = app.org_id() and f.office_id = any (app.coordinated_offices());
  if m is null then return false; end if;
  perform app.hold_grounds(m.link_id);
  select f.id, f.state, f.client_id, f.related_person_id, f.relative_level, p.also_client_id into l
    from family_link f left join related_person p on p.id = f.related_person_id where f.id = m.link_id for update of f;
  perform from family_message where id = p_message for update;
  select * into grounds from app.message_grounds(p_message);
  update family_message f set state = 'RELEASED', released_at = clock_timestamp(), client_consent_id = grounds.client_consent, relative_consent_id = grounds.relative_consent,
    crossing_id = gen_random_uuid(), version = version + 1
   where f.id = p_message and f.state = 'APPROVED' and l.state in ('BOTH_CONSENTED','MEDIATED','DIRECT','REUNION_PLANNED')
     and grounds.client_consent is not null and grounds.relative_consent is not null
     and l.relative_level is distinct from 'IMMINENT'
     and not exists (select from case_file c where c.client_id in (l.client_id, l.also_client_id) and c.state <> 'CLOSED' and c.risk_level = 'IMMINENT')
     and not exists (select from access_block b where b.subject_id in (l.client_id, l.also_client_id) and b.lifted_at is null
           and b.staff_id in (f.writer_id, f.reviewer_id, f.translator_id, f.approved_by))
     and not exists (select from family_message_attachment a where a.message_id = f.id and a.removed_at is null and a.faces_at is null);
  return found;
end $$;

/* And once more when the transaction ends, whoever wrote it: both yeses as they are named, and the link where it may be. */
create function app.assert_released_on_both() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.hold_grounds(new.link_id);
  if new.client_consent_id is distinct from app.side_ground(new.link_id, 'CLIENT', 'C10_MESSAGES', null)
     or new.relative_consent_id is distinct from app.side_ground(new.link_id, 'RELATIVE', 'C10_MESSAGES', null)
     or not exists (select from family_link l where l.id = new.link_id and l.state in ('BOTH_CONSENTED','MEDIATED','DIRECT','REUNION_PLANNED')) then
    ${LOOSE('family_message', 'both must have said yes', 'family_message_released_on_both')}
  end if;
  return null;
end $$;
create constraint trigger family_message_released_on_both after update of state on family_message deferrable initially deferred
  for each row when (new.state = 'RELEASED' and old.state <> 'RELEASED') execute function app.assert_released_on_both();

/* P-29, for whoever does family links in these offices: of what was released between two days the moves, and no message by name. */
create function app.message_moves(p_offices uuid[], p_from date, p_to date) returns table (language text, states text[], moments timestamptz[])
language sql stable security definer set search_path = public, pg_temp as $$
  select m.language, s.states, s.moments
    from family_message m join family_link l on l.id = m.link_id join office o on o.id = m.office_id
    cross join lateral (select array_agg(t.to_state order by t.at, t.id) as states, array_agg(t.at order by t.at, t.id) as moments from family_message_step t where t.message_id = m.id) s
   where m.org_id = app.org_id() and m.office_id = any (p_offices) and (m.released_at at time zone o.time_zone)::date between p_from and p_to
     and not coalesce(l.client_id = any (app.blocked()), false)
     and exists (select from app.own_specialty s where s.role = 'FAMILY_LINKS' and s.office_id = m.office_id) $$;

/* 90 days held: taken back by the clock. */
create function app.recall_held_message(p_message uuid, p_now timestamptz) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update family_message set state = 'RECALLED', version = version + 1
   where id = p_message and org_id = app.org_id() and office_id = any (app.coordinated_offices()) and state = 'HELD' and held_at <= p_now - interval '90 days';
  return found;
end $$;
`;

const ownMessage = (column: string): string => `exists (select from app.own_message where whose = ${column})`;
const ownLink = (column: string): string => `exists (select from app.own_link where whose = ${column})`;
const besideWall = (table: string): string => {
  const rule = `${inOrg} and ${ownMessage('message_id')}`;
  return `${close(table)}create policy ${table}_wall on ${table} to panah_app using (${rule}) with check (${rule});`;
};

const WALLS = `
${close('family_message')}
create policy family_message_wall on family_message to panah_app using (${inOrg} and (${ownLink('link_id')} or ${ownMessage('family_message.id')}))
  with check (${inOrg} and (${ownLink('link_id')} or ${ownMessage('family_message.id')}));
grant select, insert, update on family_message to panah_app;
${besideWall('family_message_text')}
${besideWall('family_message_word')}
${besideWall('family_message_attachment')}
${besideWall('family_message_step')}
grant select, insert, update on family_message_text, family_message_attachment to panah_app;
grant select, insert on family_message_word to panah_app;
grant select on family_message_step to panah_app;

-- the clock reads when, never what
create policy family_message_jobs on family_message for select to panah_jobs using (true);
grant select (id, org_id, office_id, state, approved_at, held_at) on family_message to panah_jobs;

revoke all on function app.guard_family_message(), app.follow_family_message(), app.guard_family_message_text(), app.guard_family_message_attachment(), app.hold_messages(),
  app.hold_message(uuid), app.take_message(uuid), app.message_queue(), app.names_around_message(uuid), app.message_translators(uuid), app.message_asked_of_office(uuid), app.reject_message(uuid),
  app.message_grounds(uuid), app.release_message(uuid), app.recall_held_message(uuid, timestamptz), app.message_moves(uuid[], date, date), app.assert_released_on_both() from public;
grant execute on function app.hold_message(uuid), app.take_message(uuid), app.message_queue(), app.names_around_message(uuid), app.message_translators(uuid), app.message_asked_of_office(uuid), app.reject_message(uuid),
  app.release_message(uuid), app.recall_held_message(uuid, timestamptz), app.message_moves(uuid[], date, date) to panah_app;
`;
