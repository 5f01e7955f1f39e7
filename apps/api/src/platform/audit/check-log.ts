import { createSecretKey, type KeyObject } from 'node:crypto';
import { BEGINNING, type Place, sealOf, type SealedLine } from './chain';
import type { BookText, CheckedBook, Fault } from './check-book';
import { checkBook } from './check-book';

/** What a check of the whole log found. */
export interface Verdict {
  ok: boolean;
  /** Lines that carry a number. */
  sealed: number;
  /** Lines that wait for theirs. */
  unsealed: number;
  firstBad: number | null;
  reason: Fault['reason'] | null;
}

/**
 * Walks the chain from its beginning and compares it with the book.
 * @param lines those with a number, by number
 * @param unsealed how many wait
 */
export async function checkLog(lines: AsyncIterable<SealedLine>, unsealed: number, book: BookText, chain: Buffer): Promise<Verdict> {
  const checked = await checkBook(book, chain);
  const walk = new Walk(createSecretKey(chain), checked.places);
  for await (const line of lines) walk.pass(line);
  const fault = firstOf(walk.end(), bookFault(book, checked, walk.passed));
  return { ok: fault === null, sealed: walk.passed, unsealed, firstBad: fault?.firstBad ?? null, reason: fault?.reason ?? null };
}

/** Goes from line to line and remembers the first that is not in order. */
class Walk {
  passed = 0;
  private last: Place = BEGINNING;
  private vouched = 0;
  private fault: Fault | null = null;
  private readonly known: Map<number, string>;

  constructor(
    private readonly chain: KeyObject,
    private readonly places: readonly Place[],
  ) {
    this.known = new Map(places.map(({ seq, hash }) => [seq, hash]));
  }

  pass(line: SealedLine): void {
    this.passed++;
    if (this.fault) return;
    this.fault = this.faultOf(line);
    this.last = line;
    if (this.known.has(line.seq)) this.vouched = line.seq;
  }

  /** The first fault of the chain; also that lines are missing at its end which the book knows of. */
  end(): Fault | null {
    const newest = this.places.reduce((most, { seq }) => Math.max(most, seq), 0);
    if (!this.fault && this.last.seq < newest) return { firstBad: this.last.seq + 1, reason: 'TAIL_MISSING' };
    return this.fault;
  }

  private faultOf({ seq, previous, hash, text }: SealedLine): Fault | null {
    const expected = this.last.seq + 1;
    if (seq > expected) return { firstBad: expected, reason: 'LINE_MISSING' };
    if (seq !== expected) return { firstBad: Math.min(expected, seq), reason: 'LINE_ADDED' };
    if (previous !== this.last.hash || hash !== sealOf(this.chain, seq, this.last.hash, text))
      return { firstBad: seq, reason: 'LINE_CHANGED' };
    const signed = this.known.get(seq);
    // the chain holds together and is still not the one that was signed: it was written anew, with the key
    return signed === undefined || signed === hash ? null : { firstBad: this.vouched + 1, reason: 'CHECKPOINT_DIFFERS' };
  }
}

function bookFault({ head, checkpoints }: BookText, { fault }: CheckedBook, sealed: number): Fault | null {
  if (head !== null || checkpoints !== null) return fault;
  return sealed > 0 ? { firstBad: 1, reason: 'CHECKPOINTS_MISSING' } : null;
}

/** What the log itself shows comes before what the book says of the same number. */
function firstOf(log: Fault | null, book: Fault | null): Fault | null {
  if (!log || !book) return log ?? book;
  return book.firstBad < log.firstBad ? book : log;
}
