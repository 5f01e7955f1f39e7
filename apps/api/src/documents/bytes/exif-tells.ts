const [ORIENTATION, PLACE] = [0x0112, 0x8825];

/**
 * What a block of EXIF tells besides which way is up.
 * @param tiff without the `Exif` in front; cut or broken blocks tell
 */
export function exifTells(tiff: Buffer): ('CAMERA' | 'PLACE')[] {
  if (tiff.length < 10) return ['CAMERA'];
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const tags = Array.from({ length: short(first) }, (_, entry) => short(first + 2 + entry * 12));
  const behind = tiff.length > first + 2 + tags.length * 12 + 4;
  if (tags.includes(PLACE)) return ['CAMERA', 'PLACE'];
  return behind || tags.some((tag) => tag !== ORIENTATION) ? ['CAMERA'] : [];
}
