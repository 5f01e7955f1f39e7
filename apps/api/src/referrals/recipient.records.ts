import { Injectable } from '@nestjs/common';
import type { Agreement } from '@panah/domain/partners/partner.rules';
import type { PartnerStatus } from '@panah/domain/partners/partner.process';
import { currentWork } from '../platform/database/current-work';
import { notFound } from '../platform/errors/problem';

/** A partner as far as a package names it, and as far as R-RE-01 asks. */
export interface Recipient extends Agreement, Record<string, unknown> {
  id: string;
  name: string;
  status: PartnerStatus;
}

const ONE = {
  name: 'recipient.one',
  text: `select id, name, status, agreement_signed_on as "agreementSignedOn", agreement_valid_to as "agreementValidTo",
           transfer_mechanism as "transferMechanism", security_checked_on as "securityCheckedOn" from app.recipient($1)`,
};

/** For whom something is sealed. Reach: the organisation's own people, and of a partner's people their own. */
@Injectable()
export class Recipients {
  /** Throws 404. */
  async of(partnerId: string): Promise<Recipient> {
    const found = await currentWork().row<Recipient>(ONE, [partnerId]);
    if (!found) throw notFound();
    return found;
  }
}
