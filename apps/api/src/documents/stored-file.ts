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

/** A chunk with its length in front, grown to a step: what is sealed does not tell how long a file is to the byte. */
export function padded(bytes: Buffer): Buffer {
  const whole = Buffer.alloc(Math.ceil((LENGTH + bytes.length) / STEP) * STEP);
  whole.writeUInt32BE(bytes.length, 0);
  bytes.copy(whole, LENGTH);
  return whole;
}

export const unpadded = (whole: Buffer): Buffer => whole.subarray(LENGTH, LENGTH + whole.readUInt32BE(0));

/** The same bytes in pieces of `size`, the last one shorter; one empty piece when there is nothing. */
export async function* inPieces(content: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let length = 0;
  let given = 0;
  for await (const part of content) {
    held.push(part);
    length += part.length;
    while (length > size) {
      const whole = Buffer.concat(held);
      yield whole.subarray(0, size);
      given += 1;
      held = [whole.subarray(size)];
      length -= size;
    }
  }
  if (length > 0 || given === 0) yield Buffer.concat(held);
}
