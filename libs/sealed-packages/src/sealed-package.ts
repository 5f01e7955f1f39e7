import { sha256 } from '@noble/hashes/sha2.js';
import { type Bytes, joined, listed, randomBytes, textBytes, toBase64Url } from './bytes';
import { type Manifest, manifestHash, manifestOf, type PackageItem } from './manifest';
import { padded, SALT, unpadded } from './padding';
import { type Bound, type OpeningKey, openWith, type Sealed, sealTo } from './suite';

/** Who sends to whom, and under which of the recipient's keys: ids. */
export interface Route {
  sender: string;
  recipient: string;
  keyId: string;
}

/** One package on its way: what it belongs to and until when it may be opened (ISO 8601 with Z). */
export interface Journey extends Route {
  referralId: string;
  expiresAt: string;
}

export interface SealedPackage extends Sealed {
  manifest: Manifest;
}

/** A package does not open: it is past its time, or it is not the one that was sealed for this key and this referral. */
export class PackageRefused extends Error {
  override readonly name = 'PackageRefused';

  constructor(readonly code: 'expired' | 'altered') {
    super(code);
  }
}

/** The bytes of a package as they are shown before sending and read after opening. */
export const contentOf = (items: readonly PackageItem[]): Bytes => textBytes(JSON.stringify(items));

/** SHA-256 of those bytes, base64url: the sender's page says by it what it has shown. It is never kept: it would confirm a guess. */
export const contentHash = (content: Uint8Array): string => toBase64Url(sha256(content));

/**
 * Seals items so that nobody but the holder of the private key reads them, the sender included.
 * @param publicKey the recipient's, 32 bytes; somebody has confirmed its fingerprint before
 */
export async function sealPackage(publicKey: Uint8Array, items: readonly PackageItem[], journey: Journey): Promise<SealedPackage> {
  const plain = padded(randomBytes(SALT), contentOf(items));
  const manifest = manifestOf(items, plain);
  return { manifest, ...(await sealTo(publicKey, plain, boundTo(journey, manifest))) };
}

/**
 * The items of a package.
 * @param now milliseconds since 1970
 * @throws PackageRefused
 */
export async function openPackage<Item extends PackageItem>(
  key: OpeningKey,
  { manifest, ...sealed }: SealedPackage,
  journey: Journey,
  now: number,
): Promise<Item[]> {
  if (!(now < Date.parse(journey.expiresAt))) throw new PackageRefused('expired');
  const plain = await openWith(key, sealed, boundTo(journey, manifest)).catch(() => null);
  const content = plain && unpadded(plain);
  if (!content) throw new PackageRefused('altered');
  const items = JSON.parse(new TextDecoder().decode(content)) as Item[];
  const written = manifestOf(items, plain);
  if (JSON.stringify(written) !== JSON.stringify({ version: manifest.version, kinds: manifest.kinds, digest: manifest.digest }))
    throw new PackageRefused('altered');
  return items;
}

/** `info`: version, sender, recipient, key id. `aad`: referral, manifest, expiry (walls.md 3.3). */
function boundTo({ sender, recipient, keyId, referralId, expiresAt }: Journey, manifest: Manifest): Bound {
  return {
    info: listed('package/1', sender, recipient, keyId),
    aad: joined(listed(referralId, expiresAt), manifestHash(manifest)),
  };
}
