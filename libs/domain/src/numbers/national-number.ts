import { latinDigits } from './digits';

export type NationalNumberWarning = 'not-ten-digits' | 'ten-equal-digits' | 'check-digit';

/**
 * What is odd about an Iranian national number (model.md C.5). A warning only: papers hold mistakes, and people keep them.
 * @param text digits of any script; spaces and hyphens do not count
 * @returns null when nothing is odd
 */
export function nationalNumberWarning(text: string): NationalNumberWarning | null {
  const digits = latinDigits(text).replace(/[\s\-‐-―]/g, '');
  if (!/^\d{10}$/.test(digits)) return 'not-ten-digits';
  if (/^(\d)\1{9}$/.test(digits)) return 'ten-equal-digits';
  const rest = [...digits.slice(0, 9)].reduce((sum, digit, at) => sum + Number(digit) * (10 - at), 0) % 11;
  return Number(digits[9]) === (rest < 2 ? rest : 11 - rest) ? null : 'check-digit';
}
