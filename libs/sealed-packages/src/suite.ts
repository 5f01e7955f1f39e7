import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256 } from 'hpke';
import { type Bytes, fromBase64Url } from './bytes';

const suite = new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);

/** A private key that opens and cannot be read out again, with its public half: most browsers do not work that out. */
export type OpeningKey = Awaited<ReturnType<typeof suite.GenerateKeyPair>>;

/** An X25519 key pair as bytes, 32 each. The private half is wrapped before it goes anywhere. */
export interface KeyPairBytes {
  publicKey: Bytes;
  privateKey: Bytes;
}

/** What HPKE makes: both halves are needed to open. */
export interface Sealed {
  /** The encapsulated key, 32 bytes. */
  encapsulated: Bytes;
  /** As long as what was sealed and 16 bytes more. */
  ciphertext: Bytes;
}

/** What a sealed thing is bound to: opening with anything else fails. */
export interface Bound {
  info: Bytes;
  aad: Bytes;
}

/** A new key pair, from the system's own source of chance. */
export async function newKeyPair(): Promise<KeyPairBytes> {
  return asBytes(await suite.GenerateKeyPair(true));
}

/** The key pair that follows from a secret of 32 bytes, the same each time (RFC 9180, DeriveKeyPair). */
export async function keyPairFrom(secret: Uint8Array): Promise<KeyPairBytes> {
  return asBytes(await suite.DeriveKeyPair(secret, true));
}

/** A private key for opening. Throws for bytes that are none. */
export async function openingKey(privateKey: Uint8Array): Promise<OpeningKey> {
  const readable = await suite.DeserializePrivateKey(privateKey, true);
  const { x } = await crypto.subtle.exportKey('jwk', readable);
  return {
    privateKey: await suite.DeserializePrivateKey(privateKey, false),
    publicKey: await suite.DeserializePublicKey(fromBase64Url(x ?? '')),
  };
}

/** RFC 9180 in base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. */
export async function sealTo(publicKey: Uint8Array, plain: Uint8Array, bound: Bound): Promise<Sealed> {
  const sealed = await suite.Seal(await suite.DeserializePublicKey(publicKey), plain, bound);
  return { encapsulated: new Uint8Array(sealed.encapsulatedSecret), ciphertext: new Uint8Array(sealed.ciphertext) };
}

/** What `sealTo` sealed. Throws when key, bytes or what they are bound to are others. */
export async function openWith(key: OpeningKey, { encapsulated, ciphertext }: Sealed, bound: Bound): Promise<Bytes> {
  return new Uint8Array(await suite.Open(key, encapsulated, ciphertext, bound));
}

async function asBytes(pair: Awaited<ReturnType<typeof suite.GenerateKeyPair>>): Promise<KeyPairBytes> {
  return {
    publicKey: new Uint8Array(await suite.SerializePublicKey(pair.publicKey)),
    privateKey: new Uint8Array(await suite.SerializePrivateKey(pair.privateKey)),
  };
}
