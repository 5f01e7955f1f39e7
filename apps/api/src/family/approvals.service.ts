import { Injectable } from '@nestjs/common';
import type { FamilyApprovalsView, FamilyApprovalView } from '@panah/contracts/family-links.contract';
import { assertMayApprove } from '@panah/domain/family/approach.rules';
import { assertYes } from '@panah/domain/family/grounds';
import { assertVerified } from '@panah/domain/family/verification.rules';
import { RuleBroken } from '@panah/domain/process/process';
import { currentActor } from '../platform/access/current-reach';
import { StaffRecords } from '../staff/staff.records';
import { ApprovalRecords } from './approval.records';
import { approvalView, type Waiting } from './approval.view';
import type { OpenLink } from './link.entity';
import { LinkPartRecords } from './link-parts.records';
import { LinkRecords } from './link.records';
import { LinkTaking } from './link-taking';
import { RenewalsService } from './renewals.service';

/** What a coordinator decides about links, without a name (R-FL-06, R-FL-15). */
@Injectable()
export class ApprovalsService {
  constructor(
    private readonly approvals: ApprovalRecords,
    private readonly taking: LinkTaking,
    private readonly links: LinkRecords,
    private readonly parts: LinkPartRecords,
    private readonly staff: StaffRecords,
    private readonly renewals: RenewalsService,
  ) {}

  async list(): Promise<FamilyApprovalsView> {
    const waiting = await this.whole(await this.approvals.waiting());
    return { items: waiting.map(approvalView), renewals: await this.renewals.list() };
  }

  async read(id: string): Promise<FamilyApprovalView> {
    const [whole] = await this.whole([await this.links.get(id, 'family-link:see-approvals')]);
    if (!whole) throw new Error('A link that was found is whole.');
    return approvalView(whole);
  }

  async approveApproach(id: string, version: number): Promise<void> {
    const { held, grounds } = await this.taking.hold(id, 'family-link:approve_approach', version, 'approve_approach');
    const { row, secrets } = held;
    assertYes(grounds, 'CLIENT', 'C08_TRACING');
    assertYes(grounds, 'CLIENT', 'C09_DISCLOSE_REL');
    const besides = (await this.approvals.besides([row])).get(id);
    assertVerified(row.verification, besides?.context ?? 'UNKNOWN');
    const assessment = row.approachAt ? { channelSafe: secrets.channelSafe ?? false } : null;
    assertMayApprove({ ...(await this.approver(id)), locatedBy: row.locatedBy, assessment });
    await this.links.move(held, { event: 'approve_approach', change: { approvedBy: currentActor().staffId, approvedAt: new Date() } });
  }

  /** What is kept of the relative without their yes, the clock gives its day (R-FL-17). */
  async stopAsUnsafe(id: string, version: number, note: string): Promise<void> {
    const { held } = await this.taking.hold(id, 'family-link:stop_unsafe', version, 'stop_unsafe');
    await this.links.move(held, { event: 'stop_unsafe', note, change: { outcome: 'UNSAFE', closedAt: new Date() } });
  }

  /** Going on after a pause, or one step for somebody who may not be of age; never by who asked, nor by who works on it. */
  async allow(id: string, version: number): Promise<void> {
    const { held } = await this.taking.hold(id, 'family-link:allow', version);
    const { row } = held;
    if (!row.asked || row.allowedAt) throw new RuleBroken('nothing-to-allow', { state: row.state });
    const { approverId, officerIds } = await this.approver(id);
    if (officerIds.includes(approverId) || row.askedBy === approverId) throw new RuleBroken('approved-by-officer');
    await this.links.keep(held, { action: 'allow', change: { allowedBy: approverId, allowedAt: new Date() } });
  }

  private async approver(id: string): Promise<{ approverId: string; officerIds: string[] }> {
    const officers = await this.parts.officersOf(id);
    return { approverId: currentActor().staffId, officerIds: officers.map(({ staffId }) => staffId) };
  }

  private async whole(links: readonly OpenLink[]): Promise<Waiting[]> {
    const besides = await this.approvals.besides(links.map(({ row }) => row));
    const names = await this.staff.names(links.flatMap(({ row }) => [row.askedBy, row.approachBy]));
    const grounds = await Promise.all(links.map(({ row }) => this.links.grounds(row.id)));
    return links.flatMap((link, at) => {
      const beside = besides.get(link.row.id);
      return beside ? [{ link, grounds: grounds[at] ?? [], besides: beside, names }] : [];
    });
  }
}
