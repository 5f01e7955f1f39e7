import type { HandedOverListView, HandedOverView } from '@panah/contracts/handovers.contract';
import type { ReferralHandoverView } from '@panah/contracts/referral-views.contract';
import { dayAt } from '@panah/domain/staff/office-calendar';
import { mayOn } from '../platform/access/may-on';
import type { HandedOver, HandedOverPage, Handover } from './handover.records';
import type { Referral } from './referral.entity';
import { type Named, stepView } from './referral.view';

/** How far the offer of a case has come. @param holds what still runs here and must end first */
export const handoverView = (
  { takenOverAt }: Referral,
  met: Handover | null,
  { holds, focalWorker, names }: { holds: readonly string[]; focalWorker: string | null; names: ReadonlyMap<string, string> },
): ReferralHandoverView => ({
  focalWorker,
  metOn: met?.metOn ?? null,
  present: met?.present ?? null,
  recordedBy: met && { id: met.recordedBy, name: names.get(met.recordedBy) ?? '' },
  recordedAt: met?.recordedAt.toISOString() ?? null,
  takenOverAt: takenOverAt?.toISOString() ?? null,
  holds: [...holds],
});

export const handedOverListView = ({ rows, total, next }: HandedOverPage): HandedOverListView => ({
  items: rows.map(({ caseId: id, caseRef, partnerId, partner, service, openedOn, takenOverAt, retentionUntil }) => ({
    ...{ id, caseRef, service, openedOn, retentionUntil },
    partner: { id: partnerId, name: partner },
    takenOverAt: takenOverAt.toISOString(),
  })),
  total,
  next,
});

export function handedOverView(found: HandedOver, names: ReadonlyMap<string, string>, timeZone: string): HandedOverView {
  const { caseId: id, caseRef, openedOn, closedOn, reason, partnerId, partner, service, metOn, takenOverAt, retentionUntil } = found;
  const named: Named = { person: (staffId) => ({ id: staffId, name: names.get(staffId) ?? '' }), partner: () => partner };
  return {
    ...{ id, caseRef, openedOn, closedOn, reason, service, metOn, retentionUntil },
    partner: { id: partnerId, name: partner },
    takenOverAt: new Date(takenOverAt).toISOString(),
    history: found.steps.map((step) => stepView({ ...step, at: new Date(step.at), note: null }, named)),
    packages: found.packages.map(({ consentGivenAt, sealedAt, openedAt, endedAt, ...each }) => ({
      ...each,
      consentGivenOn: dayAt(new Date(consentGivenAt).toISOString(), timeZone),
      sealedAt: new Date(sealedAt).toISOString(),
      openedAt: openedAt && new Date(openedAt).toISOString(),
      endedAt: endedAt && new Date(endedAt).toISOString(),
    })),
    actions: mayOn('handover:unlock', { officeId: found.officeId, standing: [] }) ? ['unlock'] : [],
  };
}
