import type {
  AccessibilityFeature,
  Misfit,
  PlacementConstraint,
  PlacementKind,
  ToBeAsked,
  UnitRule,
  UnitStatus,
} from '../vocabulary/housing';
import { addDays } from '../dates/calendar-days';

/** What somebody needs. Days are `YYYY-MM-DD`. */
export interface Wish {
  kind: PlacementKind;
  from: string;
  until: string | null;
  beds: number;
  constraints: readonly PlacementConstraint[];
  accessibility: readonly AccessibilityFeature[];
  /** As the file has it: F, M, X, U, or null. */
  sex: string | null;
  country: string;
}

/** What a unit is on those days. */
export interface Place {
  status: UnitStatus;
  opensOn: string;
  knownToGroup: boolean;
  safeHouse: boolean;
  country: string;
  rule: UnitRule;
  accessibility: readonly AccessibilityFeature[];
  maxStayDays: number | null;
  /** Places free on every day asked for. */
  free: number;
  /** Others whom we support stay there on one of the days. */
  others: boolean;
  keptApart: boolean;
  cityAvoided: boolean;
  hasConsent: boolean;
}

/** Any of these makes a place accessible when nothing more is said. */
const WAYS_IN: readonly AccessibilityFeature[] = ['STEP_FREE', 'LIFT', 'GROUND_FLOOR'];

/** What somebody in danger may put up with for some nights; all else holds in an emergency too. */
const BORNE_IN_EMERGENCY: readonly Misfit[] = ['NOT_WOMEN_ONLY', 'OTHERS_LIVE_THERE', 'STAY_TOO_LONG', 'NOT_A_SAFE_HOUSE'];

/** The reasons that still stand when somebody must have a roof tonight. */
export const misfitsInEmergency = (misfits: readonly Misfit[]): Misfit[] => misfits.filter((each) => !BORNE_IN_EMERGENCY.includes(each));

/** Why a unit does not fit (R-HO-01, R-HO-03, R-HO-04; rules of composition); empty when it does. */
export function misfitsOf(wish: Wish, place: Place): Misfit[] {
  const reasons: [Misfit, boolean][] = [
    ['COMPROMISED', place.status === 'COMPROMISED'],
    ['NOT_IN_USE', place.status === 'MAINTENANCE' || place.status === 'RETIRED'],
    ['NOT_YET_OPEN', wish.from < place.opensOn],
    ['KNOWN_TO_GROUP', place.knownToGroup],
    ['FULL', place.free < wish.beds],
    ['OTHER_COUNTRY', place.country !== wish.country],
    ...composition(wish, place),
    ['NOT_WOMEN_ONLY', wish.constraints.includes('WOMEN_ONLY') && place.rule !== 'WOMEN_ONLY'],
    ['NOT_ACCESSIBLE', !isAccessible(wish, place)],
    ['OTHERS_LIVE_THERE', wish.constraints.includes('NO_FORMER_MEMBERS') && place.others],
    ['KEPT_APART', place.keptApart],
    ['CITY_AVOIDED', place.cityAvoided],
    ['STAY_TOO_LONG', isTooLong(wish, place)],
    ['NOT_A_SAFE_HOUSE', wish.kind === 'SAFE_HOUSE' && !place.safeHouse],
  ];
  return reasons.flatMap(([reason, holds]) => (holds ? [reason] : []));
}

/** What no column answers: to be asked before the place is offered. */
export function toAsk({ constraints }: Pick<Wish, 'constraints'>, { hasConsent }: Pick<Place, 'hasConsent'>): ToBeAsked[] {
  const asked = (['NEAR_TREATMENT', 'PETS'] as const).filter((each) => constraints.includes(each));
  return hasConsent ? asked : [...asked, 'CONSENT'];
}

function composition({ sex, beds }: Wish, { rule }: Place): [Misfit, boolean][] {
  const told = sex === 'F' || sex === 'M';
  return [
    ['WOMEN_ONLY', rule === 'WOMEN_ONLY' && told && sex !== 'F'],
    ['MEN_ONLY', rule === 'MEN_ONLY' && told && sex !== 'M'],
    ['SEX_NOT_RECORDED', (rule === 'WOMEN_ONLY' || rule === 'MEN_ONLY') && !told],
    ['FAMILIES_ONLY', rule === 'FAMILIES' && beds < 2],
  ];
}

function isAccessible({ constraints, accessibility }: Wish, place: Place): boolean {
  if (!accessibility.every((feature) => place.accessibility.includes(feature))) return false;
  if (!constraints.includes('ACCESSIBLE') || accessibility.length > 0) return true;
  return WAYS_IN.some((way) => place.accessibility.includes(way));
}

function isTooLong({ from, until }: Wish, { maxStayDays }: Place): boolean {
  return maxStayDays !== null && until !== null && until > addDays(from, maxStayDays);
}
