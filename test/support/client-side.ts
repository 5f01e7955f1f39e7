import { cell, type Word } from '@panah/domain/access/access-table';
import { BootCheck, type Route } from '../../apps/api/src/platform/access/boot-check';
import { type AdmittedFile, admittedFile } from './admitted-file';
import { named } from './enquiry-desk';
import { onTeam } from './file-on-paper';
import { allow, type FamilyDesk, familyDesk, linkOf, note, SISTER, type Sought } from './family-world';
import { WAYS } from './family-walk';
import type { Answer, House, Person } from './house';
import { done } from './referral-desk';
import { officeDay } from './office-day';

/** Whoever works for the client and not on the link; the coordinator too, who decides about links in a view without names. */
const SIDE_A = ['COORDINATOR', 'CASEWORKER', 'COUNSELLOR', 'LEGAL', 'HOUSING'] as const;
const CLIENT_NAME = 'Kambod Shirazgard';

/** People who are not the client's. */
export interface Others {
  /** Works in family links, and may come to stand between the two. */
  mediator: Person;
  /** Hears whoever asks for somebody. */
  hears: Person;
  /** Work in family links, on no link. */
  linkers: [Person, Person];
  /** A client of another office, who turns out to be somebody's relative. */
  kin: { file: AdmittedFile; worker: Person };
}

/** One wish of the client, and what lies behind it. */
export interface OneWish extends Sought {
  relativeName: string;
  phone: string;
  clientName: string;
  others: Others;
}

/** A client who misses many, with a whole team. */
export interface ClientSide extends FamilyDesk {
  people: Person[];
  others: Others;
  wishes: Record<string, OneWish>;
}

/** As the client allowed it of each of them. */
const ALLOWED: [purpose: string, scope: string[]][] = [
  ['C08_TRACING', WAYS],
  ['C09_DISCLOSE_REL', ['MEETING']],
  ['C10_MESSAGES', ['ONE_MESSAGE', 'MEDIATED']],
  ['C11_DIRECT', ['CALL', 'MEETING']],
];

/** A client with a whole team, who misses somebody for each of these names, allowed everything, was warned, and waits; something of everything that lists count. */
export async function clientSide(house: House, wishes: readonly string[]): Promise<ClientSide> {
  const desk = await familyDesk(house);
  const team = await Promise.all((['COUNSELLOR', 'LEGAL', 'HOUSING'] as const).map((role) => house.as(role)));
  for (const member of team) await onTeam(house, desk.file, member);
  await named(desk, CLIENT_NAME);
  const others = await othersOf(house);
  const made: Record<string, OneWish> = {};
  for (const [at, name] of wishes.entries())
    made[name] = { ...(await wished(desk, relativeNamed(at))), phone: `+44 20 7946 00${at + 10}`, others };
  done(await desk.worker.post(`/api/cases/${desk.file.caseId}/tasks`, { kind: 'FOLLOW_UP', dueOn: day(9) }));
  const meeting = { kind: 'MEETING', on: day(9), at: '10:00', minutes: 30 };
  done(await desk.worker.post(`/api/cases/${desk.file.caseId}/appointments`, meeting));
  return { ...desk, people: [desk.coordinator, desk.worker, ...team], others, wishes: made };
}

async function othersOf(house: House): Promise<Others> {
  const { south } = house.offices;
  const [mediator, one, other] = [await house.as('FAMILY_LINKS'), await house.as('FAMILY_LINKS'), await house.as('FAMILY_LINKS')];
  const [coordinator, worker, officer] = [
    await house.as('COORDINATOR', south),
    await house.as('CASEWORKER', south),
    await house.as('FAMILY_LINKS', south),
  ];
  const file = await admittedFile(house, coordinator, worker, {}, south);
  await onTeam(house, file, officer, south);
  return { mediator, hears: await house.as('CASEWORKER'), linkers: [one, other], kin: { file, worker } };
}

const GIVEN = ['Mina', 'Nasrin', 'Parvin', 'Zohreh', 'Farideh', 'Mahnaz', 'Sudabeh'];
const FAMILY = ['Rahimi', 'Karanvash', 'Tavandar', 'Dorodgar', 'Keshtkar', 'Zargaran', 'Baghdar'];
/** A given and a family name that no other relative bears both of. */
const relativeNamed = (at: number): string => `${GIVEN[at % 7] ?? ''} ${FAMILY[(at + Math.floor(at / 7)) % 7] ?? ''}`;

async function wished(desk: FamilyDesk, relativeName: string): Promise<Omit<OneWish, 'phone' | 'others'>> {
  const { worker, house } = desk;
  const { id } = await note(desk, { relative: { ...SISTER, names: [relativeName] } });
  for (const [purpose, scope] of ALLOWED) done(await allow(worker, id, purpose, scope));
  done(await worker.post(`/api/family-wishes/${id}/beginning`));
  done(await worker.post(`/api/family-wishes/${id}/warning`, { language: 'fa', confirmed: true }));
  await saidThisWeek(house, id);
  return { ...desk, wish: id, link: await linkOf(house, id), relativeName, clientName: CLIENT_NAME };
}

/** As if they had asked a quarter of a year ago: the week in which the one sentence is said is this one. */
const saidThisWeek = (house: House, wish: string): Promise<unknown> =>
  house.sql(
    `update family_wish set answer_on = d.monday, begun_on = d.monday - 93 from (select d - (extract(isodow from d)::int - 1) as monday from (select (now() at time zone 'Europe/Tirane')::date as d) t) d where id = $1`,
    [wish],
  );

/** The same people at a house that was opened from the one they were in. */
export function movedTo(house: House, side: ClientSide): ClientSide {
  const here = (person: Person): Person => house.again(person);
  const { mediator, hears, linkers, kin } = side.others;
  const others: Others = {
    mediator: here(mediator),
    hears: here(hears),
    linkers: [here(linkers[0]), here(linkers[1])],
    kin: { ...kin, worker: here(kin.worker) },
  };
  const desk = { house, coordinator: here(side.coordinator), worker: here(side.worker), officer: here(side.officer), others };
  const wishes = Object.fromEntries(Object.entries(side.wishes).map(([name, wish]) => [name, { ...wish, ...desk }]));
  return { ...side, ...desk, people: side.people.map(here), wishes };
}

/** What a person is told, and by which address. */
export type Told = [who: string, url: string, answer: string];
/** What is one of many wishes is asked by everybody at first, and later by the worker and one other. */
type Address = [who: string, url: string, everyTime: boolean];

/** The routes that are answered to the client's side; what a coordinator alone decides of links is not part of it. */
const forTheClient = ({ method, word }: Route): boolean =>
  method === 'GET' &&
  word !== null &&
  (!/family|^relative-/.test(word) || SIDE_A.some((role) => role !== 'COORDINATOR' && cell(word as Word, role) !== 'none'));

/**
 * What each of them can ask: every route with the client's records of its kind, as far as they are let in to the first or the last. And with ids of the
 * other side, asked by one of them: one where the client has no such record, and each in the place of a wish.
 */
export async function addressesOf(side: ClientSide): Promise<Address[]> {
  const { house, people, worker, wishes } = side;
  const links = Object.values(wishes).map(({ link }) => link);
  const own = await ownRecords(side);
  const paths = house.app
    .get(BootCheck)
    .routes()
    .filter(forTheClient)
    .map(({ path }) => path);
  // who looked at the file is asked first: the asking itself is a look
  paths.sort((a, b) => Number(b.endsWith('/looks')) - Number(a.endsWith('/looks')) || a.localeCompare(b));
  const open: Address[] = [];
  for (const [nth, person] of people.entries()) {
    const isTheirs = (_: unknown, at: number): boolean => (at + nth) % people.length === 0;
    for (const [at, path] of paths.entries()) {
      const ids = path.includes(':') ? own[path.split('/')[2] ?? ''] : [''];
      const ofWishes = /\/(family-wishes|consents)\/:/.test(path);
      const readable = (await isOpen(person, path, ids)) ? (ids ?? []) : [];
      const asked = path.includes('/consents/:') ? readable.filter((_, which) => which % 2 === nth % 2) : readable;
      open.push(
        ...asked.map((id, which): Address => [person.id, withId(path, id), !ofWishes || person === worker || isTheirs(id, which)]),
        ...(path.includes('/family-wishes/:') ? links.filter(isTheirs) : []).map((id): Address => [person.id, withId(path, id), true]),
      );
      if (!ids && isTheirs(path, at)) open.push([person.id, withId(path, links[at % links.length] ?? ''), true]);
    }
  }
  return open;
}

const withId = (path: string, id: string): string => path.replace(/:\w+/g, id);

async function isOpen(person: Person, path: string, ids: readonly string[] = []): Promise<boolean> {
  for (const id of new Set([ids[0], ids.at(-1)])) if (id !== undefined && (await person.get(withId(path, id))).status === 200) return true;
  return false;
}

async function ownRecords({ house, file, wishes, officer }: ClientSide): Promise<Record<string, string[]>> {
  const idsOf = async (table: string): Promise<string[]> =>
    (await house.sql<{ id: string }>(`select id from ${table} where client_id = $1 order by id`, [file.clientId])).map(({ id }) => id);
  const [consents, kinds] = [await idsOf('consent'), ALLOWED.length];
  return {
    clients: [file.clientId],
    cases: [file.caseId],
    'family-wishes': Object.values(wishes).map(({ wish }) => wish),
    // of each wish one, now under this purpose and now under that
    consents: consents.filter((_, at) => at % kinds === Math.floor(at / kinds) % kinds),
    tasks: await idsOf('task'),
    appointments: await idsOf('appointment'),
    staff: [officer.id],
  };
}

/** Everything that everybody on the client's side is told, in order. */
export async function toldToAll(
  { people, file }: ClientSide,
  addresses: readonly Address[],
  again: 'again' | null = null,
): Promise<Told[]> {
  const told: Told[] = [];
  for (const person of people) {
    for (const [who, url, everyTime] of addresses)
      if (who === person.id && (everyTime || !again)) told.push([person.role, url, asText(await person.get(url))]);
    for (const text of [file.name, 'Mina Rahimi'])
      told.push([person.role, `search ${text}`, asText(await person.post('/api/clients/search', { text }))]);
  }
  return told;
}

const UNSAID = new Set(['date', 'connection', 'keep-alive', 'x-request-id']);
const asText = ({ status, headers, text }: Answer): string =>
  `${status} ${JSON.stringify(Object.entries(headers).filter(([name]) => !UNSAID.has(name)))} ${text.replace(/"requestId":"[^"]+"/, '')}`;

/** What the client's side does about each wish, with the same words whatever happened over there; and what it is answered. */
export async function actsOfAll({ worker, file, wishes }: ClientSide): Promise<Told[]> {
  const told: Told[] = [];
  for (const wish of Object.values(wishes)) told.push(...(await actsOn(wish)));
  const another = { relative: { names: ['Mina Rahimi'], relation: 'SISTER' }, wish: 'To know.' };
  told.push(['does', 'notes another', asText(await worker.post(`/api/cases/${file.caseId}/family-wishes`, another))]);
  return told;
}

async function actsOn({ worker, wish, relativeName }: OneWish): Promise<Told[]> {
  const told: Told[] = [];
  const act = async (what: string, answer: Promise<Answer>): Promise<void> => {
    told.push(['does', `${what} ${wish}`, asText(await answer)]);
  };
  const at = `/api/family-wishes/${wish}`;
  const { version, consents } = (await worker.get(at)).body as { version: number; consents: { id: string; purpose: string }[] };
  const relative = { names: [relativeName], relation: 'SISTER' };
  await act('edits', worker.patch(at, { relative, wish: 'To hear her voice.' }, { version }));
  await act('edits late', worker.patch(at, { relative, wish: 'Something else.' }, { version }));
  await act('warns again', worker.post(`${at}/warning`, { language: 'fa', confirmed: true }));
  await act('allows less', allow(worker, wish, 'C09_DISCLOSE_REL', ['ALIVE_ONLY']));
  await act('allows more', allow(worker, wish, 'C09_DISCLOSE_REL', ['MEETING', 'COUNTRY']));
  const tracing = consents.find(({ purpose }) => purpose === 'C08_TRACING');
  await act('takes a yes back', worker.post(`${at}/consents/${tracing?.id ?? ''}/withdrawal`, { how: 'PHONE' }));
  await act('begins what has begun', worker.post(`${at}/beginning`));
  await act('ends', worker.post(`${at}/end`, { how: 'PHONE' }));
  await act('ends again', worker.post(`${at}/end`, { how: 'PHONE' }));
  for (const purpose of ['C08_TRACING', 'C09_DISCLOSE_REL']) await act(`allows ${purpose}`, allow(worker, wish, purpose));
  await act('begins again', worker.post(`${at}/beginning`));
  return told;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Ids by the order in which they first appear and moments of this run by being of this run; what was there before is left as it is. */
export function sameNames(told: readonly Told[], isKnown: (id: string) => boolean, since: string): Told[] {
  const names = new Map<string, string>();
  const nameOf = (id: string): string => {
    if (isKnown(id)) return id;
    if (!names.has(id)) names.set(id, `id-${names.size + 1}`);
    return names.get(id) ?? '';
  };
  // where a page goes on is a moment and an id
  const read = (text: string): string =>
    text.replace(/"next":"([\w-]+)"/g, (_, next: string) => `"next":${Buffer.from(next, 'base64url').toString()}`);
  const one = (text: string): string =>
    read(text)
      .replace(UUID, nameOf)
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (moment) => (moment < since ? moment : 'now'));
  return told.map(([who, url, answer]) => [who, one(url), one(answer)]);
}

/** Tables that are the officers', and what every request leaves behind. */
const BEHIND = /^(family_(?!wish$)|related_person$)/;
const OF_REQUESTS = /^(session|idempotency)$/;

export interface Rows {
  /** One number for each table of the client's side, of its rows about anybody on that side. */
  ofTheClient: Record<string, string>;
  /** And for each table of the officers, and of what relatives said. */
  behind: Record<string, string>;
}

export async function rowsOf({ house, file, wishes, people, others }: ClientSide): Promise<Rows> {
  const tables = await house.sql<{ name: string }>(
    `select relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where nspname = 'public' and relkind in ('r','p') and not relispartition order by 1`,
  );
  const about = `array['${[file.clientId, file.caseId, ...Object.values(wishes).map(({ wish }) => wish)].join("','")}']::uuid[]`;
  const only: Record<string, string> = {
    consent: 'related_person_id is null',
    consent_event: 'related_person_id is null',
    mail_outbox: `to_staff = any (array['${people.map(({ id }) => id).join("','")}']::uuid[])`,
    audit_event: `client_id = any (${about}) or subject_id = any (${about})`,
  };
  const { clientId, caseId } = others.kin.file;
  const ofNoOther = `t::text not like all (array['%${[clientId, caseId, house.offices.south.id].join("%','%")}%'])`;
  const one = ({ name }: { name: string }): string =>
    `select '${name}' as name, coalesce(sum(hashtextextended(t::text, 0)), 0)::text || '/' || count(*) as sum from "${name}" t
      where ${BEHIND.test(name) ? 'true' : ofNoOther} and ${only[name] ?? 'true'}`;
  const asked = tables.filter(({ name }) => !OF_REQUESTS.test(name));
  const sums = await house.sql<{ name: string; sum: string }>(asked.map(one).join(' union all '));
  const those = (officers: boolean): Record<string, string> =>
    Object.fromEntries(sums.filter(({ name }) => BEHIND.test(name) === officers).map(({ name, sum }) => [name, sum]));
  const [heard] = await house.sql<{ sum: string }>(`select count(*)::text as sum from consent_event where related_person_id is not null`);
  return { ofTheClient: those(false), behind: { ...those(true), 'consents of relatives': heard?.sum ?? '' } };
}

function day(ahead: number): string {
  return officeDay(ahead);
}
