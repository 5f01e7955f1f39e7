import { deflateSync, inflateSync } from 'node:zlib';
import { type Blank, blanksIn, blanksInObject, infosIn } from './pdf-text';
import { type Part, partsOf } from './pdf-parts';
import { segmentsOf } from './jpeg';
import { FileRefused } from './refused';
import { indexOf, type Patch, patched, type Source } from './source';

const END = Buffer.from('%%EOF');
const MOST_UNPACKED = 16 * 1024 * 1024;
const AT_ONCE = 64 * 1024;

type Stream = Extract<Part, { kind: 'stream' }>;

/**
 * A PDF in which author, programs, times and the names on marks are blanks, the XMP packets and what cameras wrote into its pictures too.
 * Every byte keeps its place, so that nothing of the file's own order has to be written anew. What hangs behind its end is gone.
 * One that is encrypted or brings other files along cannot be looked through, and is refused.
 */
export async function* cleanPdf(source: Source): AsyncGenerator<Buffer> {
  const to = await endOf(source);
  const infos = new Set<string>();
  for await (const part of partsOf(source, to)) {
    const text = part.kind === 'text' ? part.text : part.dictionary;
    if (/\/Encrypt\s+(\d+\s+\d+\s+R|<<)/.test(text)) throw new FileRefused('encrypted');
    if (/\/Type\s*\/EmbeddedFile\b/.test(text)) throw new FileRefused('has-files-inside');
    for (const number of infosIn(text)) infos.add(number);
  }
  const patches: Patch[] = [];
  for await (const part of partsOf(source, to)) {
    if (part.kind === 'text') patches.push(...blanked(part.at, blanksIn(part.text, infos)));
    else patches.push(...(await cleanStream(source, part, infos)));
  }
  yield* patched(source, patches, to);
}

/** Behind the last mark of its end, and the line it stands on. */
async function endOf(source: Source): Promise<number> {
  let end = -1;
  for (let at = await indexOf(source, END, 0); at >= 0; at = await indexOf(source, END, at + 1)) end = at + END.length;
  if (end < 0) throw new FileRefused('broken');
  const rest = (await source.read(end, 2)).toString('latin1');
  return end + (/^(\r\n|\r|\n)/.exec(rest)?.[0].length ?? 0);
}

async function cleanStream(source: Source, stream: Stream, infos: ReadonlySet<string>): Promise<Patch[]> {
  const { dictionary, at, to } = stream;
  if (/\/Type\s*\/Metadata\b|\/Subtype\s*\/XML\b/.test(dictionary)) return emptied(stream);
  if (/\/Type\s*\/ObjStm\b/.test(dictionary)) return cleanObjects(source, stream, infos);
  if (/\/DCTDecode\b/.test(dictionary) && !/\[\s*\/\w+\s*\/\w+/.test(dictionary)) return cleanPictureIn(source, at, to);
  return [];
}

/** Blanks; where the reader expects packed bytes, nothing packed, and blanks behind it. */
function emptied({ dictionary, at, to }: Stream): Patch[] {
  const nothing = /\/FlateDecode\b/.test(dictionary) ? deflateSync(Buffer.alloc(0)) : Buffer.alloc(0);
  if (nothing.length > to - at) return blanked(at, [{ from: 0, to: to - at }]);
  return [{ at, bytes: nothing }, ...blanked(at, [{ from: nothing.length, to: to - at }])];
}

/** Objects that lie packed together are unpacked, blanked and packed again; what gets shorter is filled up. */
async function cleanObjects(source: Source, { dictionary, at, to }: Stream, infos: ReadonlySet<string>): Promise<Patch[]> {
  const packed = await source.read(at, to - at);
  const isPacked = /\/Filter/.test(dictionary);
  if (isPacked && (!/\/Filter\s*(\[\s*)?\/FlateDecode\b/.test(dictionary) || /\/DecodeParms/.test(dictionary)))
    throw new FileRefused('cannot-be-cleaned');
  const plain = isPacked ? unpacked(packed) : Buffer.from(packed);
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? NaN);
  if (!(first <= plain.length)) throw new FileRefused('broken');
  const blanks = blanksOf(plain, first, infos);
  if (blanks.length === 0) return [];
  for (const { from, to: end } of blanks) plain.fill(0x20, from, end);
  const anew = isPacked ? deflateSync(plain, { level: 9, memLevel: 9 }) : plain;
  if (anew.length > packed.length) throw new FileRefused('cannot-be-cleaned');
  return [{ at, bytes: Buffer.concat([anew, Buffer.alloc(packed.length - anew.length, 0x0a)]) }];
}

function blanksOf(plain: Buffer, first: number, infos: ReadonlySet<string>): Blank[] {
  const numbers = plain.toString('latin1', 0, first).trim().split(/\s+/);
  const objects = Array.from({ length: Math.floor(numbers.length / 2) }, (_, i) => ({
    number: numbers[i * 2] ?? '',
    from: first + Number(numbers[i * 2 + 1]),
  })).sort((a, b) => a.from - b.from);
  return objects.flatMap(({ number, from }, i) => {
    const text = plain.toString('latin1', from, objects[i + 1]?.from ?? plain.length);
    return blanksInObject(text, infos.has(number)).map((blank) => ({ from: from + blank.from, to: from + blank.to }));
  });
}

function unpacked(packed: Buffer): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength: MOST_UNPACKED });
  } catch {
    throw new FileRefused('cannot-be-cleaned');
  }
}

const TELLS = (marker: number): boolean => (marker >= 0xe1 && marker <= 0xef && marker !== 0xee && marker !== 0xe2) || marker === 0xfe;

/** What cameras write into a picture, and hang behind it: zeros in its place. A picture that cannot be read to its end is left where it breaks. */
async function cleanPictureIn(source: Source, at: number, to: number): Promise<Patch[]> {
  const patches: Patch[] = [];
  try {
    for await (const segment of segmentsOf(source, at, to)) {
      if (TELLS(segment.marker)) patches.push(...filled(ZEROS, segment.at + 4, segment.to));
      if (segment.marker === END_OF_PICTURE) patches.push(...filled(ZEROS, segment.to, to));
    }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
  }
  return patches;
}

const END_OF_PICTURE = 0xd9;
const BLANKS = Buffer.alloc(AT_ONCE, 0x20);
const ZEROS = Buffer.alloc(AT_ONCE);

function filled(filling: Buffer, from: number, to: number): Patch[] {
  const patches: Patch[] = [];
  for (let place = from; place < to; place += AT_ONCE)
    patches.push({ at: place, bytes: filling.subarray(0, Math.min(AT_ONCE, to - place)) });
  return patches;
}

const blanked = (at: number, blanks: readonly Blank[]): Patch[] => blanks.flatMap(({ from, to }) => filled(BLANKS, at + from, at + to));
