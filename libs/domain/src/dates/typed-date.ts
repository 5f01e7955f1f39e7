import { latinDigits } from '../numbers/digits';
import { RuleBroken } from '../process/process';
import { monthNamed, type NamedMonth } from './month-names';

export type DateQualifier = 'EXACT' | 'APPROXIMATE' | 'UNCERTAIN' | 'BOTH';

/** What stands in a typed date, before anybody asked whether it can be. */
export interface TypedDate {
  readonly shape: 'DAY' | 'MONTH' | 'YEAR' | 'DECADE' | 'RANGE' | 'UNKNOWN';
  readonly qualifier: DateQualifier;
  readonly year: number;
  readonly yearTo?: number;
  readonly month?: number;
  readonly day?: number;
  /** Only a named month tells its calendar. */
  readonly calendar?: NamedMonth['calendar'];
}

type Parts = Omit<TypedDate, 'qualifier'>;

const UNKNOWN = /^(unknown|not known|\?+|نامعلوم|نامشخص|نمی‌?دانم|نمی ?داند)$/;
const APPROXIMATELY = /^(about|around|circa|ca?\.|approx\.?|approximately|حدود(?:ا|\u064B|ی)*|تقریب(?:ا|\u064B)*)\s*/;
const PERHAPS = /^(maybe|perhaps|possibly|probably|احتمال(?:ا|\u064B)*|شاید)\s*/;
const LEAD = /^(in|the|year|سال)\s+/;

const PATTERNS: readonly (readonly [RegExp, (numbers: number[]) => Parts])[] = [
  [/^(\d{4})$/, ([year]) => ({ shape: 'YEAR', year })],
  [/^(\d{3})[x*]$/, ([tens]) => ({ shape: 'DECADE', year: tens * 10 })],
  [/^(\d{3})0s$/, ([tens]) => ({ shape: 'DECADE', year: tens * 10 })],
  [/^دهه[\u0654ی]?\s*(?:ی\s+)?(\d{3})0$/, ([tens]) => ({ shape: 'DECADE', year: tens * 10 })],
  [
    /^(?:between\s+|from\s+|بین\s+|از\s+)?(\d{4})\s*(?:\/|-|–|—|to|and|تا|و)\s*(\d{4})$/,
    ([year, yearTo]) => ({ shape: 'RANGE', year, yearTo }),
  ],
  [/^(\d{4})[-/.](\d{1,2})$/, ([year, month]) => ({ shape: 'MONTH', year, month })],
  [/^(\d{1,2})[-/.](\d{4})$/, ([month, year]) => ({ shape: 'MONTH', year, month })],
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, ([year, month, day]) => ({ shape: 'DAY', year, month, day })],
  [/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/, ([day, month, year]) => ({ shape: 'DAY', year, month, day })],
];
/** 62 may be 1362 or 1962: only the person who typed it knows. */
const TWO_DIGITS = /^(?:\d{2}|\d{2}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2})$/;

function qualifierOf(isApproximate: boolean, isUncertain: boolean): DateQualifier {
  if (isApproximate && isUncertain) return 'BOTH';
  if (isApproximate) return 'APPROXIMATE';
  return isUncertain ? 'UNCERTAIN' : 'EXACT';
}

/** Takes "about", "perhaps" and the signs ~ ? % of EDTF off a text. */
function splitQualifier(text: string): { bare: string; qualifier: DateQualifier } {
  const afterPerhaps = text.replace(PERHAPS, '');
  const afterAbout = afterPerhaps.replace(APPROXIMATELY, '');
  const isUncertain = afterPerhaps !== text || /[?؟%٪]/.test(text);
  const isApproximate = afterAbout !== afterPerhaps || /[~≈%٪]/.test(text);
  const bare = afterAbout
    .replace(/[~≈?؟%٪]/g, '')
    .trim()
    .replace(LEAD, '')
    .trim();
  return { bare, qualifier: qualifierOf(isApproximate, isUncertain) };
}

function withNamedMonth(bare: string): Parts | null {
  const words = bare.split(/[\s,،.\-/]+/).filter((word) => word !== '' && word !== 'ماه');
  const named = words.map(monthNamed).find((month) => month !== null);
  const numbers = words.filter((word) => monthNamed(word) === null);
  const year = numbers.find((word) => /^\d{4}$/.test(word));
  const day = numbers.find((word) => /^\d{1,2}(st|nd|rd|th)?$/.test(word));
  if (named && year === undefined && numbers.some((word) => /^\d{2}$/.test(word))) throw new RuleBroken('year-of-two-digits');
  if (!named || year === undefined || numbers.length !== (day === undefined ? 1 : 2)) return null;
  const parts = { year: Number(year), month: named.month, calendar: named.calendar };
  return day === undefined ? { ...parts, shape: 'MONTH' } : { ...parts, shape: 'DAY', day: parseInt(day, 10) };
}

function withNumbers(bare: string): Parts | null {
  for (const [pattern, read] of PATTERNS) {
    const found = pattern.exec(bare);
    if (found) return read(found.slice(1).map(Number));
  }
  return null;
}

/**
 * Reads a date as people type it, in English or Persian, with digits of any keyboard; days before months ("11.04.2016").
 * @throws RuleBroken `year-of-two-digits` or `date-not-understood`
 */
export function readTypedDate(text: string): TypedDate {
  const typed = latinDigits(text).replace(/[يى]/g, 'ی').trim().toLowerCase();
  if (UNKNOWN.test(typed)) return { shape: 'UNKNOWN', qualifier: 'EXACT', year: 0 };
  const { bare, qualifier } = splitQualifier(typed);
  if (TWO_DIGITS.test(bare)) throw new RuleBroken('year-of-two-digits');
  const parts = withNumbers(bare) ?? withNamedMonth(bare);
  if (!parts) throw new RuleBroken('date-not-understood');
  return { ...parts, qualifier };
}
