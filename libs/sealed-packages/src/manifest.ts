import { sha256 } from '@noble/hashes/sha2.js';
import { listed, toBase64Url } from './bytes';

/** One thing in a package. What else it holds is the referral's business; here only its kind counts. */
export interface PackageItem {
  kind: string;
}

/** What the server keeps of a package it can no longer read: which kinds of things are in it, and no value. */
export interface Manifest {
  version: 1;
  /** In the order of the items, each as often as it is there. */
  kinds: string[];
  /** SHA-256 of all that was sealed, with salt and padding: base64url. */
  digest: string;
}

/** The manifest of items that are sealed as these bytes. */
export function manifestOf(items: readonly PackageItem[], sealed: Uint8Array): Manifest {
  return { version: 1, kinds: items.map(({ kind }) => kind), digest: toBase64Url(sha256(sealed)) };
}

/** SHA-256 over every part of a manifest. */
export function manifestHash({ version, kinds, digest }: Manifest): Uint8Array {
  return sha256(listed(`manifest/${version}`, digest, ...kinds));
}
