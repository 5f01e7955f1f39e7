import { Injectable } from '@nestjs/common';
import type { PartnerReferralsQuery } from '@panah/contracts/partner-referrals.contract';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { cursorAfter, exactly, readCursor } from '../platform/http/keyset';

/** Numbers over every office; nobody's referral is told by them. */
export interface Lent extends Record<string, unknown> {
  packages: number;
  opened: number;
  people: number;
  referrals: number;
}

/** As above, of what was ever opened or was stopped with the work; without a state the whole. */
export interface Affected extends Record<string, unknown> {
  state: string | null;
  referrals: number;
  people: number;
  opened: number;
  confirmed: number;
}

/** A referral that is at a partner, or was: codes, moments, and the reference of the case. */
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
  deletionHeardOn: string | null;
}

export interface LinesAtPartner {
  rows: ReferralAtPartner[];
  total: number;
  next: string | null;
  /** Of how many in reach nobody has said what was deleted, though they were read and are over. */
  unsaid: number;
}

type Row = ReferralAtPartner & { endedExactly: string | null; sentExactly: string; total: number; unsaid: number };

const LENT = {
  name: 'partner-referrals.lent',
  text: `select l.packages, l.opened, l.people, l.referrals from partner p cross join lateral app.lent_to_partner(p.id) l where p.id = $1 and p.org_id = $2`,
};
const AFFECTED = {
  name: 'partner-referrals.affected',
  text: `select state, referrals, people, opened, confirmed from app.affected_at_partner($1) order by state`,
};
/** $2 which of them: what is not over, or all that was ever opened and what was stopped with the work. */
const LIST = {
  name: 'partner-referrals.list',
  text: `with found as (
           select r.id, r.case_id, r.service, r.state, r.sent_at, r.deletion_confirmed_at, r.deletion_heard_on, coalesce(r.ended_at, 'infinity') as ended_order, k.opened_at,
                  k.access_ended_at, r.acknowledged_at is not null and r.ended_at is not null and r.taken_over_at is null and r.deletion_confirmed_at is null as is_unsaid
             from referral r
            cross join lateral (select min(p.opened_at) as opened_at,
                    case when bool_or(p.ended_at is null and p.expires_at > now()) then null else max(least(p.ended_at, p.expires_at)) end as access_ended_at
                    from referral_package p where p.referral_id = r.id) k
            where r.partner_id = $1 and r.sent_at is not null
              and case $2::text when 'LENT' then r.ended_at is null else k.opened_at is not null or r.end_reason = 'PARTNER_SUSPENDED' end
              and ${withinReachOfOne('r', 'client_id', 3)})
         select l.id, l.case_id as "caseId", c.case_ref as "caseRef", l.service, l.state, l.sent_at as "sentAt", l.opened_at as "openedAt", l.access_ended_at as "accessEndedAt",
                l.deletion_confirmed_at as "deletionConfirmedAt", l.deletion_heard_on as "deletionHeardOn", ${exactly('l.ended_order')} as "endedExactly",
                ${exactly('l.sent_at')} as "sentExactly", (select count(*)::int from found) as total, (select count(*)::int from found where is_unsaid) as unsaid
           from found l join case_file c on c.id = l.case_id
          where $7::text is null or (l.ended_order, l.sent_at, l.id) < ($7::timestamptz, $8::timestamptz, $9::uuid)
          order by l.ended_order desc, l.sent_at desc, l.id desc limit $10`,
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

  affected(partnerId: string): Promise<Affected[]> {
    return currentWork().rows<Affected>(AFFECTED, [partnerId]);
  }

  /** Open ones first, then the newest end. */
  async list(partnerId: string, { which = 'LENT', limit = 25, cursor }: PartnerReferralsQuery): Promise<LinesAtPartner> {
    const after = readCursor(cursor, 3) ?? [null, null, null];
    const rows = await currentWork().rows<Row>(LIST, [partnerId, which, ...reachValues('referral:list'), ...after, limit + 1]);
    const page = rows.slice(0, limit);
    currentLine().returned(
      'referral',
      page.map(({ id }) => id),
    );
    const [first, last] = [page[0], page.at(-1)];
    const next = rows.length > limit && last ? cursorAfter([last.endedExactly ?? 'infinity', last.sentExactly, last.id]) : null;
    return { rows: page, total: first?.total ?? 0, unsaid: first?.unsaid ?? 0, next };
  }
}
