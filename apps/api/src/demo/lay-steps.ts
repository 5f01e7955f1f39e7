import { retentionUntil } from '@panah/domain/cases/closure.rules';
import { answerDue } from '@panah/domain/specialists/specialist.rules';
import { closureCheck } from '@panah/domain/vocabulary/closures';
import { newId } from '../platform/new-id';
import { requestPlace } from '../specialists/specialist-request.entity';
import { Chance } from './chance';
import type { LaidCase } from './lay-case';
import { layMoves } from './lay-moves';
import type { Life } from './lives';
import { dayOf, momentAgo, type Setting } from './setting';
import type { Shelf } from './shelf';

const QUESTIONS = {
  LEGAL: 'The paper runs out in two months: what is asked for first?',
  HOUSING: 'A room without stairs, near the clinic: is one free this month?',
  FAMILY_LINKS: 'A sister may be abroad: how can one begin to look?',
} as const;
const HELP = [
  { service: 'CASH_KIND', amount: '120.00', currency: 'EUR', what: 'Winter clothes and shoes' },
  { service: 'HEALTH', amount: '35.50', currency: 'EUR', what: 'Glasses' },
  { service: 'EDUCATION', amount: null, currency: null, what: 'Books for the language course' },
] as const;

const rootsOf = ({ orgId }: Setting, { officeId, clientId, id }: LaidCase) => ({
  org_id: orgId,
  office_id: officeId,
  client_id: clientId,
  case_id: id,
  seal_version: 1,
  version: 1,
});
const placeOf = (table: string, rowId: string, subjectId: string) => ({
  table,
  rowId,
  subjectId,
  compartment: 'file' as const,
  sealVersion: 1,
});

/** A request that waits in the queue of a specialty, for some of the cases that begin. */
export function layRequest(shelf: Shelf, setting: Setting, file: LaidCase, streams: readonly string[], life: Life): void {
  if (!['ASSESSMENT', 'PLANNING'].includes(life.state)) return;
  const specialties = Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[];
  const specialty = specialties[file.caseRef.charCodeAt(0) % specialties.length];
  if (!specialty) return;
  const [id, at] = [newId(), momentAgo(setting, 1, 9 * 60)];
  const urgency = file.caseRef.charCodeAt(1) % 3 ? 'ROUTINE' : 'URGENT';
  const facts = { pseudonym: file.pseudonym, country: file.country, languages: file.languages, streams };
  shelf.add(
    'specialist_request',
    {
      ...rootsOf(setting, file),
      id,
      case_ref: file.caseRef,
      specialty,
      urgency,
      language: file.languages[0] ?? 'fa',
      state: 'REQUESTED',
      asked_by: file.workerId,
      asked_at: at,
      answer_due: answerDue(urgency, at.toISOString()),
      client_agrees_to: [],
      place_id: newId(),
    },
    { place: requestPlace({ id, clientId: file.clientId, sealVersion: 1 }), payload: { question: QUESTIONS[specialty], facts } },
  );
  layMoves(shelf, setting, file, { type: 'specialist_request', id }, [
    { action: 'ask', from: null, to: 'REQUESTED', by: file.workerId, at },
  ]);
}

/** Help that was given, and for some a certificate. */
export function layHelp(shelf: Shelf, setting: Setting, file: LaidCase, life: Life): void {
  const opened = life.openedDaysAgo ?? 0;
  if (!['ACTIVE', 'ON_HOLD'].includes(life.state) || opened < 30) return;
  const chance = new Chance(opened * 13 + life.noteDaysAgo.length);
  const { service, ...secrets } = chance.pick(HELP);
  const [id, at] = [newId(), momentAgo(setting, chance.between(2, opened - 5), 13 * 60)];
  shelf.add(
    'help_given',
    { ...rootsOf(setting, file), id, service, given_on: dayOf(at), given_by: file.workerId, created_at: at },
    { place: placeOf('help_given', id, file.clientId), payload: secrets },
  );
  layMoves(shelf, setting, file, { type: 'help_given', id }, [{ action: 'record', from: null, to: service, by: file.workerId, at }]);
  if (opened > 90 && chance.happens(0.4)) layCertificate(shelf, setting, file);
}

function layCertificate(shelf: Shelf, setting: Setting, file: LaidCase): void {
  const [id, at] = [newId(), momentAgo(setting, 6, 15 * 60)];
  const days = { from: dayOf(momentAgo(setting, 80, 540)), until: dayOf(momentAgo(setting, 8, 540)) };
  shelf.add(
    'attendance_certificate',
    { ...rootsOf(setting, file), id, issued_on: dayOf(at), issued_by: file.workerId, created_at: at },
    {
      place: placeOf('attendance_certificate', id, file.clientId),
      payload: { name: file.pseudonym, activity: 'Language course A1', hours: '40', ...days },
    },
  );
  layMoves(shelf, setting, file, { type: 'certificate', id }, [{ action: 'issue', from: null, to: 'ISSUED', by: file.workerId, at }]);
}

/** What was said when the closure was asked for, and what the one who approved it left. */
export function layClosure(
  shelf: Shelf,
  setting: Setting,
  file: LaidCase,
  life: Life,
  { reason, reviewId }: { reason: unknown; reviewId: string | null },
): void {
  const asked = life.steps.find(({ action }) => action === 'request_closure');
  if (!asked) return;
  const closed = life.steps.find(({ action }) => action === 'approve_closure');
  const at = (days: number): Date => momentAgo(setting, days, 10 * 60);
  const id = newId();
  const decided = closed
    ? { decided_by: file.coordinatorId, decided_at: at(closed.daysAgo), retention_until: retentionUntil(dayOf(at(closed.daysAgo))) }
    : {};
  shelf.add(
    'case_closure',
    {
      ...rootsOf(setting, file),
      id,
      state: closed ? 'APPROVED' : 'REQUESTED',
      reason,
      client_told: 'YES',
      follow_up_agreed: 'NO',
      outcome_review_id: reviewId,
      requested_by: file.workerId,
      requested_at: at(asked.daysAgo),
      ...decided,
    },
    {
      place: placeOf('case_closure', id, file.clientId),
      payload: {
        clientNotToldWhy: null,
        followUpChannel: null,
        followUpWords: null,
        checklist: closureCheck.codes,
        safetyCheck: null,
        handover: [{ to: 'Municipal office', what: 'Language course, second part' }],
        unmetNeeds: [],
        unmetWords: 'What stays open is small, and known.',
      },
    },
  );
}
