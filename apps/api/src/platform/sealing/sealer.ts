import { Injectable } from '@nestjs/common';
import { decrypt, encrypt, keyVersionOf } from './envelope';
import { type Compartment, KeyRing, type SubjectKey } from './key-ring';
import { IntegrityError } from './key-provider';

/** Where a sealed payload stands. All of it is bound into the ciphertext; moved elsewhere it does not open. */
export interface Place {
  table: string;
  rowId: string;
  subjectId: string;
  compartment: Compartment;
  /** Moves only when the payload is sealed anew; the edit version is another column. */
  sealVersion: number;
}

/** Seals and opens the payloads of rows. Only Records call it. */
@Injectable()
export class Sealer {
  constructor(private readonly ring: KeyRing) {}

  /** Makes the subject's key when it is the first payload there. `payload` is any JSON value. */
  async seal(place: Place, payload: unknown): Promise<Buffer> {
    const key =
      (await this.ring.of([place.subjectId], place.compartment)).get(place.subjectId) ??
      (await this.ring.make(place.subjectId, place.compartment));
    return sealWith(key, place, payload);
  }

  /** Opens one payload. Throws IntegrityError when the bytes do not belong in this place or the key was destroyed. */
  async open<T>(place: Place, sealed: Buffer): Promise<T> {
    const [payload] = await this.openMany<T>([{ place, sealed }]);
    if (payload === undefined) throw new IntegrityError();
    return payload;
  }

  /** Opens many payloads with one read of keys per compartment. The order is kept. */
  async openMany<T>(items: readonly { place: Place; sealed: Buffer }[]): Promise<T[]> {
    const rings = new Map<Compartment, Map<string, SubjectKey>>();
    for (const compartment of new Set(items.map(({ place }) => place.compartment))) {
      const subjects = items.filter(({ place }) => place.compartment === compartment).map(({ place }) => place.subjectId);
      rings.set(compartment, await this.ring.of(subjects, compartment));
    }
    return items.map(({ place, sealed }) => {
      const key = rings.get(place.compartment)?.get(place.subjectId);
      if (!key) throw new IntegrityError();
      return JSON.parse(openWith(key, place, sealed).toString('utf8')) as T;
    });
  }

  /** Makes the keys of many subjects at once, then seals each payload; bytes as they are. */
  async sealMany(items: readonly { place: Place; payload: unknown }[]): Promise<Buffer[]> {
    const rings = new Map<Compartment, Map<string, SubjectKey>>();
    for (const compartment of new Set(items.map(({ place }) => place.compartment))) {
      const subjects = [...new Set(items.filter(({ place }) => place.compartment === compartment).map(({ place }) => place.subjectId))];
      rings.set(compartment, await this.ring.makeMany(subjects, compartment));
    }
    return items.map(({ place, payload }) => {
      const key = rings.get(place.compartment)?.get(place.subjectId);
      if (!key) throw new IntegrityError();
      return sealWith(key, place, payload);
    });
  }

  /** As `seal`, for bytes that are no JSON, in parts that become one: a chunk of a file. */
  async sealBytes(place: Place, parts: readonly Buffer[]): Promise<Buffer> {
    const { version, key } =
      (await this.ring.of([place.subjectId], place.compartment)).get(place.subjectId) ??
      (await this.ring.make(place.subjectId, place.compartment));
    return encrypt(key, version, bind(place, version), ...parts);
  }

  /** As `open`, for what `sealBytes` sealed. */
  async openBytes(place: Place, sealed: Buffer): Promise<Buffer> {
    const held = (await this.ring.of([place.subjectId], place.compartment)).get(place.subjectId);
    if (!held) throw new IntegrityError();
    return openWith(held, place, sealed);
  }

  /** Erases a data subject: every payload of theirs becomes unreadable at once. */
  async destroyKeys(subjectId: string): Promise<void> {
    await this.ring.destroy(subjectId);
  }

  /** Lets go of keys whose payloads were all sealed anew under another subject's. */
  async retireKeys(subjectId: string): Promise<void> {
    await this.ring.retire(subjectId);
  }
}

function sealWith(key: SubjectKey, place: Place, payload: unknown): Buffer {
  const bytes = Buffer.isBuffer(payload) ? payload : padded(Buffer.from(JSON.stringify(payload), 'utf8'));
  return encrypt(key.key, key.version, bind(place, key.version), bytes);
}

/**
 * Opens a payload with a key that is at hand, away from the app. The version in the header says by which key it was sealed:
 * bytes that name another one were not written by this house. Throws IntegrityError.
 */
export function openWith(key: SubjectKey, place: Place, sealed: Buffer): Buffer {
  if (keyVersionOf(sealed) !== key.version) throw new IntegrityError();
  return decrypt(key.key, bind(place, key.version), sealed);
}

function bind(place: Place, keyVersion: number): string {
  return ['v1', place.table, place.rowId, place.subjectId, place.compartment, keyVersion, place.sealVersion].join('|');
}

const STEP = 64;

/** Lengths tell names apart: payloads grow in steps, with blanks that JSON does not see. */
function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((STEP - (bytes.length % STEP)) % STEP, ' ')]);
}
