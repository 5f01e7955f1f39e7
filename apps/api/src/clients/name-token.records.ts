import { Injectable } from '@nestjs/common';
import { type SearchTerm, termsOfName, termsOfPseudonym } from '@panah/domain/clients/search-terms';
import { latinDigits } from '@panah/domain/numbers/digits';
import { currentActor } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';
import { Tokens } from '../platform/sealing/tokens';
import type { Owner } from './client-part.records';

const TOKEN_BYTES = 10;
const ADD = {
  name: 'name-token.add',
  text: `insert into name_token (org_id, office_id, client_id, source_id, kind, token)
         select $1, $2, $3, $4, * from unnest($5::text[], $6::bytea[]) on conflict do nothing`,
};
const CLEAR = { name: 'name-token.clear', text: 'delete from name_token where client_id = $1 and source_id = $2' };

/** The index by which clients are found: keyed tokens of name keys; it holds no name (Annex A). */
@Injectable()
export class NameTokenRecords {
  constructor(private readonly tokens: Tokens) {}

  /** Tokens of terms for this organisation: the same name gives another token in another organisation. */
  async of(terms: readonly SearchTerm[]): Promise<Buffer[]> {
    return this.tokens.many(
      `search:${currentActor().orgId}`,
      terms.map(({ kind, value }) => `${kind}:${value}`),
      TOKEN_BYTES,
    );
  }

  async ofName(client: Owner, nameId: string, name: { asWritten: string }): Promise<void> {
    await this.replace(client, nameId, termsOfName(name.asWritten));
  }

  async ofPseudonym(client: Owner, pseudonym: string): Promise<void> {
    await this.replace(client, client.id, termsOfPseudonym(pseudonym));
  }

  /** By its number a document is recognised, never found by a part of it. */
  async ofDocument(client: Owner, documentId: string, number: string | null): Promise<void> {
    await this.clear(client.id, documentId);
    if (number) await this.add(client, documentId, ['DOCUMENT'], [await this.ofDocumentNumber(number)]);
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

  private async replace(client: Owner, sourceId: string, terms: readonly SearchTerm[]): Promise<void> {
    await this.clear(client.id, sourceId);
    await this.add(
      client,
      sourceId,
      terms.map(({ kind }) => kind),
      await this.of(terms),
    );
  }

  private async add(client: Owner, sourceId: string, kinds: readonly string[], tokens: readonly Buffer[]): Promise<void> {
    await currentWork().change(ADD, [currentActor().orgId, client.officeId, client.id, sourceId, kinds, tokens]);
  }
}
