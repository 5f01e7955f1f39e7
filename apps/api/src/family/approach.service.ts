import { Injectable } from '@nestjs/common';
import type { ApproachInput, ApproachRiskInput, HearingInput } from '@panah/contracts/family-steps.contract';
import { assertApproved, assertHeard, assertNoticeGiven, assertSilent, spokeFreely } from '@panah/domain/family/approach.rules';
import { eraseAfter } from '@panah/domain/family/closing.rules';
import { familyLinkProcess } from '@panah/domain/family/family-link.process';
import { assertBothConsented, assertYes } from '@panah/domain/family/grounds';

import { actionsFrom, move, RuleBroken } from '@panah/domain/process/process';
import { dayAt } from '@panah/domain/staff/office-calendar';
import type { DuressCheck, LinkPauseReason } from '@panah/domain/vocabulary/family';
import { currentActor } from '../platform/access/current-reach';
import { HearingRecords } from './hearing.records';
import { LinkDays } from './link-days';
import type { LinkChange, OpenLink, OpenRelatedPerson } from './link.entity';
import { LinkPartRecords } from './link-parts.records';
import { LinkRecords } from './link.records';
import { LinkTaking } from './link-taking';
import { NeverAgain } from './never-again.records';
import { RelativeRecords } from './relative.records';

/** From a note of the risks to both sides until the relative has said something, or nothing (R-FL-06, R-FL-07, R-FL-17). */
@Injectable()
export class ApproachService {
  constructor(
    private readonly taking: LinkTaking,
    private readonly links: LinkRecords,
    private readonly parts: LinkPartRecords,
    private readonly hearings: HearingRecords,
    private readonly relatives: RelativeRecords,
    private readonly neverAgain: NeverAgain,
    private readonly days: LinkDays,
  ) {}

  /** R-FL-06: of both sides. Where the relative is in acute danger the link waits. */
  async assess(id: string, version: number, { relativeLevel, ...secrets }: ApproachRiskInput): Promise<void> {
    const { held } = await this.taking.hold(id, 'family-link:assess-approach', version, 'approve_approach');
    await this.assertMayAsk(held);
    const change: LinkChange = { relativeLevel, approachBy: currentActor().staffId, approachAt: new Date(), ...(await this.minors(held)) };
    if (relativeLevel === 'IMMINENT') await this.pause({ held, secrets, change, reason: 'RELATIVE_RISK' });
    else await this.links.keep(held, { action: 'assess-approach', change, secrets });
  }

  /** R-FL-07: whoever was not reached, not alone or not free to speak has said nothing, and nothing follows. */
  async approach(id: string, version: number, input: ApproachInput): Promise<void> {
    const { held, grounds, used } = await this.taking.holdGuarded(id, 'family-link:approach', version, 'approach');
    const again = held.row.state === 'AWAITING_RELATIVE';
    if (!again) move(familyLinkProcess, held.row.state, 'approach');
    assertApproved(held.row.approvedAt?.getTime() ?? null, Date.now());
    assertYes(grounds, 'CLIENT', 'C08_TRACING');
    assertYes(grounds, 'CLIENT', 'C09_DISCLOSE_REL');
    const heard = await this.heard(held, { ...input, side: 'RELATIVE' });
    const relative = await this.assertMayAsk(held);
    const free = spokeFreely(heard);
    if (free) assertNoticeGiven(input.noticeGiven);
    const approaches = held.row.approaches + 1;
    await this.hearings.add(held.row, heard, approaches);
    if (free) await this.relatives.change(relative, { legalBasis: input.legalBasis, noticedAt: new Date() });
    const change = { ...used, approaches, approachedAt: new Date() };
    if (free && !again) await this.links.move(held, { event: 'approach', change, secrets: { noticeGiven: true } });
    else await this.links.keep(held, { action: again ? 'approach_again' : 'approach_unable', change: again ? change : { approaches } });
  }

  /** Heard otherwise than at an approach. Who may be under pressure stops what is under way (model 3.13). */
  async hear(id: string, version: number, input: HearingInput): Promise<void> {
    const { held } = await this.taking.hold(id, 'family-link:hear', version);
    const heard = await this.heard(held, input);
    await this.hearings.add(held.row, heard);
    const stops = heard.duress === 'DOUBT' && actionsFrom(familyLinkProcess, held.row.state).includes('pause');
    if (stops) await this.pause({ held, reason: heard.side === 'CLIENT' ? 'CLIENT_RISK' : 'RELATIVE_RISK' });
    else await this.links.keep(held, { action: 'hear' });
  }

  async agree(id: string, version: number): Promise<void> {
    const { held, grounds, used } = await this.taking.holdGuarded(
      id,
      'family-link:relative_consents',
      version,
      'relative_consents',
      'relative_consents',
    );
    assertHeard((await this.parts.hearingsOf(id)).find(({ side }) => side === 'RELATIVE') ?? null);
    assertBothConsented(grounds);
    await this.links.move(held, { event: 'relative_consents', change: used });
  }

  /** What is kept of them is the least at once, and goes after thirty days. */
  async decline(id: string, version: number, neverAgain: boolean): Promise<void> {
    const { held } = await this.taking.hold(id, 'family-link:relative_declines', version, 'relative_declines');
    const relative = await this.foundOf(held);
    const { wish } = await this.taking.peopleOf(held);
    const today = await this.days.today(held.row.officeId);
    await this.relatives.change(relative, { eraseAfter: eraseAfter(today), secrets: { contactPoints: [], riskNote: null } });
    if (neverAgain) await this.neverAgain.keep(relative, wish?.secrets.relative ?? null);
    await this.links.move(held, { event: 'relative_declines', change: { outcome: 'RELATIVE_DECLINED', closedAt: new Date() } });
  }

  async hearNothing(id: string, version: number): Promise<void> {
    const { held } = await this.taking.hold(id, 'family-link:no_reply', version, 'no_reply');
    assertSilent(await this.hearings.approachesSince(id, held.row.approvedAt ?? held.row.lastStepAt));
    const relative = await this.foundOf(held);
    await this.relatives.change(relative, { eraseAfter: eraseAfter(await this.days.today(held.row.officeId)) });
    await this.links.move(held, { event: 'no_reply', change: { outcome: 'NOT_FOUND', closedAt: new Date() } });
  }

  private async heard({ row }: OpenLink, { side, on, spokenDirectly, alone, duress }: HearingInput) {
    const today = await this.days.assertCome(row.officeId, on);
    const approved = row.approvedAt && dayAt(row.approvedAt.toISOString(), await this.days.zone(row.officeId));
    if (approved && side === 'RELATIVE' && on < approved)
      throw new RuleBroken('day-before-approval', { approved, today }, { on: ['too-early'] });
    return { side, on, spokenDirectly, alone, duress: duress as DuressCheck };
  }

  private async assertMayAsk(held: OpenLink): Promise<OpenRelatedPerson> {
    const relative = await this.foundOf(held);
    const { wish } = await this.taking.peopleOf(held);
    await this.neverAgain.assertMayAsk(relative, wish?.secrets.relative ?? null);
    return relative;
  }

  private async minors(held: OpenLink): Promise<LinkChange> {
    const minors = await this.taking.minorsOf(held, await this.taking.peopleOf(held));
    return { clientMinor: minors.includes('CLIENT'), relativeMinor: minors.includes('RELATIVE') };
  }

  private async pause({
    held,
    reason,
    change,
    secrets,
  }: {
    held: OpenLink;
    reason: LinkPauseReason;
    change?: LinkChange;
    secrets?: OpenLink['secrets'];
  }): Promise<void> {
    await this.links.move(held, { event: 'pause', secrets, change: { ...change, stateBefore: held.row.state, pauseReason: reason } });
  }

  private async foundOf({ row }: OpenLink): Promise<OpenRelatedPerson> {
    const relative = await this.relatives.hold(row);
    if (!relative) throw new RuleBroken('nobody-found', { state: row.state });
    return relative;
  }
}
