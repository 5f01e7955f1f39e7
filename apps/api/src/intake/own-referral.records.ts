import { Injectable } from '@nestjs/common';
import { currentActor } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';

const OFFICES = { name: 'own-referral.offices', text: 'select id, name from office where org_id = $1 order by name, id' };
const TELL = { name: 'own-referral.tell', text: 'select app.tell_office($1) as open' };
const PARTNER_OF = {
  name: 'own-referral.partner-of',
  text: 'select p.name from staff_member s join partner p on p.id = s.partner_id where s.id = $1 and s.org_id = $2',
};

/** Where partners may refer somebody to, and leave to do so. */
@Injectable()
export class OwnReferralRecords {
  offices(): Promise<{ id: string; name: string }[]> {
    return currentWork().rows<{ id: string; name: string }>(OFFICES, [currentActor().orgId]);
  }

  /** From here on the transaction may lay an enquiry in this office; false for an office that is not ours, or a partner that is not active. */
  async tell(officeId: string): Promise<boolean> {
    return (await currentWork().row<{ open: boolean }>(TELL, [officeId]))?.open ?? false;
  }

  /** The partner for which somebody signs in who took an enquiry down; null for our own people. */
  async partnerOf(staffId: string | null): Promise<string | null> {
    return (await currentWork().row<{ name: string }>(PARTNER_OF, [staffId, currentActor().orgId]))?.name ?? null;
  }
}
