import { dueOn } from '@panah/domain/cases/sla.rules';
import { classOfNote } from '@panah/domain/notes/note.rules';
import type { CaseNoteType } from '@panah/domain/vocabulary/notes';
import type { NoteSecrets } from '../notes/note.entity';
import { notePlace } from '../notes/note.records';
import { newId } from '../platform/new-id';
import type { Chance } from './chance';
import type { Life } from './lives';
import { NOTE_TEXTS } from './note-texts';
import type { DrawnPerson } from './person';
import { dayOf, momentAgo, OFFICE_CALENDAR, type Setting, WORKING_MINUTES } from './setting';
import { layBoard } from './lay-board';
import { layCounselling } from './lay-counselling';
import { layDocuments } from './lay-document';
import { layClaim } from './lay-claims';
import { layPlacement } from './lay-placement';
import { layLine } from './lay-line';
import { layMoves } from './lay-moves';
import { layOutcomes } from './lay-outcomes';
import { drawRisk, laySafety } from './lay-safety';
import { layPlan, waitsForApproval } from './lay-plan';
import { layClosure, layHelp, layRequest } from './lay-steps';
import { layTasks } from './lay-tasks';
import { layTeam } from './lay-team';
import type { Shelf } from './shelf';

export interface LaidCase {
  id: string;
  clientId: string;
  officeId: string;
  enquiryId: string | null;
  caseRef: string;
  country: string;
  pseudonym: string;
  languages: readonly string[];
  workerId: string;
  coordinatorId: string;
  secondCoordinatorId: string;
}

/** What a case and the questions about it say of a person. */
export const toldOf = ({ country, languages }: DrawnPerson, pseudonym: string): Pick<LaidCase, 'country' | 'languages' | 'pseudonym'> => ({
  country,
  languages: languages.map(({ code }) => code),
  pseudonym,
});

const STREAMS = ['REFUGE_LEGAL', 'HOUSING', 'PSYCHOSOCIAL', 'REINTEGRATION', 'FAMILY_LINKS', 'INFO_ADVICE'] as const;

/** Lays a case with its team, its steps and its notes, as the work over the months would have left them. */
export function layCase(shelf: Shelf, setting: Setting, chance: Chance, file: LaidCase, life: Life): void {
  const at = (days: number): Date => momentAgo(setting, days, chance.between(WORKING_MINUTES.from, WORKING_MINUTES.to));
  const opened = at(life.openedDaysAgo ?? 0);
  const notes = life.noteDaysAgo.map((days) => ({ type: drawType(chance), at: at(days) }));
  const lastContact = notes.filter(({ type }) => type === 'CONTACT').at(-1)?.at ?? null;
  const streams = [...new Set(Array.from({ length: chance.between(1, 3) }, () => chance.pick(STREAMS)))];
  const risk = drawRisk(setting, life);
  const columns = { ...caseColumns(setting, chance, file, life, opened, at), ...risk?.columns };
  const closureNoteId = setting.keepsLog && life.state === 'CLOSURE_REQUESTED' ? newId() : null;
  shelf.add('case_file', { ...columns, streams, last_contact_at: lastContact, closure_note_id: closureNoteId });
  if (risk) laySafety(shelf, setting, file, life, risk.judged);
  const closed = life.state === 'CLOSED' ? at(life.steps.at(-1)?.daysAgo ?? 0) : null;
  layTeam(shelf, setting, { ...file, streams, state: life.state }, { opened, closed });
  const counselling = setting.offices.find(({ id }) => id === file.officeId)?.counselling;
  if (counselling && life.state === 'ACTIVE' && streams.includes('PSYCHOSOCIAL')) layCounselling(shelf, setting, file, counselling);
  const units = setting.offices.find(({ id }) => id === file.officeId)?.units;
  if (units && life.state === 'ACTIVE' && streams.includes('HOUSING')) layPlacement(shelf, setting, file, units);
  layStep(shelf, setting, file, { action: 'open', from: null, to: 'ASSESSMENT', by: file.coordinatorId }, opened);
  for (const step of life.steps)
    layStep(shelf, setting, file, { ...step, by: step.by === 'worker' ? file.workerId : approver(file, step.action) }, at(step.daysAgo));
  const reviewId = layOutcomes(shelf, setting, file, life);
  if (setting.keepsLog) {
    layRequest(shelf, setting, file, streams, life);
    layHelp(shelf, setting, file, life);
    layClosure(shelf, setting, file, life, { reason: (columns as Record<string, unknown>)['closure_reason'], reviewId });
  }
  layNote(shelf, setting, file, 'ASSESSMENT', at(Math.max(0, (life.openedDaysAgo ?? 1) - 4)), chance);
  if (setting.keepsLog) layPlan(shelf, setting, file, life);
  layTasks(shelf, setting, file, life);
  if (setting.keepsLog) layBoard(shelf, setting, file, life, risk?.columns ?? null, closureNoteId);
  if (setting.keepsLog && life.state === 'ACTIVE' && streams.includes('REFUGE_LEGAL')) layClaim(shelf, setting, file);
  if (setting.keepsLog) layDocuments(shelf, setting, file, opened);
  for (const note of notes) layNote(shelf, setting, file, note.type, note.at, chance);
}

function caseColumns(
  setting: Setting,
  chance: Chance,
  file: LaidCase,
  life: Life,
  opened: Date,
  at: (days: number) => Date,
): Record<string, unknown> {
  const asked = life.steps.find(({ action }) => action === 'request_closure');
  const last = life.steps.at(-1);
  const openedOn = dayOf(opened);
  return {
    id: file.id,
    org_id: setting.orgId,
    office_id: file.officeId,
    client_id: file.clientId,
    enquiry_id: file.enquiryId,
    case_ref: file.caseRef,
    period_no: 1,
    state: life.state,
    state_since: last ? at(last.daysAgo) : opened,
    state_before: last?.from ?? null,
    priority: chance.weighted({ P1: 4, P2: 21, P3: 60, P4: 15 }),
    country: file.country,
    primary_worker_id: file.workerId,
    opened_on: openedOn,
    closed_on: life.state === 'CLOSED' && last ? dayOf(at(last.daysAgo)) : null,
    assessment_due: dueOn('assessment', openedOn, OFFICE_CALENDAR),
    plan_due: dueOn('plan', openedOn, OFFICE_CALENDAR),
    hold_reason: life.state === 'ON_HOLD' ? chance.pick(['CLIENT_REQUEST', 'AWAIT_DECISION', 'HOSPITAL', 'TRAVEL']) : null,
    hold_review_on: life.state === 'ON_HOLD' ? dayOf(new Date(setting.now + chance.between(-3, 40) * 86_400_000)) : null,
    closure_reason: asked ? chance.pick(['GOALS_ACHIEVED', 'CLIENT_WISH', 'MOVED_AWAY', 'RETURNED_GROUP']) : null,
    closure_requested_by: asked ? file.workerId : null,
    closure_requested_at: asked ? at(asked.daysAgo) : null,
    closed_by: life.state === 'CLOSED' ? file.coordinatorId : null,
    plan_submitted_by: waitsForApproval(life) ? file.workerId : null,
    plan_submitted_at: waitsForApproval(life) && last ? at(last.daysAgo) : null,
    created_at: opened,
    seal_version: 1,
    version: 1 + life.steps.length,
  };
}

const approver = (file: LaidCase, action: string): string => (action === 'hold' ? file.secondCoordinatorId : file.coordinatorId);

function layStep(
  shelf: Shelf,
  setting: Setting,
  file: LaidCase,
  step: { action: string; from: string | null; to: string; by: string },
  at: Date,
): void {
  layLine(shelf, setting, {
    at,
    officeId: file.officeId,
    actorId: step.by,
    word: step.from === null ? 'enquiry:admit' : `case:${step.action}`,
    subjectType: 'case',
    subjectId: file.id,
    clientId: file.clientId,
    changed: ['state'],
  });
  layMoves(shelf, setting, file, { type: 'case', id: file.id }, [{ ...step, at }]);
}

export const drawType = (chance: Chance): CaseNoteType =>
  chance.weighted({
    CONTACT: 52,
    ATTEMPT: 12,
    THIRD_PARTY: 8,
    HOME_VISIT: 4,
    ACCOMPANIMENT: 9,
    CASE_CONFERENCE: 2,
    DECISION: 4,
    SAFETY: 3,
    ADMIN: 4,
    CLIENT_VIEW: 2,
  });

/** A signed note. Its text is one of the neutral texts; how and for how long is drawn. */
export function layNote(shelf: Shelf, setting: Setting, file: LaidCase, type: CaseNoteType, at: Date, chance: Chance): void {
  const id = newId();
  const noteClass = classOfNote(type);
  const spoken = type === 'CONTACT' || type === 'ATTEMPT' || type === 'THIRD_PARTY';
  const payload: NoteSecrets = {
    body: chance.pick(NOTE_TEXTS[type] ?? NOTE_TEXTS['ADMIN'] ?? ['']),
    direction: spoken ? chance.pick(['OUTGOING', 'INCOMING']) : null,
    channel: spoken ? chance.pick(['PHONE_CALL', 'SIGNAL', 'IN_PERSON']) : null,
    minutes: type === 'CONTACT' ? chance.pick([5, 10, 15, 20, 45]) : null,
  };
  layLine(shelf, setting, {
    at,
    officeId: file.officeId,
    actorId: file.workerId,
    word: noteClass === 'RESTRICTED' ? 'note:write-restricted' : 'note:write',
    subjectType: 'case_note',
    subjectId: id,
    clientId: file.clientId,
    changed: ['body'],
  });
  shelf.add(
    'case_note',
    {
      id,
      org_id: setting.orgId,
      office_id: file.officeId,
      client_id: file.clientId,
      case_id: file.id,
      author_id: file.workerId,
      type,
      class: noteClass,
      state: 'FINAL',
      happened_at: at,
      saved_at: at,
      signed_at: at,
      seal_version: 1,
      version: 2,
    },
    { place: notePlace({ id, clientId: file.clientId, class: noteClass, sealVersion: 1 }), payload },
  );
}
