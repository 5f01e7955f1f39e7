import { scoreToKeep } from '@panah/domain/counselling/screening';
import type { Instrument } from '@panah/domain/vocabulary/counselling';
import { clinicalPlace, episodePlace, type EpisodeSecrets, screeningPlace, sessionPlace } from '../counselling/episode';
import type { ScreeningSecrets } from '../counselling/screening.records';
import { newId } from '../platform/new-id';
import { layConsent } from './lay-consents';
import type { LaidCase } from './lay-case';
import { dayOf, momentAgo, type Setting } from './setting';
import type { Shelf } from './shelf';

/** Who counsels in an office of the demonstration, and who supervises them. */
export interface Counsellors {
  counsellorId: string;
  supervisorId: string;
}

const DAY = 86_400_000;
const QUESTIONS = ['Sleeps badly since the move and wants to talk about it.', 'Wants somebody to talk with about the years that passed.'];
const WELLBEING: readonly (readonly number[])[] = [
  [1, 1, 2, 1, 2],
  [2, 2, 2, 2, 2],
  [3, 3, 2, 3, 3],
];
const MOOD: readonly (readonly number[])[] = [
  [2, 2, 2, 1, 1, 2, 1, 1, 0],
  [1, 1, 2, 1, 0, 1, 2, 0, 0],
];

/** Says on which licence the office of the demonstration uses two forms; the forms themselves are on paper. */
export function layLicences(shelf: Shelf, { orgId }: Setting, officeId: string, { supervisorId }: Counsellors): Map<Instrument, string> {
  const ids = new Map<Instrument, string>([
    ['WHO5', newId()],
    ['PHQ9', newId()],
  ]);
  for (const [instrument, id] of ids)
    shelf.add('instrument_licence', {
      id,
      org_id: orgId,
      office_id: officeId,
      instrument,
      language: 'fa',
      text_source: 'Paper form in the cupboard of the office (demonstration)',
      version_label: '1',
      recorded_by: supervisorId,
      recorded_at: new Date(),
    });
  return ids;
}

/** Lays counselling on one case: under way, waiting, or only asked for, by the reference. */
export function layCounselling(
  shelf: Shelf,
  setting: Setting,
  file: LaidCase,
  { room, licences, ...who }: Counsellors & { licences: ReadonlyMap<Instrument, string>; room: Shelf },
): void {
  const kind = file.caseRef.charCodeAt(1) % 3;
  const id = newId();
  const asked = momentAgo(setting, 38, 10 * 60);
  const place = { org_id: setting.orgId, office_id: file.officeId, client_id: file.clientId };
  const lay = (columns: Record<string, unknown>, more: Partial<EpisodeSecrets> = {}): void => {
    const question = QUESTIONS[file.caseRef.charCodeAt(2) % QUESTIONS.length] ?? '';
    addEpisode(
      room,
      setting,
      file,
      { id, requested_at: asked, ...columns },
      { question, themes: ['SLEEP', 'ADJUSTMENT'], noTie: true, ...more },
    );
  };
  if (kind === 2) {
    lay({ state: 'REFERRED', state_since: asked });
    return;
  }
  const triaged = { urgency: 'ROUTINE', triaged_by: who.supervisorId, triaged_at: momentAgo(setting, 37, 9 * 60) };
  if (kind === 1) {
    const since = momentAgo(setting, 36, 9 * 60);
    lay({ ...triaged, state: 'WAITLIST', state_since: since, waiting_since: since });
    return;
  }
  const begun = momentAgo(setting, 21, 11 * 60);
  const consentId = layConsent(shelf, setting, file, { purpose: 'C07_COUNSELLING', steps: ['give'] }, asked);
  lay(
    {
      ...triaged,
      state: 'ACTIVE',
      state_since: begun,
      counsellor_id: who.counsellorId,
      supervisor_id: who.supervisorId,
      allocated_at: momentAgo(setting, 30, 9 * 60),
      consent_id: consentId,
      planned_sessions: 10,
      review_on: dayOf(new Date(begun.getTime() + 90 * DAY)),
      limits_explained_at: begun,
    },
    { goals: 'To sleep through most nights, and to see people again.' },
  );
  const session = laySessions(room, setting, file, { ...place, episode_id: id, counsellor_id: who.counsellorId });
  layNotes(room, setting, file, { ...place, episode_id: id, author_id: who.counsellorId }, session);
  layScores(room, setting, file, { ...place, episode_id: id, author_id: who.counsellorId }, licences);
}

/** Lays one episode; what it says of itself is in `columns`. */
export function addEpisode(
  room: Shelf,
  { orgId }: Setting,
  file: LaidCase,
  columns: Record<string, unknown> & { id: string },
  words: Partial<EpisodeSecrets>,
): void {
  const row = {
    org_id: orgId,
    office_id: file.officeId,
    client_id: file.clientId,
    case_id: file.id,
    case_ref: file.caseRef,
    language: file.languages[0] ?? 'fa',
    service: 'SUPPORTIVE',
    source: 'SELF',
    requested_by: file.workerId,
    seal_version: 1,
    shared_seal_version: 1,
    version: 1,
    ...columns,
  };
  const payload: EpisodeSecrets = {
    question: QUESTIONS[0] ?? '',
    themes: [],
    preferredGender: 'ANY',
    noTie: false,
    riskAnswers: null,
    goals: '',
    alternative: null,
    words: null,
    finalMeasureDeclined: false,
    ...words,
  };
  room.add('counselling_episode', row, { place: episodePlace({ id: columns.id, clientId: file.clientId, sealVersion: 1 }), payload });
}

/** Lays one session. Returns its id. */
export function addSession(
  room: Shelf,
  clientId: string,
  place: object,
  { at, status, modality = 'IN_PERSON' }: { at: Date; status: string; modality?: string },
): string {
  const id = newId();
  const planned = status === 'SCHEDULED';
  const said = { minutes: 50, risk_checked: status === 'ATTENDED' ? 'NOT_INDICATED' : null, recorded_at: planned ? null : at };
  const row = { id, ...place, at, modality, status, ...said, seal_version: 1, version: 1 };
  const payload = { participants: null, interpreter: null };
  room.add('counselling_session', row, { place: sessionPlace({ id, clientId, sealVersion: 1 }), payload });
  return id;
}

/** Once a week, one missed, the next one planned. Gives the id of the first. */
function laySessions(shelf: Shelf, setting: Setting, file: LaidCase, place: object): string {
  const ids = [28, 21, 14, 7, -2].map((days) => {
    const planned = days < 0;
    const status = planned ? 'SCHEDULED' : days === 14 ? 'DNA' : 'ATTENDED';
    const at = planned ? new Date(Math.floor(setting.now / DAY) * DAY - days * DAY + 10 * 3_600_000) : momentAgo(setting, days, 10 * 60);
    return addSession(shelf, file.clientId, place, { at, status, modality: days === 21 ? 'PHONE' : 'IN_PERSON' });
  });
  return ids[0] ?? '';
}

const RECORD: readonly (readonly [type: string, days: number, body: string])[] = [
  ['ASSESSMENT', 28, 'Comes of own accord. Wakes at four most nights; eats regularly; no thoughts of self-harm.'],
  ['PROGRESS', 21, 'Keeps a note of the nights. Two of seven were better.'],
];

function layNotes(shelf: Shelf, setting: Setting, file: LaidCase, place: object, sessionId: string): void {
  for (const [type, days, body] of RECORD) {
    const id = newId();
    const at = momentAgo(setting, days, 11 * 60);
    const dates = { happened_at: at, written_at: at, saved_at: at, signed_at: at };
    shelf.add(
      'clinical_note',
      { id, ...place, session_id: type === 'ASSESSMENT' ? sessionId : null, type, state: 'SIGNED', ...dates, seal_version: 1, version: 2 },
      { place: clinicalPlace({ id, clientId: file.clientId, sealVersion: 1 }), payload: { body } },
    );
  }
}

function layScores(shelf: Shelf, setting: Setting, file: LaidCase, place: object, licences: ReadonlyMap<Instrument, string>): void {
  const taken: readonly (readonly [Instrument, number, readonly number[]])[] = [
    ...WELLBEING.map((answers, at) => ['WHO5', 28 - at * 10, answers] as const),
    ...MOOD.map((answers, at) => ['PHQ9', 28 - at * 20, answers] as const),
  ];
  for (const [instrument, days, answers] of taken) {
    const id = newId();
    const at = momentAgo(setting, days, 10 * 60 + 30);
    const payload: ScreeningSecrets = { ...scoreToKeep(instrument, answers), items: [...answers], actionTaken: null, toldWhom: null };
    const kept = { instrument, language: 'fa', mode: 'SELF', licence_id: licences.get(instrument), at, recorded_at: at, seal_version: 1 };
    shelf.add(
      'screening_result',
      { id, ...place, ...kept },
      { place: screeningPlace({ id, clientId: file.clientId, sealVersion: 1 }), payload },
    );
  }
}
