import { type NameAgreement, SIMILAR, compareSpellings } from './ranking';

/** Two days, `YYYY-MM-DD`, both included. */
export interface BirthRange {
  readonly from: string;
  readonly to: string;
}

/** What is known of a person when two records are compared; each name in all its spellings. */
export interface PersonFacts {
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly father?: readonly string[];
  readonly birth?: BirthRange | null;
  /** F, M, X or U (not recorded). */
  readonly sex?: string | null;
  readonly birthplace?: readonly string[];
  readonly relatives?: readonly string[];
  /** Keyed hashes of document numbers; never the numbers. */
  readonly documents?: readonly string[];
}

export type Verdict = 'LIKELY' | 'POSSIBLE' | 'HIDDEN';

export interface CandidateScore {
  /** 0 to 100. */
  readonly score: number;
  readonly verdict: Verdict;
  /** What each fact gave or took, for the person who decides. */
  readonly points: Readonly<Record<'names' | 'father' | 'birth' | 'sex' | 'birthplace' | 'relatives' | 'documents', number>>;
}

const MOST_CANDIDATES = 20;
const LIKELY = 70;
const POSSIBLE = 45;
const SWAPPED = -4;
const NAME_POINTS = [22, 18, 10] as const;
const FATHER_POINTS = [12, 10, 5] as const;
/** Below this two names are no spellings of each other; Askari and Asgari are above. */
const CLEARLY_ANOTHER = 0.3;
const DAY = 86_400_000;
const YEAR = 366;

function pointsFor(agreement: NameAgreement, [identical, key, alike]: readonly [number, number, number]): number {
  if (agreement.match === 'IDENTICAL') return identical;
  if (agreement.match === 'KEY_AND_SIMILAR' || agreement.match === 'KEY') return key;
  return agreement.similarity >= SIMILAR ? alike : 0;
}

function pairPoints(a: readonly string[], b: readonly string[]): number {
  return pointsFor(compareSpellings(a, b), NAME_POINTS);
}

function namePoints(a: PersonFacts, b: PersonFacts, sharingKeyPair: number): number {
  const straight = pairPoints(a.given, b.given) + pairPoints(a.family, b.family);
  const crossed = [pairPoints(a.given, b.family), pairPoints(a.family, b.given)];
  const swapped = crossed.every((points) => points > 0) ? crossed[0] + crossed[1] + SWAPPED : 0;
  return Math.max(straight, swapped) * rarity(sharingKeyPair);
}

/** A name that many clients bear says less; one that nearly nobody bears says more. */
function rarity(sharingKeyPair: number): number {
  if (sharingKeyPair > 50) return 0.7;
  return sharingKeyPair <= 2 ? 1.15 : 1;
}

function fatherPoints(a: readonly string[] = [], b: readonly string[] = []): number {
  if (a.length === 0 || b.length === 0) return 0;
  const agreement = compareSpellings(a, b);
  return agreement.match === 'NONE' && agreement.similarity < CLEARLY_ANOTHER ? -8 : pointsFor(agreement, FATHER_POINTS);
}

function days(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

function birthPoints(a?: BirthRange | null, b?: BirthRange | null): number {
  if (!a || !b) return 0;
  const gap = Math.max(days(a.to, b.from), days(b.to, a.from));
  if (gap <= 0) return [a, b].every(({ from, to }) => days(from, to) < YEAR) ? 16 : 10;
  if (gap <= 2 * YEAR) return 4;
  return gap > 5 * YEAR ? -15 : 0;
}

function sexPoints(a?: string | null, b?: string | null): number {
  const known = [a, b].every((sex) => sex != null && sex !== 'U');
  if (!known) return 0;
  return a === b ? 4 : -10;
}

function sharedName(a: readonly string[] = [], b: readonly string[] = []): number {
  return ['IDENTICAL', 'KEY_AND_SIMILAR'].includes(compareSpellings(a, b).match) ? 8 : 0;
}

/** What a score says (model.md A.8). */
export function verdictOn(score: number): Verdict {
  if (score >= LIKELY) return 'LIKELY';
  return score >= POSSIBLE ? 'POSSIBLE' : 'HIDDEN';
}

/**
 * How likely two records are the same person (model.md A.8). It proposes; people decide (R-ID-06).
 * @param sharingKeyPair how many clients share the pair of given and family key; 3 when it was not counted
 */
export function candidateScore(a: PersonFacts, b: PersonFacts, sharingKeyPair = 3): CandidateScore {
  const sameDocument = (a.documents ?? []).some((number) => b.documents?.includes(number));
  const points = {
    names: namePoints(a, b, sharingKeyPair),
    father: fatherPoints(a.father, b.father),
    birth: birthPoints(a.birth, b.birth),
    sex: sexPoints(a.sex, b.sex),
    birthplace: sharedName(a.birthplace, b.birthplace),
    relatives: sharedName(a.relatives, b.relatives),
    documents: sameDocument ? 60 : 0,
  };
  const sum = Object.values(points).reduce((total, gained) => total + gained, 0);
  const score = Math.round(Math.min(100, Math.max(0, sum)));
  return { score, verdict: verdictOn(score), points };
}

/** Those worth showing, best first: nothing under 45, twenty at most (model.md A.8). */
export function worthShowing<T extends { readonly score: number }>(scored: readonly T[]): T[] {
  return scored
    .filter(({ score }) => score >= POSSIBLE)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_CANDIDATES);
}
