import type { LeakView } from '@panah/contracts/family-messages.contract';

/** A passage as it stands: plain, or with the finding that it is. */
export interface Passage {
  text: string;
  leak: LeakView | null;
}

/** The text in passages, in its order; together they are the text again. */
export function passagesOf(text: string, leaks: readonly LeakView[]): Passage[] {
  const passages: Passage[] = [];
  let at = 0;
  for (const leak of [...leaks].sort((one, other) => one.start - other.start)) {
    passages.push({ text: text.slice(at, leak.start), leak: null }, { text: text.slice(leak.start, leak.end), leak });
    at = leak.end;
  }
  return [...passages, { text: text.slice(at), leak: null }].filter((passage) => passage.text);
}
