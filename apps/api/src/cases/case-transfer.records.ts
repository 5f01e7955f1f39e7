import { Injectable } from '@nestjs/common';
import { caseProcess, type CaseState, type TransferEvent } from '@panah/domain/cases/case.process';
import { retentionUntil } from '@panah/domain/cases/closure.rules';
import { dayAt } from '@panah/domain/staff/office-calendar';
import { move, RuleBroken } from '@panah/domain/process/process';
import type { ClosureHold } from '@panah/domain/vocabulary/closures';
import { PlanSteps } from '../plans/plan-step.records';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { ProcessSteps } from '../platform/process-steps';
import { TaskCaseRecords } from '../tasks/task-case.records';
import { CaseEndings } from './case-endings.records';
import type { CaseFile } from './case.entity';
import { ClosureRecords } from './closure.records';
import { TeamRecords } from './team.records';

interface HeldCase extends Pick<CaseFile, 'id' | 'clientId' | 'officeId' | 'state'>, Record<string, unknown> {
  timeZone: string;
}

const HOLD = {
  name: 'case-transfer.hold',
  text: `select c.id, c.client_id as "clientId", c.office_id as "officeId", c.state, o.time_zone as "timeZone"
           from case_file c join office o on o.id = c.office_id where c.id = $1 for update of c`,
};
const MOVE = {
  name: 'case-transfer.move',
  text: 'update case_file set state = $2, state_since = now(), state_before = state, version = version + 1 where id = $1',
};
const CLOSE = {
  name: 'case-transfer.close',
  text: `update case_file set state = 'CLOSED', state_since = now(), state_before = state, closure_reason = 'TRANSFERRED', closure_requested_by = $2,
           closure_requested_at = now(), closed_by = $3, closed_on = $4::date, version = version + 1 where id = $1`,
};

/** What happens to a case with its transfer (model 3.1), in the transaction of the referral's own step. The referral is held before the case. */
@Injectable()
export class CaseTransfers {
  constructor(
    private readonly steps: ProcessSteps,
    private readonly plans: PlanSteps,
    private readonly work: TaskCaseRecords,
    private readonly endings: CaseEndings,
    private readonly closures: ClosureRecords,
    private readonly team: TeamRecords,
  ) {}

  /** @throws RuleBroken `not-open` for a case on which work is not under way */
  async offer(caseId: string): Promise<void> {
    await this.step(await this.held(caseId), 'offer_transfer');
  }

  /** It is not taken over after all: work goes on. A case that has moved on otherwise stays where it is. */
  async comesBack(caseId: string, event: 'transfer_declined' | 'transfer_revoked', reason: string | null): Promise<void> {
    const file = await this.held(caseId);
    if (file.state === 'TRANSFER_PENDING') await this.step(file, event, reason);
  }

  /** What still runs here and must be ended, or handed over, first: nobody could see to it any more. */
  runningOn(file: Pick<CaseFile, 'id' | 'clientId' | 'officeId'>): Promise<ClosureHold[]> {
    return this.endings.holdsOf(file);
  }

  /**
   * It goes over: what is open ends, the team leaves, the case closes and is kept until its day.
   * @param askedBy who of ours recorded that both sides met
   * @throws RuleBroken `not-open`, `handover-held` while something runs that only this office sees to
   */
  async close(caseId: string, askedBy: string): Promise<void> {
    const file = await this.held(caseId);
    move(caseProcess, file.state as CaseState, 'transfer_accepted');
    if ((await this.runningOn(file)).length) throw new RuleBroken('handover-held');
    const today = dayAt(new Date().toISOString(), file.timeZone);
    await this.plans.end(file);
    await this.work.end(file.id);
    await this.endings.end(file);
    await this.closures.transferred(file, askedBy, retentionUntil(today));
    await currentWork().change(CLOSE, [caseId, askedBy, currentActor().staffId, today]);
    await this.team.endAllButPrimary(caseId);
    await this.leaveStep(file, 'transfer_accepted', 'CLOSED', 'TRANSFERRED');
  }

  /** A locked file was opened again: it stands in its history, with the reason. */
  async unlocked(caseId: string, reason: string): Promise<void> {
    const { clientId, officeId } = await this.held(caseId);
    currentLine().about('case', caseId, { clientId, officeId });
    await this.steps.record({ type: 'case', id: caseId, action: 'unlock', from: 'CLOSED', to: 'CLOSED', officeId, clientId, note: reason });
  }

  private async held(caseId: string): Promise<HeldCase> {
    const file = await currentWork().row<HeldCase>(HOLD, [caseId]);
    if (!file) throw notFound();
    return file;
  }

  private async step(file: HeldCase, event: TransferEvent, reason: string | null = null): Promise<void> {
    const to = move(caseProcess, file.state as CaseState, event);
    await currentWork().change(MOVE, [file.id, to]);
    await this.leaveStep(file, event, to, reason);
  }

  private async leaveStep(
    { id, clientId, officeId, state: from }: HeldCase,
    action: TransferEvent,
    to: string,
    reason: string | null,
  ): Promise<void> {
    await this.steps.record({ type: 'case', id, action, from, to, officeId, clientId, reason });
  }
}
