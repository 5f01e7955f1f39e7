import type { Owner } from './client-part.records';
import type { OpenClient } from './client.records';

/** Whose lines are written, and in which office they are kept. */
export const ownerOf = ({ row }: OpenClient): Owner => ({ id: row.id, officeId: row.officeId });
