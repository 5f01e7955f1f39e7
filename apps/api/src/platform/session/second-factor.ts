import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const STEP_SECONDS = 30;

/** A new secret for an authenticator app (RFC 6238: SHA-1, six digits, 30 seconds, as every app expects). Base32. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR picture holds. The issuer is the office's neutral name; the label says nothing about the person. */
export function enrolmentUri(secret: string, issuer: string): string {
  return new TOTP({ issuer, label: issuer, secret }).toString();
}

/** The time step of a right code (one step either side is let pass), or null. Each step is used once: the caller keeps it. */
export function stepOf(code: string, secret: string, now: number = Date.now()): number | null {
  const delta = new TOTP({ secret }).validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / 1000 / STEP_SECONDS) + delta;
}

/** The code of this moment, for tests and demonstrations. */
export function codeOf(secret: string, now: number = Date.now()): string {
  return new TOTP({ secret }).generate({ timestamp: now });
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ten one-time codes, shown once. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, newOneTimeCode);
}

/** A one-time code of 60 bits: `7K3Q-X9HM-2T4V`. */
export function newOneTimeCode(): string {
  return asOneTimeCode(randomBytes(12));
}

/** The first twelve bytes, written as a one-time code. */
export function asOneTimeCode(bytes: Buffer): string {
  return [...bytes.subarray(0, 12)]
    .map((byte) => ALPHABET[byte & 31])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');
}

/** 60 random bits need no slow hash. Written by hand as people do: any case, with or without dashes. */
export function recoveryCodeHash(code: string): Buffer {
  return createHash('sha256')
    .update(
      code
        .toUpperCase()
        .replace(/[^0-9A-Z]/g, '')
        .replace(/O/g, '0')
        .replace(/[IL]/g, '1'),
    )
    .digest();
}
