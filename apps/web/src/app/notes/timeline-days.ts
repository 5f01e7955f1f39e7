import type { TimelineLineView } from '@panah/contracts/timeline.contract';

export interface TimelineDay {
  day: string;
  lines: TimelineLineView[];
}

/** Lines as they come, newest first, grouped by the office's day. */
export function daysOf(lines: readonly TimelineLineView[], dayOf: (iso: string) => string): TimelineDay[] {
  const days = new Map<string, TimelineLineView[]>();
  for (const line of lines) days.set(dayOf(line.at), [...(days.get(dayOf(line.at)) ?? []), line]);
  return [...days].map(([day, grouped]) => ({ day, lines: grouped }));
}
