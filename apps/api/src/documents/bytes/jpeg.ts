import { assertPixels, FileRefused } from './refused';
import { type Source, streamOf } from './source';

const [SOI, EOI, SOS, APP0, APP1, APP2, APP14] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee];
const LONGEST_HEADER = 18;

/** A segment with its marker and length; `to` is where the next begins. */
export interface Segment {
  marker: number;
  at: number;
  to: number;
}

export const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** The segments up to the end of the picture; what follows a SOS up to the next marker belongs to it. */
export async function* segmentsOf(source: Source, from = 0, to = source.length): AsyncGenerator<Segment> {
  let at = from + 2;
  for (;;) {
    const head = await source.read(at, Math.min(4, to - at));
    if (head.length < 2 || head[0] !== 0xff) throw new FileRefused('broken');
    const marker = head[1];
    if (marker === 0xff)
      at += 1; // a filling byte
    else if (marker === EOI) {
      yield { marker, at, to: at + 2 };
      return;
    } else if (standsAlone(marker)) at += 2;
    else {
      if (head.length < 4 || head.readUInt16BE(2) < 2) throw new FileRefused('broken');
      const end = at + 2 + head.readUInt16BE(2);
      const next = marker === SOS ? await endOfScan(source, end, to) : end;
      if (next > to) throw new FileRefused('broken');
      yield { marker, at, to: next };
      at = next;
    }
  }
}

const WINDOW = 64 * 1024;

/** Inside a scan FF is followed by 00 or by a restart; anything else is the next marker. */
async function endOfScan(source: Source, from: number, to: number): Promise<number> {
  for (let at = from; at < to - 1; at += WINDOW - 1) {
    const window = await source.read(at, Math.min(WINDOW, to - at));
    for (let i = window.indexOf(0xff); i >= 0 && i + 1 < window.length; i = window.indexOf(0xff, i + 1)) {
      const next = window[i + 1];
      if (next !== 0 && next !== 0xff && !standsAlone(next)) return at + i;
    }
  }
  throw new FileRefused('broken');
}

/**
 * A JPEG without what others wrote into it: of the segments only those that draw the picture, its colours and which way is up.
 * Place, time, author, serial numbers, previews and whatever hangs behind the picture are gone.
 */
export async function* cleanJpeg(source: Source): AsyncGenerator<Buffer> {
  const turned = await orientationOf(source);
  yield Buffer.from([0xff, SOI]);
  if (turned > 1) yield onlyOrientation(turned);
  let framed = false;
  for await (const { marker, at, to } of segmentsOf(source)) {
    const head = await source.read(at, LONGEST_HEADER);
    if (isFrame(marker)) {
      assertPixels(head.readUInt16BE(7), head.readUInt16BE(5));
      framed = true;
    }
    if (marker === SOS && !framed) throw new FileRefused('broken');
    if (marker === APP0 && head.toString('latin1', 4, 9) === 'JFIF\0') yield withoutPreview(head);
    else if (draws(marker, head)) yield* streamOf(source, at, to);
  }
  if (!framed) throw new FileRefused('broken');
}

/** Whether a segment is there for the picture, and not for who made it. */
export function draws(marker: number, head: Buffer): boolean {
  if (marker === APP2) return head.toString('latin1', 4, 16) === 'ICC_PROFILE\0';
  if (marker === APP14) return head.toString('latin1', 4, 9) === 'Adobe';
  return marker < APP0 && marker >= 0xc0;
}

function withoutPreview(head: Buffer): Buffer {
  const plain = Buffer.from(head.subarray(0, 18));
  plain.writeUInt16BE(16, 2);
  plain.writeUInt16BE(0, 16);
  return plain;
}

async function orientationOf(source: Source): Promise<number> {
  for await (const { marker, at, to } of segmentsOf(source)) {
    if (marker === SOS) return 1;
    if (marker === APP1) {
      const body = await source.read(at + 4, to - at - 4);
      if (body.toString('latin1', 0, 6) === 'Exif\0\0') return orientationIn(body.subarray(6));
    }
  }
  return 1;
}

const ORIENTATION = 0x0112;

/** 1 to 8; 1 when it is not said or makes no sense. */
export function orientationIn(tiff: Buffer): number {
  if (tiff.length < 8) return 1;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < short(first); entry++) {
    const at = first + 2 + entry * 12;
    if (short(at) === ORIENTATION) return short(at + 8) >= 1 && short(at + 8) <= 8 ? short(at + 8) : 1;
  }
  return 1;
}

/** An EXIF block that says which way is up and nothing else. */
function onlyOrientation(value: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(value, 18);
  const head = Buffer.from([0xff, APP1, 0, tiff.length + 8]);
  return Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), tiff]);
}
