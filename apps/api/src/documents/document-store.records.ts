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
  type Piece,
  type StoredFile,
  type StoredFileRow,
  unpadded,
} from './stored-file';

export type { FileHome, StoredFile } from './stored-file';

const SEAL_VERSION = 1;

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
/** PostgreSQL sends bytes as text: in slices this short they are collected young, in one piece each would stay until the next great clearing. */
const SLICE = 48 * 1024;
const CHUNK_SLICES = {
  name: 'stored-file.chunk-slices',
  text: `select substring(c.sealed from s.at * ${SLICE} + 1 for ${SLICE}) as slice
           from stored_chunk c cross join lateral generate_series(0, (length(c.sealed) - 1) / ${SLICE}) s(at)
          where c.file_id = $1 and c.number = $2 order by s.at`,
};

/** How much leaves at once: as much as a socket takes. */
const GIVEN_AT_ONCE = 16 * 1024;

interface SliceRow extends Record<string, unknown> {
  slice: Buffer;
}

type Slices = (file: StoredFileRow, number: number) => Promise<SliceRow[]>;

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
    for await (const piece of inPieces(content, CHUNK)) {
      sum.update(piece.bytes);
      bytes += piece.bytes.length;
      await this.addChunk(file, number++, piece);
    }
    const stored = { id: file.id, bytes, sha256: sum.digest('hex') };
    await this.add(file, number, stored);
    return stored;
  }

  /** What is known of a file. Throws 404 when it is out of sight. */
  async look(id: string): Promise<StoredFile> {
    return this.known(await this.row(id));
  }

  /** The content of a file within this transaction: read it to its end before the request is answered. */
  async *read(id: string): AsyncGenerator<Buffer> {
    yield* this.opened(await this.row(id), (file, number) => currentWork().rows<SliceRow>(CHUNK_SLICES, [file.id, number]));
  }

  /**
   * The content of a file for an answer. It leaves after the transaction and its line in the log are kept; each chunk is read anew
   * in the session of the one who asked, so that a slow line holds no connection and an access that ends, ends here too.
   */
  async stream(id: string): Promise<{ known: StoredFile; content: Readable }> {
    const row = await this.row(id);
    const token = hashOf(requestScope.current().sessionToken ?? '');
    const content = Readable.from(
      this.opened(row, (file, number) => this.inSession(token, file, number)),
      { objectMode: false },
    );
    return { known: await this.known(row), content };
  }

  private async *opened(file: StoredFileRow, slices: Slices): AsyncGenerator<Buffer> {
    const { bytes, sha256 } = await this.known(file);
    const sum = createHash('sha256');
    let given = 0;
    let room = Buffer.alloc(0);
    for (let number = 0; number < file.chunks; number++) {
      const parts = await slices(file, number);
      const length = parts.reduce((all, { slice }) => all + slice.length, 0);
      // one room for every chunk in turn: a new one each would lie about until the next great clearing
      if (room.length < length) room = Buffer.allocUnsafeSlow(length);
      const sealed = room.subarray(0, length);
      parts.reduce((at, { slice }) => at + slice.copy(sealed, at), 0);
      parts.forEach(({ slice }) => letGo(slice));
      const whole = await this.sealer.openBytes(chunkPlace(file, number, number === file.chunks - 1), sealed);
      const piece = unpadded(whole);
      sum.update(piece);
      given += piece.length;
      // given on in copies, few at a time: what a slow line has not taken yet is little, and the rest goes now
      for (let at = 0; at < piece.length; at += GIVEN_AT_ONCE) yield Buffer.from(piece.subarray(at, at + GIVEN_AT_ONCE));
      letGo(whole);
    }
    if (given !== bytes || sum.digest('hex') !== sha256) throw new IntegrityError();
  }

  private async inSession(token: Buffer, file: StoredFileRow, number: number): Promise<SliceRow[]> {
    const { work, found } = await this.units.enter<{ locked: boolean }>(token, false);
    try {
      return found && !found.locked ? await work.rows<SliceRow>(CHUNK_SLICES, [file.id, number]) : [];
    } finally {
      await work.rollback();
    }
  }

  private async addChunk(file: FileHome & { id: string; sealVersion: number }, number: number, { bytes, last }: Piece): Promise<void> {
    const { orgId, staffId } = currentActor();
    const sealed = await this.sealer.sealBytes(chunkPlace(file, number, last), padded(bytes));
    await currentWork().change(ADD_CHUNK, [file.id, number, orgId, file.officeId, file.clientId, file.compartment, staffId, sealed]);
    letGo(sealed);
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

/** Gives memory back at once that has a room of its own, instead of at some next clearing; nobody may look at it any more. */
function letGo({ buffer, length }: Buffer): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === length) buffer.transfer(0);
}
