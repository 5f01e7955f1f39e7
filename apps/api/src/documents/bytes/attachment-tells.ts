import { exifTells } from './exif-tells';
import { draws, segmentsOf } from './jpeg';
import { partsOf as pdfPartsOf } from './pdf-parts';
import type { PictureKind } from './picture';
import { chunksOf, DRAWS as PNG_DRAWS } from './png';
import type { Source } from './source';
import { DRAWS as WEBP_DRAWS, partsOf as webpPartsOf } from './webp';

/** What a file tells besides what it shows. */
export const TELLINGS = ['PLACE', 'CAMERA', 'DESCRIPTION', 'TIME', 'AUTHOR', 'PROGRAM', 'HIDDEN_BYTES', 'FILE_NAME'] as const;
export type Telling = (typeof TELLINGS)[number];
export type AttachmentKind = PictureKind | 'PDF';

const [EXIF_SEGMENT, END_OF_PICTURE, FIRST_APPLICATION] = [0xe1, 0xd9, 0xe0];
const LONGEST_BLOCK = 256 * 1024;

/** Each kind of telling once, in the order of `TELLINGS`. Throws `FileRefused` where the file cannot be read to its end. */
export async function attachmentTells(kind: AttachmentKind, source: Source): Promise<Telling[]> {
  const found = new Set<Telling>();
  for await (const telling of READERS[kind](source)) found.add(telling);
  return TELLINGS.filter((telling) => found.has(telling));
}

const READERS: Record<AttachmentKind, (source: Source) => AsyncGenerator<Telling>> = { JPEG: jpeg, PNG: png, WEBP: webp, PDF: pdf };

async function* jpeg(source: Source): AsyncGenerator<Telling> {
  for await (const { marker, at, to } of segmentsOf(source)) {
    if (marker === END_OF_PICTURE && to < source.length) yield 'HIDDEN_BYTES';
    const body = await source.read(at, Math.min(to - at, LONGEST_BLOCK));
    if (marker === EXIF_SEGMENT && body.toString('latin1', 4, 10) === 'Exif\0\0') yield* exifTells(body.subarray(10));
    else if (marker === FIRST_APPLICATION ? to - at > 18 : marker > FIRST_APPLICATION && !draws(marker, body)) yield 'DESCRIPTION';
  }
}

async function* png(source: Source): AsyncGenerator<Telling> {
  let end = 0;
  for await (const { name, at, to } of chunksOf(source)) {
    end = to;
    if (name === 'eXIf') yield* exifTells(await source.read(at + 8, Math.min(to - at - 12, LONGEST_BLOCK)));
    else if (name === 'tIME') yield 'TIME';
    else if (!PNG_DRAWS.has(name)) yield 'DESCRIPTION';
  }
  if (end < source.length) yield 'HIDDEN_BYTES';
}

async function* webp(source: Source): AsyncGenerator<Telling> {
  let end = 12;
  for (const { name, at, to } of await webpPartsOf(source)) {
    end = to;
    if (name === 'EXIF') yield* exifTells(withoutName(await source.read(at + 8, Math.min(to - at - 8, LONGEST_BLOCK))));
    else if (!WEBP_DRAWS.has(name)) yield 'DESCRIPTION';
  }
  if (end < source.length) yield 'HIDDEN_BYTES';
}

const withoutName = (block: Buffer): Buffer => (block.toString('latin1', 0, 6) === 'Exif\0\0' ? block.subarray(6) : block);

const filled = (key: string): RegExp => new RegExp(`/(?:${key})\\s*(?:\\((?![\\s)])|<(?![<\\s>]))`);
const IN_PDF: readonly (readonly [Telling, RegExp])[] = [
  ['AUTHOR', filled('Author|Company|Manager|LastModifiedBy')],
  ['PROGRAM', filled('Creator|Producer')],
  ['TIME', filled('CreationDate|ModDate|SourceModified')],
];

/** Of what lies packed inside only the cleaning knows: see `lookThrough`. */
async function* pdf(source: Source): AsyncGenerator<Telling> {
  for await (const part of pdfPartsOf(source, source.length)) {
    const text = part.kind === 'text' ? part.text : part.dictionary;
    for (const [telling, form] of IN_PDF) if (form.test(text)) yield telling;
    if (part.kind === 'stream' && /\/Type\s*\/Metadata\b|\/Subtype\s*\/XML\b/.test(part.dictionary))
      yield* described(await source.read(part.at, part.to - part.at));
  }
}

/** A packet that was emptied is blanks, or nothing packed and blanks. */
function* described(packet: Buffer): Generator<Telling> {
  if (packet.subarray(16).some((byte) => byte !== 0x20 && byte !== 0x0a && byte !== 0)) yield 'DESCRIPTION';
}
