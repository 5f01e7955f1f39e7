import { Injectable } from '@nestjs/common';
import type { RiskReviewInput } from '@panah/contracts/family-steps.contract';
import { familyLinkProcess } from '@panah/domain/family/family-link.process';
import { actionsFrom, RuleBroken } from '@panah/domain/process/process';
import { LinkRecords } from './link.records';
import { LinkTaking } from './link-taking';

/** What pressure, doubt about who somebody is, or harm asks for (model 3.7, R-FL-18): a new look at the risks of both sides. */
@Injectable()
export class RiskReviewService {
  constructor(
    private readonly taking: LinkTaking,
    private readonly links: LinkRecords,
  ) {}

  /** R-FL-11: where the relative is in acute danger both sides stop in the same act. */
  async review(id: string, version: number, { relativeLevel, ...secrets }: RiskReviewInput): Promise<void> {
    const { held } = await this.taking.hold(id, 'family-link:review-risk', version);
    const { state } = held.row;
    if (state === 'CLOSED') throw new RuleBroken('not-open', { state, action: 'review-risk', open: [] });
    const reviewed = await this.links.keep(held, { action: 'risk_reviewed', change: { relativeLevel }, secrets });
    if (relativeLevel === 'IMMINENT' && actionsFrom(familyLinkProcess, state).includes('pause'))
      await this.links.move(reviewed, { event: 'pause', change: { stateBefore: state, pauseReason: 'RELATIVE_RISK' } });
  }
}
