import type { MigrationInterface, QueryRunner } from 'typeorm';
import { inCoordinatedOffice, inOrg, notBlocked, onTeamOf } from './support/walls';

/**
 * What lies beside a family link is let through by the link itself: who is kept from one of the two people, or whose file is locked, comes to none of it.
 * Who answers for the office decides about links, and reads nothing of their history nor of the relative; who stands on the team of one of the two people
 * belongs to that side, and decides about no link of theirs (R-FL-02, R-FL-03).
 */
export class AskTheLink1764000650500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(APART);
    await db.query(LINK);
    await db.query(BESIDE);
    for (const [name, from, to] of THROUGH_THE_LINK) await rewrite(db, name, from, to);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not taken back: restore a backup instead.');
  }
}

/** One condition of a function of the house, said anew; the rest stands. */
async function rewrite(db: QueryRunner, name: string, from: string, to: string): Promise<void> {
  const [{ body }] = (await db.query(`select pg_get_functiondef('app.${name}'::regprocedure) as body`)) as [{ body: string }];
  if (!body.includes(from)) throw new Error(`app.${name} no longer says what is changed here.`);
  await db.query(body.replaceAll(from, to));
}

const APART = `
create index related_person_also_client on related_person (also_client_id) where also_client_id is not null;

/* Related people who are clients from whom this context is kept. */
create function app.closed_relatives() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from related_person where also_client_id = any (app.blocked()) $$;

/* Related people who are clients on whose team this context stands. */
create function app.relatives_of_own_team() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(p.id), '{}') from related_person p join app.own_place o on o.whose = p.also_client_id $$;

/* For the house's own functions, which no wall stops: the links that this context comes to. */
create view app.link_in_reach with (security_barrier) as
  select l.id as whose from family_link l left join related_person p on p.id = l.related_person_id
   where l.org_id = app.org_id() and not coalesce(l.client_id = any (app.blocked()), false) and not coalesce(p.also_client_id = any (app.blocked()), false)
     and (exists (select from app.own_link o where o.whose = l.id)
       or (l.office_id = any (app.coordinated_offices()) and not exists (select from app.own_place o where o.whose in (l.client_id, p.also_client_id))));

/* Two people confirmed a match: for the rest of this transaction the second one acts for its office, and on that one link. */
create or replace function app.act_for_match(p_match uuid) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m record;
begin
  select link_id, office_id into m from family_match where id = p_match and org_id = app.org_id() and state = 'CONFIRMED' and second_by = app.staff_id() and second_at = now();
  if not found then return null; end if;
  perform set_config('app.coordinated_offices', m.office_id::text, true), set_config('app.acting_link', m.link_id::text, true);
  return m.link_id;
end $$;

/* The link on which a second confirmation acts until its transaction ends. */
create function app.acting_link() returns uuid language sql stable parallel safe as $$ select app.setting('acting_link')::uuid $$;

/* Where, as far as is known, the other person of a link is; for who decides about it. */
create function app.link_contexts(p_links uuid[]) returns table (link_id uuid, context text)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.id, p.context from family_link l join related_person p on p.id = l.related_person_id
   where l.id = any (p_links) and exists (select from app.link_in_reach r where r.whose = l.id) $$;

revoke all on function app.acting_link(), app.closed_relatives(), app.relatives_of_own_team(), app.link_contexts(uuid[]) from public;
grant execute on function app.acting_link(), app.closed_relatives(), app.relatives_of_own_team(), app.link_contexts(uuid[]) to panah_app;
`;

const ofOwnLink = (column: string): string => `exists (select from app.own_link where whose = ${column})`;
const actingOn = (column: string): string => `${column} = (select app.acting_link())`;
const decidesOnIt = `(${inCoordinatedOffice} and not ${onTeamOf('client_id')}
  and not (coalesce(related_person_id = any ((select app.relatives_of_own_team())::uuid[]), false)))`;
const link = `${inOrg} and (${ofOwnLink('id')} or ${actingOn('id')} or ${decidesOnIt}) and ${notBlocked('client_id')}
  and not (coalesce(related_person_id = any ((select app.closed_relatives())::uuid[]), false))`;
const LINK = `
drop policy family_link_wall on family_link;
create policy family_link_wall on family_link to panah_app using (${link}) with check (${link});
`;

/** No member of staff: the clock, in a transaction that acts for an office. */
const byTheClock = '(select app.staff_id()) is null';
const besideLink = (table: string): string =>
  `exists (select from family_link l where l.id = ${table}.link_id and l.office_id = ${table}.office_id)`;
const wall = (table: string, reads: string, writes = `${inOrg} and ${besideLink(table)}`): string => `
drop policy ${table}_wall on ${table};
create policy ${table}_wall on ${table} to panah_app using (${reads}) with check (${writes});`;
/** Read by who works on the link. Who decides about it leaves a line in its history, and reads none. */
const worked = (table: string): string =>
  wall(table, `${inOrg} and (${ofOwnLink('link_id')} or ${actingOn('link_id')} or (${byTheClock} and ${besideLink(table)}))`);
const ofOwnRelative = `exists (select from family_link l join app.own_link o on o.whose = l.id where l.related_person_id = related_person.id)`;

const BESIDE = `
${wall('family_link_officer', `${inOrg} and ${besideLink('family_link_officer')}`)}
${['family_link_step', 'family_hearing', 'family_verification', 'family_tracing', 'family_contact', 'family_telling', 'family_route_step'].map(worked).join('')}
${wall('related_person', `${inOrg} and (${ofOwnRelative} or (${byTheClock} and ${inCoordinatedOffice}))`, inOrg)}
`;

const THROUGH_THE_LINK: [name: string, from: string, to: string][] = [
  ...['link_grounds(uuid)', 'link_birth_years(uuid)', 'why_no_officer(uuid, uuid, text)'].map((name): [string, string, string] => [
    name,
    '(l.office_id = any (app.coordinated_offices()) or exists (select from app.own_link o where o.whose = l.id))',
    'exists (select from app.link_in_reach r where r.whose = l.id)',
  ]),
  ...['message_queue()', 'message_asked_of_office(uuid)'].map((name): [string, string, string] => [
    name,
    'm.office_id = any (app.coordinated_offices())',
    'm.office_id = any (app.coordinated_offices()) and exists (select from app.link_in_reach r where r.whose = m.link_id)',
  ]),
  [
    'may_keep(uuid)',
    'p.office_id = any (app.coordinated_offices())',
    'app.staff_id() is null and p.office_id = any (app.coordinated_offices())',
  ],
];
