import { assertPixels, FileRefused } from './refused';
import { type Source, streamOf } from './source';

export const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What draws the picture, moving ones too. Everything else (texts, times, EXIF, what a program left for itself) goes. */
export const DRAWS = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD hIST pHYs acTL fcTL fdAT'.split(' '));

/** A part of a PNG, with its length, name and sum. */
interface Chunk {
  name: string;
  at: number;
  to: number;
}

/** The parts up to the end of the picture. */
export async function* chunksOf(source: Source): AsyncGenerator<Chunk> {
  for (let at = PNG.length, first = true; ; first = false) {
    const head = await source.read(at, 16);
    const [length, name] = head.length < 8 ? [0, ''] : [head.readUInt32BE(0), head.toString('latin1', 4, 8)];
    const to = at + 12 + length;
    if (head.length < 8 || to > source.length || (name === 'IHDR') !== first) throw new FileRefused('broken');
    yield { name, at, to };
    if (name === 'IEND') return;
    at = to;
  }
}

export async function* cleanPng(source: Source): AsyncGenerator<Buffer> {
  yield PNG;
  for await (const { name, at, to } of chunksOf(source)) {
    if (name === 'IHDR') await assertSize(source, at);
    if (DRAWS.has(name)) yield* streamOf(source, at, to);
  }
}

async function assertSize(source: Source, at: number): Promise<void> {
  const size = await source.read(at + 8, 8);
  assertPixels(size.readUInt32BE(0), size.readUInt32BE(4));
}
