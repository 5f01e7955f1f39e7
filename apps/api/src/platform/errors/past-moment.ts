import { gapOfMoment } from '@panah/domain/dates/day-of-a-life';
import { invalid } from './problem';

/** The instant of something that has been. Throws 422 with the field when it lies ahead, or longer ago than any life. */
export function pastMoment(field: string, text: string): Date {
  const at = new Date(text);
  const gap = gapOfMoment(at.toISOString(), new Date().toISOString());
  if (gap) throw invalid({ [field]: [gap] });
  return at;
}
