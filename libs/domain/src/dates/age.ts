/** How old somebody is who may be born on any day of a range. */
export interface AgeRange {
  readonly youngest: number;
  readonly oldest: number;
  /** "42–43", or "42" when both are the same. */
  readonly label: string;
  /** Protection counts the youngest possible age (R-ID-03). */
  readonly countsAsMinor: boolean;
  /** May be a minor or an adult: show "age uncertain". */
  readonly isAgeUncertain: boolean;
}

const ADULT = 18;

function fullYears(born: string, onDay: string): number {
  const years = Number(onDay.slice(0, 4)) - Number(born.slice(0, 4));
  return Math.max(0, onDay.slice(5) < born.slice(5) ? years - 1 : years);
}

/**
 * The ages somebody may have on a day (R-ID-03, model.md Annex B).
 * @param born first and last possible day of birth, `YYYY-MM-DD`
 * @returns null when nothing is known of the birth
 */
export function ageRange(born: { readonly from: string | null; readonly to: string | null }, onDay: string): AgeRange | null {
  if (born.from === null || born.to === null) return null;
  const youngest = fullYears(born.to, onDay);
  const oldest = fullYears(born.from, onDay);
  const label = youngest === oldest ? String(youngest) : `${youngest}–${oldest}`;
  return { youngest, oldest, label, countsAsMinor: youngest < ADULT, isAgeUncertain: youngest < ADULT && oldest >= ADULT };
}

export type AgeBand = 'A0_29' | 'A30_49' | 'A50_64' | 'A65_UP' | 'UNKNOWN';

/** The band that an age falls into. */
export function ageBandAt(age: number): AgeBand {
  if (age < 30) return 'A0_29';
  if (age < 50) return 'A30_49';
  return age < 65 ? 'A50_64' : 'A65_UP';
}

/** The band of somebody who may be of several ages: uncertain when they may be of two. */
export function ageBandOf(range: Pick<AgeRange, 'youngest' | 'oldest'> | null): AgeBand {
  if (range === null) return 'UNKNOWN';
  const band = ageBandAt(range.youngest);
  return band === ageBandAt(range.oldest) ? band : 'UNKNOWN';
}
