import type { ReferralPreviewView } from '@panah/contracts/referral-views.contract';
import { contentHash, contentOf } from '@panah/sealed-packages/sealed-package';
import { Problem } from '../platform/errors/problem';
import type { Composed } from './referral-packages';

/** The bytes of a package as they are shown. */
export function previewOf(id: string, scope: readonly string[], { items, until }: Composed): ReferralPreviewView {
  const content = contentOf(items);
  return {
    id,
    content: new TextDecoder().decode(content),
    hash: contentHash(content),
    kinds: items.map(({ kind }) => kind),
    scope: [...scope],
    expiresAt: until.toISOString(),
  };
}

/** Throws 409 `package-changed`, with the hash of what would be sent now, when that is not what was shown. */
export function assertSame({ items }: Composed, shown: string): void {
  const hash = contentHash(contentOf(items));
  if (hash !== shown) throw new Problem(409, 'package-changed', { hash });
}
