import type {
  AttendanceView,
  CounsellingClinicalView,
  CounsellingEpisodeView,
  CounsellingSessionView,
} from '@panah/contracts/counselling.contract';
import type { CounsellingPersonView } from '@panah/contracts/counselling-person.contract';
import type { ClinicalNoteView, PrivateNoteView } from '@panah/contracts/counselling-notes.contract';
import type { ScreeningView } from '@panah/contracts/screening.contract';
import { openCounsellingActions, phaseOf, unsignedSince } from '@panah/domain/counselling/counselling.rules';
import { shapeOf } from '@panah/domain/counselling/screening';
import { currentActor } from '../platform/access/current-reach';
import { leads } from './counselling-reach';
import type { EpisodeRow, OpenEpisode, OpenNote, SessionRow, SessionSecrets } from './episode';
import type { OpenPrivateNote } from './private-note.records';
import type { OpenScreening } from './screening.records';
import type { ContactRow } from './session.records';

export type Names = ReadonlyMap<string, string>;

export const personOf = (id: string, names: Names): CounsellingPersonView => ({ id, name: names.get(id) ?? '' });
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** The counsellor of the episode, a counsellor on the team before anybody was named, or the lead of the office: the others are told attendance. */
export function isClinical({ counsellorId, onTeam, officeId, state }: EpisodeRow): boolean {
  if (leads(officeId)) return true;
  const named = counsellorId !== null;
  return onTeam && (named ? counsellorId === currentActor().staffId : state !== 'DECLINED');
}

/** Its counsellor, while it goes on. */
export const isOwn = ({ counsellorId, onTeam, endedAt }: EpisodeRow): boolean =>
  counsellorId === currentActor().staffId && onTeam && endedAt === null;

export interface EpisodeParts {
  sessions: readonly SessionRow[];
  sessionSecrets: ReadonlyMap<string, SessionSecrets>;
  contacts: readonly ContactRow[];
  /** Null where the reader is not told. */
  summary: string | null;
  consented: boolean;
}

export function episodeView({ row, secrets }: OpenEpisode, parts: EpisodeParts, names: Names): CounsellingEpisodeView {
  const clinical = isClinical(row);
  const { summary } = parts;
  return {
    id: row.id,
    version: row.version,
    caseId: row.caseId,
    caseRef: row.caseRef,
    phase: phaseOf(row.state),
    since: row.stateSince.toISOString(),
    counsellor: row.counsellorId ? personOf(row.counsellorId, names) : null,
    attendance: parts.sessions.map(attendanceView),
    sharedSummary:
      summary && row.sharedAt && row.sharedBy ? { text: summary, at: row.sharedAt.toISOString(), by: personOf(row.sharedBy, names) } : null,
    clinical: clinical ? clinicalView({ row, secrets }, parts, names) : null,
    actions: clinical ? actionsOn(row, parts.consented) : [],
  };
}

function clinicalView({ row, secrets }: OpenEpisode, parts: EpisodeParts, names: Names): CounsellingClinicalView {
  return {
    state: row.state,
    service: row.service,
    source: row.source,
    language: row.language,
    urgency: row.urgency,
    question: secrets.question,
    themes: secrets.themes,
    preferredGender: secrets.preferredGender,
    noTie: secrets.noTie,
    riskAnswers: secrets.riskAnswers,
    goals: secrets.goals,
    plannedSessions: row.plannedSessions,
    reviewOn: row.reviewOn,
    supervisor: row.supervisorId ? personOf(row.supervisorId, names) : null,
    consented: parts.consented,
    limitsExplainedAt: iso(row.limitsExplainedAt),
    endReason: row.endReason,
    words: secrets.words,
    alternative: secrets.alternative,
    endingDue: row.endingDue,
    sessions: parts.sessions.map((session) => sessionView(session, parts.sessionSecrets.get(session.id), names, isOwn(row))),
    contacts: parts.contacts.map(({ kind, channel, at }) => ({ kind, channel, at: at.toISOString() })),
  };
}

/** Steps that are open to the reader, and the work beside them. */
function actionsOn(row: EpisodeRow, consented: boolean): string[] {
  const { staffId } = currentActor();
  const isLead = leads(row.officeId);
  const mayStep = isLead || row.onTeam;
  const steps: string[] = mayStep ? openCounsellingActions(row, staffId, isLead && row.counsellorId !== staffId) : [];
  const own = isOwn(row);
  const underWay = ['ASSESSMENT', 'ACTIVE', 'PAUSED', 'ENDING'].includes(row.state);
  return [
    ...steps,
    ...(own && underWay ? ['edit', 'session', 'note', 'private-note', 'screen'] : []),
    ...(own && consented ? ['share'] : []),
    ...(mayStep && ['REFERRED', 'TRIAGED', 'WAITLIST', ...(own ? ['ACTIVE', 'PAUSED'] : [])].includes(row.state) ? ['contact'] : []),
    ...(isLead && underWay && row.counsellorId !== staffId ? ['hand_over'] : []),
  ];
}

const ATTENDANCE: Readonly<Record<string, string>> = {
  SCHEDULED: 'PLANNED',
  ATTENDED: 'ATTENDED',
  CUT_SHORT: 'ATTENDED',
  DNA: 'NOT_ATTENDED',
};

const attendanceView = ({ at, status }: SessionRow): AttendanceView => ({
  at: at.toISOString(),
  attendance: ATTENDANCE[status] ?? 'CANCELLED',
});

const sessionView = (row: SessionRow, secrets: SessionSecrets | undefined, names: Names, own: boolean): CounsellingSessionView => ({
  id: row.id,
  version: row.version,
  at: row.at.toISOString(),
  minutes: row.minutes,
  modality: row.modality,
  status: row.status,
  riskChecked: row.riskChecked,
  nextAt: iso(row.nextAt),
  participants: secrets?.participants ?? null,
  interpreter: secrets?.interpreter ?? null,
  counsellor: personOf(row.counsellorId, names),
  actions: own && row.status === 'SCHEDULED' ? ['record'] : [],
});

export function clinicalNoteView({ row, body }: OpenNote, names: Names, now: Date): ClinicalNoteView {
  const own = row.authorId === currentActor().staffId;
  return {
    id: row.id,
    version: row.version,
    type: row.type,
    state: row.state,
    happenedAt: row.happenedAt.toISOString(),
    sessionId: row.sessionId,
    addsToId: row.addsToId,
    author: personOf(row.authorId, names),
    body,
    writtenAt: row.writtenAt.toISOString(),
    signedAt: iso(row.signedAt),
    waiting: row.state === 'DRAFT' ? unsignedSince(row.writtenAt.toISOString(), now.toISOString()) : null,
    actions: !own ? [] : row.state === 'DRAFT' ? ['edit', 'sign', 'discard'] : row.addsToId ? [] : ['add'],
  };
}

export function privateNoteView({ row, body }: OpenPrivateNote, names: Names): PrivateNoteView {
  const own = row.authorId === currentActor().staffId;
  return {
    id: row.id,
    version: row.version,
    episodeId: row.episodeId,
    type: row.type,
    state: row.state,
    happenedAt: row.happenedAt.toISOString(),
    sessionId: row.sessionId,
    author: personOf(row.authorId, names),
    body,
    signedAt: iso(row.signedAt),
    actions: own && row.state === 'DRAFT' ? ['edit', 'sign', 'discard'] : [],
  };
}

export function screeningView({ row, secrets }: OpenScreening, names: Names): ScreeningView {
  const { items, actionTaken, toldWhom, subscores, flags, ...score } = secrets;
  const { items: shape } = shapeOf(row.instrument);
  const most = shape.reduce((sum, { max }) => sum + max, 0) * (row.instrument === 'WHO5' ? 4 : 1);
  return {
    id: row.id,
    instrument: row.instrument,
    language: row.language,
    mode: row.mode,
    at: row.at.toISOString(),
    score: score.score,
    most: score.score === null ? null : row.instrument === 'RHS15' ? most - 10 : row.instrument === 'PCPTSD5' ? most - 1 : most,
    subscores: Object.entries(subscores).map(([code, value]) => ({ code, value })),
    band: score.band,
    bandSet: score.bandSet,
    cut: score.cut,
    positive: score.positive,
    flags: row.answers ? [...flags] : [],
    by: personOf(row.authorId, names),
    items: row.answers ? items : null,
    actionTaken: row.answers ? actionTaken : null,
    toldWhom: row.answers ? toldWhom : null,
  };
}
