import type { MigrationInterface, QueryRunner } from 'typeorm';
import { leavesTheHouse } from './support/consents';
import { clientWall, inOrg, notBlocked } from './support/walls';

/**
 * A case is handed over to a partner (R-RE-07). In one transaction it goes to the partner, closes here, and its file is locked: while it is, its
 * client is among those that are closed off (`app.blocked`) from everybody here, which every wall asks. What is left in reach is a summary.
 */
export class HandCasesOver1764000500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(REFERRALS);
    await db.query(HANDOVER);
    await db.query(OWNED);
    await lockAtTheDoor(db);
    await db.query(SUMMARY);
    await db.query(FIGURES);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

const REFERRALS = `
alter table case_file drop constraint case_file_state,
  add constraint case_file_state check (state in ('ASSESSMENT','PLANNING','ACTIVE','ON_HOLD','TRANSFER_PENDING','CLOSURE_REQUESTED','CLOSED'));

alter table referral
  -- when the case went over to the partner; what it has since then is its own
  add column taken_over_at timestamptz,
  add constraint referral_taken_over check ((kind = 'TRANSFER' and started_on is not null) = (taken_over_at is not null)),
  add constraint referral_owned check (taken_over_at is null or state <> 'DISCONTINUED' or end_reason = 'PARTNER_SUSPENDED');
grant select (taken_over_at) on referral to panah_jobs;
-- one offer of a case at a time
create unique index referral_one_offer on referral (client_id) where kind = 'TRANSFER' and sent_at is not null and ended_at is null and taken_over_at is null;

create function app.keep_taken_over() returns trigger language plpgsql as $$
begin
  raise exception 'what was handed over is not taken back' using errcode = 'check_violation', constraint = 'referral_stays_taken_over', table = 'referral';
end $$;
create trigger referral_stays_taken_over before update on referral for each row
  when (old.taken_over_at is not null and new.taken_over_at is distinct from old.taken_over_at) execute function app.keep_taken_over();
`;

const HANDOVER = `
create table handover (
  referral_id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  case_id uuid not null,
  partner_id uuid not null,
  -- the meeting of both sides; who was there is sealed
  met_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  sealed bytea not null,
  seal_version integer not null default 1,
  -- on whose word it goes over
  purpose text not null default 'C03_TRANSFER',
  recipient uuid not null,
  scope text[] not null,
  consent_id uuid not null,
  legal_basis_id uuid,
  taken_over_at timestamptz,
  taken_over_by uuid,
  unlocked_at timestamptz,
  unlocked_by uuid,
  constraint handover_office foreign key (org_id, office_id) references office (org_id, id),
  constraint handover_client foreign key (org_id, client_id) references client (org_id, id),
  constraint handover_case foreign key (org_id, case_id) references case_file (org_id, id),
  constraint handover_referral foreign key (org_id, client_id, partner_id, referral_id) references referral (org_id, client_id, partner_id, id),
  constraint handover_consent foreign key (org_id, consent_id) references consent (org_id, id),
  constraint handover_recorder foreign key (org_id, recorded_by) references staff_member (org_id, id),
  constraint handover_taker foreign key (org_id, partner_id, taken_over_by) references staff_member (org_id, partner_id, id),
  constraint handover_unlocker foreign key (org_id, unlocked_by) references staff_member (org_id, id),
  constraint handover_purpose check (purpose = 'C03_TRANSFER'),
  constraint handover_recipient check (recipient = partner_id),
  constraint handover_by_consent check (legal_basis_id is null),
  constraint handover_scope check (cardinality(scope) >= 1),
  constraint handover_taken_whole check ((taken_over_at is null) = (taken_over_by is null)),
  constraint handover_unlocked_whole check ((unlocked_at is null) = (unlocked_by is null) and (unlocked_at is null or taken_over_at is not null))
);
-- a file is locked once, and each sign-in asks which ones are
create unique index handover_locked on handover (client_id) where taken_over_at is not null and unlocked_at is null;
create index handover_locked_in on handover (org_id, office_id) include (client_id) where taken_over_at is not null and unlocked_at is null;
create index handover_of_case on handover (case_id);
${leavesTheHouse('handover', 'new.taken_over_at is not null and new.unlocked_at is null')}

-- the meeting may be recorded anew until it went over; then it stands, and is unlocked once
create function app.keep_handover() returns trigger language plpgsql as $$
begin
  if (new.referral_id, new.org_id, new.office_id, new.client_id, new.case_id, new.partner_id) is distinct from
       (old.referral_id, old.org_id, old.office_id, old.client_id, old.case_id, old.partner_id)
     or (old.taken_over_at is not null and to_jsonb(new) - array['unlocked_at','unlocked_by'] <> to_jsonb(old) - array['unlocked_at','unlocked_by'])
     or (old.unlocked_at is not null and new is distinct from old) then
    raise exception 'a hand-over stays what it was' using errcode = 'check_violation', constraint = 'handover_stays', table = 'handover';
  end if;
  return new;
end $$;
create trigger handover_stays before update on handover for each row execute function app.keep_handover();

-- at commit: what went over is accepted, is the partner's, and is closed here; all of it or nothing
create function app.assert_handed_over() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from referral r join handover h on h.referral_id = r.id join case_file c on c.id = r.case_id
        where r.id = coalesce(to_jsonb(new) ->> 'referral_id', to_jsonb(new) ->> 'id')::uuid and r.kind = 'TRANSFER' and r.decided_at is not null
          and r.taken_over_at is not null and h.taken_over_at is not null and c.state = 'CLOSED' and c.closure_reason = 'TRANSFERRED') then
    raise exception 'a case goes over as a whole' using errcode = 'check_violation', constraint = 'handover_whole', table = 'handover';
  end if;
  return null;
end $$;
create constraint trigger handover_whole after insert or update of taken_over_at on handover deferrable initially deferred
  for each row when (new.taken_over_at is not null) execute function app.assert_handed_over();
create constraint trigger referral_handed_over after insert or update of taken_over_at on referral deferrable initially deferred
  for each row when (new.taken_over_at is not null) execute function app.assert_handed_over();

${clientWall('handover')}
-- its partner knows that both sides met
create policy handover_addressed on handover for select to panah_app using (${inOrg} and partner_id = (select app.partner_id())
  and (select app.setting('member')) is not null and ${notBlocked('client_id')} and exists (select from referral r where r.id = referral_id));
grant select, insert on handover to panah_app;
grant update (met_on, recorded_by, recorded_at, sealed, seal_version, scope, consent_id, taken_over_at, taken_over_by) on handover to panah_app;
revoke all on function app.keep_taken_over(), app.keep_handover(), app.assert_handed_over() from public;
`;

/** What a partner took over it reads until its time is over, whatever becomes of the consent here: it is looked at no more. */
const OWNED = `
alter table referral_package add column owned_at timestamptz;

create or replace function app.keep_package() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - array['opened_at','consent_id','kem','ciphertext','ended_at','end_reason','owned_at'])
       <> (to_jsonb(old) - array['opened_at','consent_id','kem','ciphertext','ended_at','end_reason','owned_at'])
     or (old.opened_at is not null and new.opened_at is distinct from old.opened_at)
     or (old.ended_at is not null and new is distinct from old)
     or (old.owned_at is not null and (new.owned_at, new.consent_id) is distinct from (old.owned_at, old.consent_id))
     or (new.ended_at is null and (new.kem, new.ciphertext) is distinct from (old.kem, old.ciphertext)) then
    raise exception 'a package is not edited' using errcode = 'check_violation', constraint = 'referral_package_stays', table = 'referral_package';
  end if;
  return new;
end $$;
drop trigger referral_package_is_covered on referral_package;
create constraint trigger referral_package_is_covered after insert or update on referral_package deferrable initially deferred
  for each row when (new.ciphertext is not null and new.owned_at is null) execute function app.assert_covered();

create function app.own_packages() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update referral_package set owned_at = new.taken_over_at where referral_id = new.id and ended_at is null;
  return null;
end $$;
create trigger referral_owns_packages after update of taken_over_at on referral
  for each row when (old.taken_over_at is null and new.taken_over_at is not null) execute function app.own_packages();
revoke all on function app.own_packages() from public;
`;

const CLOSED_OFF = /\(select string_agg\(subject_id::text, ','\) from access_block where staff_id = s\.staff_id and lifted_at is null\)/;

/**
 * R-RE-07: closed off from somebody of ours are besides the clients whose file is locked, wherever a role or a team of theirs would open it.
 * Nothing else of what lets people in is touched.
 */
async function lockAtTheDoor(db: QueryRunner): Promise<void> {
  const [{ body }] = (await db.query(`select pg_get_functiondef('app.enter(bytea, boolean)'::regprocedure) as body`)) as [{ body: string }];
  if (!CLOSED_OFF.test(body)) throw new Error('The door does not say who is closed off from whom.');
  await db.query(
    body.replace(
      CLOSED_OFF,
      `(select string_agg(closed.id::text, ',') from (
        select subject_id as id from access_block where staff_id = s.staff_id and lifted_at is null
        union
        select h.client_id from handover h
         where s.partner_id is null and h.org_id = s.org_id and h.taken_over_at is not null and h.unlocked_at is null
           and (h.office_id in (select office_id from staff_role where staff_id = s.staff_id and ended_at is null)
             or exists (select from case_team t where t.client_id = h.client_id and t.staff_id = s.staff_id))) closed)`,
    ),
  );
}

/** Neither tells of a client who is closed off from the reader for a reason of their own (R-AC-01), nor anything to a partner. */
const SUMMARY = `
/*
 * What is left of a locked file for whoever stood on its team when it went over, in the given roles, and for the coordinators of the given offices:
 * dates, codes, ids; no word that somebody wrote, and nothing of the person. Null when there is no such file for the reader.
 */
create function app.handed_over(p_case uuid, p_offices uuid[], p_roles text[], p_class text) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object('caseId', h.case_id, 'clientId', h.client_id, 'officeId', h.office_id, 'caseRef', c.case_ref, 'openedOn', c.opened_on,
      'closedOn', c.closed_on, 'reason', c.closure_reason, 'partnerId', h.partner_id, 'partner', p.name, 'referralId', r.id, 'service', r.service,
      'metOn', h.met_on, 'takenOverAt', h.taken_over_at,
      'retentionUntil', (select k.retention_until from case_closure k where k.case_id = h.case_id and k.state = 'APPROVED'),
      'steps', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'action', s.action, 'from', s.from_state, 'to', s.to_state, 'byId', s.by_id,
                  'at', s.at, 'reason', s.reason) order by s.at desc, s.id desc), '[]')
                  from process_step s where s.subject_id = r.id and s.subject_type = 'referral'),
      'packages', (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'scope', g.scope, 'sealedAt', g.sealed_at, 'openedAt', g.opened_at,
                  'endedAt', g.ended_at, 'endReason', g.end_reason, 'consentGivenAt', (select e.given_at from consent_event e
                     where e.consent_id = g.consent_id and e.given_at is not null order by e.seq limit 1)) order by g.seq), '[]')
                  from referral_package g where g.referral_id = r.id))
    from handover h join case_file c on c.id = h.case_id join referral r on r.id = h.referral_id join partner p on p.id = h.partner_id
   where h.case_id = p_case and h.org_id = app.org_id() and h.taken_over_at is not null and h.unlocked_at is null
     and app.partner_id() is null and app.setting('member') is not null
     and not exists (select from access_block b where b.staff_id = app.staff_id() and b.subject_id = h.client_id and b.lifted_at is null)
     and ((h.office_id = any (p_offices) and h.office_id = any (app.coordinated_offices()))
       or exists (select from case_team t where t.case_id = h.case_id and t.staff_id = app.staff_id() and t.role = any (p_roles) and p_class = any (t.classes)
            and t.starts_at <= h.taken_over_at and (t.ended_at is null or t.ended_at >= h.taken_over_at) and (t.ends_at is null or t.ends_at > h.taken_over_at))) $$;

/*
 * A coordinator of its office opens a locked file again. For the rest of this transaction, and in every later one, it is as it was.
 * Null when there is no such file for them. Who asks has given a reason, which is kept beside this.
 */
create function app.unlock_file(p_case uuid) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  h record;
begin
  select * into h from handover l
   where l.case_id = p_case and l.org_id = app.org_id() and l.taken_over_at is not null and l.unlocked_at is null
     and app.partner_id() is null and l.office_id = any (app.coordinated_offices())
     and not exists (select from access_block b where b.staff_id = app.staff_id() and b.subject_id = l.client_id and b.lifted_at is null)
     for update;
  if not found then return null; end if;
  update handover set unlocked_at = now(), unlocked_by = app.staff_id() where referral_id = h.referral_id;
  perform set_config('app.blocked', array_to_string(array_remove(app.blocked(), h.client_id), ','), true);
  return jsonb_build_object('clientId', h.client_id, 'officeId', h.office_id, 'referralId', h.referral_id);
end $$;
revoke all on function app.handed_over(uuid, uuid[], text[], text), app.unlock_file(uuid) from public;
grant execute on function app.handed_over(uuid, uuid[], text[], text), app.unlock_file(uuid) to panah_app;
`;

/** P-30 to P-32 as before, and what was handed over is counted with the rest: how many, and nothing of whose. */
const FIGURES = `
drop function app.referral_figures(uuid[]);
create function app.referral_figures(p_offices uuid[]) returns table (id uuid, case_id uuid, partner_id uuid, urgency text, service text, state text,
  sent_on date, decided_on date, ended_on date, accepted boolean, hours double precision, feedback_at timestamptz, handed_over boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select case when shown.yes then r.id end, case when shown.yes then r.case_id end, r.partner_id, r.urgency, r.service, r.state,
         (r.sent_at at time zone o.time_zone)::date, (r.decided_at at time zone o.time_zone)::date, (r.ended_at at time zone o.time_zone)::date,
         r.decided_at is not null and r.state <> 'DECLINED',
         extract(epoch from coalesce(r.decided_at, r.ended_at, now()) - r.sent_at - pause.length)::double precision / 3600, r.feedback_at,
         r.taken_over_at is not null
    from referral r join office o on o.id = r.office_id
    cross join lateral (select app.partner_id() is null and not coalesce(r.client_id = any (app.blocked()), false) as yes) shown
    -- R-RE-05: the first question stops the clock while it is open, 72 hours at most
    cross join lateral (select case when q.at is null then interval '0'
        else least(coalesce(a.at, r.decided_at, r.ended_at, now()) - q.at, interval '72 hours') end as length
      from (select min(at) as at from referral_message where referral_id = r.id and kind = 'QUESTION') q
      left join lateral (select min(m.at) as at from referral_message m where m.referral_id = r.id and m.kind = 'ANSWER' and m.at > q.at) a on true) pause
   where r.org_id = app.org_id() and r.sent_at is not null
     and case when app.partner_id() is null
       then r.office_id = any (p_offices) and r.office_id = any (app.coordinated_offices())
         and not exists (select from access_block b where b.staff_id = app.staff_id() and b.subject_id = r.client_id and b.lifted_at is null)
       else r.partner_id = app.partner_id() and app.setting('member') is not null end $$;
revoke all on function app.referral_figures(uuid[]) from public;
grant execute on function app.referral_figures(uuid[]) to panah_app;
`;
