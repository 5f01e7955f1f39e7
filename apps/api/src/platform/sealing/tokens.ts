import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { KEY_PROVIDER, type KeyProvider } from './key-provider';

/** Keyed tokens: what lets a column be compared without being read. */
@Injectable()
export class Tokens {
  private readonly keys = new Map<string, Promise<KeyObject>>();

  constructor(@Inject(KEY_PROVIDER) private readonly provider: KeyProvider) {}

  /** HMAC-SHA-256 of `value` under the key of `purpose` (and of an organisation, where tokens must not match across). */
  async of(purpose: string, value: string): Promise<Buffer> {
    return createHmac('sha256', await this.key(purpose))
      .update(value)
      .digest();
  }

  /** As `of`, for many values, cut to `bytes` (an index need not be collision-free; what it finds is opened and compared). */
  async many(purpose: string, values: readonly string[], bytes = 16): Promise<Buffer[]> {
    const key = await this.key(purpose);
    return values.map((value) => createHmac('sha256', key).update(value).digest().subarray(0, bytes));
  }

  private key(purpose: string): Promise<KeyObject> {
    const held = this.keys.get(purpose) ?? this.provider.tokenKey(purpose).then((bytes) => createSecretKey(bytes));
    this.keys.set(purpose, held);
    return held;
  }
}
