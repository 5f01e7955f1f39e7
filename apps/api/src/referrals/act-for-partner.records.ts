import { Injectable } from '@nestjs/common';
import { currentWork } from '../platform/database/current-work';

const BEGIN = { name: 'referral.act-for-partner', text: 'select app.act_for_partner($1)' };

/** From here on the transaction acts for every office that has sent something to a partner with whom the work ends; nothing of it is shown. */
@Injectable()
export class ActForPartner {
  async begin(partnerId: string): Promise<void> {
    await currentWork().rows(BEGIN, [partnerId]);
  }
}
