import { RuleBroken } from '../process/process';
import { latinDigits } from './digits';

/** Crockford's base 32: no I, L, O, U. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

/** Luhn's check over 32 symbols: catches each single wrong symbol (model.md C.4). */
function checkSymbol(body: string): string {
  const sum = [...body].reverse().reduce((total, symbol, place) => {
    const value = SYMBOLS.indexOf(symbol) * (place % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / 32) + (value % 32);
  }, 0);
  return SYMBOLS[(32 - (sum % 32)) % 32] ?? '';
}

/**
 * A case reference such as `7K3QX9-H`, from random bytes (model.md C.4).
 * @param bytes at least six, from a cryptographic source
 * @throws RuleBroken `not-enough-randomness`
 */
export function caseRefFrom(bytes: Uint8Array): string {
  if (bytes.length < LENGTH) throw new RuleBroken('not-enough-randomness', { needed: LENGTH, given: bytes.length });
  const body = Array.from(bytes.subarray(0, LENGTH), (byte) => SYMBOLS[byte % 32]).join('');
  return `${body}-${checkSymbol(body)}`;
}

/**
 * A reference as somebody typed or heard it: any case, with or without hyphen, O for 0, I and L for 1.
 * @returns the reference as it is shown, or null when it cannot be one
 */
export function parseCaseRef(text: string): string | null {
  const typed = latinDigits(text)
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (typed.length !== LENGTH + 1 || [...typed].some((symbol) => !SYMBOLS.includes(symbol))) return null;
  const body = typed.slice(0, LENGTH);
  return checkSymbol(body) === typed[LENGTH] ? `${body}-${typed[LENGTH]}` : null;
}
