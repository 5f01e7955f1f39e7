import { latinDigits } from '../numbers/digits';

const TYPED = /^(\d{1,2})(?:[:.,٫h]?(\d{2}))?$/;

/**
 * A time of day as people type it, on a clock of 24 hours: `9`, `9:30`, `0930`, `9.30`, also with Persian or Arabic digits.
 * @returns `HH:MM`, or null when no clock shows it
 */
export function clockTimeOf(typed: string): string | null {
  const [, hour = '', minute = '00'] = TYPED.exec(latinDigits(typed).trim()) ?? [];
  if (!hour || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}
