import { type Word, cell, recordClassOf, ROLES } from '@panah/domain/access/access-table';
import type { Statement } from '../database/unit-of-work';
import { forbidden } from '../errors/problem';
import { requestScope } from '../request-context';
import { type Actor, type ActorReach, reachOf } from './actor';

/** Who is asking. Throws outside a signed-in request. */
export function currentActor(): Actor {
  const { actor } = requestScope.current();
  if (!actor) throw forbidden();
  return actor;
}

/** How far a word carries the one who is asking; 403 when none of their roles has it. */
export function currentReach(word: Word): ActorReach {
  const reach = reachOf(currentActor(), word, (role) => cell(word, role));
  if (!reach) throw forbidden();
  return reach;
}

/** Whether any role of the one who is asking has the word: for the `actions` of a view. */
export function hasWord(word: Word): boolean {
  const { actor } = requestScope.current();
  return actor !== null && reachOf(actor, word, (role) => cell(word, role)) !== null;
}

/** How many parameters `withinReach` takes. */
export const REACH_PARAMETERS = 4;

/** By which roads a word reaches: the team, one office, several offices. PostgreSQL keeps a plan for each, where one for all would suit none. */
type Roads = 'team' | 'office' | 'offices' | 'office-team' | 'offices-team';
export type Within = (alias: string, column: string, first: number) => string;

const notBlocked = (client: string): string => `not (${client} = any((select app.blocked())::uuid[]))`;
const standing = (staff: string): string =>
  `place.staff_id = ${staff}::uuid and place.starts_at <= now() and place.ended_at is null and (place.ends_at is null or place.ends_at > now())`;
const opens = (roles: string, recordClass: string): string =>
  `(place.role = any(${roles}::text[]) and ${recordClass}::text = any(place.classes))`;
const parameters = (first: number): string[] => Array.from({ length: REACH_PARAMETERS }, (_, at) => `$${first + at}`);

/**
 * SQL that is true for the rows of `alias` (with `office_id`, and the client in `column`) that a word's reach covers:
 * the office of a role, or the team row of a role whose classes name what the word opens; never a blocked client (R-AC-01).
 * For lists: the reader's whole caseload is gathered once, so that an index on the client can be asked for it.
 * @param first the number of its first parameter; it takes four, filled by `reachValues`
 */
export function withinReach(alias: string, column: string, first: number, roads: Roads = 'offices-team'): string {
  const [offices, staff = '', roles = '', recordClass = ''] = parameters(first);
  const byOffice = roads.startsWith('offices') ? `any(${offices}::uuid[])` : `(${offices}::uuid[])[1]`;
  const caseload = `array(select place.client_id from case_team place where ${standing(staff)} and ${opens(roles, recordClass)})`;
  const ways = [
    ...(roads.startsWith('office') ? [`${alias}.office_id = ${byOffice}`] : []),
    ...(roads.endsWith('team') ? [`${alias}.${column} = any(${caseload})`] : []),
  ];
  // a statement names the types of all its parameters, also where a road is not taken; PostgreSQL looks at this once, not for each row
  const typed =
    roads === 'offices-team' ? '' : ` and (${offices}::uuid[], ${staff}::uuid, ${roles}::text[], ${recordClass}::text) is not null`;
  return `((${ways.join(' or ')}) and ${notBlocked(`${alias}.${column}`)}${typed})`;
}

/** As `withinReach`, for rows that are found otherwise, by an id or as one of few: each is looked up on its own client's team. */
export function withinReachOfOne(alias: string, column: string, first: number): string {
  const [offices, staff = '', roles = '', recordClass = ''] = parameters(first);
  return `((${alias}.office_id = any(${offices}::uuid[])
      or exists (select from case_team place where place.client_id = ${alias}.${column} and ${standing(staff)} and ${opens(roles, recordClass)}))
    and ${notBlocked(`${alias}.${column}`)})`;
}

/** As `withinReachOfOne`, for rows that may hang on no client: those are of their office alone. */
export function withinReachOrOffice(alias: string, column: string, first: number): string {
  const [offices] = parameters(first);
  return `(case when ${alias}.${column} is null then ${alias}.office_id = any(${offices}::uuid[]) else ${withinReachOfOne(alias, column, first)} end)`;
}

/**
 * SQL: the reader's own places on case teams, as `place`, where the word opens the client; never of a blocked client. It stands in a `from`,
 * with what narrows the places put into `where`. Only for words that reach by the team and by no office.
 * @param first the number of its first parameter; it takes four, filled by `reachValues`
 */
export function ownPlaces(first: number, where: string): string {
  const [offices, staff = '', roles = '', recordClass = ''] = parameters(first);
  return `case_team place where ${standing(staff)} and ${opens(roles, recordClass)} and ${notBlocked('place.client_id')} and ${offices}::uuid[] is not null and ${where}`;
}

/**
 * SQL for a `with`: the reader's own places on case teams, gathered once for a statement that asks in many words; a column `word_0`, `word_1` …
 * says whether that word opens the client. Conditions name it by `withinOwnPlaces`.
 * @param words how many; each takes the four parameters of `withinReach` in turn, by one reader
 */
export function ownPlacesByWord(words: number, first: number): string {
  const each = Array.from({ length: words }, (_, at) => parameters(first + at * REACH_PARAMETERS));
  const opened = each.map(([, , roles = '', recordClass = ''], at) => `${opens(roles, recordClass)} as word_${at}`);
  const readers = each.map(([, staff]) => `${staff}::uuid`);
  const typed = [...readers, ...each.map(([offices]) => `${offices}::uuid[]`)];
  return `own_place as materialized (select place.client_id, ${opened.join(', ')} from case_team place
    where ${standing(readers[0] ?? '')} and (${typed.join(', ')}) is not null)`;
}

/**
 * As `withinReach`, beside an `own_place` of `ownPlacesByWord` with the same `first`.
 * @param word which of its words, from 0
 */
export function withinOwnPlaces(alias: string, column: string, word: number, first: number): string {
  const [offices] = parameters(first + word * REACH_PARAMETERS);
  const client = `${alias}.${column}`;
  return `((${alias}.office_id = any(${offices}::uuid[]) or ${client} in (select own.client_id from own_place own where own.word_${word})) and ${notBlocked(client)})`;
}

/** As `withinOwnPlaces`, for a word that reaches by the office alone (throws for others): then an index on the office is asked. */
export function withinOwnOffices(alias: string, column: string, word: Word, at: number, first: number): string {
  if (ROLES.some((role) => !['office', 'none'].includes(cell(word, role)))) throw new Error(`${word} does not reach by the office alone.`);
  const [offices] = parameters(first + at * REACH_PARAMETERS);
  return `(${alias}.office_id = any(${offices}::uuid[]) and ${notBlocked(`${alias}.${column}`)})`;
}

/**
 * SQL: which of several words reach the client of one row of `alias`, as an array `names`, and the reader's own places on the client's team, as `standing`.
 * One row, for a `lateral`. For questions about many words at once: the places are looked up once.
 * @param parameter the number of its one parameter, filled by `openWordsValue`
 */
export function openWords(alias: string, column: string, parameter: number): string {
  const places = `select place.role, place.classes from case_team place where place.client_id = ${alias}.${column} and ${standing(`($${parameter}::jsonb ->> 'staff')`)}`;
  return `with place as materialized (${places})
    select array(select unnest(w.names) from jsonb_to_recordset($${parameter}::jsonb -> 'reaches') as w(names text[], offices uuid[], roles text[], class text)
                  where (${alias}.office_id = any(w.offices) or exists (select from place where ${opens('w.roles', 'w.class')})) and ${notBlocked(`${alias}.${column}`)}) as names,
           coalesce((select jsonb_agg(jsonb_build_object('role', place.role, 'classes', place.classes)) from place), '[]') as standing offset 0`;
}

/** The value of `openWords` for the one who is asking: words that reach alike are asked for together, those that none of their roles has not at all. */
export function openWordsValue(words: readonly { name: string; word: Word }[]): string {
  const actor = currentActor();
  const reaches = new Map<string, { names: string[]; offices: string[]; roles: string[]; class: string }>();
  for (const { name, word } of words) {
    const reach = reachOf(actor, word, (role) => cell(word, role));
    if (!reach) continue;
    const [offices, , roles, recordClass] = valuesOf(actor, reach, word);
    const key = [...offices, ...roles, recordClass].join();
    const alike = reaches.get(key);
    if (alike) alike.names.push(name);
    else reaches.set(key, { names: [name], offices, roles, class: recordClass });
  }
  return JSON.stringify({ staff: actor.staffId, reaches: [...reaches.values()] });
}

/** Whether a word reaches by the team alone. */
export const reachesByTeamAlone = (word: Word): boolean => roadsOf(word) === 'team';

/**
 * SQL: one row of booleans that say which of several words reach the client of one row of `alias`, by one look at the team.
 * Example: `from case_note n cross join lateral (${reachByWord('n', 'client_id', ['read', 'write'], 2)}) reach`.
 * @param names of the columns, one a word; the parameters are those of `withinReach` for each word in turn, by one reader
 */
export function reachByWord(alias: string, column: string, names: readonly string[], first: number): string {
  const [, staff = ''] = parameters(first);
  const reaches = names.map((name, at) => {
    const [offices, reader, roles = '', recordClass = ''] = parameters(first + at * REACH_PARAMETERS);
    const onTeam = `bool_or(place.staff_id = ${reader}::uuid and ${opens(roles, recordClass)})`;
    const reached = `${alias}.office_id = any(${offices}::uuid[]) or coalesce(${onTeam}, false)`;
    return `((${reached}) and ${notBlocked(`${alias}.${column}`)}) as ${name}`;
  });
  return `select ${reaches.join(', ')} from case_team place where place.client_id = ${alias}.${column} and ${standing(staff)}`;
}

/**
 * A statement for each way in which a word may reach, chosen by the reach of the one who is asking.
 * Example: `const LIST = statementByReach('x.list', (within) => \`select … where ${within('c', 'client_id', 1)}\`)`, then `LIST('x:list')`.
 */
export function statementByReach(name: string, text: (within: Within) => string): (word: Word) => Statement {
  const made = new Map<Roads, Statement>();
  return (word) => {
    const roads = roadsOf(word);
    const statement = made.get(roads) ?? {
      name: `${name}.${roads}`,
      text: text((alias, column, first) => withinReach(alias, column, first, roads)),
      // how many offices "several" are decides the plan; one, or a team, is always one
      ...(roads.startsWith('offices') ? {} : { onePlan: true }),
    };
    made.set(roads, statement);
    return statement;
  };
}

function roadsOf(word: Word): Roads {
  const [offices, , roles] = reachValues(word);
  if (offices.length === 0) return 'team';
  const office = offices.length === 1 ? 'office' : 'offices';
  return roles.length === 0 ? office : `${office}-team`;
}

type ReachValues = [offices: string[], staff: string, roles: string[], recordClass: string];

/** The values of `withinReach` for a word and the one who is asking. */
export const reachValues = (word: Word): ReachValues => valuesOf(currentActor(), currentReach(word), word);

/** R-AC-14: a declared tie closes every client until a coordinator has decided. */
const isTied = ({ tie }: Actor): boolean => ['DECLARED', 'UPHELD'].includes(tie);

function valuesOf(actor: Actor, { offices, teamRoles }: ActorReach, word: Word): ReachValues {
  const open = !isTied(actor);
  return [open ? offices : [], actor.staffId, open ? teamRoles : [], recordClassOf(word) ?? 'PERSON'];
}

/** Offices in which a role of theirs has the word by the team: there they may do it with what is their own and hangs on no client. */
export function officesOfRoles(word: Word): string[] {
  const actor = currentActor();
  if (isTied(actor)) return [];
  return actor.roles.flatMap(({ role, officeId }) => (officeId && cell(word, role) === 'caseload' ? [officeId] : []));
}

/** As `reachValues`; for a word that none of their roles has, values that match no row: for statements that ask for several words at once. */
export function reachValuesOrNone(word: Word): ReachValues {
  return hasWord(word) ? reachValues(word) : [[], currentActor().staffId, [], recordClassOf(word) ?? 'PERSON'];
}
