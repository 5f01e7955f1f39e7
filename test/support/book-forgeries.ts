import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';
import { BEGINNING, type Place } from '../../apps/api/src/platform/audit/chain';
import type { BookText } from '../../apps/api/src/platform/audit/check-book';
import { CheckpointSigner, digestOf } from '../../apps/api/src/platform/audit/checkpoint';

/** A book of checkpoints that somebody tampered with, and the first number that nothing genuine vouches for. */
export interface Forgery {
  what: string;
  first: number;
  forged: BookText;
}

const FIELDS = ['seq', 'hash', 'at', 'count', 'previous', 'key', 'mac', 'signature'];

/** The ways to tamper with a book; each call draws another place. */
export function bookForgeries(book: BookText): (() => Forgery)[] {
  const lines = (book.checkpoints ?? '').trim().split('\n');
  const seqs = lines.map((line) => (JSON.parse(line) as Place).seq);
  const after = (index: number): number => (index === 0 ? 1 : (seqs[index - 1] ?? 0) + 1);
  const forgery = (what: string, index: number, forged: Partial<BookText>): Forgery => ({
    what: `${what} (${index})`,
    first: after(index),
    forged: { ...book, ...forged },
  });
  const withLines = (what: string, index: number, changed: string[]): Forgery =>
    forgery(what, index, { checkpoints: changed.map((line) => `${line}\n`).join('') });
  const any = (): number => randomInt(0, lines.length);
  return [
    () => {
      const index = any();
      return withLines('a forged checkpoint', index, lines.with(index, forge(lines[index] ?? '')));
    },
    () => {
      const index = any();
      return withLines('a checkpoint left out', index, lines.toSpliced(index, 1));
    },
    () => {
      const keep = any();
      return withLines('checkpoints cut', keep, lines.slice(0, keep));
    },
    () => {
      const index = randomInt(0, lines.length - 1);
      return withLines('checkpoints exchanged', index, lines.toSpliced(index, 2, lines[index + 1] ?? '', lines[index] ?? ''));
    },
    () => forgery('a forged head', lines.length, { head: forge(book.head ?? '') }),
    () => forgery('no head', lines.length, { head: null }),
    () => forgery('no files', 0, { head: null, checkpoints: null }),
    () => forgery('a book of somebody else’s', 0, strangersBook()),
  ];
}

function forge(line: string): string {
  const said = JSON.parse(line) as Record<string, unknown>;
  const field = FIELDS[randomInt(0, FIELDS.length)] ?? 'hash';
  const value = said[field];
  return JSON.stringify({ ...said, [field]: typeof value === 'number' ? value + 1 : `${String(value)}0` });
}

/** Signed well, by a key that is not the house's. */
function strangersBook(): BookText {
  const stranger = new CheckpointSigner(generateKeyPairSync('ed25519').privateKey, randomBytes(32));
  const first = stranger.write(BEGINNING, 0);
  return { head: stranger.write(BEGINNING, 0, digestOf(first)), checkpoints: `${first}\n` };
}
