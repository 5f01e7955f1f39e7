/** An action of a plan as it is written: a draft may have holes. Dates are `YYYY-MM-DD`. */
export interface PlannedAction {
  readonly id: string;
  readonly type: string | null;
  readonly text: string;
  readonly ownerKind: string | null;
  /** Of a colleague. */
  readonly ownerId: string | null;
  readonly dueOn: string | null;
}

export interface PlannedGoal {
  readonly id: string;
  readonly domain: string | null;
  /** In the person's own words. */
  readonly statement: string;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly targetOn: string | null;
  readonly needIds: readonly string[];
  readonly actions: readonly PlannedAction[];
}

/** What a version of a plan says. Goals and actions keep their ids from version to version. */
export interface PlanContent {
  readonly participation: string | null;
  /** Why the person had no part in it. */
  readonly participationReason: string | null;
  readonly agreement: string | null;
  readonly copyGiven: string | null;
  readonly goals: readonly PlannedGoal[];
}
