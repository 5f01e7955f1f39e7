import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { KeyProvider } from '../sealing/key-provider';
import { FORMAT } from './archive';
import { BackupRefused } from './sealed-stream';

export type Kind = 'data' | 'keys';

/** What stands in clear beside an encrypted set. It names no table and no count. */
export interface Manifest {
  format: typeof FORMAT;
  kind: Kind;
  /** One run of the command makes one set of each kind, with the same id. */
  id: string;
  madeAt: string;
  /** Which house it is: the same for all its sets, and nothing can be told from it. */
  house: string;
  recipients: string[];
  file: string;
  bytes: number;
  sha256: string;
  /** Made with the key of the house: nobody else can write a set that belongs to it. */
  mac: string;
}

export interface FoundSet {
  folder: string;
  manifest: Manifest;
}

const MANIFEST = 'manifest.json';
const UNFINISHED = '.unfinished-';

/** The mark of a house, and the key that its manifests are sealed with. */
export async function marksOf(provider: KeyProvider): Promise<{ house: string; key: Buffer }> {
  const key = await provider.tokenKey('backup-manifest');
  return { house: createHmac('sha256', key).update('house').digest('hex').slice(0, 32), key };
}

const macOf = (key: Buffer, { mac: _, ...said }: Manifest): Buffer => createHmac('sha256', key).update(JSON.stringify(said)).digest();

/** Whether this house wrote this manifest, as it stands. */
export function isGenuine(key: Buffer, manifest: Manifest): boolean {
  const given = Buffer.from(manifest.mac, 'hex');
  return given.length === 32 && timingSafeEqual(given, macOf(key, manifest));
}

/** A set that is being written: in a folder that looks like none until everything of it is on disk. */
export class UnfinishedSet {
  private readonly unfinished: string;
  private readonly folder: string;

  constructor(
    private readonly shelf: string,
    private readonly said: Pick<Manifest, 'kind' | 'id' | 'madeAt' | 'house' | 'recipients'>,
  ) {
    const name = `${said.madeAt.replaceAll(':', '-').replace(/\.\d+/, '')}-${said.kind}-${said.id.slice(-8)}`;
    this.folder = path.join(shelf, name);
    this.unfinished = path.join(shelf, `${UNFINISHED}${name}`);
  }

  /** Writes the encrypted content, then the manifest; each is on disk before the next begins. */
  async write(content: Readable, key: Buffer): Promise<void> {
    await mkdir(this.unfinished, { recursive: true, mode: 0o700 });
    const file = `${this.said.kind}.age`;
    const sum = createHash('sha256');
    let bytes = 0;
    const counted = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const piece of source) {
        sum.update(piece);
        bytes += piece.length;
        yield piece;
      }
    };
    await pipeline(content, counted, createWriteStream(path.join(this.unfinished, file), { mode: 0o600, flags: 'wx', flush: true }));
    const manifest: Manifest = { format: FORMAT, ...this.said, file, bytes, sha256: sum.digest('hex'), mac: '' };
    manifest.mac = macOf(key, manifest).toString('hex');
    await writeDown(path.join(this.unfinished, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    await settle(this.unfinished);
  }

  /** Gives it its name: from here on it is a backup. */
  async publish(): Promise<string> {
    await rename(this.unfinished, this.folder);
    await settle(this.shelf);
    return this.folder;
  }

  async discard(): Promise<void> {
    await rm(this.unfinished, { recursive: true, force: true });
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** What runs that were cut off left behind. Nobody else may be writing. */
export async function sweep(shelf: string): Promise<void> {
  for (const name of await namesIn(shelf))
    if (name.startsWith(UNFINISHED)) await rm(path.join(shelf, name), { recursive: true, force: true });
}

/** The sets of one kind on a shelf, newest first. */
export async function setsOn(shelf: string, kind: Kind): Promise<FoundSet[]> {
  const found: FoundSet[] = [];
  for (const name of await namesIn(shelf)) {
    const folder = path.join(shelf, name);
    if (name.startsWith('.') || !existsSync(path.join(folder, MANIFEST))) continue;
    const set = await setIn(folder).catch(() => null);
    if (set?.manifest.kind === kind) found.push(set);
  }
  return found.sort((one, other) => other.manifest.madeAt.localeCompare(one.manifest.madeAt));
}

/** The set in a folder. Throws when it has no manifest that can be read. */
export async function setIn(folder: string): Promise<FoundSet> {
  const file = path.join(folder, MANIFEST);
  if (!existsSync(file)) throw new BackupRefused(`${folder} holds no backup: ${MANIFEST} is missing.`);
  const manifest = parse(await readFile(file, 'utf8'));
  if (!manifest) throw new BackupRefused(`${file} was changed or belongs to another program.`);
  return { folder, manifest };
}

/** The encrypted file of a set, once its length and its hash are those that the manifest names. */
export async function wholeFile({ folder, manifest }: FoundSet): Promise<string> {
  const file = path.join(folder, manifest.file);
  if (!existsSync(file)) throw new BackupRefused(`${file} is missing.`);
  const { size } = await stat(file);
  if (size < manifest.bytes) throw new BackupRefused(`${file} is cut off: ${size} of ${manifest.bytes} bytes are there.`);
  const sum = createHash('sha256');
  for await (const piece of createReadStream(file, { highWaterMark: 1024 * 1024 })) sum.update(piece as Buffer);
  if (size !== manifest.bytes || sum.digest('hex') !== manifest.sha256)
    throw new BackupRefused(`${file} was changed: it is not what the manifest names.`);
  return file;
}

function parse(text: string): Manifest | null {
  try {
    const said = JSON.parse(text) as Partial<Manifest>;
    const texts = [said.id, said.madeAt, said.house, said.sha256, said.mac].every((value) => typeof value === 'string');
    const known = said.format === FORMAT && (said.file === 'data.age' || said.file === 'keys.age') && said.file === `${said.kind}.age`;
    return texts && known && Number.isSafeInteger(said.bytes) ? (said as Manifest) : null;
  } catch {
    return null;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return existsSync(folder) ? readdir(folder) : [];
}

async function writeDown(name: string, text: string): Promise<void> {
  const file = await open(name, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A name is on disk only when its folder is. Windows does not know this. */
async function settle(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
