import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Settings } from '../settings';
import { SETTINGS } from '../settings.module';
import { KEY_PROVIDER, type KeyProvider } from './key-provider';

interface Erasure {
  subjectId: string;
  at: string;
  mac: string;
}

/**
 * Whose keys were destroyed, in a file beside the key of the house and only ever appended to. A backup from before that day holds the keys
 * still: a restore, and every start, destroys them again. A line counts only with the mark of the house, so that nobody else can erase.
 */
@Injectable()
export class ErasedSubjects {
  private readonly file: string;

  constructor(
    @Inject(SETTINGS) { erasedSubjectsFile }: Pick<Settings, 'erasedSubjectsFile'>,
    @Inject(KEY_PROVIDER) private readonly provider: KeyProvider,
  ) {
    this.file = erasedSubjectsFile;
  }

  /** On disk before it returns: what follows may be cut off. */
  async add(subjectId: string): Promise<void> {
    const said = { subjectId, at: new Date().toISOString() };
    const line = JSON.stringify({ ...said, mac: (await this.macOf(said)).toString('hex') });
    await mkdir(path.dirname(this.file), { recursive: true, mode: 0o700 });
    const file = await open(this.file, 'a', 0o600);
    try {
      await file.writeFile(`\n${line}\n`); // begins anew, should the last line have been cut off
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async all(): Promise<string[]> {
    return existsSync(this.file) ? this.in(await readFile(this.file, 'utf8')) : [];
  }

  /** The subjects that a list names, as this house wrote it. */
  async in(text: string): Promise<string[]> {
    const found = new Set<string>();
    for (const line of text.split('\n')) {
      const said = parse(line);
      if (said && timingSafeEqual(await this.macOf(said), Buffer.from(said.mac, 'hex'))) found.add(said.subjectId);
    }
    return [...found];
  }

  private async macOf({ subjectId, at }: Pick<Erasure, 'subjectId' | 'at'>): Promise<Buffer> {
    return createHmac('sha256', await this.provider.tokenKey('erased-subjects'))
      .update(`${subjectId}|${at}`)
      .digest();
  }
}

function parse(line: string): Erasure | null {
  try {
    const said = JSON.parse(line) as Partial<Erasure>;
    const whole = typeof said.subjectId === 'string' && typeof said.at === 'string' && /^[0-9a-f]{64}$/.test(said.mac ?? '');
    return whole ? (said as Erasure) : null;
  } catch {
    return null;
  }
}
