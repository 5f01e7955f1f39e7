import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the rules of a family link ask of its people is asked again of plain SQL: nobody decides, reviews or hands over in another's name; whoever works on
 * a link does family links; what was delivered is counted by the delivery alone; and nothing shortens the time to think.
 */
export class SayItOneself1764000651000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(ONESELF);
    await db.query(LINKS);
    await db.query(CONTACTS);
    await db.query(MESSAGES);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

const ONESELF = `
/* The columns that are named say who did something: a member of staff writes nobody there but themself. */
create function app.say_it_oneself() returns trigger language plpgsql as $$
declare
  named text;
  said uuid;
begin
  if app.staff_id() is null then return new; end if;
  foreach named in array tg_argv loop
    execute format('select ($1).%1$I where ($1).%1$I is distinct from ($2).%1$I', named) into said using new, old;
    if said <> app.staff_id() then
      raise exception 'nobody does this in the name of another' using errcode = 'check_violation', constraint = tg_name, table = tg_table_name;
    end if;
  end loop;
  return new;
end $$;
create trigger family_link_by_oneself before update on family_link for each row
  execute function app.say_it_oneself('located_by', 'approach_by', 'approved_by', 'asked_by', 'allowed_by');
create trigger family_message_by_oneself before update on family_message for each row
  execute function app.say_it_oneself('reviewer_id', 'approved_by', 'reject_asked_by', 'rejected_by', 'delivered_by');
create trigger family_message_attachment_by_oneself before update of faces_by on family_message_attachment for each row
  execute function app.say_it_oneself('faces_by');
`;

const LINKS = `
-- whose link it is stays, and what was delivered is counted where it is delivered
revoke update on family_link from panah_app;
grant update (related_person_id, state, state_before, pause_reason, last_step_at, methods, verification, located_by, relative_level, approach_by, approach_at, approved_by, approved_at,
  approaches, approached_at, asked, asked_by, asked_at, allowed_by, allowed_at, mediator_id, client_heard_at, cooling_until, route, client_minor, relative_minor, outcome, closed_at,
  sealed, seal_version, version) on family_link to panah_app;

/* R-FL-06: whoever approves answers for the office, and works on it for nobody. */
create or replace function app.keep_approval_apart() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from family_link_officer o where o.link_id = new.id and o.ended_at is null and o.staff_id in (new.approved_by, new.allowed_by))
     or (app.staff_id() in (new.approved_by, new.allowed_by) and not new.office_id = any (app.coordinated_offices())) then
    raise exception 'nobody approves what they work on' using errcode = 'check_violation', constraint = 'family_link_approved_by_no_officer', table = 'family_link';
  end if;
  return null;
end $$;

/* R-FL-05 by its cards, and 72 hours from agreeing to the first call: whoever moves the link. The app tells moments in milliseconds, and its clock may be behind. */
create function app.keep_link_honest() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app.staff_id() is null then return new; end if;
  if new.state = 'VERIFIED' and old.state = 'LOCATED' and not exists (select from family_verification v
       where v.link_id = new.id and v.related_person_id = new.related_person_id and v.void_at is null and v.level >= 'V2') then
    raise exception 'nobody is verified without a card' using errcode = 'check_violation', constraint = 'family_link_verified_by_cards', table = 'family_link';
  end if;
  if new.cooling_until < least(coalesce(old.cooling_until, 'infinity') - interval '1 millisecond', clock_timestamp() + interval '72 hours' - interval '1 minute') then
    raise exception 'nobody shortens the time to think' using errcode = 'check_violation', constraint = 'family_link_time_to_think', table = 'family_link';
  end if;
  return new;
end $$;
create trigger family_link_honest before update on family_link for each row execute function app.keep_link_honest();

/* Whoever is given a link does family links in its office. Whom the house itself gives one, it found on the team. */
create function app.keep_officers_fit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if app.staff_id() is not null and pg_trigger_depth() = 1 and new.ended_at is null and not exists (select from staff_role r where r.staff_id = new.staff_id and r.office_id = new.office_id
       and r.role = 'FAMILY_LINKS' and r.confirmed_at is not null and r.ended_at is null) then
    raise exception 'they do no family links there' using errcode = 'check_violation', constraint = 'family_link_officer_fit', table = 'family_link_officer';
  end if;
  return new;
end $$;
create trigger family_link_officer_fit before insert or update on family_link_officer for each row execute function app.keep_officers_fit();
revoke all on function app.say_it_oneself(), app.keep_link_honest(), app.keep_officers_fit() from public;
`;

const CONTACTS = `
/* A call or a meeting between the two: in a state that has it, after a message each way, on the yes of both to this very thing and to being told so far, 72 hours after they agreed. */
create or replace function app.assert_contact_rests() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  l record;
  needs text[] := case new.step when 'SUPPORTED_CALL' then array['CALL','MEETING'] when 'SUPPORTED_VIDEO' then array['CALL','MEETING'] when 'SUPPORTED_MEETING' then array['MEETING']
    when 'REUNION' then array['MEETING'] when 'DIRECT_CONTACT' then array['CONTACT_DETAILS'] end;
begin
  if needs is null then return null; end if;
  perform app.hold_grounds(new.link_id);
  select state, cooling_until as cool, to_client, to_relative into l from family_link where id = new.link_id;
  if l.state not in ('DIRECT','REUNION_PLANNED','REUNITED','FOLLOW_UP') or l.to_client = 0 or l.to_relative = 0
     or l.cool is null or new.planned_at < l.cool or clock_timestamp() < l.cool
     or exists (select from unnest(array['CLIENT','RELATIVE']) as of_side cross join unnest(array['C11_DIRECT','C09_DISCLOSE_REL']) as purpose
          where not exists (select from unnest(needs) as scope where app.side_ground(new.link_id, of_side, purpose, scope) is not null)) then
    raise exception 'a contact rests on the yes of both and on time to think' using errcode = 'check_violation', constraint = 'family_contact_rests_on_both', table = 'family_contact';
  end if;
  return null;
end $$;
`;

const MESSAGES = `
-- what is written down as on its way is looked at as what is sent on its way
create constraint trigger family_message_laid_on_both after insert on family_message deferrable initially deferred
  for each row when (new.state = 'RELEASED') execute function app.assert_released_on_both();
`;
