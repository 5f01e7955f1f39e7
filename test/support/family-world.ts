import { type AdmittedFile, admittedFile } from './admitted-file';
import { SAID_YES } from './consent-desk';
import type { Answer, House, Person } from './house';
import { done } from './referral-desk';

export const SISTER = {
  names: ['Mina Rahimi'],
  relation: 'SISTER',
  sex: 'F',
  birth: { originalText: '1971', calendar: 'GREGORIAN' },
  fatherName: 'Hossein',
  birthPlace: 'Ahvaz',
};
export const WISH = { relative: SISTER, wish: 'I want to know whether she is well.' };

/** A client with a team: a caseworker, a family-links officer, and the coordinator of their office. */
export interface FamilyDesk {
  house: House;
  coordinator: Person;
  worker: Person;
  officer: Person;
  file: AdmittedFile;
}

/** A wish, and the link that its officers work on. */
export interface Sought extends FamilyDesk {
  wish: string;
  link: string;
}

/** Somebody of this role joins the team of a case, as people do. */
export async function joins(by: Person, { caseId }: AdmittedFile, member: Person): Promise<void> {
  done(await by.post(`/api/cases/${caseId}/team`, { staffId: member.id, role: member.role, reason: 'SPECIALIST' }));
  const { id } = done(await member.get('/api/team-questions')).items.at(-1);
  done(await member.post(`/api/team-questions/${id}/answer`, { answer: 'NO_TIE' }));
  done(await by.post(`/api/cases/${caseId}/team/${id}/client-answer`, { answer: 'NO_OBJECTION' }));
}

/** A file of its own; people are given, so that many files may share them. */
export async function familyDesk(
  house: House,
  people: Partial<Pick<FamilyDesk, 'coordinator' | 'worker' | 'officer'>> = {},
): Promise<FamilyDesk> {
  const coordinator = people.coordinator ?? (await house.as('COORDINATOR'));
  const worker = people.worker ?? (await house.as('CASEWORKER'));
  const officer = people.officer ?? (await house.as('FAMILY_LINKS'));
  const file = await admittedFile(house, coordinator, worker);
  await joins(worker, file, officer);
  return { house, coordinator, worker, officer, file };
}

export const note = async ({ worker, file }: Pick<FamilyDesk, 'worker' | 'file'>, more: object = {}): Promise<Answer['body']> =>
  done(await worker.post(`/api/cases/${file.caseId}/family-wishes`, { ...WISH, ...more }));

/** What a client says about one relative: a yes unless said otherwise. */
export const allow = (by: Person, wish: string, purpose: string, scope?: string[], more: object = {}): Promise<Answer> =>
  by.post(`/api/family-wishes/${wish}/consents`, { ...SAID_YES, purpose, ...(scope ? { scope } : {}), ...more });

/** A wish that was begun, with what the client allows. */
export async function begun(
  desk: FamilyDesk,
  { ways = ['OWN_RECORDS', 'RELATIVE_NETWORK', 'RED_CROSS'], ladder = ['MEDIATED'] }: { ways?: string[]; ladder?: string[] } = {},
): Promise<Sought> {
  const { id } = await note(desk);
  done(await allow(desk.worker, id, 'C08_TRACING', ways));
  done(await allow(desk.worker, id, 'C09_DISCLOSE_REL', ladder));
  done(await desk.worker.post(`/api/family-wishes/${id}/beginning`));
  return { ...desk, wish: id, link: await linkOf(desk.house, id) };
}

/** The link behind a wish: asked of the database, for nobody on the client's side is told. */
export async function linkOf(house: House, wish: string): Promise<string> {
  const [link] = await house.sql<{ id: string }>('select id from family_link where wish_id = $1', [wish]);
  if (!link) throw new Error('A wish has a link behind it.');
  return link.id;
}

export const seen = async (by: Person, link: string): Promise<Answer['body']> => done(await by.get(`/api/family-links/${link}`));

/** A step of a link by the version that stands now. */
export const step = async (by: Person, link: string, path: string, body: object = {}): Promise<Answer> => {
  const { version } = await seen(by, link);
  return by.post(`/api/family-links/${link}/${path}`, body, { version });
};

/** What the relative says about one thing: a yes unless said otherwise. */
export const relativeAllows = (
  { officer, link }: Pick<Sought, 'officer' | 'link'>,
  purpose: string,
  scope?: string[],
  more: object = {},
): Promise<Answer> =>
  officer.post(`/api/family-links/${link}/relative-consents`, { ...SAID_YES, purpose, ...(scope ? { scope } : {}), ...more });
