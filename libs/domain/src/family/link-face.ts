import { defineProcess, type EventOf, type StateOf } from '../process/process';

/**
 * All that anybody but the officers of a link is shown of it. It is a record of its own and moves by what the client does, by the calendar, and by the
 * first word that the client was given; by nothing else that happens on the other side (R-FL-03, R-FL-12, decision 0018).
 */
export const linkFaceProcess = defineProcess('NOTED', {
  NOTED: { begin: 'IN_PROGRESS', stop: 'ENDED' },
  IN_PROGRESS: { be_in_contact: 'IN_CONTACT', stop: 'ENDED' },
  IN_CONTACT: { stop: 'ENDED' },
  ENDED: { begin: 'IN_PROGRESS' },
});
export type LinkFace = StateOf<typeof linkFaceProcess>;
export type LinkFaceEvent = EventOf<typeof linkFaceProcess>;

const DAY = 86_400_000;
/** Whoever asked gets the one sentence after the same time, whatever we know by then: not found, declined, silent, unsafe, or still asking. */
export const ANSWER_AFTER_DAYS = 91;
/** Answers go out on this weekday alone (0 is Sunday). */
export const ANSWER_WEEKDAY = 1;

/**
 * R-FL-12: the day on which the client hears that we could not take it further, unless they are in contact by then: the first weekly day that comes
 * `ANSWER_AFTER_DAYS` after they asked. It rests on nothing but that day, so neither the words nor the time tell anything.
 * @param askedOn day, `YYYY-MM-DD`
 */
export function answerDayOf(askedOn: string): string {
  const earliest = new Date(Date.parse(`${askedOn}T00:00:00Z`) + ANSWER_AFTER_DAYS * DAY);
  const wait = (ANSWER_WEEKDAY - earliest.getUTCDay() + 7) % 7;
  return new Date(earliest.getTime() + wait * DAY).toISOString().slice(0, 10);
}
