import { Injectable } from '@nestjs/common';
import { faultsOfTitle } from '@panah/domain/titles/neutral-title';
import { documentType } from '@panah/domain/vocabulary/documents';
import { ClientRecords } from '../clients/client.records';
import { invalid } from '../platform/errors/problem';
import { isHurtful } from '../platform/hurtful-words';

/** R-CA-11: a title may be read over a shoulder. */
@Injectable()
export class NeutralTitles {
  constructor(private readonly clients: ClientRecords) {}

  /** Throws 422 beside the field `title`. The caller has checked that the client is in reach. */
  async check(clientId: string, title: string): Promise<void> {
    if (isOwnLabel(title)) return;
    const faults = faultsOfTitle(title, await this.clients.namesAsWritten(clientId), isHurtful);
    if (faults.length) throw invalid({ title: faults });
  }
}

/** What the list of types calls a document is neutral, whoever's name sounds like it. */
function isOwnLabel(title: string): boolean {
  return documentType.codes.some((type) => [documentType.label(type, 'en'), documentType.label(type, 'fa')].includes(title.trim()));
}
