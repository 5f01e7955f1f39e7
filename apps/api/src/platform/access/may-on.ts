import { recordClassOf, type Word } from '@panah/domain/access/access-table';
import { currentReach, hasWord } from './current-reach';

/** What is known of a reader and one case: whose office it is in, and the reader's own places on its team. */
export interface PlaceOfReader {
  officeId: string;
  standing: readonly { role: string; classes: readonly string[] }[];
}

/** Whether the reader may do this on this case: by office, or in a role of theirs on its team (never the sum of their roles). */
export function mayOn(word: Word, { officeId, standing }: PlaceOfReader): boolean {
  if (!hasWord(word)) return false;
  const { offices, teamRoles } = currentReach(word);
  const opens = recordClassOf(word);
  return (
    offices.includes(officeId) ||
    standing.some(({ role, classes }) => teamRoles.some((held) => held === role) && (opens === null || classes.includes(opens)))
  );
}
