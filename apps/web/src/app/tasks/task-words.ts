import { taskKindLabel } from '@panah/domain/vocabulary/tasks';
import type { ProblemTextsByCode } from '../platform/problem/problem-texts';
import { readerLanguage } from '../platform/reader/language';
import { DAY_AHEAD, OWNED_PROBLEMS, OWNED_TEXTS } from './owned-work.part';

/** A task in words: what a colleague wrote, or what its kind says. */
export const taskWords = ({ kind, title }: { kind: string; title: string | null }): string =>
  title ?? taskKindLabel(kind, readerLanguage());

export const TASK_PROBLEMS: ProblemTextsByCode = {
  ...OWNED_PROBLEMS,
  'task-decided': $localize`:@@tasks.problemDecided:This is not ticked off: somebody decides, and then it is gone by itself.`,
  'task-days': $localize`:@@tasks.problemDays:Look at the days: what is to be done lies ahead, and a reminder comes before it.`,
};

/** Words for the rules that only the server knows, by field. */
export const TASK_TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...OWNED_TEXTS,
  dueOn: DAY_AHEAD,
  remindOn: {
    'in-past': DAY_AHEAD['in-past'],
    'after-due': $localize`:@@tasks.ruleAfterDue:A reminder comes before the day itself`,
  },
  kind: { isIn: $localize`:@@tasks.ruleChoose:Choose one` },
};
