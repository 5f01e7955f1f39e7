import { Injectable } from '@nestjs/common';
import { move } from '@panah/domain/process/process';
import { referralProcess, type ReferralEvent, type ReferralState } from '@panah/domain/referrals/referral.process';
import type { ReferralMessageKind } from '@panah/domain/vocabulary/referrals';
import type { TaskKind } from '@panah/domain/vocabulary/tasks';
import { CaseTransfers } from '../cases/case-transfer.records';
import { CaseRecords } from '../cases/case.records';
import { ProcessSteps } from '../platform/process-steps';
import { TaskRecords } from '../tasks/task.records';
import { InboxRecords, type InboxRow, type InboxWrite } from './inbox.records';
import { ReferralMessages } from './referral-message.records';

/** What a partner said with a step. */
export interface Said {
  /** A code or a day. */
  code?: string;
  message?: ReferralMessageKind;
  text?: string | null;
  task?: TaskKind;
}

/** What somebody had to do because the partner said nothing. */
const SILENT: readonly TaskKind[] = ['REFERRAL_UNOPENED', 'REFERRAL_SILENT', 'REFERRAL_SILENT_OFFICE', 'REFERRAL_MEETING'];

/** A step that a partner takes: the referral moves, its history has a line, the words are kept, and the worker has something to do; all where it was sent from. */
@Injectable()
export class InboxSteps {
  constructor(
    private readonly inbox: InboxRecords,
    private readonly messages: ReferralMessages,
    private readonly history: ProcessSteps,
    private readonly tasks: TaskRecords,
    private readonly cases: CaseRecords,
    private readonly transfers: CaseTransfers,
  ) {}

  /** By the drawing. The caller holds the referral. */
  async take(row: InboxRow, event: ReferralEvent & InboxWrite, said: Said = {}): Promise<void> {
    await this.write(row, event, move(referralProcess, row.state, event), said);
  }

  /** A case goes over: from then on nobody here has anything to do about it. */
  async takeOver(row: InboxRow, metOn: string): Promise<void> {
    const to = move(referralProcess, row.state, 'start');
    await this.inbox.write(row, 'take-over', to, metOn);
    await this.line(row, 'start', to, null);
  }

  /** What moves nothing: a report, or what was deleted. */
  async note(row: InboxRow, act: 'report' | 'confirm-deletion', said: Said): Promise<void> {
    await this.write(row, act, row.state, said);
  }

  private async write(row: InboxRow, act: InboxWrite, to: ReferralState, { code, message, text = null, task }: Said): Promise<void> {
    const { id, clientId, caseId } = row;
    await this.inbox.write(row, act, to, code ?? null);
    await this.line(row, act, to, act === 'decline' || act === 'complete' ? (code ?? null) : null);
    if (row.kind === 'TRANSFER' && (act === 'decline' || act === 'discontinue'))
      await this.transfers.comesBack(caseId, 'transfer_declined', code ?? null);
    if (message) await this.messages.write(row, message, text);
    for (const silence of SILENT) await this.tasks.settle(silence, id);
    if (task && !row.takenOverAt)
      await this.tasks.raise({ kind: task, caseId, clientId, dueOn: await this.cases.todayOn(caseId), recordId: id });
  }

  private async line(
    { id, clientId, officeId, state: from }: InboxRow,
    action: string,
    to: ReferralState,
    reason: string | null,
  ): Promise<void> {
    await this.history.record({ type: 'referral', id, action, from, to, officeId, clientId, reason });
  }
}
