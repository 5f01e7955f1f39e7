import { Injectable } from '@nestjs/common';
import type { FamilyRenewalView } from '@panah/contracts/family-links.contract';
import { allowedOf } from '@panah/domain/family/grounds';
import { RuleBroken } from '@panah/domain/process/process';
import { currentActor, hasWord } from '../platform/access/current-reach';
import { StaffRecords } from '../staff/staff.records';
import { ApprovalRecords } from './approval.records';
import { LinkPartRecords } from './link-parts.records';
import { LinkRecords } from './link.records';
import { type Renewal, RenewalRecords } from './renewal.records';
import { allowedView } from './wish.view';

/** A coordinator looks at each yes to looking that a client gave again, and learns nothing of what it opens (decision 0018). */
@Injectable()
export class RenewalsService {
  constructor(
    private readonly renewals: RenewalRecords,
    private readonly approvals: ApprovalRecords,
    private readonly links: LinkRecords,
    private readonly parts: LinkPartRecords,
    private readonly staff: StaffRecords,
  ) {}

  async list(): Promise<FamilyRenewalView[]> {
    return this.views(await this.renewals.waiting());
  }

  async read(id: string): Promise<FamilyRenewalView> {
    const [view] = await this.views([await this.renewals.get(id)]);
    if (!view) throw new Error('A renewal that was found is shown.');
    return view;
  }

  async decide(id: string, version: number): Promise<FamilyRenewalView> {
    const held = await this.renewals.hold(id, version);
    if (held.decidedAt) throw new RuleBroken('nothing-to-allow');
    const officers = await this.parts.officersOf(held.linkId);
    if (officers.some(({ staffId }) => staffId === currentActor().staffId)) throw new RuleBroken('approved-by-officer');
    await this.renewals.decide(held);
    return this.read(id);
  }

  private async views(rows: readonly Renewal[]): Promise<FamilyRenewalView[]> {
    const relations = await this.approvals.relations(rows.map(({ wishId }) => wishId));
    const names = await this.staff.names(rows.map(({ askedBy }) => askedBy));
    const grounds = await Promise.all(rows.map(({ linkId }) => this.links.grounds(linkId)));
    return rows.map(({ id, version, wishId, askedBy, askedAt, decidedAt }, at) => ({
      id,
      version,
      relation: relations.get(wishId) ?? 'OTHER',
      clientAllows: allowedView(allowedOf(grounds[at] ?? [], 'CLIENT')),
      askedBy: { id: askedBy, name: names.get(askedBy) ?? '' },
      askedAt: askedAt.toISOString(),
      actions: !decidedAt && hasWord('family-link:reopen') ? ['reopen'] : [],
    }));
  }
}
