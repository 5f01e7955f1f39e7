import { randomUUID } from 'node:crypto';
import { cell, type Word } from '@panah/domain/access/access-table';
import { DemoHouse } from '../../apps/api/src/demo/demo-house';
import { BootCheck, type Route } from '../../apps/api/src/platform/access/boot-check';
import { bring } from './brought';
import { layFamilyEnquiries } from './enquiry-world';
import { layFamily } from './family-fixtures';
import { layMessages } from './message-fixtures';
import { layHousing } from './housing-world';
import { lockFile, type Parties } from './locked-file';
import { layInbox } from './inbox-world';
import { layReferrals } from './referral-world';
import { atPartner } from './partner-desk';
import { layPartnerPeople } from './partner-world';
import { layCounselling } from './counselling-world';
import { review, today } from './closing';
import { disclose, standingConsent } from './consent-desk';
import { type Answer, type House, type KeptHouse, type OfficePlace, openHouse, openKept, type Person, type SendOptions } from './house';
import { claimOf, dayFrom, refusal, TO_INTERVIEWED, walk } from './refuge-desk';
import { onTeam } from './file-on-paper';
import { Sealer } from '../../apps/api/src/platform/sealing/sealer';
import { assessment, incident, safetyPlan } from './risk-words';
import { type Ids, type RouteFixture, routeFixtures } from './route-fixtures';
import { officeDay } from './office-day';
import { ask, databaseUrl, templateDatabase } from './postgres';

type Twin = NonNullable<RouteFixture['twin']>;

/** A house full of people and records, with everybody who stands outside: what every story about walls begins with. */
export interface World {
  house: House;
  /** Every route that has a word. */
  routes: Route[];
  fixtures: Record<string, RouteFixture>;
  /** The records that the fixtures are about. */
  ids: Ids;
  /** Parents of the same kinds that are just as much within reach: no child of the first is found under them. */
  others: Partial<Record<string, string>>;
  /** Ids that exist and that nobody of `entitled` may name in a body: of another organisation, or of somebody else's file. */
  foreign: Record<string, string>;
  entitled: Record<Twin, Person>;
  outsiders: Record<RouteFixture['about'], Person[]>;
}

type Laid = Pick<World, 'ids' | 'others' | 'foreign' | 'entitled' | 'outsiders'> & { kept: KeptHouse; at: string };

/** The demonstration, one file with everything in it, its team, and outsiders of each kind. Laid once in a run of the stories; each opens one of its own. */
export async function openWorld(env: Record<string, string> = {}): Promise<World> {
  const { kept, at, ids, others, foreign, ...people } = await laidOnce();
  const house = await openKept(kept, { DEMO: '1', ...env });
  // as if everybody had come in just now
  await house.sql(
    `update session set started_at = started_at + ago, last_seen_at = last_seen_at + ago, fresh_at = fresh_at + ago, ends_at = ends_at + ago
       from (select now() - $1::timestamptz as ago) d where ended_at is null`,
    [at],
  );
  const here = new Map<string, Person>();
  const again = (person: Person): Person => here.get(person.id) ?? here.set(person.id, house.again(person)).get(person.id) ?? person;
  const entitled = mapped(people.entitled, again);
  const outsiders = mapped(people.outsiders, (all) => all.map(again));
  const routes = house.app
    .get(BootCheck)
    .routes()
    .filter(({ word }) => word !== null);
  return { house, routes, fixtures: routeFixtures(ids), ids, others, foreign, entitled, outsiders };
}

const mapped = <Key extends string, Value>(values: Record<Key, Value>, as: (value: Value) => Value): Record<Key, Value> =>
  Object.fromEntries(Object.entries<Value>(values).map(([key, value]) => [key, as(value)])) as Record<Key, Value>;

/** What was laid stands beside its databases, written down: whichever story comes first lays it. */
async function laidOnce(): Promise<Laid> {
  const name = `world_${process.env['STORIES_RUN'] ?? randomUUID()}`;
  await templateDatabase(name, async (url) => {
    await ask(url, 'create table laid (world jsonb not null)');
    await ask(url, 'insert into laid values ($1)', [JSON.stringify(await lay())]);
  });
  const [laid] = await ask<{ world: Laid }>(databaseUrl(name), 'select world from laid');
  if (!laid) throw new Error('The world was not laid.');
  return laid.world;
}

async function lay(): Promise<Laid> {
  const house = await openHouse({ DEMO: '1' });
  await house.app.get(DemoHouse).fill();
  const { ids, entitled, outsiders } = await populate(house);
  const [others, foreign] = [await othersThan(house, ids, entitled), await foreignIds(house, ids, outsiders)];
  const at = new Date().toISOString();
  return { kept: await house.keep(), at, ids, others, foreign, entitled, outsiders };
}

/** Sends a request as the route's method wants it. */
export function send(
  who: Person,
  { method }: Pick<Route, 'method'>,
  url: string,
  body: unknown = {},
  options: SendOptions = { version: 1 },
): Promise<Answer> {
  if (method === 'GET') return who.get(url, options);
  if (method === 'PUT') return who.put(url, body, options);
  if (method === 'PATCH') return who.patch(url, body, options);
  if (method === 'DELETE') return who.delete(url, options);
  return who.post(url, body, options);
}

export const labelOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`;

/** Somebody whose role opens a route that has no record in it. */
export function entitledTo(world: World, { word }: Route): Person {
  const found = Object.values(world.entitled).find(({ role }) => word && cell(word as Word, role) !== 'none');
  if (!found) throw new Error(`Nobody in the house has the word ${String(word)}.`);
  return found;
}

/** What an answer says, but for the number of the request. */
export const withoutRequest = ({ text }: Answer): string => text.replace(/"requestId":"[^"]+"/, '');

/** What every request leaves behind, refused or not. */
const LEFT_BY_ANYBODY = ['audit_event', 'session', 'sign_in_failure', 'location_reveal'];

async function tablesThatHoldRecords(house: House): Promise<string[]> {
  const tables = await house.sql<{ name: string }>(
    `select relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where nspname = 'public' and relkind = 'r' and relname <> all($1)`,
    [LEFT_BY_ANYBODY],
  );
  return tables.map(({ name }) => name);
}

/** One number for each table: what changes it is a change of a row. */
export async function checksums(house: House): Promise<Record<string, string>> {
  const one = (name: string) =>
    `select '${name}' as name, coalesce(sum(hashtextextended(t::text, 0)), 0)::text || '/' || count(*) as sum from "${name}" t`;
  const sums = await house.sql<{ name: string; sum: string }>((await tablesThatHoldRecords(house)).map(one).join(' union all '));
  return Object.fromEntries(sums.map(({ name, sum }) => [name, sum]));
}

/** How many rows of any table name an id anywhere. */
export async function rowsNaming(house: House, id: string): Promise<number> {
  const one = (name: string) => `select count(*) as n from "${name}" t where t::text like $1`;
  const [sum] = await house.sql<{ n: string }>(
    `select sum(n) as n from (${(await tablesThatHoldRecords(house)).map(one).join(' union all ')}) counts`,
    [`%${id}%`],
  );
  return Number(sum?.n);
}

const firstId = async (house: House, text: string, values: unknown[] = []): Promise<string> => {
  const id = (await house.sql<{ id: string }>(text, values))[0]?.id;
  if (!id) throw new Error(`The house has no such record: ${text}`);
  return id;
};

async function othersThan(house: House, ids: Ids, { worker, second }: World['entitled']): Promise<World['others']> {
  const own = `from case_file where primary_worker_id = $1 and id <> $2 and state <> 'CLOSED'`;
  return {
    clients: await firstId(house, `select client_id as id ${own}`, [worker.id, ids.case]),
    cases: await firstId(house, `select id ${own}`, [worker.id, ids.case]),
    enquiries: await firstId(
      house,
      `select e.id from enquiry e join enquiry first on first.id = $1 and e.office_id = first.office_id where e.state = 'INTAKE' and e.id <> $1`,
      [ids.intake],
    ),
    staff: second.id,
    'family-wishes': ids.family.otherWish,
    'family-links': ids.family.otherLink,
    'family-messages': ids.messages.other,
    partners: await firstId(house, 'select p.id from partner p join partner own on own.id = $1 and p.org_id = own.org_id and p.id <> $1', [
      ids.partner,
    ]),
  };
}

async function foreignIds(house: House, ids: Ids, { staff: elsewhere }: World['outsiders']): Promise<World['foreign']> {
  const [coordinator] = elsewhere;
  if (!coordinator) throw new Error('There is nobody in the other organisation.');
  const partner = { name: 'Partner elsewhere', type: 'OTHER', country: 'AL', services: [], languages: [], contacts: [] };
  const made = await coordinator.post('/api/partners', partner);
  const notOurs = 'from case_file c join case_file own on own.id = $1 and c.primary_worker_id <> own.primary_worker_id';
  return {
    'a colleague of another organisation': coordinator.id,
    'an office of another organisation': house.offices.elsewhere.id,
    'a partner of another organisation': (made.body as { id: string }).id,
    'another worker’s client': await firstId(house, `select c.client_id as id ${notOurs} limit 1`, [ids.case]),
    'another worker’s case': await firstId(house, `select c.id ${notOurs} limit 1`, [ids.case]),
    'a note of another file': await firstId(house, 'select id from case_note where client_id <> $1 limit 1', [ids.client]),
  };
}

/** The first session of somebody: what they may end themselves. */
export async function ownSession(house: House, { id }: Person): Promise<string> {
  return (await house.sql<{ id: string }>('select id from session where staff_id = $1 order by started_at limit 1', [id]))[0]?.id ?? '';
}

/** People and records: one file with everything in it, its team, and everybody who stands outside. */
export async function populate(house: House) {
  const [place] = await house.sql<{ org: string; north: string; south: string }>(
    `select o.org_id as org, o.id as north, (select id from office s where s.org_id = o.org_id and s.name = 'South') as south from office o where o.name = 'North'`,
  );
  const north = { orgId: place?.org ?? '', id: place?.north ?? '' };
  const south = { orgId: place?.org ?? '', id: place?.south ?? '' };
  const as = (role: Person['role'], where: OfficePlace, name: string) => house.as(role, where, `${name} ${role}`);
  const [worker, coordinator, second, admin, auditor, asked] = [
    await as('CASEWORKER', north, 'entitled'),
    await as('COORDINATOR', north, 'entitled'),
    await as('COORDINATOR', north, 'second'),
    await as('ADMIN', north, 'entitled'),
    await as('AUDITOR', north, 'entitled'),
    await as('COUNSELLOR', north, 'asked'),
  ];
  const colleague = await as('CASEWORKER', north, 'colleague');
  const counsellor = await as('COUNSELLOR', north, 'entitled');
  const lead = await house.as('COUNSELLOR', north, 'entitled lead', ['LEAD']);
  const lawyer = await as('LEGAL', north, 'entitled');
  const records = await recordsOf(house, north, { worker, coordinator, asked, colleague, lawyer });
  const officer = await as('HOUSING', north, 'entitled officer');
  const [linker, mediator] = [await as('FAMILY_LINKS', north, 'entitled'), await as('FAMILY_LINKS', north, 'mediating')];
  const hears = await as('FAMILY_LINKS', north, 'hears');
  const partnerPeople = await layPartnerPeople(house, north, records.partner);
  const inbox = await layInbox(house, records, worker, partnerPeople);
  const gone = await layHandedOver(house, north, {
    worker,
    member: partnerPeople.member,
    partner: { id: records.partner, ...partnerPeople.key },
  });
  const family = await layFamily(house, north, records, { worker, coordinator, linker, mediator, lawyer });
  // after them: whoever stands on the team first is the officer of a link that is begun
  const messages = await layMessages(house, north, records);
  const ids = {
    ...records,
    messages: messages.ids,
    counselling: await layCounselling(house, north, records, { worker, counsellor, lead }),
    housing: await layHousing(house, north, records, { worker, coordinator, officer }),
    partnerPeople: partnerPeople.ids,
    inbox,
    family,
    referrals: await layReferrals(house, records, worker, partnerPeople.key, inbox),
    handedOver: gone.caseId,
    enquiries: await layFamilyEnquiries(house, north, records, { worker, hears }),
  };
  const blocked = await as('COORDINATOR', north, 'blocked');
  for (const subject of [ids.client, ids.enquiry, ids.intake, gone.clientId])
    await house.sql(
      `insert into access_block (id, org_id, office_id, subject_id, staff_id, kind, source) values ($1, $2, $3, $4, $5, 'RELATIVE', 'CLIENT_STATED')`,
      [randomUUID(), north.orgId, north.id, subject, blocked.id],
    );
  const former = await as('CASEWORKER', north, 'former');
  await house.sql(
    `insert into case_team (id, org_id, office_id, client_id, case_id, staff_id, role, classes, reason, proposed_by, member_answer, client_answer, starts_at, ends_at, ended_at)
     select $1, org_id, office_id, client_id, id, $2, 'CASEWORKER', array['PERSON','NOTES','CASE','CONTACT','NAMES','LOCATION','ID_DOCS'], 'COVER', $2, 'NO_TIE', 'NO_OBJECTION', now() - interval '9 days', now() + interval '9 days', now() from case_file where id = $3`,
    [randomUUID(), former.id, ids.case],
  );
  const elsewhere = await Promise.all(
    (['COORDINATOR', 'CASEWORKER', 'HOUSING', 'AUDITOR', 'ADMIN'] as const).map((role) => as(role, house.offices.elsewhere, 'elsewhere')),
  );
  const southern = await Promise.all(
    (['COORDINATOR', 'CASEWORKER', 'COUNSELLOR', 'LEGAL', 'HOUSING', 'FAMILY_LINKS'] as const).map((role) => as(role, south, 'south')),
  );
  const specialist = await as('HOUSING', north, 'entitled');
  // who holds another specialty here, or this one elsewhere, or this one here but is closed off from the client
  const shutOff = await as('HOUSING', north, 'blocked');
  await house.sql(
    `insert into access_block (id, org_id, office_id, subject_id, staff_id, kind, source) values ($1, $2, $3, $4, $5, 'RELATIVE', 'CLIENT_STATED')`,
    [randomUUID(), north.orgId, north.id, ids.client, shutOff.id],
  );
  const shutOffLinks = await as('FAMILY_LINKS', north, 'blocked');
  await house.sql(
    `insert into access_block (id, org_id, office_id, subject_id, staff_id, kind, source) values ($1, $2, $3, $4, $5, 'RELATIVE', 'CLIENT_STATED')`,
    [randomUUID(), north.orgId, north.id, ids.client, shutOffLinks.id],
  );
  const partner = await as('PARTNER', north, 'partner');
  const otherPartner = await house.sql<{ id: string }>('select id from partner where org_id = $1 and id <> $2 limit 1', [
    north.orgId,
    ids.partner,
  ]);
  const reader = await atPartner(house, otherPartner[0]?.id ?? '', north);
  const stranger = [
    await as('COUNSELLOR', north, 'no team'),
    await as('LEGAL', north, 'no team'),
    await as('FAMILY_LINKS', north, 'no team'),
  ];
  const never = [...elsewhere, ...southern, partner, admin, auditor];
  return {
    ids,
    entitled: {
      worker,
      coordinator,
      second,
      admin,
      auditor,
      asked,
      colleague,
      specialist,
      counsellor,
      lead,
      officer,
      linker,
      mediator,
      lawyer,
      member: partnerPeople.member,
      ...messages.people,
    },
    outsiders: {
      private: [...never, ...stranger, worker, coordinator, lead, blocked],
      // what a counsellor handed to the one who supervises them, here the lead
      supervised: [...never, ...stranger, worker, coordinator, blocked],
      client: [...never, ...stranger, colleague, former, blocked],
      // the client's own team too: what lies behind a wish is its officers'
      link: [...never, ...stranger, colleague, former, blocked, worker, counsellor, lawyer],
      enquiry: [...never, ...stranger, blocked],
      question: [...never, ...stranger, coordinator],
      queue: [...never, ...stranger, coordinator, shutOff],
      beds: [...never, ...stranger, worker, colleague],
      staff: elsewhere,
      office: elsewhere,
      partner: [...elsewhere.filter(({ role }) => role !== 'AUDITOR' && role !== 'ADMIN'), partner, admin, auditor],
      // whoever entered it, works with the client otherwise, or is closed off from them
      matches: [...never, worker, coordinator, colleague, former, hears, shutOffLinks],
      freezes: [...never, ...stranger, worker, colleague, linker, hears],
      // who reads for another partner
      lent: [...never, ...stranger, worker, coordinator, reader],
      // the client's own team and their coordinator too; what waits to be looked over waits for whoever does family links here
      carried: [...never, ...stranger, worker, coordinator, colleague, former, blocked],
      queued: [...never, ...stranger.filter(({ role }) => role !== 'FAMILY_LINKS'), worker, coordinator, colleague, former, blocked],
      asked: [...never, ...stranger, worker, colleague, former, blocked],
      own: [...never, colleague],
    },
  };
}

/** A file of the same worker that went over to the partner: of every kind of reader nobody opens it any more. */
async function layHandedOver(house: House, north: OfficePlace, parties: Parties): Promise<{ caseId: string; clientId: string }> {
  const caseId = await firstId(
    house,
    `select id from case_file where office_id = $1 and state = 'ACTIVE' and primary_worker_id <> $2 order by id limit 1`,
    [north.id, parties.worker.id],
  );
  const clientId = await firstId(house, 'select client_id as id from case_file where id = $1', [caseId]);
  await house.sql('update case_file set primary_worker_id = $2 where id = $1', [caseId, parties.worker.id]);
  await house.sql('update case_team set staff_id = $2 where case_id = $1 and is_primary', [caseId, parties.worker.id]);
  const settled = (state: string, by: string | null) =>
    house.sql(
      'update partner_key set state = $2, settled_by = $3, settled_at = case when $3::uuid is null then null else now() end where id = $1',
      [parties.partner.keyId, state, by],
    );
  await settled('CONFIRMED', parties.worker.id);
  await lockFile(house, { caseId, clientId }, parties);
  await settled('REGISTERED', null);
  return { caseId, clientId };
}

type Cast = Record<'worker' | 'coordinator' | 'asked' | 'colleague' | 'lawyer', Person>;

async function recordsOf(
  house: House,
  north: OfficePlace,
  { worker, coordinator, asked, colleague, lawyer }: Cast,
): Promise<
  Omit<Ids, 'counselling' | 'housing' | 'partnerPeople' | 'inbox' | 'family' | 'referrals' | 'handedOver' | 'messages' | 'enquiries'>
> {
  const one = async (text: string, values: unknown[] = []): Promise<string> => (await house.sql<{ id: string }>(text, values))[0]?.id ?? '';
  const caseId = await one(
    `select id from case_file where office_id = $1 and state = 'ACTIVE' and exists (select from residence r where r.client_id = case_file.client_id) and exists (select from organisational_name r where r.client_id = case_file.client_id) and exists (select from safe_contact_plan r where r.client_id = case_file.client_id) limit 1`,
    [north.id],
  );
  await house.sql('update case_file set primary_worker_id = $2 where id = $1', [caseId, worker.id]);
  await house.sql('update case_team set staff_id = $2 where case_id = $1 and is_primary', [caseId, worker.id]);
  const ownToo = await one(`select id from case_file where office_id = $1 and state = 'ACTIVE' and id <> $2 limit 1`, [north.id, caseId]);
  await house.sql('update case_file set primary_worker_id = $2 where id = $1', [ownToo, worker.id]);
  await house.sql('update case_team set staff_id = $2 where case_id = $1 and is_primary', [ownToo, worker.id]);
  const client = await one('select client_id as id from case_file where id = $1', [caseId]);
  const must = async (answer: Promise<Answer>): Promise<Answer['body']> => {
    const { status, body, text } = await answer;
    if (status >= 300) throw new Error(text);
    return body;
  };
  await must(
    worker.post(`/api/clients/${client}/documents`, {
      docType: 'PASSPORT',
      number: 'X1',
      possession: 'WITH_CLIENT',
      verification: 'NOT_SEEN',
    }),
  );
  await must(worker.post(`/api/clients/${client}/dependants`, { name: 'Somebody', relation: 'SON', livesWith: true }));
  await must(worker.post(`/api/cases/${caseId}/team`, { staffId: asked.id, role: 'COUNSELLOR', reason: 'SPECIALIST' }));
  const another = await house.as('LEGAL', north);
  await must(worker.post(`/api/cases/${caseId}/team`, { staffId: another.id, role: 'LEGAL', reason: 'SPECIALIST' }));
  const draft = await must(
    worker.post(`/api/cases/${caseId}/note-drafts`, { type: 'ADMIN', happenedAt: new Date().toISOString(), body: 'A draft' }),
  );
  const thrownAway = await must(
    worker.post(`/api/cases/${caseId}/note-drafts`, { type: 'ADMIN', happenedAt: new Date().toISOString(), body: 'Another draft' }),
  );
  const note = await must(
    worker.post(`/api/cases/${caseId}/notes`, { type: 'ASSESSMENT', happenedAt: new Date().toISOString(), body: 'An assessment' }),
  );
  await must(
    coordinator.post(`/api/cases/${caseId}/blocks`, {
      staffId: (await house.as('LEGAL', north)).id,
      kind: 'DISPUTE',
      source: 'CLIENT_STATED',
    }),
  );
  const safety = await safetyOf(house, north, caseId, { worker, coordinator });
  const consent = await standingConsent(worker, caseId);
  const disclosure = await must(disclose(worker, caseId, consent, { stage: 'PREPARED' }));
  const legalBasis = await must(
    coordinator.post(`/api/cases/${caseId}/legal-bases`, {
      basis: 'VITAL_INTEREST',
      purpose: 'C06_HEALTH',
      recipient: { kind: 'ORGANISATION', name: 'Harbour Emergency Ward' },
      scope: ['NAME'],
      reason: 'Unconscious on arrival; the ward asks.',
      inform: 'TELL',
    }),
  );
  const intake = await one(`select id from enquiry where office_id = $1 and state = 'INTAKE' and proposed_at is not null limit 1`, [
    north.id,
  ]);
  await must(coordinator.post(`/api/enquiries/${intake}/allocation-questions`, { staffId: colleague.id }));
  const enquiry = await one(`select id from enquiry where office_id = $1 and state = 'ENQUIRY' limit 1`, [north.id]);
  const line = randomUUID();
  await house.sql(
    'insert into duplicate_line (id, org_id, office_id, client_id, enquiry_id, enquiry_ref) values ($1, $2, $3, $4, $5, $6)',
    [line, north.orgId, north.id, client, enquiry, 'ZZZZZZ-6'],
  );
  const document = await must(
    bring(worker, `/api/cases/${caseId}/documents`, Buffer.from('What was agreed'), {
      fileName: 'a.txt',
      type: 'OTHER',
      title: 'Letter',
      receivedOn: '2026-01-02',
      keepAsEvidence: true,
    }),
  );
  await must(
    worker.post(`/api/cases/${caseId}/specialist-requests`, {
      specialty: 'HOUSING',
      urgency: 'URGENT',
      question: 'A room without stairs?',
    }),
  );
  const outcome = await must(worker.post(`/api/cases/${caseId}/outcome-reviews`, review('AD_HOC', '2')));
  const help = await must(
    worker.post(`/api/cases/${caseId}/help`, { service: 'CASH_KIND', givenOn: today(), amount: '35.50', currency: 'EUR' }),
  );
  const attended = { name: 'Somebody', activity: 'Language course', from: '2026-01-05', until: '2026-02-05', hours: '40' };
  const certificate = await must(worker.post(`/api/cases/${caseId}/certificates`, attended));
  const legal = await legalOf(north, { caseId, clientId: client }, house, { worker, lawyer, coordinator });
  const day = (ahead: number): string => officeDay(ahead);
  const absence = await must(coordinator.post('/api/absences', { staffId: asked.id, officeId: north.id, from: day(1), until: day(9) }));
  const task = await must(worker.post(`/api/cases/${caseId}/tasks`, { kind: 'DOCUMENT', dueOn: day(5) }));
  const meeting = { kind: 'MEETING', on: day(5), at: '10:00', minutes: 30, place: 'The small room' };
  const appointment = await must(worker.post(`/api/cases/${caseId}/appointments`, meeting));
  const parts: Record<string, string> = { document: document.id, draft: thrownAway.id };
  for (const table of ['person_name', 'organisational_name', 'contact_point', 'identity_document', 'residence', 'dependant'])
    parts[table] = await one(`select id from ${table} where client_id = $1 and removed_at is null limit 1`, [client]);
  return {
    client,
    case: caseId,
    note: note.id,
    draft: draft.id,
    enquiry,
    intake,
    line,
    consent: consent.id,
    disclosure: disclosure.id,
    legalBasis: legalBasis.id,
    parts,
    safety,
    legal,
    colleague: colleague.id,
    candidate: (await house.as('CASEWORKER', north)).id,
    staff: colleague.id,
    office: north.id,
    partner: await one('select id from partner where org_id = $1 limit 1', [north.orgId]),
    role: await one('select id from staff_role where staff_id = $1', [colleague.id]),
    member: await one('select id from case_team where case_id = $1 and staff_id = $2', [caseId, asked.id]),
    otherMember: await one('select id from case_team where case_id = $1 and staff_id = $2', [caseId, another.id]),
    question: await one('select id from case_team where case_id = $1 and staff_id = $2', [caseId, asked.id]),
    allocation: await one('select id from team_question where staff_id = $1', [colleague.id]),
    block: await one('select id from access_block where subject_id = $1 limit 1', [client]),
    session: await ownSession(house, worker),
    need: await one(`select id from client_need where case_id = $1 and record_class = 'CONFIDENTIAL' limit 1`, [caseId]),
    planVersion: await one('select id from plan_version where case_id = $1', [caseId]),
    planItem: await one(`select id from plan_item where case_id = $1 and item = 'ACTION'`, [caseId]),
    task: task.id,
    appointment: appointment.id,
    absence: absence.id,
    outcome: outcome.id,
    help: help.id,
    certificate: certificate.id,
    specialistRequest: await one('select id from specialist_request where case_id = $1', [caseId]),
  };
}

/** One of each that hangs on risk and duty. */
async function safetyOf(
  house: House,
  { orgId, id: officeId }: OfficePlace,
  caseId: string,
  { worker, coordinator }: Pick<Cast, 'worker' | 'coordinator'>,
): Promise<Ids['safety']> {
  const made = async (path: string, body: object): Promise<string> => {
    const { status, body: answer, text } = await worker.post(`/api/cases/${caseId}/${path}`, body);
    if (status >= 300) throw new Error(text);
    return (answer as { id: string }).id;
  };
  const waiting = await made('risk-assessments', assessment({ TH1: 'PRESENT' }, 'MEDIUM', { overrideReason: 'It was long ago' }));
  const deed = { text: 'Change the locks', ownerId: worker.id, dueOn: safetyPlan().reviewOn };
  const happened = await made('incidents', incident());
  const { body: acted } = await worker.post(`/api/incidents/${happened}/actions`, deed);
  const shown = { what: 'What they sent', capturedAt: new Date().toISOString(), fileName: 'a.txt', keepAsItCame: true };
  const { body: proven } = await bring(worker, `/api/incidents/${happened}/evidence-files`, Buffer.from('What they wrote'), shown);
  const turn = randomUUID();
  const sealed = await house.app
    .get(Sealer)
    .seal(
      { table: 'duty_turn', rowId: turn, subjectId: coordinator.id, compartment: 'file', sealVersion: 1 },
      { telephone: '+355 69 000 0000' },
    );
  await house.sql(
    `insert into duty_turn (id, org_id, office_id, staff_id, starts_at, ends_at, planned_by, sealed) values ($1, $2, $3, $4, now(), now() + interval '8 hours', $4, $5)`,
    [turn, orgId, officeId, coordinator.id, sealed],
  );
  return {
    waiting,
    turn,
    incident: happened,
    evidence: (proven as { evidence: { id: string }[] }).evidence[0]?.id ?? '',
    deed: (acted as { actionsTaken: { id: string }[] }).actionsTaken[0]?.id ?? '',
    draft: await made('risk-drafts', assessment()),
    plan: await made('safety-plans', safetyPlan()),
    danger: await made('dangers', { words: 'Somebody is at the door' }),
  };
}

/** One of each that hangs on a claim. */
async function legalOf(
  north: OfficePlace,
  file: { caseId: string; clientId: string },
  house: House,
  { worker, lawyer, coordinator }: Pick<Cast, 'worker' | 'lawyer' | 'coordinator'>,
): Promise<Ids['legal']> {
  await onTeam(house, file, lawyer, north);
  const made = async (path: string, body: object, by: Person = lawyer): Promise<string> => {
    const { status, body: answer, text } = await by.post(path, body);
    if (status >= 300) throw new Error(text);
    return (answer as { id: string }).id;
  };
  const at = `/api/cases/${file.caseId}`;
  const claim = await made(`${at}/claims`, claimOf({ country: 'AL', fileNo: 'AL-1' }));
  const seen = await walk(lawyer, claim, ...TO_INTERVIEWED, ['refusal', refusal({ appealDueOn: dayFrom(20) })]);
  // a consent of its own: the other one is taken back by the stories that try each route
  const who = { kind: 'ORGANISATION', name: 'Riverside Law Office' };
  await standingConsent(worker, file.caseId, { recipients: [who] });
  return {
    claim,
    deadline: (seen.deadlines as { id: string; type: string }[]).find(({ type }) => type === 'APPEAL')?.id ?? '',
    decision: (seen.decisions as { id: string }[])[0]?.id ?? '',
    permit: await made(`${at}/permits`, { country: 'AL', type: 'OTHER', unlimited: false, validTo: dayFrom(200), number: '77' }),
    proof: await made(`${at}/permits`, { country: 'AL', type: 'WORK_PERMIT', unlimited: true }),
    representation: await made(`${at}/representations`, {
      who,
      capacity: 'LAWYER_NGO',
      fromOn: dayFrom(-9),
      conflictChecked: true,
      mayReceiveFiles: true,
    }),
    profileValue: await made(
      '/api/country-profile-values',
      { country: 'AL', kind: 'AUTHORITY', code: 'ALL', value: { text: 'An office' } },
      coordinator,
    ),
  };
}
