import { latinDigits } from '../numbers/digits';
import { RuleBroken } from '../process/process';

/**
 * The digits that were read out on the telephone are those of the key, in any script and however they were grouped.
 * @param typed as the coordinator heard it
 * @param fingerprint of the key that waits
 * @throws RuleBroken `fingerprint-refused`
 */
export function assertSameFingerprint(typed: string, fingerprint: string): void {
  const digits = (text: string): string => latinDigits(text).replace(/\D/g, '');
  if (digits(typed) !== digits(fingerprint)) throw new RuleBroken('fingerprint-refused', undefined, { fingerprint: ['wrong'] });
}
