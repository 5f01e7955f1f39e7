import { taskKindLabel } from '@panah/domain/vocabulary/tasks';
import type { ProblemTextsByCode } from '../platform/problem/problem-texts';
import { readerLanguage } from '../platform/reader/language';

/** A task in words: what a colleague wrote, or what its kind says. */
export const taskWords = ({ kind, title }: { kind: string; title: string | null }): string =>
  title ?? taskKindLabel(kind, readerLanguage());

export const TASK_PROBLEMS: ProblemTextsByCode = {
  'title-not-neutral': $localize`:@@tasks.problemTitle:A title names nobody and judges nobody: others may see it over your shoulder. Write it in neutral words.`,
  'owner-not-on-team': $localize`:@@tasks.problemOwner:Only somebody who stands on this case team can do this. Ask them to join first.`,
  'task-decided': $localize`:@@tasks.problemDecided:This is not ticked off: somebody decides, and then it is gone by itself.`,
  'task-days': $localize`:@@tasks.problemDays:Look at the days: what is to be done lies ahead, and a reminder comes before it.`,
};

/** Words for the rules that only the server knows, by field. */
export const TASK_TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  title: {
    'names-a-person': $localize`:@@tasks.ruleNames:Name nobody here`,
    'hurtful-word': $localize`:@@tasks.ruleVerdict:Choose a neutral word`,
  },
  dueOn: {
    'in-past': $localize`:@@tasks.rulePast:Name a day that lies ahead`,
    'too-far': $localize`:@@tasks.ruleFar:At most two years ahead`,
    matches: $localize`:@@tasks.ruleDay:Name a day`,
  },
  remindOn: {
    'in-past': $localize`:@@tasks.rulePast:Name a day that lies ahead`,
    'after-due': $localize`:@@tasks.ruleAfterDue:A reminder comes before the day itself`,
  },
  ownerId: { 'not-on-team': $localize`:@@tasks.ruleOwner:Not on the team yet`, missing: $localize`:@@tasks.ruleChoose:Choose one` },
  kind: { isIn: $localize`:@@tasks.ruleChoose:Choose one` },
};
