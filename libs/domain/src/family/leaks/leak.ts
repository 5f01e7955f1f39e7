/** What a passage may tell (R-FL-09). The reviewer decides: a code is a hint, never a verdict. */
export const LEAK_KINDS = [
  'MAIL_ADDRESS',
  'LINK',
  'HANDLE',
  'BANK_ACCOUNT',
  'NETWORK_ADDRESS',
  'MAIL_HEADER',
  'FILE_NAME',
  'COORDINATES',
  'DATE',
  'HOUR',
  'TIME_ZONE',
  'TELEPHONE',
  'POSTCODE',
  'STREET',
  'CITY',
  'COUNTRY',
  'WEEKDAY',
  'MONEY',
  'NAME',
] as const;
export type LeakKind = (typeof LEAK_KINDS)[number];

/** A passage of the text as it was given: from `start` up to and without `end`, in UTF-16 units as `String.slice` counts them. */
export interface Leak {
  readonly kind: LeakKind;
  readonly start: number;
  readonly end: number;
}

const rank = (leak: Leak): number => LEAK_KINDS.indexOf(leak.kind);

/**
 * In the order of the text, none over another: what lies inside a longer passage belongs to it; what only meets becomes one passage of the
 * kind that stands first in `LEAK_KINDS`.
 */
export function merged(leaks: readonly Leak[]): Leak[] {
  const sorted = [...leaks].sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
  const whole: Leak[] = [];
  for (const leak of sorted) {
    const last = whole.at(-1);
    if (!last || leak.start >= last.end) whole.push(leak);
    else if (leak.end > last.end)
      whole[whole.length - 1] = {
        kind: [last, leak].sort((a, b) => rank(a) - rank(b))[0]?.kind ?? last.kind,
        start: last.start,
        end: leak.end,
      };
  }
  return whole;
}
