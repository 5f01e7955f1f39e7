import { readFile } from 'node:fs/promises';
import { setImmediate as breath, setTimeout as pause } from 'node:timers/promises';
import type { AuditFinding } from '@panah/domain/vocabulary/audit';
import { BEGINNING, type Place } from './chain';
import { type Checkpoint, digestOf, isGenuine, parseCheckpoint } from './checkpoint';
import { filesOf } from './checkpoint-book';

/** The first number that is not in order, and why. */
export interface Fault {
  firstBad: number;
  reason: AuditFinding;
}

/** The files of a book as they were read. The head is read first: what is written meanwhile only adds to the other. */
export interface BookText {
  head: string | null;
  checkpoints: string | null;
}

const A_MOMENT_MS = 200;

export async function readBook(file: string): Promise<BookText> {
  const files = filesOf(file);
  const head = await textOf(files.head);
  const checkpoints = await textOf(files.checkpoints);
  if (head !== null || checkpoints === null) return { head, checkpoints };
  await pause(A_MOMENT_MS); // perhaps it is just being begun
  return { head: await textOf(files.head), checkpoints: await textOf(files.checkpoints) };
}

/** What the book vouches for, oldest first, and what is wrong with the book itself. */
export interface CheckedBook {
  places: Place[];
  fault: Fault | null;
}

const AT_ONCE = 50;

/** Checks signatures and that no checkpoint was changed, left out or added. */
export async function checkBook({ head, checkpoints }: BookText, chain: Buffer): Promise<CheckedBook> {
  const places: Place[] = [];
  const digests = [BEGINNING.hash];
  const faultAt = (): Fault => ({ firstBad: (places.at(-1)?.seq ?? 0) + 1, reason: 'CHECKPOINT_CHANGED' });
  const lines = (checkpoints ?? '').split('\n').flatMap((text) => {
    const checkpoint = parseCheckpoint(text); // a line that was cut off by a crash says nothing; one that was removed breaks the links
    return checkpoint ? [{ text, checkpoint }] : [];
  });
  for (const [index, { text, checkpoint }] of lines.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await breath();
    if (!follows(checkpoint, digests, places, chain)) return { places, fault: faultAt() };
    places.push({ seq: checkpoint.seq, hash: checkpoint.hash });
    digests.push(digestOf(text));
  }
  const newest = head === null ? null : parseCheckpoint(head.trim());
  const fits = newest && isGenuine(newest, chain) && headFits(newest, digests, places);
  if (newest && fits) places.push({ seq: newest.seq, hash: newest.hash });
  return { places, fault: fits ? beginsLate(lines[0]?.checkpoint) : faultAt() };
}

function follows(checkpoint: Checkpoint, digests: readonly string[], places: readonly Place[], chain: Buffer): boolean {
  const linked = checkpoint.previous === digests.at(-1) && checkpoint.seq >= (places.at(-1)?.seq ?? 0);
  return linked && isGenuine(checkpoint, chain);
}

/** The head names the checkpoint before it; a newer checkpoint may have been appended since, but never an older one left out. */
function headFits(head: Checkpoint, digests: readonly string[], places: readonly Place[]): boolean {
  const index = digests.lastIndexOf(head.previous);
  if (index < 1) return false;
  return places.slice(index).every(({ seq }) => seq >= head.seq) && head.seq >= (places[index - 1]?.seq ?? 0);
}

const beginsLate = (first: Checkpoint | undefined): Fault | null =>
  first && first.seq > 0 ? { firstBad: 1, reason: 'CHECKPOINTS_MISSING' } : null;

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
