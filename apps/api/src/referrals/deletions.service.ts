import { Injectable } from '@nestjs/common';
import type { DeletionHeardInput } from '@panah/contracts/referrals.contract';
import { RuleBroken } from '@panah/domain/process/process';
import { assertDeletionHeard, assertHeardBy, isOverBy } from '@panah/domain/referrals/deletion.rules';
import { dayOf, today } from '../platform/access/today';
import { DeletionRecords, type GivenRow } from './deletion.records';
import { ReferralMessages } from './referral-message.records';

/** What a partner deleted, as it said on the telephone: while the work with it rests its people do not sign in to say so (R-RE-10, walls.md 3.3). */
@Injectable()
export class DeletionsService {
  constructor(
    private readonly deletions: DeletionRecords,
    private readonly messages: ReferralMessages,
  ) {}

  async hear(id: string, input: DeletionHeardInput): Promise<void> {
    const row = await this.deletions.hold(id);
    assertDeletionHeard(row, { on: input.on, endedOn: endOf(row), today: today() });
    await this.keep([row], input);
  }

  /** One call about all that was over by then. @throws RuleBroken `deletion-day`; `not-open` where nothing was left to say */
  async hearAll(partnerId: string, input: DeletionHeardInput): Promise<void> {
    assertHeardBy(input.on, today());
    const rows = (await this.deletions.holdAt(partnerId)).filter((row) => isOverBy(input.on, endOf(row)));
    if (!rows.length) throw new RuleBroken('not-open', { action: 'hear-deletion', open: [] });
    await this.keep(rows, input);
  }

  /** The words lie sealed with those of both sides; who heard them and when stands on the referral. */
  private async keep(rows: readonly GivenRow[], { who, on, what }: DeletionHeardInput): Promise<void> {
    await this.deletions.heard(rows, on);
    for (const row of rows) await this.messages.write(row, 'DELETION', what, who.trim()); // each under its client's key
  }
}

const endOf = ({ endedAt }: GivenRow): string => dayOf(endedAt ?? new Date());
