import { claimProcess } from '@panah/domain/asylum/claim.process';
import { type AdmittedFile, admittedFile } from './support/admitted-file';
import { bring } from './support/brought';
import { CLINIC, standingConsent, withdraw } from './support/consent-desk';
import { onTeam } from './support/file-on-paper';
import { type House, openHouse, type Person } from './support/house';
import { pdf } from './support/papers';
import { assessment } from './support/risk-words';
import { claimOf, dayFrom, refusal, TO_INTERVIEWED, verifiedExample, verifiedValue, walk } from './support/refuge-desk';
import { Jobs } from '../apps/api/src/platform/jobs/jobs';

let house: House;
let coordinator: Person;
let worker: Person;
let lawyer: Person;
let verifier: Person;
let file: AdmittedFile;

beforeAll(async () => {
  house = await openHouse();
  [coordinator, worker, lawyer] = [await house.as('COORDINATOR'), await house.as('CASEWORKER'), await house.as('LEGAL')];
  verifier = await verifiedExample(house);
});
afterAll(() => house.close());
beforeEach(async () => {
  file = await admittedFile(house, coordinator, worker);
  await onTeam(house, file, lawyer);
});

const open = async (more: object = {}, by: Person = lawyer): Promise<string> => {
  const { status, text, body } = await by.post(`/api/cases/${file.caseId}/claims`, claimOf(more));
  if (status !== 201) throw new Error(text);
  return body.id as string;
};
const interviewed = async (more: object = {}): Promise<string> => {
  const id = await open(more);
  await walk(lawyer, id, ...TO_INTERVIEWED);
  return id;
};
const refused = async (more: object = {}, claim: object = {}) => {
  const id = await interviewed(claim);
  return { id, claim: await walk(lawyer, id, ['refusal', refusal(more)]) };
};
const appealOf = (claim: { deadlines: { type: string }[] }) =>
  claim.deadlines.find(({ type }) => type === 'APPEAL') as never as Record<string, never>;
const tasks = async (kind: string): Promise<{ due: string; owner: string; priority: string }[]> =>
  house.sql(
    `select due_on::text as due, owner_id as owner, priority from task where case_id = $1 and kind = $2 and status = 'OPEN' order by due_on`,
    [file.caseId, kind],
  );
/** Open reviews of the risk by their days, and whether the case says that one is due within a day. */
const riskReview = async () => {
  const [{ soon }] = await house.sql<{ soon: boolean }>(
    `select coalesce(risk_review_at <= now() + interval '24 hours', false) as soon from case_file where id = $1`,
    [file.caseId],
  );
  return { tasks: (await tasks('RISK_REVIEW')).map(({ due }) => due), within24h: soon };
};
const LOST = {
  outcome: 'DISMISSED',
  decidedOn: dayFrom(0),
  servedOn: dayFrom(0),
  serviceMethod: 'LAWYER',
  appealPossible: true,
  suspensive: 'NO',
};
const mandated = async (): Promise<void> => {
  const documentId = await paper('LEGAL_MANDATE');
  const who = { kind: 'ORGANISATION', name: 'Lakeside Legal Clinic' };
  const input = { who, capacity: 'LAWYER_NGO', fromOn: dayFrom(-30), conflictChecked: true, mayReceiveFiles: false, mandateId: documentId };
  const { status, text } = await lawyer.post(`/api/cases/${file.caseId}/representations`, input);
  if (status !== 201) throw new Error(text);
};
const paper = async (type: string): Promise<string> => {
  const told = { fileName: 'paper.pdf', type, title: 'A paper', receivedOn: dayFrom(0) };
  const { status, text, body } = await bring(lawyer, `/api/cases/${file.caseId}/documents`, pdf(), told);
  if (status !== 201) throw new Error(text);
  return body.id as string;
};

describe('a claim', () => {
  it('is taken from the wish to the permit: refused, appealed in time, allowed (3.2)', async () => {
    const { id, claim } = await refused();
    expect([claim.state, appealOf(claim)['dueOn']]).toEqual(['DECIDED_NEGATIVE', expect.stringMatching(/^\d{4}/)]);
    await mandated();
    const allowed = await walk(
      lawyer,
      id,
      ['appeal', { on: dayFrom(0), suspensiveRecorded: 'YES' }],
      ['hearing', { on: dayFrom(0) }],
      ['positive-ruling', { outcome: 'ALLOWED', decisionType: 'REFUGEE', decidedOn: dayFrom(0), servedOn: dayFrom(0), isFinal: true }],
    );
    expect([allowed.state, appealOf(allowed)['state'], allowed.endedOn]).toEqual(['FINAL_POSITIVE', 'MET', dayFrom(0)]);
    const { body } = await lawyer.get(`/api/cases/${file.caseId}/claims`);
    expect(body.permits.map(({ type }: { type: string }) => type).sort()).toEqual(['ASYLUM_CERT', 'REFUGEE_PERMIT']);
  });

  it('goes no way that the drawing does not know', async () => {
    const id = await open();
    const skipped = await lawyer.post(`/api/claims/${id}/registration`, { on: dayFrom(-1) });
    expect([skipped.status, skipped.body.code, skipped.body.facts.open]).toEqual([409, 'not-open', ['make', 'abandon']]);
    expect(Object.keys(claimProcess.states)).toHaveLength(19);
  });

  it('in one step only where the country takes it so', async () => {
    const id = await open({ country: 'NO', procedureType: 'REGULAR' });
    expect((await lawyer.post(`/api/claims/${id}/lodging`, { on: dayFrom(-1) })).body.code).toBe('not-open');
    await verifiedValue(coordinator, verifier, {
      country: 'NO',
      kind: 'STAGES',
      code: 'ALL',
      value: { states: ['LODGED'], oneStep: true },
    });
    expect((await lawyer.post(`/api/claims/${id}/lodging`, { on: dayFrom(-1) })).body.state).toBe('LODGED');
  });

  it.each([
    ['making', { on: dayFrom(-1) }, ['informed', 'language']],
    ['making', { informed: true, language: 'fa' }, ['on']],
    ['making', { on: dayFrom(3), informed: true, language: 'fa' }, ['on']],
    ['abandonment', {}, ['clientDecision']],
  ])('%s with %j is refused with the fields', async (noun, given, fields) => {
    const id = await open();
    const before = await house.sql('select version, state from protection_claim where id = $1', [id]);
    const { status, body } = await lawyer.post(`/api/claims/${id}/${noun}`, given);
    expect([status, Object.keys(body.fields as object)]).toEqual([422, fields]);
    expect(await house.sql('select version, state from protection_claim where id = $1', [id])).toEqual(before);
  });

  it('is not registered before it was made, nor lodged before it was registered', async () => {
    const id = await open();
    await walk(lawyer, id, ['making', { on: dayFrom(-10), informed: true, language: 'fa' }]);
    const early = await lawyer.post(`/api/claims/${id}/registration`, { on: dayFrom(-11) });
    expect([early.status, early.body.fields]).toEqual([422, { on: ['before-previous'] }]);
    await walk(lawyer, id, ['registration', { on: dayFrom(-9) }]);
    expect((await lawyer.post(`/api/claims/${id}/lodging`, { on: dayFrom(-10) })).body.fields).toEqual({ on: ['before-previous'] });
  });

  it('a caseworker goes along to the interview, and no further; a coordinator reads', async () => {
    const id = await open({}, worker);
    await walk(worker, id, ...TO_INTERVIEWED.slice(0, 3));
    expect((await worker.post(`/api/claims/${id}/examination`, { on: dayFrom(-40) })).status).toBe(403);
    await walk(lawyer, id, ...TO_INTERVIEWED.slice(3));
    expect(
      (await worker.post(`/api/claims/${id}/interview`, { on: dayFrom(9), at: '09:00', language: 'fa', interpreter: 'MAN' })).body.code,
    ).toBe('second-interview');
    expect(
      (await lawyer.post(`/api/claims/${id}/interview`, { on: dayFrom(9), at: '09:00', language: 'fa', interpreter: 'MAN' })).body.state,
    ).toBe('INTERVIEW_SET');
    const read = await coordinator.get(`/api/claims/${id}`);
    expect([read.status, (read.body.actions as string[]).filter((each) => each in claimProcess.states['INTERVIEW_SET'])]).toEqual([
      200,
      [],
    ]);
  });

  it('R-AS-13: has no place for what somebody tells: neither the answer nor the table has one, and what is sent is refused', async () => {
    const { status, body } = await lawyer.post(`/api/cases/${file.caseId}/claims`, claimOf({ narrative: 'What happened to me' }));
    expect([status, Object.keys(body.fields as object)]).toEqual([400, ['narrative']]);
    const id = await open();
    const step = await lawyer.post(`/api/claims/${id}/making`, { on: dayFrom(-1), informed: true, language: 'fa', narrative: 'It began' });
    expect([step.status, Object.keys(step.body.fields as object)]).toEqual([400, ['narrative']]);
    expect(
      Object.keys((await lawyer.get(`/api/claims/${id}`)).body as object).filter((name) => /narrat|story|account/i.test(name)),
    ).toEqual([]);
  });

  it('R-AS-09: one open claim for each country and procedure', async () => {
    await open();
    const second = await lawyer.post(`/api/cases/${file.caseId}/claims`, claimOf());
    expect([second.status, second.body.code]).toEqual([422, 'claim-open-already']);
    expect((await lawyer.post(`/api/cases/${file.caseId}/claims`, claimOf({ procedureType: 'STATELESSNESS' }))).status).toBe(201);
    await expect(
      house.sql(
        `insert into protection_claim (id, org_id, office_id, client_id, case_id, country, procedure_type, state, state_since, opened_by, sealed)
         select gen_random_uuid(), org_id, office_id, client_id, case_id, country, procedure_type, 'MADE', current_date, opened_by, sealed from protection_claim where client_id = $1 limit 1`,
        [file.clientId],
      ),
    ).rejects.toThrow('protection_claim_open_once');
  });

  it('R-AS-10: after a final decision a new application is a subsequent one that names the old', async () => {
    const { id } = await refused();
    await house.sql(`update legal_deadline set due_on = $2, internal_due_on = $2, trigger_date = $2 where claim_id = $1`, [
      id,
      dayFrom(-2),
    ]);
    await walk(lawyer, id, ['lapse', { clientDecision: true }]);
    const again = await lawyer.post(`/api/cases/${file.caseId}/claims`, claimOf());
    expect([again.status, again.body.fields]).toEqual([422, { procedureType: ['decided-before'] }]);
    const unlinked = await lawyer.post(`/api/cases/${file.caseId}/claims`, claimOf({ procedureType: 'SUBSEQUENT' }));
    expect([unlinked.status, unlinked.body.fields]).toEqual([422, { followsId: ['missing'] }]);
    expect((await lawyer.post(`/api/cases/${file.caseId}/claims`, claimOf({ procedureType: 'SUBSEQUENT', followsId: id }))).status).toBe(
      201,
    );
  });

  it('R-AC-03: the number of the file and the place of an interview are masked until somebody says why', async () => {
    const id = await interviewed({ fileNo: 'FILE-7788-XY' });
    const { text, body } = await lawyer.get(`/api/claims/${id}`);
    expect([text.includes('FILE-7788-XY'), text.includes('Room 4'), body.hasFileNo]).toEqual([false, false, true]);
    const shown = await lawyer.post(`/api/claims/${id}/reveal`, { reason: 'CHECK_RECORD' });
    expect(shown.body).toMatchObject({ fileNo: 'FILE-7788-XY', places: [{ place: 'Room 4' }] });
    const [line] = await house.sql<{ reason: string }>(`select reason from audit_event where word = 'claim:reveal' and subject_id = $1`, [
      id,
    ]);
    expect(line?.reason).toBe('CHECK_RECORD');
  });

  it('class 15: housing sees the days of permits and no claim; a counsellor neither; outsiders find nothing', async () => {
    const id = await interviewed();
    const [housing, counsellor, stranger] = [await house.as('HOUSING'), await house.as('COUNSELLOR'), await house.as('LEGAL')];
    for (const member of [housing, counsellor]) await onTeam(house, file, member);
    expect((await housing.get(`/api/claims/${id}`)).status).toBe(403);
    const dates = await housing.get(`/api/cases/${file.caseId}/permit-dates`);
    expect([dates.status, Object.keys(dates.body.items[0] as object).sort()]).toEqual([
      200,
      ['country', 'id', 'state', 'type', 'unlimited', 'validTo'],
    ]);
    expect((await counsellor.get(`/api/cases/${file.caseId}/permit-dates`)).status).toBe(403);
    expect((await stranger.get(`/api/claims/${id}`)).status).toBe(404);
  });
});

describe('decisions', () => {
  it.each([
    [{ servedOn: undefined }, ['servedOn']],
    [{ serviceMethod: undefined }, ['serviceMethod']],
    [{ appealPossible: undefined }, ['appealPossible']],
    [{ servedOn: dayFrom(-5) }, ['servedOn']],
    [{ servedOn: dayFrom(2) }, ['servedOn']],
    [{ decisionType: 'REFUGEE' }, ['decisionType']],
    [{ appealDueOn: dayFrom(-2) }, ['appealDueOn']],
  ])('R-AS-01: a refusal with %j is refused with the field, and nothing is half-written', async (more, fields) => {
    const id = await interviewed();
    const { status, body } = await lawyer.post(`/api/claims/${id}/refusal`, refusal(more));
    expect([status, Object.keys(body.fields as object)]).toEqual([422, fields]);
    expect(await house.sql('select 1 from claim_decision where claim_id = $1', [id])).toEqual([]);
    expect((await lawyer.get(`/api/claims/${id}`)).body.state).toBe('INTERVIEWED');
  });

  it('R-AS-01, R-AS-02: the deadline stands at once, explained in both languages, with rule and version', async () => {
    const { claim } = await refused();
    const appeal = appealOf(claim);
    const [reckoning] = appeal['reckonings'] as Record<string, string>[];
    expect(reckoning).toMatchObject({
      because: 'FIRST',
      ruleCode: 'APPEAL',
      ruleVersion: 1,
      triggerDate: dayFrom(-1),
      method: 'IN_PERSON',
    });
    expect(reckoning?.['explainedEn']).toMatch(/^served \d+ \w+( \d+)? \+ 14 days = /);
    expect(reckoning?.['explainedFa']).toMatch(/^ابلاغ .* \+ ۱۴ روز = /);
    expect(appeal['endsAt']).toMatch(/T2[12]:59:00\.000Z$/);
  });

  it('R-RI-04: the risk is looked at again within a day; the legal adviser has it first (3.13)', async () => {
    await refused();
    expect(await tasks('DEADLINE_OPENED')).toMatchObject([{ owner: lawyer.id, priority: 'P1' }]);
    expect(await tasks('TRANSLATE_DECISION')).toHaveLength(1);
    expect(await riskReview()).toEqual({ tasks: [dayFrom(1)], within24h: true });
  });

  it('R-RI-04: a grant puts no review; the refusal of an appeal does, before anybody decides what to do about it', async () => {
    const granted = await interviewed();
    await walk(lawyer, granted, ['grant', { decisionType: 'SUBSIDIARY', decidedOn: dayFrom(-2), servedOn: dayFrom(-1) }]);
    expect(await riskReview()).toEqual({ tasks: [], within24h: false });
    file = await admittedFile(house, coordinator, worker);
    await onTeam(house, file, lawyer);
    const { id } = await refused();
    await mandated();
    await walk(lawyer, id, ['appeal', { on: dayFrom(0), suspensiveRecorded: 'YES' }]);
    await house.sql(`update case_file set risk_review_at = null where id = $1`, [file.caseId]);
    await walk(lawyer, id, ['rulings', LOST]);
    expect(await riskReview()).toEqual({ tasks: [dayFrom(1)], within24h: true });
  });

  it('R-RI-01: after a final refusal no assessment goes below high without a second person; a later grant lifts it', async () => {
    const { id } = await refused({ appealPossible: false });
    expect((await worker.post(`/api/cases/${file.caseId}/risk-assessments`, assessment())).body.state).toBe('FINAL');
    await walk(lawyer, id, ['lapse', { clientDecision: true }]);
    expect((await worker.get(`/api/cases/${file.caseId}/safety`)).body.refusedForGood).toBe(true);
    const low = await worker.post(`/api/cases/${file.caseId}/risk-assessments`, assessment());
    expect([low.status, low.body.code, low.body.facts]).toEqual([422, 'level-below-floor', { floor: 'HIGH', level: 'LOW' }]);
    const reasoned = await worker.post(
      `/api/cases/${file.caseId}/risk-assessments`,
      assessment({}, 'LOW', { overrideReason: 'Another country has taken her in' }),
    );
    expect([reasoned.body.state, reasoned.body.floor, reasoned.body.secondReason]).toEqual(['WAITING', 'HIGH', 'BELOW_FLOOR']);
    const again = await interviewed({ procedureType: 'SUBSEQUENT', followsId: id });
    await walk(lawyer, again, ['grant', { decisionType: 'REFUGEE', decidedOn: dayFrom(-2), servedOn: dayFrom(-1) }]);
    expect((await worker.post(`/api/cases/${file.caseId}/risk-assessments`, assessment())).body).toMatchObject({
      state: 'FINAL',
      floor: 'LOW',
    });
  });

  it('R-AS-02: a corrected day of service reckons anew and keeps the old value beside the new', async () => {
    const { claim } = await refused({ decidedOn: dayFrom(-8), servedOn: dayFrom(-1) });
    const before = appealOf(claim)['dueOn'];
    const corrected = await lawyer.post(`/api/claim-decisions/${claim.decisions[0].id as string}/service`, {
      servedOn: dayFrom(-5),
      serviceMethod: 'IN_PERSON',
    });
    const appeal = appealOf(corrected.body);
    const reckonings = appeal['reckonings'] as { because: string; dueOn: string }[];
    expect(reckonings.map(({ because }) => because)).toEqual(['SERVICE_CHANGED', 'FIRST']);
    expect([reckonings[1]?.dueOn, reckonings[0]?.dueOn === appeal['dueOn'], appeal['dueOn'] < before]).toEqual([before, true, true]);
    const wrong = await lawyer.post(`/api/claim-decisions/${claim.decisions[0].id as string}/service`, {
      servedOn: dayFrom(-9),
      serviceMethod: 'IN_PERSON',
    });
    expect([wrong.status, wrong.body.fields]).toEqual([422, { servedOn: ['before-decision'] }]);
  });

  it('R-AS-12: refugee status opens the window for the family and asks for them', async () => {
    const id = await interviewed();
    const claim = await walk(lawyer, id, ['grant', { decisionType: 'REFUGEE', decidedOn: dayFrom(-2), servedOn: dayFrom(-1) }]);
    expect(claim.deadlines.map(({ type }: { type: string }) => type)).toContain('FR_PRIVILEGED_WINDOW');
    expect(await tasks('FAMILY_TO_BRING')).toHaveLength(1);
    const other = await admittedFile(house, coordinator, worker);
    file = other;
    await onTeam(house, other, lawyer);
    const subsidiary = await interviewed();
    const granted = await walk(lawyer, subsidiary, [
      'grant',
      { decisionType: 'SUBSIDIARY', decidedOn: dayFrom(-2), servedOn: dayFrom(-1) },
    ]);
    expect(granted.deadlines.map(({ type }: { type: string }) => type)).not.toContain('FR_PRIVILEGED_WINDOW');
  });

  it('R-AS-11: preparation three days before, company offered, the wish about the interpreter asked, a word within 72 hours after', async () => {
    const id = await open();
    await walk(lawyer, id, ...TO_INTERVIEWED.slice(0, 4));
    const unasked = await lawyer.post(`/api/claims/${id}/interview`, { on: dayFrom(20), at: '10:00', language: 'fa' });
    expect([unasked.status, unasked.body.fields]).toEqual([422, { interpreter: ['missing'] }]);
    await walk(lawyer, id, ['interview', { on: dayFrom(20), at: '10:00', language: 'fa', interpreter: 'WOMAN' }]);
    expect([await tasks('INTERVIEW_PREPARE'), await tasks('INTERVIEW_ACCOMPANY')]).toMatchObject([
      [{ due: dayFrom(17) }],
      [{ due: dayFrom(17) }],
    ]);
    await walk(lawyer, id, ['interview-change', { on: dayFrom(25), at: '11:00', words: 'The authority moved it' }]);
    expect(await tasks('INTERVIEW_PREPARE')).toMatchObject([{ due: dayFrom(22) }]);
    await house.sql('update protection_claim set interview_on = $2 where id = $1', [id, dayFrom(-1)]);
    await walk(lawyer, id, ['interview-holding', { on: dayFrom(-1) }]);
    expect([await tasks('INTERVIEW_PREPARE'), await tasks('INTERVIEW_CHECK_IN')]).toMatchObject([[], [{ due: dayFrom(2) }]]);
  });

  it('an appeal asks for a mandate on file; a late one for a reason, and the deadline was missed (R-AS-07)', async () => {
    const { id, claim } = await refused();
    const none = await lawyer.post(`/api/claims/${id}/appeal`, { on: dayFrom(0), suspensiveRecorded: 'NO' });
    expect([none.status, none.body.fields]).toEqual([422, { mandate: ['missing'] }]);
    await mandated();
    await house.sql(`update legal_deadline set due_on = trigger_date, internal_due_on = trigger_date where id = $1`, [
      appealOf(claim)['id'],
    ]);
    const late = await lawyer.post(`/api/claims/${id}/appeal`, { on: dayFrom(0), suspensiveRecorded: 'NO' });
    expect([late.status, late.body.fields]).toEqual([422, { words: ['late-needs-reason'] }]);
    const lodged = await walk(lawyer, id, [
      'appeal',
      { on: dayFrom(0), suspensiveRecorded: 'REQUESTED', words: 'The letter came to the old address' },
    ]);
    expect([lodged.state, appealOf(lodged)['state']]).toEqual(['APPEAL_LODGED', 'MISSED']);
    expect(await tasks('DEADLINE_MISSED')).toHaveLength(1);
  });

  it('a dismissal opens the day of a further appeal before anybody decides; both ways go on from there', async () => {
    const { id } = await refused();
    await mandated();
    await walk(lawyer, id, ['appeal', { on: dayFrom(0), suspensiveRecorded: 'YES' }]);
    const ruled = await walk(lawyer, id, ['rulings', LOST]);
    expect([ruled.state, ruled.deadlines.map(({ type, state }: Record<string, string>) => `${type} ${state}`)]).toEqual([
      'APPEAL_LODGED',
      expect.arrayContaining(['FURTHER_APPEAL OPEN']),
    ]);
    const on = await walk(lawyer, id, ['further-appeal', { on: dayFrom(0) }]);
    expect([on.state, on.decisions.length]).toEqual(['FURTHER_APPEAL', 2]);
    const final = await walk(lawyer, id, ['negative-ruling', { ...LOST, appealPossible: false }]);
    expect(final.state).toBe('FINAL_NEGATIVE');
    expect(await tasks('OPTIONS_TALK')).toHaveLength(1);
    expect((await worker.get(`/api/cases/${file.caseId}/safety`)).body.refusedForGood).toBe(true);
  });
});

describe('R-AS-03: Albania', () => {
  it('the same walk ends with a lawyer to ask today, and no day', async () => {
    const { claim } = await refused({}, { country: 'AL' });
    const appeal = appealOf(claim);
    expect([appeal['state'], appeal['dueOn'], appeal['internalDueOn'], appeal['gap']]).toEqual(['OPEN', null, null, 'RULE_MISSING']);
    expect((appeal['reckonings'] as { explainedEn: string }[])[0]?.explainedEn).toContain('Ask a lawyer today');
    const asked = await tasks('ASK_LAWYER');
    expect(asked.length).toBeGreaterThan(0);
    for (const { owner, priority, due } of asked) expect([owner, priority, due > dayFrom(0)]).toEqual([lawyer.id, 'P1', true]);
    expect(claim.deadlines.every(({ dueOn }: { dueOn: string | null }) => dueOn === null)).toBe(true);
    expect(claim.decisionTargetOn).toBeNull();
  });

  it('what the lawyer says is entered, and stands beside the gap', async () => {
    const { claim } = await refused({}, { country: 'AL' });
    const id = appealOf(claim)['id'] as string;
    const before = await lawyer.post(`/api/legal-deadlines/${id}/day`, { dueOn: dayFrom(-2), words: 'As the office of the lawyer said' });
    expect([before.status, before.body.fields]).toEqual([422, { dueOn: ['before-trigger'] }]);
    const { body } = await lawyer.post(`/api/legal-deadlines/${id}/day`, { dueOn: dayFrom(9), words: 'As the office of the lawyer said' });
    expect([body.dueOn, body.gap, body.reckonings.map(({ because }: { because: string }) => because)]).toEqual([
      dayFrom(9),
      null,
      ['ENTERED', 'FIRST'],
    ]);
  });

  it('no row of the house, new or filled, marks a rule of a real country as verified', async () => {
    expect(
      (await lawyer.get('/api/country-profiles?country=AL')).body.values.every(
        ({ verifiedBy }: { verifiedBy: null }) => verifiedBy === null,
      ),
    ).toBe(true);
    expect(
      await house.sql(`select country from country_profile_value where verified_by is not null and country not in ('XX', 'NO')`),
    ).toEqual([]);
  });
});

describe('rules of countries', () => {
  it('duty 15: whoever entered a value does not verify it, whoever they are, not even past the app', async () => {
    const { body } = await lawyer.post('/api/country-profile-values', {
      country: 'FR',
      kind: 'WEEKEND',
      code: 'ALL',
      value: { days: [6, 7] },
    });
    const own = await lawyer.post(`/api/country-profile-values/${body.id as string}/verification`);
    expect([own.status, own.body.code]).toEqual([422, 'same-person']);
    await expect(
      house.sql(`update country_profile_value set verified_by = entered_by, verified_at = now(), revision = 1 where id = $1`, [body.id]),
    ).rejects.toThrow('country_profile_value_second_person');
    expect((await verifier.post(`/api/country-profile-values/${body.id as string}/verification`)).body.verifiedBy.name).toBe(verifier.name);
    await expect(house.sql(`update country_profile_value set value = '{}' where id = $1`, [body.id])).rejects.toThrow(
      'a verified value is not edited',
    );
  });

  it.each([
    [{ kind: 'WEEKEND', value: { days: [1, 2, 3, 4, 5, 6, 7] } }, ['days']],
    [{ kind: 'HOLIDAYS', value: { days: ['2026-02-31x'], until: null } }, ['days']],
    [{ kind: 'DEADLINE_RULE', value: { trigger: 'MADE', type: 'APPEAL', amount: -3, unit: 'WEEKS', roll: 'NEXT' } }, ['amount']],
    [{ kind: 'TIME_ZONE', value: { zone: 'Nowhere/Else' } }, ['zone']],
  ])('a value that cannot be counted with is refused: %j', async (value, fields) => {
    const { status, body } = await lawyer.post('/api/country-profile-values', { country: 'XX', code: 'ALL', ...value });
    expect([status, Object.keys(body.fields as object)]).toEqual([422, fields]);
  });

  it('R-AS-02: a rule’s new version reckons open deadlines anew once it is verified, and not before', async () => {
    const { id, claim } = await refused();
    const before = appealOf(claim)['dueOn'];
    const rule = {
      country: 'XX',
      kind: 'DEADLINE_RULE',
      code: 'APPEAL',
      value: { trigger: 'NEGATIVE_SERVED', type: 'APPEAL', amount: 30, unit: 'CALENDAR_DAYS', roll: 'NEXT' },
    };
    const entered = await coordinator.post('/api/country-profile-values', rule);
    expect(entered.body).toMatchObject({ version: 2, verifiedBy: null });
    await house.app.get(Jobs).runNow('reckon-deadlines');
    expect(appealOf((await lawyer.get(`/api/claims/${id}`)).body)['dueOn']).toBe(before);
    await verifier.post(`/api/country-profile-values/${entered.body.id as string}/verification`);
    await house.app.get(Jobs).runNow('reckon-deadlines');
    const appeal = appealOf((await lawyer.get(`/api/claims/${id}`)).body);
    const reckonings = appeal['reckonings'] as { because: string; dueOn: string; ruleVersion: number }[];
    expect(reckonings.map(({ because, ruleVersion }) => `${because} ${ruleVersion}`)).toEqual(['RULE_CHANGED 2', 'FIRST 1']);
    expect([reckonings[1]?.dueOn, appeal['dueOn'] > before]).toEqual([before, true]);
    await verifiedValue(coordinator, verifier, { ...rule, value: { ...rule.value, amount: 14 } });
  });
});

describe('deadlines', () => {
  it('R-AS-06: the legal adviser meets one with evidence or a lawyer’s word; a coordinator says why; nobody else', async () => {
    const { claim } = await refused();
    const path = `/api/legal-deadlines/${appealOf(claim)['id'] as string}/meeting`;
    expect((await worker.post(path, { metOn: dayFrom(0), confirmedOn: dayFrom(0) })).status).toBe(403);
    expect((await lawyer.post(path, { metOn: dayFrom(0) })).body.fields).toEqual({ confirmedOn: ['missing'] });
    expect((await lawyer.post(path, { metOn: dayFrom(-9), confirmedOn: dayFrom(0) })).body.fields).toEqual({ metOn: ['before-trigger'] });
    expect((await coordinator.post(path, { metOn: dayFrom(0), confirmedOn: dayFrom(0) })).body.fields).toEqual({ words: ['missing'] });
    const met = await coordinator.post(path, { metOn: dayFrom(0), confirmedOn: dayFrom(0), words: 'The lawyer is away and telephoned' });
    expect([met.status, met.body.state, met.body.confirmedOn]).toEqual([200, 'MET', dayFrom(0)]);
  });

  it('entered by hand it does not lie before what it counts from; extended it is followed by another', async () => {
    const id = await interviewed();
    const by = { type: 'SUBMIT_EVIDENCE', trigger: 'OTHER', triggerDate: dayFrom(0) };
    const early = await lawyer.post(`/api/claims/${id}/deadlines`, { ...by, dueOn: dayFrom(-1) });
    expect([early.status, early.body.fields]).toEqual([422, { dueOn: ['before-trigger'] }]);
    const made = await lawyer.post(`/api/claims/${id}/deadlines`, { ...by, dueOn: dayFrom(10) });
    expect(made.status).toBe(201);
    const sooner = await lawyer.post(`/api/legal-deadlines/${made.body.id as string}/extension`, {
      dueOn: dayFrom(9),
      words: 'The court wrote',
    });
    expect(sooner.body.fields).toEqual({ dueOn: ['not-later'] });
    const later = await lawyer.post(`/api/legal-deadlines/${made.body.id as string}/extension`, {
      dueOn: dayFrom(20),
      words: 'The court wrote',
    });
    expect(later.body).toMatchObject({ state: 'OPEN', dueOn: dayFrom(20), extendsId: made.body.id });
    expect((await lawyer.get(`/api/legal-deadlines/${made.body.id as string}`)).body.state).toBe('EXTENDED');
  });

  it('R-AS-05: told at 14, 7, 3, 1 and 0 days, the coordinators at 3, 1 and 0, then every hour until somebody says what became of it', async () => {
    const id = await interviewed();
    const { body } = await lawyer.post(`/api/claims/${id}/deadlines`, {
      type: 'SUBMIT_EVIDENCE',
      trigger: 'OTHER',
      triggerDate: dayFrom(0),
      dueOn: dayFrom(60),
    });
    const deadline = body.id as string;
    const told = async (days: number, hour = '09:20'): Promise<string[]> => {
      await house.app.get(Jobs).runNow('remind-of-deadlines', { now: `${dayFrom(60 - days)}T${hour}:00Z` });
      const lines = await house.sql<{ reason: string }>(
        `select reason from audit_event where word = 'deadline:remind' and subject_id = $1 order by at, id`,
        [deadline],
      );
      return lines.map(({ reason }) => reason);
    };
    expect(await told(15)).toEqual([]);
    expect(await told(14)).toEqual(['D14']);
    expect(await told(10)).toEqual(['D14']);
    expect([await told(7), await tasks('DEADLINE_NEAR_OFFICE')]).toEqual([['D14', 'D7'], []]);
    expect([(await told(3)).slice(2), (await tasks('DEADLINE_NEAR_OFFICE')).length, (await tasks('DEADLINE_NEAR')).length]).toEqual([
      ['D3', 'D3'],
      1,
      1,
    ]);
    expect((await told(0)).slice(4)).toEqual(['D0', 'D0']);
    expect((await told(-1, '09:20')).slice(6)).toEqual(['OVERDUE', 'OVERDUE']);
    expect((await told(-1, '09:50')).slice(6)).toHaveLength(2);
    expect((await told(-1, '10:20')).slice(6)).toHaveLength(4);
    expect((await tasks('DEADLINE_OVERDUE')).at(-1)).toMatchObject({ owner: lawyer.id, due: dayFrom(60) });
    expect((await tasks('DEADLINE_NEAR')).filter(({ due }) => due === dayFrom(60))).toEqual([]);
  });

  it('R-AS-07: a missed one is reviewed: who knew, what remedy, whose fault; ours, it is an incident when nothing is left', async () => {
    const { id, claim } = await refused();
    const deadline = appealOf(claim)['id'] as string;
    expect((await lawyer.post(`/api/legal-deadlines/${deadline}/miss`, { words: 'Nobody went' })).body.code).toBe('deadline-not-over');
    await house.sql(`update legal_deadline set due_on = trigger_date, internal_due_on = trigger_date where id = $1`, [deadline]);
    await house.sql(
      `update legal_deadline set due_on = due_on - 1, internal_due_on = due_on - 1, trigger_date = trigger_date - 1 where id = $1`,
      [deadline],
    );
    expect((await lawyer.post(`/api/legal-deadlines/${deadline}/miss`, { words: 'Nobody went' })).body.state).toBe('MISSED');
    expect((await lawyer.post(`/api/claims/${id}/lapse`, {})).body.fields).toEqual({ clientDecision: ['missing'] });
    const reviewed = await lawyer.post(`/api/legal-deadlines/${deadline}/review`, {
      whoKnew: 'The duty desk',
      remedy: 'NONE',
      ourFault: true,
    });
    expect([reviewed.body.remedy, await tasks('DEADLINE_MISSED')]).toEqual(['NONE', []]);
    await walk(lawyer, id, ['lapse', {}]);
    expect((await coordinator.get(`/api/cases/${file.caseId}/incidents`)).body.total).toBe(1);
  });
});

describe('permits', () => {
  // the database goes by its own clock, on which the days of these reminders have not come
  const ownClock = (how: 'disable' | 'enable') => house.sql(`alter table client_need ${how} trigger client_need_day_of_a_life`);
  beforeAll(() => ownClock('disable'));
  afterAll(() => ownClock('enable'));

  const add = async (more: object = {}) => {
    const { status, text, body } = await worker.post(`/api/cases/${file.caseId}/permits`, {
      country: 'XX',
      type: 'REFUGEE_PERMIT',
      unlimited: false,
      number: 'PERMIT-99-ZZ',
      validFrom: '2026-01-01',
      ...more,
    });
    if (status !== 201) throw new Error(text);
    return body;
  };
  const remind = async (now: string): Promise<string[]> => {
    await house.app.get(Jobs).runNow('remind-of-permits', { now });
    const lines = await house.sql<{ reason: string }>(
      `select e.reason from audit_event e join permit p on p.id = e.subject_id where e.word = 'permit:remind' and p.client_id = $1 order by e.at, e.id`,
      [file.clientId],
    );
    return lines.map(({ reason }) => reason);
  };

  it('a permit ends after it begins, or has no end', async () => {
    const wrong = await worker.post(`/api/cases/${file.caseId}/permits`, {
      country: 'XX',
      type: 'OTHER',
      unlimited: false,
      validFrom: '2026-05-02',
      validTo: '2026-05-01',
    });
    expect([wrong.status, wrong.body.fields]).toEqual([422, { validTo: ['before-start'] }]);
    const both = await worker.post(`/api/cases/${file.caseId}/permits`, {
      country: 'XX',
      type: 'OTHER',
      unlimited: true,
      validTo: '2027-05-01',
    });
    expect([both.status, both.body.fields]).toEqual([422, { validTo: ['has-no-end'] }]);
  });

  it('its number is masked until somebody says why', async () => {
    const permit = await add({ validTo: '2028-01-10' });
    expect(JSON.stringify(permit)).not.toContain('PERMIT-99-ZZ');
    expect((await worker.post(`/api/permits/${permit.id as string}/reveal`, { reason: 'CHECK_RECORD' })).body).toEqual({
      number: 'PERMIT-99-ZZ',
    });
  });

  it('R-AS-08: told at 90, 30, 7 and 0 days at eight in the morning, on a weekend the working day before; a travel document at 180 too', async () => {
    await add({ validTo: '2029-07-15' });
    expect(await remind('2029-04-13T05:30:00Z')).toEqual([]);
    expect(await remind('2029-04-13T06:30:00Z')).toEqual([]);
    expect(await remind('2029-04-16T05:30:00Z')).toEqual([]);
    expect(await remind('2029-04-16T06:10:00Z')).toEqual(['D90']);
    expect(await remind('2029-06-15T06:10:00Z')).toEqual(['D90', 'D30']);
    expect(await remind('2029-07-06T06:10:00Z')).toEqual(['D90', 'D30', 'D7']);
    expect(await remind('2029-07-13T06:10:00Z')).toEqual(['D90', 'D30', 'D7', 'D0']);
    await add({ type: 'TRAVEL_DOC_1951', validTo: '2031-07-15' });
    expect((await remind('2031-01-17T08:10:00Z')).at(-1)).toBe('D180');
  });

  it('R-AS-08: quiet once a renewal was lodged with proof, or another followed', async () => {
    const first = await add({ validTo: '2029-07-15' });
    expect(
      (await worker.post(`/api/permits/${first.id as string}/renewal`, { lodgedOn: dayFrom(0), documentId: first.id })).body.fields,
    ).toEqual({ documentId: ['unknown'] });
    const proof = await paper('PERMIT');
    expect(
      (await worker.post(`/api/permits/${first.id as string}/renewal`, { lodgedOn: dayFrom(0), documentId: proof })).body,
    ).toMatchObject({ state: 'RENEWAL_LODGED', alerts: [] });
    const second = await add({ type: 'TEMP_PERMIT', validTo: '2029-08-15' });
    await add({ type: 'LONG_TERM', unlimited: true, followsId: second.id });
    expect(await remind('2029-08-13T09:00:00Z')).toEqual([]);
  });

  it('R-AS-08: expired with nothing after it: a need (LG-EX, S3), a look at the risk, a task; once', async () => {
    await add({ validTo: dayFrom(-2) });
    expect(await remind(`${dayFrom(0)}T12:00:00Z`)).toEqual(['LAPSED']);
    expect(await remind(`${dayFrom(0)}T13:00:00Z`)).toEqual(['LAPSED']);
    expect((await worker.get(`/api/cases/${file.caseId}/needs`)).body.items).toMatchObject([{ code: 'LG-EX', severity: 'S3' }]);
    expect([await tasks('PERMIT_LAPSED'), await tasks('RISK_REVIEW')]).toMatchObject([{ length: 1 }, { length: 1 }]);
  });
});

describe('legal representatives', () => {
  const representative = (more: object = {}): object => ({
    who: CLINIC,
    capacity: 'LAWYER_NGO',
    fromOn: dayFrom(-3),
    conflictChecked: true,
    mayReceiveFiles: true,
    ...more,
  });

  it('R-CO-01, C04: files go to one only on a consent that holds at that moment, and stop with it (R-CO-03)', async () => {
    const without = await lawyer.post(`/api/cases/${file.caseId}/representations`, representative());
    expect([without.status, without.body.code]).toEqual([422, 'consent-missing']);
    const consent = await standingConsent(lawyer, file.caseId);
    const { body, status } = await lawyer.post(`/api/cases/${file.caseId}/representations`, representative());
    expect([status, body.name, body.mayReceiveFiles]).toEqual([201, CLINIC.name, true]);
    const share = { scope: ['REQUEST'], what: 'What the person asks for' };
    const beyond = await lawyer.post(`/api/representations/${body.id as string}/shares`, { ...share, scope: ['HEALTH'] });
    expect([beyond.status, beyond.body.code]).toEqual([422, 'consent-missing']);
    expect((await lawyer.post(`/api/representations/${body.id as string}/shares`, share)).body.shares).toMatchObject([
      { what: 'What the person asks for' },
    ]);
    await withdraw(worker, consent.id);
    expect((await lawyer.get(`/api/representations/${body.id as string}`)).body).toMatchObject({
      mayReceiveFiles: false,
      actions: ['edit'],
    });
    expect((await lawyer.post(`/api/representations/${body.id as string}/shares`, share)).body.code).toBe('may-not-receive');
    await expect(
      house.sql(
        `insert into legal_share (id, org_id, office_id, client_id, case_id, representation_id, recipient, scope, consent_id, shared_by, sealed)
         select gen_random_uuid(), org_id, office_id, client_id, case_id, id, recipient, '{REQUEST}', $2, added_by, sealed from legal_representation where id = $1`,
        [body.id, consent.id],
      ),
    ).rejects.toThrow('nothing covers');
  });

  it('nobody is recorded whose conflicts were not checked, and none whose mandate is not on this file', async () => {
    const unchecked = await lawyer.post(
      `/api/cases/${file.caseId}/representations`,
      representative({ conflictChecked: false, mayReceiveFiles: false }),
    );
    expect([unchecked.status, unchecked.body.fields]).toEqual([422, { conflictChecked: ['missing'] }]);
    const other = file;
    file = await admittedFile(house, coordinator, worker);
    await onTeam(house, file, lawyer);
    const foreign = await paper('LEGAL_MANDATE');
    const wrong = await lawyer.post(
      `/api/cases/${other.caseId}/representations`,
      representative({ mayReceiveFiles: false, mandateId: foreign }),
    );
    expect([wrong.status, wrong.body.fields]).toEqual([422, { mandateId: ['unknown'] }]);
  });
});
