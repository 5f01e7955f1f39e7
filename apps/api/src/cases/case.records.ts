import { Injectable } from '@nestjs/common';
import { CLASSES_OF_ROLE, type Word } from '@panah/domain/access/access-table';
import { PRIMARY_WORKER_ROLE } from '@panah/domain/cases/primary-worker';
import type { LifeFacts } from '@panah/domain/dates/day-of-a-life';
import { dueOn } from '@panah/domain/cases/sla.rules';
import { dayAt, type OfficeCalendar } from '@panah/domain/staff/office-calendar';
import type { ClientCardRow } from '../clients/client.records';
import type { NamedRow } from '../staff/staff.records';
import { currentActor, REACH_PARAMETERS, reachValues, reachValuesOrNone, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import type { Statement } from '../platform/database/unit-of-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { type CaseChange, CaseFile } from './case.entity';
import { TeamMember } from './team-member.entity';
import { today } from '../platform/access/today';

/** What admission knows when it opens a case. Both questions of R-AC-13 are answered by then. */
export interface OpenCase {
  clientId: string;
  officeId: string;
  enquiryId: string | null;
  caseRef: string;
  country: string;
  streams: string[];
  priority: string;
  primaryWorkerId: string;
  memberAnsweredAt: Date;
  clientAnsweredAt: Date;
  /** Who told the client and heard the answer. */
  clientAnswerBy: string;
  /** 1 unless the same reference is opened again. */
  periodNo?: number;
}

/** A place of the reader on the case team now. */
export interface Standing {
  role: string;
  classes: string[];
}

export interface ReachedCase extends CaseFile {
  /** The reader's own places on the team. */
  standing: Standing[];
  /** Opened again since: what is done happens in the later period. */
  hasLaterPeriod: boolean;
}

type Closed<Who extends string> = Record<`${Who}Sealed`, Buffer | null> & Record<`${Who}SealVersion`, number>;

/** A case with the rows of client and primary worker, still closed. */
export interface WholeFile {
  file: ReachedCase;
  client: ClientCardRow | null;
  workers: NamedRow[];
}

/** A step taken, with what it leaves on the case and the words for it. */
export interface CaseMove {
  action: string;
  to: string;
  change: CaseChange;
  /** A code. */
  reason?: string | null;
  note?: string | null;
}

const COLUMNS = `c.id, c.org_id as "orgId", c.office_id as "officeId", c.client_id as "clientId", c.enquiry_id as "enquiryId", c.case_ref as "caseRef",
  c.period_no as "periodNo", c.state, c.state_since as "stateSince", c.state_before as "stateBefore", c.priority, c.streams, c.country,
  c.risk_level as "riskLevel", c.primary_worker_id as "primaryWorkerId", c.opened_on as "openedOn", c.closed_on as "closedOn",
  c.assessment_due as "assessmentDue", c.plan_due as "planDue", c.last_contact_at as "lastContactAt", c.hold_reason as "holdReason",
  c.hold_review_on as "holdReviewOn", c.closure_reason as "closureReason", c.closure_requested_by as "closureRequestedBy",
  c.closure_requested_at as "closureRequestedAt", c.closed_by as "closedBy", c.assessment_note_id as "assessmentNoteId", c.plan_note_id as "planNoteId",
  c.plan_submitted_by as "planSubmittedBy", c.plan_submitted_at as "planSubmittedAt", c.plan_approved_by as "planApprovedBy",
  c.plan_approved_at as "planApprovedAt", c.closure_note_id as "closureNoteId", c.version`;
// $3 is the reader, as `withinReach` has it
const REACHED = `${COLUMNS},
           (select coalesce(jsonb_agg(jsonb_build_object('role', t.role, 'classes', t.classes)), '[]') from case_team t
             where t.client_id = c.client_id and t.staff_id = $3::uuid and t.starts_at <= now() and t.ended_at is null
               and (t.ends_at is null or t.ends_at > now())) as standing,
           exists (select from case_file l where l.case_ref = c.case_ref and l.period_no > c.period_no) as "hasLaterPeriod"`;
const ONE = { name: 'case.one', text: `select ${REACHED} from case_file c where c.id = $1 and ${withinReachOfOne('c', 'client_id', 2)}` };
const WHOLE = {
  name: 'case.whole',
  text: `select ${REACHED}, k.sealed as "clientSealed", k.seal_version as "clientSealVersion",
           s.sealed as "workerSealed", s.seal_version as "workerSealVersion"
           from case_file c left join staff_member s on s.id = c.primary_worker_id left join client k on k.id = c.client_id and ${withinReachOfOne('c', 'client_id', 2 + REACH_PARAMETERS)}
          where c.id = $1 and ${withinReachOfOne('c', 'client_id', 2)}`,
};
const HOLD = { name: 'case.hold', text: `${ONE.text} for update` };
const TOUCH = { name: 'case.touch-contact', text: 'update case_file set last_contact_at = greatest(last_contact_at, $2) where id = $1' };
const CALENDAR = {
  name: 'case.calendar',
  text: 'select time_zone as "timeZone", weekend_days as "weekendDays", holidays::text[] as holidays from office where id = $1',
};

const LIFE = {
  name: 'case.life',
  text: `select o.time_zone as "timeZone", p.birth_year_from as "bornFrom" from case_file c join office o on o.id = c.office_id left join client p on p.id = c.client_id
          where c.id = $1`,
};
const TIME_ZONE = {
  name: 'case.time-zone',
  text: 'select o.time_zone as "timeZone" from case_file c join office o on o.id = c.office_id where c.id = $1',
};
/** One statement for each set of fields that a step changes; they are few. */
const moveStatements = new Map<string, Statement>();

function moveStatement(fields: readonly string[]): Statement {
  const columns = fields.map((field) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  const changes = columns.map((column, at) => `${column} = $${at + 3}`).join(', ');
  const made = moveStatements.get(changes) ?? {
    name: `case.move.${moveStatements.size}`,
    text: `update case_file c set ${changes}, version = version + 1 where c.id = $1 and c.version = $2 returning ${COLUMNS}`,
  };
  moveStatements.set(changes, made);
  return made;
}

/** The door to the cases. Reach: the coordinator's office, or the case team in the role of the team row; never past a block. */
@Injectable()
export class CaseRecords {
  constructor(private readonly steps: ProcessSteps) {}

  /** Opens a case with its primary worker (R-CA-01) in the caller's transaction; the client's row exists by then. Returns the id of the case. */
  async open(input: OpenCase): Promise<string> {
    const id = newId();
    const { orgId } = currentActor();
    const { clientId, officeId, enquiryId, caseRef, country, streams, priority, primaryWorkerId, periodNo = 1 } = input;
    const calendar = await this.calendarOf(officeId);
    const openedOn = dayAt(new Date().toISOString(), calendar.timeZone);
    await currentWork().entities.insert(CaseFile, {
      id,
      orgId,
      officeId,
      clientId,
      enquiryId,
      caseRef,
      periodNo,
      country,
      streams,
      priority,
      primaryWorkerId,
      openedOn,
      state: 'ASSESSMENT',
      assessmentDue: dueOn('assessment', openedOn, calendar),
      planDue: dueOn('plan', openedOn, calendar),
    });
    await this.addPrimary(id, input);
    await this.steps.record({ type: 'case', id, action: 'open', from: null, to: 'ASSESSMENT', officeId, clientId });
    return id;
  }

  /** The case within the reach that a word gives. Out of reach is not found. */
  async reachable(id: string, word: Word): Promise<ReachedCase> {
    return this.found(await currentWork().row<ReachedCase & Record<string, unknown>>(ONE, [id, ...reachValues(word)]), id);
  }

  /** As `reachable` for `case:read`, with the row of the client where the reader's place on the team opens the person. */
  async reachableWhole(id: string): Promise<WholeFile> {
    const values = [id, ...reachValues('case:read'), ...reachValuesOrNone('client:read')];
    const row = await currentWork().row<ReachedCase & Closed<'client' | 'worker'> & Record<string, unknown>>(WHOLE, values);
    const file = this.found(row, id);
    const client = row?.clientSealed ? { id: file.clientId, sealed: row.clientSealed, sealVersion: row.clientSealVersion } : null;
    const { primaryWorkerId: worker } = file;
    const workers = worker && row?.workerSealed ? [{ id: worker, sealed: row.workerSealed, sealVersion: row.workerSealVersion }] : [];
    return { file, client, workers };
  }

  /** As `reachable`, and nobody else moves or edits the case until this request is over. */
  async hold(id: string, word: Word): Promise<ReachedCase> {
    return this.found(await currentWork().row<ReachedCase & Record<string, unknown>>(HOLD, [id, ...reachValues(word)]), id);
  }

  /** Throws 412 with the names of the fields that others changed meanwhile. */
  async edit(held: ReachedCase, version: number, plain: Pick<CaseFile, 'priority' | 'streams' | 'country'>): Promise<void> {
    const changed = Object.entries(plain)
      .filter(([name, value]) => JSON.stringify(held[name as keyof CaseFile]) !== JSON.stringify(value))
      .map(([name]) => name);
    if (held.version !== version) throw staleEdit(held.version, changed);
    currentLine().changed(...changed);
    await currentWork().entities.update(CaseFile, { id: held.id, version }, { ...plain, version: version + 1 });
  }

  /** Takes a step on a held case, and leaves it in the history that a caseworker reads. Returns the case as it is then. */
  async move(held: ReachedCase, { action, to, change, reason = null, note = null }: CaseMove): Promise<ReachedCase> {
    const { id, clientId, officeId, state, version } = held;
    currentLine().changed('state', ...Object.keys(change));
    const moved = to === state ? {} : { state: to, stateSince: new Date(), stateBefore: state };
    const changes = { ...change, ...moved };
    const values = [id, version, ...(Object.values(changes) as unknown[])];
    const [after] = await Promise.all([
      currentWork().row<CaseFile & Record<string, unknown>>(moveStatement(Object.keys(changes)), values),
      this.steps.record({ type: 'case', id, action, from: state, to, officeId, clientId, reason, note }),
    ]);
    if (!after) throw notFound();
    return { ...held, ...after };
  }

  /** A line in the history of a case that stays as it is. */
  async leaveStep({ id, clientId, officeId, state }: ReachedCase, action: string, note: string): Promise<void> {
    await this.steps.record({ type: 'case', id, action, from: state, to: state, officeId, clientId, note });
  }

  /** R-CA-07: a signed contact moves the day of the last contact forward, never back. The caller has checked the reach. */
  async touchContact(caseId: string, at: Date): Promise<void> {
    await currentWork().change(TOUCH, [caseId, at]);
  }

  /** When the office works. */
  async calendarOf(officeId: string): Promise<OfficeCalendar> {
    const calendar = await currentWork().row<OfficeCalendar & Record<string, unknown>>(CALENDAR, [officeId]);
    if (!calendar) throw notFound();
    return calendar;
  }

  /** The day it is in the office of a case, or where one works oneself when the case is out of sight; the caller checks the reach. */
  async todayOn(caseId: string): Promise<string> {
    const office = await currentWork().row<{ timeZone: string }>(TIME_ZONE, [caseId]);
    return office ? dayAt(new Date().toISOString(), office.timeZone) : today();
  }

  /** What a day that is told of somebody is measured by; the caller checks the reach to the case. */
  async lifeOn(caseId: string): Promise<LifeFacts> {
    const found = await currentWork().row<{ timeZone: string; bornFrom: number | null }>(LIFE, [caseId]);
    if (!found) return { bornFrom: null, today: today() };
    const { timeZone, bornFrom } = found;
    return { bornFrom: bornFrom === null ? null : `${bornFrom}-01-01`, today: dayAt(new Date().toISOString(), timeZone) };
  }

  private async addPrimary(
    caseId: string,
    { clientId, officeId, primaryWorkerId, memberAnsweredAt, clientAnsweredAt, clientAnswerBy }: OpenCase,
  ): Promise<void> {
    const { orgId, staffId } = currentActor();
    await currentWork().entities.insert(TeamMember, {
      id: newId(),
      orgId,
      officeId,
      clientId,
      caseId,
      staffId: primaryWorkerId,
      role: PRIMARY_WORKER_ROLE,
      isPrimary: true,
      classes: [...CLASSES_OF_ROLE[PRIMARY_WORKER_ROLE]],
      reason: 'ALLOCATION',
      proposedBy: staffId,
      memberAnswer: 'NO_TIE',
      memberAnsweredAt,
      clientAnswer: 'NO_OBJECTION',
      clientAnsweredAt,
      clientAnswerBy,
      startsAt: new Date(),
    });
  }

  private found(row: ReachedCase | null, id: string): ReachedCase {
    currentLine().about('case', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    if (!row) throw notFound();
    currentLine().returned('case', [id]);
    return row;
  }
}
