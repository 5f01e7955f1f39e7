import type { ConsentScope } from '../vocabulary/consents';

/** How far two people may come to each other; each step includes the ones before (model 2.12). */
export const LADDER = ['NOTHING', 'ALIVE_ONLY', 'ONE_MESSAGE', 'MEDIATED', 'CALL', 'MEETING'] as const satisfies readonly ConsentScope[];
export type LadderStep = (typeof LADDER)[number];

/** What is asked for by itself: no step of the ladder includes it. */
export const SINGLE_PERMISSIONS = ['COUNTRY', 'CONTACT_DETAILS'] as const satisfies readonly ConsentScope[];
export type SinglePermission = (typeof SINGLE_PERMISSIONS)[number];

/** What one person lets the other have: the highest step that stands, and what was allowed besides. */
export interface Allowed {
  ladder: LadderStep;
  permissions: readonly SinglePermission[];
}

export const NOTHING_ALLOWED: Allowed = { ladder: 'NOTHING', permissions: [] };

/** What a yes to telling the other (C09) allows, read from its scope. */
export function allowedBy(scope: readonly string[]): Allowed {
  return {
    ladder: LADDER.findLast((step) => scope.includes(step)) ?? 'NOTHING',
    permissions: SINGLE_PERMISSIONS.filter((permission) => scope.includes(permission)),
  };
}

/** Whether `ladder` stands at `step` or above it. */
export const reaches = (ladder: LadderStep, step: LadderStep): boolean => LADDER.indexOf(ladder) >= LADDER.indexOf(step);

/** R-FL-04: what happens between two people goes as far as the one who wants less. */
export const lowerOf = (one: LadderStep, other: LadderStep): LadderStep => (reaches(one, other) ? other : one);

/** R-FL-04: whether something about one side may be told to the other. CALL never stands for CONTACT_DETAILS, MEETING never for COUNTRY. */
export function mayBeTold(allowed: Allowed, what: LadderStep | SinglePermission): boolean {
  if (what === 'COUNTRY' || what === 'CONTACT_DETAILS') return allowed.permissions.includes(what);
  return what !== 'NOTHING' && reaches(allowed.ladder, what);
}
