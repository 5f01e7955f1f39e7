import { newId } from '../platform/new-id';
import type { Chance } from './chance';
import type { DrawnPages } from './drawn-pages';
import { type LaidCase, layCase, toldOf } from './lay-case';
import { layClient } from './lay-client';
import { layEnquiry } from './lay-enquiry';
import type { Life } from './lives';
import type { DrawnPerson } from './person';
import { type DrawnOffice, momentAgo, type Setting } from './setting';
import type { Shelf } from './shelf';

export interface Admitted {
  office: DrawnOffice;
  workerId: string;
  person: DrawnPerson;
  life: Life;
  caseRef: string;
}

/** Lays a whole file of a load set: the enquiry, the client it became, and the case. */
export async function layAdmitted(
  shelf: Shelf,
  setting: Setting,
  chance: Chance,
  pages: DrawnPages,
  { office, workerId, person, life, caseRef }: Admitted,
): Promise<LaidCase> {
  const [coordinatorId = ''] = office.coordinators;
  const clientId = newId();
  const file = { id: newId(), officeId: office.id, caseRef, workerId, coordinatorId, clientId };
  await layEnquiry(shelf, setting, chance, pages, file, life, person);
  const at = momentAgo(setting, life.openedDaysAgo ?? 0, 9 * 60);
  const pseudonym = await layClient(shelf, setting, chance, pages, { id: clientId, officeId: office.id, by: coordinatorId, at }, person);
  const laid = { ...file, ...toldOf(person, pseudonym), id: newId(), enquiryId: file.id, secondCoordinatorId: coordinatorId };
  layCase(shelf, setting, chance, laid, life);
  return laid;
}
