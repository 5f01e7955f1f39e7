import './support/patience';
import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { Jobs } from '../apps/api/src/platform/jobs/jobs';
import { type AdmittedFile, admittedFile } from './support/admitted-file';
import { bring } from './support/brought';
import { CLINIC, disclose, recordConsent, SAID_YES, standingConsent, TAKEN_BACK, withdraw } from './support/consent-desk';
import { type House, openHouse, type Person } from './support/house';
import * as papers from './support/papers';
import { officeDay } from './support/office-day';

let house: House;
let coordinator: Person;
let worker: Person;
let file: AdmittedFile;
beforeAll(async () => {
  house = await openHouse();
  [coordinator, worker] = [await house.as('COORDINATOR'), await house.as('CASEWORKER')];
});
afterAll(() => house.close());
beforeEach(async () => {
  file = await admittedFile(house, coordinator, worker);
});

const consentsOf = async (by: Person) => (await by.get(`/api/cases/${file.caseId}/consents`)).body;
const tasksAbout = (id: string, kind: string) =>
  house.sql<{ status: string; owner_id: string; due: string; dedupe_key: string }>(
    'select status, owner_id, due_on::text as due, dedupe_key from task where record_id = $1 and kind = $2 order by created_at',
    [id, kind],
  );
/** Puts the end of a consent somewhere else, as time would: nobody else can. */
const endsIn = (id: string, interval: string) =>
  house.sql(
    `set session_replication_role = replica; update consent_event set expires_at = now() + interval '${interval}', given_at = least(given_at, now() + interval '${interval}' - interval '1 day') where consent_id = '${id}'`,
  );
const joined = async (role: Person['role']): Promise<Person> => {
  const member = await house.as(role);
  await worker.post(`/api/cases/${file.caseId}/team`, { staffId: member.id, role, reason: 'SPECIALIST' });
  const { id } = (await member.get('/api/team-questions')).body.items.at(-1);
  await member.post(`/api/team-questions/${id}/answer`, { answer: 'NO_TIE' });
  await worker.post(`/api/cases/${file.caseId}/team/${id}/client-answer`, { answer: 'NO_OBJECTION' });
  return member;
};

describe('a consent for somebody by name', () => {
  it('says when a partner is called the same, whom it does not cover; one for the partner itself says nothing', async () => {
    const name = `Harbour Aid ${file.caseId.slice(-6)}`;
    const partner = await coordinator.post('/api/partners', {
      name,
      type: 'OTHER',
      country: 'AL',
      services: [],
      languages: [],
      contacts: [],
    });
    if (partner.status !== 201) throw new Error(partner.text);
    const consent = await standingConsent(worker, file.caseId, {
      recipients: [{ kind: 'ORGANISATION', name: `  ${name.toUpperCase()} ` }],
    });
    expect(consent.details.partnersOfThisName).toEqual([{ id: partner.body.id, kind: 'PARTNER', name }]);
    const { items } = await consentsOf(worker);
    expect(items[0].details.partnersOfThisName).toHaveLength(1);
    const told = await disclose(worker, file.caseId, consent, { recipientId: partner.body.id });
    expect([told.status, told.body.code]).toEqual([422, 'consent-missing']);
    const itself = await standingConsent(worker, file.caseId, { recipients: [{ kind: 'PARTNER', partnerId: partner.body.id }] });
    expect(itself.details.partnersOfThisName).toEqual([]);
    expect((await disclose(worker, file.caseId, itself, { recipientId: partner.body.id })).status).toBe(201);
    expect((await standingConsent(worker, file.caseId)).details.partnersOfThisName).toEqual([]);
  });
});

describe('a consent', () => {
  it('is recorded with everything that was said, lasts as long as its purpose, and is read again by the team', async () => {
    const consent = await standingConsent(worker, file.caseId, {
      purpose: 'C02_REFERRAL',
      scope: ['PSEUDONYM', 'NEEDS'],
      withheld: [{ name: 'An uncle', why: 'FEAR' }],
      method: 'WRITTEN',
      evidence: 'Signed form in the safe',
    });
    const months = (Date.parse(consent.expiresAt) - Date.parse(consent.givenAt)) / (30.44 * 86_400_000);
    expect(months).toBeGreaterThan(5.8);
    expect(months).toBeLessThan(6.2);
    expect(consent).toMatchObject({ state: 'ACTIVE', purpose: 'C02_REFERRAL', actions: ['withdraw', 'suspend'] });
    expect(consent.details).toMatchObject({
      scope: ['PSEUDONYM', 'NEEDS'],
      recipients: [CLINIC],
      withheld: [{ name: 'An uncle', why: 'FEAR' }],
      explainedBy: { id: worker.id, name: worker.name },
      evidence: 'Signed form in the safe',
      language: 'fa',
    });
    expect((await consentsOf(coordinator)).items).toHaveLength(1);
    const rows = await house.sql<{ text: string }>(
      'select consent::text as text from consent union all select consent_event::text from consent_event',
    );
    for (const secret of ['Lakeside', 'uncle', 'safe', 'VERBAL', 'WRITTEN'])
      expect(rows.map(({ text }) => text).join()).not.toContain(secret);
  });

  it.each([
    ['C01_CASE', null, []],
    ['C03_TRANSFER', 3, [CLINIC]],
    ['C05_HOUSING', 12, [CLINIC]],
    ['C09_DISCLOSE_REL', 6, [{ kind: 'PERSON', name: 'A sister' }]],
    ['C16_STATS', 24, []],
  ] as const)('%s ends by itself after %s months', async (purpose, months, recipients) => {
    const { givenAt, expiresAt } = await standingConsent(worker, file.caseId, {
      purpose,
      recipients,
      ...(purpose === 'C09_DISCLOSE_REL' ? { scope: ['ALIVE_ONLY'] } : {}),
    });
    if (months === null) return expect(expiresAt).toBeNull();
    const end = new Date(givenAt);
    end.setUTCMonth(end.getUTCMonth() + months);
    return expect(Math.abs(Date.parse(expiresAt) - end.getTime())).toBeLessThan(4 * 86_400_000);
  });

  it('is refused with the field and the reason when it ends before it begins, begins tomorrow, names nobody or reaches too far; nothing is half written', async () => {
    const before = await house.sql('select id from consent');
    // two days: where the office is, tomorrow may have begun
    const [yesterday, later] = [-2, 2].map((days) => officeDay(days));
    const refused = async (more: object) => {
      const { status, body } = await recordConsent(worker, file.caseId, more);
      return [status, body.code, body.fields];
    };
    expect(await refused({ expiresOn: yesterday })).toEqual([422, 'dates-in-disorder', { expiresOn: ['beforeGiven'] }]);
    expect(await refused({ expiresOn: '2031-01-01' })).toEqual([422, 'dates-in-disorder', { expiresOn: ['tooLong'] }]);
    expect(await refused({ givenOn: later })).toEqual([422, 'dates-in-disorder', { givenOn: ['future'] }]);
    expect((await refused({ givenOn: '2026-02-30' }))[0]).toBe(422);
    expect(await refused({ recipients: [] })).toEqual([422, 'consent-incomplete', { recipients: ['missing'] }]);
    expect(await refused({ recipients: [{ kind: 'PARTNER', partnerId: worker.id }] })).toEqual([
      422,
      'consent-incomplete',
      { 'recipients.0.partnerId': ['unknown'] },
    ]);
    expect(await refused({ scope: ['STORY'] })).toEqual([422, 'consent-incomplete', { scope: ['notOfThisPurpose'] }]);
    expect(await refused({ method: 'WRITTEN' })).toEqual([422, 'consent-incomplete', { evidence: ['missing'] }]);
    expect(await refused({ method: 'VERBAL_WITNESSED' })).toEqual([422, 'consent-incomplete', { witness: ['missing'] }]);
    expect(await refused({ capacity: 'NO' })).toEqual([422, 'consent-incomplete', { supporter: ['missing'] }]);
    expect(await refused({ method: undefined })).toEqual([422, 'consent-incomplete', { method: ['missing'] }]);
    expect(await refused({ purpose: 'C15_PUBLICATION', scope: ['STORY', 'IMAGE'] })).toEqual([
      422,
      'consent-incomplete',
      { scope: ['oneItem'] },
    ]);
    expect(await house.sql('select id from consent')).toEqual(before);
  });

  it('a step of the family ladder includes those before it, and neither country nor contact details', async () => {
    const consent = await standingConsent(worker, file.caseId, {
      purpose: 'C09_DISCLOSE_REL',
      scope: ['CALL'],
      recipients: [{ kind: 'PERSON', name: 'A sister' }],
    });
    expect(consent.details.scope).toEqual(['ALIVE_ONLY', 'ONE_MESSAGE', 'MEDIATED', 'CALL']);
  });

  it('R-CO-02 is never edited: not by the runtime login, not by its owner; what becomes of it are new rows', async () => {
    const { id } = await standingConsent(worker, file.caseId);
    for (const text of [
      `update consent set scope = '{ADDRESS}' where id = '${id}'`,
      `delete from consent where id = '${id}'`,
      `update consent_event set expires_at = now() + interval '9 years' where consent_id = '${id}'`,
      `delete from consent_event where consent_id = '${id}'`,
    ])
      await expect(house.sql(text)).rejects.toThrow(/not edited/);
    await withdraw(worker, id);
    expect(await house.sql('select state from consent_event where consent_id = $1 order by seq', [id])).toEqual([
      { state: 'OFFERED' },
      { state: 'ACTIVE' },
      { state: 'WITHDRAWN' },
    ]);
  });

  it('R-CO-02 a mistake is withdrawn and recorded anew; a newer yes takes the older one’s place', async () => {
    const older = await standingConsent(worker, file.caseId, { scope: ['PSEUDONYM', 'NAME'] });
    const newer = await standingConsent(worker, file.caseId, { scope: ['PSEUDONYM'] });
    const { items } = await consentsOf(worker);
    expect(Object.fromEntries(items.map((each: { id: string; state: string }) => [each.id, each.state]))).toEqual({
      [older.id]: 'SUPERSEDED',
      [newer.id]: 'ACTIVE',
    });
    expect((await disclose(worker, file.caseId, newer, { scope: ['NAME'] })).body).toMatchObject({
      code: 'consent-missing',
      facts: { missing: ['scope'] },
    });
  });

  it('R-CO-01 counts by when it was said, not by when it was written down: an older paper does not take the place of a newer word', async () => {
    const newer = await standingConsent(worker, file.caseId, { scope: ['PSEUDONYM'], givenOn: officeDay(-1) });
    const { body: older } = await recordConsent(worker, file.caseId, { scope: ['PSEUDONYM', 'ADDRESS'], givenOn: officeDay(-21) });
    const { body: over } = await recordConsent(worker, file.caseId, { givenOn: officeDay(-800) });
    expect([older.state, over.state]).toEqual(['SUPERSEDED', 'EXPIRED']);
    expect((await worker.get(`/api/consents/${newer.id}`)).body.state).toBe('ACTIVE');
    expect((await disclose(worker, file.caseId, newer, { scope: ['ADDRESS'] })).body.facts).toEqual({
      purpose: 'C04_LEGAL',
      missing: ['scope'],
    });
    expect((await disclose(worker, file.caseId, newer)).status).toBe(201);
  });

  it('R-CO-03 that was taken back is not brought back by an older paper; a record that was a mistake is written anew', async () => {
    const older = { givenOn: officeDay(-10) };
    const { id } = await standingConsent(worker, file.caseId, { givenOn: officeDay(-1) });
    await withdraw(worker, id);
    expect((await recordConsent(worker, file.caseId, older)).body).toMatchObject({
      status: 422,
      code: 'withdrawn-since',
      fields: { givenOn: ['withdrawnSince'] },
    });
    expect((await recordConsent(worker, file.caseId, { ...older, recipients: [{ kind: 'PERSON', name: 'Somebody else' }] })).status).toBe(
      201,
    );
    expect((await recordConsent(worker, file.caseId)).body.state).toBe('ACTIVE');
    const other = { recipients: [{ kind: 'PERSON', name: 'A third' }] };
    const mistaken = await standingConsent(worker, file.caseId, other);
    await worker.post(`/api/consents/${mistaken.id}/withdrawal`, { how: 'MISTAKE', effectsExplained: false });
    expect((await recordConsent(worker, file.caseId, { ...other, ...older })).body.state).toBe('ACTIVE');
  });

  it('R-CO-06 lasts to the end of the day that was said, by the clock of the office', async () => {
    const expiresOn = officeDay(20);
    const { expiresAt } = await standingConsent(worker, file.caseId, { expiresOn });
    const inOffice = (at: number) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Tirane' }).format(at);
    expect([inOffice(Date.parse(expiresAt)), inOffice(Date.parse(expiresAt) + 1000)]).toEqual([expiresOn, officeDay(21)]);
  });

  it('R-CO-03 to tell somebody in another country ends with what it goes with, and is in doubt with it', async () => {
    const abroad = { purpose: 'C20_CROSS_BORDER', recipients: [CLINIC] };
    const [first, second] = [
      await standingConsent(worker, file.caseId),
      await standingConsent(worker, file.caseId, { purpose: 'C06_HEALTH' }),
    ];
    const border = await standingConsent(worker, file.caseId, abroad);
    const state = async () => (await worker.get(`/api/consents/${border.id}`)).body.state;
    await withdraw(worker, first.id);
    expect(await state()).toBe('ACTIVE');
    await worker.post(`/api/consents/${second.id}/suspension`, { doubt: 'CAPACITY' });
    expect(await state()).toBe('SUSPENDED');
    expect((await disclose(worker, file.caseId, border)).body.code).toBe('consent-missing');
    await standingConsent(worker, file.caseId);
    const again = await standingConsent(worker, file.caseId, abroad);
    expect((await disclose(worker, file.caseId, again)).status).toBe(201);
  });

  it('is explained today and decided later; an offer nobody answers lapses after thirty days', async () => {
    const offered = (await recordConsent(worker, file.caseId, { decision: 'OFFERED' })).body;
    expect(offered).toMatchObject({ state: 'OFFERED', givenAt: null, actions: ['give', 'refuse'] });
    expect((await disclose(worker, file.caseId, offered)).body.facts).toEqual({ purpose: 'C04_LEGAL', missing: ['consent'] });
    const { language: _, ...yes } = SAID_YES;
    expect((await worker.post(`/api/consents/${offered.id}/decision`, yes)).body).toMatchObject({ state: 'ACTIVE' });
    expect((await worker.post(`/api/consents/${offered.id}/decision`, yes)).body.code).toBe('not-open');
    const forgotten = (await recordConsent(worker, file.caseId, { decision: 'OFFERED' })).body;
    await house.sql(
      `set session_replication_role = replica; update consent_event set at = now() - interval '31 days' where consent_id = '${forgotten.id}'`,
    );
    await house.app.get(Jobs).runNow('end-consents');
    expect((await worker.get(`/api/consents/${forgotten.id}`)).body.state).toBe('EXPIRED');
  });
});

/** How risk is looked at again on a case. */
async function reviewIn(caseId: string): Promise<{ tasks: number; withinADay: boolean }> {
  const [stands] = await house.sql<{ tasks: number; withinADay: boolean }>(
    `select (select count(*)::int from task where case_id = f.id and kind = 'RISK_REVIEW' and status = 'OPEN' and due_on <= current_date + 2) as tasks,
       coalesce(risk_review_at <= now() + interval '24 hours', false) as "withinADay" from case_file f where id = $1`,
    [caseId],
  );
  return stands ?? { tasks: 0, withinADay: false };
}

describe('R-CO-05 a yes that does not count yet', () => {
  it.each([
    ['somebody else was there', { freeChoice: 'NOT_ALONE' }],
    ['capacity was in doubt', { capacity: 'DOUBT' }],
    ['a guardian spoke', { capacity: 'NO', supporter: 'A guardian' }],
    ['a relative interpreted', { interpreterKind: 'RELATIVE', interpreterName: 'A cousin' }],
  ])('is suspended when %s, carries nothing, and is somebody’s task', async (_, more) => {
    const consent = (await recordConsent(worker, file.caseId, more)).body;
    expect(consent).toMatchObject({ state: 'SUSPENDED', actions: ['withdraw'] });
    expect((await disclose(worker, file.caseId, consent)).body).toMatchObject({ code: 'consent-missing', facts: { missing: ['state'] } });
    expect(await tasksAbout(consent.id, 'REVIEW_CONSENT')).toMatchObject([{ status: 'OPEN', owner_id: worker.id }]);
  });

  it('counts once a coordinator has heard it again, alone; a caseworker does not confirm it', async () => {
    const { id } = (await recordConsent(worker, file.caseId, { freeChoice: 'NOT_ALONE' })).body;
    const heard = { freeChoice: 'ALONE', capacity: 'YES' };
    expect((await worker.post(`/api/consents/${id}/confirmation`, heard)).status).toBe(403);
    expect(
      (await coordinator.post(`/api/consents/${id}/confirmation`, { ...heard, freeChoice: 'WITH_CHOSEN_PERSON' })).body.fields,
    ).toEqual({
      freeChoice: ['notAlone'],
    });
    expect((await coordinator.post(`/api/consents/${id}/confirmation`, heard)).body.state).toBe('ACTIVE');
    expect(await tasksAbout(id, 'REVIEW_CONSENT')).toMatchObject([{ status: 'CANCELLED' }]);
  });

  it('R-RI-04 one given while somebody else was there asks for the same; doubt about capacity does not', async () => {
    await recordConsent(worker, file.caseId, { capacity: 'DOUBT' });
    expect(await reviewIn(file.caseId)).toEqual({ tasks: 0, withinADay: false });
    const { status, text } = await recordConsent(worker, file.caseId, { freeChoice: 'NOT_ALONE' });
    expect(await reviewIn(file.caseId)).toEqual({ tasks: 1, withinADay: true });
    // whoever wrote it down reads what they wrote, and no word of what follows from it
    expect([status, text]).toEqual([201, expect.not.stringMatching(/risk|review|RISK|task/)]);
  });

  it('R-RI-04 one suspended for pressure asks for a look at the risk within the day', async () => {
    const consent = await standingConsent(worker, file.caseId);
    expect((await worker.post(`/api/consents/${consent.id}/suspension`, { doubt: 'DURESS' })).body.state).toBe('SUSPENDED');
    expect(await reviewIn(file.caseId)).toEqual({ tasks: 1, withinADay: true });
    expect((await disclose(worker, file.caseId, consent)).status).toBe(422);
  });
});

describe('a document as evidence of a yes (model 2.15)', () => {
  const paper = async (by = worker, caseId = file.caseId, more: object = {}) => {
    const told = { fileName: 'form.pdf', type: 'CONSENT_FORM', title: 'Consent form', receivedOn: '2026-01-02', ...more };
    const { body, text, status } = await bring(by, `/api/cases/${caseId}/documents`, papers.pdf(), told);
    if (status !== 201) throw new Error(text);
    return body.id as string;
  };
  const WRITTEN = { method: 'WRITTEN' };

  it('is chosen when it is recorded, shown afterwards, and stays when the yes is taken back', async () => {
    expect((await recordConsent(worker, file.caseId, WRITTEN)).body.fields).toEqual({ evidence: ['missing'] });
    const documentId = await paper();
    const consent = await standingConsent(worker, file.caseId, { ...WRITTEN, documentId });
    expect(consent.details).toMatchObject({ evidence: null, document: { id: documentId, title: 'Consent form', kind: 'PDF' } });
    await withdraw(worker, consent.id);
    const after = (await worker.get(`/api/consents/${consent.id}`)).body;
    expect([after.state, after.details.document.id]).toEqual(['WITHDRAWN', documentId]);
    expect((await worker.get(`/api/documents/${documentId}`)).status).toBe(200);
  });

  it('comes with an answer that is given later, too', async () => {
    const { id } = (await recordConsent(worker, file.caseId, { decision: 'OFFERED' })).body;
    const documentId = await paper();
    const { body } = await worker.post(`/api/consents/${id}/decision`, { ...SAID_YES, ...WRITTEN, documentId, language: undefined });
    expect([body.state, body.details.document.id]).toEqual(['ACTIVE', documentId]);
  });

  it('is of the same person: one of another file, or that never was, is refused with the field', async () => {
    const other = await admittedFile(house, coordinator, worker);
    const before = (await consentsOf(worker)).items.length;
    for (const documentId of [await paper(worker, other.caseId), crypto.randomUUID()]) {
      const { status, body } = await recordConsent(worker, file.caseId, { ...WRITTEN, documentId });
      expect([status, body.fields]).toEqual([422, { documentId: ['not-in-file'] }]);
    }
    expect((await consentsOf(worker)).items).toHaveLength(before);
    const { id } = await standingConsent(worker, file.caseId, { ...WRITTEN, documentId: await paper() });
    await expect(
      house.sql(
        `insert into consent_event (id, org_id, office_id, client_id, consent_id, action, state, given_at, by_id, document_id)
         select gen_random_uuid(), org_id, office_id, client_id, consent_id, 'withdraw', 'WITHDRAWN', given_at, by_id, document_id from consent_event where consent_id = $1 and action = 'give'`,
        [id],
      ),
    ).rejects.toThrow('consent_event_document_of_giving');
  });

  it('tells its title to those alone who come to documents of its kind', async () => {
    const documentId = await paper();
    const { id } = await standingConsent(worker, file.caseId, { purpose: 'C07_COUNSELLING', recipients: [], ...WRITTEN, documentId });
    const counsellor = await joined('COUNSELLOR');
    expect((await counsellor.get(`/api/consents/${id}`)).body.details.document).toEqual({ id: documentId, title: null, kind: null });
    expect((await counsellor.get(`/api/documents/${documentId}`)).status).toBe(404);
  });
});

describe('R-CO-09 an interpreter', () => {
  it('without a block is recorded and leaves the two alone; one who is closed off from the client is refused', async () => {
    const [open, closed] = [await house.as('COUNSELLOR'), await house.as('COUNSELLOR')];
    const through = (interpreterId: string) => recordConsent(worker, file.caseId, { interpreterKind: 'COLLEAGUE', interpreterId });
    await coordinator.post(`/api/cases/${file.caseId}/blocks`, { staffId: closed.id, kind: 'RELATIVE', source: 'CLIENT_STATED' });
    expect((await through(open.id)).body).toMatchObject({
      state: 'ACTIVE',
      details: { interpreter: { kind: 'COLLEAGUE', name: open.name } },
    });
    expect((await through(closed.id)).body).toMatchObject({ code: 'interpreter-blocked', fields: { interpreterId: ['blocked'] } });
    expect((await consentsOf(worker)).interpreters.map(({ id }: { id: string }) => id)).not.toContain(closed.id);
    expect((await recordConsent(worker, file.caseId, { interpreterKind: 'PROFESSIONAL', interpreterName: 'Somebody' })).body.state).toBe(
      'ACTIVE',
    );
    expect((await recordConsent(worker, file.caseId, { interpreterKind: 'PROFESSIONAL' })).body.fields).toEqual({
      interpreterName: ['missing'],
    });
  });
});

describe('R-CO-09 an interpreter closed off from the client between the question and the answer', () => {
  it('is refused at the answer, beside the field, and nothing is given; through another it is', async () => {
    const [asked, other] = [await house.as('COUNSELLOR'), await house.as('COUNSELLOR')];
    const through = { interpreterKind: 'COLLEAGUE', interpreterId: asked.id };
    const { body: offered } = await recordConsent(worker, file.caseId, { ...through, decision: 'OFFERED' });
    await coordinator.post(`/api/cases/${file.caseId}/blocks`, { staffId: asked.id, kind: 'RELATIVE', source: 'CLIENT_STATED' });
    const { language: _, ...yes } = SAID_YES;
    const answer = (more: object) => worker.post(`/api/consents/${offered.id}/decision`, { ...yes, ...more });
    for (const said of [{}, through]) {
      const { status, body } = await answer(said);
      expect([status, body.code, body.fields]).toEqual([422, 'interpreter-blocked', { interpreterId: ['blocked'] }]);
    }
    expect((await worker.get(`/api/consents/${offered.id}`)).body.state).toBe('OFFERED');
    const given = (await answer({ interpreterKind: 'COLLEAGUE', interpreterId: other.id })).body;
    expect([given.state, given.details.interpreter]).toEqual(['ACTIVE', { kind: 'COLLEAGUE', id: other.id, name: other.name }]);
  });

  it('where nobody was closed off, the answer is through whoever interpreted the question, or through a relative and suspended', async () => {
    const asked = await house.as('COUNSELLOR');
    const offer = () => recordConsent(worker, file.caseId, { interpreterKind: 'COLLEAGUE', interpreterId: asked.id, decision: 'OFFERED' });
    const { language: _, ...yes } = SAID_YES;
    const first = (await worker.post(`/api/consents/${(await offer()).body.id}/decision`, yes)).body;
    expect([first.state, first.details.interpreter.id]).toEqual(['ACTIVE', asked.id]);
    const cousin = { interpreterKind: 'RELATIVE', interpreterName: 'A cousin' };
    const second = (await worker.post(`/api/consents/${(await offer()).body.id}/decision`, { ...yes, ...cousin })).body;
    expect([second.state, second.details.interpreter.name]).toEqual(['SUSPENDED', 'A cousin']);
  });

  it('through another of the same kind, or through nobody, it is written down so', async () => {
    const asked = { interpreterKind: 'PROFESSIONAL', interpreterName: 'Somebody' };
    const { language: _, ...yes } = SAID_YES;
    const answered = async (more: object) => {
      const { body } = await recordConsent(worker, file.caseId, { ...asked, decision: 'OFFERED' });
      return (await worker.post(`/api/consents/${body.id}/decision`, { ...yes, ...more })).body.details.interpreter;
    };
    const another = { kind: 'PROFESSIONAL', id: null, name: 'Somebody else' };
    expect(await answered({ ...asked, interpreterId: null, interpreterName: another.name })).toEqual(another);
    expect(await answered({ interpreterName: another.name })).toEqual(another);
    expect(await answered({ ...asked, interpreterId: null })).toEqual({ ...another, name: 'Somebody' });
    expect(await answered({ interpreterKind: null })).toBeNull();
  });
});

/** What the database itself shows somebody of a table, past every condition of the app. */
const purposesInDatabase = async ({ cookie }: Person, text: string): Promise<string[]> => {
  const runtime = new Client(house.urls.app);
  await runtime.connect();
  await runtime.query('begin');
  await runtime.query('select app.enter($1, false)', [createHash('sha256').update(cookie.replace('sid=', '')).digest()]);
  const { rows } = await runtime.query<{ purpose: string }>(text, [file.clientId]);
  await runtime.end();
  return rows.map(({ purpose }) => purpose);
};

const inTurn = async <Of, Found>(all: readonly Of[], find: (one: Of) => Promise<Found>): Promise<Found[]> => {
  const found: Found[] = [];
  for (const one of all) found.push(await find(one));
  return found;
};

/** Model 5.1, classes 16, 22 and 26: who may not know of a consent, and who may. */
const TELLING: { purpose: string; more: object; outsiders: Person['role'][]; insiders: Person['role'][] }[] = [
  { purpose: 'C07_COUNSELLING', more: { recipients: [] }, outsiders: ['HOUSING', 'LEGAL', 'FAMILY_LINKS'], insiders: ['COUNSELLOR'] },
  ...['C08_TRACING', 'C09_DISCLOSE_REL', 'C10_MESSAGES', 'C11_DIRECT', 'C12_KINSHIP_TEST'].map((purpose): (typeof TELLING)[number] => ({
    purpose,
    more: {},
    outsiders: ['HOUSING'],
    insiders: ['COUNSELLOR', 'LEGAL', 'FAMILY_LINKS'],
  })),
];

describe('a consent that tells of something by being there (model 5.1)', () => {
  it.each(TELLING)('$purpose is not there for $outsiders: in no list, timeline, step, disclosure or withdrawal', async (about) => {
    const { purpose, more, outsiders, insiders } = about;
    await standingConsent(worker, file.caseId); // that one may be known to all
    const consent = await standingConsent(worker, file.caseId, { purpose, ...more });
    const told = consent.details.recipients.length ? ((await disclose(worker, file.caseId, consent)).body.id ?? null) : null;
    const never = (await worker.get(`/api/consents/${crypto.randomUUID()}`)).body.code;
    const seenBy = async (reader: Person) => {
      const { items } = (await reader.get(`/api/cases/${file.caseId}/timeline?limit=100`)).body as {
        items: { step: { about: string | null; subjectId: string } | null }[];
      };
      const disclosures = (await reader.get(`/api/cases/${file.caseId}/disclosures`)).text;
      return {
        listed: (await consentsOf(reader)).items.map((one: { purpose: string }) => one.purpose).includes(purpose),
        inTimeline: items.some(({ step }) => step?.about === purpose || step?.subjectId === consent.id),
        disclosureInTimeline: items.some(({ step }) => told !== null && step?.subjectId === told),
        disclosed: disclosures.includes(purpose),
        opens: (await reader.get(`/api/consents/${consent.id as string}`)).status,
        inDatabase: await purposesInDatabase(reader, 'select purpose from consent where client_id = $1 order by 1'),
        stepsInDatabase: (
          await purposesInDatabase(reader, 'select distinct consent_id::text as purpose from consent_event where client_id = $1')
        ).includes(consent.id as string),
        disclosuresInDatabase: await purposesInDatabase(reader, 'select purpose from disclosure where client_id = $1'),
      };
    };
    for (const role of outsiders) {
      const outsider = await joined(role);
      const seen = await seenBy(outsider);
      expect([role, seen]).toEqual([
        role,
        {
          listed: false,
          inTimeline: false,
          disclosureInTimeline: false,
          disclosed: false,
          opens: 404,
          inDatabase: ['C04_LEGAL'],
          stepsInDatabase: false,
          disclosuresInDatabase: [],
        },
      ]);
      expect((await outsider.get(`/api/consents/${consent.id as string}`)).body.code).toBe(never);
      expect((await withdraw(outsider, consent.id as string)).status).toBe(404);
    }
    for (const insider of [worker, coordinator, ...(await inTurn(insiders, joined))]) {
      expect([insider.role, await seenBy(insider)]).toMatchObject([
        insider.role,
        {
          listed: true,
          inTimeline: true,
          disclosureInTimeline: told !== null,
          opens: 200,
          inDatabase: ['C04_LEGAL', purpose],
          stepsInDatabase: true,
          disclosuresInDatabase: told ? [purpose] : [],
        },
      ]);
    }
    const heard = await (await house.as('HOUSING')).post('/api/withdrawals', { caseRef: file.caseRef, purposes: [purpose] });
    expect([heard.status, (await worker.get(`/api/consents/${consent.id as string}`)).body.state]).toEqual([202, 'WITHDRAWN']);
  });
});

describe('R-CO-04 a withdrawal', () => {
  it('is taken by any member of the team, also for a purpose they do not work with, and asks for no reason', async () => {
    const housing = await joined('HOUSING');
    const { id } = await standingConsent(worker, file.caseId);
    const [seen] = (await housing.get(`/api/cases/${file.caseId}/consents`)).body.items;
    expect(seen).toMatchObject({ id, purpose: 'C04_LEGAL', details: null, actions: ['withdraw'] });
    expect((await withdraw(housing, id)).body.state).toBe('WITHDRAWN');
    expect((await worker.post(`/api/consents/${id}/withdrawal`, { ...TAKEN_BACK, reason: 'x' })).body.code).toBe('unknown-field');
  });

  it('a specialist records what belongs to their work and nothing else', async () => {
    const housing = await joined('HOUSING');
    expect((await recordConsent(housing, file.caseId, { purpose: 'C05_HOUSING' })).status).toBe(201);
    expect((await recordConsent(housing, file.caseId)).body.code).toBe('purpose-of-another');
  });

  it.each(['HOUSING', 'AUDITOR', 'ADMIN'] as const)(
    'somebody else (%s) says it against the reference: what exists stops, and the answer is that of no such case',
    async (role) => {
      const consent = await standingConsent(worker, file.caseId);
      const hearer = await house.as(role);
      const said = await hearer.post('/api/withdrawals', { caseRef: file.caseRef.toLowerCase() });
      const unknown = await hearer.post('/api/withdrawals', { caseRef: '0A1B2C-V' });
      expect([said.status, said.text]).toEqual([202, '']);
      expect([unknown.status, unknown.text, Object.keys(unknown.headers)]).toEqual([said.status, said.text, Object.keys(said.headers)]);
      expect((await worker.get(`/api/consents/${consent.id}`)).body.state).toBe('WITHDRAWN');
      expect((await disclose(worker, file.caseId, consent)).status).toBe(422);
      expect((await hearer.get(`/api/consents/${consent.id}`)).status).toBeGreaterThanOrEqual(403);
      expect(await tasksAbout(consent.id, 'CONSENT_ENDED')).toMatchObject([{ owner_id: worker.id }]);
    },
  );

  it('stops only the purposes that were named, also past a block; in another organisation it stops nothing, with the same answer', async () => {
    const [legal, health] = [
      await standingConsent(worker, file.caseId),
      await standingConsent(worker, file.caseId, { purpose: 'C06_HEALTH' }),
    ];
    const stranger = await house.as('CASEWORKER', house.offices.elsewhere);
    expect((await stranger.post('/api/withdrawals', { caseRef: file.caseRef })).status).toBe(202);
    expect((await consentsOf(worker)).items.map(({ state }: { state: string }) => state)).toEqual(['ACTIVE', 'ACTIVE']);
    const closed = await house.as('HOUSING');
    await coordinator.post(`/api/cases/${file.caseId}/blocks`, { staffId: closed.id, kind: 'DISPUTE', source: 'CLIENT_STATED' });
    expect((await closed.post('/api/withdrawals', { caseRef: file.caseRef, purposes: ['C06_HEALTH'] })).status).toBe(202);
    expect((await worker.get(`/api/consents/${health.id}`)).body.state).toBe('WITHDRAWN');
    expect((await worker.get(`/api/consents/${legal.id}`)).body.state).toBe('ACTIVE');
  });

  it('stops what goes with another in the same act', async () => {
    const parent = await standingConsent(worker, file.caseId);
    const border = await standingConsent(worker, file.caseId, { purpose: 'C20_CROSS_BORDER' });
    const heard = await (await house.as('HOUSING')).post('/api/withdrawals', { caseRef: file.caseRef });
    expect(heard.status).toBe(202);
    for (const { id } of [parent, border]) expect((await worker.get(`/api/consents/${id}`)).body.state).toBe('WITHDRAWN');
  });

  it('on a closed case, where nobody is asked to do anything, stops what stands with the same answer; C01 ends with the case by itself', async () => {
    const consent = await standingConsent(worker, file.caseId);
    const first = await standingConsent(worker, file.caseId, { purpose: 'C01_CASE', recipients: [] });
    await house.sql(`update case_file set state = 'CLOSED', closed_on = current_date, primary_worker_id = null where id = $1`, [
      file.caseId,
    ]);
    const said = await (await house.as('LEGAL')).post('/api/withdrawals', { caseRef: file.caseRef, purposes: ['C04_LEGAL'] });
    expect([said.status, said.text]).toEqual([202, '']);
    await house.app.get(Jobs).runNow('end-consents');
    for (const [{ id }, state] of [
      [consent, 'WITHDRAWN'],
      [first, 'EXPIRED'],
    ] as const)
      expect((await coordinator.get(`/api/consents/${id}`)).body.state).toBe(state);
  });

  it('takes the same time whether there was something to stop or not', async () => {
    const hearer = await house.as('LEGAL');
    const times: Record<'there' | 'not', number[]> = { there: [], not: [] };
    for (let round = 0; round < 8; round += 1) {
      await standingConsent(worker, file.caseId, { purpose: 'C16_STATS', recipients: [] });
      for (const [which, caseRef] of [
        ['there', file.caseRef],
        ['not', '0A1B2C-V'],
      ] as const) {
        const from = performance.now();
        await hearer.post('/api/withdrawals', { caseRef });
        times[which].push(performance.now() - from);
      }
    }
    const median = (all: number[]): number => [...all].sort((a, b) => a - b)[all.length / 2] ?? 0;
    console.log(`heard withdrawals: ${median(times.there).toFixed(1)} ms with a case, ${median(times.not).toFixed(1)} ms without`);
    expect(Math.abs(median(times.there) - median(times.not))).toBeLessThan(20);
    expect(Math.min(...times.not)).toBeGreaterThan(350);
  });
});

describe('R-CO-06 the clock', () => {
  it('asks the worker to speak about it thirty and seven days before, once each', async () => {
    const { id } = await standingConsent(worker, file.caseId);
    const warn = async () => {
      await house.app.get(Jobs).runNow('warn-of-consents');
      await house.app.get(Jobs).runNow('warn-of-consents');
      return (await tasksAbout(id, 'CONSENT_EXPIRES')).map(({ dedupe_key }) => dedupe_key);
    };
    await endsIn(id, '31 days');
    expect(await warn()).toEqual([]);
    await endsIn(id, '29 days');
    expect(await warn()).toEqual([`${id}:30`]);
    await endsIn(id, '6 days');
    expect(await warn()).toEqual([`${id}:30`, `${id}:7`]);
    expect((await worker.get(`/api/consents/${id}`)).body.endsWithinDays).toBe(7);
  });

  it('at its end it stops working without grace, whether the job has run or not; then the job writes it down', async () => {
    const consent = await standingConsent(worker, file.caseId);
    expect((await disclose(worker, file.caseId, consent)).status).toBe(201);
    await endsIn(consent.id, '-1 second');
    expect((await worker.get(`/api/consents/${consent.id}`)).body).toMatchObject({ state: 'EXPIRED', actions: [] });
    expect((await disclose(worker, file.caseId, consent)).body.facts.missing).toContain('expired');
    await house.app.get(Jobs).runNow('end-consents');
    expect(await house.sql('select state, by_id from consent_event where consent_id = $1 order by seq desc limit 1', [consent.id])).toEqual(
      [{ state: 'EXPIRED', by_id: null }],
    );
  });
});

describe('R-CO-07 a no', () => {
  it('stops the one thing that is impossible without it, says why, and nothing else', async () => {
    const kept = await standingConsent(worker, file.caseId);
    for (const [purpose, service] of [
      ['C15_PUBLICATION', 'PUBLICATION'],
      ['C16_STATS', null],
      ['C06_HEALTH', 'HEALTH_SHARE'],
    ] as const) {
      const { status, body } = await recordConsent(worker, file.caseId, {
        purpose,
        decision: 'REFUSED',
        recipients: purpose === 'C06_HEALTH' ? [CLINIC] : [],
      });
      expect([status, body.state, body.impossible?.service ?? null]).toEqual([201, 'REFUSED', service]);
      if (service) expect(body.impossible.reasonEn.length).toBeGreaterThan(20);
    }
    expect((await disclose(worker, file.caseId, kept)).status).toBe(201);
    expect(
      (await worker.post(`/api/cases/${file.caseId}/notes`, { type: 'ADMIN', happenedAt: new Date().toISOString(), body: 'Work goes on' }))
        .status,
    ).toBe(201);
    expect((await standingConsent(worker, file.caseId, { purpose: 'C05_HOUSING' })).state).toBe('ACTIVE');
  });
});

describe('R-CO-10 a relative', () => {
  it('decides for themself: a client does not consent for a relative', async () => {
    const { status, body } = await recordConsent(worker, file.caseId, { purpose: 'C22_RELATIVE_DATA', recipients: [] });
    expect([status, body.code]).toEqual([422, 'not-theirs-to-give']);
  });

  it('as the subject of a consent is seen by nobody on the client’s team, and carries nothing of the client’s', async () => {
    const relative = crypto.randomUUID();
    await house.sql('insert into related_person (id, org_id, office_id, sealed) values ($1, $2, $3, $4)', [
      relative,
      house.offices.north.orgId,
      house.offices.north.id,
      Buffer.from([0]),
    ]);
    const [consent] = await house.sql<{ id: string }>(
      `insert into consent (id, org_id, office_id, related_person_id, purpose, scope, recipients, recorded_by, sealed)
       values (gen_random_uuid(), $1, $2, $3, 'C09_DISCLOSE_REL', '{ALIVE_ONLY}', array[gen_random_uuid()], $4, '\\x00') returning id`,
      [house.offices.north.orgId, house.offices.north.id, relative, worker.id],
    );
    for (const who of [worker, coordinator, await house.as('FAMILY_LINKS')]) {
      expect((await who.get(`/api/consents/${consent?.id}`)).status).toBe(404);
      expect((await withdraw(who, consent?.id ?? '')).status).toBe(404);
    }
    expect((await consentsOf(worker)).items).toEqual([]);
    await expect(
      house.sql(`update consent set client_id = $2, related_person_id = null where id = $1`, [consent?.id, file.clientId]),
    ).rejects.toThrow(/not edited/);
  });
});
