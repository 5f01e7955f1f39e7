import { Injectable } from '@nestjs/common';
import type { PlanItemInput } from '@panah/contracts/plans.contract';
import { assertDayOfLife, type LifeFacts } from '@panah/domain/dates/day-of-a-life';
import { RuleBroken } from '@panah/domain/process/process';
import { actionStatus, goalStatus } from '@panah/domain/vocabulary/plans';
import { CaseRecords } from '../cases/case.records';
import { TaskRecords } from '../tasks/task.records';
import type { OpenPlanItem } from './plan.entity';
import { PlanItemRecords } from './plan-item.records';

/** How a goal or an action of the plan in force goes. */
@Injectable()
export class PlanProgress {
  constructor(
    private readonly items: PlanItemRecords,
    private readonly cases: CaseRecords,
    private readonly tasks: TaskRecords,
  ) {}

  /** Says of which case the plan is. */
  async follow(id: string, version: number, input: PlanItemInput): Promise<string> {
    const held = await this.items.hold(id);
    const { caseId, item } = held.row;
    const file = await this.cases.reachable(caseId, 'plan:follow');
    if (file.state === 'CLOSED') throw new RuleBroken('not-open', { state: file.state, action: 'follow', open: [] });
    const life = await this.cases.lifeOn(caseId);
    const after = { status: input.status, ...wordsOf(input), doneOn: doneOn(held, input, life.today) };
    assertProgress(item, after, life);
    await this.items.follow(held, version, after);
    if (['DONE', 'CANCELLED'].includes(after.status)) await this.tasks.settle('PLAN_ACTION', id);
    return caseId;
  }
}

const wordsOf = ({ blockedReason, result }: PlanItemInput) => ({
  blockedReason: blockedReason?.trim() || null,
  result: result?.trim() || null,
});
const doneOn = ({ row }: OpenPlanItem, input: PlanItemInput, today: string): string | null =>
  row.item === 'ACTION' && input.status === 'DONE' ? (input.doneOn ?? today) : null;

function assertProgress(
  item: string,
  after: { status: string; blockedReason: string | null; doneOn: string | null },
  life: LifeFacts,
): void {
  const known = item === 'GOAL' ? goalStatus : actionStatus;
  if (!known.has(after.status)) throw new RuleBroken('progress-unknown', {}, { status: ['not-of-this'] });
  if (after.status === 'BLOCKED' && !after.blockedReason) throw new RuleBroken('progress-incomplete', {}, { blockedReason: ['missing'] });
  assertDayOfLife('doneOn', after.doneOn, life);
}
