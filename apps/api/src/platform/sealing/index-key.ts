import { createSecretKey, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { decrypt, encrypt } from './envelope';
import { KEY_PROVIDER, type KeyProvider } from './key-provider';

const STEP = 64;
const KEY_VERSION = 1;

/** The key of an index: seals short texts that many records share, one key an organisation, made from the key of the house. */
@Injectable()
export class IndexKey {
  private readonly keys = new Map<string, Promise<KeyObject>>();

  constructor(@Inject(KEY_PROVIDER) private readonly provider: KeyProvider) {}

  /** Seals `text`, bound to its place; lengths are hidden in steps of 64 bytes. */
  async seal(orgId: string, place: string, text: string): Promise<Buffer> {
    const bytes = Buffer.from(text, 'utf8');
    const padded = Buffer.concat([bytes, Buffer.alloc((STEP - (bytes.length % STEP)) % STEP)]);
    return encrypt(await this.key(orgId), KEY_VERSION, bind(orgId, place), padded);
  }

  /** Throws IntegrityError when the bytes do not belong in this place. The order is kept. */
  async openMany(orgId: string, items: readonly { place: string; sealed: Buffer }[]): Promise<string[]> {
    const key = await this.key(orgId);
    return items.map(({ place, sealed }) => decrypt(key, bind(orgId, place), sealed).toString('utf8').replace(/\0+$/, ''));
  }

  private key(orgId: string): Promise<KeyObject> {
    const held = this.keys.get(orgId) ?? this.provider.tokenKey(`index:${orgId}`).then((bytes) => createSecretKey(bytes));
    this.keys.set(orgId, held);
    return held;
  }
}

const bind = (orgId: string, place: string): string => ['v1', 'index', orgId, place].join('|');
