import { createDecipheriv, createHmac, createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';

/**
 * For specs: RFC 9180 in base mode for DHKEM(X25519, HKDF-SHA256) and HKDF-SHA256, written from the RFC with Node's own primitives.
 * It shares no line with what it checks.
 */
const AEAD = { 'aes-128-gcm': { id: 1, key: 16 }, 'aes-256-gcm': { id: 2, key: 32 } } as const;
const KEM_SUITE = Buffer.from('KEM\x00\x20', 'latin1');

const extract = (salt: Buffer, secret: Buffer): Buffer => createHmac('sha256', salt).update(secret).digest();
const labeledExtract = (suite: Buffer, salt: Buffer, label: string, secret: Buffer): Buffer =>
  extract(salt, Buffer.concat([Buffer.from('HPKE-v1'), suite, Buffer.from(label), secret]));

function labeledExpand(suite: Buffer, key: Buffer, label: string, info: Buffer, length: number): Buffer {
  const head = Buffer.from([length >> 8, length & 255]);
  const labeled = Buffer.concat([head, Buffer.from('HPKE-v1'), suite, Buffer.from(label), info]);
  const blocks: Buffer[] = [Buffer.alloc(0)];
  for (let count = 1; (count - 1) * 32 < length; count++)
    blocks.push(extract(key, Buffer.concat([blocks[count - 1] ?? Buffer.alloc(0), labeled, Buffer.from([count])])));
  return Buffer.concat(blocks).subarray(0, length);
}

const privateOf = (raw: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), raw]), format: 'der', type: 'pkcs8' });
const publicOf = (raw: Uint8Array) =>
  createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), raw]), format: 'der', type: 'spki' });

/** What lies under a key: opened by the RFC's own words. `sequence` counts messages of one context. Throws when it does not open. */
export function openIndependently(
  message: {
    privateKey: Uint8Array;
    encapsulated: Uint8Array;
    ciphertext: Uint8Array;
    info: Uint8Array;
    aad: Uint8Array;
    sequence?: number;
  },
  cipher: keyof typeof AEAD = 'aes-256-gcm',
): Buffer {
  const own = privateOf(message.privateKey);
  const ownPublic = createPublicKey(own).export({ format: 'der', type: 'spki' }).subarray(-32);
  const shared = diffieHellman({ privateKey: own, publicKey: publicOf(message.encapsulated) });
  const context = Buffer.concat([message.encapsulated, ownPublic]);
  const secret = labeledExpand(KEM_SUITE, labeledExtract(KEM_SUITE, Buffer.alloc(0), 'eae_prk', shared), 'shared_secret', context, 32);
  const suite = Buffer.from([...Buffer.from('HPKE'), 0, 0x20, 0, 1, 0, AEAD[cipher].id]);
  const hashed = (label: string, bytes: Uint8Array) => labeledExtract(suite, Buffer.alloc(0), label, Buffer.from(bytes));
  const schedule = Buffer.concat([Buffer.from([0]), hashed('psk_id_hash', Buffer.alloc(0)), hashed('info_hash', message.info)]);
  const prk = labeledExtract(suite, secret, 'secret', Buffer.alloc(0));
  const nonce = labeledExpand(suite, prk, 'base_nonce', schedule, 12);
  nonce.writeUInt32BE((nonce.readUInt32BE(8) ^ (message.sequence ?? 0)) >>> 0, 8);
  const opening = createDecipheriv(cipher, labeledExpand(suite, prk, 'key', schedule, AEAD[cipher].key), nonce);
  opening.setAAD(message.aad).setAuthTag(Buffer.from(message.ciphertext.subarray(-16)));
  return Buffer.concat([opening.update(message.ciphertext.subarray(0, -16)), opening.final()]);
}
