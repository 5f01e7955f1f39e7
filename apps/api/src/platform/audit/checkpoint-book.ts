import { existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { BEGINNING, type Place } from './chain';
import { type Checkpoint, CheckpointSigner, digestOf, isGenuine, parseCheckpoint } from './checkpoint';

/** After so many lines, or so long, another checkpoint is appended. */
export interface Pace {
  lines: number;
  ms: number;
}

export const USUAL_PACE: Pace = { lines: 1000, ms: 10 * 60 * 1000 };
const LONGEST_LINE = 4096;

/** The two files of a book: checkpoints, only ever appended to; and the head, replaced with each sealing. */
export const filesOf = (file: string): { checkpoints: string; head: string } => ({
  checkpoints: file,
  head: `${file.replace(/\.jsonl$/, '')}.head.json`,
});

/**
 * What the house remembers of its log outside the database. Whoever cuts the log, empties it or brings back an old one
 * cannot take this back. Written only under the sealer's lock, and only about what is committed.
 */
export class CheckpointBook {
  private readonly files: { checkpoints: string; head: string };

  constructor(
    file: string,
    private readonly signer: CheckpointSigner,
    private readonly chain: Buffer,
    private readonly pace: Pace,
  ) {
    this.files = filesOf(file);
  }

  get begun(): boolean {
    return existsSync(this.files.checkpoints) || existsSync(this.files.head);
  }

  /** The newest line that the files know of. Throws when the head was changed: a new one would wipe the trace. */
  async newest(): Promise<Place> {
    const head = await this.head();
    const last = await this.lastCheckpoint();
    return [head, last?.checkpoint].reduce<Place>((best, place) => (place && place.seq > best.seq ? place : best), BEGINNING);
  }

  /** The first checkpoint. A log that already has lines when its book begins is told apart for ever. */
  async begin(from: Place): Promise<void> {
    await mkdir(path.dirname(this.files.checkpoints), { recursive: true, mode: 0o700 });
    const line = this.signer.write(from, 0);
    await this.append(line);
    await this.replaceHead(this.signer.write(from, 0, digestOf(line)));
  }

  /** Writes down how far the log is sealed; does nothing when the files say so already. */
  async publish(place: Place): Promise<void> {
    const head = await this.head();
    const last = await this.lastCheckpoint();
    const since = place.seq - (last?.checkpoint.seq ?? 0);
    const due = since > 0 && (since >= this.pace.lines || Date.now() - Date.parse(last?.checkpoint.at ?? '') >= this.pace.ms);
    if (!due && head && head.seq >= place.seq) return;
    let previous = last?.digest ?? BEGINNING.hash;
    if (due) {
      const line = this.signer.write(place, since, previous);
      await this.append(line);
      previous = digestOf(line);
    }
    await this.replaceHead(this.signer.write(place, due ? 0 : since, previous));
  }

  /** Keeps the files of a house that is no more under another name, so that a new house can begin its own. */
  async setAside(): Promise<void> {
    const mark = new Date().toISOString().replaceAll(/[:.]/g, '-');
    for (const file of [this.files.checkpoints, this.files.head]) if (existsSync(file)) await rename(file, `${file}.before-${mark}`);
  }

  private async head(): Promise<Checkpoint | null> {
    if (!existsSync(this.files.head)) return null;
    const head = parseCheckpoint((await readFile(this.files.head, 'utf8')).trim());
    if (!head || !isGenuine(head, this.chain)) throw new Error('The head of the audit checkpoints is not what this house wrote.');
    return head;
  }

  private async lastCheckpoint(): Promise<{ checkpoint: Checkpoint; digest: string } | null> {
    if (!existsSync(this.files.checkpoints)) return null;
    const lines = (await endOf(this.files.checkpoints)).split('\n').filter(Boolean).reverse();
    for (const line of lines) {
      const checkpoint = parseCheckpoint(line);
      if (checkpoint && isGenuine(checkpoint, this.chain)) return { checkpoint, digest: digestOf(line) };
    }
    return null;
  }

  private async append(line: string): Promise<void> {
    const torn = existsSync(this.files.checkpoints) && !/^$|\n$/.test(await endOf(this.files.checkpoints));
    const file = await open(this.files.checkpoints, 'a', 0o600);
    await writeDown(file, `${torn ? '\n' : ''}${line}\n`);
  }

  private async replaceHead(line: string): Promise<void> {
    const beside = `${this.files.head}.new`;
    await writeDown(await open(beside, 'w', 0o600), `${line}\n`);
    await rename(beside, this.files.head);
  }
}

async function writeDown(file: FileHandle, text: string): Promise<void> {
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The end of a file: enough for its last two lines. */
async function endOf(name: string): Promise<string> {
  const { size } = await stat(name);
  const length = Math.min(size, LONGEST_LINE);
  const file = await open(name, 'r');
  try {
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString('utf8');
  } finally {
    await file.close();
  }
}
