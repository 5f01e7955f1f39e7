import { Injectable } from '@nestjs/common';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';

/** Numbers over every office; nobody's referral is told by them. */
export interface Lent extends Record<string, unknown> {
  packages: number;
  opened: number;
  people: number;
  referrals: number;
}

/** A referral at a partner, or one that was stopped with it: codes, moments, and the reference of the case. */
export interface ReferralAtPartner extends Record<string, unknown> {
  id: string;
  caseId: string;
  caseRef: string;
  service: string;
  state: string;
  sentAt: Date;
  openedAt: Date | null;
  accessEndedAt: Date | null;
  deletionConfirmedAt: Date | null;
  total: number;
}

const LENT = {
  name: 'partner-referrals.lent',
  text: `select l.packages, l.opened, l.people, l.referrals from partner p cross join lateral app.lent_to_partner(p.id) l where p.id = $1 and p.org_id = $2`,
};
const AFFECTED = {
  name: 'partner-referrals.affected',
  text: `select r.id, r.case_id as "caseId", c.case_ref as "caseRef", r.service, r.state, r.sent_at as "sentAt", k.opened_at as "openedAt",
                k.access_ended_at as "accessEndedAt", r.deletion_confirmed_at as "deletionConfirmedAt", count(*) over ()::int as total
           from referral r join case_file c on c.id = r.case_id
          cross join lateral (select min(p.opened_at) as opened_at,
                  case when bool_or(p.ended_at is null and p.expires_at > now()) then null else max(least(p.ended_at, p.expires_at)) end as access_ended_at
                  from referral_package p where p.referral_id = r.id) k
          where r.partner_id = $1 and r.sent_at is not null and (r.ended_at is null or r.end_reason = 'PARTNER_SUSPENDED')
            and ${withinReachOfOne('r', 'client_id', 2)}
          order by (r.ended_at is not null), coalesce(r.ended_at, r.sent_at) desc, r.id limit 200`,
};

/** The door to what lies at a partner. Reach: numbers for coordinators over every office; of the referrals those of cases in their reach. */
@Injectable()
export class PartnerReferralRecords {
  /** Throws `not-found` for a partner of somebody else. */
  async lent(partnerId: string): Promise<Lent> {
    currentLine().about('partner', partnerId);
    const lent = await currentWork().row<Lent>(LENT, [partnerId, currentActor().orgId]);
    if (!lent) throw notFound();
    return lent;
  }

  /** Open ones first, then those that were stopped because the work with the partner was suspended or ended. */
  async affected(partnerId: string): Promise<ReferralAtPartner[]> {
    const rows = await currentWork().rows<ReferralAtPartner>(AFFECTED, [partnerId, ...reachValues('referral:list')]);
    currentLine().returned(
      'referral',
      rows.map(({ id }) => id),
    );
    return rows;
  }
}
