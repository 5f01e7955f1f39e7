import { Injectable } from '@nestjs/common';
import { RuleBroken } from '@panah/domain/process/process';
import { CaseRecords } from '../cases/case.records';
import { currentActor } from '../platform/access/current-reach';
import { TaskRecords } from '../tasks/task.records';
import { ReferralApprovals } from './referral-approval.records';
import type { OpenReferral, ReferralPlain } from './referral.entity';

/** R-RE-04: what is restricted goes out on a coordinator's word, one by one; never on the word of whoever chose it. */
@Injectable()
export class ReferralApproving {
  constructor(
    private readonly approvals: ReferralApprovals,
    private readonly tasks: TaskRecords,
    private readonly cases: CaseRecords,
  ) {}

  /** What is asked for, and is not agreed to yet, is a task of the coordinators. */
  async ask({ row }: OpenReferral, items: readonly string[]): Promise<void> {
    await this.approvals.ask(row, items);
    if ((await this.missing(row, items)).length === 0) return;
    const dueOn = await this.cases.todayOn(row.caseId);
    await this.tasks.settle('REFERRAL_APPROVAL', row.id);
    await this.tasks.raise({ kind: 'REFERRAL_APPROVAL', caseId: row.caseId, clientId: row.clientId, dueOn, recordId: row.id });
  }

  /** Whoever agreed, agreed to a partner and a service: where either is another now, they are asked anew. */
  async edited({ row }: OpenReferral, now: ReferralPlain): Promise<void> {
    const isElsewhere = (['partnerId', 'service', 'kind'] as const).some((field) => row[field] !== now[field]);
    if (isElsewhere) await this.approvals.takeBack(row);
  }

  async approve({ row }: OpenReferral, item: string): Promise<void> {
    const asked = (await this.approvals.of(row.id)).find((each) => each.item === item);
    const { staffId } = currentActor();
    if (row.madeBy === staffId || asked?.askedBy === staffId) throw new RuleBroken('second-person-needed', {}, { item: ['own'] });
    await this.approvals.approve(row, item);
    const open = (await this.approvals.of(row.id)).some(({ approvedBy }) => approvedBy === null);
    if (!open) await this.tasks.settle('REFERRAL_APPROVAL', row.id);
  }

  /** @throws RuleBroken `approval-missing` with what nobody else has agreed to */
  async assertAgreed(row: OpenReferral['row'], items: readonly string[]): Promise<void> {
    const missing = await this.missing(row, items);
    if (missing.length) throw new RuleBroken('approval-missing', { items: missing }, { items: ['approvalMissing'] });
  }

  private async missing({ id, madeBy }: OpenReferral['row'], items: readonly string[]): Promise<string[]> {
    const known = items.length ? await this.approvals.of(id) : [];
    const agreed = known.filter(({ approvedBy }) => approvedBy !== null && approvedBy !== madeBy).map(({ item }) => item);
    return items.filter((item) => !agreed.includes(item));
  }
}
