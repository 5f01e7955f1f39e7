import type { PackageItem } from '@panah/domain/referrals/package-items';

/** A package as it is read; or why it is not: it was sealed to a key that is no longer in use, its time is over, or it is not what was sent. */
export interface OpenedPackage {
  id: string;
  /** Until when it may be read: ISO 8601. */
  expiresAt: string;
  items: PackageItem[] | null;
  refused: 'other-key' | 'expired' | 'altered' | null;
}
