import { type CipherKey, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { IntegrityError } from './key-provider';

const FORMAT = 1;
const NONCE = 12;
const TAG = 16;
const HEADER = 1 + 4 + NONCE + TAG;
const NONCES_AT_ONCE = 256;

/**
 * AES-256-GCM. Layout: format (1 byte) | key version (4, big endian) | nonce (12) | tag (16) | data.
 * `data` is sealed as if its parts were one. `aad` is not stored: whoever opens must name the same place.
 * Give a key that is used often as a `KeyObject`: Node takes five times as long to recognise bare bytes as it takes to seal.
 */
export function encrypt(key: CipherKey, keyVersion: number, aad: string, ...data: readonly Buffer[]): Buffer {
  const nonce = freshNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(aad));
  const body = data.map((part) => cipher.update(part));
  cipher.final(); // of this mode it has no bytes left to give, and the tag is made
  const header = Buffer.alloc(5);
  header.writeUInt8(FORMAT, 0);
  header.writeUInt32BE(keyVersion, 1);
  return Buffer.concat([header, nonce, cipher.getAuthTag(), ...body]);
}

/** Drawn many at a time, used once each: whatever is handed out is behind `drawn`, and a new store is never a used one. */
function freshNonce(): Buffer {
  if (drawn === store.length) [store, drawn] = [randomBytes(NONCE * NONCES_AT_ONCE), 0];
  drawn += NONCE;
  return store.subarray(drawn - NONCE, drawn);
}

let store: Buffer = Buffer.alloc(0);
let drawn = 0;

/** The key version that sealed these bytes. */
export function keyVersionOf(sealed: Buffer): number {
  if (sealed.length < HEADER || sealed.readUInt8(0) !== FORMAT) throw new IntegrityError();
  return sealed.readUInt32BE(1);
}

/** Throws IntegrityError when one bit of data, tag, key or place differs. */
export function decrypt(key: CipherKey, aad: string, sealed: Buffer): Buffer {
  keyVersionOf(sealed);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(5, 5 + NONCE), { authTagLength: TAG })
      .setAAD(Buffer.from(aad))
      .setAuthTag(sealed.subarray(5 + NONCE, HEADER));
    const data = decipher.update(sealed.subarray(HEADER));
    decipher.final(); // judges the tag; of this mode it has no bytes left to give
    return data;
  } catch {
    throw new IntegrityError();
  }
}
