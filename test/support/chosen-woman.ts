import { type NameKind, PERSIAN_NAMES, type PersianName } from '@panah/domain/names/persian-names';

/** Somebody who gives nothing but a name. */
export interface ChosenWoman {
  /** As she says it, in her script. */
  name: string;
  /** A spelling that somebody else may use; nobody wrote it down. */
  latin: string;
  /** Each writing by which she could be known, in both orders. */
  writings: readonly string[];
}

/** A given name and a surname by chance, so that no story learns one name by heart. */
export function chosenWoman(): ChosenWoman {
  const given = oneOf('given-f');
  const surname = oneOf('surname');
  const both = (a: string, b: string) => [`${a} ${b}`, `${b} ${a}`];
  return {
    name: `${given.fa} ${surname.fa}`,
    latin: `${last(given.latin)} ${last(surname.latin)}`,
    writings: [...both(given.fa, surname.fa), ...given.latin.flatMap((first) => surname.latin.flatMap((family) => both(first, family)))],
  };
}

function oneOf(kind: NameKind): PersianName {
  const names = PERSIAN_NAMES.filter((name) => name.kind === kind);
  const chosen = names[Math.floor(Math.random() * names.length)];
  if (!chosen) throw new Error(`There is no name of the kind ${kind}.`);
  return chosen;
}

const last = (spellings: readonly string[]): string => spellings.at(-1) ?? '';
