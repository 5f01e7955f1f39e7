import { addMonths } from '../dates/calendar-days';
import { RuleBroken } from '../process/process';
import type { PartnerStatus } from './partner.process';

/** Days are `YYYY-MM-DD`; null when not recorded. */
export interface Agreement {
  agreementSignedOn: string | null;
  agreementValidTo: string | null;
  transferMechanism: string | null;
  securityCheckedOn: string | null;
}

const SECURITY_CHECK_MONTHS = 24;

/** What an agreement lacks on a day, per field (R-RE-01); empty when it is in force. */
export function agreementGaps(agreement: Agreement, today: string): Record<string, string[]> {
  const gaps = {
    agreementSignedOn: dayGap(agreement.agreementSignedOn, (day) => (day > today ? 'in-future' : null)),
    agreementValidTo: dayGap(agreement.agreementValidTo, (day) => (day < today ? 'past' : null)),
    transferMechanism: agreement.transferMechanism ? null : 'missing',
    securityCheckedOn: dayGap(agreement.securityCheckedOn, (day) => securityGap(day, today)),
  };
  return Object.fromEntries(Object.entries(gaps).flatMap(([field, gap]) => (gap ? [[field, [gap]]] : [])));
}

/**
 * A partner becomes active, or active again, only with an agreement in force (R-RE-01).
 * @throws RuleBroken `agreement-not-in-force` with `missing`, `in-future`, `past` or `too-old` per field.
 */
export function assertMayActivate(agreement: Agreement, today: string): void {
  const fields = agreementGaps(agreement, today);
  if (Object.keys(fields).length) throw new RuleBroken('agreement-not-in-force', { securityCheckMonths: SECURITY_CHECK_MONTHS }, fields);
}

/** Whether something may be sent to a partner on a day: an agreement can lapse while the partner still stands as active (R-RE-01). */
export function mayReceive(partner: Agreement & { status: PartnerStatus }, today: string): boolean {
  return partner.status === 'ACTIVE' && Object.keys(agreementGaps(partner, today)).length === 0;
}

function dayGap(day: string | null, wrong: (day: string) => string | null): string | null {
  return day === null ? 'missing' : wrong(day);
}

function securityGap(checkedOn: string, today: string): string | null {
  if (checkedOn > today) return 'in-future';
  return checkedOn < addMonths(today, -SECURITY_CHECK_MONTHS) ? 'too-old' : null;
}

/**
 * An agreement does not end before it is signed.
 * @throws RuleBroken `agreement-ends-before` naming the field.
 */
export function assertDaysInOrder({
  agreementSignedOn,
  agreementValidTo,
}: Pick<Agreement, 'agreementSignedOn' | 'agreementValidTo'>): void {
  if (agreementSignedOn && agreementValidTo && agreementValidTo < agreementSignedOn)
    throw new RuleBroken('agreement-ends-before', undefined, { agreementValidTo: ['before-signing'] });
}
