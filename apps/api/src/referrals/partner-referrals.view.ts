import type { AffectedView, PartnerReferralLineView, PartnerReferralsView } from '@panah/contracts/partner-referrals.contract';
import { hasWord } from '../platform/access/current-reach';
import { csv } from '../platform/csv';
import type { Affected, Lent, LinesAtPartner, ReferralAtPartner } from './partner-referrals.records';

interface Found {
  lent: Lent;
  affected: readonly Affected[];
  page: LinesAtPartner;
}

export function partnerReferralsView(id: string, { lent, affected, page }: Found): PartnerReferralsView {
  const { packages, opened, people, referrals } = lent;
  return {
    id,
    lent: { packages, opened, people, referrals },
    affected: wholeOf(affected),
    items: page.rows.map(lineOf),
    total: page.total,
    next: page.next,
    actions: page.unsaid > 0 && hasWord('referral:hear-deletion') ? ['hear-deletion'] : [],
  };
}

/** A row for each state, and before them all of it: people who are in several are counted once there. */
export function affectedTable(affected: readonly Affected[], at: Date): string {
  const { people } = wholeOf(affected);
  const states = affected.filter(({ state }) => state !== null);
  const rows = states.map(({ state, ...counts }) => [state, counts.referrals, counts.people, counts.opened, counts.confirmed]);
  return csv([['R-RE-10', 'state', at.toISOString(), people], ['state', 'referrals', 'people', 'opened', 'deletion'], ...rows]);
}

function wholeOf(affected: readonly Affected[]): AffectedView {
  const { people = 0, referrals = 0, opened = 0, confirmed = 0 } = affected.find(({ state }) => state === null) ?? {};
  return { people, referrals, opened, confirmed };
}

function lineOf({ id, caseId, caseRef, service, state, ...row }: ReferralAtPartner): PartnerReferralLineView {
  return {
    id,
    caseId,
    caseRef,
    service,
    state,
    sentAt: row.sentAt.toISOString(),
    openedAt: row.openedAt?.toISOString() ?? null,
    accessEndedAt: row.accessEndedAt?.toISOString() ?? null,
    deletionConfirmedAt: row.deletionConfirmedAt?.toISOString() ?? null,
    deletionHeardOn: row.deletionHeardOn,
  };
}
