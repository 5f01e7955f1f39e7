import { Injectable } from '@nestjs/common';
import { currentActor } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import type { Referral } from './referral.entity';

/** One restricted thing of a referral, and who agreed that it goes out as it was then; null while it waits. */
export interface Approval extends Record<string, unknown> {
  item: string;
  askedBy: string;
  approvedBy: string | null;
  approvedAt: Date | null;
  /** Of what they agreed to. */
  mark: Buffer | null;
  /** When it was seen that what somebody agreed to is another now; null once somebody agreed anew. */
  changedAt: Date | null;
}

const OF = {
  name: 'referral-approval.of',
  text: `select item, asked_by as "askedBy", approved_by as "approvedBy", approved_at as "approvedAt", mark, changed_at as "changedAt"
           from referral_approval where referral_id = $1 order by item`,
};
const ASK = {
  name: 'referral-approval.ask',
  text: `insert into referral_approval (referral_id, item, org_id, office_id, client_id, asked_by)
         select $1, item, $3, $4, $5, $6 from unnest($2::text[]) item on conflict do nothing`,
};
const APPROVE = {
  name: 'referral-approval.approve',
  text: `update referral_approval set approved_by = $3, approved_at = now(), mark = $4, changed_at = null
          where referral_id = $1 and item = $2 and approved_by is null`,
};
const TAKE_BACK = {
  name: 'referral-approval.take-back',
  text: `update referral_approval a set approved_by = null, approved_at = null, mark = null, changed_at = now()
           from unnest($2::text[], $3::bytea[]) as seen (item, mark) where a.referral_id = $1 and a.item = seen.item and a.mark = seen.mark`,
};

/** R-RE-04: what is restricted, asked for and agreed to one by one. The caller has the referral in reach. */
@Injectable()
export class ReferralApprovals {
  of(referralId: string): Promise<Approval[]> {
    return currentWork().rows<Approval>(OF, [referralId]);
  }

  async ask({ id, officeId, clientId }: Referral, items: readonly string[]): Promise<void> {
    const { orgId, staffId } = currentActor();
    if (items.length) await currentWork().change(ASK, [id, items, orgId, officeId, clientId, staffId]);
  }

  /** Once. Throws 404 for what nobody asked, or somebody agreed to before; the database refuses whoever chose it, or asked. */
  async approve({ id }: Referral, item: string, mark: Buffer): Promise<void> {
    currentLine().changed('approval');
    if ((await currentWork().change(APPROVE, [id, item, currentActor().staffId, mark])) !== 1) throw notFound();
  }

  /** They wait again; of those what somebody agreed to since stands. */
  async takeBack({ id }: Referral, seen: readonly Pick<Partial<Approval>, 'item' | 'mark'>[]): Promise<void> {
    const stood = seen.filter(({ mark }) => mark);
    if (!stood.length) return;
    currentLine().changed('approval');
    await currentWork().change(TAKE_BACK, [id, stood.map(({ item }) => item), stood.map(({ mark }) => mark)]);
  }
}
