import './support/patience';
import { newId } from '../apps/api/src/platform/new-id';
import { type AdmittedFile, admittedFile } from './support/admitted-file';
import { type House, openHouse, type Person } from './support/house';
import { dayAhead } from './support/plan-on-file';

let house: House;
let coordinator: Person;
let worker: Person;
beforeEach(async () => {
  house = await openHouse();
  [coordinator, worker] = [await house.as('COORDINATOR'), await house.as('CASEWORKER')];
});
afterEach(() => house.close());

interface Cell {
  key: string;
  name: string | null;
  column: string | null;
  count: number;
  of: number;
}
interface Report {
  code: string;
  definition: number;
  count: number;
  of: number;
  cells: Cell[];
  flow: Cell[];
  leftOut: { reason: string; count: number }[];
}
const report = async (path: string, by: Person = coordinator): Promise<Report> => (await by.get(`/api/reports/${path}`)).body;
const opened = async (daysAgo: number, who: Person = worker): Promise<AdmittedFile> => {
  const file = await admittedFile(house, coordinator, who);
  await house.sql(
    `update case_file set opened_on = current_date - $2::int, assessment_due = current_date - $2::int + 14, plan_due = current_date - $2::int + 21 where id = $1`,
    [file.caseId, daysAgo],
  );
  return file;
};
/** An assessment that became final so many days ago. */
const assessed = ({ caseId }: AdmittedFile, level: string, daysAgo: number) =>
  house.sql(
    `insert into risk_assessment (id, org_id, office_id, client_id, case_id, author_id, state, assessed_at, floor, level, final_at, review_at, sealed)
     select $1, org_id, office_id, client_id, id, $3, 'FINAL', now() - make_interval(days => $5), 'LOW', $4, now() - make_interval(days => $5), now(), '' from case_file where id = $2`,
    [newId(), caseId, worker.id, level, daysAgo],
  );
const contact = ({ caseId }: AdmittedFile, daysAgo: number, type = 'CONTACT', state = 'FINAL') =>
  house.sql(
    `insert into case_note (id, org_id, office_id, client_id, case_id, author_id, type, class, state, happened_at, signed_at, sealed)
     select $1, org_id, office_id, client_id, id, $3, $5, 'CONFIDENTIAL', $6, now() - make_interval(days => $4), case when $6 = 'DRAFT' then null else now() end, '' from case_file where id = $2`,
    [newId(), caseId, worker.id, daysAgo, type, state],
  );
const approved = ({ caseId }: AdmittedFile, daysAgo: number) =>
  house.sql(
    `insert into plan_version (id, org_id, office_id, client_id, case_id, number, state, author_ids, submitted_at, submitted_by, approved_at, approved_by, review_due, sealed)
     select $1, org_id, office_id, client_id, id, 1, 'APPROVED', array[$3::uuid], now(), $3, now() - make_interval(days => $5), $4, current_date + 60, '' from case_file where id = $2`,
    [newId(), caseId, worker.id, coordinator.id, daysAgo],
  );

describe('P-07: what is late', () => {
  it('is counted of all that is open of its kind, by worker too, and by how late', async () => {
    const other = await house.as('CASEWORKER');
    const [first, second, third] = [await opened(40), await opened(3), await opened(20, other)];
    await house.sql(`update case_file set plan_due = current_date + 30`);
    for (const [file, due] of [
      [first, -40],
      [second, 9],
      [third, -3],
    ] as const)
      await house.sql(`update case_file set assessment_due = current_date + $2::int where id = $1`, [file.caseId, due]);
    const byKind = await report('overdue');
    expect([byKind.code, byKind.definition]).toEqual(['P-07', 1]);
    expect(byKind.cells).toEqual([
      { key: 'ASSESSMENT', name: null, column: null, count: 2, of: 3 },
      { key: 'PLAN', name: null, column: null, count: 0, of: 3 },
    ]);
    expect([byKind.count, byKind.of]).toEqual([2, 6]);
    const byWorker = (await report('overdue?by=worker')).cells.filter(({ column }) => column === 'ASSESSMENT');
    expect(byWorker.map(({ name, count, of }) => [name, count, of]).sort()).toEqual(
      [
        [other.name, 1, 1],
        [worker.name, 1, 2],
      ].sort(),
    );
    expect((await report('overdue?by=late')).cells.map(({ key, count, of }) => [key, count, of])).toEqual([
      ['D0_7', 1, 6],
      ['D31_90', 1, 6],
      ['D8_30', 0, 6],
      ['D91_UP', 0, 6],
    ]);
  });

  it('counts what the list behind it shows, and says what it left out', async () => {
    const file = await opened(3);
    await worker.post(`/api/cases/${file.caseId}/tasks`, { kind: 'FOLLOW_UP', dueOn: dayAhead(0) });
    await worker.post(`/api/cases/${file.caseId}/tasks`, { kind: 'FOLLOW_UP', dueOn: dayAhead(1) });
    await house.sql(`update task set due_on = current_date - 2 where due_on = $1`, [dayAhead(0)]);
    expect((await report('overdue')).cells.find(({ key }) => key === 'TASK')).toMatchObject({ count: 1, of: 2 });
    expect((await coordinator.get('/api/board/overdue?kind=TASK')).body.total).toBe(1);
    await house.sql(`update task set paused_on = current_date where due_on < current_date`);
    const paused = await report('overdue');
    expect(paused.cells.find(({ key }) => key === 'TASK')).toMatchObject({ count: 0, of: 1 });
    expect(paused.leftOut).toEqual([{ reason: 'PAUSED', count: 1 }]);
  });
});

describe('P-08: contact in the rhythm of the level', () => {
  const ofLevel = async (level: string) => (await report('contact-standard')).cells.find(({ key }) => key === level);

  it('R-RI-11: a week is kept when at no time more than one cadence lay between contacts', async () => {
    const file = await opened(100);
    await assessed(file, 'HIGH', 90);
    expect(await ofLevel('HIGH')).toMatchObject({ count: 0, of: 4 });
    for (const ago of [31, 25, 19, 13, 7]) await contact(file, ago);
    // the last was seven days ago to the minute: from now on one is due, and until now none was
    await contact(file, 6);
    expect(await ofLevel('HIGH')).toMatchObject({ count: 4, of: 4 });
  });

  it('R-RI-11: a gap spoils the weeks it lies in, and no other', async () => {
    const file = await opened(100);
    await assessed(file, 'HIGH', 90);
    for (const ago of [31, 25, 7, 1]) await contact(file, ago);
    // from 25 days ago a call was due within 7: the weeks of the days 21 to 15 and 14 to 8 are spoiled
    expect(await ofLevel('HIGH')).toMatchObject({ count: 2, of: 4 });
  });

  it('R-CA-07: only a contact that was had and signed counts; R-RI-11: at low every 30 days is enough', async () => {
    const file = await opened(100);
    await assessed(file, 'LOW', 90);
    for (const [type, state] of [
      ['ATTEMPT', 'FINAL'],
      ['CONTACT', 'DRAFT'],
      ['THIRD_PARTY', 'FINAL'],
    ])
      await contact(file, 29, type, state);
    expect(await ofLevel('LOW')).toMatchObject({ count: 0, of: 4 });
    await contact(file, 29);
    expect(await ofLevel('LOW')).toMatchObject({ count: 4, of: 4 });
  });

  it('counts by the level that stood when the week began; weeks before the first assessment are left out and said', async () => {
    const file = await opened(100);
    await assessed(file, 'LOW', 15);
    await contact(file, 20);
    const { cells, leftOut, count, of } = await report('contact-standard?by=worker');
    expect(cells).toEqual([{ key: worker.id, name: worker.name, column: 'LOW', count: 2, of: 2 }]);
    expect([count, of, leftOut]).toEqual([2, 2, [{ reason: 'NOT_ASSESSED', count: 2 }]]);
  });

  it('takes the period that is asked for, in whole weeks; what cannot be is refused with the field', async () => {
    const file = await opened(100);
    await assessed(file, 'LOW', 90);
    expect(await report(`contact-standard?from=${dayAhead(-20)}&to=${dayAhead(-1)}`)).toMatchObject({ of: 2 });
    const refused = await coordinator.get(`/api/reports/contact-standard?from=${dayAhead(-1)}&to=${dayAhead(-9)}`);
    expect([refused.status, refused.body.code, refused.body.fields]).toEqual([422, 'period', { from: ['after-end'] }]);
    expect((await coordinator.get('/api/reports/contact-standard?from=2026-13-01')).status).toBe(422);
  });
});

describe('the list behind each number', () => {
  interface Behind {
    items: { id: string; level?: string; count: number; of: number; assessed?: boolean; planned?: boolean }[];
    total: number;
    count: number;
    of: number;
  }
  const behind = async (path: string, by: Person = coordinator): Promise<Behind> => (await by.get(`/api/reports/${path}`)).body;

  it('P-08: names the cases whose weeks were counted; together they are the number', async () => {
    const [good, bad] = [await opened(100), await opened(100)];
    for (const file of [good, bad]) await assessed(file, 'HIGH', 90);
    for (const ago of [31, 25, 19, 13, 7, 6]) await contact(good, ago);
    const { count, of, items, total } = await behind('contact-standard/cases?level=HIGH');
    expect(items.map(({ id, count: kept, of: weeks }) => [id, kept, weeks])).toEqual([
      [bad.caseId, 0, 4],
      [good.caseId, 4, 4],
    ]);
    const { cells } = await report('contact-standard');
    expect([{ key: 'HIGH', count, of }, total]).toEqual([{ key: 'HIGH', count: cells[0]?.count, of: cells[0]?.of }, 2]);
    expect((await behind('contact-standard/cases?level=LOW')).items).toEqual([]);
    expect((await behind(`contact-standard/cases?worker=${worker.id}`)).total).toBe(2);
    expect((await behind('contact-standard/cases?worker=NONE')).total).toBe(0);
    const first = (await coordinator.get('/api/reports/contact-standard/cases?limit=1')).body;
    const second = (await coordinator.get(`/api/reports/contact-standard/cases?limit=1&cursor=${String(first.next)}`)).body;
    expect([first.items[0].id, second.items[0].id, second.next]).toEqual([bad.caseId, good.caseId, null]);
  });

  it('P-09: names the cases in which both, one or none of the promises were kept', async () => {
    const [both, lateAssessment, noPlan, young] = [await opened(60), await opened(60), await opened(60), await opened(5)];
    await assessed(both, 'LOW', 50);
    await approved(both, 45);
    await assessed(lateAssessment, 'LOW', 30);
    await approved(lateAssessment, 45);
    await assessed(noPlan, 'LOW', 50);
    const ids = async (question: string) => (await behind(`on-time/cases${question}`)).items.map(({ id }) => id).sort();
    const sorted = (...files: AdmittedFile[]) => files.map(({ caseId }) => caseId).sort();
    expect(await ids('')).toEqual(sorted(both, lateAssessment, noPlan));
    expect(await ids('?kept=YES')).toEqual([both.caseId]);
    expect(await ids('?kept=NO')).toEqual(sorted(lateAssessment, noPlan));
    expect(await ids('?kept=YES&part=PLAN')).toEqual(sorted(both, lateAssessment));
    expect(await ids(`?office=${house.offices.south.id}`)).toEqual([]);
    expect(await ids('')).not.toContain(young.caseId);
    const pages = (await coordinator.get('/api/reports/on-time/cases?limit=2')).body;
    expect((await coordinator.get(`/api/reports/on-time/cases?limit=2&cursor=${String(pages.next)}`)).body.items).toHaveLength(1);
  });

  it('is the coordinator’s of that office alone, and names nobody behind a block (R-AC-01)', async () => {
    const file = await opened(60);
    await assessed(file, 'LOW', 50);
    for (const list of ['contact-standard/cases', 'on-time/cases']) {
      expect((await behind(list)).total).toBe(1);
      expect((await worker.get(`/api/reports/${list}`)).status).toBe(403);
      expect((await behind(list, await house.as('COORDINATOR', house.offices.south))).total).toBe(0);
    }
    await house.sql(
      `insert into access_block (id, org_id, office_id, subject_id, staff_id, kind, source) values ($1, $2, $3, $4, $5, 'RELATIVE', 'CLIENT_STATED')`,
      [newId(), house.offices.north.orgId, house.offices.north.id, file.clientId, coordinator.id],
    );
    for (const list of ['contact-standard/cases', 'on-time/cases']) expect((await behind(list)).total).toBe(0);
  });
});

describe('P-09: assessment and plan in time', () => {
  it('R-CA-03: counts cases whose 15 working days are over, with both kept, and each by itself', async () => {
    const [both, lateAssessment, noPlan, young] = [await opened(60), await opened(60), await opened(60), await opened(5)];
    await assessed(both, 'LOW', 50);
    await approved(both, 45);
    await assessed(lateAssessment, 'LOW', 30);
    await approved(lateAssessment, 45);
    await assessed(noPlan, 'LOW', 50);
    await assessed(young, 'LOW', 4);
    const { cells, leftOut, count, of } = await report('on-time');
    expect(cells.map(({ column, count: some, of: all }) => [column, some, all])).toEqual([
      ['ASSESSMENT', 2, 3],
      ['BOTH', 1, 3],
      ['PLAN', 2, 3],
    ]);
    expect([count, of, leftOut]).toEqual([1, 3, [{ reason: 'TOO_YOUNG', count: 1 }]]);
    expect((await report(`on-time?from=${dayAhead(-20)}`)).of).toBe(0);
  });
});

describe('P-10: how risk lies, and how it moves', () => {
  it('counts clients by the level that stands on the last day, and from which level to which since the first', async () => {
    const [fell, stayed, rose, unknown] = [await opened(90), await opened(90), await opened(90), await opened(90)];
    await assessed(fell, 'HIGH', 60);
    await assessed(fell, 'MEDIUM', 10);
    await assessed(stayed, 'LOW', 60);
    await assessed(rose, 'IMMINENT', 3);
    expect(unknown.caseId).toBeTruthy();
    const { cells, flow, leftOut, count, of } = await report('risk-profile');
    expect(cells.map(({ column, count: some, of: all }) => [column, some, all])).toEqual([
      ['HIGH', 0, 3],
      ['IMMINENT', 1, 3],
      ['LOW', 1, 3],
      ['MEDIUM', 1, 3],
    ]);
    expect(flow.map(({ key, column, count: some, of: all }) => [key, column, some, all])).toEqual([
      ['HIGH', 'MEDIUM', 1, 1],
      ['LOW', 'LOW', 1, 1],
    ]);
    expect([count, of]).toEqual([1, 3]);
    expect(leftOut).toEqual([
      { reason: 'NOT_ASSESSED', count: 1 },
      { reason: 'NOT_AT_START', count: 1 },
    ]);
    const earlier = await report(`risk-profile?from=${dayAhead(-50)}&to=${dayAhead(-20)}`);
    expect(earlier.cells.filter(({ count: some }) => some > 0).map(({ column }) => column)).toEqual(['HIGH', 'LOW']);
  });
});

it('each report is the coordinator’s of that office alone, counts nothing behind a block, and is a table of counts for a spreadsheet', async () => {
  const file = await opened(60);
  await assessed(file, 'HIGH', 50);
  const south = await house.as('COORDINATOR', house.offices.south);
  for (const path of ['overdue', 'contact-standard', 'on-time', 'risk-profile']) {
    expect([(await worker.get(`/api/reports/${path}`)).status, (await worker.get(`/api/reports/${path}.csv`)).status]).toEqual([403, 403]);
    expect([(await report(path)).of > 0, (await report(path, south)).of]).toEqual([true, 0]);
    const { text, headers, status } = await coordinator.get(`/api/reports/${path}.csv`);
    expect([status, String(headers['content-type'])]).toEqual([200, 'text/csv; charset=utf-8']);
    expect([text.startsWith('P-'), text.includes(file.name), text.includes(file.caseRef), text.includes(file.caseId)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  }
  await worker.post(`/api/cases/${file.caseId}/blocks`, { staffId: coordinator.id, kind: 'RELATIVE', source: 'CLIENT_STATED' });
  for (const path of ['overdue', 'contact-standard', 'on-time', 'risk-profile']) expect((await report(path)).of).toBe(0);
});
