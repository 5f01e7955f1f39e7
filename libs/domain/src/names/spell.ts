import type { Choice } from './persian-sounds';

const MOST_KEYS = 32;

/**
 * Every key that a row of sounds may be spelt as, doubled symbols collapsed. Beyond 32 each further doubt is settled for its
 * first choice, so that long names keep whole keys.
 */
export function spell(sounds: readonly Choice[]): string[] {
  let keys = [''];
  for (const choice of sounds) {
    const open = keys.length * choice.length <= MOST_KEYS ? choice : choice.slice(0, 1);
    keys = keys.flatMap((key) => open.map((symbols) => key + symbols));
  }
  return [...new Set(keys.map((key) => key.replace(/(.)\1+/g, '$1')))].filter((key) => key !== '');
}
