import { Injectable } from '@nestjs/common';
import { termsOfName, termsOfQuery, wordsOf } from '@panah/domain/clients/search-terms';
import { NameTokenRecords } from '../clients/name-token.records';
import { currentActor } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';
import type { Enquiry } from './enquiry.entity';

/** A question as the index reads it: each word may be met by any of its tokens. */
export interface Sought {
  /** How many words must be met; null when nothing is sought. */
  count: number | null;
  words: number[];
  tokens: Buffer[];
}

const ADD = {
  name: 'enquiry-token.add',
  text: `insert into enquiry_name_token (org_id, office_id, enquiry_id, kind, token)
         select $1, $2, $3, * from unnest($4::text[], $5::bytea[]) on conflict do nothing`,
};
const CLEAR = { name: 'enquiry-token.clear', text: 'delete from enquiry_name_token where enquiry_id = $1' };

/** By what name an enquiry is found: the same keyed tokens as the clients', so that one who came before is met again (R-ID-06). */
@Injectable()
export class EnquiryTokenRecords {
  constructor(private readonly tokens: NameTokenRecords) {}

  async keep(enquiryId: string, { officeId }: Pick<Enquiry, 'officeId'>, names: readonly (string | null | undefined)[]): Promise<void> {
    await this.clear(enquiryId);
    const terms = names.flatMap((name) => (name ? termsOf(name) : []));
    await currentWork().change(ADD, [
      currentActor().orgId,
      officeId,
      enquiryId,
      terms.map(({ kind }) => kind),
      await this.tokens.of(terms),
    ]);
  }

  async clear(enquiryId: string): Promise<void> {
    await currentWork().change(CLEAR, [enquiryId]);
  }

  async sought(text: string): Promise<Sought> {
    const { words, terms } = termsOfQuery(text);
    return { count: words || null, words: terms.map(({ word }) => word), tokens: await this.tokens.of(terms) };
  }
}

/** One word alone is shared by too many to count as a whole name. */
const termsOf = (name: string) => termsOfName(name).filter(({ kind }) => kind !== 'WHOLE' || wordsOf(name).length > 1);
