import { createHash } from 'node:crypto';
import path from 'node:path';
import { FileKeyProvider } from '../sealing/file-key-provider';
import type { KeyProvider } from '../sealing/key-provider';
import { ArchiveReader, FORMAT, type SetHead } from './archive';
import { BackupRefused, decrypted } from './sealed-stream';
import { type FoundSet, isGenuine, marksOf, setIn, setsOn, wholeFile } from './set-folder';

/** Data, and the keys that open it. */
export interface Pair {
  data: FoundSet;
  keys: FoundSet;
}

/**
 * Finds the two sets. A folder that holds sets stands for its newest one; of keys it is the one that was made with the data.
 * Throws with a plain sentence when there is none, or the two do not belong together.
 */
export async function findPair(dataPlace: string, keysPlace: string): Promise<Pair> {
  const data = (await setsOn(dataPlace, 'data'))[0] ?? (await setIn(dataPlace));
  const shelf = await setsOn(keysPlace, 'keys');
  const keys = shelf.find(({ manifest }) => manifest.id === data.manifest.id) ?? shelf[0] ?? (await setIn(keysPlace));
  assertBelongTogether({ data, keys });
  return { data, keys };
}

/** The keys of the same run, or of a later one of the same house: an earlier one lacks keys. */
export function assertBelongTogether({ data, keys }: Pair): void {
  if (data.manifest.kind !== 'data') throw new BackupRefused(`${data.folder} holds keys, not data.`);
  if (keys.manifest.kind !== 'keys') throw new BackupRefused(`${keys.folder} holds data, not keys.`);
  if (data.manifest.house !== keys.manifest.house)
    throw new BackupRefused('Data and keys do not belong together: they are of two different houses.');
  if (data.manifest.id !== keys.manifest.id && keys.manifest.madeAt < data.manifest.madeAt)
    throw new BackupRefused(
      `Data and keys do not belong together: the keys were copied on ${keys.manifest.madeAt}, before the data of ${data.manifest.madeAt}. Take the keys of the same backup.`,
    );
}

/** Opens a set. Gives its head, and a reader that stands behind it. */
export async function openSet(set: FoundSet, identities: readonly string[]): Promise<{ head: SetHead; reader: ArchiveReader }> {
  const reader = new ArchiveReader(decrypted(path.join(set.folder, set.manifest.file), identities));
  const head = await reader.next();
  if (head.is !== 'set' || head.format !== FORMAT || head.kind !== set.manifest.kind || head.id !== set.manifest.id)
    throw new BackupRefused(`${set.folder}: what is inside is not what the manifest names.`);
  return { head, reader };
}

/** Everything that can be known before a place is made for it: both are whole, open, and written by the house whose key they hold. */
export async function provePair({ data, keys }: Pair, identities: readonly string[]): Promise<KeyProvider> {
  for (const set of [keys, data]) await wholeFile(set);
  const provider = FileKeyProvider.of((await keyFileIn(keys, identities, 'key')) ?? '', `in ${keys.folder}`);
  const { house, key } = await marksOf(provider);
  for (const { folder, manifest } of [keys, data])
    if (manifest.house !== house || !isGenuine(key, manifest))
      throw new BackupRefused(`${folder} was not written by the house whose key this is, or its manifest was changed.`);
  return provider;
}

/** One of the files of a set of keys; they come before everything else. Null when it is not among them. */
export async function keyFileIn(set: FoundSet, identities: readonly string[], name: string): Promise<string | null> {
  const { reader } = await openSet(set, identities);
  try {
    for (let said = await reader.next(); said.is === 'file'; said = await reader.next()) {
      const content = await contentOf(reader);
      if (said.name === name) return content.toString('utf8');
    }
    return null;
  } finally {
    await reader.close();
  }
}

/** A file of a set, up to its end. Throws when it is not what was copied. */
export async function contentOf(reader: ArchiveReader): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of reader.bytes()) pieces.push(piece);
  const content = Buffer.concat(pieces);
  const ends = await reader.next();
  if (ends.is !== 'over' || ends.sha256 !== createHash('sha256').update(content).digest('hex'))
    throw new BackupRefused('A file in the backup is not what was copied.');
  return content;
}
