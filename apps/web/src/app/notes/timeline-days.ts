import type { NoteView } from '@panah/contracts/notes.contract';
import type { IconName } from '../platform/icon/icons';

/** Something that happened besides the notes, in words: a step of the case, say. */
export interface TimelineEvent {
  id: string;
  /** An instant with Z. */
  at: string;
  text: string;
  byName: string | null;
  icon: IconName;
}

export interface TimelineLine {
  id: string;
  at: string;
  note: NoteView | null;
  event: TimelineEvent | null;
}

export interface TimelineDay {
  day: string;
  lines: TimelineLine[];
}

/**
 * Notes and events, newest first, grouped by the office's day.
 * @param complete whether the notes are all there are; if not, events older than the oldest note wait for it
 */
export function daysOf(
  notes: readonly NoteView[],
  events: readonly TimelineEvent[],
  complete: boolean,
  dayOf: (iso: string) => string,
): TimelineDay[] {
  const oldest = notes.at(-1)?.happenedAt ?? '';
  const told = events.filter((event) => complete || event.at >= oldest);
  const lines: TimelineLine[] = [
    ...notes.map((note) => ({ id: note.id, at: note.happenedAt, note, event: null })),
    ...told.map((event) => ({ id: event.id, at: event.at, note: null, event })),
  ].sort((a, b) => b.at.localeCompare(a.at));
  const days = new Map<string, TimelineLine[]>();
  for (const line of lines) days.set(dayOf(line.at), [...(days.get(dayOf(line.at)) ?? []), line]);
  return [...days].map(([day, lines]) => ({ day, lines }));
}
