import { sha256 } from '@noble/hashes/sha2.js';
import { type Bytes, joined, randomBytes, textBytes } from './bytes';

/** Crockford's base 32: no I, L, O, U. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS_EACH = 5;
const SECRET_BYTES = 16;
const SECRET_SYMBOLS = 26;
const CHECK_SYMBOLS = 2;

/** 128 bits from the system's own source of chance. */
export const newRecoverySecret = (): Bytes => randomBytes(SECRET_BYTES);

/** A recovery secret as it is printed: `7K3Q-X9HM-…`, seven groups of four, the last two symbols a check. */
export function printedCode(secret: Uint8Array): string {
  const symbols = symbolsOf(secret) + checkOf(secret);
  return symbols.replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * The secret in a code as somebody copied it from paper: any case, with or without dashes, O for 0, I and L for 1, digits of any script
 * already made Latin.
 * @returns null when it is none, or was copied wrongly
 */
export function readCode(typed: string): Bytes | null {
  const symbols = typed
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (symbols.length !== SECRET_SYMBOLS + CHECK_SYMBOLS || [...symbols].some((symbol) => !SYMBOLS.includes(symbol))) return null;
  const secret = bytesOf(symbols.slice(0, SECRET_SYMBOLS));
  return secret && symbols.endsWith(checkOf(secret)) ? secret : null;
}

/** Ten bits that follow from the secret: of 1,024 slips of the pen one passes, and opens nothing. */
function checkOf(secret: Uint8Array): string {
  const hash = sha256(joined(textBytes('recovery-code/1'), secret));
  return symbolsOf(hash.subarray(0, SECRET_BYTES)).slice(0, CHECK_SYMBOLS);
}

/** 16 bytes as 26 symbols; the last one has two bits to spare, which are zero. */
function symbolsOf(bytes: Uint8Array): string {
  const number = BigInt(`0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`) << 2n;
  return Array.from({ length: SECRET_SYMBOLS }, (_, at) => {
    const shift = BigInt((SECRET_SYMBOLS - 1 - at) * BITS_EACH);
    return SYMBOLS[Number((number >> shift) & 31n)] ?? '';
  }).join('');
}

/** Null when the spare bits are not zero: two texts never mean one secret. */
function bytesOf(symbols: string): Bytes | null {
  const number = [...symbols].reduce((total, symbol) => (total << 5n) | BigInt(SYMBOLS.indexOf(symbol)), 0n);
  if ((number & 3n) !== 0n) return null;
  const hex = (number >> 2n).toString(16).padStart(SECRET_BYTES * 2, '0');
  return Uint8Array.from({ length: SECRET_BYTES }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16));
}
