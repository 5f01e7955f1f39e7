import { fileOnPaper, onTeam } from './support/file-on-paper';
import { type House, openHouse, type Person } from './support/house';

let house: House;
let worker: Person;
let coordinator: Person;

interface Item {
  kind: string;
  group: string;
  id: string;
  caseRef: string | null;
  late: boolean;
  due: string | null;
}

const dayOf = async (
  person: Person,
): Promise<{ items: Item[]; groups: { group: string; total: number }[]; caseload: { openCases: number; points: number } | null }> =>
  (await person.get('/api/day')).body;
const kinds = async (person: Person) => (await dayOf(person)).items.map(({ kind }) => kind);

/** An enquiry as it lies in the office; `set` is SQL for what this one is about. */
async function enquiryWith(columns: Record<string, unknown> = {}, office = house.offices.north): Promise<string> {
  const id = crypto.randomUUID();
  const row = {
    id,
    org_id: office.orgId,
    office_id: office.id,
    state: 'ENQUIRY',
    source: 'SELF',
    language: 'fa',
    country: 'AL',
    immediate_danger: 'NO',
    callback_safe: true,
    received_at: new Date(),
    received_by: worker.id,
    first_response_due: new Date(Date.now() + 86_400_000),
    sealed: Buffer.from('x'),
    ...columns,
  };
  const names = Object.keys(row);
  await house.sql(
    `insert into enquiry (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  );
  return id;
}

/** The client of a paper file cannot be opened, so a story about its case asks the day of somebody whose team row does not open the person. */
async function caseWith(set: string): Promise<string> {
  const { caseId, clientId } = await fileOnPaper(house, worker);
  await house.sql(`update case_file set ${set} where id = $1`, [caseId]);
  await house.sql(`update case_team set classes = '{CASE,NOTES}' where client_id = $1`, [clientId]);
  return caseId;
}

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.sql('truncate client, enquiry, access_block cascade');
  worker = await house.as('CASEWORKER');
  coordinator = await house.as('COORDINATOR');
});

describe('my day', () => {
  it('is quiet when nothing waits', async () => {
    expect(await dayOf(worker)).toEqual({
      items: [],
      groups: ['DANGER', 'DUE', 'WAITING', 'UNSIGNED'].map((group) => ({ group, total: 0 })),
      caseload: null,
    });
  });

  it('puts an enquiry in danger first, whatever else is late', async () => {
    await enquiryWith({ first_response_due: new Date(Date.now() - 86_400_000) });
    await enquiryWith({ immediate_danger: 'YES' });
    const { items } = await dayOf(worker);
    expect(items.map(({ kind, late }) => [kind, late])).toEqual([
      ['ENQUIRY_IN_DANGER', false],
      ['FIRST_RESPONSE', true],
    ]);
  });

  it('2.6: a danger is due now, whatever the clocks of the enquiry say, and late when nobody has it within the hour', async () => {
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
    const received = new Date(Date.now() - 120 * 60_000);
    const danger = { immediate_danger: 'YES', state: 'INTAKE', intake_started_at: new Date(), intake_due: inDays(5) };
    const [waiting, taken, young] = [
      await enquiryWith({ ...danger, case_ref: 'ABCDEF-1', received_at: received }),
      await enquiryWith({
        ...danger,
        case_ref: 'ABCDEF-2',
        received_at: received,
        danger_taken_by: worker.id,
        danger_taken_at: new Date(),
      }),
      await enquiryWith({ ...danger, case_ref: 'ABCDEF-3' }),
    ];
    const quiet = await enquiryWith({ ...danger, case_ref: 'ABCDEF-4', immediate_danger: 'NO', intake_by: worker.id });
    const { items } = await dayOf(worker);
    const lineOf = (id: string) => items.find((item) => item.id === id);
    expect([waiting, taken, young].map((id) => lineOf(id)?.late)).toEqual([true, false, false]);
    expect([waiting, taken].map((id) => lineOf(id)?.due)).toEqual([received.toISOString(), received.toISOString()]);
    expect(new Date(lineOf(young)?.due ?? '').getTime()).toBeLessThanOrEqual(Date.now());
    expect([lineOf(quiet)?.kind, lineOf(quiet)?.due]).toEqual(['INTAKE', danger.intake_due.toISOString()]);
  });

  it('shows what is due in one’s own cases, and to the coordinator what is late', async () => {
    await caseWith(`assessment_due = current_date + 3`);
    const late = await caseWith(`state = 'PLANNING', plan_due = current_date - 1`);
    await caseWith(`assessment_due = current_date + 30`);
    expect((await dayOf(worker)).items.map(({ kind }) => kind)).toEqual(['PLAN', 'ASSESSMENT']);
    expect((await dayOf(worker)).caseload).toMatchObject({ openCases: 3, points: 4.5 });
    const [row] = await house.sql<{ seen: boolean }>(`select exists (select from case_file where id = $1) as seen`, [late]);
    expect(row.seen).toBe(true);
  });

  it('shows a draft to its author, and to nobody else', async () => {
    const file = await fileOnPaper(house, worker);
    await house.sql(`update case_team set classes = '{CASE,NOTES}' where client_id = $1`, [file.clientId]);
    const colleague = await house.as('CASEWORKER');
    await onTeam(house, file, colleague);
    await house.sql(`update case_team set classes = '{CASE,NOTES}' where client_id = $1`, [file.clientId]);
    await worker.post(`/api/cases/${file.caseId}/note-drafts`, { type: 'CONTACT', happenedAt: new Date().toISOString() });
    expect((await dayOf(worker)).items).toMatchObject([{ kind: 'DRAFT', caseRef: file.caseRef }]);
    expect(await kinds(colleague)).toEqual([]);
  });

  it('asks the coordinator to decide an admission; not the one who proposed it, not another office', async () => {
    await enquiryWith({
      state: 'INTAKE',
      case_ref: 'ABCDEF-1',
      intake_by: worker.id,
      intake_due: new Date(Date.now() + 86_400_000),
      intake_started_at: new Date(),
      proposed_at: new Date(),
      proposed_by: worker.id,
    });
    expect(await kinds(coordinator)).toEqual(['ADMISSION']);
    expect(await kinds(worker)).toEqual([]);
    expect(await kinds(await house.as('COORDINATOR', house.offices.south))).toEqual([]);
    expect(await kinds(await house.as('COORDINATOR', house.offices.elsewhere))).toEqual([]);
  });

  it('tells the one who is asked to join a case, with nothing of the client', async () => {
    const file = await fileOnPaper(house, worker);
    const asked = await house.as('COUNSELLOR');
    await onTeam(house, file, asked);
    await house.sql('update case_team set starts_at = null, member_answer = null, member_answered_at = null where staff_id = $1', [
      asked.id,
    ]);
    expect((await dayOf(asked)).items).toMatchObject([{ kind: 'TEAM_QUESTION', caseRef: null, name: null, pseudonym: null }]);
  });

  it('R-AC-14: is empty of clients and enquiries for one who declared a tie; the colleague sees them', async () => {
    await enquiryWith({ immediate_danger: 'YES' });
    const tied = await house.as('CASEWORKER');
    await house.sql(`update staff_member set tie_state = 'DECLARED' where id = $1`, [tied.id]);
    expect([await kinds(tied), await kinds(worker)]).toEqual([[], ['ENQUIRY_IN_DANGER']]);
  });

  it('R-AC-01: shows a blocked person nothing of the enquiry they are blocked from', async () => {
    const id = await enquiryWith({ immediate_danger: 'YES' });
    const { orgId, id: officeId } = house.offices.north;
    await house.sql(
      `insert into access_block (id, org_id, office_id, subject_id, staff_id, kind, source) values ($1, $2, $3, $4, $5, 'RELATIVE', 'SAFETY')`,
      [crypto.randomUUID(), orgId, officeId, id, coordinator.id],
    );
    expect([await kinds(coordinator), await kinds(worker)]).toEqual([[], ['ENQUIRY_IN_DANGER']]);
  });

  it('is closed to auditor, admin and partner, who have other first pages', async () => {
    for (const role of ['AUDITOR', 'ADMIN', 'PARTNER'] as const) expect((await (await house.as(role)).get('/api/day')).status).toBe(403);
    for (const role of ['COUNSELLOR', 'LEGAL', 'HOUSING', 'FAMILY_LINKS'] as const)
      expect((await (await house.as(role)).get('/api/day')).status).toBe(200);
  });
});
