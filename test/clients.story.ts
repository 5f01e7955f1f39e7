import { addDays } from '@panah/domain/dates/calendar-days';
import { dayAt } from '@panah/domain/staff/office-calendar';
import type { AdmittedClient } from '../apps/api/src/clients/admitted-client';
import { onTeam, type PaperFile } from './support/file-on-paper';
import { type House, openHouse, type Person } from './support/house';
import { admitted } from './support/known-client';
import { officeDay } from './support/office-day';

let house: House;
let worker: Person;
let coordinator: Person;
let stranger: Person;
let file: PaperFile;

const NUMBER = '+355691112233';
const STREET = 'Rruga e Akacieve 7';
const GROUP_NAME = 'Name From Inside';
const KNOWN: Partial<AdmittedClient> = {
  names: [{ asWritten: 'فاطمه حسن‌زاده' }],
  contactPoints: [
    {
      channel: 'PHONE_CALL',
      value: NUMBER,
      label: 'own',
      safety: 'SAFE',
      conditions: null,
      deviceTrust: null,
      language: 'fa',
      preferred: true,
      verifiedOn: null,
      lastSafeCheckOn: null,
      retiredReason: null,
    },
  ],
  residences: [{ from: null, to: null, country: 'AL', city: 'Tirana', address: STREET, knownTo: ['NONE'], safety: 'SAFE', remarks: null }],
  organisationalNames: [{ kind: 'ORGANISATIONAL', asWritten: GROUP_NAME, remarks: null }],
};
const at = (path = '', of = file): string => `/api/clients/${of.clientId}${path}`;
const PERSON = {
  pseudonym: 'Linden 482',
  countryOfStay: 'AL',
  languages: [{ code: 'fa', speaks: true, reads: true }],
  interpreterNeeded: false,
};
const linesOf = (person: Person, word: string) =>
  house.sql<{ outcome: string; reason: string | null; field_classes: string[]; changed_fields: string[] }>(
    'select outcome, reason, field_classes, changed_fields from audit_event where actor_id = $1 and word = $2 order by at',
    [person.id, word],
  );

beforeAll(async () => {
  house = await openHouse();
  worker = await house.as('CASEWORKER');
  coordinator = await house.as('COORDINATOR');
  stranger = await house.as('CASEWORKER');
});
afterAll(() => house.close());
beforeEach(async () => {
  file = await admitted(house, worker, KNOWN);
});

describe('who a client is', () => {
  it('R-ID-01: a name to use, a language and a country are enough', async () => {
    const bare = await admitted(house, worker);
    const { status, body } = await worker.get(at('', bare));
    expect([status, body.displayName, body.person.birth, body.documents]).toEqual([200, { arab: 'مریم کریمی', latin: null }, null, []]);
    expect(body.person.pseudonym).toMatch(/^[A-Z][a-z]+ \d{3}$/);
  });

  it('R-AC-01: another caseworker gets "not found", as for a client who never was; the team and the coordinator read', async () => {
    const [mine, theirs, nobody] = [
      await worker.get(at()),
      await stranger.get(at()),
      await stranger.get('/api/clients/01900000-0000-7000-8000-000000000000'),
    ];
    expect([mine.status, (await coordinator.get(at())).status, theirs.status, nobody.status]).toEqual([200, 200, 404, 404]);
    expect({ ...theirs.body, requestId: '' }).toEqual({ ...nobody.body, requestId: '' });
  });

  it('R-ID-02 and R-ID-03: a year is kept as it was said, and no day is added', async () => {
    const saved = await worker.put(at(), { ...PERSON, birth: { originalText: '۱۳۶۲' } }, { version: 1 });
    expect(saved.body.person.birth).toMatchObject({
      originalText: '۱۳۶۲',
      calendar: 'JALALI',
      from: '1983-03-21',
      to: '1984-03-20',
      day: null,
    });
    expect(saved.body.person.age.label).toMatch(/^\d\d(–\d\d)?$/);
    const [row] = await house.sql('select birth_year_from, birth_year_to from client where id = $1', [file.clientId]);
    expect(row).toEqual({ birth_year_from: 1983, birth_year_to: 1984 });
  });

  it('a day that month never had is told beside the field', async () => {
    const { status, body } = await worker.put(
      at(),
      { ...PERSON, birth: { originalText: '1394-12-30', calendar: 'JALALI' } },
      { version: 1 },
    );
    expect([status, body.code, body.fields, body.facts.daysInMonth]).toEqual([422, 'no-such-day', { birth: ['no-such-day'] }, 29]);
  });

  it('R-ID-04: a first of January read from a paper is marked as perhaps administrative; one that was told is not', async () => {
    const birth = { originalText: '1983-01-01', calendar: 'GREGORIAN' };
    const read = await worker.put(at(), { ...PERSON, birth: { ...birth, basis: 'DOCUMENT' } }, { version: 1 });
    const told = await worker.put(at(), { ...PERSON, birth: { ...birth, basis: 'SELF' } }, { version: 2 });
    expect([read.body.person.birthLooksAdministrative, told.body.person.birthLooksAdministrative]).toEqual([true, false]);
  });

  it('two people edit at once: the second is told which fields differ (412), and who sends no version is asked for it (428)', async () => {
    await worker.put(at(), { ...PERSON, countryOfStay: 'DE' }, { version: 1 });
    const late = await coordinator.put(at(), { ...PERSON, literacy: 'FULL' }, { version: 1 });
    expect([late.status, late.body.code, late.body.facts.changed.sort()]).toEqual([412, 'stale-edit', ['countryOfStay', 'literacy']]);
    expect((await coordinator.put(at(), PERSON)).status).toBe(428);
  });

  it('a name in Latin joins the Persian one, and what is in use is shown', async () => {
    const { body } = await worker.post(at('/names'), { kind: 'DOC_SPELLING', asWritten: 'Fatemeh Hassanzadeh', inUse: true });
    expect(body.displayName).toEqual({ arab: 'فاطمه حسن‌زاده', latin: 'Fatemeh Hassanzadeh' });
    const latin = body.names.find((name: { script: string }) => name.script === 'Latn');
    const edited = await worker.put(
      at(`/names/${latin.id}`),
      { kind: 'DOC_SPELLING', asWritten: 'Fateme Hasanzade', inUse: true },
      { version: latin.version },
    );
    expect(edited.body.displayName.latin).toBe('Fateme Hasanzade');
    const removed = await worker.post(at(`/names/${latin.id}/removal`), {}, { version: latin.version + 1 });
    expect([removed.status, removed.body.displayName.latin, removed.body.names.length]).toEqual([200, null, 1]);
  });

  it('R-AC-01: a line of one client is not found under another', async () => {
    const other = await admitted(house, worker, KNOWN);
    const [name] = (await worker.get(at('', other))).body.names;
    expect((await worker.put(at(`/names/${name.id}`), { kind: 'BIRTH', asWritten: 'X', inUse: false }, { version: 1 })).status).toBe(404);
  });

  it('the same line sent twice stands once', async () => {
    const [key, input] = [crypto.randomUUID(), { name: 'Sara', relation: 'daughter', livesWith: true, birth: { originalText: '2020' } }];
    await worker.post(at('/dependants'), input, { key });
    const again = await worker.post(at('/dependants'), input, { key });
    expect(again.body.dependants.map((one: { name: string; countsAsMinor: boolean }) => [one.name, one.countsAsMinor])).toEqual([
      ['Sara', true],
    ]);
  });
});

describe('what needs a press and a reason (R-AC-03)', () => {
  it('the header says when and how, never the number; the number opens with a reason and leaves a line', async () => {
    const plan = {
      timeZone: 'Europe/Tirane',
      okHours: [{ days: [2, 4], from: '18:00', to: '20:00' }],
      identifyAs: 'about the course',
      leaveMessage: 'NO',
      ifNoAnswer: 'Try on Thursday',
      codeWord: 'tulip',
      reviewOn: officeDay(60),
    };
    expect((await worker.put(at('/safe-contact-plan'), plan, { version: 0 })).status).toBe(200);
    const header = await worker.get(at('/header'));
    expect(header.body).toMatchObject({
      safeContact: { identifyAs: 'about the course' },
      contactPoint: { channel: 'PHONE_CALL', safety: 'SAFE' },
    });
    const file = await worker.get(at());
    for (const secret of [NUMBER, 'tulip', STREET, GROUP_NAME, 'Tirana']) expect(header.text + file.text).not.toContain(secret);
    const shown = await worker.post(at('/contact/reveal'), { reason: 'CONTACT_CLIENT' });
    expect([shown.body.points[0].value, shown.body.plan.codeWord]).toEqual([NUMBER, 'tulip']);
    expect((await linesOf(worker, 'contact:reveal')).at(-1)).toMatchObject({
      outcome: 'DONE',
      reason: 'CONTACT_CLIENT',
      field_classes: expect.arrayContaining(['CONTACT_POINT']),
    });
  });

  it('no reason, no number', async () => {
    expect((await worker.post(at('/contact/reveal'), { reason: 'CURIOUS' })).status).toBe(422);
    expect((await stranger.post(at('/contact/reveal'), { reason: 'CONTACT_CLIENT' })).status).toBe(404);
  });

  it('R-ID-05: names from inside the group open only as a location does', async () => {
    const shown = await worker.post(at('/location/reveal'), { reason: 'SAFETY_PLANNING' });
    expect([shown.body.residences[0].address, shown.body.organisationalNames[0].asWritten]).toEqual([STREET, GROUP_NAME]);
    expect((await worker.get(at())).body.organisationalNameCount).toBe(1);
  });

  it('an address asks for a sign-in of the last five minutes', async () => {
    const tired = await house.as('CASEWORKER');
    await onTeam(house, file, tired);
    await house.sql(`update session set fresh_at = now() - interval '6 minutes' where staff_id = $1`, [tired.id]);
    const refused = await tired.post(at('/location/reveal'), { reason: 'VISIT' });
    expect([refused.status, refused.body.code]).toEqual([403, 'fresh-sign-in-needed']);
    expect((await tired.post(at('/contact/reveal'), { reason: 'CONTACT_CLIENT' })).status).toBe(200);
  });

  it('the eleventh address of an hour is refused, and the refusal stands in the log', async () => {
    const curious = await house.as('CASEWORKER');
    await onTeam(house, file, curious);
    const open = () => curious.post(at('/location/reveal'), { reason: 'VISIT' });
    for (let time = 1; time <= 10; time++) expect((await open()).status).toBe(200);
    const refused = await open();
    expect([refused.status, refused.body.code]).toEqual([429, 'too-many-reveals']);
    expect((await linesOf(curious, 'location:reveal')).map(({ outcome }) => outcome)).toEqual([
      ...Array<string>(10).fill('DONE'),
      'REFUSED',
    ]);
    await house.sql(`update location_reveal set at = at - interval '61 minutes' where staff_id = $1`, [curious.id]);
    expect((await open()).status).toBe(200);
  });

  it('a counsellor on the team reaches the number, but no address, no paper and no other names', async () => {
    const counsellor = await house.as('COUNSELLOR');
    await onTeam(house, file, counsellor);
    const { body } = await counsellor.get(at());
    expect([body.names, body.documents, body.residences, body.organisationalNameCount]).toEqual([null, null, null, null]);
    expect((await counsellor.post(at('/contact/reveal'), { reason: 'CONTACT_CLIENT' })).status).toBe(200);
    expect((await counsellor.post(at('/documents/reveal'), { reason: 'CHECK_RECORD' })).status).toBe(404);
    expect((await counsellor.post(at('/location/reveal'), { reason: 'VISIT' })).status).toBe(403);
  });

  it('the duress word: who hears it writes it; the primary worker and the coordinator open it, another member does not', async () => {
    const second = await house.as('CASEWORKER');
    await onTeam(house, file, second);
    const written = await second.put(at('/duress-word'), { word: 'blue umbrella' });
    expect([written.status, written.body.duressWordSet, written.text.includes('umbrella')]).toEqual([200, true, false]);
    const open = (person: Person) => person.post(at('/duress-word/reveal'), { reason: 'EMERGENCY' });
    expect([(await open(second)).status, (await open(worker)).body.word, (await open(coordinator)).body.word]).toEqual([
      404,
      'blue umbrella',
      'blue umbrella',
    ]);
  });

  it('father’s name and nationality are not in the file’s first view', async () => {
    const particulars = { fatherGivenName: 'Karamollah', nationalities: [{ country: 'IR', status: 'UNABLE_TO_PROVE' }] };
    const saved = await worker.put(at('/particulars'), particulars, { version: 1 });
    expect([saved.status, saved.text.includes('Karamollah')]).toEqual([200, false]);
    expect((await worker.post(at('/particulars/reveal'), { reason: 'FORM_OR_LETTER' })).body).toMatchObject(particulars);
  });

  it('a paper is corrected without opening its number, which stays; an odd national number is a warning only (C.5)', async () => {
    const paper = { docType: 'NATIONAL_ID', number: '۱۲۳۴۵۶۷۸۹۰', issuingCountry: 'IR', possession: 'COPY_ONLY', verification: 'NOT_SEEN' };
    const [line] = (await worker.post(at('/documents'), paper)).body.documents;
    expect(line).toMatchObject({ hasNumber: true, possession: 'COPY_ONLY' });
    const { number, ...rest } = paper;
    await worker.put(
      at(`/documents/${line.id}`),
      { ...rest, verification: 'COPY_SEEN', expiresOn: { originalText: '2031-05' } },
      { version: 1 },
    );
    const [shown] = (await worker.post(at('/documents/reveal'), { reason: 'FORM_OR_LETTER' })).body.documents;
    expect(shown).toMatchObject({ number, numberWarning: 'check-digit' });
  });
});

describe('safe contact', () => {
  const point = { channel: 'SIGNAL', value: '00355 69 444 5566', safety: 'SAFE', preferred: true };

  it('one point is preferred: a newer one takes its place', async () => {
    const { body } = await worker.post(at('/contact-points'), point);
    expect(body.contactPoints.map((one: { channel: string; preferred: boolean }) => [one.channel, one.preferred])).toEqual([
      ['PHONE_CALL', false],
      ['SIGNAL', true],
    ]);
    expect((await worker.get(at('/header'))).body.contactPoint.channel).toBe('SIGNAL');
  });

  it('a point that others listen to is never offered', async () => {
    const [own] = (await worker.get(at())).body.contactPoints;
    const unsafe = { channel: 'PHONE_CALL', safety: 'COMPROMISED', preferred: false };
    expect((await worker.put(at(`/contact-points/${own.id}`), { ...unsafe, preferred: true }, { version: 1 })).body.fields).toEqual({
      preferred: ['preferred-not-safe'],
    });
    expect((await worker.put(at(`/contact-points/${own.id}`), unsafe, { version: 1 })).status).toBe(200);
    expect((await worker.get(at('/header'))).body.contactPoint).toBeNull();
    expect((await worker.post(at('/contact/reveal'), { reason: 'CHECK_RECORD' })).body.points[0].value).toBe(NUMBER);
  });

  it('a plan is talked over again within 90 days', async () => {
    const plan = {
      timeZone: 'Europe/Tirane',
      okHours: [],
      identifyAs: 'the course',
      leaveMessage: 'NO',
      ifNoAnswer: 'Wait',
      reviewOn: officeDay(91),
    };
    expect((await worker.put(at('/safe-contact-plan'), plan, { version: 0 })).body.code).toBe('review-out-of-range');
    expect((await worker.put(at('/safe-contact-plan'), { ...plan, reviewOn: officeDay(89) }, { version: 0 })).status).toBe(200);
    expect((await worker.put(at('/safe-contact-plan'), { ...plan, reviewOn: officeDay(30) }, { version: 0 })).status).toBe(412);
  });

  // at any hour one of the two has another day than Greenwich
  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])('its days are counted by the clock of the office (%s)', async (zone) => {
    const setClock = (name: string) => house.sql('update office set time_zone = $2 where id = $1', [house.offices.north.id, name]);
    await setClock(zone);
    try {
      const today = dayAt(new Date().toISOString(), zone);
      const plan = { timeZone: zone, okHours: [], identifyAs: 'the course', leaveMessage: 'NO', ifNoAnswer: 'Wait' };
      const put = (days: number) => worker.put(at('/safe-contact-plan'), { ...plan, reviewOn: addDays(today, days) }, { version: 0 });
      expect((await put(91)).body.code).toBe('review-out-of-range');
      expect((await put(90)).status).toBe(200);
    } finally {
      await setClock('Europe/Tirane');
    }
  });
});

describe('what the database and the log hold', () => {
  it('no name, number or address in plain, and no name in an address', async () => {
    const tables = await house.sql<{ name: string }>(
      `select relname as name from pg_class c join pg_namespace n on n.oid = relnamespace where nspname = 'public' and relkind = 'r'`,
    );
    for (const { name } of tables) {
      const [{ text }] = await house.sql<{ text: string }>(`select coalesce(string_agg(t::text, ' '), '') as text from "${name}" t`);
      for (const secret of [NUMBER, STREET, GROUP_NAME, 'فاطمه', 'حسن']) expect([name, text.includes(secret)]).toEqual([name, false]);
    }
  });
});
