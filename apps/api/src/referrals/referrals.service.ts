import { Injectable } from '@nestjs/common';
import type { NewReferralInput, ReferralInput } from '@panah/contracts/referrals.contract';
import type { CaseReferralsView, DisclosedPackagesView, ReferralView } from '@panah/contracts/referral-views.contract';
import type { Word } from '@panah/domain/access/access-table';
import { RuleBroken } from '@panah/domain/process/process';
import { CaseRecords, type ReachedCase } from '../cases/case.records';
import { notFound } from '../platform/errors/problem';
import { HandoverProgress } from './handover-progress';
import { isUnsent } from './referral-actions';
import { ReferralApproving } from './referral-approving';
import { ReferralChoosing } from './referral-choosing';
import { ReferralReadying } from './referral-readying';
import { plainOf, secretsOf } from './referral-input';
import type { OpenReferral } from './referral.entity';
import { ReferralRecords } from './referral.records';
import { ReferralViews } from './referral-views';
import { assertOpenCase, servicesOpenOn } from './services-open';

/** A referral until it is sent: what is chosen, and on whose word. */
@Injectable()
export class ReferralsService {
  constructor(
    private readonly referrals: ReferralRecords,
    private readonly cases: CaseRecords,
    private readonly choosing: ReferralChoosing,
    private readonly readying: ReferralReadying,
    private readonly approving: ReferralApproving,
    private readonly views: ReferralViews,
    private readonly progress: HandoverProgress,
  ) {}

  async list(caseId: string): Promise<CaseReferralsView> {
    const file = await this.cases.reachable(caseId, 'referral:list');
    return this.views.list(file, await this.referrals.ofCase(caseId));
  }

  async disclosed(caseId: string): Promise<DisclosedPackagesView> {
    return this.views.disclosed(await this.cases.reachable(caseId, 'referral:list'));
  }

  async read(id: string): Promise<ReferralView> {
    const referral = await this.referrals.get(id, 'referral:read');
    const file = await this.opened(referral, 'referral:read');
    return { ...(await this.views.one(file, referral)), handover: await this.progress.of(file, referral) };
  }

  /** Ready at once where a consent at hand covers it, or is given here; otherwise a draft. */
  async create(caseId: string, input: NewReferralInput): Promise<ReferralView> {
    const file = await this.cases.reachable(caseId, 'referral:create');
    assertOpenCase(file, 'create');
    this.choosing.assertTheirs(file, input.service);
    await this.choosing.assertKnown(input.partnerId);
    const secrets = secretsOf(input);
    const restricted = await this.choosing.restricted(file, secrets, input.service);
    await this.choosing.assertGuardianSaid(file, secrets);
    const id = await this.referrals.add(file, plainOf(input), secrets);
    await this.approving.ask(await this.referrals.known(id), restricted, file);
    if (input.consent) await this.readying.onNewWord(id, file, input.consent);
    else await this.readying.onWordAtHand(id);
    return this.read(id);
  }

  /** While nothing is sent. One that is ready stays so only on a consent that covers what is chosen now. */
  async edit(id: string, version: number, input: ReferralInput): Promise<ReferralView> {
    const file = await this.opened(await this.referrals.get(id, 'referral:edit'), 'referral:edit');
    this.choosing.assertTheirs(file, input.service);
    await this.choosing.assertKnown(input.partnerId);
    const [plain, secrets] = [plainOf(input), secretsOf(input)];
    const restricted = await this.choosing.restricted(file, secrets, input.service);
    await this.choosing.assertGuardianSaid(file, secrets);
    const consentId = await this.readying.carrierOfEdit(id, plain, secrets);
    const held = await this.referrals.hold(id, 'referral:edit');
    const { state } = held.row;
    if (!isUnsent(state)) throw new RuleBroken('not-open', { state, action: 'edit', open: [] });
    await this.referrals.edit(held, version, plain, secrets, consentId);
    await this.approving.ask(await this.referrals.known(id), restricted, file);
    return this.read(id);
  }

  async cancel(id: string, reason: string): Promise<ReferralView> {
    const held = await this.referrals.hold(id, 'referral:cancel');
    await this.opened(held, 'referral:cancel');
    await this.referrals.move(held, { event: 'cancel', note: reason, change: { endedAt: new Date(), endReason: 'CANCELLED' } });
    await this.readying.settle(id);
    return this.read(id);
  }

  /** The case through which the reader works with a referral. Throws `not-found` where its service is another's (model 5.1, class 30). */
  async opened({ row }: OpenReferral, word: Word): Promise<ReachedCase> {
    const file = await this.cases.reachable(row.caseId, word);
    if (!servicesOpenOn(file, word).includes(row.service)) throw notFound();
    return file;
  }
}
