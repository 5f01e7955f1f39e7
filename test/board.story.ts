import './support/patience';
import { type AdmittedFile, admittedFile } from './support/admitted-file';
import { recordConsent } from './support/consent-desk';
import { askClosure } from './support/closing';
import { type House, openHouse, type Person } from './support/house';
import { dayAhead, wholeGoal, wholePlan, writtenPlan } from './support/plan-on-file';
import { assessment } from './support/risk-words';

let house: House;
let coordinator: Person;
let second: Person;
let worker: Person;
beforeAll(async () => {
  house = await openHouse();
  [coordinator, second, worker] = [await house.as('COORDINATOR'), await house.as('COORDINATOR'), await house.as('CASEWORKER')];
});
afterAll(() => house.close());

interface Waiting {
  id: string;
  kind: string;
  caseId: string | null;
  own: boolean;
  askedBy: { name: string } | null;
  name: { latin: string | null } | null;
}
const opened = (by: Person = coordinator): Promise<AdmittedFile> => admittedFile(house, by, worker);
const step = (by: Person, { caseId }: AdmittedFile, noun: string, body: object = {}) => by.post(`/api/cases/${caseId}/${noun}`, body);
const note = async (file: AdmittedFile, type = 'DECISION'): Promise<string> =>
  (await step(worker, file, 'notes', { type, happenedAt: new Date().toISOString(), body: 'Seen' })).body.id as string;
const board = async (by: Person): Promise<{ items: Waiting[]; total: number }> => (await by.get('/api/board/approvals')).body;
const waitsFor = async (by: Person, { caseId }: AdmittedFile): Promise<[kind: string, own: boolean][]> =>
  (await board(by)).items.filter((item) => item.caseId === caseId).map(({ kind, own }) => [kind, own]);
const lineOf = async (by: Person, { caseId }: AdmittedFile): Promise<Waiting | undefined> =>
  (await board(by)).items.find((item) => item.caseId === caseId);
const planned = async (): Promise<AdmittedFile> => {
  const file = await opened();
  await step(worker, file, 'risk-assessments', assessment());
  await step(worker, file, 'assessment-completion', { note: await note(file, 'ASSESSMENT'), noNeeds: true });
  await writtenPlan(worker, file);
  await step(worker, file, 'plan-submission');
  return file;
};
const lowered = async (by: Person = worker): Promise<{ file: AdmittedFile; id: string }> => {
  const file = await opened();
  await step(by, file, 'risk-assessments', assessment({ TH1: 'PRESENT', TH3: 'PRESENT' }, 'HIGH'));
  const { body } = await step(by, file, 'risk-assessments', assessment({ TH1: 'PAST' }, 'LOW'));
  return { file, id: body.id as string };
};

describe('what waits for a second person', () => {
  it('R-CA-04 is a plan, approved in one step by another than its author, as it was read; then it waits no more', async () => {
    const file = await planned();
    expect(await lineOf(coordinator, file)).toMatchObject({
      kind: 'PLAN_APPROVAL',
      own: false,
      askedBy: { name: worker.name },
      name: { latin: file.name },
    });
    const waiting = await lineOf(coordinator, file);
    const plan = (await coordinator.get(`/api/plan-versions/${waiting?.id ?? ''}`)).body;
    expect((await step(coordinator, file, 'plan-approval', { planVersion: plan.version })).body.state).toBe('ACTIVE');
    expect(await waitsFor(coordinator, file)).toEqual([]);
  });

  it('R-CA-04 is a plan that whoever wrote on it is not shown to decide, and may not', async () => {
    const file = await planned();
    await house.sql('update plan_version set author_ids = author_ids || $2::uuid where case_id = $1', [file.caseId, coordinator.id]);
    expect([await waitsFor(coordinator, file), await waitsFor(second, file)]).toEqual([
      [['PLAN_APPROVAL', true]],
      [['PLAN_APPROVAL', false]],
    ]);
    const refused = await step(coordinator, file, 'plan-approval');
    expect([refused.status, refused.body.code]).toEqual([422, 'same-person']);
    expect((await step(second, file, 'plan-approval')).status).toBe(200);
  });

  it('is a plan that is approved only as it was read: written anew meanwhile, it is read first', async () => {
    const file = await planned();
    const read = (await coordinator.get(`/api/cases/${file.caseId}/plan`)).body.inHand.version as number;
    await step(second, file, 'plan-return', { reason: 'By when?' });
    await writtenPlan(worker, file, wholePlan({ goals: [wholeGoal({ statement: 'Something else altogether' })] }));
    await step(worker, file, 'plan-submission');
    const stale = await step(coordinator, file, 'plan-approval', { planVersion: read });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale-edit']);
    const now = (await coordinator.get(`/api/cases/${file.caseId}/plan`)).body;
    expect([now.caseState, now.inHand.state]).toEqual(['PLANNING', 'SUBMITTED']);
    expect((await step(coordinator, file, 'plan-approval', { planVersion: now.inHand.version })).body.state).toBe('ACTIVE');
  });

  it('R-RI-06 is a risk set low, with the level that stands and every factor that changed', async () => {
    const { file, id } = await lowered();
    expect(await waitsFor(coordinator, file)).toEqual([['RISK_CONFIRMATION', false]]);
    const { body } = await coordinator.get(`/api/risk-assessments/${id}`);
    expect([body.level, body.difference.level, body.difference.by.name]).toEqual(['LOW', 'HIGH', worker.name]);
    expect(body.difference.factors).toEqual([
      { factor: 'TH1', before: 'PRESENT', after: 'PAST' },
      { factor: 'TH3', before: 'PRESENT', after: 'ABSENT' },
    ]);
    const stale = await coordinator.post(`/api/risk-assessments/${id}/confirmation`, { version: body.version - 1 });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale-edit']);
    expect((await coordinator.post(`/api/risk-assessments/${id}/confirmation`, { version: body.version })).body.state).toBe('FINAL');
    expect(await waitsFor(coordinator, file)).toEqual([]);
  });

  it('R-RI-06 is not the author’s to confirm: shown as theirs, and refused', async () => {
    const { file, id } = await lowered(coordinator);
    expect([await waitsFor(coordinator, file), await waitsFor(second, file)]).toEqual([
      [['RISK_CONFIRMATION', true]],
      [['RISK_CONFIRMATION', false]],
    ]);
    expect((await coordinator.post(`/api/risk-assessments/${id}/confirmation`, {})).body.code).toBe('same-person');
    expect((await second.post(`/api/risk-assessments/${id}/confirmation`, {})).status).toBe(200);
  });

  it('R-CA-04 is a closure that somebody asked for, decided by another', async () => {
    const file = await opened();
    await askClosure(worker, file, { closureReason: 'GOALS_ACHIEVED', note: await note(file) });
    expect(await waitsFor(coordinator, file)).toEqual([['CLOSURE_APPROVAL', false]]);
    await house.sql('update case_file set closure_requested_by = $2 where id = $1', [file.caseId, coordinator.id]);
    expect(await waitsFor(coordinator, file)).toEqual([['CLOSURE_APPROVAL', true]]);
    expect((await step(coordinator, file, 'closure')).body.code).toBe('same-person');
    expect((await step(second, file, 'closure')).body.state).toBe('CLOSED');
    expect([await waitsFor(coordinator, file), await waitsFor(second, file)]).toEqual([[], []]);
  });

  it('R-CO-08 is something to be told without consent, asked for by one coordinator and agreed by another', async () => {
    const file = await opened();
    const asked = await step(coordinator, file, 'legal-bases', {
      basis: 'VITAL_INTEREST',
      purpose: 'C06_HEALTH',
      recipient: { kind: 'ORGANISATION', name: 'Harbour Emergency Ward' },
      scope: ['NAME', 'HEALTH'],
      reason: 'Unconscious on arrival; the ward asks for allergies.',
      inform: 'TELL',
    });
    expect([await waitsFor(coordinator, file), await waitsFor(second, file)]).toEqual([[['LEGAL_BASIS', true]], [['LEGAL_BASIS', false]]]);
    expect((await coordinator.post(`/api/legal-bases/${asked.body.id}/approval`)).body.code).toBe('same-person');
    expect((await second.post(`/api/legal-bases/${asked.body.id}/approval`)).body.state).toBe('APPROVED');
    expect(await waitsFor(second, file)).toEqual([]);
  });

  it('R-CO-08: what would be told, to whom, and for how long stands where it is decided; a refusal ends it as well', async () => {
    const file = await opened();
    const ask = () =>
      step(coordinator, file, 'legal-bases', {
        basis: 'VITAL_INTEREST',
        purpose: 'C06_HEALTH',
        recipient: { kind: 'ORGANISATION', name: 'Harbour Emergency Ward' },
        scope: ['NAME', 'HEALTH'],
        reason: 'Unconscious on arrival; the ward asks for allergies.',
        inform: 'TELL',
      });
    await ask();
    const line = await lineOf(second, file);
    expect(line).toMatchObject({ kind: 'LEGAL_BASIS', askedBy: { name: coordinator.name }, name: { latin: file.name } });
    const at = `/api/legal-bases/${line?.id ?? ''}`;
    expect((await second.get(at)).body).toMatchObject({
      recipient: { name: 'Harbour Emergency Ward' },
      scope: ['NAME', 'HEALTH'],
      purpose: 'C06_HEALTH',
      inform: 'TELL',
      validUntil: null,
      actions: expect.arrayContaining(['approve', 'refuse']),
    });
    const { body } = await second.post(`${at}/approval`);
    expect(Math.round((Date.parse(body.validUntil) - Date.parse(body.decidedAt)) / 3_600_000)).toBe(72);
    expect((await second.post(`/api/legal-bases/${(await ask()).body.id}/refusal`)).body.state).toBe('REFUSED');
    expect(await waitsFor(second, file)).toEqual([]);
  });

  it('is a note whose author asks to have it voided', async () => {
    const file = await opened();
    const id = await note(file);
    await worker.post(`/api/notes/${id}/void-request`, { reason: 'WRITTEN_TWICE' });
    expect(await waitsFor(coordinator, file)).toEqual([['NOTE_VOIDING', false]]);
    await coordinator.post(`/api/notes/${id}/void-confirmation`);
    expect(await waitsFor(coordinator, file)).toEqual([]);
  });

  it('is counted for the navigation: what the reader may decide, not what they asked for', async () => {
    const before = (await second.get('/api/board/waiting')).body.approvals as number;
    const { id } = await lowered(coordinator);
    expect([(await second.get('/api/board/waiting')).body.approvals, (await board(second)).total]).toEqual([before + 1, before + 1]);
    expect((await coordinator.get('/api/board/waiting')).body.approvals).toBe(before);
    await second.post(`/api/risk-assessments/${id}/confirmation`, {});
  });

  it('R-AC-01 is not there for another office, nor behind a block; a caseworker has no board at all', async () => {
    const file = await planned();
    const [south, elsewhere] = [await house.as('COORDINATOR', house.offices.south), await house.as('COORDINATOR', house.offices.elsewhere)];
    expect([await waitsFor(south, file), await waitsFor(elsewhere, file)]).toEqual([[], []]);
    await step(worker, file, 'blocks', { staffId: second.id, kind: 'RELATIVE', source: 'CLIENT_STATED' });
    expect([await waitsFor(second, file), (await waitsFor(coordinator, file)).length]).toEqual([[], 1]);
    for (const path of ['approvals', 'waiting', 'overdue', 'high-risk', 'capacity'])
      expect([(await worker.get(`/api/board/${path}`)).status, (await coordinator.get(`/api/board/${path}`)).status]).toEqual([403, 200]);
  });
});

interface Late {
  id: string;
  kind: string;
  caseId: string;
  caseRef: string;
  days: number;
  worker: { id: string } | null;
}
const late = async (
  by: Person,
  query = '',
): Promise<{ items: Late[]; total: number; next: string | null; kinds: { kind: string; total: number }[] }> =>
  (await by.get(`/api/board/overdue?limit=100${query}`)).body;
const lateOf = async (by: Person, { caseId }: AdmittedFile): Promise<string[]> =>
  (await late(by)).items
    .filter((line) => line.caseId === caseId)
    .map(({ kind }) => kind)
    .sort();

describe('what is late', () => {
  let file: AdmittedFile;
  beforeEach(async () => {
    file = await opened();
  });
  const set = (columns: string) => house.sql(`update case_file set ${columns} where id = $1`, [file.caseId]);

  it.each([
    ['R-CA-03', 'ASSESSMENT', 'assessment_due = current_date - 3', 'assessment_due = current_date + 3'],
    ['R-CA-03', 'PLAN', 'plan_due = current_date - 3', 'plan_due = current_date + 3'],
    [
      'R-RI-02',
      'RISK_REVIEW',
      `risk_level = 'HIGH', risk_review_at = now() - interval '1 day'`,
      `risk_review_at = now() + interval '1 day'`,
    ],
    [
      'R-RI-03',
      'SAFETY_PLAN',
      `risk_level = 'HIGH', safety_plan_due = now() - interval '1 hour'`,
      `safety_plan_due = now() + interval '1 hour'`,
    ],
    [
      'R-RI-11',
      'CONTACT',
      `risk_level = 'HIGH', risk_assessed_at = now() - interval '60 days', last_contact_at = now() - interval '8 days'`,
      `last_contact_at = now() - interval '6 days'`,
    ],
    [
      'R-CA-03',
      'HOLD_REVIEW',
      `state = 'ON_HOLD', hold_reason = 'HOSPITAL', hold_review_on = current_date - 2`,
      'hold_review_on = current_date + 2',
    ],
  ])('%s: %s is there when its day is over, with its case and worker, and not before', async (_rule, kind, over, ahead) => {
    await set(over);
    const line = (await late(coordinator, `&kind=${kind}`)).items.find(({ caseId }) => caseId === file.caseId);
    expect(line).toMatchObject({ kind, caseRef: file.caseRef, worker: { id: worker.id } });
    await set(ahead);
    expect(await lateOf(coordinator, file)).not.toContain(kind);
  });

  it('R-CA-03: a plan that is looked at again too late is there; on hold it rests', async () => {
    const inForce = await planned();
    await step(coordinator, inForce, 'plan-approval');
    await house.sql(`update plan_version set review_due = current_date - 1 where case_id = $1`, [inForce.caseId]);
    expect(await lateOf(coordinator, inForce)).toContain('PLAN_REVIEW');
    await house.sql(`update case_file set state = 'ON_HOLD', hold_reason = 'HOSPITAL', hold_review_on = current_date + 9 where id = $1`, [
      inForce.caseId,
    ]);
    expect(await lateOf(coordinator, inForce)).not.toContain('PLAN_REVIEW');
  });

  it('tasks, not those by which the house reminds of what stands there already; appointments without an outcome', async () => {
    await step(worker, file, 'tasks', { kind: 'FOLLOW_UP', dueOn: dayAhead(0) });
    const meeting = { kind: 'MEETING', on: dayAhead(1), at: '10:00', minutes: 30 };
    await step(worker, file, 'appointments', meeting);
    expect(await lateOf(coordinator, file)).toEqual([]);
    await house.sql(`update task set due_on = current_date - 2 where case_id = $1`, [file.caseId]);
    await house.sql(`update appointment set starts_at = now() - interval '2 hours' where case_id = $1`, [file.caseId]);
    expect(await lateOf(coordinator, file)).toEqual(['APPOINTMENT', 'TASK']);
    await house.sql(`update task set kind = 'MISSED_CONTACT' where case_id = $1`, [file.caseId]);
    expect(await lateOf(coordinator, file)).toEqual(['APPOINTMENT']);
  });

  it('R-CO-06: a consent that ended and was not asked for again', async () => {
    const { body } = await recordConsent(worker, file.caseId);
    expect(await lateOf(coordinator, file)).toEqual([]);
    await house.sql(`alter table consent_event disable trigger user`);
    await house.sql(
      `update consent_event set given_at = now() - interval '9 days', expires_at = now() - interval '1 day' where consent_id = $1 and action = 'give'`,
      [body.id],
    );
    await house.sql(`alter table consent_event enable trigger user`);
    expect(await lateOf(coordinator, file)).toEqual(['CONSENT']);
  });

  it('R-CA-06: that a note waits for its signature, and whose; of the draft itself nothing is told', async () => {
    const draft = await step(worker, file, 'note-drafts', {
      type: 'CONTACT',
      happenedAt: new Date().toISOString(),
      body: 'Not yet whole',
      direction: 'OUTGOING',
      channel: 'PHONE_CALL',
    });
    await house.sql(`update case_note set saved_at = now() - interval '30 hours' where id = $1`, [draft.body.id]);
    const line = (await late(coordinator, '&kind=NOTE')).items.find(({ caseId }) => caseId === file.caseId);
    expect(line).toMatchObject({ id: draft.body.id, worker: { id: worker.id } });
    expect((await coordinator.get(`/api/notes/${draft.body.id}`)).status).toBe(404);
    expect((await late(await house.as('COORDINATOR', house.offices.south))).items).toEqual([]);
  });

  it('is found by kind and by worker, goes on by keyset with each line once, and says how much there is of each kind', async () => {
    await set(`assessment_due = current_date - 5, plan_due = current_date - 4`);
    const other = await house.as('CASEWORKER');
    const theirs = await admittedFile(house, coordinator, other);
    await house.sql(`update case_file set assessment_due = current_date - 6 where id = $1`, [theirs.caseId]);
    const all = await late(coordinator);
    expect(all.kinds.reduce((sum, { total }) => sum + total, 0)).toBe(all.total);
    expect((await late(coordinator, `&worker=${other.id}`)).items.map(({ caseId, kind }) => [caseId, kind])).toEqual([
      [theirs.caseId, 'ASSESSMENT'],
    ]);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Awaited<ReturnType<typeof late>> = (
        await coordinator.get(`/api/board/overdue?limit=2${cursor ? `&cursor=${cursor}` : ''}`)
      ).body;
      expect(page.total).toBe(all.total);
      seen.push(...page.items.map(({ kind, id }) => `${kind} ${id}`));
      cursor = page.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([all.total, all.total]);
    expect((await coordinator.get('/api/board/overdue?kind=NOTHING')).status).toBe(422);
  });
});

describe('who is in danger, and who carries how much', () => {
  it('shows high and imminent risk, the gravest first, with the next look, the last contact and the safety plan', async () => {
    const [high, imminent, low] = [await opened(), await opened(), await opened()];
    await step(worker, high, 'risk-assessments', assessment({ TH1: 'PRESENT' }, 'HIGH'));
    await step(worker, imminent, 'risk-assessments', assessment({ SH2: 'PRESENT' }, 'IMMINENT'));
    await step(worker, low, 'risk-assessments', assessment());
    await house.sql(
      `update case_file set safety_plan_due = now() - interval '1 hour', risk_review_at = now() - interval '1 minute' where id = $1`,
      [high.caseId],
    );
    const items: { id: string; level: string; reviewLate: boolean; safetyPlan: string | null; contactLate: boolean }[] = (
      await coordinator.get('/api/board/high-risk?limit=100')
    ).body.items;
    const at = ({ caseId }: AdmittedFile) => items.findIndex(({ id }) => id === caseId);
    expect([at(imminent) < at(high), at(low)]).toEqual([true, -1]);
    expect(items[at(high)]).toMatchObject({ level: 'HIGH', reviewLate: true, safetyPlan: 'LATE', contactLate: false });
    expect(items[at(imminent)]).toMatchObject({ level: 'IMMINENT', reviewLate: false, safetyPlan: 'DUE' });
    const first = (await coordinator.get('/api/board/high-risk?limit=1')).body;
    const next = (await coordinator.get(`/api/board/high-risk?limit=100&cursor=${first.next}`)).body;
    expect([first.items[0].id, ...next.items.map(({ id }: { id: string }) => id)]).toEqual(items.map(({ id }) => id));
  });

  it('R-CA-05: adds up what each worker carries, against the limits; R-CA-10: says who is away, and who stands in', async () => {
    const [carrier, deputy] = [await house.as('CASEWORKER'), await house.as('CASEWORKER')];
    for (const level of ['IMMINENT', 'HIGH', 'MEDIUM', 'LOW', null]) {
      const { caseId } = await admittedFile(house, coordinator, carrier);
      await house.sql('update case_file set risk_level = $2 where id = $1', [caseId, level]);
    }
    const resting = await admittedFile(house, coordinator, carrier);
    await house.sql(`update case_file set state = 'ON_HOLD', hold_reason = 'HOSPITAL', hold_review_on = current_date + 9 where id = $1`, [
      resting.caseId,
    ]);
    const of = async (person: Person) =>
      (await coordinator.get('/api/board/capacity')).body.workers.find(({ id }: { id: string }) => id === person.id);
    expect(await of(carrier)).toMatchObject({ name: carrier.name, openCases: 6, highRisk: 2, points: 11.3, level: 'FREE', absence: null });
    expect(await of(deputy)).toMatchObject({ openCases: 0, points: 0, level: 'FREE' });
    const away = await coordinator.post('/api/absences', {
      staffId: carrier.id,
      officeId: house.offices.north.id,
      from: dayAhead(0),
      until: dayAhead(12),
    });
    expect((await of(carrier)).absence).toMatchObject({ from: dayAhead(0), deputy: null, deputyMissing: true });
    await coordinator.post(`/api/absences/${away.body.id}/deputy`, { deputyId: deputy.id });
    expect((await of(carrier)).absence).toMatchObject({ deputy: { name: deputy.name }, deputyMissing: false });
    await house.sql(`update case_file set risk_level = 'IMMINENT' where primary_worker_id = $1 and state <> 'ON_HOLD'`, [carrier.id]);
    expect(await of(carrier)).toMatchObject({ points: 20.3, level: 'SOFT' });
  });
});
