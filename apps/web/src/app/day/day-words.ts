import type { DayTaskView } from '@panah/contracts/day.contract';
import { taskKindLabel } from '@panah/domain/vocabulary/tasks';
import { readerLanguage } from '../platform/reader/language';

/** A task in words: what a colleague wrote, or what its kind says. */
export const taskWords = ({ kind, title }: DayTaskView): string => title ?? taskKindLabel(kind, readerLanguage());
