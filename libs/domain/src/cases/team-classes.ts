import { cell, CLASSES_OF_ROLE, recordClassOf, WORDS, type RecordClass } from '../access/access-table';
import type { TeamRole } from '../vocabulary/case-team';

/** The classes of a file that a role on its team can open: those of the role that a word of it really opens. */
export function classesFor(role: TeamRole): readonly RecordClass[] {
  const opened = new Set(WORDS.filter((word) => cell(word, role) !== 'none').map(recordClassOf));
  return CLASSES_OF_ROLE[role].filter((name) => opened.has(name));
}
