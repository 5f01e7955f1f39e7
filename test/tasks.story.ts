import './support/patience';
import { raiseAsJob, settleAsJob } from '../apps/api/src/tasks/task.records';
import { type AdmittedFile, admittedFile } from './support/admitted-file';
import { type House, openHouse, type Person } from './support/house';
import { asJob } from './support/as-job';

let house: House;
let coordinator: Person;
let worker: Person;
beforeAll(async () => {
  house = await openHouse();
  coordinator = await house.as('COORDINATOR');
  worker = await house.as('CASEWORKER');
});
afterAll(() => house.close());

const opened = (more: object = {}): Promise<AdmittedFile> => admittedFile(house, coordinator, worker, more);

describe('a task that the house asks for', () => {
  it('is the primary worker’s, is asked for once, and ends when its reason is gone', async () => {
    const { caseId } = await opened();
    const recordId = caseId;
    const task = { kind: 'CONSENT_EXPIRES', caseId, dueOn: '2026-12-01', recordId, dedupeKey: `consent:${caseId}:30` } as const;
    const [first, second] = await asJob(house, async (work) => [await raiseAsJob(work, task), await raiseAsJob(work, task)]);
    expect([typeof first, second]).toEqual(['string', null]);
    const row = async () => (await house.sql('select owner_id, follows_worker, status, end_reason from task where id = $1', [first]))[0];
    expect(await row()).toMatchObject({ owner_id: worker.id, follows_worker: true, status: 'OPEN' });
    await asJob(house, (work) => settleAsJob(work, 'CONSENT_EXPIRES', recordId));
    expect(await row()).toMatchObject({ status: 'CANCELLED', end_reason: 'REASON_GONE' });
  });

  it('of the office belongs to any of its coordinators', async () => {
    const { caseId } = await opened();
    await asJob(house, (work) => raiseAsJob(work, { kind: 'MISSING_PROTOCOL', caseId, dueOn: '2026-12-01' }));
    const [row] = await house.sql('select owner_id, for_coordinators, priority from task where case_id = $1', [caseId]);
    expect(row).toEqual({ owner_id: null, for_coordinators: true, priority: 'P1' });
  });
});
