import { Injectable } from '@nestjs/common';
import { alikeWords } from '@panah/domain/clients/alike-names';
import { keptWords } from '@panah/domain/clients/search-terms';
import type { PartialDate } from '@panah/domain/dates/partial-date';
import type { PersonFacts } from '@panah/domain/names/candidate-score';
import { currentActor } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';
import { Sealer } from '../platform/sealing/sealer';
import { ClientPartRecords } from './client-part.records';
import { NAMES } from './client-parts';
import { clientPlace, type ClientSecrets } from './client.entity';
import { nameToUse, factsOf, factsOfPerson, partsOf } from './found-client';
import { NameIndex } from './name-index.records';

/** Somebody who is looked for, as others tell of them. */
export interface SomebodySought {
  /** Each spelling as it was given. */
  names: readonly string[];
  fatherName?: string | null;
  birthPlace?: string | null;
  birth?: PartialDate | null;
  sex?: string | null;
}

export interface KnownClient {
  /** The name by which they go. */
  name: string;
  facts: PersonFacts;
}

interface Row extends Record<string, unknown> {
  id: string;
  sealed: Buffer;
  sealVersion: number;
}

/** Clients who bear two words of a name, or its only one, in whichever spelling. */
const MET = {
  name: 'client-likeness.met',
  text: `select n.client_id as id from unnest($1::bytea[], $2::int[]) as t(token, word) join name_token n on n.token = t.token and n.org_id = $3
    group by 1 having count(distinct t.word) >= $4`,
};
const PEOPLE = {
  name: 'client-likeness.people',
  text: `select id, sealed, seal_version as "sealVersion" from client where id = any($1::uuid[]) and sealed <> ''`,
};

/** How like somebody whom others tell of our clients are: for a job that has their offices in reach, and shows none of it to whoever told. */
@Injectable()
export class ClientLikeness {
  constructor(
    private readonly sealer: Sealer,
    private readonly parts: ClientPartRecords,
    private readonly index: NameIndex,
  ) {}

  /** Clients within the context's reach whose names are alike; `sharing` is how many bear given and family name alike, where both were told. */
  async bearing(names: readonly string[]): Promise<{ ids: ReadonlySet<string>; sharing: number | undefined }> {
    const { orgId } = currentActor();
    const work = currentWork();
    const books = await this.index.books(orgId, work.rows.bind(work));
    const words = names.map(keptWords);
    const alike = alikeWords([...new Set(words.flat())], books).flatMap(({ entry, word }) =>
      [...entry.kept.values()].flat().map((token) => ({ token, word })),
    );
    const least = Math.min(2, ...words.map(({ length }) => length).filter((length) => length > 0));
    const tokens = alike.map(({ token }) => Buffer.from(token, 'hex'));
    const rows = await work.rows<{ id: string }>(MET, [tokens, alike.map(({ word }) => word), orgId, least]);
    return { ids: new Set(rows.map(({ id }) => id)), sharing: least === 2 ? rows.length : undefined };
  }

  /** What Annex A.8 compares, by client. */
  async ofClients(ids: readonly string[]): Promise<Map<string, KnownClient>> {
    const rows = await currentWork().rows<Row>(PEOPLE, [ids]);
    const secrets = await this.sealer.openMany<ClientSecrets>(
      rows.map((row) => ({ place: clientPlace(row.id, row.sealVersion), sealed: row.sealed })),
    );
    const names = await this.parts.ofClients(ids, NAMES);
    return new Map(
      rows.flatMap(({ id }, at): [string, KnownClient][] => {
        const known = secrets[at];
        const written = (names.get(id) ?? []).map((name) => name.secrets);
        return known ? [[id, { name: nameToUse(known), facts: factsOfPerson(written, known) }]] : [];
      }),
    );
  }

  /** What was told of somebody, in the form in which clients are compared. */
  factsOf({ names, fatherName, birthPlace, birth, sex }: SomebodySought): PersonFacts {
    const facts = factsOf(names.map(partsOf), { fatherGivenName: fatherName, birth, sexRecorded: sex });
    return { ...facts, birthplace: birthPlace ? [birthPlace] : [] };
  }

  /** Reads names that other processes have written meanwhile: once, before many are asked for. */
  async refresh(): Promise<void> {
    const work = currentWork();
    await this.index.refresh(currentActor().orgId, work.rows.bind(work));
  }
}
