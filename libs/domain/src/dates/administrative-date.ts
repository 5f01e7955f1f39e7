import { partsOf } from './calendar-days';
import type { PartialDate } from './partial-date';

/** Days that authorities write when they know only the year: 1 January, 1 July, 1 Farvardin. */
const PLACEHOLDERS = [
  ['GREGORIAN', 1, 1],
  ['GREGORIAN', 7, 1],
  ['JALALI', 1, 1],
] as const;
/** A person who says "the first of January" means it; papers may not. */
const FROM_AUTHORITIES = ['DOCUMENT', 'AGE_ASSESSMENT', 'ADMINISTRATIVE'];

/** Whether a birth date read from a paper may be an authority's placeholder (R-ID-04), in whichever calendar it was written. */
export function looksAdministrative({ precision, basis, from }: PartialDate): boolean {
  if (basis === 'ADMINISTRATIVE') return true;
  if (precision !== 'DAY' || from === null || !FROM_AUTHORITIES.includes(basis)) return false;
  return PLACEHOLDERS.some(([calendar, month, day]) => {
    const parts = partsOf(calendar, from);
    return parts.month === month && parts.day === day;
  });
}
