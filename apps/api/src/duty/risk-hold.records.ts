import { Injectable } from '@nestjs/common';
import { currentWork } from '../platform/database/current-work';

const RECKON = { name: 'client.reckon-outgoing-hold', text: 'select app.reckon_outgoing_hold($1)' };
const HELD = { name: 'client.outgoing-held', text: 'select outgoing_held_at is not null as held from client where id = $1' };

/** Whether anything may be sent to a client now (model 3.13): not while risk is imminent or a word of duress stands. */
@Injectable()
export class RiskHoldRecords {
  /** In the transaction of what changes it. The caller has checked the reach to the client. */
  async reckon(clientId: string): Promise<void> {
    await currentWork().rows(RECKON, [clientId]);
  }

  /** For whatever sends: held is held, and says nothing about why. */
  async isHeld(clientId: string): Promise<boolean> {
    return (await currentWork().row<{ held: boolean }>(HELD, [clientId]))?.held ?? true;
  }
}
