import { Injectable, type OnModuleInit } from '@nestjs/common';
import { askFor, keptWords } from '@panah/domain/clients/search-terms';
import { placeOf } from '../clients/client-search-statements.records';
import { NameIndex } from '../clients/name-index.records';
import { NameIndexJob } from '../clients/name-index.job';
import { currentActor } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';
import type { UnitOfWork } from '../platform/database/unit-of-work';
import { Sealer } from '../platform/sealing/sealer';
import type { Enquiry, EnquirySecrets } from './enquiry.entity';
import { enquiryPlace } from './enquiry.records';

/** A question as the index reads it: each word may be met by any of its tokens. */
export interface Sought {
  /** How many words must be met; null when nothing is sought. */
  count: number | null;
  places: number[];
  tokens: Buffer[];
}

type SealedRow = Record<string, unknown> & Pick<Enquiry, 'id' | 'clientId' | 'sealVersion'> & { sealed: Buffer };

const ADD = {
  name: 'enquiry-token.add',
  text: `insert into enquiry_name_token (org_id, office_id, enquiry_id, token) select $1, $2, $3, * from unnest($4::bytea[]) on conflict do nothing`,
};
const CLEAR = { name: 'enquiry-token.clear', text: 'delete from enquiry_name_token where enquiry_id = $1' };
const OPEN = {
  name: 'enquiry-token.open',
  text: `select id, client_id as "clientId", sealed, seal_version as "sealVersion" from enquiry where office_id = $1 and client_id is null and sealed is not null`,
};

/** By what name an enquiry is found: the same words as the clients', so that one who came before is met again (R-ID-06). */
@Injectable()
export class EnquiryTokenRecords implements OnModuleInit {
  constructor(
    private readonly index: NameIndex,
    private readonly upkeep: NameIndexJob,
    private readonly sealer: Sealer,
  ) {}

  onModuleInit(): void {
    this.upkeep.also((work, office) => this.keepAnew(work, office));
  }

  async keep(enquiryId: string, { officeId }: Pick<Enquiry, 'officeId'>, names: readonly (string | null | undefined)[]): Promise<void> {
    await this.clear(enquiryId);
    await this.add(currentWork(), { orgId: currentActor().orgId, officeId }, enquiryId, names);
  }

  async clear(enquiryId: string): Promise<void> {
    await currentWork().change(CLEAR, [enquiryId]);
  }

  async sought(text: string): Promise<Sought> {
    const { orgId } = currentActor();
    const work = currentWork();
    await this.index.refresh(orgId, work.rows.bind(work));
    const { words, sought } = askFor(text, await this.index.books(orgId, work.rows.bind(work)));
    const found = sought.flatMap(({ entry, term, split, side }) =>
      [...entry.kept.values()].flat().map((token) => ({ token, place: placeOf(term, split, side) })),
    );
    return { count: words || null, places: found.map(({ place }) => place), tokens: found.map(({ token }) => Buffer.from(token, 'hex')) };
  }

  /** After a migration gave the index up: each open enquiry by the name it came with; its intake adds what it knows when it is next saved. */
  private async keepAnew(work: UnitOfWork, office: { orgId: string; officeId: string }): Promise<void> {
    const rows = await work.rows<SealedRow>(OPEN, [office.officeId]);
    const opened = await this.sealer.openMany<EnquirySecrets>(rows.map((row) => ({ place: enquiryPlace(row), sealed: row.sealed })));
    for (const [at, { id }] of rows.entries()) await this.add(work, office, id, [opened[at]?.name]);
  }

  private async add(
    work: UnitOfWork,
    { orgId, officeId }: { orgId: string; officeId: string },
    enquiryId: string,
    names: readonly (string | null | undefined)[],
  ): Promise<void> {
    const words = [...new Set(names.flatMap((name) => keptWords(name ?? '')))];
    await work.change(ADD, [orgId, officeId, enquiryId, await this.index.tokensFor(work, orgId, officeId, words)]);
  }
}
