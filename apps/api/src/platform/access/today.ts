import { endOfDay } from '@panah/domain/dates/zoned-time';
import { dayAt } from '@panah/domain/staff/office-calendar';
import { currentActor } from './current-reach';

/** The day (`YYYY-MM-DD`) that a moment falls on where the one who is asking works. */
export const dayOf = (moment: Date): string => dayAt(moment.toISOString(), currentActor().timeZone);

/** The day it is there. Rules take a day as an argument; only services ask for it. */
export const today = (): string => dayOf(new Date());

/** The last second of a day (`YYYY-MM-DD`) there. */
export const endOf = (day: string): Date => endOfDay(day, currentActor().timeZone);
