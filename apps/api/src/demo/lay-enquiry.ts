import { keptWords } from '@panah/domain/clients/search-terms';
import { dueOn } from '@panah/domain/cases/sla.rules';
import { informationGiven } from '@panah/domain/vocabulary/intake';
import { enquiryPlace } from '../intake/enquiry.records';
import type { EnquirySecrets } from '../intake/enquiry.entity';
import type { StepContent } from '../intake/intake-step.entity';
import { newId } from '../platform/new-id';
import type { Chance } from './chance';
import type { DrawnPages } from './drawn-pages';
import type { Life } from './lives';
import { ASKED } from './note-texts';
import type { DrawnPerson } from './person';
import { dayOf, momentAgo, OFFICE_CALENDAR, type Setting, WORKING_MINUTES } from './setting';
import type { Shelf } from './shelf';

export interface LaidEnquiry {
  id: string;
  officeId: string;
  caseRef: string;
  workerId: string;
  coordinatorId: string;
  /** The client it became, if it was admitted. */
  clientId: string | null;
}

/** The end of the working day by which something is due (R-CA-03). */
const dueBy = (clock: 'firstResponse' | 'intake', from: Date): Date => new Date(`${dueOn(clock, dayOf(from), OFFICE_CALENDAR)}T16:00:00Z`);

/** Lays an enquiry and as much of its intake as was done. */
export async function layEnquiry(
  shelf: Shelf,
  setting: Setting,
  chance: Chance,
  pages: DrawnPages,
  file: LaidEnquiry,
  life: Life,
  person: DrawnPerson,
): Promise<void> {
  const at = (days: number): Date => momentAgo(setting, days, chance.between(WORKING_MINUTES.from, WORKING_MINUTES.to));
  const received = at(life.receivedDaysAgo);
  const begun = life.intakeDaysAgo === null ? null : at(life.intakeDaysAgo);
  const secrets = secretsOf(chance, person);
  shelf.add('enquiry', columnsOf(setting, chance, file, life, person, { received, begun, at }), {
    place: enquiryPlace({ id: file.id, clientId: file.clientId, sealVersion: 1 }),
    payload: secrets,
  });
  shelf.add('process_step', step(setting, file, 'receive', null, 'ENQUIRY', file.workerId, received));
  if (begun) {
    shelf.add('process_step', step(setting, file, 'start_intake', 'ENQUIRY', 'INTAKE', file.workerId, begun));
    if (!file.clientId) layIntake(shelf, setting, file, life, person, secrets, begun);
  }
  if (!file.clientId) await layTokens(shelf, setting, pages, file, keptWords(person.arab));
}

interface Moments {
  received: Date;
  begun: Date | null;
  at: (days: number) => Date;
}

function columnsOf(
  setting: Setting,
  chance: Chance,
  file: LaidEnquiry,
  life: Life,
  person: DrawnPerson,
  { received, begun, at }: Moments,
): Record<string, unknown> {
  const admitted = file.clientId && life.openedDaysAgo !== null ? at(life.openedDaysAgo) : null;
  const declined = life.declinedDaysAgo === null ? null : at(life.declinedDaysAgo);
  const answered = begun || declined || chance.happens(0.4);
  return {
    id: file.id,
    org_id: setting.orgId,
    office_id: file.officeId,
    state: admitted ? 'ADMITTED' : declined ? 'DECLINED' : begun ? 'INTAKE' : 'ENQUIRY',
    case_ref: begun ? file.caseRef : null,
    source: chance.weighted({ SELF: 40, FAMILY: 14, FORMER_MEMBER: 18, PARTNER: 10, LAWYER: 8, MEDIA_PUBLIC: 10 }),
    language: 'fa',
    country: person.country,
    immediate_danger: chance.weighted({ NO: 55, UNKNOWN: 20, YES: 25 }),
    callback_safe: chance.happens(0.8),
    received_at: received,
    received_by: file.workerId,
    first_response_due: dueBy('firstResponse', received),
    first_response_at: answered ? new Date(received.getTime() + 3 * 3_600_000) : null,
    intake_started_at: begun,
    intake_by: begun ? file.workerId : null,
    intake_due: begun ? dueBy('intake', begun) : null,
    proposed_at: life.proposed ? (admitted ?? setting.now) && new Date((admitted?.getTime() ?? setting.now) - 3_600_000) : null,
    proposed_by: life.proposed ? file.workerId : null,
    client_id: file.clientId,
    admitted_at: admitted,
    decline_reason: declined ? chance.pick(['INFO_GIVEN', 'OUT_OF_SCOPE', 'CAPACITY']) : null,
    declined_at: declined,
    declined_by: declined ? file.coordinatorId : null,
    seal_version: 1,
    version: 1,
  };
}

function secretsOf(chance: Chance, person: DrawnPerson): EnquirySecrets {
  return {
    name: person.arab,
    asked: chance.pick(ASKED),
    pseudonym: `Enquiry ${chance.between(100, 999)}`,
    birth: person.birth,
    contactChannel: 'PHONE_CALL',
    contactValue: `+44 7700 900${String(chance.between(0, 999)).padStart(3, '0')}`,
    contactSafety: chance.pick(['SAFE', 'SAFE_CONDITIONS']),
    contactRule: 'After 18:00, about the course',
    genuineness: null,
    signposting: null,
  };
}

/** The first steps of an intake under way; all of them when it was proposed. */
function layIntake(
  shelf: Shelf,
  setting: Setting,
  file: LaidEnquiry,
  life: Life,
  person: DrawnPerson,
  secrets: EnquirySecrets,
  begun: Date,
): void {
  const content: StepContent = {
    SAFETY: {
      interviewAt: begun.toISOString(),
      mode: 'PHONE',
      seenAlone: true,
      screen: {
        SAFE_TONIGHT: 'YES',
        FOOD: 'YES',
        MEDICINE: 'UNKNOWN',
        INJURY_ILLNESS: 'NO',
        SELF_HARM: 'NO',
        THREAT_NOW: 'NO',
        CHILD_PRESENT: 'NO',
        DEADLINE_7_DAYS: 'UNKNOWN',
      },
    },
    INFORMATION: { told: [...informationGiven.codes] },
    IDENTITY: {
      name: person.arab,
      nameLatin: person.latin,
      sexRecorded: person.sex,
      languages: person.languages.map(({ code }) => code),
      country: person.country,
      contactChannel: secrets.contactChannel,
      contactValue: secrets.contactValue,
      contactSafety: secrets.contactSafety,
    },
    SITUATION: { situation: secrets.asked, wishes: 'A quiet room, papers, and news of a relative.', streams: ['REFUGE_LEGAL', 'HOUSING'] },
    LEGAL_BASIS: {
      basis: 'CONSENT',
      explanation: 'Said yes on the telephone after the information was given.',
      method: 'VERBAL_REMOTE',
      capacity: 'YES',
      freeChoice: 'ALONE',
      language: 'fa',
    },
    PROPOSAL: { priority: 'P3', summary: 'Papers and housing first; a course later. Prefers calls after six.' },
  };
  const steps = Object.entries(content).slice(0, life.proposed ? 6 : 3);
  for (const [name, payload] of steps) {
    const id = newId();
    shelf.add(
      'intake_step',
      {
        id,
        org_id: setting.orgId,
        office_id: file.officeId,
        enquiry_id: file.id,
        step: name,
        complete: true,
        saved_at: begun,
        saved_by: file.workerId,
        seal_version: 1,
        version: 1,
      },
      { place: { table: 'intake_step', rowId: id, subjectId: file.id, compartment: 'file', sealVersion: 1 }, payload },
    );
  }
}

function step(
  setting: Setting,
  file: LaidEnquiry,
  action: string,
  from: string | null,
  to: string,
  by: string,
  at: Date,
): Record<string, unknown> {
  return {
    id: newId(),
    org_id: setting.orgId,
    office_id: file.officeId,
    client_id: file.clientId,
    subject_type: 'enquiry',
    subject_id: file.id,
    action,
    from_state: from,
    to_state: to,
    by_id: by,
    at,
    seal_version: 1,
  };
}

async function layTokens(shelf: Shelf, setting: Setting, pages: DrawnPages, file: LaidEnquiry, words: readonly string[]): Promise<void> {
  for (const token of await pages.tokensOf(shelf, file.officeId, words))
    shelf.add('enquiry_name_token', { enquiry_id: file.id, org_id: setting.orgId, office_id: file.officeId, token });
}
