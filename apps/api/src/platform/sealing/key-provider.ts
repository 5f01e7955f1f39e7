/**
 * Where the key of the house lives. A key file implements it; a passphrase or a KMS can.
 * It wraps the keys of data subjects and derives the keys for tokens; what it wraps with never leaves it.
 */
export interface KeyProvider {
  /** Wraps 32 bytes, bound to `context` (subject, compartment and version). */
  wrap(key: Buffer, context: string): Promise<Buffer>;
  /** Throws IntegrityError when the bytes or the context are not those that were wrapped. */
  unwrap(wrapped: Buffer, context: string): Promise<Buffer>;
  /** A 32-byte key for HMAC tokens, the same for the same label. */
  tokenKey(label: string): Promise<Buffer>;
}

export const KEY_PROVIDER = Symbol('KeyProvider');

/** What was read is not what was written: changed, moved or cut. Nothing of it is returned. */
export class IntegrityError extends Error {
  constructor() {
    super('sealed data did not open');
  }
}
