import { cell, type Word } from '@panah/domain/access/access-table';
import { BootCheck, type Route } from '../../apps/api/src/platform/access/boot-check';
import { onTeam } from './file-on-paper';
import { allow, begun, familyDesk, type Sought } from './family-world';
import { WAYS } from './family-walk';
import type { Answer, House, Person } from './house';
import { done } from './referral-desk';
import { officeDay } from './office-day';

/** Whoever works for the client and not on the link; the coordinator too, who decides about links in a view without names. */
const SIDE_A = ['COORDINATOR', 'CASEWORKER', 'COUNSELLOR', 'LEGAL', 'HOUSING'] as const;

export interface ClientSide extends Sought {
  people: Person[];
  /** Works in family links, and may come to stand between the two. */
  mediator: Person;
}

/** A client with a whole team, who allowed everything, was warned, and waits; something of everything that lists count. */
export async function clientSide(house: House): Promise<ClientSide> {
  const desk = await familyDesk(house);
  const others = await Promise.all((['COUNSELLOR', 'LEGAL', 'HOUSING'] as const).map((role) => house.as(role)));
  for (const member of others) await onTeam(house, desk.file, member);
  const sought = await begun(desk, { ways: WAYS, ladder: ['MEETING'] });
  done(await allow(desk.worker, sought.wish, 'C10_MESSAGES', ['ONE_MESSAGE', 'MEDIATED']));
  done(await allow(desk.worker, sought.wish, 'C11_DIRECT', ['CALL', 'MEETING']));
  done(await desk.worker.post(`/api/family-wishes/${sought.wish}/warning`, { language: 'fa', confirmed: true }));
  done(await desk.worker.post(`/api/cases/${desk.file.caseId}/tasks`, { kind: 'FOLLOW_UP', dueOn: day(9) }));
  const meeting = { kind: 'MEETING', on: day(9), at: '10:00', minutes: 30 };
  done(await desk.worker.post(`/api/cases/${desk.file.caseId}/appointments`, meeting));
  return { ...sought, people: [desk.coordinator, desk.worker, ...others], mediator: await house.as('FAMILY_LINKS') };
}

/** The same people at a house that was opened from the one they were in. */
export const movedTo = (house: House, side: ClientSide): ClientSide => ({
  ...side,
  house,
  coordinator: house.again(side.coordinator),
  worker: house.again(side.worker),
  officer: house.again(side.officer),
  mediator: house.again(side.mediator),
  people: side.people.map((person) => house.again(person)),
});

/** What a person is told, and by which address. */
type Told = [who: string, url: string, answer: string];

/** The routes that are answered to the client's side; what a coordinator alone decides of links is not part of it. */
const forTheClient = ({ method, word }: Route): boolean =>
  method === 'GET' &&
  word !== null &&
  (!/family|^relative-/.test(word) || SIDE_A.some((role) => role !== 'COORDINATOR' && cell(word as Word, role) !== 'none'));

/**
 * What each of them can ask: every route with the records of its kind, and with the ids of the other side. Whoever is not let in there is not asked again,
 * but where it is the other side that is named.
 */
export async function addressesOf({ house, wish, link, file, people, officer }: ClientSide): Promise<Address[]> {
  const idsOf = async (table: string): Promise<string[]> =>
    (await house.sql<{ id: string }>(`select id from ${table} where client_id = $1 order by id`, [file.clientId])).map(({ id }) => id);
  const own: Record<string, string[]> = {
    clients: [file.clientId],
    cases: [file.caseId],
    'family-wishes': [wish, link],
    consents: await idsOf('consent'),
    tasks: await idsOf('task'),
    appointments: await idsOf('appointment'),
    staff: [officer.id],
  };
  const paths = house.app
    .get(BootCheck)
    .routes()
    .filter(forTheClient)
    .map(({ path }) => path);
  // who looked at the file is asked first: the asking itself is a look
  paths.sort((a, b) => Number(b.endsWith('/looks')) - Number(a.endsWith('/looks')) || a.localeCompare(b));
  const urls = paths.flatMap((path) =>
    path.includes(':') ? (own[path.split('/')[2] ?? ''] ?? [link]).map((id) => path.replace(/:\w+/g, id)) : [path],
  );
  const open: Address[] = [];
  for (const person of people)
    for (const url of urls) if (url.includes(link) || (await person.get(url)).status === 200) open.push([person.id, url]);
  return open;
}
type Address = [who: string, url: string];

/** Everything that everybody on the client's side is told, in order. */
export async function toldToAll({ people, file }: ClientSide, addresses: readonly Address[]): Promise<Told[]> {
  const told: Told[] = [];
  for (const person of people) {
    for (const [who, url] of addresses) if (who === person.id) told.push([person.role, url, asText(await person.get(url))]);
    for (const text of [file.name, 'Mina Rahimi'])
      told.push([person.role, `search ${text}`, asText(await person.post('/api/clients/search', { text }))]);
  }
  return told;
}

const UNSAID = new Set(['date', 'connection', 'keep-alive', 'x-request-id']);
export const asText = ({ status, headers, text }: Answer): string =>
  `${status} ${JSON.stringify(Object.entries(headers).filter(([name]) => !UNSAID.has(name)))} ${text.replace(/"requestId":"[^"]+"/, '')}`;

/** What the client's side does, with the same words whatever happened over there; and what it is answered. */
export async function actsOfAll({ worker, wish, file, house }: ClientSide): Promise<Told[]> {
  const told: Told[] = [];
  const act = async (what: string, answer: Promise<Answer>): Promise<Answer> => {
    told.push(['does', what, asText(await answer)]);
    return answer;
  };
  const at = `/api/family-wishes/${wish}`;
  const { version } = (await worker.get(at)).body;
  const relative = { names: ['Mina Rahimi'], relation: 'SISTER' };
  await act('edits', worker.patch(at, { relative, wish: 'To hear her voice.' }, { version }));
  await act('edits late', worker.patch(at, { relative, wish: 'Something else.' }, { version }));
  await act('warns again', worker.post(`${at}/warning`, { language: 'fa', confirmed: true }));
  await act('allows less', allow(worker, wish, 'C09_DISCLOSE_REL', ['ALIVE_ONLY']));
  await act('allows more', allow(worker, wish, 'C09_DISCLOSE_REL', ['MEETING', 'COUNTRY']));
  const [tracing] = await house.sql<{ id: string }>(
    `select id from consent where client_id = $1 and purpose = 'C08_TRACING' order by recorded_at limit 1`,
    [file.clientId],
  );
  await act('takes a yes back', worker.post(`${at}/consents/${tracing?.id}/withdrawal`, { how: 'PHONE' }));
  await act('begins what has begun', worker.post(`${at}/beginning`));
  await act('ends', worker.post(`${at}/end`, { how: 'PHONE' }));
  await act('ends again', worker.post(`${at}/end`, { how: 'PHONE' }));
  for (const purpose of ['C08_TRACING', 'C09_DISCLOSE_REL']) await act(`allows ${purpose}`, allow(worker, wish, purpose));
  await act('begins again', worker.post(`${at}/beginning`));
  await act('notes another', worker.post(`/api/cases/${file.caseId}/family-wishes`, { relative, wish: 'To know.' }));
  return told;
}

/** Ids by the order in which they first appear and moments of this run by being of this run; what was there before is left as it is. */
export function sameNames(told: readonly Told[], known: ReadonlySet<string>, since: string): Told[] {
  const names = new Map<string, string>();
  const nameOf = (id: string): string => {
    if (known.has(id)) return id;
    if (!names.has(id)) names.set(id, `id-${names.size + 1}`);
    return names.get(id) ?? '';
  };
  // where a page goes on is a moment and an id
  const read = (text: string): string =>
    text.replace(/"next":"([\w-]+)"/g, (_, next: string) => `"next":${Buffer.from(next, 'base64url').toString()}`);
  const one = (text: string): string =>
    read(text)
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, nameOf)
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (moment) => (moment < since ? moment : 'now'));
  return told.map(([who, url, answer]) => [who, one(url), one(answer)]);
}

/** What one side of the pair is told and the other is not: empty when the runs are the same. */
export function differences(one: readonly Told[], other: readonly Told[]): string[] {
  const long = Math.max(one.length, other.length);
  return Array.from({ length: long }, (_, index) => [one[index], other[index]] as const)
    .filter(([a, b]) => JSON.stringify(a) !== JSON.stringify(b))
    .map(([a, b]) => `${a?.slice(0, 2).join(' ')}\n  ${a?.[2]}\n  ${b?.[2]}`);
}

/** Tables that are the officers', and what every request leaves behind. */
const BEHIND = /^(family_(?!wish$).*|related_person|session|idempotency)$/;

/** One number for each table of the client's side, of its rows about anybody on that side. */
export async function rowsOfTheClientsSide({ house, file, wish, people }: ClientSide): Promise<Record<string, string>> {
  const tables = await house.sql<{ name: string }>(
    `select relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where nspname = 'public' and relkind in ('r','p') and not relispartition order by 1`,
  );
  const about = `array['${[file.clientId, file.caseId, wish].join("','")}']::uuid[]`;
  const only: Record<string, string> = {
    consent: 'related_person_id is null',
    consent_event: 'related_person_id is null',
    mail_outbox: `to_staff = any (array['${people.map(({ id }) => id).join("','")}']::uuid[])`,
    audit_event: `client_id = any (${about}) or subject_id = any (${about})`,
  };
  const one = ({ name }: { name: string }): string =>
    `select '${name}' as name, coalesce(sum(hashtextextended(t::text, 0)), 0)::text || '/' || count(*) as sum from "${name}" t where ${only[name] ?? 'true'}`;
  const sums = await house.sql<{ name: string; sum: string }>(
    tables
      .filter(({ name }) => !BEHIND.test(name))
      .map(one)
      .join(' union all '),
  );
  return Object.fromEntries(sums.map(({ name, sum }) => [name, sum]));
}

function day(ahead: number): string {
  return officeDay(ahead);
}
