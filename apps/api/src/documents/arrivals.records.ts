import { Injectable } from '@nestjs/common';
import type { DocumentFileState } from '@panah/domain/documents/document.process';
import { MOST_BYTES, nameFits } from '@panah/domain/documents/document.rules';
import { RuleBroken } from '@panah/domain/process/process';
import type { FileKind } from '@panah/domain/vocabulary/documents';
import { invalid, Problem } from '../platform/errors/problem';
import type { StreamedBody } from '../platform/http/streamed-body';
import { cleaned, kindOf } from './bytes/kinds';
import { FileRefused } from './bytes/refused';
import { type Source, streamOf } from './bytes/source';
import { DocumentStore } from './document-store.records';
import { Scanner, type Verdict } from './scanner';
import { Spools } from './sealed-spool';
import type { FileHome, StoredFile } from './stored-file';

export interface Arrived {
  kind: FileKind;
  fileState: DocumentFileState;
  file: StoredFile;
  original: StoredFile | null;
}

/** Each holds a connection of the database while its bytes come. */
const AT_ONCE = 6;

const STATE_AFTER: Record<Exclude<Verdict, 'INFECTED'>, DocumentFileState> = {
  CLEAN: 'CLEAN',
  UNSCANNED: 'UNSCANNED',
  AWAY: 'QUARANTINED',
};

/** Takes a file in: what it is by its content, past the scanner, cleaned of what it tells about its maker, and sealed. */
@Injectable()
export class Arrivals {
  private arriving = 0;

  constructor(
    private readonly spools: Spools,
    private readonly scanner: Scanner,
    private readonly store: DocumentStore,
  ) {}

  /** Throws 422 with the reason beside the field `file`. The file as it came is kept only where `keepOriginal` says so. */
  async take(body: StreamedBody, fileName: string, home: FileHome, keepOriginal: 'as-evidence' | 'no'): Promise<Arrived> {
    if (this.arriving >= AT_ONCE) throw new Problem(503, 'too-many-uploads');
    this.arriving += 1;
    try {
      return await this.sheltered(body, (source) => this.keep(source, fileName, home, keepOriginal));
    } catch (error) {
      throw error instanceof FileRefused ? refusal(error) : error;
    } finally {
      this.arriving -= 1;
    }
  }

  /** Before the scanner once more: it was away, or has come since. Throws 409 where there is none, 503 where it is away. */
  async again(fileId: string): Promise<'CLEAN' | 'INFECTED'> {
    const spool = await this.spools.keep(this.store.read(fileId));
    const verdict = await this.scanner.verdictOn(spool).finally(() => spool.close());
    if (verdict === 'UNSCANNED') throw new RuleBroken('no-scanner');
    if (verdict === 'AWAY') throw new Problem(503, 'scanner-away');
    return verdict;
  }

  private async sheltered<T>({ content, length }: StreamedBody, act: (source: Source) => Promise<T>): Promise<T> {
    if (!content) throw new FileRefused('missing');
    if (length !== null && length > MOST_BYTES) throw new FileRefused('too-large');
    const spool = await this.spools.keep(noMoreThan(MOST_BYTES, content));
    try {
      return await act(spool);
    } finally {
      await spool.close();
    }
  }

  private async keep(source: Source, fileName: string, home: FileHome, keepOriginal: 'as-evidence' | 'no'): Promise<Arrived> {
    const kind = await kindOf(source);
    if (!nameFits(fileName, kind)) throw new FileRefused('name-says-otherwise', { found: kind });
    const verdict = await this.scanner.verdictOn(source);
    if (verdict === 'INFECTED') throw new FileRefused('infected');
    const file = await this.store.write(cleaned(kind, source, this.spools), home);
    const original = keepOriginal === 'as-evidence' ? await this.store.write(streamOf(source), home) : null;
    return { kind, fileState: STATE_AFTER[verdict], file, original };
  }
}

/** The bytes, until there are too many. */
export async function* noMoreThan(most: number, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let come = 0;
  for await (const part of content) {
    come += part.length;
    if (come > most) throw new FileRefused('too-large');
    yield part;
  }
}

/** As 422 beside the field `file`. */
export function refusal({ reason, facts }: FileRefused): Problem {
  const { status, code, fields } = invalid({ file: [reason] });
  return new Problem(status, code, Object.keys(facts).length ? facts : undefined, fields);
}
