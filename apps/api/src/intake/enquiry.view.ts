import type { EnquiryLineView, EnquiryListView, EnquiryView } from '@panah/contracts/intake.contract';
import type { Word } from '@panah/domain/access/access-table';
import { isWithheld } from '@panah/domain/clients/contact.rules';
import { enquiryProcess, type EnquiryState } from '@panah/domain/intake/enquiry.process';
import { actionsFrom } from '@panah/domain/process/process';
import { currentActor, hasWord } from '../platform/access/current-reach';
import type { StepTaken } from '../platform/process-steps';
import type { Enquiry, EnquirySecrets } from './enquiry.entity';
import type { EnquiryPage } from './enquiry-list.records';
import type { OpenEnquiry } from './enquiry.records';

/** Names of staff by id. */
export type StaffNames = ReadonlyMap<string, string>;

/** @param partner that referred them to us; null otherwise */
export function enquiryView(
  { row, secrets, caseId }: OpenEnquiry,
  history: readonly StepTaken[],
  names: StaffNames,
  partner: string | null,
): EnquiryView {
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    caseRef: row.caseRef,
    pseudonym: secrets?.pseudonym ?? null,
    officeId: row.officeId,
    source: row.source,
    language: row.language,
    country: row.country,
    immediateDanger: row.immediateDanger,
    callbackSafe: row.callbackSafe,
    ...datesOf(row),
    receivedBy: nameOf(names, row.receivedBy),
    partner,
    takenBy: nameOf(names, row.intakeBy),
    proposedBy: nameOf(names, row.proposedBy),
    declineReason: row.declineReason,
    caseId,
    name: secrets?.name ?? null,
    asked: secrets?.asked ?? null,
    birth: secrets?.birth ?? null,
    contactChannel: secrets?.contactChannel ?? null,
    contactValue: secrets && isKeptBack(secrets) ? null : (secrets?.contactValue ?? null),
    contactKeptBack: secrets !== null && isKeptBack(secrets),
    contactSafety: secrets?.contactSafety ?? null,
    contactRule: secrets?.contactRule ?? null,
    genuineness: secrets?.genuineness ?? null,
    signposting: secrets?.signposting ?? null,
    history: history.map(({ action, at, byId }) => ({ action, at: at.toISOString(), by: nameOf(names, byId) })),
    actions: openActions(row),
  };
}

export function enquiryListView({ lines, total, next }: EnquiryPage, names: StaffNames, now: Date): EnquiryListView {
  return { items: lines.map(({ row, name }) => lineOf(row, name, names, now)), total, next };
}

/** R-RI-07: a number that nobody may use is not shown to be used. It is kept, for the record. */
export const isKeptBack = ({ contactValue, contactSafety }: Pick<EnquirySecrets, 'contactValue' | 'contactSafety'>): boolean =>
  contactValue !== null && isWithheld({ safety: contactSafety ?? 'UNVERIFIED' }, 'CONTACT_CLIENT');

/** The steps open to the reader now: those of the drawing that their word allows and no guard forbids at once. */
export function openActions(row: Enquiry): string[] {
  const moves = actionsFrom(enquiryProcess, row.state as EnquiryState).filter((action) => hasWord(`enquiry:${action}` as Word));
  const open = moves.filter((action) => action !== 'admit' || (row.proposedBy !== null && row.proposedBy !== currentActor().staffId));
  const writable = ['ENQUIRY', 'INTAKE'].includes(row.state) && hasWord('enquiry:edit');
  return [...(writable ? ['edit', ...(row.firstResponseAt ? [] : ['respond'])] : []), ...open];
}

function lineOf(row: Enquiry, name: string | null, names: StaffNames, now: Date): EnquiryLineView {
  const { clock, due } = clockOf(row);
  return {
    id: row.id,
    caseRef: row.caseRef,
    name,
    state: row.state,
    source: row.source,
    language: row.language,
    country: row.country,
    immediateDanger: row.immediateDanger,
    receivedAt: row.receivedAt.toISOString(),
    firstResponseAt: iso(row.firstResponseAt),
    clock,
    due: iso(due),
    late: due !== null && due < now,
    proposedAt: iso(row.proposedAt),
    takenBy: nameOf(names, row.intakeBy),
  };
}

/** The clock that runs (R-CA-03): the first answer, then the intake; none while a coordinator decides. */
function clockOf(row: Enquiry): { clock: string | null; due: Date | null } {
  if (row.state === 'ENQUIRY' && !row.firstResponseAt) return { clock: 'FIRST_RESPONSE', due: row.firstResponseDue };
  if (row.state === 'INTAKE' && !row.proposedAt) return { clock: 'INTAKE', due: row.intakeDue };
  return { clock: null, due: null };
}

function datesOf(row: Enquiry) {
  return {
    receivedAt: row.receivedAt.toISOString(),
    firstResponseDue: row.firstResponseDue.toISOString(),
    firstResponseAt: iso(row.firstResponseAt),
    intakeStartedAt: iso(row.intakeStartedAt),
    intakeDue: iso(row.intakeDue),
    proposedAt: iso(row.proposedAt),
    declinedAt: iso(row.declinedAt),
    minimisedAt: iso(row.minimisedAt),
    admittedAt: iso(row.admittedAt),
  };
}

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;
const nameOf = (names: StaffNames, id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
