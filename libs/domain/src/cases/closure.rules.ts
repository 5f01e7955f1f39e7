import { addMonths } from '../dates/calendar-days';
import { RuleBroken } from '../process/process';
import { type ClosureCheck, closureCheck } from '../vocabulary/closures';
import type { ClosureReason } from '../vocabulary/cases';

/** R-RT-01: a case is kept so long after its closure; a lawyer sets it. */
const RETENTION_MONTHS = 7 * 12;
const FOLLOW_UP_MONTHS = 6;

/** What somebody says when they ask for a closure. */
export interface ClosureStock {
  reason: ClosureReason;
  clientTold: 'YES' | 'NO';
  clientNotToldWhy: string | null;
  followUp: 'YES' | 'NO';
  /** By which way the client is met again. */
  followUpChannel: string | null;
  checklist: readonly ClosureCheck[];
  /** What is known of how safe the client is: asked for where contact was lost. */
  safetyCheck: string | null;
}

export interface StockFacts {
  /** Work had begun: how life goes at the end is looked at (model 3.1). */
  workBegan: boolean;
  hasClosureReview: boolean;
  /** Ways that are marked safe. */
  safeChannels: ReadonlySet<string>;
}

/**
 * A closure takes stock (model 2.16): the client was told or there is a reason, outcomes are there, a follow-up has a safe way, the list is
 * gone through, and lost contact comes with what is known of the person's safety (R-CA-08).
 * @throws RuleBroken `closure-incomplete` with the fields
 */
export function assertStock(stock: ClosureStock, { workBegan, hasClosureReview, safeChannels }: StockFacts): void {
  const fields: Record<string, string[]> = {};
  if (stock.clientTold === 'NO' && !stock.clientNotToldWhy?.trim()) fields['clientNotToldWhy'] = ['missing'];
  if (workBegan && !hasClosureReview) fields['outcomes'] = ['missing'];
  const way = faultOfFollowUp(stock, safeChannels);
  if (way) fields['followUpChannel'] = [way];
  if (closureCheck.codes.some((code) => !stock.checklist.includes(code))) fields['checklist'] = ['incomplete'];
  if (stock.reason === 'LOST_CONTACT' && !stock.safetyCheck?.trim()) fields['safetyCheck'] = ['missing'];
  if (Object.keys(fields).length) throw new RuleBroken('closure-incomplete', {}, fields);
}

function faultOfFollowUp({ followUp, followUpChannel }: ClosureStock, safe: ReadonlySet<string>): string | null {
  if (followUp === 'NO') return null;
  if (!followUpChannel) return 'missing';
  return safe.has(followUpChannel) ? null : 'not-safe';
}

/** R-RT-01: until which day (`YYYY-MM-DD`) a case that was closed on a day is kept. */
export const retentionUntil = (closedOn: string): string => addMonths(closedOn, RETENTION_MONTHS);

/** Model 3.13: the day of the follow-up that was agreed. */
export const followUpOn = (closedOn: string): string => addMonths(closedOn, FOLLOW_UP_MONTHS);
