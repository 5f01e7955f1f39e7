import { type Bytes, joined, uint32 } from './bytes';

/** What is sealed is a whole number of these long, so that its length tells little of what is in it. */
export const STEP = 4096;
/** Chance at the head of what is sealed: without it a hash of the whole would confirm a guess at the rest. */
export const SALT = 32;
const LENGTH = 4;

/** Salt, length, content and zeroes, up to the next multiple of 4 KiB. */
export function padded(salt: Uint8Array, content: Uint8Array): Bytes {
  const length = SALT + LENGTH + content.length;
  return joined(salt, uint32(content.length), content, new Uint8Array(Math.ceil(length / STEP) * STEP - length));
}

/** The content in padded bytes; null when they were not written by `padded`. */
export function unpadded(bytes: Bytes): Bytes | null {
  if (bytes.length === 0 || bytes.length % STEP !== 0) return null;
  const end = SALT + LENGTH + new DataView(bytes.buffer, bytes.byteOffset).getUint32(SALT);
  const rest = bytes.subarray(end);
  if (end > bytes.length || rest.length >= STEP || rest.some((byte) => byte !== 0)) return null;
  return bytes.slice(SALT + LENGTH, end);
}
