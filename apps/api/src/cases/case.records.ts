import { Injectable } from '@nestjs/common';
import { CLASSES_OF_ROLE, type Word } from '@panah/domain/access/access-table';
import { dayAt, type OfficeCalendar } from '@panah/domain/staff/office-calendar';
import { currentActor, reachValues, withinReach } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { CaseFile } from './case.entity';
import { TeamMember } from './team-member.entity';

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

const COLUMNS = `c.id, c.org_id as "orgId", c.office_id as "officeId", c.client_id as "clientId", c.enquiry_id as "enquiryId", c.case_ref as "caseRef",
  c.period_no as "periodNo", c.state, c.state_since as "stateSince", c.state_before as "stateBefore", c.priority, c.streams, c.country,
  c.risk_level as "riskLevel", c.primary_worker_id as "primaryWorkerId", c.opened_on as "openedOn", c.closed_on as "closedOn",
  c.assessment_due as "assessmentDue", c.plan_due as "planDue", c.last_contact_at as "lastContactAt", c.hold_reason as "holdReason",
  c.hold_review_on as "holdReviewOn", c.closure_reason as "closureReason", c.closure_requested_by as "closureRequestedBy",
  c.closure_requested_at as "closureRequestedAt", c.closed_by as "closedBy", c.assessment_note_id as "assessmentNoteId", c.plan_note_id as "planNoteId",
  c.plan_submitted_by as "planSubmittedBy", c.plan_submitted_at as "planSubmittedAt", c.plan_approved_by as "planApprovedBy",
  c.plan_approved_at as "planApprovedAt", c.closure_note_id as "closureNoteId", c.version`;
const ONE = { name: 'case.one', text: `select ${COLUMNS} from case_file c where c.id = $1 and ${withinReach('c', 'client_id', 2)}` };
const HOLD = { name: 'case.hold', text: `${ONE.text} for update` };
const TOUCH = { name: 'case.touch-contact', text: 'update case_file set last_contact_at = greatest(last_contact_at, $2) where id = $1' };
const CALENDAR = { name: 'case.calendar', text: 'select time_zone as "timeZone", weekend_days as "weekendDays", holidays::text[] as holidays from office where id = $1' };

/** The door to the cases. Reach: the coordinator's office, or the case team in the role of the team row; never past a block. */
@Injectable()
export class CaseRecords {
  constructor(private readonly steps: ProcessSteps) {}

  /** Opens a case with its primary worker (R-CA-01) in the caller's transaction; the client's row exists by then. Returns the id of the case. */
  async open(input: OpenCase): Promise<string> {
    const id = newId();
    const { orgId } = currentActor();
    const { clientId, officeId, enquiryId, caseRef, country, streams, priority, primaryWorkerId, periodNo = 1 } = input;
    const openedOn = await this.todayAt(officeId);
    await currentWork().entities.insert(CaseFile, {
      id, orgId, officeId, clientId, enquiryId, caseRef, periodNo, country, streams, priority, primaryWorkerId, openedOn, state: 'ASSESSMENT',
    });
    await this.addPrimary(id, input);
    await this.steps.record({ type: 'case', id, action: periodNo === 1 ? 'open' : 'reopen', from: null, to: 'ASSESSMENT', officeId, clientId });
    return id;
  }

  /** The case within the reach that a word gives. Out of reach is not found. */
  async reachable(id: string, word: Word): Promise<CaseFile> {
    return this.found(await currentWork().row<CaseFile & Record<string, unknown>>(ONE, [id, ...reachValues(word)]), id);
  }

  /** As `reachable`, and nobody else moves or edits the case until this request is over. */
  async hold(id: string, word: Word): Promise<CaseFile> {
    return this.found(await currentWork().row<CaseFile & Record<string, unknown>>(HOLD, [id, ...reachValues(word)]), id);
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

  /** The day it is in the office. */
  async todayAt(officeId: string): Promise<string> {
    return dayAt(new Date().toISOString(), (await this.calendarOf(officeId)).timeZone);
  }

  private async addPrimary(caseId: string, { clientId, officeId, primaryWorkerId, memberAnsweredAt, clientAnsweredAt, clientAnswerBy }: OpenCase): Promise<void> {
    const { orgId, staffId } = currentActor();
    await currentWork().entities.insert(TeamMember, {
      id: newId(), orgId, officeId, clientId, caseId, staffId: primaryWorkerId, role: 'CASEWORKER', isPrimary: true, classes: [...CLASSES_OF_ROLE.CASEWORKER],
      reason: 'ALLOCATION', proposedBy: staffId, memberAnswer: 'NO_TIE', memberAnsweredAt, clientAnswer: 'NO_OBJECTION', clientAnsweredAt, clientAnswerBy, startsAt: new Date(),
    });
  }

  private found(row: CaseFile | null, id: string): CaseFile {
    currentLine().about('case', id, row ? { clientId: row.clientId, officeId: row.officeId } : {});
    if (!row) throw notFound();
    return row;
  }
}
