import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';

/** A refusal that is said to whoever runs the command, as it stands. */
export class BackupRefused extends Error {}

/** A new pair: the private key as age-keygen writes it into a file, and the public one, which is all that a backup needs. */
export async function newIdentity(): Promise<{ file: string; recipient: string }> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  return { file: `# created: ${new Date().toISOString()}\n# public key: ${recipient}\n${identity}\n`, recipient };
}

/** The private keys in a file of age's own form. Throws when there is none. */
export function identitiesIn(text: string): string[] {
  const found = text.split(/\r?\n/).filter((line) => line.startsWith('AGE-SECRET-KEY-'));
  if (found.length === 0) throw new BackupRefused('This file holds no private key: a line that begins with AGE-SECRET-KEY- is missing.');
  return found;
}

/** Compressed, then encrypted to the public keys; nothing is held but a few pieces. */
export async function encrypted(content: AsyncIterable<Buffer>, recipients: readonly string[]): Promise<Readable> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) addRecipient(encrypter, recipient);
  const plain = Readable.from(content, { objectMode: false });
  const packed = plain.pipe(createGzip({ level: 1 }));
  plain.once('error', (error) => packed.destroy(error));
  return Readable.fromWeb(await encrypter.encrypt(asWeb(packed)));
}

/** Throws a plain sentence when a text is no public key of age. */
export function addRecipient(encrypter: Encrypter, recipient: string): void {
  try {
    encrypter.addRecipient(recipient);
  } catch {
    throw new BackupRefused(`"${recipient}" is no public key of age; one begins with age1.`);
  }
}

/** What `encrypted` was given. Throws when no private key fits, or when a bit was changed or the end is missing. */
export async function* decrypted(file: string, identities: readonly string[]): AsyncGenerator<Buffer> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  const source = createReadStream(file, { highWaterMark: 256 * 1024 });
  try {
    const plain = Readable.fromWeb((await opened(decrypter, source)) as ReadableStream<Uint8Array>);
    const unpacked = plain.pipe(createGunzip());
    plain.once('error', (error) => unpacked.destroy(error));
    for await (const piece of unpacked) yield piece as Buffer;
  } catch (error) {
    throw error instanceof BackupRefused ? error : new BackupRefused(`${file} was changed or is cut off: it does not decrypt to its end.`);
  } finally {
    source.destroy();
  }
}

async function opened(decrypter: Decrypter, source: Readable): ReturnType<Decrypter['decrypt']> extends never ? never : Promise<unknown> {
  try {
    return await decrypter.decrypt(asWeb(source));
  } catch (error) {
    if (/no identity matched/i.test(String(error)))
      throw new BackupRefused('This private key does not open the backup: it was encrypted to another public key.');
    throw error;
  }
}

const asWeb = (stream: Readable): globalThis.ReadableStream<Uint8Array> => Readable.toWeb(stream);
