import { Injectable } from '@nestjs/common';
import type { CaseAction } from '@panah/domain/cases/case.process';
import { addDays } from '@panah/domain/dates/calendar-days';
import { RuleBroken } from '@panah/domain/process/process';
import type { OpenPlan } from '../plans/plan.entity';
import { PlanSteps } from '../plans/plan-step.records';
import { TaskCaseRecords } from '../tasks/task-case.records';
import { TaskRecords } from '../tasks/task.records';
import type { ReachedCase } from './case.records';

/** What a step of a case finds and does beyond the case itself. */
export interface Around {
  file: ReachedCase;
  /** The office's day. */
  today: string;
  reason?: string;
  plan: OpenPlan | null;
}

type Effect = (around: Around) => Promise<void>;

/** What must happen in the same transaction as a step of a case (model 3.1, 3.13). */
@Injectable()
export class CaseEffects {
  constructor(
    private readonly plans: PlanSteps,
    private readonly work: TaskCaseRecords,
    private readonly tasks: TaskRecords,
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
    approve_closure: ({ file }) => this.end(file),
    reject_closure_early: ({ file }) => this.plans.recall(file),
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

  private async end(file: ReachedCase): Promise<void> {
    await this.plans.end(file);
    await this.work.end(file.id);
  }
}

function present(plan: OpenPlan | null): OpenPlan {
  if (!plan) throw new RuleBroken('plan-missing');
  return plan;
}
