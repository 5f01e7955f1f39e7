import { Injectable } from '@nestjs/common';
import { keptWords } from '@panah/domain/clients/search-terms';
import { latinDigits } from '@panah/domain/numbers/digits';
import { currentActor } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';
import { Tokens } from '../platform/sealing/tokens';
import type { Owner } from './client-part.records';
import { NameIndex } from './name-index.records';
import { asPseudonym } from './name-page';

const TOKEN_BYTES = 10;
const ADD = {
  name: 'name-token.add',
  text: `insert into name_token (org_id, office_id, client_id, source_id, token) select $1, $2, $3, $4, * from unnest($5::bytea[]) on conflict do nothing`,
};
const CLEAR = { name: 'name-token.clear', text: 'delete from name_token where client_id = $1 and source_id = $2' };

/** The index by which clients are found: for each word of a name the token of one of its pages; it holds no name (Annex A). */
@Injectable()
export class NameTokenRecords {
  constructor(
    private readonly index: NameIndex,
    private readonly tokens: Tokens,
  ) {}

  async ofName(client: Owner, nameId: string, name: { asWritten: string }): Promise<void> {
    await this.replace(client, nameId, keptWords(name.asWritten));
  }

  async ofPseudonym(client: Owner, pseudonym: string): Promise<void> {
    await this.replace(client, client.id, keptWords(pseudonym).map(asPseudonym));
  }

  /** By its number a document is recognised, never found by a part of it. */
  async ofDocument(client: Owner, documentId: string, number: string | null): Promise<void> {
    await this.clear(client.id, documentId);
    if (number) await this.add(client, documentId, [await this.ofDocumentNumber(number)]);
  }

  async ofDocumentNumber(number: string): Promise<Buffer> {
    const plain = latinDigits(number)
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '');
    const [token = Buffer.alloc(0)] = await this.tokens.many(`search:${currentActor().orgId}`, [`DOCUMENT:${plain}`], TOKEN_BYTES);
    return token;
  }

  async clear(clientId: string, sourceId: string): Promise<void> {
    await currentWork().change(CLEAR, [clientId, sourceId]);
  }

  private async replace(client: Owner, sourceId: string, words: readonly string[]): Promise<void> {
    await this.clear(client.id, sourceId);
    await this.add(client, sourceId, await this.index.tokensFor(currentWork(), currentActor().orgId, client.officeId, words));
  }

  private async add(client: Owner, sourceId: string, tokens: readonly Buffer[]): Promise<void> {
    await currentWork().change(ADD, [currentActor().orgId, client.officeId, client.id, sourceId, tokens]);
  }
}
