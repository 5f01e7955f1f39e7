import { endOfDay, noonOf } from '../dates/zoned-time';
import { RuleBroken } from '../process/process';
import type { ConsentPurpose } from '../vocabulary/consents';
import { replaces, type StandingConsent } from './consent.rules';

/** Purposes that C20 goes with: what goes to a country goes there for one of these, and no longer (model 2.15). */
export const BORDER_PARENTS = ['C02_REFERRAL', 'C03_TRANSFER', 'C04_LEGAL', 'C05_HOUSING', 'C06_HEALTH'] as const;

/** Whether a consent carries nothing by itself. */
export const goesWithAnother = (purpose: ConsentPurpose): boolean => purpose === 'C20_CROSS_BORDER';

interface DaysOfYes {
  /** `YYYY-MM-DD`, in the office. */
  givenOn: string;
  expiresOn: string | null;
  today: string;
}

/** When a yes was given, and the last moment of the day that was said for its end: by the clock of the office (IANA name). */
export function momentsOf({ givenOn, expiresOn, today }: DaysOfYes, timeZone: string, now: Date): { givenAt: Date; said: Date | null } {
  const givenAt = givenOn === today ? now : new Date(Math.min(now.getTime(), noonOf(givenOn, timeZone).getTime()));
  return { givenAt, said: expiresOn === null ? null : endOfDay(expiresOn, timeZone) };
}

type Yes = Pick<StandingConsent, 'purpose' | 'recipients' | 'givenAt'>;
const isLater = (one: Yes, other: Yes): boolean => (one.givenAt?.getTime() ?? 0) > (other.givenAt?.getTime() ?? 0);

/** Whether a yes takes an older one's place: what counts is when it was said, not when somebody wrote it down. */
export const takesPlaceOf = (newer: Yes, older: Yes): boolean => replaces(newer, older) && !isLater(older, newer);

/** A withdrawal: when, and by which way it reached us. */
export interface TakenBack {
  at: Date;
  how: string | null;
}

/**
 * R-CO-03: what somebody took back is not brought back by an older yes that is written down afterwards. A record that was a mistake took nothing back.
 * @param takenBack withdrawals of the same purpose for somebody whom this yes names too
 * @throws RuleBroken `withdrawn-since`
 */
export function assertNotTakenBack(purpose: ConsentPurpose, givenAt: Date, takenBack: readonly TakenBack[]): void {
  if (takenBack.some(({ at, how }) => at > givenAt && how !== 'MISTAKE'))
    throw new RuleBroken('withdrawn-since', { purpose }, { givenOn: ['withdrawnSince'] });
}

/** Whether two consents of one purpose name somebody in common, or both nobody. */
export const nameTheSame = (one: Pick<Yes, 'recipients'>, other: Pick<Yes, 'recipients'>): boolean =>
  one.recipients.length === 0 ? other.recipients.length === 0 : one.recipients.some((each) => other.recipients.includes(each));

/**
 * Until when C20 lasts: as long as each recipient is covered by what it goes with.
 * @param parents the standing consents of `BORDER_PARENTS`
 * @returns null when somebody is not covered; an end of null stands for no end
 */
export function borderEnd(
  recipients: readonly string[],
  parents: readonly Pick<StandingConsent, 'recipients' | 'expiresAt'>[],
): Date | null {
  const ends = recipients.map((recipient) =>
    Math.max(...parents.filter((parent) => parent.recipients.includes(recipient)).map(({ expiresAt }) => expiresAt?.getTime() ?? Infinity)),
  );
  const end = Math.min(...ends);
  return Number.isFinite(end) ? new Date(end) : null;
}
