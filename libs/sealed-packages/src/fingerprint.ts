import { sha256 } from '@noble/hashes/sha2.js';
import { joined, textBytes } from './bytes';

const GROUPS = 6;
const BYTES_EACH = 5;

/**
 * What two people read to each other on the telephone to know that both mean one key: six groups of five digits, in any language.
 * 30 digits are some 99 bits: nobody finds a second key with the same.
 * @param publicKey 32 bytes
 * @returns `01234 56789 …`
 */
export function fingerprintOf(publicKey: Uint8Array): string {
  const hash = sha256(joined(textBytes('fingerprint/1'), publicKey));
  return Array.from({ length: GROUPS }, (_, group) => digitsOf(hash.subarray(group * BYTES_EACH, (group + 1) * BYTES_EACH))).join(' ');
}

/** Five bytes as five digits. */
function digitsOf(bytes: Uint8Array): string {
  const value = bytes.reduce((total, byte) => total * 256 + byte, 0);
  return String(value % 100_000).padStart(5, '0');
}
