import { randomBytes } from 'node:crypto';
import { caseRefFrom } from '@panah/domain/numbers/case-ref';
import type { UnitOfWork } from './database/unit-of-work';

const FREE = { name: 'case-references.free', text: 'select ref from app.free_references($1) as ref' };
const BYTES = 6;

/**
 * References by chance (model.md C.4) that no case of this house has. Two transactions may still draw the same one; then the unique
 * index refuses the second, once in a billion.
 */
export async function drawCaseReferences(work: UnitOfWork, count: number): Promise<string[]> {
  const drawn = new Set<string>();
  while (drawn.size < count) {
    const fresh = new Set(Array.from({ length: count - drawn.size }, () => caseRefFrom(randomBytes(BYTES))));
    for (const { ref } of await work.rows<{ ref: string }>(FREE, [[...fresh]])) drawn.add(ref);
  }
  return [...drawn];
}
