import { documentType } from '@panah/domain/vocabulary/documents';
import { newId } from '../platform/new-id';
import type { Chance } from './chance';
import { drawType, type LaidCase, layNote } from './lay-case';
import { layConsents } from './lay-consents';
import { layDocument } from './lay-document';
import { layMoves } from './lay-moves';
import type { Setting } from './setting';
import type { Shelf } from './shelf';

type Move = readonly [action: string, from: string | null, to: string];

/** What moved, and how: each record makes its steps one after the other. */
const MOVES: Readonly<Record<string, readonly Move[]>> = {
  case: [
    ['hold', 'ACTIVE', 'ON_HOLD'],
    ['resume', 'ON_HOLD', 'ACTIVE'],
  ],
  case_team: [
    ['propose', null, 'PROPOSED'],
    ['start', 'PROPOSED', 'STANDING'],
    ['end', 'STANDING', 'ENDED'],
  ],
  risk_assessment: [['finalise', 'DRAFT', 'FINAL']],
  safety_plan: [['write', null, 'CURRENT']],
  danger: [
    ['raise', null, 'OPEN'],
    ['take', 'OPEN', 'TAKEN'],
  ],
  need: [
    ['identify', null, 'CONFIRMED'],
    ['follow', 'CONFIRMED', 'IN_PLAN'],
  ],
  plan: [
    ['begin', null, 'DRAFT'],
    ['submit', 'DRAFT', 'SUBMITTED'],
    ['approve', 'SUBMITTED', 'APPROVED'],
  ],
  task: [
    ['start', 'OPEN', 'IN_PROGRESS'],
    ['finish', 'IN_PROGRESS', 'DONE'],
  ],
  appointment: [
    ['agree', null, 'PLANNED'],
    ['result', 'PLANNED', 'HELD'],
  ],
  document: [['add', 'UPLOADING', 'UNSCANNED']],
};
const SUBJECTS = Object.keys(MOVES);
const YEARS = 2;
const HOUR = 3_600_000;
const [DOCUMENTS, CONSENTS, STEPS_OF_CONSENTS] = [20, 12, 5];

/**
 * Lays about `count` events on a file over two years: notes and steps in equal parts, a few documents and consents among them.
 * What is told of consents bears the moment of writing, for the database says when they were told.
 */
export function layHistory(shelf: Shelf, setting: Setting, file: LaidCase, chance: Chance, count: number): void {
  const rest = count - DOCUMENTS - CONSENTS * STEPS_OF_CONSENTS;
  const moments = Array.from({ length: rest }, () => new Date(setting.now - HOUR - Math.floor(chance.next() * YEARS * 365 * 24 * HOUR)));
  moments.sort((a, b) => a.getTime() - b.getTime());
  for (let each = 0; each < CONSENTS; each++) layConsents(shelf, setting, file, new Date(setting.now - HOUR));
  for (let each = 0; each < DOCUMENTS; each++)
    layAddition(shelf, setting, file, chance, moments[each * DOCUMENTS] ?? new Date(setting.now));
  layEvents(shelf, setting, file, chance, moments);
}

/** Lays one event at each of these moments. */
export function layEvents(shelf: Shelf, setting: Setting, file: LaidCase, chance: Chance, moments: readonly Date[]): void {
  for (const at of moments) {
    if (chance.happens(0.5)) layNote(shelf, setting, file, drawType(chance), at, chance);
    else layMove(shelf, setting, file, chance, at);
  }
}

function layMove(shelf: Shelf, setting: Setting, file: LaidCase, chance: Chance, at: Date): void {
  const subject = chance.pick(SUBJECTS.filter((each) => each !== 'document'));
  const [action, from, to] = chance.pick(MOVES[subject] ?? []);
  const by = chance.pick([file.workerId, file.coordinatorId]);
  const subjectId = subject === 'case' ? file.id : newId();
  layMoves(shelf, setting, file, { type: subject, id: subjectId }, [{ action, from, to, by, at }]);
}

function layAddition(shelf: Shelf, setting: Setting, file: LaidCase, chance: Chance, at: Date): void {
  const id = layDocument(shelf, setting, file, chance.pick(GENERAL), at);
  const by = file.workerId;
  const moves = (MOVES['document'] ?? []).map(([action, from, to]) => ({ action, from, to, by, at }));
  layMoves(shelf, setting, file, { type: 'document', id }, moves);
}

const GENERAL = documentType.codes.filter((code) => ['TENANCY', 'CORRESPONDENCE', 'EDUCATION'].includes(code));
