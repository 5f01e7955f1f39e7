import { riskFloor } from '@panah/domain/risk/risk-floor';
import { riskFactor } from '@panah/domain/vocabulary/risk';
import { appointmentPlace } from '../appointments/appointment.records';
import { legalBasisPlace } from '../consents/disclosure.entity';
import { notePlace } from '../notes/note.records';
import { newId } from '../platform/new-id';
import { riskPlace, type RiskSecrets } from '../risk/risk-assessment';
import { ratingOf } from '../risk/risk-input';
import type { LaidCase } from './lay-case';
import type { LaidRisk } from './lay-safety';
import type { Life } from './lives';
import { dayOf, OFFICE_CALENDAR, type Setting } from './setting';
import type { Shelf } from './shelf';

const HOUR = 3_600_000;

const ofCase = (setting: Setting, { id, clientId, officeId }: LaidCase) => ({
  org_id: setting.orgId,
  office_id: officeId,
  client_id: clientId,
  case_id: id,
  seal_version: 1,
  version: 1,
});
const ago = ({ now }: Setting, hours: number): Date => new Date(now - hours * HOUR);

/** Lays what a coordinator finds on the board of a demonstration: what waits for a second person, and what was left lying. Nothing is drawn by chance. */
export function layBoard(
  shelf: Shelf,
  setting: Setting,
  file: LaidCase,
  life: Life,
  risk: LaidRisk | null,
  closureNoteId: string | null,
): void {
  const days = life.openedDaysAgo ?? 0;
  if (closureNoteId) layNote(shelf, setting, file, { id: closureNoteId, type: 'DECISION', hours: 60, body: CLOSURE });
  if (life.state !== 'ACTIVE') return;
  if (risk?.risk_level === 'HIGH') {
    if (days % 2 === 0) layLowering(shelf, setting, file);
    else layBasis(shelf, setting, file);
  }
  if (days % 11 === 0) layNote(shelf, setting, file, { type: 'ADMIN', hours: 50, body: TWICE, voidHours: 20 });
  if (days % 6 === 1) layMeeting(shelf, setting, file);
}

const CLOSURE = 'Talked it over at the last two meetings: the goals are reached, and the door stays open.';
const TWICE = 'The same as yesterday: the place at the course is confirmed.';

/** R-RI-06: down from high by two levels waits for a second person. */
function layLowering(shelf: Shelf, setting: Setting, file: LaidCase): void {
  const id = newId();
  const at = ago(setting, 2); // after whatever stands: an earlier look does not lower it
  const payload: RiskSecrets = {
    sources: ['SELF', 'WORKER'],
    seenAlone: true,
    ratings: riskFactor.codes.map((factor) => ({
      factor,
      rating: factor === 'TH1' || factor === 'TH3' ? ('PAST' as const) : ('ABSENT' as const),
      note: null,
    })),
    protective: 'Has moved in with a friend; the course goes well.',
    worries: 'The papers.',
    ownScale: 2,
    levelReason: 'Nothing has come for six weeks, and nobody at the new place knows the old one.',
    overrideReason: null,
    actionTaken: null,
    toldWhom: null,
  };
  const row = {
    ...ofCase(setting, file),
    id,
    author_id: file.workerId,
    state: 'WAITING',
    assessed_at: at,
    floor: riskFloor(ratingOf(payload.ratings), false),
    level: 'LOW',
    previous_level: 'HIGH',
    second_reason: 'LOWERED',
    saved_at: at,
    proposed_at: at,
  };
  shelf.add('risk_assessment', row, { place: riskPlace({ id, clientId: file.clientId, sealVersion: 1 }), payload });
}

/** R-CO-08: something is to be told without consent; the other coordinator asked for it. */
function layBasis(shelf: Shelf, setting: Setting, file: LaidCase): void {
  const id = newId();
  const recipient = { id: newId(), kind: 'ORGANISATION', name: 'Emergency ward of the district' };
  const row = {
    ...ofCase(setting, file),
    id,
    basis: 'VITAL_INTEREST',
    purpose: 'C06_HEALTH',
    recipient: recipient.id,
    scope: ['NAME', 'HEALTH'],
    state: 'ASKED',
    asked_by: file.secondCoordinatorId,
    asked_at: ago(setting, 1),
    inform: 'TELL',
  };
  const payload = { recipient, reason: 'The ward asks which medicine is taken; the person cannot be reached.', danger: null };
  shelf.add('legal_basis', row, { place: legalBasisPlace(id, file.clientId), payload });
}

interface Left {
  id?: string;
  type: 'DECISION' | 'ADMIN';
  hours: number;
  body: string;
  voidHours?: number;
}

function layNote(shelf: Shelf, setting: Setting, file: LaidCase, { id = newId(), type, hours, body, voidHours }: Left): void {
  const at = ago(setting, hours);
  const row = {
    ...ofCase(setting, file),
    id,
    author_id: file.workerId,
    type,
    class: 'CONFIDENTIAL',
    state: voidHours === undefined ? 'FINAL' : 'VOID_ASKED',
    happened_at: at,
    saved_at: at,
    signed_at: at,
    void_reason: voidHours === undefined ? null : 'WRITTEN_TWICE',
    void_asked_at: voidHours === undefined ? null : ago(setting, voidHours),
  };
  const place = notePlace({ id, clientId: file.clientId, class: 'CONFIDENTIAL', sealVersion: 1 });
  shelf.add('case_note', row, { place, payload: { body, direction: null, channel: null, minutes: null } });
}

/** An appointment of yesterday of which nobody said what became of it. */
function layMeeting(shelf: Shelf, setting: Setting, file: LaidCase): void {
  const id = newId();
  const row = {
    ...ofCase(setting, file),
    id,
    record_class: 'CONFIDENTIAL',
    owner_id: file.workerId,
    created_by: file.workerId,
    created_at: ago(setting, 24 * 6),
    state: 'PLANNED',
    starts_at: ago(setting, 26),
    reminded_at: ago(setting, 50),
    minutes: 45,
    time_zone: OFFICE_CALENDAR.timeZone,
  };
  const payload = { kind: 'OFFICE_VISIT', title: null, persons: null };
  shelf.add('appointment', row, { place: appointmentPlace({ id, clientId: file.clientId, sealVersion: 1 }), payload });
}

/** One caseworker of an office is away soon, and nobody stands in yet (R-CA-10). */
export function layAbsence(shelf: Shelf, setting: Setting): void {
  const [office] = setting.offices;
  const away = office?.caseworkers.at(-1);
  if (!office || !away) return;
  shelf.add('absence', {
    id: newId(),
    org_id: setting.orgId,
    office_id: office.id,
    staff_id: away,
    from_on: dayOf(ago(setting, -4 * 24)),
    until_on: dayOf(ago(setting, -15 * 24)),
    needs_deputy: true,
    recorded_by: away,
    recorded_at: ago(setting, 30),
    version: 1,
  });
}
