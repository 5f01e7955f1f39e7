import type { MigrationInterface, QueryRunner } from 'typeorm';
import { close, inCoordinatedOffice, inOrg } from './support/walls';

/**
 * Relatives ask for somebody (R-ID-07, R-ID-08; walls goal 7). What is written down can be read by nobody who writes it down; a job compares it later, under
 * a context of its own (MATCHING), and proposes to the family-links officers of the client's office. Nothing that asks a table about a client
 * happens when an enquiry is entered: known, refused and unknown run the same statements.
 */
export class HearWhoeverAsks1764000620000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(ENQUIRIES);
    await db.query(MATCHES);
    await db.query(GUARDS);
    await db.query(WALLS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop policy family_enquiry_match on family_enquiry; drop policy family_enquiry_matched on family_enquiry;
      drop policy family_match_wall on family_match; drop function app.own_matches(), app.act_for_match(uuid), app.links_that_may_match();
      drop table family_match, family_enquiry_mark, family_enquiry, family_freeze;
      drop function app.guard_family_enquiry(), app.guard_family_freeze(), app.guard_family_match(), app.assert_may_match()`);
  }
}

const OF_ORG = (table: string): string => `
  org_id uuid not null,
  office_id uuid not null,
  constraint ${table}_office foreign key (org_id, office_id) references office (org_id, id)`;

const ENQUIRIES = `
-- enquiries that share a telephone, an address or a wording: nothing comes of them until a coordinator looked, who entered none of them
create table family_freeze (
  id uuid primary key,${OF_ORG('family_freeze')},
  shared text[] not null,
  entered_by uuid[] not null,
  state text not null default 'OPEN',
  frozen_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  sealed bytea,
  seal_version integer not null default 1,
  version integer not null default 1,
  constraint family_freeze_once unique (org_id, id),
  constraint family_freeze_decider foreign key (org_id, decided_by) references staff_member (org_id, id),
  constraint family_freeze_shared check (cardinality(shared) >= 1 and shared <@ array['TELEPHONE','MAIL','WORDING']),
  constraint family_freeze_state check (state in ('OPEN','RELEASED','REFUSED')),
  constraint family_freeze_decided check ((state = 'OPEN') = (decided_by is null) and (decided_by is null) = (decided_at is null) and (decided_by is null) = (sealed is null)),
  constraint family_freeze_by_another check (decided_by <> all (entered_by))
);
create index family_freeze_open on family_freeze (office_id, frozen_at) where state = 'OPEN';

create table family_enquiry (
  id uuid primary key,${OF_ORG('family_enquiry')},
  entered_by uuid not null,
  entered_at timestamptz not null default now(),
  state text not null default 'RECEIVED',
  -- C22, said by whoever asks: without it nothing is looked for
  keeps_data boolean not null,
  looked_at timestamptz,
  freeze_id uuid,
  sealed bytea not null,
  seal_version integer not null default 1,
  constraint family_enquiry_once unique (org_id, id),
  constraint family_enquiry_enterer foreign key (org_id, entered_by) references staff_member (org_id, id),
  constraint family_enquiry_freeze foreign key (org_id, freeze_id) references family_freeze (org_id, id),
  constraint family_enquiry_state check (state in ('RECEIVED','FROZEN','RELEASED','REFUSED','MATCHED')),
  constraint family_enquiry_frozen check (state not in ('FROZEN','RELEASED','REFUSED') or freeze_id is not null),
  constraint family_enquiry_matched check (state <> 'MATCHED' or keeps_data)
);
create index family_enquiry_to_look_at on family_enquiry (org_id) where looked_at is null;
create index family_enquiry_to_match on family_enquiry (org_id, id) where keeps_data and state in ('RECEIVED','RELEASED');
create index family_enquiry_of_freeze on family_enquiry (freeze_id) where freeze_id is not null;
create index family_enquiry_by_age on family_enquiry (entered_at);

-- by what enquiries are compared among themselves: keyed tokens
create table family_enquiry_mark (
  org_id uuid not null,
  office_id uuid not null,
  enquiry_id uuid not null,
  kind text not null,
  token bytea not null,
  constraint family_enquiry_mark_once primary key (enquiry_id, kind, token),
  constraint family_enquiry_mark_enquiry foreign key (org_id, enquiry_id) references family_enquiry (org_id, id),
  constraint family_enquiry_mark_kind check (kind in ('TELEPHONE','MAIL','WORDING'))
);
create index family_enquiry_mark_shared on family_enquiry_mark (token, kind);
`;

const MATCHES = `
create table family_match (
  id uuid primary key,${OF_ORG('family_match')},
  client_id uuid not null,
  link_id uuid not null,
  enquiry_id uuid not null,
  entered_by uuid not null,
  state text not null default 'PROPOSED',
  score integer not null,
  found_at timestamptz not null default now(),
  first_by uuid,
  first_at timestamptz,
  second_by uuid,
  second_at timestamptz,
  refused_by uuid,
  refused_at timestamptz,
  sealed bytea not null,
  seal_version integer not null default 1,
  version integer not null default 1,
  constraint family_match_pair unique (enquiry_id, link_id),
  constraint family_match_client foreign key (org_id, client_id) references client (org_id, id),
  constraint family_match_link foreign key (org_id, link_id) references family_link (org_id, id),
  constraint family_match_enquiry foreign key (org_id, enquiry_id) references family_enquiry (org_id, id),
  constraint family_match_first foreign key (org_id, first_by) references staff_member (org_id, id),
  constraint family_match_second foreign key (org_id, second_by) references staff_member (org_id, id),
  constraint family_match_refuser foreign key (org_id, refused_by) references staff_member (org_id, id),
  constraint family_match_state check (state in ('PROPOSED','CONFIRMED_ONCE','CONFIRMED','REFUSED')),
  -- Annex A.8: what scores less is shown to nobody
  constraint family_match_score check (score between 45 and 100),
  constraint family_match_two_people check (second_by <> first_by),
  constraint family_match_not_the_enterer check (entered_by is distinct from first_by and entered_by is distinct from second_by and entered_by is distinct from refused_by),
  constraint family_match_whole check ((first_by is null) = (first_at is null) and (second_by is null) = (second_at is null) and (refused_by is null) = (refused_at is null)),
  constraint family_match_confirmed check ((state = 'CONFIRMED') = (second_by is not null) and (state not in ('CONFIRMED_ONCE','CONFIRMED') or first_by is not null)),
  constraint family_match_refused check ((state = 'REFUSED') = (refused_by is not null))
);
create index family_match_open on family_match (office_id, score desc) where state in ('PROPOSED','CONFIRMED_ONCE');
create index family_match_of_link on family_match (link_id);
create index family_match_of_client on family_match (client_id);
`;

const DRAWN = (table: string, steps: string[], kept: string): string => `
  if (${kept}) or (new.state <> old.state and old.state || ' ' || new.state <> all (array[${steps.map((step) => `'${step}'`).join(',')}])) then
    raise exception 'no such step' using errcode = 'check_violation', constraint = '${table}_by_the_drawing', table = '${table}';
  end if;`;
const changed = (...columns: string[]): string =>
  `(${columns.map((column) => `new.${column}`).join(', ')}) is distinct from (${columns.map((column) => `old.${column}`).join(', ')})`;

const GUARDS = `
create function app.guard_family_enquiry() returns trigger language plpgsql as $$
begin${DRAWN('family_enquiry', ['RECEIVED FROZEN', 'RECEIVED MATCHED', 'FROZEN RELEASED', 'FROZEN REFUSED', 'RELEASED MATCHED'], changed('id', 'org_id', 'office_id', 'entered_by', 'entered_at', 'keeps_data', 'sealed', 'seal_version'))}
  return new;
end $$;
create trigger family_enquiry_by_the_drawing before update on family_enquiry for each row execute function app.guard_family_enquiry();

create function app.guard_family_freeze() returns trigger language plpgsql as $$
begin${DRAWN('family_freeze', ['OPEN RELEASED', 'OPEN REFUSED'], `${changed('id', 'org_id', 'office_id', 'frozen_at')} or old.state <> 'OPEN'`)}
  return new;
end $$;
create trigger family_freeze_by_the_drawing before update on family_freeze for each row execute function app.guard_family_freeze();

create function app.guard_family_match() returns trigger language plpgsql as $$
begin${DRAWN('family_match', ['PROPOSED CONFIRMED_ONCE', 'PROPOSED REFUSED', 'CONFIRMED_ONCE CONFIRMED', 'CONFIRMED_ONCE REFUSED'], `${changed('id', 'org_id', 'office_id', 'client_id', 'link_id', 'enquiry_id', 'entered_by', 'score', 'found_at')} or old.state in ('CONFIRMED','REFUSED')`)}
  -- nobody writes another's word
  if (new.first_by is distinct from old.first_by and (old.first_by is not null or new.first_by <> app.staff_id()))
     or (new.second_by is distinct from old.second_by and new.second_by <> app.staff_id()) then
    raise exception 'nobody confirms for another' using errcode = 'check_violation', constraint = 'family_match_own_word', table = 'family_match';
  end if;
  return new;
end $$;
create trigger family_match_by_the_drawing before update on family_match for each row execute function app.guard_family_match();

/* R-ID-08, at commit and whoever wrote it: both sides' yes to looking stands in the instant in which two records become one search. */
create function app.assert_may_match() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform app.hold_grounds(new.link_id);
  if app.side_ground(new.link_id, 'CLIENT', 'C08_TRACING', 'OWN_RECORDS') is null
     or not exists (select from family_enquiry e where e.id = new.enquiry_id and e.keeps_data and e.state = case new.state when 'CONFIRMED' then 'MATCHED' else e.state end
                      and e.state not in ('FROZEN','REFUSED')) then
    raise exception 'nobody allowed this to be looked for' using errcode = 'check_violation', constraint = 'family_match_is_allowed', table = 'family_match';
  end if;
  return null;
end $$;
create constraint trigger family_match_is_allowed after insert or update on family_match deferrable initially deferred
  for each row when (new.state <> 'REFUSED') execute function app.assert_may_match();
`;

/**
 * What a family-links officer of the client's office may decide, or has decided. Never on the word of who entered the enquiry, nor of somebody who works with
 * the client in another role; never while the client's yes does not stand, or the enquiry is frozen.
 */
const OWN_MATCHES = `
create function app.own_matches() returns table (whose uuid, enquiry uuid, link_state text)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.enquiry_id, l.state
    from family_match m join family_link l on l.id = m.link_id join family_enquiry e on e.id = m.enquiry_id
   where m.org_id = app.org_id() and m.entered_by <> app.setting('member')::uuid and not coalesce(m.client_id = any (app.blocked()), false)
     and exists (select from staff_role r where r.staff_id = app.setting('member')::uuid and r.role = 'FAMILY_LINKS' and r.office_id = m.office_id
                  and r.confirmed_at is not null and r.ended_at is null)
     and not exists (select from case_team t where t.client_id = m.client_id and t.staff_id = app.setting('member')::uuid and t.role <> 'FAMILY_LINKS'
                  and t.ended_at is null and (t.ends_at is null or t.ends_at > now()))
     and case when m.state in ('PROPOSED','CONFIRMED_ONCE')
              then l.state in ('OPEN','TRACING') and e.keeps_data and e.state in ('RECEIVED','RELEASED') and app.side_ground(l.id, 'CLIENT', 'C08_TRACING', 'OWN_RECORDS') is not null
              else app.setting('member')::uuid in (m.first_by, m.second_by, m.refused_by) end $$;
revoke all on function app.own_matches() from public;
grant execute on function app.own_matches() to panah_app;
`;

const ACTS = `
/*
 * Two people confirmed: what follows is written where the link is, whose officers they need not be. For the rest of this transaction the second one
 * acts for its office. Null unless they confirmed just now.
 */
create function app.act_for_match(p_match uuid) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m record;
begin
  select link_id, office_id into m from family_match where id = p_match and org_id = app.org_id() and state = 'CONFIRMED' and second_by = app.staff_id() and second_at = now();
  if not found then return null; end if;
  perform set_config('app.coordinated_offices', m.office_id::text, true);
  return m.link_id;
end $$;

/* The links for which somebody may be looked for in our own records: asked by the job alone. */
create function app.links_that_may_match() returns table (link_id uuid, client_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.id, l.client_id from family_link l
   where app.has_role('MATCHING') and app.staff_id() is null and l.org_id = app.org_id() and l.state in ('OPEN','TRACING')
     and app.side_ground(l.id, 'CLIENT', 'C08_TRACING', 'OWN_RECORDS') is not null $$;

revoke all on function app.act_for_match(uuid), app.links_that_may_match(), app.guard_family_enquiry(), app.guard_family_freeze(), app.guard_family_match(), app.assert_may_match() from public;
grant execute on function app.act_for_match(uuid), app.links_that_may_match() to panah_app;
`;

const frozen = 'exists (select from family_freeze f where f.id = family_enquiry.freeze_id)';
/** Offices in which somebody hears relatives: those of caseworkers and coordinators, and of family-links officers. */
const ownMatch = (column: string, which: string): string => `${column} in (select o.${which} from app.own_matches() o)`;
const hearsIn = (table: string): string => `${inOrg} and (office_id = any ((select app.enquiry_offices())::uuid[])
  or exists (select from app.own_specialty held where held.role = 'FAMILY_LINKS' and held.office_id = ${table}.office_id))`;
const matching = `${inOrg} and (select app.has_role('MATCHING')) and (select app.staff_id()) is null`;

const WALLS = `
${OWN_MATCHES}
${ACTS}
${close('family_freeze')}
create policy family_freeze_wall on family_freeze to panah_app using (${inOrg} and ${inCoordinatedOffice} and (select app.staff_id()) <> all (entered_by))
  with check (${inOrg} and ${inCoordinatedOffice} and (select app.staff_id()) <> all (entered_by));
create policy family_freeze_matching on family_freeze to panah_app using (${matching}) with check (${matching});
create policy family_freeze_jobs on family_freeze to panah_jobs using (true);
grant select, insert, update on family_freeze to panah_app;
grant select (id, org_id, office_id, state, decided_at), delete on family_freeze to panah_jobs;

${close('family_enquiry')}
-- written by whoever hears it, and read by them never
create policy family_enquiry_enter on family_enquiry for insert to panah_app with check (${hearsIn('family_enquiry')} and entered_by = (select app.staff_id()) and state = 'RECEIVED');
create policy family_enquiry_match on family_enquiry for select to panah_app using (${inOrg} and ${ownMatch('id', 'enquiry')});
create policy family_enquiry_matched on family_enquiry for update to panah_app using (${inOrg} and ${ownMatch('id', 'enquiry')})
  with check (${inOrg} and state = 'MATCHED');
create policy family_enquiry_freeze on family_enquiry for select to panah_app using (${inOrg} and ${frozen});
create policy family_enquiry_decided on family_enquiry for update to panah_app using (${inOrg} and ${frozen}) with check (${inOrg} and ${frozen} and state in ('RELEASED','REFUSED'));
create policy family_enquiry_matching on family_enquiry for select to panah_app using (${matching});
create policy family_enquiry_freezing on family_enquiry for update to panah_app using (${matching}) with check (${matching});
create policy family_enquiry_jobs on family_enquiry to panah_jobs using (true);
grant select, insert, update on family_enquiry to panah_app;
grant select (id, org_id, office_id, entered_at, keeps_data, state, freeze_id), delete on family_enquiry to panah_jobs;

${close('family_enquiry_mark')}
create policy family_enquiry_mark_enter on family_enquiry_mark for insert to panah_app with check (${hearsIn('family_enquiry_mark')});
create policy family_enquiry_mark_matching on family_enquiry_mark for select to panah_app using (${matching});
create policy family_enquiry_mark_jobs on family_enquiry_mark to panah_jobs using (true);
grant select, insert on family_enquiry_mark to panah_app;
grant select (enquiry_id), delete on family_enquiry_mark to panah_jobs;

${close('family_match')}
create policy family_match_wall on family_match to panah_app using (${inOrg} and ${ownMatch('id', 'whose')})
  with check (${inOrg} and ${ownMatch('id', 'whose')});
create policy family_match_matching on family_match for insert to panah_app with check (${matching});
create policy family_match_known on family_match for select to panah_app using (${matching});
create policy family_match_jobs on family_match to panah_jobs using (true);
grant select, insert, update on family_match to panah_app;
grant select (id, org_id, office_id, enquiry_id), delete on family_match to panah_jobs;
`;
