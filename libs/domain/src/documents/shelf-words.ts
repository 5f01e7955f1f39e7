import type { Word } from '../access/access-table';
import type { Shelf } from './document.rules';

/** The words of the access table by which the documents of a shelf are read. */
export const WORD_OF_SHELF: Readonly<Record<Shelf, Word>> = {
  GENERAL: 'document:read-general',
  IDENTITY: 'document:read-identity',
  LEGAL: 'document:read-legal',
  HEALTH: 'document:read-health',
  HOUSING: 'document:read-housing',
  FAMILY: 'document:read-family',
  PRIVILEGED: 'document:read-privileged',
};
