import { randomUUID } from 'node:crypto';
import { admittedFile, type AdmittedFile } from './support/admitted-file';
import { bring as brought } from './support/brought';
import { onTeam } from './support/file-on-paper';
import { type House, openHouse, type Person } from './support/house';
import * as papers from './support/papers';

interface Line {
  id: string;
  at: string;
  note: { body: string | null; type: string } | null;
  step: { subject: string; action: string; by: { name: string } | null } | null;
}
interface Page {
  items: Line[];
  drafts: unknown[];
  next: string | null;
  types: string[];
}

let house: House;
let coordinator: Person;
let worker: Person;
let file: AdmittedFile;
beforeAll(async () => {
  house = await openHouse();
  coordinator = await house.as('COORDINATOR');
  worker = await house.as('CASEWORKER');
});
afterAll(() => house.close());
beforeEach(async () => {
  file = await admittedFile(house, coordinator, worker);
});

const page = async (by: Person, asked: Record<string, string> = {}): Promise<Page> => {
  const { status, body } = await by.get(`/api/cases/${file.caseId}/timeline?${new URLSearchParams(asked).toString()}`);
  expect(status).toBe(200);
  return body as Page;
};
const wrote = async (body: string, type = 'CONTACT'): Promise<void> => {
  const contact = type === 'CONTACT' ? { direction: 'OUTGOING', channel: 'PHONE_CALL' } : {};
  const { status } = await worker.post(`/api/cases/${file.caseId}/notes`, { type, happenedAt: new Date().toISOString(), body, ...contact });
  expect(status).toBe(201);
};
/** As a capability of its own records a step. */
const moved = (type: string, at = new Date().toISOString()) =>
  house.sql(
    `insert into process_step (id, org_id, office_id, client_id, subject_type, subject_id, action, from_state, to_state, by_id, at)
     values ($1, $2, $3, $4, $5, $6, 'report', null, 'REPORTED', $7, $8)`,
    [randomUUID(), house.offices.north.orgId, house.offices.north.id, file.clientId, type, randomUUID(), worker.id, at],
  );
const told = ({ items }: Page): string[] => items.map(({ note, step }) => note?.body ?? `${step?.subject} ${step?.action}`);

describe('the timeline of a file', () => {
  it('tells notes and steps in one stream, newest first, with who did it', async () => {
    await wrote('She has the letter.');
    await moved('incident');
    await wrote('All is quiet.');
    const { items, types } = await page(worker);
    expect(told({ items } as Page)).toEqual(['All is quiet.', 'incident report', 'She has the letter.', 'case open']);
    expect(items[1]?.step?.by?.name).toBe(worker.name);
    expect(types).toContain('CONTACT');
  });

  it('shows a step to whoever may read what moved, and to nobody else', async () => {
    const housing = await house.as('HOUSING');
    await onTeam(house, file, housing);
    await wrote('She has the letter.');
    await moved('incident');
    await moved('something-of-later');
    expect(told(await page(housing))).toEqual(expect.not.arrayContaining(['incident report', 'She has the letter.']));
    expect(told(await page(housing))).toContain('case open');
    expect(told(await page(coordinator))).toEqual(expect.arrayContaining(['incident report', 'She has the letter.']));
    expect(told(await page(coordinator))).not.toContain('something-of-later report');
  });

  it('tells of a document only to whoever comes to its shelf', async () => {
    const [housing, lawyer] = [await house.as('HOUSING'), await house.as('LEGAL')];
    for (const member of [housing, lawyer]) await onTeam(house, file, member);
    const bring = (type: string) =>
      brought(worker, `/api/cases/${file.caseId}/documents`, papers.text(), {
        fileName: 'scan',
        type,
        title: 'A paper',
        receivedOn: '2026-01-02',
      });
    for (const type of ['LEGAL_MANDATE', 'TENANCY']) expect((await bring(type)).status).toBe(201);
    const documents = async (by: Person) => told(await page(by)).filter((line) => line.startsWith('document'));
    expect(await documents(worker)).toHaveLength(2);
    expect(await documents(lawyer)).toHaveLength(1);
    expect(await documents(housing)).toHaveLength(1);
  });

  it('gives every line once, however it is paged, also when many happened in one moment', async () => {
    const moment = new Date(Date.now() - 60_000).toISOString().replace('Z', '123Z');
    for (let at = 0; at < 7; at++) await moved('incident', moment);
    for (let at = 0; at < 4; at++) await wrote(`Note ${at}`);
    const whole = (await page(worker, { limit: '100' })).items.map(({ id }) => id);
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const part: Page = await page(worker, { limit: '3', ...(cursor ? { cursor } : {}) });
      paged.push(...part.items.map(({ id }) => id));
      cursor = part.next;
    }
    expect(whole.length).toBe(12);
    expect(paged).toEqual(whole);
  });

  it('is narrowed to a kind, or to one type of note', async () => {
    await wrote('She has the letter.');
    await wrote('The form is with the office.', 'ADMIN');
    await moved('incident');
    expect(told(await page(worker, { kind: 'SAFETY' }))).toEqual(['incident report']);
    expect(told(await page(worker, { kind: 'CASE' }))).toEqual(['case open']);
    expect(told(await page(worker, { kind: 'NOTES' }))).toEqual(['The form is with the office.', 'She has the letter.']);
    expect(told(await page(worker, { type: 'ADMIN' }))).toEqual(['The form is with the office.']);
    expect((await worker.get(`/api/cases/${file.caseId}/timeline?kind=SECRETS`)).status).toBe(422);
  });

  it('tells once what a plan does: as the plan’s step to whoever reads it, as the case’s to whoever does not', async () => {
    const housing = await house.as('HOUSING');
    await onTeam(house, file, housing);
    const ofPlan = async (who: Person, asked: Record<string, string> = {}) =>
      told(await page(who, { limit: '100', ...asked })).filter((line) => line.includes('plan'));
    const bySystem = async (subject: string, action: string, at: string) =>
      house.sql(
        `insert into process_step (id, org_id, office_id, client_id, subject_type, subject_id, action, from_state, to_state, by_id, at)
         values ($1, $2, $3, $4, $5, $6, $7, null, 'X', $8, $9)`,
        [randomUUID(), house.offices.north.orgId, house.offices.north.id, file.clientId, subject, randomUUID(), action, worker.id, at],
      );
    const acts: [string, string][] = [
      ['submit', 'submit_plan'],
      ['send_back', 'return_plan'],
      ['approve', 'approve_plan'],
      ['begin', 'revise_plan'],
    ];
    for (const [at, [ofThePlan, ofTheCase]] of acts.entries()) {
      const moment = new Date(Date.now() - (10 - at) * 1000).toISOString();
      await bySystem('plan', ofThePlan, moment);
      await bySystem('case', ofTheCase, moment);
    }
    expect(await ofPlan(worker)).toEqual(['plan begin', 'plan approve', 'plan send_back', 'plan submit']);
    expect(await ofPlan(worker, { kind: 'PLAN' })).toEqual(['plan begin', 'plan approve', 'plan send_back', 'plan submit']);
    expect(await ofPlan(housing)).toEqual(['case revise_plan', 'case approve_plan', 'case return_plan', 'case submit_plan']);
    await bySystem('case', 'approve_plan', new Date().toISOString()); // of a plan that left no step of its own
    expect((await ofPlan(worker))[0]).toBe('case approve_plan');
  });

  it('puts the log in the know: which notes were opened and which steps were told', async () => {
    await wrote('She has the letter.');
    await page(worker);
    const [line] = await house.sql<{ word: string; record_count: number; field_classes: string[] }>(
      `select word, record_count, field_classes from audit_event where actor_id = $1 order by at desc limit 1`,
      [worker.id],
    );
    expect(line).toMatchObject({ word: 'case:read', record_count: 3 });
    expect(line?.field_classes).toContain('NOTES');
  });
});
