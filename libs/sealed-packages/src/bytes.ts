/** Bytes that Web Crypto takes: in a buffer of their own. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A text as UTF-8. */
export const textBytes = (text: string): Bytes => new TextEncoder().encode(text);

/** As many bytes as asked for, from the system's own source. */
export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

/** One after the other. */
export function joined(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Texts as bytes that can be read in one way only: each behind its length, so that no two lists of texts look the same. */
export function listed(...texts: readonly string[]): Bytes {
  return joined(...texts.flatMap((text) => [uint32(textBytes(text).length), textBytes(text)]));
}

/** A number below 2^32 as four bytes, the highest first. */
export function uint32(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** Whether two runs of bytes are equal; how long it takes tells nothing but their lengths. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  return one.reduce((difference, byte, at) => difference | (byte ^ (other[at] ?? 0)), 0) === 0;
}

/** Base64url without padding, as bytes travel in JSON. */
export function toBase64Url(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The bytes of a base64url text. Throws a RangeError for anything that `toBase64Url` would not have written. */
export function fromBase64Url(text: string): Bytes {
  if (!/^[\w-]*$/.test(text)) throw new RangeError('This is no base64url.');
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  if (toBase64Url(bytes) !== text) throw new RangeError('This is no base64url.');
  return bytes;
}
