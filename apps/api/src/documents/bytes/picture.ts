import { cleanJpeg } from './jpeg';
import { cleanPng, PNG } from './png';
import type { Source } from './source';
import { cleanWebp } from './webp';

export type PictureKind = 'JPEG' | 'PNG' | 'WEBP';

/** By the first twelve bytes. */
export function pictureKind(head: Buffer): PictureKind | null {
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'JPEG';
  if (head.subarray(0, 8).equals(PNG)) return 'PNG';
  return head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP' ? 'WEBP' : null;
}

const CLEANERS: Record<PictureKind, (source: Source) => AsyncGenerator<Buffer>> = { JPEG: cleanJpeg, PNG: cleanPng, WEBP: cleanWebp };

export const cleanPicture = (kind: PictureKind, source: Source): AsyncGenerator<Buffer> => CLEANERS[kind](source);
