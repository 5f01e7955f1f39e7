import type { MigrationInterface, QueryRunner } from 'typeorm';
import { leavesTheHouse } from './support/consents';
import { clientWall, close, inCoordinatedOffice, inOrg, notBlocked, onTeamOf } from './support/walls';

/**
 * Providers and their units, who asked for a place, and who lives where. What must never happen is refused by the database itself, whoever writes:
 * more people in a unit than it has places for (R-HO-01), two homes of one person on one day (R-HO-02), two people under one roof who are to be
 * kept apart (R-HO-03), a stay in a unit that is not to be used (R-HO-04) or that there is not yet, a move-in that lies ahead (R-HO-07).
 */
export class HouseThePeople1763900300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(PLACES);
    await db.query(NUMBERS);
    await db.query(PLACEMENTS);
    await db.query(KEEPING);
    await db.query(OFFERS);
    await db.query(WALLS);
    await db.query(BEYOND);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop function app.bed_stays(date, date), app.waiting_places(), app.unit_company(uuid, date, date), app.residents_of(uuid);
      drop table housing_offer, keep_apart, placement, housing_unit, housing_provider;
      drop function app.guard_placement(), app.guard_unit(), app.unit_peak(uuid, date, date, uuid, boolean), app.bed_offices(), app.next_number(text, uuid)`);
  }
}

const PLACES = `
-- a range of days beside an id in one constraint: part of PostgreSQL, and any owner of a database may ask for it
create extension if not exists btree_gist;

-- offices whose beds the member works with; none while a tie keeps them out
create function app.bed_offices() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct office_id), '{}') || app.coordinated_offices() from staff_role
   where staff_id = app.setting('member')::uuid and role in ('HOUSING','CASEWORKER','COORDINATOR') and confirmed_at is not null and ended_at is null $$;

create table housing_provider (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  -- what people call it where its name is not to be said
  number integer not null,
  type text not null,
  country text not null,
  safe_house boolean not null default false,
  -- whom a consent must name: a partner's id, or a keyed token of the name
  recipient uuid not null,
  partner_id uuid,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  -- of a safe house all of it lies under the key of locations
  sealed bytea not null,
  place_sealed bytea,
  seal_version integer not null default 1,
  version integer not null default 1,
  constraint housing_provider_once unique (org_id, id),
  constraint housing_provider_number unique (org_id, number),
  constraint housing_provider_office foreign key (org_id, office_id) references office (org_id, id),
  constraint housing_provider_partner foreign key (org_id, partner_id) references partner (org_id, id),
  constraint housing_provider_type check (type in ('STATE_RECEPTION','MUNICIPAL','NGO_SHELTER','SAFE_HOUSE','HOST_FAMILY','PRIVATE_RENTAL',
    'SOCIAL_HOUSING','HOTEL','CARE_HOME','PARTNER')),
  constraint housing_provider_safe_house check (type <> 'SAFE_HOUSE' or safe_house)
);

create table housing_unit (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  provider_id uuid not null,
  number integer not null,
  -- units under one roof share it
  building_id uuid not null,
  kind text not null,
  capacity integer not null,
  country text not null,
  -- a keyed token: compared with the cities that somebody avoids, never read
  city_token bytea,
  safe_house boolean not null,
  rule text not null,
  accessibility text[] not null default '{}',
  max_stay_days integer,
  opens_on date not null,
  status text not null default 'AVAILABLE',
  known_to_group boolean not null default false,
  compromised_by uuid,
  -- moves with each stay that is counted: two who reserve at once wait for one another
  counted bigint not null default 0,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  sealed bytea not null,
  place_sealed bytea,
  seal_version integer not null default 1,
  version integer not null default 1,
  constraint housing_unit_once unique (org_id, id),
  constraint housing_unit_number unique (org_id, number),
  constraint housing_unit_office foreign key (org_id, office_id) references office (org_id, id),
  constraint housing_unit_provider foreign key (org_id, provider_id) references housing_provider (org_id, id),
  constraint housing_unit_kind check (kind in ('BED','ROOM','FLAT','HOUSE')),
  constraint housing_unit_capacity check (capacity between 1 and 200),
  constraint housing_unit_rule check (rule in ('MIXED','WOMEN_ONLY','MEN_ONLY','FAMILIES')),
  constraint housing_unit_accessibility check (accessibility <@ array['STEP_FREE','LIFT','BATH_ADAPTED','GROUND_FLOOR','CARE_ON_SITE']),
  constraint housing_unit_max_stay check (max_stay_days between 1 and 3660),
  -- RESERVED and OCCUPIED are read from the stays of a day
  constraint housing_unit_status check (status in ('AVAILABLE','MAINTENANCE','COMPROMISED','RETIRED')),
  constraint housing_unit_compromised check (status <> 'COMPROMISED' or compromised_by is not null)
);
create index housing_unit_of_office on housing_unit (office_id, number);
create index housing_unit_of_building on housing_unit (building_id);
create index housing_unit_of_provider on housing_unit (provider_id);
`;

const NUMBERS = `
-- the next number of a provider or a unit in an organisation, counted over all of its offices; the caller holds the lock
create function app.next_number(p_what text, p_org uuid) returns integer language sql stable security definer set search_path = public, pg_temp as $$
  select 1 + case p_what when 'UNIT' then coalesce((select max(number) from housing_unit where org_id = p_org and p_org = app.org_id()), 0)
    else coalesce((select max(number) from housing_provider where org_id = p_org and p_org = app.org_id()), 0) end
$$;
`;

const PLACEMENTS = `
create table placement (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  case_id uuid not null,
  state text not null default 'REQUESTED',
  state_since timestamptz not null default now(),
  kind text not null,
  needed_from date not null,
  needed_until date,
  requested_on date not null,
  household_size integer not null default 1,
  constraints text[] not null default '{}',
  accessibility text[] not null default '{}',
  unit_id uuid,
  reserved_from date,
  planned_end_on date,
  held_until timestamptz,
  rules_language text,
  agreed_at timestamptz,
  moved_in_on date,
  moved_out_on date,
  move_out_reason text,
  destination text,
  care_planned boolean not null default false,
  end_reason text,
  next_planned_on date,
  declines integer not null default 0,
  -- R-HO-05: where somebody was put by hand
  moved_band text,
  moved_on date,
  moved_anchor uuid,
  moved_tie integer,
  moved_at timestamptz,
  moved_by uuid,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  sealed bytea not null,
  -- which cities are avoided, under the key of locations
  place_sealed bytea,
  seal_version integer not null default 1,
  version integer not null default 1,
  constraint placement_once unique (org_id, id),
  constraint placement_case foreign key (org_id, case_id) references case_file (org_id, id),
  constraint placement_client foreign key (org_id, client_id) references client (org_id, id),
  constraint placement_unit foreign key (org_id, unit_id) references housing_unit (org_id, id),
  constraint placement_state check (state in ('REQUESTED','MATCHED','OFFERED','RESERVED','IN_RESIDENCE','NOTICE','MOVED_OUT','CANCELLED')),
  constraint placement_kind check (kind in ('EMERGENCY','SAFE_HOUSE','TRANSITIONAL','SUPPORTED','INDEPENDENT','FAMILY','CARE')),
  constraint placement_household check (household_size between 1 and 30),
  constraint placement_constraints check (constraints <@ array['ACCESSIBLE','WOMEN_ONLY','NO_FORMER_MEMBERS','NEAR_TREATMENT','NOT_IN_CITY','PETS']),
  constraint placement_accessibility check (accessibility <@ array['STEP_FREE','LIFT','BATH_ADAPTED','GROUND_FLOOR','CARE_ON_SITE']),
  constraint placement_needed_in_order check (needed_until > needed_from),
  constraint placement_has_unit check ((unit_id is not null) = (state not in ('REQUESTED','CANCELLED'))),
  constraint placement_from check ((reserved_from is not null) = (state not in ('REQUESTED','CANCELLED'))),
  constraint placement_held check ((held_until is not null) = (state in ('MATCHED','OFFERED'))),
  constraint placement_lived check ((moved_in_on is not null) = (state in ('IN_RESIDENCE','NOTICE','MOVED_OUT'))),
  constraint placement_left check ((state = 'MOVED_OUT') = (moved_out_on is not null)
    and (moved_out_on is null) = (move_out_reason is null) and (moved_out_on is null) = (destination is null)),
  -- R-HO-07
  constraint placement_left_after_moving_in check (moved_out_on >= moved_in_on),
  constraint placement_planned_end check (planned_end_on >= coalesce(moved_in_on, reserved_from)),
  constraint placement_notice check (state <> 'NOTICE' or planned_end_on is not null),
  constraint placement_cancelled check ((state = 'CANCELLED') = (end_reason is not null)),
  constraint placement_destination check (destination in ('INDEPENDENT_RENT','INDEPENDENT_SUPPORTED','SOCIAL_HOUSING','FAMILY_PERMANENT','FAMILY_TEMPORARY',
    'TRANSITIONAL','SHELTER','INSTITUTION','STREET','GROUP_SITE','UNKNOWN','OTHER')),
  constraint placement_moved_whole check (num_nonnulls(moved_band, moved_on, moved_anchor, moved_tie, moved_at, moved_by) in (0, 6)),
  -- R-HO-02: one home for each person and day; who moves out in the morning may move in elsewhere by the evening
  constraint placement_one_residence exclude using gist (client_id with =, daterange(moved_in_on, moved_out_on) with &&) where (moved_in_on is not null)
);
create unique index placement_one_request on placement (client_id) where state in ('REQUESTED','MATCHED','OFFERED','RESERVED');
create index placement_of_case on placement (case_id, created_at desc);
create index placement_of_unit on placement (unit_id, state) where unit_id is not null;
create index placement_waiting on placement (office_id, requested_on) where state in ('REQUESTED','MATCHED','OFFERED');
create index placement_ended on placement (office_id, moved_out_on) where moved_out_on is not null;
create index placement_begun on placement (office_id, moved_in_on) where moved_in_on is not null;

/*
 * The most places of a unit that are taken at once between two days (from the first up to, and not with, the second; null: for good).
 * Who has not left by the planned day is still there today, whatever was planned.
 */
create function app.unit_peak(p_unit uuid, p_from date, p_until date, p_except uuid, p_with_held boolean) returns integer
language sql stable set search_path = public, pg_temp as $$
  with today as (select (now() at time zone o.time_zone)::date as day from housing_unit u join office o on o.id = u.office_id where u.id = p_unit),
       stay as (
    select p.household_size as beds, coalesce(p.moved_in_on, p.reserved_from) as from_on,
           case when p.state = 'MOVED_OUT' then p.moved_out_on
                when p.state in ('IN_RESIDENCE','NOTICE') then greatest(p.planned_end_on, case when p.planned_end_on is not null then t.day + 1 end)
                else p.planned_end_on end as until_on
      from placement p cross join today t
     where p.unit_id = p_unit and p.id is distinct from p_except
       and (p.state in ('RESERVED','IN_RESIDENCE','NOTICE','MOVED_OUT') or (p_with_held and p.state in ('MATCHED','OFFERED') and p.held_until > now()))),
       there as (select * from stay where daterange(from_on, until_on) && daterange(p_from, p_until))
  select coalesce(max(load), 0)::int from (
    select sum(s.beds) as load
      from (select p_from as day union select from_on from there where from_on > p_from) d
      join there s on s.from_on <= d.day and (s.until_on is null or s.until_on > d.day) group by d.day) l
$$;

/*
 * Whoever is given places in a unit makes the others wait until it is known (the unit's own row is written, so that this holds at every level of isolation),
 * and is counted with all who are there. RESERVED, IN_RESIDENCE and NOTICE count (R-HO-01); whoever is only held a bed for counts against other holds.
 */
create function app.guard_placement() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  u record;
  first date := coalesce(new.moved_in_on, new.reserved_from);
  until_on date := case when new.state = 'MOVED_OUT' then new.moved_out_on else new.planned_end_on end;
  today date;
  entering boolean;
begin
  if new.unit_id is null then return new; end if;
  update housing_unit set counted = counted + 1 where id = new.unit_id returning * into u;
  select (now() at time zone o.time_zone)::date into today from office o where o.id = u.office_id;
  if new.moved_in_on > today or new.moved_out_on > today then
    raise exception 'a move that lies ahead' using errcode = 'check_violation', constraint = 'placement_not_ahead', table = 'placement';
  end if;
  if (u.org_id, u.office_id) is distinct from (new.org_id, new.office_id) then
    raise exception 'a unit of others' using errcode = 'check_violation', constraint = 'placement_unit', table = 'placement';
  end if;
  entering := tg_op = 'INSERT' or old.unit_id is distinct from new.unit_id or (new.state in ('RESERVED','IN_RESIDENCE') and old.state not in ('RESERVED','IN_RESIDENCE','NOTICE'))
    or (new.state = 'IN_RESIDENCE' and old.state = 'RESERVED') or coalesce(old.moved_in_on, old.reserved_from) is distinct from first
    or new.household_size > old.household_size;
  if first < u.opens_on then
    raise exception 'before there is such a unit' using errcode = 'check_violation', constraint = 'placement_after_unit_opens', table = 'placement';
  end if;
  if entering and new.state in ('MATCHED','RESERVED','IN_RESIDENCE') and u.status <> 'AVAILABLE' then
    raise exception 'not to be used' using errcode = 'check_violation', constraint = 'placement_unit_usable', table = 'placement';
  end if;
  if entering or (new.state in ('RESERVED','IN_RESIDENCE','NOTICE') and coalesce(until_on, 'infinity') > coalesce(old.planned_end_on, 'infinity')) then
    if app.unit_peak(new.unit_id, case when entering then first else old.planned_end_on end,
         case when until_on <= today and new.state in ('IN_RESIDENCE','NOTICE') then today + 1 else until_on end,
         new.id, new.state in ('MATCHED','OFFERED')) + new.household_size > u.capacity then
      raise exception 'more people than places' using errcode = 'check_violation', constraint = 'placement_within_capacity', table = 'placement';
    end if;
  end if;
  if entering and new.state in ('MATCHED','RESERVED','IN_RESIDENCE') then
    perform pg_advisory_xact_lock(hashtextextended(u.building_id::text, 19));
    if exists (select from placement o join housing_unit v on v.id = o.unit_id and v.building_id = u.building_id
                 join keep_apart k on k.lifted_at is null and k.client_id = least(o.client_id, new.client_id) and k.other_id = greatest(o.client_id, new.client_id)
                where o.id <> new.id and (o.state in ('RESERVED','IN_RESIDENCE','NOTICE') or (o.state in ('MATCHED','OFFERED') and o.held_until > now()))
                  and (o.planned_end_on is null or greatest(o.planned_end_on, case when o.moved_in_on is not null then today + 1 end) > first)
                  and (until_on is null or coalesce(o.moved_in_on, o.reserved_from) < until_on)) then
      raise exception 'to be kept apart' using errcode = 'check_violation', constraint = 'placement_kept_apart', table = 'placement';
    end if;
  end if;
  return new;
end $$;
create trigger placement_within_capacity before insert or update on placement for each row execute function app.guard_placement();

-- a unit does not shrink below who is there, or is to come; one that is left behind has nobody in it
create function app.guard_unit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.capacity < old.capacity and app.unit_peak(new.id, current_date, null, null, false) > new.capacity then
    raise exception 'fewer places than people' using errcode = 'check_violation', constraint = 'housing_unit_holds_who_is_there', table = 'housing_unit';
  end if;
  if new.status = 'RETIRED' and old.status <> 'RETIRED'
     and exists (select from placement where unit_id = new.id and state in ('MATCHED','OFFERED','RESERVED','IN_RESIDENCE','NOTICE')) then
    raise exception 'somebody is there' using errcode = 'check_violation', constraint = 'housing_unit_empty', table = 'housing_unit';
  end if;
  return new;
end $$;
create trigger housing_unit_holds_who_is_there before update on housing_unit for each row
  when (new.capacity < old.capacity or new.status is distinct from old.status) execute function app.guard_unit();
`;

const KEEPING = `
-- R-HO-03: two people who are never under one roof; the pair stands once
create table keep_apart (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  other_id uuid not null,
  kind text not null,
  set_by uuid not null,
  set_at timestamptz not null default now(),
  lifted_by uuid,
  lifted_at timestamptz,
  constraint keep_apart_client foreign key (org_id, client_id) references client (org_id, id),
  constraint keep_apart_other foreign key (org_id, other_id) references client (org_id, id),
  constraint keep_apart_in_order check (client_id < other_id),
  constraint keep_apart_kind check (kind in ('RELATIVE','SAME_UNIT','DISPUTE','BUSINESS','OTHER')),
  constraint keep_apart_lifted check ((lifted_at is null) = (lifted_by is null))
);
create unique index keep_apart_once on keep_apart (client_id, other_id) where lifted_at is null;
create index keep_apart_of_other on keep_apart (other_id) where lifted_at is null;
`;

const OFFERS = `
-- what a provider was told, and what became of it; it rests on C05 (R-CO-01)
create table housing_offer (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  case_id uuid not null,
  placement_id uuid not null,
  unit_id uuid not null,
  purpose text not null default 'C05_HOUSING',
  recipient uuid not null,
  scope text[] not null,
  consent_id uuid,
  legal_basis_id uuid,
  state text not null,
  offered_by uuid not null,
  offered_at timestamptz not null default now(),
  expires_at timestamptz,
  decline_reason text,
  ended_at timestamptz,
  constraint housing_offer_placement foreign key (org_id, placement_id) references placement (org_id, id),
  constraint housing_offer_unit foreign key (org_id, unit_id) references housing_unit (org_id, id),
  constraint housing_offer_client foreign key (org_id, client_id) references client (org_id, id),
  constraint housing_offer_case foreign key (org_id, case_id) references case_file (org_id, id),
  constraint housing_offer_consent foreign key (org_id, consent_id) references consent (org_id, id),
  constraint housing_offer_legal_basis foreign key (org_id, legal_basis_id) references legal_basis (org_id, id),
  constraint housing_offer_purpose check (purpose = 'C05_HOUSING'),
  constraint housing_offer_state check (state in ('OFFERED','ACCEPTED','DECLINED','EXPIRED','STOPPED')),
  constraint housing_offer_ended check ((state = 'OFFERED') = (ended_at is null)),
  constraint housing_offer_declined check ((state = 'DECLINED') = (decline_reason is not null))
);
create unique index housing_offer_open_once on housing_offer (placement_id) where state = 'OFFERED';
create index housing_offer_of_placement on housing_offer (placement_id, offered_at desc);
create index housing_offer_resting_on on housing_offer (consent_id) where state = 'OFFERED';
${leavesTheHouse('housing_offer', `new.state in ('OFFERED', 'ACCEPTED')`)}
`;

const ofBeds = `${inOrg} and office_id = any ((select app.bed_offices())::uuid[])`;
const ofPair = `${inOrg} and (${inCoordinatedOffice} or ${onTeamOf('client_id')} or ${onTeamOf('other_id')}) and ${notBlocked('client_id')} and ${notBlocked('other_id')}`;

const WALLS = `
${close('housing_provider')}
create policy housing_provider_wall on housing_provider to panah_app using (${ofBeds}) with check (${ofBeds});
${close('housing_unit')}
create policy housing_unit_wall on housing_unit to panah_app using (${ofBeds}) with check (${ofBeds});
${clientWall('placement')}
${clientWall('housing_offer')}
${close('keep_apart')}
create policy keep_apart_wall on keep_apart to panah_app using (${ofPair}) with check (${ofPair});
grant select, insert, update on housing_provider, housing_unit, placement, housing_offer, keep_apart to panah_app;

-- the clock reads dates, ids and states
create policy placement_jobs on placement for select to panah_jobs using (true);
grant select (id, org_id, office_id, client_id, case_id, state, held_until, moved_in_on, planned_end_on, next_planned_on) on placement to panah_jobs;

update case_team set classes = classes || 'HOUSING'::text where ended_at is null and 'LOCATION' = any (classes) and not 'HOUSING' = any (classes);
`;

/** What is counted beyond one's own clients: places, ranks and reasons, and never who. */
const BEYOND = `
create function app.bed_stays(p_from date, p_until date) returns table (unit_id uuid, from_on date, until_on date, beds integer, state text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.unit_id, coalesce(p.moved_in_on, p.reserved_from),
         case when p.state = 'MOVED_OUT' then p.moved_out_on
              when p.state in ('IN_RESIDENCE','NOTICE') and p.planned_end_on is not null then greatest(p.planned_end_on, (now() at time zone o.time_zone)::date + 1)
              else p.planned_end_on end,
         p.household_size, case when p.state in ('MATCHED','OFFERED') then 'HELD' else p.state end
    from placement p join office o on o.id = p.office_id
   where p.office_id = any (app.bed_offices()) and p.unit_id is not null and (p.state not in ('MATCHED','OFFERED') or p.held_until > now())
     and coalesce(p.moved_in_on, p.reserved_from) < p_until and (p.moved_out_on is null or p.moved_out_on > p_from)
$$;

-- R-HO-05: what orders the list of each office; whose request it is, is not said
create function app.waiting_places() returns table (id uuid, office_id uuid, level text, nowhere boolean, requested_on date,
  moved_band text, moved_on date, moved_anchor uuid, moved_tie integer, moved_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.office_id, f.risk_level,
         exists (select from client_need n where n.case_id = p.case_id and n.code = 'HS-NF' and n.status in ('IDENTIFIED','CONFIRMED','IN_PLAN')),
         p.requested_on, p.moved_band, p.moved_on, p.moved_anchor, p.moved_tie, p.moved_at
    from placement p join case_file f on f.id = p.case_id
   where p.office_id = any (app.bed_offices()) and p.state in ('REQUESTED','MATCHED','OFFERED')
$$;

-- for one placement in the reader's reach: what each unit of its office has free between two days, whether others are there, and somebody to be kept apart
create function app.unit_company(p_placement uuid, p_from date, p_until date) returns table (unit_id uuid, free integer, others boolean, kept_apart boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  with asked as (
    select p.id, p.client_id, p.office_id from placement p
     where p.id = p_placement and p.org_id = app.org_id() and not (p.client_id = any (app.blocked()))
       and (p.office_id = any (app.coordinated_offices()) or exists (select from app.own_place o where o.whose = p.client_id))),
       there as (
    select p.unit_id, p.client_id, u.building_id from placement p join housing_unit u on u.id = p.unit_id cross join asked a
     where p.id <> a.id and p.client_id <> a.client_id and u.office_id = a.office_id
       and (p.state in ('RESERVED','IN_RESIDENCE','NOTICE') or (p.state in ('MATCHED','OFFERED') and p.held_until > now()))
       and coalesce(p.moved_in_on, p.reserved_from) < coalesce(p_until, 'infinity')
       and (p.planned_end_on is null or p.planned_end_on > p_from or (p.moved_in_on is not null and p_from <= current_date)))
  select u.id, u.capacity - app.unit_peak(u.id, p_from, p_until, a.id, true), exists (select from there t where t.unit_id = u.id),
         exists (select from there t join keep_apart k on k.lifted_at is null and k.client_id = least(t.client_id, a.client_id) and k.other_id = greatest(t.client_id, a.client_id)
                  where t.building_id = u.building_id)
    from asked a join housing_unit u on u.office_id = a.office_id
$$;

/*
 * R-HO-04: whoever says that a unit is known to others acts for all who live there or are to, also for clients who are not theirs: for the rest of this
 * transaction it acts for the office. Only of a unit that stands as compromised, for somebody who works with the beds of its office.
 */
create function app.residents_of(p_unit uuid) returns table (case_id uuid, client_id uuid, office_id uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  u record;
begin
  select x.office_id into u from housing_unit x where x.id = p_unit and x.status = 'COMPROMISED' and x.org_id = app.org_id() and x.office_id = any (app.bed_offices());
  if not found then return; end if;
  perform set_config('app.coordinated_offices', u.office_id::text, true), set_config('app.blocked', '', true);
  return query select p.case_id, p.client_id, p.office_id from placement p
    where p.unit_id = p_unit and p.office_id = u.office_id and p.state in ('MATCHED','OFFERED','RESERVED','IN_RESIDENCE','NOTICE');
end $$;

revoke all on function app.next_number(text, uuid), app.bed_offices(), app.unit_peak(uuid, date, date, uuid, boolean), app.guard_placement(), app.guard_unit(), app.bed_stays(date, date),
  app.waiting_places(), app.unit_company(uuid, date, date), app.residents_of(uuid) from public;
grant execute on function app.next_number(text, uuid), app.bed_offices(), app.bed_stays(date, date), app.waiting_places(), app.unit_company(uuid, date, date), app.residents_of(uuid) to panah_app;
`;
