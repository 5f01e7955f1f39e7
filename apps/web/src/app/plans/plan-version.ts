import { Component, computed, input, output } from '@angular/core';
import type { PlanActionView, PlanGoalView, PlanVersionView } from '@panah/contracts/plans.contract';
import {
  actionOwner,
  actionStatus,
  actionType,
  clientAgreement,
  clientParticipation,
  goalStatus,
  outcomeDomain,
  outcomeLevel,
  planCopy,
} from '@panah/domain/vocabulary/plans';
import { DateText } from '../platform/dates/date-text';
import { Icon } from '../platform/icon/icon';
import { CodeLabel } from '../platform/text/code-label';
import { listed } from '../platform/text/listed';
import { State } from '../platform/text/state';
import { fieldWords } from './plan-words';

export type PlanPiece = PlanGoalView | PlanActionView;

/** What a version of the plan says; with what is different from the version before, and how it goes when it is in force. */
@Component({
  selector: 'app-plan-version',
  imports: [CodeLabel, DateText, Icon, State],
  templateUrl: './plan-version.html',
  styleUrl: './plan-version.scss',
})
export class PlanVersion {
  readonly plan = input.required<PlanVersionView>();
  /** Whether the reader may say how a goal or action goes. */
  readonly follows = input(false);
  readonly followed = output<PlanPiece>();

  protected readonly listed = listed;
  protected readonly domains = outcomeDomain;
  protected readonly levels = outcomeLevel;
  protected readonly types = actionType;
  protected readonly owners = actionOwner;
  protected readonly goalStatuses = goalStatus;
  protected readonly actionStatuses = actionStatus;
  protected readonly participations = clientParticipation;
  protected readonly agreements = clientAgreement;
  protected readonly copies = planCopy;
  private readonly changes = computed(() => new Map(this.plan().difference?.changes.map((change) => [change.id, change])));
  /** Goals of the version before that are gone, and actions that are gone from a goal that stays. */
  protected readonly gone = computed(() => {
    const { difference } = this.plan();
    const removed = new Set(difference?.changes.filter(({ kind }) => kind === 'REMOVED').map(({ id }) => id));
    const before = difference?.before ?? [];
    return {
      goals: before.filter(({ id }) => removed.has(id)),
      actions: before.flatMap((goal) => goal.actions.filter(({ id }) => removed.has(id)).map((action) => ({ goalId: goal.id, action }))),
    };
  });
  protected readonly changedFields = computed(() => (this.plan().difference?.fields ?? []).map(fieldWords));

  protected mark(id: string): { kind: string; fields: string[] } | null {
    const change = this.changes().get(id);
    return change ? { kind: change.kind, fields: change.fields.map(fieldWords) } : null;
  }

  /** What stood there in the version before. */
  protected earlier(id: string): PlanGoalView | null {
    return this.mark(id)?.kind === 'CHANGED' ? (this.plan().difference?.before.find((goal) => goal.id === id) ?? null) : null;
  }

  /** What the action said in the version before. */
  protected earlierAction(id: string): PlanActionView | null {
    if (this.mark(id)?.kind !== 'CHANGED') return null;
    const before = this.plan().difference?.before ?? [];
    return before.flatMap(({ actions }) => actions).find((action) => action.id === id) ?? null;
  }

  protected level(level: number | null): string {
    return level === null ? '' : String(level);
  }
}
