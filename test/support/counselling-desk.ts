import { type AdmittedFile, admittedFile } from './admitted-file';
import { standingConsent } from './consent-desk';
import { onTeam } from './file-on-paper';
import type { Answer, House, Person } from './house';

/** A file with a counsellor on its team, and somebody who leads counselling in the office. */
export interface CounsellingDesk {
  house: House;
  worker: Person;
  coordinator: Person;
  counsellor: Person;
  lead: Person;
  file: AdmittedFile;
}

export const REQUEST = {
  service: 'SUPPORTIVE',
  source: 'SELF',
  question: 'Sleeps badly and wants to talk.',
  themes: ['SLEEP'],
  preferredGender: 'ANY',
  noTie: true,
};

export async function openDesk(house: House): Promise<CounsellingDesk> {
  const worker = await house.as('CASEWORKER');
  const coordinator = await house.as('COORDINATOR');
  const counsellor = await house.as('COUNSELLOR');
  const lead = await house.as('COUNSELLOR', house.offices.north, 'Somebody who leads', ['LEAD']);
  return newFile({ house, worker, coordinator, counsellor, lead });
}

/** The same people, another client. */
export async function newFile(desk: Omit<CounsellingDesk, 'file'>): Promise<CounsellingDesk> {
  const file = await admittedFile(desk.house, desk.coordinator, desk.worker);
  await onTeam(desk.house, file, desk.counsellor);
  return { ...desk, file };
}

export const must = async (answer: Promise<Answer>, status = 200): Promise<Answer['body']> => {
  const { status: got, text, body } = await answer;
  if (got !== status) throw new Error(`${String(got)} ${text}`);
  return body;
};

/** How somebody agreed in writing, alone and able to decide. */
export const PAPER = { evidence: 'The blue folder', freeChoice: 'ALONE', capacity: 'YES' };

export const ask = async ({ worker, file }: CounsellingDesk, more: object = {}): Promise<string> =>
  (await must(worker.post(`/api/cases/${file.caseId}/counselling`, { ...REQUEST, ...more }), 201)).id as string;

export const step = (by: Person, id: string, path: string, body: object = {}): Promise<Answer> =>
  by.post(`/api/counselling/${id}/${path}`, body);

export const allocation = ({ counsellor, lead }: CounsellingDesk): object => ({
  counsellorId: counsellor.id,
  supervisorId: lead.id,
  preferenceRespected: true,
});

/** Asked for, looked at, agreed to, and given to the counsellor. */
export async function allocated(desk: CounsellingDesk, more: object = {}): Promise<string> {
  const id = await ask(desk, more);
  await must(step(desk.counsellor, id, 'triage', { urgency: 'ROUTINE', riskAsked: true }));
  await standingConsent(desk.worker, desk.file.caseId, { purpose: 'C07_COUNSELLING', recipients: [] });
  await must(step(desk.lead, id, 'allocation', allocation(desk)));
  return id;
}

export const ago = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

export const noteOf = (type: string, more: object = {}): object => ({
  type,
  happenedAt: ago(1),
  body: `What belongs to ${type}.`,
  ...more,
});

/** A record note, written and signed. */
export async function signed(by: Person, id: string, type: string, more: object = {}): Promise<Answer['body']> {
  const draft = await must(by.post(`/api/counselling/${id}/notes`, noteOf(type, more)), 201);
  return must(by.post(`/api/clinical-notes/${draft.id as string}/signature`, noteOf(type, more), { version: draft.version as number }));
}

export async function underWay(desk: CounsellingDesk): Promise<string> {
  const id = await allocated(desk);
  await signed(desk.counsellor, id, 'ASSESSMENT');
  await must(step(desk.counsellor, id, 'beginning', { goals: 'To sleep through.', limitsExplained: true }));
  return id;
}

export const SESSION = { modality: 'IN_PERSON', minutes: 50 };
export const session = (by: Person, id: string, more: object = {}): Promise<Answer> =>
  by.post(`/api/counselling/${id}/sessions`, { ...SESSION, at: ago(2), status: 'ATTENDED', riskChecked: 'YES', ...more });

export const license = ({ lead, house }: Pick<CounsellingDesk, 'lead' | 'house'>, instrument: string, more: object = {}): Promise<Answer> =>
  lead.post('/api/instruments', {
    officeId: house.offices.north.id,
    instrument,
    language: 'fa',
    textSource: 'The paper form in the cupboard',
    versionLabel: '1',
    ...more,
  });

export const screening = (by: Person, id: string, instrument: string, items: (number | null)[], more: object = {}): Promise<Answer> =>
  by.post(`/api/counselling/${id}/screenings`, { instrument, language: 'fa', mode: 'SELF', at: ago(1), items, ...more });
