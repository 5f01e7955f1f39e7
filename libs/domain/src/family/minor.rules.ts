import { ageRange } from '../dates/age';
import { RuleBroken } from '../process/process';
import type { KinRelation, LinkSide } from '../vocabulary/family';
import type { FamilyLinkEvent } from './family-link.process';

/** What is known of how old somebody is. Days `YYYY-MM-DD`. */
export interface KnownAge {
  birth: { from: string | null; to: string | null } | null;
  /** The last day on which somebody may have known them to live: they were born by then. */
  lastKnownBy: string | null;
  relation: KinRelation | null;
}

/** Relations that nobody has to an adult who is not of age themself. */
const GROWN: readonly KinRelation[] = [
  'MOTHER',
  'FATHER',
  'GRANDPARENT',
  'UNCLE_AUNT',
  'IN_LAW',
  'FOSTER_CAREGIVER',
  'HUSBAND',
  'WIFE',
  'FORMER_SPOUSE',
  'PARTNER',
];

/** R-FL-15, R-ID-03: whether somebody is, or may be, under 18. The youngest possible age counts; of whom nothing is known, only the relation says. */
export function mayBeMinor({ birth, lastKnownBy, relation }: KnownAge, today: string): boolean {
  const latest = [birth?.to ?? null, lastKnownBy].flatMap((day) => day ?? []).toSorted()[0];
  if (latest === undefined) return relation === null || !GROWN.includes(relation);
  return ageRange({ from: latest, to: latest }, today)?.countsAsMinor ?? true;
}

/** What goes before a step for somebody who may not be of age. */
export interface Safeguards {
  minors: readonly LinkSide[];
  /** Sides of whom guardian, best interests and the child's own view are written down. */
  written: readonly LinkSide[];
  /** For what a coordinator said yes, and nobody has used it yet; null for nothing. */
  allowed: string | null;
}

/** Steps that bring two people nearer to each other. What stops or undoes something waits for nobody. */
export const GUARDED = [
  'start_tracing',
  'approach',
  'relative_consents',
  'start_mediation',
  'agree_direct',
  'plan_reunion',
  'reunite',
  'contact',
  'tell',
] as const satisfies readonly (FamilyLinkEvent | 'contact' | 'tell')[];
export type GuardedStep = (typeof GUARDED)[number];

/**
 * R-FL-15: for a minor on either side guardian, best interests and the child's view stand, and a coordinator allows each step.
 * @throws RuleBroken `safeguard-missing` with the side, `step-not-allowed` with the step to ask for
 */
export function assertSafeguarded({ minors, written, allowed }: Safeguards, step: GuardedStep): void {
  const side = minors.find((minor) => !written.includes(minor));
  if (side) throw new RuleBroken('safeguard-missing', { side });
  if (minors.length && allowed !== step) throw new RuleBroken('step-not-allowed', { step });
}
