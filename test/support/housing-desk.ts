import { admittedFile, type AdmittedFile } from './admitted-file';
import { standingConsent } from './consent-desk';
import { onTeam } from './file-on-paper';
import type { Answer, House, Person } from './house';
import { officeDay } from './office-day';

/** The day in the stories' office, so many days from now (`YYYY-MM-DD`). */
export const day = (ahead = 0): string => officeDay(ahead);

let made = 0;

/** A provider of places, with a name of its own. */
export async function aProvider(by: Person, more: object = {}): Promise<Answer['body']> {
  made += 1;
  return done(
    await by.post('/api/housing/providers', {
      type: 'NGO_SHELTER',
      country: 'AL',
      safeHouse: false,
      name: `Riverside Rooms ${made}`,
      city: 'Durres',
      ...more,
    }),
  );
}

/** A unit that was opened long ago, for anybody, with one place. */
export async function aUnit(by: Person, providerId: string, more: object = {}): Promise<Answer['body']> {
  return done(
    await by.post('/api/housing/units', {
      providerId,
      kind: 'ROOM',
      capacity: 1,
      rule: 'MIXED',
      accessibility: [],
      opensOn: '2020-01-01',
      knownToGroup: false,
      city: 'Durres',
      address: '7 Lantern Lane',
      ...more,
    }),
  );
}

export interface HousedFile extends AdmittedFile {
  placement: string;
}

/** A file with a housing officer on its team and, unless nothing is asked, a request for one place from today on. */
export async function aRequest(house: House, coordinator: Person, worker: Person, officer: Person, more: object = {}): Promise<HousedFile> {
  const file = await admittedFile(house, coordinator, worker);
  await onTeam(house, file, officer, house.offices.north);
  return { ...file, placement: (await ask(worker, file.caseId, more)).id };
}

export const wanted = (more: object = {}): object => ({
  kind: 'TRANSITIONAL',
  neededFrom: day(),
  householdSize: 1,
  constraints: [],
  accessibility: [],
  ...more,
});

/** A need that puts somebody at the front of the list. */
export const nowhereTonight = (): object => ({ code: 'HS-NF', severity: 'S4', source: 'SELF', identifiedOn: day() });

export const ask = async (by: Person, caseId: string, more: object = {}): Promise<Answer['body']> =>
  done(await by.post(`/api/cases/${caseId}/housing/requests`, wanted(more)));

export const match = (by: Person, placement: string, unitId: string, more: object = {}): Promise<Answer> =>
  by.post(`/api/placements/${placement}/match`, { unitId, from: day(), locationChecked: true, ...more });

export const SCOPE = ['PSEUDONYM', 'AGE_LANGUAGES'];
export const offer = (by: Person, placement: string): Promise<Answer> => by.post(`/api/placements/${placement}/offer`, { scope: SCOPE });
export const accept = (by: Person, placement: string, more: object = {}): Promise<Answer> =>
  by.post(`/api/placements/${placement}/acceptance`, { agreed: true, rulesLanguage: 'fa', ...more });
export const arrive = (by: Person, placement: string, more: object = {}): Promise<Answer> =>
  by.post(`/api/placements/${placement}/arrival`, { movedInOn: day(), inventoryDone: true, keysGiven: true, ...more });
export const leave = (by: Person, placement: string, more: object = {}): Promise<Answer> =>
  by.post(`/api/placements/${placement}/departure`, { movedOutOn: day(), reason: 'OWN_TENANCY', destination: 'INDEPENDENT_RENT', ...more });

/** A yes to telling this provider. */
export const consentFor = (by: Person, caseId: string, provider: { name: string }): Promise<Answer['body']> =>
  standingConsent(by, caseId, { purpose: 'C05_HOUSING', recipients: [{ kind: 'ORGANISATION', name: provider.name }], scope: SCOPE });

/** All the way to a reserved place. */
export async function reserve(
  worker: Person,
  officer: Person,
  file: HousedFile,
  provider: { name: string },
  unitId: string,
): Promise<void> {
  await consentFor(worker, file.caseId, provider);
  done(await match(officer, file.placement, unitId));
  done(await offer(officer, file.placement));
  done(await accept(worker, file.placement));
}

/** What was answered. Throws what was refused. */
export function done({ status, text, body }: Answer): Answer['body'] {
  if (status >= 300) throw new Error(`${status} ${text}`);
  return body;
}
