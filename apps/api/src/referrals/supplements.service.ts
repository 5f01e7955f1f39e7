import { Injectable } from '@nestjs/common';
import type { SupplementDispatchInput, SupplementInput } from '@panah/contracts/referrals.contract';
import type { ReferralPreviewView, ReferralView } from '@panah/contracts/referral-views.contract';
import { RuleBroken } from '@panah/domain/process/process';
import { assertNotHandedOver } from '@panah/domain/referrals/handover.rules';
import { assertGuardianSaid, inOrder } from '@panah/domain/referrals/item.rules';
import { Grants } from '../consents/grants.records';
import { currentActor } from '../platform/access/current-reach';
import { assertSame, previewOf } from './package-preview';
import { assertOpenCase } from './services-open';
import { isLent } from './referral-actions';
import { ReferralApproving } from './referral-approving';
import { ReferralChoosing } from './referral-choosing';
import { wordsOf } from './referral-input';
import { ReferralPackages } from './referral-packages';
import type { OpenReferral, Told } from './referral.entity';
import { ReferralRecords } from './referral.records';
import { ReferralsService } from './referrals.service';

/** What follows the first package: each a package of its own, on what the consent covers at that moment (R-RE-03). */
@Injectable()
export class SupplementsService {
  constructor(
    private readonly referrals: ReferralRecords,
    private readonly service: ReferralsService,
    private readonly choosing: ReferralChoosing,
    private readonly approving: ReferralApproving,
    private readonly packages: ReferralPackages,
    private readonly grants: Grants,
  ) {}

  /** What would be sent now. What is restricted in it is asked of a coordinator by this. */
  async preview(id: string, input: SupplementInput): Promise<ReferralPreviewView> {
    const held = await this.referrals.hold(id, 'referral:supplement');
    const file = await this.service.opened(held, 'referral:supplement');
    assertLent(held, 'supplement');
    const told = toldOf(input, held);
    await this.approving.ask(held, await this.choosing.restricted(file, told, held.row.service), file);
    await this.choosing.countReveal(told);
    return previewOf(id, told.items, await this.packages.compose(held, told, file));
  }

  async send(id: string, { hash, ...input }: SupplementDispatchInput): Promise<ReferralView> {
    const before = await this.referrals.get(id, 'referral:supplement');
    const file = await this.service.opened(before, 'referral:supplement');
    assertOpenCase(file, 'supplement');
    assertLent(before, 'supplement');
    const told = toldOf(input, before);
    await this.choosing.assertReceives(before.row.partnerId, before.row.service);
    const restricted = await this.choosing.restricted(file, told, before.row.service);
    const { clientId, purpose, partnerId } = before.row;
    const grant = await this.grants.forRecipient({ clientId, purpose, recipient: partnerId, scope: told.items });
    const held = await this.referrals.hold(id, 'referral:supplement');
    assertLent(held, 'supplement');
    const composed = await this.packages.compose(held, told, file);
    assertSame(composed, hash);
    await this.approving.assertAgreed(held, restricted, composed.pieces);
    await this.packages.seal(grant, held.row, composed, currentActor().staffId);
    await this.referrals.leaveStep(held, 'supplement');
    return this.service.read(id);
  }
}

function assertLent({ row }: OpenReferral, action: string): void {
  const { state } = row;
  assertNotHandedOver(row, action);
  if (!isLent(state)) throw new RuleBroken('not-open', { state, action, open: [] });
}

/** Words that are not said anew are those that were sent before. @throws RuleBroken `safety-unsaid`, `guardian-unsaid` */
function toldOf({ items, needIds, documentIds, texts }: SupplementInput, { secrets }: OpenReferral): Told {
  const words = texts ? wordsOf(texts) : secrets.words;
  assertGuardianSaid(inOrder(items), words.guardian ?? null, false);
  return { items: inOrder(items), needIds: [...needIds].sort(), documentIds: [...documentIds].sort(), words };
}
