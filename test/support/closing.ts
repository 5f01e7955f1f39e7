import { closureCheck } from '@panah/domain/vocabulary/closures';
import { outcomeDomain } from '@panah/domain/vocabulary/plans';
import type { Answer, Person } from './house';
import { officeDay } from './office-day';

export const today = (): string => officeDay();

/** A review of all twelve domains at one level, but for those that are named. */
export const review = (point: string, level: string, more: Record<string, string> = {}, on = today()) => ({
  point,
  reviewedOn: on,
  doneWithClient: true,
  outcomes: outcomeDomain.codes.map((domain) => ({ domain, level: more[domain] ?? level, note: `Why ${domain}` })),
});

/** What a closure is asked for with, whole. */
export const stock = (note: string, more: object = {}) => ({
  closureReason: 'GOALS_ACHIEVED',
  note,
  clientTold: 'YES',
  followUp: 'NO',
  checklist: closureCheck.codes,
  ...more,
});

/** Looks at how life goes at the end, and asks for the closure. */
export async function askClosure(
  worker: Person,
  { caseId }: { caseId: string },
  { note, ...more }: { note: string; closureReason?: string },
): Promise<Answer> {
  await worker.post(`/api/cases/${caseId}/outcome-reviews`, review('CLOSURE', '?'));
  return worker.post(`/api/cases/${caseId}/closure-request`, stock(note, { safetyCheck: 'Seen well in spring', ...more }));
}
