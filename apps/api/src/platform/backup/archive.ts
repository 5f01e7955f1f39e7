import { createHash } from 'node:crypto';
import { BackupRefused } from './sealed-stream';

/**
 * How a set is written: a row of frames, each one letter, four bytes of length, and content.
 * "J" says something in JSON (a table or a file begins, or is over); "B" is a piece of what was begun.
 */
const HEAD = 5;
const SAID = 'J'.charCodeAt(0);
const BYTES = 'B'.charCodeAt(0);
const PIECE = 64 * 1024;
const LONGEST = 16 * 1024 * 1024;

/** What the head of a set says of the house it was taken from. */
export interface SetHead {
  is: 'set';
  format: typeof FORMAT;
  kind: 'data' | 'keys';
  id: string;
  madeAt: string;
  demo: boolean;
  /** Names of the migrations that made these tables, in order. */
  migrations: string[];
}
export interface BlockBegins {
  is: 'table' | 'file';
  name: string;
  columns: string[];
}
export interface BlockEnds {
  is: 'over';
  name: string;
  rows: number;
  /** SHA-256 of the bytes between, in hex. */
  sha256: string;
}
export interface Sequence {
  is: 'sequence';
  name: string;
  value: string;
}
export interface SetEnds {
  is: 'end';
  blocks: number;
}
export type Said = SetHead | BlockBegins | BlockEnds | Sequence | SetEnds;

export const FORMAT = 'office-backup-1';

export function frameOf(said: Said): Buffer {
  return frame(SAID, Buffer.from(JSON.stringify(said)));
}

function frame(letter: number, content: Buffer): Buffer {
  const head = Buffer.alloc(HEAD);
  head.writeUInt8(letter, 0);
  head.writeUInt32BE(content.length, 1);
  return Buffer.concat([head, content]);
}

/** The frames of a table or a file: its beginning, its content gathered into pieces, and its end with count and hash. */
export async function* block(
  begins: BlockBegins,
  content: AsyncIterable<Buffer>,
  rows: () => number,
  passed: (bytes: number) => void = () => undefined,
): AsyncGenerator<Buffer> {
  yield frameOf(begins);
  const hash = createHash('sha256');
  let [waiting, length]: [Buffer[], number] = [[], 0];
  for await (const piece of content) {
    hash.update(piece);
    waiting.push(piece);
    length += piece.length;
    if (length < PIECE) continue;
    yield frame(BYTES, Buffer.concat(waiting));
    passed(length);
    [waiting, length] = [[], 0];
  }
  if (length > 0) yield frame(BYTES, Buffer.concat(waiting));
  passed(length);
  yield frameOf({ is: 'over', name: begins.name, rows: rows(), sha256: hash.digest('hex') });
}

/** Reads a set from its beginning to its end, frame by frame. */
export class ArchiveReader {
  private rest: Buffer = Buffer.alloc(0);
  private readonly source: AsyncIterator<Buffer>;
  private held: { letter: number; content: Buffer } | null = null;

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** The next thing said. Throws when bytes stand there, or the set is over without having said so. */
  async next(): Promise<Said> {
    const found = await this.frame();
    if (found?.letter !== SAID) throw new BackupRefused('The backup ends early or is not written in a known form.');
    return JSON.parse(found.content.toString('utf8')) as Said;
  }

  /** What was begun, up to the next thing said. */
  async *bytes(): AsyncGenerator<Buffer> {
    for (let found = await this.frame(); found; found = await this.frame()) {
      if (found.letter !== BYTES) {
        this.held = found;
        return;
      }
      yield found.content;
    }
  }

  async close(): Promise<void> {
    await this.source.return?.(undefined);
  }

  private async frame(): Promise<{ letter: number; content: Buffer } | null> {
    const held = this.held;
    this.held = null;
    if (held) return held;
    const head = await this.take(HEAD);
    if (!head) return null;
    const length = head.readUInt32BE(1);
    const content = length <= LONGEST ? await this.take(length) : null;
    if (!content) throw new BackupRefused('The backup ends early or is not written in a known form.');
    return { letter: head.readUInt8(0), content };
  }

  private async take(length: number): Promise<Buffer | null> {
    const pieces = [this.rest];
    let have = this.rest.length;
    while (have < length) {
      const next = await this.source.next();
      if (next.done) return null;
      pieces.push(next.value);
      have += next.value.length;
    }
    const all = pieces.length === 1 ? this.rest : Buffer.concat(pieces);
    this.rest = all.subarray(length);
    return all.subarray(0, length);
  }
}
