import { Injectable } from '@nestjs/common';
import { RuleBroken } from '@panah/domain/process/process';
import { faultsOfTitle } from '@panah/domain/titles/neutral-title';
import { ClientRecords } from '../clients/client.records';
import { isHurtful } from '../platform/hurtful-words';

/** R-CA-11: titles of tasks and appointments name nobody and judge nobody. */
@Injectable()
export class NeutralTitle {
  constructor(private readonly clients: ClientRecords) {}

  /** The caller has reached the client; `field` is where the words stand. @throws RuleBroken `title-not-neutral` */
  async assert(title: string | undefined, clientId: string, field = 'title'): Promise<void> {
    if (!title) return;
    const faults = faultsOfTitle(title, await this.clients.namesAsWritten(clientId), isHurtful);
    if (faults.length) throw new RuleBroken('title-not-neutral', {}, { [field]: faults });
  }
}
