import { Injectable } from '@nestjs/common';
import type { StandingConsent } from '@panah/domain/consents/consent.rules';
import type { PartnerKeyState } from '@panah/domain/partners/partner-key.process';
import type { Agreement } from '@panah/domain/partners/partner.rules';
import type { NameFacts } from '@panah/domain/referrals/name.rules';
import type { ReachedCase } from '../cases/case.records';
import type { Partner } from '../partners/partner.entity';
import { mayOn } from '../platform/access/may-on';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';
import { ReferralChoosing } from './referral-choosing';
import type { OpenReferral } from './referral.entity';

interface Standing extends Agreement, Pick<Partner, 'state' | 'services'>, Record<string, unknown> {
  keyId: string | null;
  keyState: PartnerKeyState | null;
  told: NameFacts['told'];
}

const STANDING = {
  name: 'name.standing',
  text: `select p.state, p.services, p.agreement_signed_on as "agreementSignedOn", p.agreement_valid_to as "agreementValidTo", p.transfer_mechanism as "transferMechanism",
                p.security_checked_on as "securityCheckedOn", k.id as "keyId", k.state as "keyState",
                (select coalesce(jsonb_agg(jsonb_build_object('keyId', n.key_id, 'scope', n.scope)), '[]') from referral_package n
                  where n.referral_id = $3 and n.ended_at is null and n.expires_at > now() and n.manifest -> 'kinds' ? 'NAME') as told
           from partner p left join lateral (select id, state from partner_key where org_id = p.org_id and partner_id = p.id order by registered_at desc, id desc limit 1) k on true
          where p.id = $1 and p.org_id = $2`,
};

/** What decides whether the name goes once more, as it stands now, in one round trip. The caller has the referral in reach. */
@Injectable()
export class NameFactsRecords {
  constructor(private readonly choosing: ReferralChoosing) {}

  async of({ row }: OpenReferral, file: ReachedCase, consent: StandingConsent | null): Promise<NameFacts> {
    const standing = await currentWork().row<Standing>(STANDING, [row.partnerId, row.orgId, row.id]);
    if (!standing) throw notFound();
    const { keyId, keyState, told } = standing;
    return {
      state: row.state,
      takenOverAt: row.takenOverAt,
      caseState: file.state,
      isRead: mayOn('client:read', file),
      consented: consent && consent.scope,
      partnerGaps: this.choosing.gapsOf(standing, row.service, 'CONFIRMED'),
      key: keyId && keyState ? { id: keyId, state: keyState } : null,
      told,
    };
  }
}
