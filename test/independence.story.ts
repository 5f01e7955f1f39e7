import './support/patience';
import { addMonths } from '@panah/domain/dates/calendar-days';
import { Jobs } from '../apps/api/src/platform/jobs/jobs';
import { type AdmittedFile, admittedFile } from './support/admitted-file';
import { review, stock, today } from './support/closing';
import { onTeam } from './support/file-on-paper';
import { type House, openHouse, type Person } from './support/house';
import { officeDay } from './support/office-day';

let house: House;
let coordinator: Person;
let worker: Person;
beforeAll(async () => {
  house = await openHouse();
  [coordinator, worker] = [await house.as('COORDINATOR'), await house.as('CASEWORKER')];
});
afterAll(() => house.close());

const ago = (days: number): string => officeDay(-days);
/** A case that was opened so long ago. */
const opened = async (daysAgo = 20): Promise<AdmittedFile> => {
  const file = await admittedFile(house, coordinator, worker);
  await house.sql('update case_file set opened_on = current_date - $2::int where id = $1', [file.caseId, daysAgo]);
  return file;
};
const look = (file: AdmittedFile, body: object, by = worker) => by.post(`/api/cases/${file.caseId}/outcome-reviews`, body);
const reviews = async (file: AdmittedFile, by = worker) => (await by.get(`/api/cases/${file.caseId}/outcome-reviews`)).body;

describe('model 2.11: how a life goes', () => {
  it('is looked at in twelve domains, before and after, with change by domain and no total anywhere', async () => {
    const file = await opened(200);
    const first = await look(file, review('BASELINE', '2', { D03: '1', D06: 'N' }, ago(190)));
    expect(first.status).toBe(201);
    expect((await look(file, review('M6', '3', { D03: '4', D09: '1' }, ago(5)))).status).toBe(201);
    const { items, next, domains } = await reviews(file);
    expect(domains).toHaveLength(12);
    expect(items.map(({ point }: { point: string }) => point)).toEqual(['BASELINE', 'M6']);
    const change = Object.fromEntries(items[1].outcomes.map((one: { domain: string; change: number | null }) => [one.domain, one.change]));
    expect(change).toMatchObject({ D01: 1, D03: 3, D06: null, D09: -1 });
    expect(next).toMatchObject({ point: 'M12', late: false });
    expect(JSON.stringify(items)).not.toMatch(/total|score|sum/i);
  });

  it('is refused with field and reason, and nothing is half written', async () => {
    const file = await opened();
    const count = async () => (await house.sql('select id from outcome_review where case_id = $1', [file.caseId])).length;
    const { outcomes, ...rest } = review('BASELINE', '2');
    expect((await look(file, { ...rest, outcomes: outcomes.slice(1) })).body).toMatchObject({
      code: 'review-incomplete',
      fields: { 'levels.D01': ['missing'] },
    });
    expect((await look(file, { ...rest, outcomes: [{ domain: 'D01', level: '6' }] })).status).toBe(422);
    expect((await look(file, review('M3', '2'))).body.fields).toEqual({ point: ['baseline-missing'] });
    expect((await look(file, review('BASELINE', '2', {}, ago(-1)))).body.fields).toEqual({ reviewedOn: ['in-future'] });
    expect((await look(file, review('BASELINE', '2', {}, ago(40)))).body.fields).toEqual({ reviewedOn: ['before-opening'] });
    expect(await count()).toBe(0);
    expect((await look(file, review('BASELINE', '2'))).status).toBe(201);
    expect((await look(file, review('BASELINE', '2'))).body.fields).toEqual({ point: ['point-done'] });
    const silent = review('AD_HOC', '2', { D04: '4' });
    expect(
      (await look(file, { ...silent, outcomes: silent.outcomes.map(({ domain, level }) => ({ domain, level })) })).body.fields,
    ).toEqual({
      'notes.D04': ['missing'],
    });
    expect(await count()).toBe(1);
  });

  it('shows each colleague the domain that is theirs (model 5.1, row 21); only the counsellor corrects wellbeing, and the worker the whole', async () => {
    const file = await opened();
    const { body } = await look(file, review('BASELINE', '2'));
    const own: [Person, string][] = [];
    for (const [role, domain] of [
      ['LEGAL', 'D01'],
      ['HOUSING', 'D02'],
      ['COUNSELLOR', 'D09'],
      ['FAMILY_LINKS', 'D10'],
    ] as const) {
      const person = await house.as(role);
      await onTeam(house, file, person, house.offices.north, false);
      own.push([person, domain]);
    }
    for (const [person, domain] of own) {
      const seen = await reviews(file, person);
      expect([person.role, seen.domains, seen.items[0].outcomes.map((one: { domain: string }) => one.domain)]).toEqual([
        person.role,
        [domain],
        [domain],
      ]);
      const answer = await person.put(`/api/outcome-reviews/${body.id}/wellbeing`, { level: '3', note: 'Sleeps again' }, { version: 1 });
      expect([person.role, answer.status]).toEqual([person.role, person.role === 'COUNSELLOR' ? 200 : 403]);
    }
    const after = (await reviews(file, coordinator)).items[0].outcomes;
    expect(after).toHaveLength(12);
    expect(after.find(({ domain }: { domain: string }) => domain === 'D09')).toMatchObject({ level: '3', note: 'Sleeps again' });
    expect((await worker.put(`/api/outcome-reviews/${body.id}`, review('BASELINE', '3'), { version: 1 })).status).toBe(412);
    expect((await worker.put(`/api/outcome-reviews/${body.id}`, review('BASELINE', '3'), { version: 2 })).body.version).toBe(3);
    expect((await look(file, review('AD_HOC', '3'), coordinator)).status).toBe(403);
    expect((await look(file, review('AD_HOC', '3'), await house.as('CASEWORKER'))).status).toBe(404);
  });

  it('keeps safety, wellbeing and family sealed, and counts them without their rows', async () => {
    const file = await opened(200);
    await look(file, review('BASELINE', '2', { D03: '1' }, ago(190)));
    const columns = await house.sql<{ name: string }>(
      `select attname::text as name from pg_attribute where attrelid = 'outcome_review'::regclass and attname ~ '^d[0-9]'`,
    );
    expect(columns.map(({ name }) => name).sort()).toEqual(['d01', 'd02', 'd04', 'd05', 'd06', 'd07', 'd08', 'd11', 'd12']);
    const tally = () =>
      house.sql<{ domain: string; n: number }>(
        `select domain, before, after, sum(change)::int as n from outcome_tally where before = 1 and after = 5 group by 1, 2, 3 having sum(change) <> 0`,
      );
    const { body } = await look(file, review('M6', '4', { D03: '5' }, ago(5)));
    expect(await tally()).toEqual([{ domain: 'D03', before: 1, after: 5, n: 1 }]);
    await house.app.get(Jobs).runNow('ask-for-outcome-reviews');
    expect(await tally()).toEqual([{ domain: 'D03', before: 1, after: 5, n: 1 }]);
    await worker.put(`/api/outcome-reviews/${body.id}`, review('M6', '4', { D03: '3' }, ago(5)), { version: 1 });
    expect(await tally()).toEqual([]);
  });

  it('is asked for when a point is near, once, until it was looked at', async () => {
    const file = await opened(3);
    const tasks = async () =>
      (await worker.get(`/api/cases/${file.caseId}/tasks`)).body.items.filter(({ kind }: { kind: string }) => kind === 'OUTCOME_REVIEW');
    const morning = () => house.app.get(Jobs).runNow('ask-for-outcome-reviews');
    await morning();
    await morning();
    expect(await tasks()).toHaveLength(1);
    expect((await tasks())[0]).toMatchObject({ dueOn: ago(3 - 30), owner: { id: worker.id } });
    await look(file, review('BASELINE', '2'));
    expect(await tasks()).toHaveLength(0);
    await morning();
    expect(await tasks()).toHaveLength(0);
    await house.sql('update outcome_review set reviewed_on = current_date - 85 where case_id = $1', [file.caseId]);
    await house.sql('update case_file set opened_on = current_date - 88 where id = $1', [file.caseId]);
    await morning();
    expect(await tasks()).toHaveLength(1);
  });
});

describe('help and certificates', () => {
  it('help given says service, amount and currency; the amount is sealed', async () => {
    const file = await opened();
    const give = (body: object, by = worker) =>
      by.post(`/api/cases/${file.caseId}/help`, { service: 'CASH_KIND', givenOn: today(), ...body });
    expect((await give({ amount: '120.50' })).body.fields).toEqual({ currency: ['missing'] });
    expect((await give({ amount: '120.50', currency: 'ZZZ' })).body.fields).toEqual({ currency: ['unknown'] });
    expect((await give({ amount: '-5', currency: 'EUR' })).status).toBe(422);
    expect((await give({ givenOn: ago(-2) })).body.fields).toEqual({ givenOn: ['in-future'] });
    const { body, status } = await give({ amount: '120.50', currency: 'EUR', what: 'Winter clothes' });
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({ amount: '120.50', currency: 'EUR', what: 'Winter clothes', version: 1 }),
    ]);
    const [row] = await house.sql<{ text: string }>('select h::text as text from help_given h where id = $1', [body.id]);
    expect(row?.text).not.toMatch(/120\.50|EUR|Winter/);
    const corrected = { service: 'CASH_KIND', givenOn: today(), amount: '100', currency: 'EUR' };
    expect((await worker.put(`/api/help/${body.id}`, corrected, { version: 1 })).body.amount).toBe('100');
    expect((await worker.put(`/api/help/${body.id}`, corrected, { version: 1 })).status).toBe(412);
    expect((await give({}, coordinator)).status).toBe(403);
    expect((await coordinator.get(`/api/cases/${file.caseId}/help`)).body.items).toHaveLength(1);
  });

  it('a certificate says who took part in what and when, as the paper will', async () => {
    const file = await opened();
    const paper = { name: 'Mina K.', activity: 'Albanian course A1', from: ago(60), until: ago(2), hours: '40' };
    const issue = (body: object) => worker.post(`/api/cases/${file.caseId}/certificates`, { ...paper, ...body });
    expect((await issue({ from: ago(1) })).body.fields).toEqual({ until: ['before-start'] });
    expect((await issue({ until: ago(-3) })).body.fields).toEqual({ until: ['in-future'] });
    const { body } = await issue({});
    expect(body).toMatchObject({ ...paper, office: 'north', issuedOn: today(), issuedBy: { name: worker.name } });
    const [row] = await house.sql<{ text: string }>('select c::text as text from attendance_certificate c where id = $1', [body.id]);
    expect(row?.text).not.toMatch(/Mina|Albanian/);
  });
});

describe('model 2.16: a closure takes stock', () => {
  const step = (by: Person, { caseId }: AdmittedFile, noun: string, body: object = {}) => by.post(`/api/cases/${caseId}/${noun}`, body);
  const signed = async ({ caseId }: AdmittedFile): Promise<string> =>
    (
      await worker.post(`/api/cases/${caseId}/notes`, {
        type: 'DECISION',
        happenedAt: new Date().toISOString(),
        body: 'Agreed with the person',
      })
    ).body.id;
  const active = async (): Promise<AdmittedFile> => {
    const file = await opened(100);
    await house.sql(`update case_file set state = 'ACTIVE', risk_level = 'LOW' where id = $1`, [file.caseId]);
    await look(file, review('BASELINE', '2', {}, ago(90)));
    return file;
  };

  it('asks for outcomes, the follow-up and its safe way, the list, and whether the client was told; nothing is half written', async () => {
    const file = await active();
    const note = await signed(file);
    const ask = (more: object = {}) => step(worker, file, 'closure-request', stock(note, more));
    expect((await ask()).body).toMatchObject({ code: 'closure-incomplete', fields: { outcomes: ['missing'] } });
    await look(file, review('CLOSURE', '4'));
    for (const [more, fields] of [
      [{ clientTold: 'NO' }, { clientNotToldWhy: ['missing'] }],
      [{ followUp: 'YES' }, { followUpChannel: ['missing'] }],
      [{ followUp: 'YES', followUpChannel: 'EMAIL' }, { followUpChannel: ['not-safe'] }],
      [{ checklist: ['PAPERS'] }, { checklist: ['incomplete'] }],
    ] as const)
      expect((await ask(more)).body).toMatchObject({ code: 'closure-incomplete', fields });
    expect((await ask({ followUp: undefined })).body.fields).toHaveProperty('followUp');
    expect(await house.sql('select id from case_closure where case_id = $1', [file.caseId])).toEqual([]);
    expect((await worker.get(`/api/cases/${file.caseId}`)).body.state).toBe('ACTIVE');
    expect((await ask()).body.state).toBe('CLOSURE_REQUESTED');
  });

  it('R-CA-04 R-RT-01 is approved by another, who sees what it changes; what was agreed is asked for, and the day until which it is kept is set', async () => {
    const file = await active();
    await look(file, review('CLOSURE', '4', { D04: '1' }));
    const { version } = (await worker.get(`/api/clients/${file.clientId}`)).body;
    const telephone = { channel: 'PHONE_CALL', value: '+355691234567', safety: 'SAFE', preferred: true };
    expect((await worker.post(`/api/clients/${file.clientId}/contact-points`, telephone, { version })).status).toBe(201);
    const need = { code: 'EC-LN', severity: 'S1', source: 'SELF', identifiedOn: today() };
    await worker.post(`/api/cases/${file.caseId}/needs`, need);
    await worker.post(`/api/cases/${file.caseId}/specialist-requests`, {
      specialty: 'LEGAL',
      urgency: 'ROUTINE',
      question: 'Which paper is next?',
    });
    const asked = stock(await signed(file), {
      followUp: 'YES',
      followUpChannel: 'PHONE_CALL',
      followUpWords: 'In the evening',
      handover: [{ to: 'Municipal office', what: 'Language course' }],
      unmetWords: 'Goes on learning by himself',
    });
    expect((await step(worker, file, 'closure-request', asked)).body.state).toBe('CLOSURE_REQUESTED');
    const seen = (await coordinator.get(`/api/cases/${file.caseId}/closure`)).body;
    expect(seen.closure).toMatchObject({
      state: 'REQUESTED',
      followUp: 'YES',
      followUpChannel: 'PHONE_CALL',
      handover: [{ to: 'Municipal office', what: 'Language course' }],
      unmetNeeds: [{ code: 'EC-LN' }],
      requestedBy: { id: worker.id },
    });
    expect(seen.outcomes.find(({ domain }: { domain: string }) => domain === 'D04')).toEqual({
      domain: 'D04',
      baseline: '2',
      closure: '1',
      change: -1,
    });
    expect((await step(worker, file, 'closure')).status).toBe(403);
    expect((await step(coordinator, file, 'closure')).body.state).toBe('CLOSED');
    const closed = (await coordinator.get(`/api/cases/${file.caseId}/closure`)).body.closure;
    const kept = addMonths(today(), 7 * 12);
    expect(closed).toMatchObject({ state: 'APPROVED', decidedBy: { id: coordinator.id }, retentionUntil: kept });
    const tasks = (await worker.get(`/api/cases/${file.caseId}/tasks`)).body.items;
    expect(tasks.filter(({ status }: { status: string }) => status === 'OPEN').map(({ kind }: { kind: string }) => kind)).toEqual([
      'FOLLOW_UP_AFTER',
    ]);
    const [request] = (await coordinator.get(`/api/cases/${file.caseId}/specialist-requests`)).body.items;
    expect(request.state).toBe('WITHDRAWN');
    expect((await look(file, review('AD_HOC', '4'))).body.fields).toEqual({ point: ['not-open'] });
    const row = await house.sql<{ text: string }>('select c::text as text from case_closure c where case_id = $1', [file.caseId]);
    expect(row[0]?.text).not.toMatch(/Municipal|evening|EC-LN|PHONE/);
  });

  it('model 3.1 is not approved while somebody lives in a place of ours or counselling goes on: it says which, and changes nothing', async () => {
    const file = await active();
    await look(file, review('CLOSURE', '4'));
    await step(worker, file, 'closure-request', stock(await signed(file)));
    await house.sql(
      `insert into placement (id, org_id, office_id, client_id, case_id, kind, needed_from, requested_on, created_by, sealed)
       select gen_random_uuid(), org_id, office_id, client_id, id, 'TRANSITIONAL', current_date, current_date, primary_worker_id, '' from case_file where id = $1`,
      [file.caseId],
    );
    const held = await step(coordinator, file, 'closure');
    expect(held.body).toMatchObject({ code: 'closure-held', facts: { holds: ['ACTIVE_PLACEMENT'] } });
    expect((await coordinator.get(`/api/cases/${file.caseId}/closure`)).body).toMatchObject({
      holds: ['ACTIVE_PLACEMENT'],
      closure: { state: 'REQUESTED' },
    });
    await house.sql(`update placement set state = 'CANCELLED', end_reason = 'OTHER' where case_id = $1`, [file.caseId]);
    expect((await step(coordinator, file, 'closure')).body.state).toBe('CLOSED');
  });

  it('is not for specialists to read: model 5.1, row 31', async () => {
    const file = await active();
    const counsellor = await house.as('COUNSELLOR');
    await onTeam(house, file, counsellor, house.offices.north, false);
    expect((await counsellor.get(`/api/cases/${file.caseId}/closure`)).status).toBe(403);
    expect((await worker.get(`/api/cases/${file.caseId}/closure`)).status).toBe(200);
  });

  it('a request that was sent back stays on record, and can be made anew', async () => {
    const file = await active();
    await look(file, review('CLOSURE', '4'));
    await step(worker, file, 'closure-request', stock(await signed(file)));
    await step(coordinator, file, 'closure-rejection', { reason: 'Talk about the flat first' });
    expect((await worker.get(`/api/cases/${file.caseId}/closure`)).body.closure).toMatchObject({
      state: 'REJECTED',
      decidedBy: { id: coordinator.id },
    });
    expect((await step(worker, file, 'closure-request', stock(await signed(file)))).body.state).toBe('CLOSURE_REQUESTED');
    expect(await house.sql('select state from case_closure where case_id = $1 order by requested_at', [file.caseId])).toEqual([
      { state: 'REJECTED' },
      { state: 'REQUESTED' },
    ]);
  });

  it('reopening begins a new period: its baseline and its reviews are its own', async () => {
    const file = await active();
    await look(file, review('CLOSURE', '4'));
    await step(worker, file, 'closure-request', stock(await signed(file)));
    await step(coordinator, file, 'closure');
    const { body } = await step(coordinator, file, 'reopening', { reason: 'She asked', primaryWorkerId: worker.id });
    expect(body).toMatchObject({ periodNo: 2, state: 'ASSESSMENT' });
    const again = { ...file, caseId: body.id };
    expect(await reviews(again)).toMatchObject({ items: [], next: { point: 'BASELINE' } });
    expect((await worker.get(`/api/cases/${again.caseId}/closure`)).body.closure).toBeNull();
    expect((await look(file, review('POST6', '4'))).body.code).toBe('not-latest-period');
  });
});
