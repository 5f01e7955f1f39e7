import { Injectable } from '@nestjs/common';
import type { ReferralConsentInput } from '@panah/contracts/referrals.contract';
import { isSpokenFor } from '@panah/domain/consents/consent.rules';
import { RuleBroken } from '@panah/domain/process/process';
import { assertGuardianSaid } from '@panah/domain/referrals/item.rules';
import { CaseRecords, type ReachedCase } from '../cases/case.records';
import { ConsentForAct } from '../consents/consent-for-act.records';
import type { Grant } from '../consents/grants.records';
import { TaskRecords } from '../tasks/task.records';
import { ReferralChoosing } from './referral-choosing';
import { ReferralGrants } from './referral-grants';
import type { OpenReferral, ReferralPlain, Told } from './referral.entity';
import { ReferralRecords } from './referral.records';

/** On whose word a referral becomes ready. A consent is asked for before the referral is held, as everywhere. */
@Injectable()
export class ReferralReadying {
  constructor(
    private readonly referrals: ReferralRecords,
    private readonly choosing: ReferralChoosing,
    private readonly grants: ReferralGrants,
    private readonly given: ConsentForAct,
    private readonly tasks: TaskRecords,
    private readonly cases: CaseRecords,
  ) {}

  /** The person said yes just now, to this partner and these items. */
  async onNewWord(id: string, file: ReachedCase, consent: ReferralConsentInput): Promise<void> {
    const { row, secrets } = await this.referrals.known(id);
    await this.choosing.assertReceives(row.partnerId, row.service);
    const scope = consent.scope ?? secrets.items;
    const missing = secrets.items.filter((item) => !scope.includes(item));
    if (missing.length) throw new RuleBroken('consent-missing', { purpose: row.purpose, missing: ['scope'] }, { scope: missing });
    assertGuardianSaid(secrets.items, secrets.words.guardian ?? null, isSpokenFor(consent));
    const recipients = [{ kind: 'PARTNER', partnerId: row.partnerId }];
    await this.ready(id, await this.given.given(file, { ...consent, purpose: row.purpose, decision: 'GIVEN', recipients, scope }));
  }

  /** @throws RuleBroken `consent-missing`, `partner-may-not-receive`, `guardian-unsaid` */
  async onWord(id: string): Promise<void> {
    const { row, secrets } = await this.referrals.known(id);
    await this.choosing.assertReceives(row.partnerId, row.service);
    await this.ready(id, await this.grants.grantFor(row, secrets));
  }

  /** As `onWord`; without a word that covers it the draft stays one. */
  async onWordAtHand(id: string): Promise<void> {
    try {
      await this.onWord(id);
    } catch (error) {
      if (!(error instanceof RuleBroken) || !['consent-missing', 'partner-may-not-receive'].includes(error.code)) throw error;
    }
  }

  /** Somebody has to ask the client; what would be sent is shown with it. */
  async ask(held: OpenReferral): Promise<void> {
    const { id, caseId, clientId, partnerId, service } = held.row;
    await this.choosing.assertReceives(partnerId, service);
    await this.referrals.move(held, { event: 'request_consent' });
    const dueOn = await this.cases.todayOn(caseId);
    await this.tasks.raise({ kind: 'REFERRAL_CONSENT', caseId, clientId, dueOn, recordId: id });
  }

  /** The consent on which an edited referral goes on; null for one that is not ready. @throws RuleBroken `consent-missing`, `guardian-unsaid` */
  async carrierOfEdit(id: string, plain: ReferralPlain, told: Told): Promise<string | null> {
    const { row } = await this.referrals.known(id);
    if (row.state !== 'READY') return null;
    await this.choosing.assertReceives(plain.partnerId, plain.service);
    return (await this.grants.grantFor({ ...row, ...plain }, told)).restsOn.consentId;
  }

  /** Nobody has to do anything about it any more. */
  async settle(...ids: readonly string[]): Promise<void> {
    for (const kind of ['REFERRAL_CONSENT', 'REFERRAL_APPROVAL'] as const) await this.tasks.settle(kind, ...ids);
  }

  private async ready(id: string, grant: Grant): Promise<void> {
    const held = await this.referrals.holdKnown(id);
    const event = held.row.state === 'AWAITING_CONSENT' ? 'consent_given' : 'ready';
    await this.referrals.move(held, { event, change: { consentId: grant.restsOn.consentId } });
    await this.tasks.settle('REFERRAL_CONSENT', id);
  }
}
