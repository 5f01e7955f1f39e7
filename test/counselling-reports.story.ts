import {
  ago,
  allocated,
  ask,
  type CounsellingDesk,
  must,
  newFile,
  openDesk,
  session,
  signed,
  step,
  underWay,
} from './support/counselling-desk';
import { openHouse, type Person } from './support/house';
import { officeDay } from './support/office-day';

let desk: CounsellingDesk;
const ids: string[] = [];
const day = (back: number): string => officeDay(-back);
const period = `from=${day(60)}&to=${day(0)}`;

/** Requests as a month leaves them: seen after 2, 9 and 20 days, one still waiting, one not taken up, one ended before anybody came. */
beforeAll(async () => {
  desk = await openDesk(await openHouse());
  const asked = (id: string, days: number) =>
    desk.house.sql('update counselling_episode set requested_at = $2 where id = $1', [id, ago(days * 24)]);
  for (const days of [2, 9, 20]) {
    const id = await underWay(desk);
    await asked(id, days + 1);
    await must(session(desk.counsellor, id, { at: ago(24), modality: days === 9 ? 'PHONE' : 'IN_PERSON' }));
    await must(session(desk.counsellor, id, { at: ago(2), status: days === 2 ? 'DNA' : 'CUT_SHORT', riskChecked: undefined }));
    ids.push(id);
    desk = await newFile(desk);
  }
  const waiting = await allocated(desk);
  await asked(waiting, 12);
  await must(session(desk.counsellor, waiting, { at: ago(3), status: 'CANCELLED_CLIENT', riskChecked: undefined }));
  desk = await newFile(desk);
  const declined = await ask(desk);
  await must(step(desk.counsellor, declined, 'triage', { urgency: 'ROUTINE', riskAsked: true }));
  await must(step(desk.counsellor, declined, 'decline', { reason: 'NOT_SUITABLE', alternative: 'A clinic' }));
  desk = await newFile(desk);
  const gone = await allocated(desk);
  await must(step(desk.counsellor, gone, 'onward-referral', { endReason: 'TRANSFERRED' }));
  ids.push(waiting, declined, gone);
});
afterAll(() => desk.house.close());

const report = async (by: Person, path: string) => (await by.get(`/api/reports/${path}`)).body;

describe('P-21: waiting for counselling', () => {
  it('says the median with its quartiles, those who wait apart, and who is not counted with the reason; as plain SQL counts it', async () => {
    const { coordinator, house } = desk;
    const { all, leftOut, code } = await report(coordinator, `counselling-access?${period}`);
    expect([code, all.of, all.seen, all.waiting, all.leftOut]).toEqual(['P-21', 6, 3, 1, 2]);
    expect(leftOut).toEqual([
      { reason: 'COUNSELLING_DECLINED', count: 1 },
      { reason: 'COUNSELLING_ENDED_BEFORE', count: 1 },
    ]);
    const days = await house.sql<{ days: number }>(
      `select min(s.at at time zone 'Europe/Tirane')::date - (e.requested_at at time zone 'Europe/Tirane')::date as days
         from counselling_episode e join counselling_session s on s.episode_id = e.id and s.status = 'ATTENDED' group by e.id, e.requested_at order by days`,
    );
    const [first = 0, middle = 0, last = 0] = days.map((row) => row.days);
    expect([all.lowerDays, all.medianDays, all.upperDays]).toEqual([(first + middle) / 2, middle, (middle + last) / 2]);
    const [so] = await house.sql<{ days: number }>(
      `select (now() at time zone 'Europe/Tirane')::date - (requested_at at time zone 'Europe/Tirane')::date as days from counselling_episode where id = $1`,
      [ids[3]],
    );
    expect(all.waitingMedianDays).toBe(so?.days);
  });

  it('leads from each number to the cases behind it, cut by service or language', async () => {
    const { lead } = desk;
    const { cells } = await report(lead, `counselling-access?by=language&${period}`);
    expect(cells.map(({ key, of }: { key: string; of: number }) => [key, of])).toEqual([['fa', 6]]);
    for (const [part, total] of [
      ['COUNTED', 3],
      ['WAITING', 1],
      ['LEFT_OUT', 2],
    ] as const) {
      const behind = await report(lead, `counselling-access-cases?by=language&key=fa&part=${part}&${period}`);
      expect([behind.total, behind.items.length]).toEqual([total, total]);
    }
  });
});

describe('P-22: attendance', () => {
  it('counts sessions attended of those attended, missed or cut short, by how; the rest is left out with its reason; as plain SQL counts it', async () => {
    const { coordinator, house } = desk;
    const { count, of, cells, leftOut } = await report(coordinator, `counselling-attendance?${period}`);
    const counted = await house.sql<{ key: string; count: number; of: number }>(
      `select modality as key, sum((status = 'ATTENDED')::int)::int as count, count(*)::int as of from counselling_session where status in ('ATTENDED','DNA','CUT_SHORT') group by 1 order by 1`,
    );
    expect([count, of]).toEqual([3, 6]);
    expect(cells).toEqual(counted.map((row) => ({ ...row, name: null, column: null })));
    expect(leftOut).toEqual([{ reason: 'SESSION_CANCELLED_CLIENT', count: 1 }]);
    const behind = await report(coordinator, `counselling-attendance-cases?key=PHONE&part=COUNTED&${period}`);
    expect(behind.total).toBe(1);
  });

  it('has a table of counts, and counts nobody for a counsellor who leads nothing, nor for another office', async () => {
    const { coordinator, counsellor, house } = desk;
    const table = await coordinator.get(`/api/reports/counselling-attendance.csv?${period}`);
    expect([table.status, table.text.includes('IN_PERSON,')]).toEqual([200, true]);
    expect((await coordinator.get(`/api/reports/counselling-access.csv?${period}`)).text).toContain('ALL,6,3');
    const south = await house.as('COORDINATOR', house.offices.south);
    for (const nobody of [counsellor, south]) expect((await report(nobody, `counselling-access?${period}`)).all.of).toBe(0);
  });
});

describe('R-CN-01 in reports', () => {
  it('no number moves when somebody writes a private note', async () => {
    const { counsellor, coordinator, lead } = desk;
    const [id = ''] = ids;
    const numbers = async () =>
      Promise.all(
        [coordinator, lead].flatMap((who) =>
          ['counselling-access', 'counselling-attendance'].map(async (path) => {
            const shown = await report(who, `${path}?${period}`);
            return JSON.stringify({ ...shown, at: null });
          }),
        ),
      );
    const before = await numbers();
    for (const body of ['For myself', 'For myself again'])
      await must(counsellor.post(`/api/counselling/${id}/private-notes`, { type: 'PROCESS', happenedAt: ago(1), body }));
    await signed(counsellor, id, 'PROGRESS');
    expect(await numbers()).toEqual(before);
  });
});
