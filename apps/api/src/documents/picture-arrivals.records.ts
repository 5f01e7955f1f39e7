import { Injectable } from '@nestjs/common';
import { Problem } from '../platform/errors/problem';
import type { StreamedBody } from '../platform/http/streamed-body';
import { lookThrough } from './bytes/attachment';
import type { Telling } from './bytes/attachment-tells';
import type { PictureKind } from './bytes/picture';
import { FileRefused } from './bytes/refused';
import { sizeOf } from './bytes/picture-size';
import { noMoreThan, refusal } from './arrivals.records';
import { Scanner } from './scanner';
import { Spools } from './sealed-spool';

/** A picture that may hang on a message: it tells nothing any more but what it shows. */
export interface ArrivedPicture {
  kind: PictureKind;
  width: number;
  height: number;
  content: Buffer;
  /** What was taken off it. */
  tells: Telling[];
}

/** Such a picture is kept whole in one row: small enough for that. */
export const MOST_PICTURE_BYTES = 8 * 1024 * 1024;

/** Takes in a picture for the other side of a family link (R-FL-10): pictures alone, past the scanner, cleaned, and looked through once more. */
@Injectable()
export class PictureArrivals {
  constructor(
    private readonly spools: Spools,
    private readonly scanner: Scanner,
  ) {}

  /**
   * @param willing what is told besides the picture may be taken off; else a picture that tells anything is refused with what it tells
   * Throws 422 with the reason beside the field `file`; 503 while the scanner is away.
   */
  async take({ content, length }: StreamedBody, willing: 'clean-it' | 'as-it-is'): Promise<ArrivedPicture> {
    try {
      if (!content) throw new FileRefused('missing');
      if (length !== null && length > MOST_PICTURE_BYTES) throw new FileRefused('too-large');
      const spool = await this.spools.keep(noMoreThan(MOST_PICTURE_BYTES, content));
      try {
        return await this.looked(spool, willing);
      } finally {
        await spool.close();
      }
    } catch (error) {
      throw error instanceof FileRefused ? refusal(error) : error;
    }
  }

  private async looked(source: Awaited<ReturnType<Spools['keep']>>, willing: 'clean-it' | 'as-it-is'): Promise<ArrivedPicture> {
    const verdict = await this.scanner.verdictOn(source);
    if (verdict === 'INFECTED') throw new FileRefused('infected');
    if (verdict === 'AWAY') throw new Problem(503, 'scanner-away');
    const { kind, tells, bytes } = await lookThrough(source, '', '', this.spools);
    try {
      if (kind === 'PDF') throw new FileRefused('cannot-be-cleaned', { found: kind });
      if (tells.length && willing === 'as-it-is') throw new FileRefused('tells-more', { tells: tells.join(' ') });
      return { kind, ...(await sizeOf(kind, bytes)), content: await bytes.read(0, bytes.length), tells };
    } finally {
      await bytes.close();
    }
  }
}
