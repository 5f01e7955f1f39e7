import type {
  SpecialistAnsweredView,
  SpecialistQuestionView,
  SpecialistQueueLineView,
  SpecialistQueueView,
  SpecialistRequestsView,
  SpecialistRequestView,
} from '@panah/contracts/specialists.contract';
import { workerOf } from '../cases/case.view';
import type { ReachedCase } from '../cases/case.records';
import { mayOn } from '../platform/access/may-on';
import type { QueuePage } from './specialist-queue.records';
import type { OpenRequest } from './specialist-request.entity';

type Names = ReadonlyMap<string, string>;

export function specialistRequestsView(file: ReachedCase, requests: readonly OpenRequest[], names: Names): SpecialistRequestsView {
  const mayAsk = mayAskOn(file);
  return {
    id: file.id,
    items: requests.map((request) => requestView(request, names, mayAsk)),
    actions: mayAsk ? ['request'] : [],
  };
}

/** Nobody is asked for a case that is closed. */
export const mayAskOn = (file: ReachedCase): boolean => file.state !== 'CLOSED' && mayOn('specialist:request', file);

function requestView({ row, secrets }: OpenRequest, names: Names, mayAsk: boolean): SpecialistRequestView {
  const open = row.state === 'REQUESTED' ? ['withdraw'] : [];
  const unread = row.state === 'DECLINED' && row.refusalNotedAt === null ? ['note_refusal'] : [];
  return {
    id: row.id,
    specialty: row.specialty,
    urgency: row.urgency,
    language: row.language,
    question: secrets.question,
    state: row.state,
    askedBy: workerOf(row.askedBy, names),
    askedAt: row.askedAt.toISOString(),
    answerDue: row.answerDue.toISOString(),
    answeredBy: workerOf(row.answeredBy, names),
    answeredAt: row.answeredAt?.toISOString() ?? null,
    declineReason: row.declineReason,
    declineWords: secrets.declineWords ?? null,
    clientAgreesTo: row.clientAgreesTo.map((id) => names.get(id) ?? ''),
    actions: mayAsk ? [...open, ...unread] : [],
  };
}

export function specialistQueueView({ requests, total }: QueuePage): SpecialistQueueView {
  return { items: requests.map(queueLine), total };
}

/** Reference, language, urgency and the question, and nothing else (house.md 3). */
function queueLine({ row, secrets }: OpenRequest): SpecialistQueueLineView {
  const { id, specialty, caseRef, language, urgency, askedAt } = row;
  return { id, specialty, caseRef, language, urgency, question: secrets.question, askedAt: askedAt.toISOString() };
}

export function specialistQuestionView({ row, secrets: { facts } }: OpenRequest): SpecialistQuestionView {
  const { pseudonym, country, languages, streams } = facts;
  return { id: row.id, specialty: row.specialty, pseudonym, country, languages, streams };
}

export function answeredView(request: OpenRequest, state: string, place: 'MEMBER' | 'ASKED' | null): SpecialistAnsweredView {
  return { id: request.row.id, state, place, caseId: place === 'MEMBER' ? request.row.caseId : null };
}
