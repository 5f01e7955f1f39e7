import type { CandidateScore } from '../names/candidate-score';
import { compareSpellings } from '../names/ranking';
import { RuleBroken } from '../process/process';
import type { KinRelation, MatchReason } from '../vocabulary/family';
import type { FamilyLinkState } from './family-link.process';
import { type FamilyMatchState } from './match.process';

/** Relations that people give for one another; the same word always fits. */
const ALIKE: readonly (readonly KinRelation[])[] = [
  ['HUSBAND', 'WIFE', 'PARTNER', 'FORMER_SPOUSE'],
  ['MOTHER', 'FATHER', 'STEP_RELATIVE', 'FOSTER_CAREGIVER'],
  ['SON', 'DAUGHTER', 'STEP_RELATIVE', 'FOSTER_CAREGIVER'],
  ['BROTHER', 'SISTER', 'STEP_RELATIVE'],
  // what one is and what the other is are easily taken for each other when it is written down
  ['MOTHER', 'FATHER', 'SON', 'DAUGHTER'],
  ['GRANDPARENT', 'GRANDCHILD'],
  ['UNCLE_AUNT', 'NEPHEW_NIECE'],
];

/** Whether what the asking person says they are may be what the client calls the one they miss. */
export function relationFits(said: string, missed: string): boolean {
  if (said === missed || [said, missed].includes('OTHER')) return true;
  return ALIKE.some((group) => [said, missed].every((relation) => group.some((code) => code === relation)));
}

/** Who asks, or who is missed: names in all spellings, and what they are to the other. */
export interface OneWhoIsMissed {
  names: readonly string[];
  relation: string;
}

/** Whether somebody who asks may be the one whom a client told of: by what they are to each other, or by name. */
export function accountFits(asking: OneWhoIsMissed, missed: OneWhoIsMissed): boolean {
  return relationFits(asking.relation, missed.relation) || sameName(asking, missed);
}

const sameName = (asking: OneWhoIsMissed, missed: OneWhoIsMissed): boolean =>
  ['IDENTICAL', 'KEY_AND_SIMILAR'].includes(compareSpellings(asking.names, missed.names).match);

/** Why it is proposed, and what speaks against it, for the two people who decide. */
export function matchReasons({ points }: Pick<CandidateScore, 'points'>, asking: OneWhoIsMissed, missed: OneWhoIsMissed): MatchReason[] {
  const told: [MatchReason, boolean][] = [
    ['NAMES', points.names > 0],
    ['FATHER', points.father > 0],
    ['BIRTH', points.birth > 0],
    ['SEX', points.sex > 0],
    ['BIRTHPLACE', points.birthplace > 0],
    ['RELATIVE', points.relatives > 0],
    ['RELATION', relationFits(asking.relation, missed.relation)],
    ['OTHER_FATHER', points.father < 0],
    ['OTHER_BIRTH', points.birth < 0],
    ['OTHER_SEX', points.sex < 0],
    ['OTHER_RELATION', !relationFits(asking.relation, missed.relation)],
  ];
  return told.flatMap(([reason, holds]) => (holds ? [reason] : []));
}

/** What is known when somebody confirms. */
export interface ConfirmingFacts {
  state: FamilyMatchState;
  linkState: FamilyLinkState;
  firstBy: string | null;
  by: string;
}

/**
 * Two different people confirm, and the second word finds the link being traced: what comes of it is a tracing step.
 * @throws RuleBroken `match-needs-another` for whoever confirmed first, `match-needs-tracing` while nobody began to look
 */
export function assertMayConfirm({ state, linkState, firstBy, by }: ConfirmingFacts): void {
  if (firstBy === by) throw new RuleBroken('match-needs-another');
  if (state === 'CONFIRMED_ONCE' && linkState !== 'TRACING') throw new RuleBroken('match-needs-tracing', { state: linkState });
}
