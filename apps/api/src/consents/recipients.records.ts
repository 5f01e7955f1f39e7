import { Injectable } from '@nestjs/common';
import type { RecipientInput } from '@panah/contracts/consent-scope.contract';
import { recipientKey } from '@panah/domain/consents/recipient-name';
import { RuleBroken } from '@panah/domain/process/process';
import { PartnerRecords } from '../partners/partner.records';
import { currentActor } from '../platform/access/current-reach';
import { Problem } from '../platform/errors/problem';
import { Tokens } from '../platform/sealing/tokens';
import type { Recipient } from './consent.entity';

/** Names for whom something may be told, and the ids by which they are compared. */
@Injectable()
export class Recipients {
  constructor(
    private readonly partners: PartnerRecords,
    private readonly tokens: Tokens,
  ) {}

  /** @throws RuleBroken `consent-incomplete` when nobody is named, or the partner is not known here. */
  async named(inputs: readonly RecipientInput[]): Promise<Recipient[]> {
    const named: Recipient[] = [];
    for (const [at, input] of inputs.entries())
      named.push(input.kind === 'PARTNER' ? await this.partner(input, at) : await this.other(input, at));
    return [...new Map(named.map((each) => [each.id, each])).values()];
  }

  private async partner({ partnerId }: RecipientInput, at: number): Promise<Recipient> {
    if (!partnerId) throw missing(`recipients.${at}.partnerId`);
    try {
      const { row } = await this.partners.get(partnerId);
      return { id: row.id, kind: 'PARTNER', name: row.name };
    } catch (error) {
      if (error instanceof Problem && error.status === 404) throw missing(`recipients.${at}.partnerId`, 'unknown');
      throw error;
    }
  }

  /** The same name is the same recipient, however it is spaced or capitalised. */
  private async other({ kind, name }: RecipientInput, at: number): Promise<Recipient> {
    const said = name?.trim().replace(/\s+/g, ' ');
    if (!said) throw missing(`recipients.${at}.name`);
    return { id: await recipientId(this.tokens, currentActor().orgId, kind, said), kind, name: said };
  }
}

const missing = (field: string, rule = 'missing'): RuleBroken => new RuleBroken('consent-incomplete', {}, { [field]: [rule] });

/** The id under which somebody outside is compared who is no partner: the same for the same name, however it is capitalised. */
export async function recipientId(tokens: Tokens, orgId: string, kind: string, name: string): Promise<string> {
  return asId(await tokens.of(`recipient:${orgId}`, `${kind}:${recipientKey(name)}`));
}

/** Sixteen bytes of a token in the form of an id (UUID version 8: made by our own rule). */
function asId(token: Buffer): string {
  const hex = token.subarray(0, 16).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
