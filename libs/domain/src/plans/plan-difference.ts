import type { PlanContent, PlannedAction, PlannedGoal } from './plan-content';

export type ChangeKind = 'ADDED' | 'REMOVED' | 'CHANGED';

/** What became of one goal or action from one version to the next. `fields` names what changed in it. */
export interface PlanChange {
  kind: ChangeKind;
  item: 'GOAL' | 'ACTION';
  id: string;
  goalId: string;
  fields: string[];
}

export interface PlanDifference {
  /** Of the plan as a whole: the person's part, agreement, copy. */
  fields: string[];
  changes: PlanChange[];
}

const PLAN_FIELDS = ['participation', 'participationReason', 'agreement', 'copyGiven'] as const;
const GOAL_FIELDS = ['domain', 'statement', 'baseline', 'target', 'targetOn', 'needIds'] as const;
const ACTION_FIELDS = ['type', 'text', 'ownerKind', 'ownerId', 'dueOn'] as const;

/** What is different in the later of two versions, goal by goal in its order; what is gone comes last. */
export function planDifference(before: PlanContent, after: PlanContent): PlanDifference {
  return {
    fields: changed(before, after, PLAN_FIELDS),
    changes: [
      ...after.goals.flatMap((goal) => goalChanges(before.goals.find(({ id }) => id === goal.id) ?? null, goal)),
      ...before.goals.filter(({ id }) => !after.goals.some((goal) => goal.id === id)).map(({ id }) => goalChange('REMOVED', id)),
    ],
  };
}

function goalChanges(before: PlannedGoal | null, after: PlannedGoal): PlanChange[] {
  if (!before) return [goalChange('ADDED', after.id)];
  const fields = changed(before, after, GOAL_FIELDS);
  return [...(fields.length ? [{ ...goalChange('CHANGED', after.id), fields }] : []), ...actionChanges(before, after)];
}

function actionChanges(before: PlannedGoal, after: PlannedGoal): PlanChange[] {
  const change = (kind: ChangeKind, { id }: PlannedAction, fields: string[] = []): PlanChange => ({
    kind,
    item: 'ACTION',
    id,
    goalId: after.id,
    fields,
  });
  const kept = after.actions.flatMap((action) => {
    const earlier = before.actions.find(({ id }) => id === action.id);
    if (!earlier) return [change('ADDED', action)];
    const fields = changed(earlier, action, ACTION_FIELDS);
    return fields.length ? [change('CHANGED', action, fields)] : [];
  });
  const gone = before.actions.filter(({ id }) => !after.actions.some((action) => action.id === id));
  return [...kept, ...gone.map((action) => change('REMOVED', action))];
}

const goalChange = (kind: ChangeKind, id: string): PlanChange => ({ kind, item: 'GOAL', id, goalId: id, fields: [] });

function changed<T extends object>(before: T, after: T, fields: readonly (keyof T & string)[]): string[] {
  return fields.filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null));
}
