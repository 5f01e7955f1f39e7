import { crc32, createDeflateRaw, createInflateRaw } from 'node:zlib';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { cleanPicture, pictureKind } from './picture';
import { FileRefused } from './refused';
import { type Source, streamOf } from './source';
import { textKeeperOf } from './package-texts';
import { endRecord, entriesOf, type Entry, headOf, packedOf } from './zip';

/** Where parts of a file wait, sealed, on their way: on disk, not in memory. */
export interface Shelter {
  keep(content: AsyncIterable<Uint8Array>): Promise<Source & { close(): Promise<void> }>;
}

type Kept = Source & { close(): Promise<void> };

const DEEPEST = 2;

/** What a package is by what is in it; null for any other archive. */
export async function packageKind(source: Source): Promise<'DOCX' | 'ODT' | null> {
  const entries = await entriesOf(source);
  const has = (name: string): Entry | undefined => entries.find((entry) => entry.name === name);
  const types = has('[Content_Types].xml');
  const odt = has('mimetype');
  if (types && has('word/document.xml')) return docx(entries, (await textOf(source, types)).toString('utf8'));
  if (odt && has('content.xml')) return odtOf(entries, (await textOf(source, odt)).toString('latin1'));
  return null;
}

function docx(entries: readonly Entry[], types: string): 'DOCX' | null {
  if (/vbaProject|macroEnabled/i.test(types) || entries.some(({ name }) => /vbaProject|activeX/i.test(name)))
    throw new FileRefused('has-macros');
  return types.includes('wordprocessingml.document.main+xml') ? 'DOCX' : null;
}

function odtOf(entries: readonly Entry[], mimetype: string): 'ODT' | null {
  if (entries.some(({ name, unpacked }) => /^(Basic|Scripts)\//.test(name) && unpacked > 0)) throw new FileRefused('has-macros');
  return mimetype.trim() === 'application/vnd.oasis.opendocument.text' ? 'ODT' : null;
}

const SHORT_TEXT = 2 * 1024 * 1024;

async function textOf(source: Source, entry: Entry): Promise<Buffer> {
  if (entry.unpacked > SHORT_TEXT) throw new FileRefused('broken');
  const parts: Uint8Array[] = [];
  for await (const part of unpackedOf(source, entry)) parts.push(part);
  return Buffer.concat(parts);
}

/** The bytes of an entry; never more than it said it would be. */
async function* unpackedOf(source: Source, entry: Entry): AsyncGenerator<Buffer> {
  const { from, to } = await packedOf(source, entry);
  const packed = streamOf(source, from, to);
  const bytes = entry.method === 0 ? packed : inflated(packed);
  let given = 0;
  for await (const part of bytes) {
    given += part.length;
    if (given > entry.unpacked) throw new FileRefused('unpacks-too-large');
    yield part;
  }
  if (given !== entry.unpacked) throw new FileRefused('broken');
}

async function* inflated(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw();
  const done = pipeline(Readable.from(packed, { objectMode: false }), inflate).catch(() => undefined);
  try {
    for await (const part of inflate) yield part as Buffer;
  } catch {
    throw new FileRefused('broken');
  }
  await done;
}

/** The same package, with the names of its writers, the times of their work and what its pictures tell taken out. */
export async function* cleanPackage(source: Source, shelter: Shelter, depth = 0): AsyncGenerator<Buffer> {
  const entries = (await entriesOf(source)).filter(({ name }) => !name.endsWith('/'));
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const kept = await packedAnew(source, entry, shelter, depth);
    try {
      const head = headOf({ ...kept.entry }, null);
      directory.push(headOf(kept.entry, at));
      yield head;
      yield* streamOf(kept.bytes);
      at += head.length + kept.bytes.length;
    } finally {
      await kept.bytes.close();
    }
  }
  const whole = Buffer.concat(directory);
  yield whole;
  yield endRecord(entries.length, at, whole.length);
}

async function packedAnew(source: Source, entry: Entry, shelter: Shelter, depth: number): Promise<{ entry: Entry; bytes: Kept }> {
  const plain = await shelter.keep(unpackedOf(source, entry));
  try {
    const counted = counter();
    const content = counted.of(cleanEntry(entry.name, plain, shelter, depth));
    const bytes = await shelter.keep(entry.method === 0 ? content : deflated(content));
    return { entry: { ...entry, crc: counted.crc(), unpacked: counted.length(), packed: bytes.length }, bytes };
  } finally {
    await plain.close();
  }
}

/** Pictures are cleaned as pictures, packages in packages as packages, texts of their names; nothing else may be hidden in it. */
async function* cleanEntry(name: string, plain: Source, shelter: Shelter, depth: number): AsyncGenerator<Uint8Array> {
  const head = await plain.read(0, 16);
  const kind = pictureKind(head);
  const keep = textKeeperOf(name);
  if (kind) yield* cleanPicture(kind, plain);
  else if (head.toString('latin1', 0, 4) === 'PK\x03\x04') {
    if (depth + 1 >= DEEPEST) throw new FileRefused('has-files-inside');
    yield* cleanPackage(plain, shelter, depth + 1);
  } else if (head.subarray(0, 4).equals(OLE)) throw new FileRefused('has-files-inside');
  else yield* keep(streamOf(plain));
}

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

async function* deflated(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const deflate: Transform = createDeflateRaw();
  let failure: unknown = null;
  const done = pipeline(Readable.from(content, { objectMode: false }), deflate).catch((error: unknown) => (failure = error));
  try {
    for await (const part of deflate) yield part as Buffer;
  } catch (error) {
    await done;
    throw failure ?? error;
  }
}

function counter(): { of(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>; crc(): number; length(): number } {
  let [sum, length] = [0, 0];
  return {
    async *of(content) {
      for await (const part of content) {
        sum = crc32(part, sum);
        length += part.length;
        yield part;
      }
    },
    crc: () => sum,
    length: () => length,
  };
}
