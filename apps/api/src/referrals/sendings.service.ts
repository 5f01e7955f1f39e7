import { Injectable } from '@nestjs/common';
import type { ReferralDispatchInput } from '@panah/contracts/referrals.contract';
import type { ReferralPreviewView, ReferralView } from '@panah/contracts/referral-views.contract';
import type { Word } from '@panah/domain/access/access-table';
import { move, RuleBroken } from '@panah/domain/process/process';
import { referralProcess } from '@panah/domain/referrals/referral.process';
import type { ReachedCase } from '../cases/case.records';
import { currentActor } from '../platform/access/current-reach';
import { assertSame, previewOf } from './package-preview';
import { assertOpenCase } from './services-open';
import { isUnsent } from './referral-actions';
import { ReferralApproving } from './referral-approving';
import { ReferralChoosing } from './referral-choosing';
import { ReferralDispatching } from './referral-dispatching';
import { ReferralGrants } from './referral-grants';
import { ReferralPackages } from './referral-packages';
import type { OpenReferral } from './referral.entity';
import { ReferralRecords } from './referral.records';
import { ReferralsService } from './referrals.service';

const A_MINUTE = 60_000;
/** As long as an emergency may wait for its answer: a call of before that was about something else. */
const A_CALL_LASTS = 24 * 60 * A_MINUTE;

/** The first package: shown byte for byte, and sent as it was shown. */
@Injectable()
export class SendingsService {
  constructor(
    private readonly referrals: ReferralRecords,
    private readonly service: ReferralsService,
    private readonly choosing: ReferralChoosing,
    private readonly approving: ReferralApproving,
    private readonly packages: ReferralPackages,
    private readonly grants: ReferralGrants,
    private readonly dispatching: ReferralDispatching,
  ) {}

  /** What would be sent now. Nothing of it is kept; whoever agreed to something that is another now is asked anew by this. */
  async preview(id: string): Promise<ReferralPreviewView> {
    const referral = await this.referrals.get(id, 'referral:preview');
    const file = await this.service.opened(referral, 'referral:preview');
    const { row, secrets } = referral;
    if (!isUnsent(row.state)) throw new RuleBroken('not-open', { state: row.state, action: 'preview', open: [] });
    await this.approving.ask(referral, await this.choosing.restricted(file, secrets, row.service), file);
    await this.choosing.countReveal(secrets);
    return previewOf(id, secrets.items, await this.packages.compose(referral, secrets, file));
  }

  /** R-CO-01: between the preview and this, the consent may have gone; it is asked for again now, and before anything else is held. */
  async send(id: string, input: ReferralDispatchInput): Promise<ReferralView> {
    return this.dispatch(id, input, 'referral:send');
  }

  /** A coordinator offers the case itself (model 3.1): what is sent is sent as ever, and the case waits for the partner's answer. */
  async offer(id: string, input: ReferralDispatchInput): Promise<ReferralView> {
    return this.dispatch(id, input, 'case:offer_transfer');
  }

  private async dispatch(id: string, { hash, calledAt }: ReferralDispatchInput, word: Word): Promise<ReferralView> {
    const before = await this.referrals.get(id, word);
    const file = await this.service.opened(before, word);
    assertOpenCase(file, 'send');
    assertWhoSends(before, file, word);
    const called = assertMaySend(before, calledAt ?? null);
    const { partnerId, service } = before.row;
    await this.choosing.assertReceives(partnerId, service);
    const restricted = await this.choosing.restricted(file, before.secrets, service);
    await this.choosing.assertGuardianSaid(file, before.secrets);
    const grant = await this.grants.grantFor(before.row, before.secrets);
    await this.dispatching.assertAcrossBorders(before, file);
    const held = await this.referrals.hold(id, word);
    assertUntouched(before, held);
    const composed = await this.packages.compose(held, held.secrets, file);
    assertSame(composed, hash);
    await this.approving.assertAgreed(held, restricted, composed.pieces);
    await this.dispatching.sent(held, { calledAt: called, expiresAt: composed.until, consentId: grant.restsOn.consentId });
    await this.packages.seal(grant, held.row, composed, currentActor().staffId);
    return this.service.read(id);
  }
}

/** A case is offered by a coordinator, while its plan is in force; a referral is sent by who works with the person. @throws RuleBroken `coordinator-offers`, `not-open` */
function assertWhoSends({ row: { kind, state } }: OpenReferral, file: ReachedCase, word: Word): void {
  if (kind === 'TRANSFER' && word === 'referral:send') throw new RuleBroken('coordinator-offers');
  if (word === 'case:offer_transfer' && (kind !== 'TRANSFER' || file.state !== 'ACTIVE'))
    throw new RuleBroken('not-open', { state, action: 'offer', open: [] });
}

/** R-RE-02: an emergency is also told by telephone. Gives the moment of the call. */
function assertMaySend({ row: { state, urgency } }: OpenReferral, calledAt: string | null): Date | null {
  move(referralProcess, state, 'send');
  const called = calledAt === null ? null : new Date(calledAt);
  if (urgency === 'EMERGENCY' && called === null) throw new RuleBroken('call-missing', {}, { calledAt: ['missing'] });
  if (called && called.getTime() > Date.now() + A_MINUTE) throw new RuleBroken('call-missing', {}, { calledAt: ['future'] });
  if (called && called.getTime() < Date.now() - A_CALL_LASTS) throw new RuleBroken('call-missing', {}, { calledAt: ['too-old'] });
  return called;
}

/** What was looked at before it was held is what is sent. */
function assertUntouched(before: OpenReferral, held: OpenReferral): void {
  move(referralProcess, held.row.state, 'send');
  if (before.row.version !== held.row.version)
    throw new RuleBroken('not-open', { state: held.row.state, action: 'send', open: ['preview'] });
}
