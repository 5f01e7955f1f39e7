import { normaliseName } from '../names/normalise';
import { latinDigits } from '../numbers/digits';

/** Somebody as far as they can be told from others. */
export interface KnownPerson {
  names: readonly string[];
  /** Year of birth. */
  born: string | null;
  fatherName: string | null;
}

/**
 * R-FL-17: what somebody is known again by who asked never to be asked again: each way to them, and each name together with the year of birth or the father's
 * name. A name by itself is nobody: many bear it. Keyed before it is kept.
 */
export function marksOf({ names, born, fatherName }: KnownPerson, ways: readonly { value: string }[]): string[] {
  const besides = [born, fatherName && normaliseName(fatherName)].flatMap((each) => each ?? []);
  const people = names.flatMap((name) => besides.map((beside) => `person|${normaliseName(name)}|${beside}`));
  return [...new Set([...ways.map(({ value }) => `way|${wayOf(value)}`), ...people])].sort();
}

const LAST_DIGITS = 9;

/** A number by its last digits, however the country is written before it; anything else as it is, without blanks and capitals. */
function wayOf(value: string): string {
  const digits = latinDigits(value).replace(/[\s().+/-]/g, '');
  return /^\d{6,}$/.test(digits) ? digits.slice(-LAST_DIGITS) : latinDigits(value).replace(/\s+/g, '').toLowerCase();
}
