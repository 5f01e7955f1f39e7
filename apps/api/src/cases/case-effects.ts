import { Injectable } from '@nestjs/common';
import type { CaseAction } from '@panah/domain/cases/case.process';
import { followUpOn, retentionUntil } from '@panah/domain/cases/closure.rules';
import { addDays } from '@panah/domain/dates/calendar-days';
import { RuleBroken } from '@panah/domain/process/process';
import type { OpenPlan } from '../plans/plan.entity';
import { PlanSteps } from '../plans/plan-step.records';
import { TaskCaseRecords } from '../tasks/task-case.records';
import { TaskRecords } from '../tasks/task.records';
import { CaseEndings } from './case-endings.records';
import type { ReachedCase } from './case.records';
import { type AskedClosure, ClosureRecords } from './closure.records';

/** What a step of a case finds and does beyond the case itself. */
export interface Around {
  file: ReachedCase;
  /** The office's day. */
  today: string;
  reason?: string;
  plan: OpenPlan | null;
  /** What a closure is asked for with. */
  closure: AskedClosure | null;
}

type Effect = (around: Around) => Promise<void>;

/** What must happen in the same transaction as a step of a case (model 3.1, 3.13). */
@Injectable()
export class CaseEffects {
  constructor(
    private readonly plans: PlanSteps,
    private readonly work: TaskCaseRecords,
    private readonly tasks: TaskRecords,
    private readonly closures: ClosureRecords,
    private readonly endings: CaseEndings,
  ) {}

  /** What the case must still stand where it stood for, or what needs answers of its own. */
  private readonly first: Partial<Record<CaseAction, Effect>> = {
    complete_assessment: ({ file }) => this.plans.begin(file),
    submit_plan: ({ plan }) => this.plans.submit(present(plan)),
    approve_plan: ({ file, plan }) => this.plans.approve(file, present(plan)),
    return_plan: async ({ file, plan, reason = '' }) => {
      if (plan) await this.plans.sendBack(file, plan, reason);
    },
    revise_plan: ({ file }) => this.plans.revise(file),
    request_closure: async ({ file, closure }) => {
      if (closure) await this.closures.ask(file, closure);
    },
    approve_closure: ({ file, today }) => this.end(file, today),
    reject_closure: ({ file }) => this.closures.reject(file.id),
    reject_closure_early: async ({ file }) => {
      await this.closures.reject(file.id);
      await this.plans.recall(file);
    },
  };

  /** What is done in the same round trip as the case itself. */
  private readonly along: Partial<Record<CaseAction, Effect>> = {
    hold: ({ file, today }) => this.work.pause(file.id, today),
    resume: ({ file, today }) => this.resume(file, today),
    reject_closure: ({ file, today }) => this.work.resume(file.id, today),
  };

  /** The plan that a step is about, held; and how many needs are open. */
  async found(action: CaseAction, { id }: ReachedCase): Promise<{ plan: OpenPlan | null; needs: number }> {
    const about = action.endsWith('_plan') && action !== 'revise_plan';
    return {
      plan: about ? await this.plans.inHand(id) : null,
      needs: action === 'complete_assessment' ? await this.plans.openNeeds(id) : 0,
    };
  }

  /** Before the case itself moves: the case is still where its rules saw it. */
  async before(action: CaseAction, around: Around): Promise<void> {
    await this.first[action]?.(around);
  }

  /** While it moves. */
  async beside(action: CaseAction, around: Around): Promise<void> {
    await this.along[action]?.(around);
  }

  /** What rested is due later by as long as it rested, and the risk is looked at again tomorrow. */
  private async resume(file: ReachedCase, today: string): Promise<void> {
    const dueOn = addDays(today, 1);
    await Promise.all([
      this.work.resume(file.id, today),
      this.tasks.raise({ kind: 'RISK_REVIEW', caseId: file.id, clientId: file.clientId, dueOn, recordId: file.id }),
    ]);
  }

  /** Nothing that is still running may be left behind; then what is open ends, and the follow-up that was agreed is asked for (model 3.13). */
  private async end(file: ReachedCase, today: string): Promise<void> {
    await this.endings.assertNoneHolds(file);
    await this.plans.end(file);
    await this.work.end(file.id);
    await this.endings.end(file);
    const followed = await this.closures.approve(file.id, retentionUntil(today));
    if (!followed) return;
    const { id: caseId, clientId } = file;
    await this.tasks.raise({ kind: 'FOLLOW_UP_AFTER', caseId, clientId, dueOn: followUpOn(today), recordId: caseId, dedupeKey: caseId });
  }
}

function present(plan: OpenPlan | null): OpenPlan {
  if (!plan) throw new RuleBroken('plan-missing');
  return plan;
}
