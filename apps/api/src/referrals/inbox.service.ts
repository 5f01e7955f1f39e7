import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { InboxListView, InboxOpenedView, InboxQuery, InboxReferralView } from '@panah/contracts/inbox.contract';
import { RuleBroken } from '@panah/domain/process/process';
import { assertInboxAction } from '@panah/domain/referrals/inbox.rules';
import type { ConsentPurpose } from '@panah/domain/vocabulary/consents';
import { Grants } from '../consents/grants.records';
import { currentActor } from '../platform/access/current-reach';
import { notFound } from '../platform/errors/problem';
import { StaffRecords } from '../staff/staff.records';
import { InboxPackages, type LivePackage } from './inbox-package.records';
import { InboxLines } from './inbox-lines.records';
import { InboxSteps } from './inbox-steps';
import { InboxRecords, type InboxRow } from './inbox.records';
import { inboxListView, inboxReferralView, sealedPackageView } from './inbox.view';
import { type ReferralMessage, ReferralMessages } from './referral-message.records';

/** What a partner finds of the referrals that were sent to it. No value of a client passes here in clear: packages open in the partner's browser. */
@Injectable()
export class InboxService {
  constructor(
    private readonly inbox: InboxRecords,
    private readonly packages: InboxPackages,
    private readonly messages: ReferralMessages,
    private readonly steps: InboxSteps,
    private readonly grants: Grants,
    private readonly staff: StaffRecords,
    private readonly lines: InboxLines,
  ) {}

  async list(query: InboxQuery): Promise<InboxListView> {
    return inboxListView(await this.inbox.list(query));
  }

  async read(id: string): Promise<InboxReferralView> {
    const row = await this.inbox.get(id);
    const [packages, messages] = await Promise.all([this.packages.of(row, currentActor().orgId), this.ownMessages(row)]);
    return this.view(row, packages, messages);
  }

  /** R-CO-01: opening a package asks for its consent at that moment; a withdrawal waits for us, or we see it. The first opening is the acknowledgement. */
  async open(id: string): Promise<InboxOpenedView> {
    const { orgId, partnerId } = currentActor();
    const addressed = { id, partnerId: partnerId ?? '' };
    const [seen, lent] = await Promise.all([this.inbox.act(id), this.packages.of(addressed, orgId)]);
    // asked one behind the other in one round trip: consents are held before the referral; what was taken over is the partner's own, whatever becomes of them
    const [, row, sealed, messages] = await Promise.all([
      seen.takenOverAt ? null : this.assertStillConsented(seen, lent),
      this.inbox.holdActing(id),
      this.packages.sealed(addressed, orgId),
      this.ownMessages(seen),
    ]);
    assertInboxAction(row, 'open');
    const opened = await this.packages.open(addressed, orgId, sealed);
    if (row.state === 'SENT') await this.steps.take(row, 'acknowledge');
    const now = row.state === 'SENT' ? await this.inbox.get(id) : row;
    return {
      id,
      referral: await this.view(now, opened, messages),
      packages: opened.map((sealed) => sealedPackageView(row, orgId, sealed)),
    };
  }

  /** A line that says when it is over: the referral, or the reader's session. */
  async follow(id: string): Promise<Readable> {
    const line = this.lines.lay(id, currentActor().sessionId ?? '');
    try {
      assertInboxAction(await this.inbox.get(id), 'open');
      return line;
    } catch (error) {
      line.destroy();
      throw error;
    }
  }

  /** What has ended since, whoever has written that down or not, is gone like anything else that is not theirs. */
  private async assertStillConsented(
    { clientId, partnerId: recipient, purpose: lentFor }: InboxRow,
    lent: readonly LivePackage[],
  ): Promise<void> {
    const purpose = lentFor as ConsentPurpose;
    try {
      await Promise.all(lent.map(({ scope }) => this.grants.forRecipient({ clientId, purpose, recipient, scope })));
    } catch (error) {
      throw error instanceof RuleBroken ? notFound() : error;
    }
  }

  private ownMessages(row: InboxRow): Promise<ReferralMessage[]> {
    return this.messages.of(row, 'PARTNER');
  }

  private async view(row: InboxRow, packages: readonly LivePackage[], messages: readonly ReferralMessage[]): Promise<InboxReferralView> {
    return inboxReferralView(row, packages, messages, await this.staff.names(messages.map(({ byId }) => byId)));
  }
}
