import { Injectable } from '@nestjs/common';
import type { LinkRequestInput, MinorSafeguardInput } from '@panah/contracts/family-steps.contract';
import { assertMayResume } from '@panah/domain/family/pause.rules';
import { assertVerified } from '@panah/domain/family/verification.rules';
import { RuleBroken } from '@panah/domain/process/process';
import type { LinkSide, RelatedPersonContext } from '@panah/domain/vocabulary/family';
import { currentActor } from '../platform/access/current-reach';
import type { LinkChange } from './link.entity';
import { LinkRecords } from './link.records';
import { LinkTaking, NOTHING_ASKED } from './link-taking';

/** Stopping both sides, asking a coordinator, and going on (R-FL-11, R-FL-15). */
@Injectable()
export class PausingService {
  constructor(
    private readonly taking: LinkTaking,
    private readonly links: LinkRecords,
  ) {}

  async pause(id: string, version: number, note: string): Promise<void> {
    const { held } = await this.taking.hold(id, 'family-link:pause', version, 'pause');
    await this.links.move(held, { event: 'pause', note, change: { stateBefore: held.row.state, pauseReason: 'OFFICER' } });
  }

  /** Going on after a pause, or one step for somebody who may not be of age, is a coordinator's to allow. */
  async ask(id: string, version: number, { what, reason }: LinkRequestInput): Promise<void> {
    const { held } = await this.taking.hold(id, 'family-link:ask', version);
    const { row } = held;
    const minors = await this.taking.minorsOf(held, await this.taking.peopleOf(held));
    const sensible = what === 'resume' ? row.state === 'PAUSED' : minors.length > 0 && !['PAUSED', 'CLOSED'].includes(row.state);
    if (!sensible) throw new RuleBroken('nothing-to-ask', { state: row.state }, { what: ['not-needed'] });
    const change: LinkChange = {
      ...NOTHING_ASKED,
      ...{ asked: what, askedBy: currentActor().staffId, askedAt: new Date() },
      ...{ clientMinor: minors.includes('CLIENT'), relativeMinor: minors.includes('RELATIVE') },
    };
    await this.links.keep(held, { action: 'ask', change, secrets: { askedReason: reason } });
  }

  /** Goes back to where it was, never further; what had lapsed is assessed and approved anew. */
  async resume(id: string, version: number): Promise<void> {
    const { held, grounds } = await this.taking.hold(id, 'family-link:resume', version);
    const { row } = held;
    const { wish, relative } = await this.taking.peopleOf(held);
    const wished = wish !== null && wish.row.face !== 'ENDED';
    const allowed = row.asked === 'resume' && row.allowedAt !== null;
    const event = assertMayResume({ before: row.stateBefore, grounds, allowed, wished });
    const further = event === 'resume_verified' || event === 'resume_consented';
    if (further) assertVerified(row.verification, (relative?.row.context ?? 'UNKNOWN') as RelatedPersonContext);
    const assessedAnew = event === 'resume_verified' ? { approachBy: null, approachAt: null } : {};
    const change = { ...NOTHING_ASKED, ...assessedAnew, stateBefore: null, pauseReason: null, coolingUntil: null };
    await this.links.move(held, { event, change });
  }

  /** R-FL-15: who cares for them, what is best for them, and what they say themself. */
  async safeguard(id: string, version: number, { side, ...safeguard }: MinorSafeguardInput): Promise<void> {
    const { held } = await this.taking.hold(id, 'family-link:safeguard', version);
    if (held.row.state === 'CLOSED') throw new RuleBroken('not-open', { state: held.row.state, action: 'safeguard', open: [] });
    const safeguards = { ...held.secrets.safeguards, [side as LinkSide]: safeguard };
    await this.links.keep(held, { action: 'safeguard', secrets: { safeguards } });
  }
}
