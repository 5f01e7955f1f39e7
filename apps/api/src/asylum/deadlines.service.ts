import { Injectable } from '@nestjs/common';
import type {
  DeadlineDayInput,
  DeadlineInput,
  DeadlineMetInput,
  DeadlineView,
  MissedReviewInput,
} from '@panah/contracts/legal-deadlines.contract';
import { assertMayMeet, type MeetingGiven } from '@panah/domain/asylum/claim.rules';
import { type LegalDeadlineAction, legalDeadlineProcess } from '@panah/domain/asylum/legal-deadline.process';
import { move, RuleBroken } from '@panah/domain/process/process';
import type { DeadlineTrigger, DeadlineType } from '@panah/domain/vocabulary/legal-deadlines';
import { CaseRecords } from '../cases/case.records';
import { DocumentRecords } from '../documents/document.records';
import { mayOn } from '../platform/access/may-on';
import { currentLine } from '../platform/audit/current-line';
import { invalid } from '../platform/errors/problem';
import { StaffRecords } from '../staff/staff.records';
import { CaseOwners } from '../tasks/case-owner.records';
import { ClaimDeadlines } from './claim-deadlines';
import { ClaimRecords } from './claim.records';
import { deadlineView } from './claim.view';
import type { OpenDeadline } from './legal-deadline.entity';
import { LegalDeadlineRecords } from './legal-deadline.records';

/** What people do about legal deadlines. */
@Injectable()
export class DeadlinesService {
  constructor(
    private readonly deadlines: LegalDeadlineRecords,
    private readonly claims: ClaimRecords,
    private readonly ground: ClaimDeadlines,
    private readonly cases: CaseRecords,
    private readonly owners: CaseOwners,
    private readonly documents: DocumentRecords,
    private readonly staff: StaffRecords,
  ) {}

  async read(id: string): Promise<DeadlineView> {
    const deadline = await this.deadlines.get(id);
    const file = await this.cases.reachable(deadline.row.caseId, 'deadline:read');
    currentLine().about('legal_deadline', id, deadline.row);
    const reckonings = await this.deadlines.reckonings([id]);
    const names = await this.staff.names([deadline.row.ownerId, ...reckonings.map(({ by }) => by)]);
    return deadlineView(deadline, reckonings, names, file);
  }

  /** Entered by the legal team (`MANUAL` of model 2.8). */
  async enter(claimId: string, input: DeadlineInput): Promise<DeadlineView> {
    const { row } = await this.claims.hold(claimId, 'deadline:enter');
    const file = await this.cases.reachable(row.caseId, 'deadline:enter');
    const { triggerDate, dueOn, ownerId } = input;
    if (ownerId) await this.owners.assertOwner(file, ownerId);
    const ground = await this.ground.groundOf(row);
    const reckoning = await this.ground.entering(row, ground, input.trigger as DeadlineTrigger, triggerDate, dueOn);
    return this.read(await this.ground.open(row, ground, input.type as DeadlineType, reckoning, null, null, ownerId));
  }

  /** A lawyer was asked, or knows better: the day they said, the former beside it. */
  async setDay(id: string, { dueOn, words }: DeadlineDayInput): Promise<DeadlineView> {
    const { row } = await this.held(id, 'enter');
    const ground = await this.ground.groundOf(row);
    const reckoning = await this.ground.entering(row, ground, row.trigger, row.triggerDate, dueOn);
    await this.deadlines.reckon(row, 'ENTERED', reckoning, ground.profile.revision, words);
    await this.ground.settleTasks(id);
    await this.ground.task(row, ground, row, reckoning);
    return this.read(id);
  }

  /** R-AS-06 */
  async meet(id: string, { metOn, ...said }: DeadlineMetInput): Promise<DeadlineView> {
    const { documentId = null, confirmedOn = null, words = null }: MeetingGiven = said;
    const { row } = await this.held(id, 'meet');
    const file = await this.cases.reachable(row.caseId, 'deadline:meet');
    const { today } = await this.ground.groundOf(row);
    assertMayMeet({ metOn, documentId, confirmedOn, words }, row.triggerDate, today, mayOn('deadline:enter', file));
    const [evidence] = documentId ? await this.documents.known([documentId]) : [];
    if (documentId && evidence?.row.clientId !== row.clientId) throw invalid({ documentId: ['unknown'] });
    await this.ground.end(row, { metOn, evidenceId: documentId, confirmedOn, words });
    return this.read(id);
  }

  /** Model 3.12: it is followed by one that is open, with the new day. */
  async extend(id: string, { dueOn, words }: DeadlineDayInput): Promise<DeadlineView> {
    const { row } = await this.held(id, 'extend');
    if (row.dueOn !== null && dueOn <= row.dueOn) throw new RuleBroken('deadline-incomplete', {}, { dueOn: ['not-later'] });
    const ground = await this.ground.groundOf(row);
    const reckoning = await this.ground.entering(row, ground, row.trigger, row.triggerDate, dueOn);
    const { row: claim } = await this.claims.get(row.claimId, 'deadline:extend');
    await this.deadlines.end(row, 'extend', 'EXTENDED', { words });
    await this.ground.settleTasks(id);
    return this.read(await this.ground.open(claim, ground, row.type, reckoning, row.decisionId, id, row.ownerId));
  }

  /** R-AS-07: nobody calls missed what may still be kept. */
  async miss(id: string, words: string): Promise<DeadlineView> {
    const { row } = await this.held(id, 'miss');
    const { today } = await this.ground.groundOf(row);
    if (row.dueOn !== null && row.dueOn >= today) throw new RuleBroken('deadline-not-over', {}, { dueOn: ['not-over'] });
    await this.ground.missed(row, row, words);
    return this.read(id);
  }

  async leave(id: string, words: string): Promise<DeadlineView> {
    const { row } = await this.held(id, 'not_use');
    await this.deadlines.end(row, 'not_use', 'NOT_USED', { words });
    await this.ground.settleTasks(id);
    return this.read(id);
  }

  async review(id: string, { whoKnew, remedy, ourFault }: MissedReviewInput): Promise<DeadlineView> {
    const deadline = await this.deadlines.hold(id, 'deadline:review');
    if (deadline.row.state !== 'MISSED' || deadline.row.reviewedAt !== null)
      throw new RuleBroken('not-open', { state: deadline.row.state, action: 'review' });
    await this.deadlines.review(deadline, remedy, ourFault, whoKnew);
    await this.ground.done('DEADLINE_MISSED', id);
    return this.read(id);
  }

  private async held(id: string, action: LegalDeadlineAction | 'enter'): Promise<OpenDeadline> {
    const deadline = await this.deadlines.hold(id, `deadline:${action}`);
    move(legalDeadlineProcess, deadline.row.state, action === 'enter' ? 'meet' : action);
    return deadline;
  }
}
