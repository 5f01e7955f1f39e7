import { randomUUID } from 'node:crypto';
import { LinkRecords } from '../../apps/api/src/family/link.records';
import { RelativeRecords } from '../../apps/api/src/family/relative.records';
import { AuditLine } from '../../apps/api/src/platform/audit/audit-line';
import { UnitsOfWork } from '../../apps/api/src/platform/database/units-of-work';
import { requestScope } from '../../apps/api/src/platform/request-context';
import { type AdmittedFile, admittedFile } from './admitted-file';
import { SAID_YES } from './consent-desk';
import type { Answer, House, OfficePlace, Person } from './house';
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
  /** The officer's office, where it is not the north of a house without a demonstration. */
  where?: OfficePlace;
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

/** In a transaction of this officer, past the routes: for what other stories take for granted. */
async function asOfficer<T>(
  { house, officer, where = house.offices.north }: Pick<Sought, 'house' | 'officer' | 'where'>,
  act: () => Promise<T>,
): Promise<T> {
  const { orgId, id: officeId } = where;
  const work = await house.app.get(UnitsOfWork).begin({ orgId, staffId: officer.id, roles: ['FAMILY_LINKS'], asMember: true });
  const actor = {
    kind: 'STAFF' as const,
    staffId: officer.id,
    orgId,
    sessionId: null,
    partnerId: null,
    language: 'en',
    isDemo: false,
    timeZone: 'Europe/Tirane',
    tie: 'NONE',
    roles: [{ role: 'FAMILY_LINKS' as const, officeId, duties: [] }],
    freshAt: null,
    endsAt: null,
  };
  const scope = { requestId: randomUUID(), address: '', sessionToken: null, headers: {}, line: new AuditLine(), actor, work };
  const done = await requestScope.run(scope, act);
  await work.commit();
  return done;
}

/** The sister is found: the link names her, and stands where somebody who was found stands. */
export async function foundSister(sought: Sought, alsoClientId: string | null = null): Promise<string> {
  const [links, relatives] = [sought.house.app.get(LinkRecords), sought.house.app.get(RelativeRecords)];
  return asOfficer(sought, async () => {
    const held = await links.hold(sought.link, 'family-link:located');
    const secrets = { names: SISTER.names, contactPoints: [{ kind: 'PHONE', value: '+49 151 0000000', rule: 'In the evening.' }] };
    const id = await relatives.add(held.row, { alsoClientId, context: 'DIASPORA_FREE', country: 'DE', secrets });
    const looked = await links.move(held, { event: 'start_tracing', change: { methods: ['RELATIVE_NETWORK'] } });
    await links.move(looked, { event: 'located', change: { relatedPersonId: id, locatedBy: sought.officer.id } });
    return id;
  });
}

/** How one side was heard: alone and freely unless said otherwise. */
export async function heard({ house, link, officer }: Sought, how: object = {}, side = 'RELATIVE'): Promise<void> {
  const { spokenDirectly, alone, duress } = { spokenDirectly: true, alone: true, duress: 'PASSED', ...how };
  await house.sql(
    `insert into family_hearing (id, org_id, office_id, link_id, side, held_on, spoken_directly, alone, duress, by_id)
     select gen_random_uuid(), org_id, office_id, id, $2, current_date, $3, $4, $5, $6 from family_link where id = $1`,
    [link, side, spokenDirectly, alone, duress, officer.id],
  );
}

/** What the relative says about one thing: a yes unless said otherwise. */
export const relativeAllows = (
  { officer, link }: Pick<Sought, 'officer' | 'link'>,
  purpose: string,
  scope?: string[],
  more: object = {},
): Promise<Answer> =>
  officer.post(`/api/family-links/${link}/relative-consents`, { ...SAID_YES, purpose, ...(scope ? { scope } : {}), ...more });
