import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { hashOf } from '../platform/access/entrance.guard';
import { currentActor } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';
import { UnitsOfWork } from '../platform/database/units-of-work';
import { notFound } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { requestScope } from '../platform/request-context';
import { IntegrityError } from '../platform/sealing/key-provider';
import { Sealer } from '../platform/sealing/sealer';
import {
  CHUNK,
  chunkPlace,
  type FileHome,
  filePlace,
  inPieces,
  padded,
  type StoredFile,
  type StoredFileRow,
  unpadded,
} from './stored-file';

export type { FileHome, StoredFile } from './stored-file';

const SEAL_VERSION = 1;
const CHUNKS_AT_ONCE = 1;

const ADD_CHUNK = {
  name: 'stored-file.add-chunk',
  text: `insert into stored_chunk (file_id, number, org_id, office_id, client_id, compartment, stored_by, sealed) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
const ADD = {
  name: 'stored-file.add',
  text: `insert into stored_file (id, org_id, office_id, client_id, subject_id, compartment, chunks, stored_by, sealed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
const ONE = {
  name: 'stored-file.one',
  text: `select id, subject_id as "subjectId", compartment, chunks, sealed, seal_version as "sealVersion" from stored_file where id = $1`,
};
const CHUNKS = {
  name: 'stored-file.chunks',
  text: `select number, sealed from stored_chunk where file_id = $1 and number >= $2 and number < $3 order by number`,
};

interface ChunkRow extends Record<string, unknown> {
  number: number;
  sealed: Buffer;
}

type Chunks = (file: StoredFileRow, from: number, to: number) => Promise<ChunkRow[]>;

/**
 * Keeps files: sealed in chunks, in the caller's transaction, never whole in memory.
 * It knows nothing of reach: whoever calls it has looked at the record the file hangs on (row security stands behind).
 */
@Injectable()
export class DocumentStore {
  constructor(
    private readonly sealer: Sealer,
    private readonly units: UnitsOfWork,
  ) {}

  /** Keeps what comes, to its end. When the source breaks it throws, and with the transaction everything is gone. */
  async write(content: AsyncIterable<Uint8Array>, home: FileHome): Promise<StoredFile> {
    const file = { id: newId(), ...home, sealVersion: SEAL_VERSION };
    const sum = createHash('sha256');
    let [bytes, number] = [0, 0];
    let waiting: Buffer | null = null; // only when the next piece is there is one known not to be the last
    for await (const piece of inPieces(content, CHUNK)) {
      sum.update(piece);
      bytes += piece.length;
      if (waiting) await this.addChunk(file, number++, waiting, false);
      waiting = piece;
    }
    await this.addChunk(file, number, waiting ?? Buffer.alloc(0), true);
    const stored = { id: file.id, bytes, sha256: sum.digest('hex') };
    await this.add(file, number + 1, stored);
    return stored;
  }

  /** What is known of a file. Throws 404 when it is out of sight. */
  async look(id: string): Promise<StoredFile> {
    return this.known(await this.row(id));
  }

  /** The content of a file within this transaction: read it to its end before the request is answered. */
  async *read(id: string): AsyncGenerator<Buffer> {
    yield* this.opened(await this.row(id), (file, from, to) => currentWork().rows<ChunkRow>(CHUNKS, [file.id, from, to]));
  }

  /**
   * The content of a file for an answer. It leaves after the transaction and its line in the log are kept; each chunk is read anew
   * in the session of the one who asked, so that a slow line holds no connection and an access that ends, ends here too.
   */
  async stream(id: string): Promise<{ known: StoredFile; content: Readable }> {
    const row = await this.row(id);
    const token = hashOf(requestScope.current().sessionToken ?? '');
    const content = Readable.from(
      this.opened(row, (file, from, to) => this.inSession(token, file, from, to)),
      { objectMode: false },
    );
    return { known: await this.known(row), content };
  }

  private async *opened(file: StoredFileRow, chunks: Chunks): AsyncGenerator<Buffer> {
    const { bytes, sha256 } = await this.known(file);
    const sum = createHash('sha256');
    let given = 0;
    for (let from = 0; from < file.chunks; from += CHUNKS_AT_ONCE) {
      const rows = await chunks(file, from, from + CHUNKS_AT_ONCE);
      if (rows.length !== Math.min(CHUNKS_AT_ONCE, file.chunks - from)) throw new IntegrityError();
      for (const { number, sealed } of rows) {
        const piece = unpadded(await this.sealer.openBytes(chunkPlace(file, number, number === file.chunks - 1), sealed));
        sum.update(piece);
        given += piece.length;
        yield piece;
      }
    }
    if (given !== bytes || sum.digest('hex') !== sha256) throw new IntegrityError();
  }

  private async inSession(token: Buffer, file: StoredFileRow, from: number, to: number): Promise<ChunkRow[]> {
    const { work, found } = await this.units.enter<{ locked: boolean }>(token, false);
    try {
      return found && !found.locked ? await work.rows<ChunkRow>(CHUNKS, [file.id, from, to]) : [];
    } finally {
      await work.rollback();
    }
  }

  private async addChunk(
    file: FileHome & { id: string; sealVersion: number },
    number: number,
    piece: Buffer,
    last: boolean,
  ): Promise<void> {
    const { orgId, staffId } = currentActor();
    const sealed = await this.sealer.sealBytes(chunkPlace(file, number, last), padded(piece));
    await currentWork().change(ADD_CHUNK, [file.id, number, orgId, file.officeId, file.clientId, file.compartment, staffId, sealed]);
  }

  private async add(file: FileHome & { id: string; sealVersion: number }, chunks: number, { bytes, sha256 }: StoredFile): Promise<void> {
    const { orgId, staffId } = currentActor();
    const { id, officeId, clientId, subjectId, compartment } = file;
    const sealed = await this.sealer.seal(filePlace(file), { bytes, sha256 });
    await currentWork().change(ADD, [id, orgId, officeId, clientId, subjectId, compartment, chunks, staffId, sealed]);
  }

  private async row(id: string): Promise<StoredFileRow> {
    const row = await currentWork().row<StoredFileRow>(ONE, [id]);
    if (!row) throw notFound();
    return row;
  }

  private async known(row: StoredFileRow): Promise<StoredFile> {
    const { bytes, sha256 } = await this.sealer.open<{ bytes: number; sha256: string }>(filePlace(row), row.sealed);
    return { id: row.id, bytes, sha256 };
  }
}
