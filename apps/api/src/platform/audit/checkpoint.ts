import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeOnce } from '../write-once';
import { BEGINNING, type Place } from './chain';

/** A signed statement: "line `seq` has this hash". */
export interface Checkpoint extends Place {
  at: string;
  /** Lines sealed since the checkpoint before. */
  count: number;
  /** SHA-256 of the checkpoint before, as it stands in the file: none can be left out. */
  previous: string;
  /** The public key it is signed with (SPKI, base64url), and the mark that this key is the house's own. */
  key: string;
  mac: string;
  signature: string;
}

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Signs checkpoints. The Ed25519 key lies in a file of its own, readable by its owner only. */
export class CheckpointSigner {
  private readonly publicKey: string;
  private readonly mac: string;

  constructor(
    private readonly privateKey: KeyObject,
    chain: Buffer,
  ) {
    this.publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64url');
    this.mac = markOf(chain, this.publicKey);
  }

  /** Opens the file, or makes it. Throws when it holds no private key. */
  static open(file: string, chain: Buffer): CheckpointSigner {
    if (!existsSync(file)) makeKey(file);
    return new CheckpointSigner(createPrivateKey(readFileSync(file, 'utf8')), chain);
  }

  /** The line for the file, without its line break. */
  write(place: Place, count: number, previous: string = BEGINNING.hash): string {
    const { seq, hash } = place;
    const said = { seq, hash, at: new Date().toISOString(), count, previous, key: this.publicKey, mac: this.mac };
    const signature = sign(null, Buffer.from(JSON.stringify(said)), this.privateKey).toString('base64url');
    return JSON.stringify({ ...said, signature });
  }
}

/** Two servers may start at once: the one who comes second takes the key of the first. */
function makeKey(file: string): void {
  writeOnce(file, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}

/** What a line of the file says; null when it is no checkpoint at all (cut off while it was written). */
export function parseCheckpoint(line: string): Checkpoint | null {
  try {
    const said = JSON.parse(line) as Partial<Checkpoint> | null;
    const { seq, hash, at, previous, key, mac, signature } = said ?? {};
    const whole = [hash, at, previous, key, mac, signature].every((value) => typeof value === 'string') && Number.isSafeInteger(seq);
    return whole ? (said as Checkpoint) : null;
  } catch {
    return null;
  }
}

/** Whether the house itself signed this, and nobody changed it since. */
export function isGenuine(checkpoint: Checkpoint, chain: Buffer): boolean {
  const { signature, ...said } = checkpoint;
  const [given, right] = [Buffer.from(said.mac), Buffer.from(markOf(chain, said.key))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return false;
  return verify(null, Buffer.from(JSON.stringify(said)), publicKeyOf(said.key), Buffer.from(signature, 'base64url'));
}

const known = new Map<string, KeyObject>();

/** Called with keys that carry the house's mark only, so the map stays small. */
function publicKeyOf(key: string): KeyObject {
  const found = known.get(key) ?? createPublicKey({ key: Buffer.from(key, 'base64url'), type: 'spki', format: 'der' });
  known.set(key, found);
  return found;
}

const markOf = (chain: Buffer, publicKey: string): string =>
  createHmac('sha256', chain).update(`audit-checkpoint-key-1:${publicKey}`).digest('hex');
