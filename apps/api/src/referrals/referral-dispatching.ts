import { Injectable } from '@nestjs/common';
import { RuleBroken } from '@panah/domain/process/process';
import { ackDue, responseDue } from '@panah/domain/referrals/referral.rules';
import type { ReachedCase } from '../cases/case.records';
import { CaseTransfers } from '../cases/case-transfer.records';
import { Grants } from '../consents/grants.records';
import { PartnerRecords } from '../partners/partner.records';
import { currentActor } from '../platform/access/current-reach';
import { StaffRecords } from '../staff/staff.records';
import type { OpenReferral, Referral } from './referral.entity';
import { ReferralRecords } from './referral.records';

/** A referral leaves: its clock begins, and a case that is offered waits for the answer. */
@Injectable()
export class ReferralDispatching {
  constructor(
    private readonly referrals: ReferralRecords,
    private readonly cases: CaseTransfers,
    private readonly partners: PartnerRecords,
    private readonly grants: Grants,
    private readonly staff: StaffRecords,
  ) {}

  /** Model 3.1: a case goes to another country only where the person agreed to that too. @throws RuleBroken `border-consent-missing` */
  async assertAcrossBorders({ row, secrets }: OpenReferral, { country }: ReachedCase): Promise<void> {
    if (row.kind !== 'TRANSFER') return;
    const partner = await this.partners.get(row.partnerId);
    if (partner.row.country === country) return;
    const abroad = { clientId: row.clientId, purpose: 'C20_CROSS_BORDER', recipient: row.partnerId, scope: secrets.items } as const;
    try {
      await this.grants.forRecipient(abroad);
    } catch (error) {
      throw error instanceof RuleBroken ? new RuleBroken('border-consent-missing', { purpose: abroad.purpose }) : error;
    }
  }

  async sent(
    held: OpenReferral,
    { calledAt, expiresAt, consentId }: Pick<Referral, 'calledAt' | 'consentId'> & { expiresAt: Date },
  ): Promise<void> {
    const { urgency, officeId, kind, caseId } = held.row;
    const now = Date.now();
    const calendar = await this.staff.officeOf(officeId);
    const clock = { ackDue: new Date(ackDue(urgency, now, calendar)), responseDue: new Date(responseDue(urgency, now, [], now)) };
    const change = { consentId, sentBy: currentActor().staffId, sentAt: new Date(now), calledAt, expiresAt, ...clock };
    await this.referrals.move(held, { event: 'send', change });
    if (kind === 'TRANSFER') await this.cases.offer(caseId);
  }
}
