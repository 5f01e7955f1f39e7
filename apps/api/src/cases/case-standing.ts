import { recordClassOf, type Word } from '@panah/domain/access/access-table';
import { currentReach, hasWord } from '../platform/access/current-reach';
import type { ReachedCase } from './case.records';

/** Whether the reader may do this on this case: by office, or in a role of theirs on its team (never the sum of their roles). */
export function mayOn(word: Word, { officeId, standing }: Pick<ReachedCase, 'officeId' | 'standing'>): boolean {
  if (!hasWord(word)) return false;
  const { offices, teamRoles } = currentReach(word);
  const opens = recordClassOf(word);
  return (
    offices.includes(officeId) ||
    standing.some(({ role, classes }) => teamRoles.some((held) => held === role) && (opens === null || classes.includes(opens)))
  );
}
