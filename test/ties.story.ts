import './support/patience';
import { type AdmittedFile, admittedFile } from './support/admitted-file';
import { type Answer, type House, openHouse, type Person } from './support/house';

let house: House;
let coordinator: Person;
let worker: Person;
let other: Person;
let file: AdmittedFile;
let enquiryId: string;
let noteId: string;

beforeAll(async () => {
  house = await openHouse();
  [coordinator, worker, other] = [await house.as('COORDINATOR'), await house.as('CASEWORKER'), await house.as('COORDINATOR')];
  file = await admittedFile(house, coordinator, worker);
  const enquiry = { name: file.name, asked: 'A lawyer.', source: 'SELF', language: 'fa', immediateDanger: 'NO', callbackSafe: true };
  enquiryId = (await worker.post('/api/enquiries', enquiry)).body.id;
  noteId = (await writes(worker)).body.id;
});
afterAll(() => house.close());

const writes = (who: Person): Promise<Answer> =>
  who.post(`/api/cases/${file.caseId}/notes`, {
    type: 'ADMIN',
    happenedAt: new Date(Date.now() - 1000).toISOString(),
    body: 'Both copies.',
  });
const opens = ({ status }: Answer): boolean => status === 200;
const lists = ({ body }: Answer, id: string): boolean => JSON.stringify(body.items ?? []).includes(id);

/** Every door that leads to somebody: which of them are open to this person now. */
async function openDoors(to: Person): Promise<string[]> {
  const { clientId, caseId, name } = file;
  const doors: Record<string, boolean> = {
    client: opens(await to.get(`/api/clients/${clientId}`)),
    header: opens(await to.get(`/api/clients/${clientId}/header`)),
    case: opens(await to.get(`/api/cases/${caseId}`)),
    file: opens(await to.get(`/api/cases/${caseId}/file`)),
    team: opens(await to.get(`/api/cases/${caseId}/team`)),
    'list of cases': lists(await to.get('/api/cases'), caseId),
    enquiry: opens(await to.get(`/api/enquiries/${enquiryId}`)),
    'list of enquiries': lists(await to.get('/api/enquiries'), enquiryId),
    search: lists(await to.post('/api/clients/search', { text: name }), clientId),
    'search of enquiries': lists(await to.post('/api/enquiries/search', { text: name }), enquiryId),
    notes: lists(await to.get(`/api/cases/${caseId}/notes`), noteId),
    note: opens(await to.get(`/api/notes/${noteId}`)),
  };
  return Object.keys(doors).filter((door) => doors[door]);
}

const EVERY_DOOR = [
  'client',
  'header',
  'case',
  'file',
  'team',
  'list of cases',
  'enquiry',
  'list of enquiries',
  'search',
  'search of enquiries',
  'notes',
  'note',
];

describe('R-AC-14: who declares a tie to the group or to a state', () => {
  const declare = (who: Person): Promise<Answer> => who.post('/api/account/tie', { answer: 'DECLARED' });
  const decide = (who: Person, decision: string): Promise<Answer> =>
    other.post(`/api/staff/${who.id}/tie-decision`, { decision, reason: 'talked over in the office' });

  it.each([
    ['a caseworker on the team', () => worker],
    ['a coordinator of the office', () => coordinator],
  ])('%s: every client, case, enquiry, search and note closes at once, stays closed, and opens again', async (_, whoOf) => {
    const who = whoOf();
    expect(await openDoors(who)).toEqual(EVERY_DOOR);

    await declare(who);
    expect(await openDoors(who)).toEqual([]);
    expect(await openDoors(other)).toEqual(EVERY_DOOR);

    await decide(who, 'CLEARED');
    expect(await openDoors(who)).toEqual(EVERY_DOOR);

    await declare(who);
    await decide(who, 'UPHELD');
    expect(await openDoors(who)).toEqual([]);
    expect(await openDoors(other)).toEqual(EVERY_DOOR);
  });

  it('writes nothing there either; their account and the partners stay open', async () => {
    expect((await writes(worker)).status).toBe(404);
    expect((await worker.get('/api/account')).body.tie).toBe('UPHELD');
    expect((await worker.get('/api/partners')).status).toBe(200);
  });
});
