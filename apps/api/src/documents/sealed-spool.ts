import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type SettingsOf } from '../platform/settings.module';
import type { Shelter } from './bytes/package';
import type { Source } from './bytes/source';
import { inPieces } from './stored-file';

const BLOCK = 64 * 1024;
const TAG = 16;
const SEALED_BLOCK = BLOCK + TAG;

/**
 * Where a file waits while it is looked at: on disk, sealed under a key that is nowhere but in this process, and without a name,
 * so that whatever ends the process ends the file too. It is read at any place, a block at a time.
 */
export class SealedSpool implements Source {
  length = 0;
  private readonly key = createSecretKey(randomBytes(32));
  /** Where each block is read in turn. */
  private readonly room = Buffer.allocUnsafeSlow(SEALED_BLOCK);
  private held: { number: number; bytes: Buffer } | null = null;

  private constructor(
    private readonly file: FileHandle,
    private readonly leftOver: string | null,
  ) {}

  static async take(folder: string, content: AsyncIterable<Uint8Array>): Promise<SealedSpool> {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const name = path.join(folder, randomUUID());
    const file = await open(name, 'wx+', 0o600);
    const nameless = await unlink(name).then(
      () => true,
      () => false, // where an open file keeps its name
    );
    const spool = new SealedSpool(file, nameless ? null : name);
    try {
      let number = 0;
      for await (const { bytes } of inPieces(content, BLOCK)) await spool.add(number++, bytes);
      return spool;
    } catch (error) {
      await spool.close();
      throw error;
    }
  }

  async read(from: number, length: number): Promise<Buffer> {
    const end = Math.min(this.length, from + length);
    const parts: Buffer[] = [];
    for (let at = Math.max(0, from); at < end;) {
      const number = Math.floor(at / BLOCK);
      const bytes = await this.block(number);
      const part = bytes.subarray(at - number * BLOCK, end - number * BLOCK);
      parts.push(part);
      at += part.length;
    }
    const [only] = parts;
    return only && parts.length === 1 ? only : Buffer.concat(parts);
  }

  async close(): Promise<void> {
    await this.file.close();
    if (this.leftOver) await unlink(this.leftOver).catch(() => undefined);
  }

  private async add(number: number, block: Buffer): Promise<void> {
    const cipher = createCipheriv('aes-256-gcm', this.key, nonceOf(number));
    const sealed = cipher.update(block);
    cipher.final(); // of this mode it has no bytes left to give, and the tag is made
    await this.file.writev([sealed, cipher.getAuthTag()], number * SEALED_BLOCK);
    this.length += block.length;
  }

  private async block(number: number): Promise<Buffer> {
    if (this.held?.number === number) return this.held.bytes;
    const sealed = this.room.subarray(0, Math.min(BLOCK, this.length - number * BLOCK) + TAG);
    await this.file.read(sealed, 0, sealed.length, number * SEALED_BLOCK);
    const decipher = createDecipheriv('aes-256-gcm', this.key, nonceOf(number)).setAuthTag(sealed.subarray(-TAG));
    const bytes = decipher.update(sealed.subarray(0, -TAG));
    decipher.final(); // judges the tag
    this.held = { number, bytes };
    return bytes;
  }
}

/** Each spool has a key of its own, and each block is written once. */
function nonceOf(number: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 8);
  return nonce;
}

@Injectable()
export class Spools implements Shelter {
  private readonly folder: string;

  constructor(@Inject(SETTINGS) settings: SettingsOf) {
    this.folder = path.join(settings.dataDir, 'arriving');
  }

  keep(content: AsyncIterable<Uint8Array>): Promise<SealedSpool> {
    return SealedSpool.take(this.folder, content);
  }
}
