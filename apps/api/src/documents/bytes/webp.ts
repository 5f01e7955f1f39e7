import { assertPixels, FileRefused } from './refused';
import { type Source, streamOf } from './source';

export const DRAWS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const EXIF_AND_XMP = 0x0c;

interface Part {
  name: string;
  at: number;
  to: number;
}

/** Without EXIF, XMP, and whatever no reader knows or hangs behind the picture. */
export async function* cleanWebp(source: Source): AsyncGenerator<Buffer> {
  const parts = (await partsOf(source)).filter(({ name }) => DRAWS.has(name));
  if (!parts.some(({ name }) => name === 'VP8 ' || name === 'VP8L' || name === 'ANMF')) throw new FileRefused('broken');
  yield headOf(parts);
  for (const part of parts) {
    const head = await source.read(part.at, 18);
    assertSize(part.name, head);
    if (part.name !== 'VP8X') yield* streamOf(source, part.at, part.to);
    else {
      head[8] &= ~EXIF_AND_XMP;
      yield Buffer.from(head);
    }
  }
}

function headOf(parts: readonly Part[]): Buffer {
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(4 + parts.reduce((sum, { at, to }) => sum + to - at, 0), 4);
  return head;
}

export async function partsOf(source: Source): Promise<Part[]> {
  const end = (await source.read(4, 4)).readUInt32LE(0) + 8;
  if (end > source.length) throw new FileRefused('broken');
  const parts: Part[] = [];
  for (let at = 12; at + 8 <= end;) {
    const head = await source.read(at, 8);
    const length = head.readUInt32LE(4);
    const to = at + 8 + length + (length % 2);
    if (to > end) throw new FileRefused('broken');
    parts.push({ name: head.toString('latin1', 0, 4), at, to });
    at = to;
  }
  return parts;
}

function assertSize(name: string, head: Buffer): void {
  if (name === 'VP8X') assertPixels(head.readUIntLE(12, 3) + 1, head.readUIntLE(15, 3) + 1);
  if (name === 'VP8L') assertPixels((head.readUInt32LE(9) & 0x3fff) + 1, ((head.readUInt32LE(9) >> 14) & 0x3fff) + 1);
  if (name === 'VP8 ') assertPixels(head.readUInt16LE(14) & 0x3fff, head.readUInt16LE(16) & 0x3fff);
}
