import { EXAMPLE_VALUES } from '@panah/domain/asylum/example-country';
import { permitAfter } from '@panah/domain/asylum/decision.rules';
import { alertOn } from '@panah/domain/asylum/permit.rules';
import { addMonths } from '@panah/domain/dates/calendar-days';
import type { PermitType } from '@panah/domain/vocabulary/legal-deadlines';
import { addPermit } from './lay-claim-parts';
import { dayAgo, type LoadClaim, writtenAgo } from './load-claim';
import { OFFICE_CALENDAR } from './setting';

const MONTHS = new Map(EXAMPLE_VALUES.flatMap(({ kind, code, value }) => (kind === 'PERMIT_TYPE' ? [[code, value.months ?? 12]] : [])));
const USUAL_MONTHS = 12;
const [RENEWS, HAS_NO_END, TRAVELS, AWAITED_DAYS] = [0.93, 0.05, 0.45, 30];

/** Lays a certificate from the day of registration, and what a grant brought; each renewed until now, but for a few that were forgotten. */
export function layLoadPermits(claim: LoadClaim): void {
  const { chance, road, end } = claim;
  const last = road.at(-1);
  const grant =
    last && ['DECIDED_POSITIVE', 'FINAL_POSITIVE'].includes(last.to) ? road.findLast(({ decision }) => decision?.type) : undefined;
  const type = grant?.decision?.type ?? null;
  const status = grant && type ? layRenewed(claim, permitAfter(type), grant.ago) : null;
  if (grant && type === 'REFUGEE' && chance.happens(TRAVELS)) layRenewed(claim, 'TRAVEL_DOC_1951', Math.max(end, grant.ago - 30));
  const registered = road.find(({ action }) => action === 'register');
  if (!registered) return;
  if (grant) layLast(claim, 'ASYLUM_CERT', { fromAgo: registered.ago, untilAgo: grant.ago }, { successor_id: status });
  else if (last && ['FINAL_NEGATIVE', 'WITHDRAWN', 'TRANSFERRED_STATE'].includes(last.to))
    layLast(claim, 'ASYLUM_CERT', { fromAgo: registered.ago, untilAgo: last.ago }, { withdrawn_on: dayAgo(claim, last.ago) });
  else layRenewed(claim, 'ASYLUM_CERT', registered.ago);
}

/** The paper that holds now, and the one before it; one that was not renewed has run out. Returns the id of the last. */
function layRenewed(claim: LoadClaim, type: PermitType, fromAgo: number): string {
  const { chance } = claim;
  if (type !== 'ASYLUM_CERT' && fromAgo < AWAITED_DAYS) return layPaper(claim, type, dayAgo(claim, fromAgo), {});
  if (type !== 'ASYLUM_CERT' && chance.happens(HAS_NO_END)) return layPaper(claim, type, dayAgo(claim, fromAgo), { unlimited: true });
  const [now = dayAgo(claim, fromAgo), before] = startsOf(claim, type, fromAgo, 0).reverse();
  if (!before) return layPaper(claim, type, now, endingOf(claim, type, now));
  if (!chance.happens(RENEWS)) return layPaper(claim, type, before, endingOf(claim, type, before));
  const id = layPaper(claim, type, now, endingOf(claim, type, now));
  layPaper(claim, type, before, { valid_to: addMonths(before, monthsOf(type)), successor_id: id });
  return id;
}

/** The paper that held on the day after which it was of no use. */
function layLast(
  claim: LoadClaim,
  type: PermitType,
  { fromAgo, untilAgo }: { fromAgo: number; untilAgo: number },
  after: Record<string, unknown>,
): void {
  const from = startsOf(claim, type, fromAgo, untilAgo).at(-1) ?? dayAgo(claim, fromAgo);
  layPaper(claim, type, from, { valid_to: addMonths(from, monthsOf(type)), ...after });
}

const monthsOf = (type: PermitType): number => MONTHS.get(type) ?? USUAL_MONTHS;

/** The days on which each paper followed the one before it, oldest first. */
function startsOf(claim: LoadClaim, type: PermitType, fromAgo: number, untilAgo: number): string[] {
  const [first, until] = [dayAgo(claim, fromAgo), dayAgo(claim, untilAgo)];
  const starts = [first];
  for (let next = addMonths(first, monthsOf(type)); next <= until; next = addMonths(next, monthsOf(type))) starts.push(next);
  return starts;
}

/** Its last day, and that everybody was told what there was to tell of it until today. */
function endingOf(claim: LoadClaim, type: PermitType, from: string): Record<string, unknown> {
  const [validTo, today] = [addMonths(from, monthsOf(type)), dayAgo(claim, 0)];
  const quiet = { unlimited: false, renewalLodgedOn: null, successorId: null, withdrawnOn: null };
  const told = alertOn({ type, validTo, ...quiet }, today, OFFICE_CALENDAR);
  return { valid_to: validTo, told_days: told?.days ?? null, lapse_told_at: validTo < today ? new Date(claim.setting.now) : null };
}

function layPaper(claim: LoadClaim, type: PermitType, from: string, columns: Record<string, unknown>): string {
  const { shelf, setting, matter, begunAgo } = claim;
  return addPermit(shelf, setting, matter, { type, valid_from: from, added_at: writtenAgo(claim, begunAgo), ...columns }, null);
}
