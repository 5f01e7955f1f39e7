import type { Compartment } from '../platform/sealing/key-ring';
import type { Place } from '../platform/sealing/sealer';

/** Where a file belongs: whose key seals it, and whose team may reach it. */
export interface FileHome {
  officeId: string;
  /** Whose team reaches it; null when it hangs on no client: coordinators of the office and its keeper. */
  clientId: string | null;
  /** Under whose key: a client, an incident. */
  subjectId: string;
  compartment: Compartment;
}

/** What is known of a kept file. */
export interface StoredFile {
  id: string;
  bytes: number;
  /** Of the plain bytes, in hex. */
  sha256: string;
}

export interface StoredFileRow extends Record<string, unknown> {
  id: string;
  subjectId: string;
  compartment: Compartment;
  chunks: number;
  sealed: Buffer;
  sealVersion: number;
}

/** How much of a file is in one chunk. */
export const CHUNK = 256 * 1024;
const STEP = 4096;
const LENGTH = 4;

type Sealed = Pick<StoredFileRow, 'id' | 'subjectId' | 'compartment' | 'sealVersion'>;

export const filePlace = ({ id, subjectId, compartment, sealVersion }: Sealed): Place => ({
  table: 'stored_file',
  rowId: id,
  subjectId,
  compartment,
  sealVersion,
});

/** The number of a chunk and whether it is the last are bound: a file that was cut, or put in another order, does not open. */
export const chunkPlace = (file: Sealed, number: number, last: boolean): Place => ({
  ...filePlace(file),
  table: 'stored_chunk',
  rowId: `${file.id}/${number}${last ? '/end' : ''}`,
});

/** A chunk with its length in front, grown to a step: what is sealed does not tell how long a file is to the byte. In parts, to be joined. */
export function padded(bytes: Buffer): Buffer[] {
  const head = Buffer.alloc(LENGTH);
  head.writeUInt32BE(bytes.length);
  const length = LENGTH + bytes.length;
  return [head, bytes, Buffer.alloc(Math.ceil(length / STEP) * STEP - length)];
}

export const unpadded = (whole: Buffer): Buffer => whole.subarray(LENGTH, LENGTH + whole.readUInt32BE(0));

/** A part of what comes; `last` when nothing follows it. */
export interface Piece {
  bytes: Buffer;
  last: boolean;
}

/**
 * The same bytes in pieces of `size`, the last one shorter; one empty piece when there is nothing.
 * All of them stand in one room in turn: a piece is to be used before the next is asked for.
 */
export async function* inPieces(content: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Piece> {
  const room = Buffer.allocUnsafeSlow(size);
  let length = 0;
  for await (const part of content) {
    for (let at = 0; at < part.length;) {
      if (length === size) {
        yield { bytes: room, last: false };
        length = 0;
      }
      const taken = part.subarray(at, at + size - length);
      room.set(taken, length);
      at += taken.length;
      length += taken.length;
    }
  }
  yield { bytes: room.subarray(0, length), last: true };
}
