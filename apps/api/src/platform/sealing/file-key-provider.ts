import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { writeOnce } from '../write-once';
import { decrypt, encrypt } from './envelope';
import type { KeyProvider } from './key-provider';

/** The key of the house in a file (32 bytes, base64url), readable by its owner only and kept apart from the data. */
export class FileKeyProvider implements KeyProvider {
  private readonly wrapping: KeyObject;

  private constructor(private readonly root: Buffer) {
    this.wrapping = createSecretKey(derive(root, 'wrap'));
  }

  /** Opens the file, or makes it. `made` tells that this is the first start: the place must be said once. */
  static open(file: string): { provider: FileKeyProvider; made: boolean } {
    const made = !existsSync(file) && writeOnce(file, `${randomBytes(32).toString('base64url')}\n`);
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
      throw new Error(`The key file ${file} can be read by others. Make it readable by its owner only (chmod 600) and start again.`);
    return { provider: FileKeyProvider.of(readFileSync(file, 'utf8'), file), made };
  }

  /** From what such a file holds; `place` is named when it holds no key. */
  static of(text: string, place: string): FileKeyProvider {
    const root = Buffer.from(text.trim(), 'base64url');
    if (root.length !== 32) throw new Error(`The key file ${place} does not hold a key of 32 bytes.`);
    return new FileKeyProvider(root);
  }

  async wrap(key: Buffer, context: string): Promise<Buffer> {
    return encrypt(this.wrapping, 1, context, key);
  }

  async unwrap(wrapped: Buffer, context: string): Promise<Buffer> {
    return decrypt(this.wrapping, context, wrapped);
  }

  async tokenKey(label: string): Promise<Buffer> {
    return derive(this.root, `token:${label}`);
  }
}

function derive(root: Buffer, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), `panah:${label}`, 32));
}
