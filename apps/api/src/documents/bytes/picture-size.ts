import { isFrame, segmentsOf } from './jpeg';
import type { PictureKind } from './picture';
import { FileRefused } from './refused';
import type { Source } from './source';
import { partsOf } from './webp';

export interface PictureSize {
  width: number;
  height: number;
}

/** In pixels, as it is stored: which way is up turns it only when it is drawn. Throws `broken` where a picture does not say. */
export const sizeOf = (kind: PictureKind, source: Source): Promise<PictureSize> => SIZES[kind](source);

const SIZES: Record<PictureKind, (source: Source) => Promise<PictureSize>> = {
  JPEG: async (source) => {
    for await (const { marker, at } of segmentsOf(source)) {
      if (!isFrame(marker)) continue;
      const head = await source.read(at, 9);
      return { width: head.readUInt16BE(7), height: head.readUInt16BE(5) };
    }
    throw new FileRefused('broken');
  },
  PNG: async (source) => {
    const head = await source.read(16, 8);
    return { width: head.readUInt32BE(0), height: head.readUInt32BE(4) };
  },
  WEBP: async (source) => {
    for (const { name, at } of await partsOf(source)) {
      const head = await source.read(at, 18);
      if (name === 'VP8X') return { width: head.readUIntLE(12, 3) + 1, height: head.readUIntLE(15, 3) + 1 };
      if (name === 'VP8L') return { width: (head.readUInt32LE(9) & 0x3fff) + 1, height: ((head.readUInt32LE(9) >> 14) & 0x3fff) + 1 };
      if (name === 'VP8 ') return { width: head.readUInt16LE(14) & 0x3fff, height: head.readUInt16LE(16) & 0x3fff };
    }
    throw new FileRefused('broken');
  },
};
