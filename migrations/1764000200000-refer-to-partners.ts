import type { MigrationInterface, QueryRunner } from 'typeorm';
import { leavesTheHouse } from './support/consents';
import { clientWall, inOrg, notBlocked } from './support/walls';

/**
 * Referrals: what is lent to a partner, on whose word, and what becomes of it (model 2.14, 3.5). The house keeps of a package what it cannot
 * read; it is gone in the statement that ends its referral, whoever writes that, and a partner's open page hears of it then (`referral_ended`).
 */
export class ReferToPartners1764000200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(REFERRALS);
    await db.query(PACKAGES);
    await db.query(MESSAGES);
    await db.query(WALLS);
    await db.query(PARTNERS);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop function app.act_for_referral(uuid), app.act_for_partner(uuid), app.partner_answers();
      drop table referral_message, referral_package, referral_approval, referral;
      drop function app.guard_referral(), app.end_packages(), app.guard_approval(), app.guard_package(), app.keep_package();
      alter table partner drop column places`);
  }
}

const REFERRALS = `
create table referral (
  -- nothing but chance: it is the partner's word for it too
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  case_id uuid not null,
  partner_id uuid not null,
  kind text not null,
  service text not null,
  urgency text not null,
  purpose text not null,
  state text not null default 'DRAFT',
  -- who chose what is in it, and when
  made_by uuid not null,
  made_at timestamptz not null default now(),
  -- on whose word it is ready, or was sent
  consent_id uuid,
  sent_by uuid,
  sent_at timestamptz,
  called_at timestamptz,
  ack_due timestamptz,
  response_due timestamptz,
  expires_at timestamptz,
  acknowledged_at timestamptz,
  -- of the newest question
  asked_at timestamptz,
  answered_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  decline_reason text,
  started_on date,
  feedback_at timestamptz,
  completed_at timestamptz,
  outcome text,
  ended_at timestamptz,
  end_reason text,
  deletion_confirmed_by uuid,
  deletion_confirmed_at timestamptz,
  sealed bytea not null,
  seal_version integer not null default 1,
  version integer not null default 1,
  constraint referral_once unique (org_id, id),
  constraint referral_whole unique (org_id, client_id, partner_id, id),
  constraint referral_office foreign key (org_id, office_id) references office (org_id, id),
  constraint referral_client foreign key (org_id, client_id) references client (org_id, id),
  constraint referral_case foreign key (org_id, case_id) references case_file (org_id, id),
  constraint referral_partner foreign key (org_id, partner_id) references partner (org_id, id),
  constraint referral_consent foreign key (org_id, consent_id) references consent (org_id, id),
  constraint referral_maker foreign key (org_id, made_by) references staff_member (org_id, id),
  constraint referral_sender foreign key (org_id, sent_by) references staff_member (org_id, id),
  constraint referral_decider foreign key (org_id, partner_id, decided_by) references staff_member (org_id, partner_id, id),
  constraint referral_deleter foreign key (org_id, partner_id, deletion_confirmed_by) references staff_member (org_id, partner_id, id),
  constraint referral_kind check (kind in ('REFERRAL','JOINT','TRANSFER','INFO_REQUEST')),
  constraint referral_service check (service in ('LEGAL','HOUSING','HEALTH','MHPSS','CASH_KIND','SAFETY','FAMILY_TRACING','CHILD_SERVICES','OLDER_PERSON',
    'DISABILITY','EDUCATION','LIVELIHOOD','DOCUMENTATION','INTERPRETING','CASE_MANAGEMENT','OTHER')),
  constraint referral_urgency check (urgency in ('EMERGENCY','URGENT','ROUTINE')),
  constraint referral_purpose check (purpose = case kind when 'TRANSFER' then 'C03_TRANSFER' else 'C02_REFERRAL' end),
  constraint referral_state check (state in ('DRAFT','AWAITING_CONSENT','READY','SENT','RECEIVED','INFO_REQUESTED','ACCEPTED','IN_SERVICE',
    'COMPLETED','DECLINED','EXPIRED','REVOKED','DISCONTINUED')),
  constraint referral_consented check (state <> 'READY' or consent_id is not null),
  constraint referral_sent_whole check (num_nonnulls(sent_by, sent_at, ack_due, response_due, expires_at) in (0, 5) and (sent_at is null or consent_id is not null)),
  constraint referral_sent check (case when state in ('DRAFT','AWAITING_CONSENT','READY') then sent_at is null else sent_at is not null or state = 'REVOKED' end),
  -- R-RE-02
  constraint referral_called check (urgency <> 'EMERGENCY' or sent_at is null or called_at is not null),
  constraint referral_view_ends check (expires_at <= sent_at + interval '180 days'),
  constraint referral_acknowledged check (acknowledged_at is not null or state not in ('RECEIVED','INFO_REQUESTED','ACCEPTED','IN_SERVICE','COMPLETED','DECLINED','DISCONTINUED')),
  constraint referral_asked check (state <> 'INFO_REQUESTED' or asked_at is not null),
  constraint referral_decided_whole check ((decided_at is null) = (decided_by is null)),
  constraint referral_decided check ((state in ('ACCEPTED','IN_SERVICE','COMPLETED','DECLINED','DISCONTINUED')) = (decided_at is not null)),
  constraint referral_declined check ((state = 'DECLINED') = (decline_reason is not null)),
  constraint referral_decline_reason check (decline_reason in ('NO_CAPACITY','NOT_ELIGIBLE','OUT_OF_AREA','WRONG_SERVICE','CONFLICT','INSUFFICIENT_INFO',
    'CLIENT_DECLINED','CANNOT_CONTACT','OTHER')),
  constraint referral_started check (started_on is not null or state not in ('IN_SERVICE','COMPLETED')),
  constraint referral_completed check ((state = 'COMPLETED') = (completed_at is not null) and (completed_at is null) = (outcome is null)),
  constraint referral_outcome check (outcome in ('SERVICE_COMPLETED','SERVICE_ONGOING','PARTIAL','NOT_PROVIDED','CLIENT_STOPPED','LOST_CONTACT')),
  constraint referral_ended check ((state in ('COMPLETED','DECLINED','EXPIRED','REVOKED','DISCONTINUED')) = (ended_at is not null) and (ended_at is null) = (end_reason is null)),
  constraint referral_end_reason check (case state when 'COMPLETED' then end_reason = 'COMPLETED' when 'DECLINED' then end_reason = 'DECLINED'
    when 'EXPIRED' then end_reason = 'NO_ANSWER'
    when 'REVOKED' then end_reason in ('CANCELLED','CONSENT_REFUSED','CONSENT_GONE','RECALLED','PARTNER_SUSPENDED')
    when 'DISCONTINUED' then end_reason in ('CONSENT_GONE','RECALLED','PARTNER_SUSPENDED','STOPPED') else end_reason is null end),
  constraint referral_deletion_whole check ((deletion_confirmed_at is null) = (deletion_confirmed_by is null)),
  constraint referral_deletion check (deletion_confirmed_at is null or (ended_at is not null and acknowledged_at is not null))
);
create index referral_of_client on referral (client_id, made_at desc);
create index referral_at_partner on referral (partner_id, response_due) where sent_at is not null;
create index referral_resting_on on referral (consent_id) where ended_at is null;

-- the drawing of model 3.5, and what a partner was sent stays what it was
create function app.guard_referral() returns trigger language plpgsql as $$
begin
  if (new.id, new.org_id, new.office_id, new.client_id, new.case_id) is distinct from (old.id, old.org_id, old.office_id, old.client_id, old.case_id)
     or (old.sent_at is not null and (new.partner_id, new.kind, new.service, new.urgency, new.made_by, new.sent_by, new.sent_at, new.called_at, new.expires_at, new.sealed)
       is distinct from (old.partner_id, old.kind, old.service, old.urgency, old.made_by, old.sent_by, old.sent_at, old.called_at, old.expires_at, old.sealed))
     or (new.state <> old.state and old.state || ' ' || new.state <> all (array[
       'DRAFT AWAITING_CONSENT','DRAFT READY','DRAFT REVOKED','AWAITING_CONSENT READY','AWAITING_CONSENT REVOKED','READY SENT','READY REVOKED',
       'SENT RECEIVED','SENT EXPIRED','SENT REVOKED','RECEIVED INFO_REQUESTED','RECEIVED ACCEPTED','RECEIVED DECLINED','RECEIVED REVOKED','RECEIVED EXPIRED',
       'INFO_REQUESTED RECEIVED','INFO_REQUESTED REVOKED','INFO_REQUESTED EXPIRED','ACCEPTED IN_SERVICE','ACCEPTED DISCONTINUED',
       'IN_SERVICE COMPLETED','IN_SERVICE DISCONTINUED'])) then
    raise exception 'no such step of a referral' using errcode = 'check_violation', constraint = 'referral_by_the_drawing', table = 'referral';
  end if;
  return new;
end $$;
create trigger referral_by_the_drawing before update on referral for each row execute function app.guard_referral();

-- R-RE-04: what is restricted goes out on a coordinator's word for that one thing, and not on the word of whoever chose or asked for it
create table referral_approval (
  referral_id uuid not null,
  item text not null,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  approved_by uuid,
  approved_at timestamptz,
  constraint referral_approval_once primary key (referral_id, item),
  constraint referral_approval_referral foreign key (org_id, referral_id) references referral (org_id, id),
  constraint referral_approval_client foreign key (org_id, client_id) references client (org_id, id),
  constraint referral_approval_office foreign key (org_id, office_id) references office (org_id, id),
  constraint referral_approval_asker foreign key (org_id, asked_by) references staff_member (org_id, id),
  constraint referral_approval_by foreign key (org_id, approved_by) references staff_member (org_id, id),
  constraint referral_approval_item check (item ~ '^(ADDRESS|LEGAL_STATUS|(NEED|DOCUMENT):[0-9a-f-]{36})$'),
  constraint referral_approval_whole check ((approved_by is null) = (approved_at is null)),
  constraint referral_approval_two_people check (approved_by <> asked_by)
);
create function app.guard_approval() returns trigger language plpgsql as $$
begin
  if exists (select from referral where id = new.referral_id and made_by = new.approved_by) then
    raise exception 'nobody approves what they chose' using errcode = 'check_violation', constraint = 'referral_approval_two_people', table = 'referral_approval';
  end if;
  return new;
end $$;
create trigger referral_approval_two_people before insert or update on referral_approval
  for each row when (new.approved_by is not null) execute function app.guard_approval();
`;

const PACKAGES = `
create table referral_package (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  referral_id uuid not null,
  partner_id uuid not null,
  recipient uuid not null,
  key_id uuid not null,
  seq integer not null,
  purpose text not null,
  scope text[] not null,
  consent_id uuid not null,
  legal_basis_id uuid,
  -- kinds of things and a digest; no value
  manifest jsonb not null,
  kem bytea,
  ciphertext bytea,
  sealed_by uuid not null,
  sealed_at timestamptz not null default now(),
  opened_at timestamptz,
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  constraint referral_package_seq unique (referral_id, seq),
  constraint referral_package_office foreign key (org_id, office_id) references office (org_id, id),
  constraint referral_package_client foreign key (org_id, client_id) references client (org_id, id),
  constraint referral_package_referral foreign key (org_id, client_id, partner_id, referral_id) references referral (org_id, client_id, partner_id, id),
  constraint referral_package_key foreign key (org_id, partner_id, key_id) references partner_key (org_id, partner_id, id),
  constraint referral_package_consent foreign key (org_id, consent_id) references consent (org_id, id),
  constraint referral_package_sealer foreign key (org_id, sealed_by) references staff_member (org_id, id),
  constraint referral_package_recipient check (recipient = partner_id),
  constraint referral_package_by_consent check (legal_basis_id is null),
  constraint referral_package_purpose check (purpose in ('C02_REFERRAL','C03_TRANSFER')),
  constraint referral_package_scope check (cardinality(scope) >= 1),
  constraint referral_package_manifest check (manifest ?& array['version','kinds','digest'] and manifest - array['version','kinds','digest'] = '{}'),
  constraint referral_package_there check ((ended_at is null) = (ciphertext is not null) and (ciphertext is null) = (kem is null) and (ended_at is null) = (end_reason is null)),
  constraint referral_package_padded check (octet_length(kem) = 32 and octet_length(ciphertext) > 16 and (octet_length(ciphertext) - 16) % 4096 = 0),
  constraint referral_package_end_reason check (end_reason in ('EXPIRED','COMPLETED','DECLINED','NO_ANSWER','CONSENT_GONE','RECALLED','PARTNER_SUSPENDED','STOPPED')),
  constraint referral_package_lasts check (expires_at > sealed_at and expires_at <= sealed_at + interval '180 days')
);
create index referral_package_resting_on on referral_package (consent_id) where ended_at is null;
create index referral_package_to_end on referral_package (expires_at) where ended_at is null;
${leavesTheHouse('referral_package', 'new.ciphertext is not null')}

-- sealed to a key whose digits somebody heard, for a referral that is open; a key that is replaced meanwhile waits for us, or we see it
create function app.guard_package() returns trigger language plpgsql as $$
begin
  perform from partner_key where id = new.key_id and state = 'CONFIRMED' for share;
  if not found or not exists (select from referral r where r.id = new.referral_id and r.purpose = new.purpose
      and r.state in ('SENT','RECEIVED','INFO_REQUESTED','ACCEPTED','IN_SERVICE')) then
    raise exception 'nothing is sealed to this key' using errcode = 'check_violation', constraint = 'referral_package_to_a_confirmed_key', table = 'referral_package';
  end if;
  return new;
end $$;
create trigger referral_package_to_a_confirmed_key before insert on referral_package for each row execute function app.guard_package();

-- R-RE-03: a package is what it was sealed as. It is opened once for the first time, it may come to rest on a newer consent, and it ends.
create function app.keep_package() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - array['opened_at','consent_id','kem','ciphertext','ended_at','end_reason']) <> (to_jsonb(old) - array['opened_at','consent_id','kem','ciphertext','ended_at','end_reason'])
     or (old.opened_at is not null and new.opened_at is distinct from old.opened_at)
     or (old.ended_at is not null and new is distinct from old)
     or (new.ended_at is null and (new.kem, new.ciphertext) is distinct from (old.kem, old.ciphertext)) then
    raise exception 'a package is not edited' using errcode = 'check_violation', constraint = 'referral_package_stays', table = 'referral_package';
  end if;
  return new;
end $$;
create trigger referral_package_stays before update on referral_package for each row execute function app.keep_package();

-- whatever ends a referral takes its packages with it, and whoever has it open is told
create function app.end_packages() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update referral_package set ended_at = now(), end_reason = new.end_reason, kem = null, ciphertext = null
   where referral_id = new.id and ended_at is null;
  perform pg_notify('referral_ended', new.id::text);
  return null;
end $$;
create trigger referral_ends_packages after update of state on referral
  for each row when (old.ended_at is null and new.ended_at is not null and new.sent_at is not null) execute function app.end_packages();
`;

const MESSAGES = `
create table referral_message (
  id uuid primary key,
  org_id uuid not null,
  office_id uuid not null,
  client_id uuid not null,
  referral_id uuid not null,
  partner_id uuid not null,
  side text not null,
  kind text not null,
  by_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  sealed bytea not null,
  seal_version integer not null default 1,
  constraint referral_message_office foreign key (org_id, office_id) references office (org_id, id),
  constraint referral_message_client foreign key (org_id, client_id) references client (org_id, id),
  constraint referral_message_referral foreign key (org_id, client_id, partner_id, referral_id) references referral (org_id, client_id, partner_id, id),
  constraint referral_message_by foreign key (org_id, by_id) references staff_member (org_id, id),
  constraint referral_message_side check (side in ('US','PARTNER')),
  constraint referral_message_kind check (kind = any (case side when 'US' then array['ANSWER']
    else array['QUESTION','ACCEPTANCE','DECLINE','PROGRESS','OUTCOME','STOP','DELETION'] end))
);
create index referral_message_of on referral_message (referral_id, at);
`;

/** R-AC-10: what a partner finds of a referral that was sent to it; of one that was recalled only that, until it says what it deleted. */
const LENT = `(state in ('SENT','RECEIVED','INFO_REQUESTED','ACCEPTED','IN_SERVICE') or (state = 'COMPLETED' and completed_at > now() - interval '30 days')
    or (state in ('REVOKED','DISCONTINUED','EXPIRED') and acknowledged_at is not null and deletion_confirmed_at is null))`;
const addressed = `${inOrg} and partner_id = (select app.partner_id()) and (select app.setting('member')) is not null and ${notBlocked('client_id')}`;

const WALLS = `
${clientWall('referral')}
create policy referral_addressed on referral for select to panah_app using (${addressed} and ${LENT});
${clientWall('referral_approval')}
${clientWall('referral_package')}
create policy referral_package_addressed on referral_package for select to panah_app using (${addressed} and ended_at is null and expires_at > now()
  and exists (select from referral r where r.id = referral_id and r.state in ('SENT','RECEIVED','INFO_REQUESTED','ACCEPTED','IN_SERVICE')));
${clientWall('referral_message')}
-- what the partner itself wrote; our answers come to it sealed
create policy referral_message_addressed on referral_message for select to panah_app using (${addressed} and side = 'PARTNER'
  and exists (select from referral r where r.id = referral_id));
grant select, insert, update on referral to panah_app;
grant select, insert on referral_approval, referral_message to panah_app;
grant update (approved_by, approved_at) on referral_approval to panah_app;
grant select, insert on referral_package to panah_app;
grant update (opened_at, consent_id, kem, ciphertext, ended_at, end_reason) on referral_package to panah_app;

-- the clock of referrals reads dates and ids
create policy referral_jobs on referral for select to panah_jobs using (true);
create policy referral_package_jobs on referral_package for select to panah_jobs using (true);
grant select (id, org_id, office_id, client_id, case_id, partner_id, urgency, state, sent_by, sent_at, ack_due, response_due, acknowledged_at, asked_at, decided_at,
  started_on, feedback_at, completed_at, expires_at, ended_at) on referral to panah_jobs;
grant select (id, org_id, office_id, client_id, referral_id, expires_at, ended_at) on referral_package to panah_jobs;

update case_team set classes = classes || 'REFERRALS'::text where ended_at is null and not 'REFERRALS' = any (classes);
`;

const PARTNERS = `
-- how many people a partner takes at once, by service; a service without a number has no limit that we know of
alter table partner add column places jsonb not null default '{}', add constraint partner_places check (jsonb_typeof(places) = 'object');

/*
 * How partners answer, counted over every office: nobody's referral is among it, only how many and how fast. Answers of the last twelve months.
 */
create function app.partner_answers() returns table (partner_id uuid, service text, in_hand integer, answered integer, median_hours double precision)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.partner_id, r.service, count(*) filter (where r.state in ('ACCEPTED','IN_SERVICE'))::integer, count(recent.hours)::integer,
         percentile_cont(0.5) within group (order by recent.hours)
    from referral r left join lateral (select extract(epoch from r.decided_at - r.sent_at)::double precision / 3600 as hours
           where r.decided_at > now() - interval '12 months') recent on true
   where r.org_id = app.org_id() and app.partner_id() is null and r.sent_at is not null group by 1, 2 $$;

/*
 * What a partner does about a referral is written where the referral is: for the rest of this transaction its act stands in the client's office.
 * Null when the referral is not addressed to it, or no longer lent. The context is the transaction's own and ends with it.
 */
create function app.act_for_referral(p_referral uuid) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  r record;
begin
  select client_id, case_id, office_id into r from referral where id = p_referral and ${addressed} and ${LENT};
  if not found then return null; end if;
  perform set_config('app.coordinated_offices', r.office_id::text, true);
  return jsonb_build_object('clientId', r.client_id, 'caseId', r.case_id, 'officeId', r.office_id);
end $$;
/*
 * R-RE-10: whoever ends the work with a partner stops what lies there, from whichever office it came, and so also past a block. Nothing of it is shown.
 */
create function app.act_for_partner(p_partner uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app.partner_id() is not null or not app.has_role('COORDINATOR')
     or not exists (select from partner where id = p_partner and org_id = app.org_id() and state in ('SUSPENDED','ENDED')) then return; end if;
  perform set_config('app.coordinated_offices', (select coalesce(string_agg(distinct office_id::text, ','), '') from referral
            where org_id = app.org_id() and partner_id = p_partner and ended_at is null), true),
          set_config('app.blocked', '', true);
end $$;
revoke all on function app.act_for_referral(uuid), app.act_for_partner(uuid), app.partner_answers(), app.guard_referral(), app.guard_approval(), app.guard_package(), app.keep_package(),
  app.end_packages() from public;
grant execute on function app.act_for_referral(uuid), app.act_for_partner(uuid), app.partner_answers() to panah_app;
`;
