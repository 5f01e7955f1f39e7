import type { TaskPersonView } from '@panah/contracts/tasks.contract';
import type { UsualField } from '../platform/form/form-question';
import type { ProblemTextsByCode } from '../platform/problem/problem-texts';

type RuleWords = Readonly<Record<string, string>>;

/** A few words that name nobody. */
export const titleField = (): UsualField => ({
  name: 'title',
  kind: 'text',
  label: $localize`:@@tasks.title:In a few words`,
  hint: $localize`:@@tasks.titleHint:Neutral: it names nobody.`,
  optional: true,
});

/** Who of the case team sees to it; nobody named is the primary worker. */
export const ownerField = (owners: readonly TaskPersonView[], label: string, hint?: string): UsualField => ({
  name: 'ownerId',
  kind: 'select',
  label,
  ...(hint ? { hint } : {}),
  choices: owners.map(({ id, name }) => ({ code: id, label: name })),
  empty: $localize`:@@tasks.primaryWorker:Primary worker`,
  optional: true,
});

/** What the server refuses about anything that somebody of the team sees to. */
export const OWNED_PROBLEMS: ProblemTextsByCode = {
  'title-not-neutral': $localize`:@@tasks.problemTitle:A title names nobody and judges nobody: others may see it over your shoulder. Write it in neutral words.`,
  'owner-not-on-team': $localize`:@@tasks.problemOwner:Only somebody who stands on this case team can do this. Ask them to join first.`,
};

/** Words for the rules that only the server knows, by field. */
export const OWNED_TEXTS = {
  title: {
    'names-a-person': $localize`:@@tasks.ruleNames:Name nobody here`,
    'hurtful-word': $localize`:@@tasks.ruleVerdict:Choose a neutral word`,
  },
  ownerId: { 'not-on-team': $localize`:@@tasks.ruleOwner:Not on the team yet`, missing: $localize`:@@tasks.ruleChoose:Choose one` },
} satisfies Readonly<Record<string, RuleWords>>;

/** The same for a day that lies ahead. */
export const DAY_AHEAD = {
  'in-past': $localize`:@@tasks.rulePast:Name a day that lies ahead`,
  'too-far': $localize`:@@tasks.ruleFar:At most two years ahead`,
  matches: $localize`:@@tasks.ruleDay:Name a day`,
} satisfies RuleWords;
