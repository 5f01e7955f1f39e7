import { scriptOf } from '@panah/domain/names/script';
import type { AdmittedName } from './admitted-client';
import type { NameSecrets } from './client.entity';

/** Names as they will be kept: what was not said is null, the script is read from the letters. */
export function namesOf(names: readonly AdmittedName[]): NameSecrets[] {
  return names.map((name) => ({
    kind: 'LEGAL_CURRENT',
    given: null,
    family: null,
    prefix: null,
    suffix: null,
    romanisation: null,
    usedFrom: null,
    usedTo: null,
    inUse: false,
    ...name,
    script: name.script ?? scriptCodeOf(name.asWritten),
  }));
}

/** ISO 15924 of what was typed. */
export function scriptCodeOf(text: string): NameSecrets['script'] {
  if (/\p{Script=Cyrillic}/u.test(text)) return 'Cyrl';
  return scriptOf(text) === 'LATIN' ? 'Latn' : 'Arab';
}
