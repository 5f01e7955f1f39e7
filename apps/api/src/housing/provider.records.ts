import { Injectable } from '@nestjs/common';
import type { HousingProviderListQuery } from '@panah/contracts/housing-providers.contract';
import type { Word } from '@panah/domain/access/access-table';
import { currentActor, currentReach } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { forbidden, notFound, staleEdit } from '../platform/errors/problem';
import { cursorAfter, readCursor } from '../platform/http/keyset';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import { type HousingProvider, NO_PROVIDER_WORDS, providerLocation, providerPlace, type ProviderSecrets } from './housing-place.entity';

export type ProviderPlain = Pick<HousingProvider, 'type' | 'country' | 'safeHouse' | 'recipient' | 'partnerId'>;

export interface OpenProvider {
  row: HousingProvider;
  /** Empty of a safe house. */
  words: ProviderSecrets;
}

type Row = HousingProvider & Record<string, unknown>;

const COLUMNS = `p.id, p.office_id as "officeId", p.number, p.type, p.country, p.safe_house as "safeHouse", p.recipient, p.partner_id as "partnerId",
  p.sealed, p.place_sealed as "placeSealed", p.seal_version as "sealVersion", p.version,
  (select count(*)::int from housing_unit u where u.provider_id = p.id and u.status <> 'RETIRED') as units,
  (select coalesce(sum(u.capacity), 0)::int from housing_unit u where u.provider_id = p.id and u.status <> 'RETIRED') as places`;
const FILTER = `p.office_id = any($1::uuid[]) and ($2::text is null or p.type = $2) and ($3::text is null or p.country = $3)`;
const LIST = {
  name: 'housing-provider.list',
  text: `select ${COLUMNS}, (select count(*)::int from housing_provider p where ${FILTER}) as total from housing_provider p
          where ${FILTER} and p.number > coalesce($4, 0) order by p.number limit $5`,
};
const ONE = {
  name: 'housing-provider.one',
  text: `select ${COLUMNS} from housing_provider p where p.id = $1 and p.office_id = any($2::uuid[])`,
};
const HOLD = { name: 'housing-provider.hold', text: `${ONE.text} for update of p` };
const OF_UNIT_OF_CASE = {
  name: 'housing-provider.by-id',
  text: `select ${COLUMNS} from housing_provider p where p.id = $1`,
};
const LOCK = { name: 'housing-provider.lock', text: `select pg_advisory_xact_lock(hashtextextended($1, 21))` };
const ADD = {
  name: 'housing-provider.add',
  text: `insert into housing_provider (id, org_id, office_id, number, type, country, safe_house, recipient, partner_id, created_by, sealed, place_sealed)
         select $1, $2, $3, app.next_number('PROVIDER', $2), $4, $5, $6, $7, $8, $9, $10, $11`,
};
const EDIT = {
  name: 'housing-provider.edit',
  text: `update housing_provider set type = $3, country = $4, safe_house = $5, recipient = $6, partner_id = $7, sealed = $8, place_sealed = $9,
           seal_version = seal_version + 1, version = version + 1 where id = $1 and version = $2`,
};

/** The door to the providers of places. Reach: the offices in which the reader works with housing. */
@Injectable()
export class ProviderRecords {
  constructor(private readonly sealer: Sealer) {}

  async list({
    type,
    country,
    limit = 50,
    cursor,
  }: HousingProviderListQuery): Promise<{ items: OpenProvider[]; total: number; next: string | null }> {
    const [after] = readCursor(cursor, 1) ?? [null];
    const values = [currentReach('provider:list').offices, type ?? null, country ?? null, after, limit + 1];
    const rows = await currentWork().rows<Row & { total: number }>(LIST, values);
    const items = await this.open(rows.slice(0, limit));
    const last = items.at(-1)?.row;
    return { items, total: rows[0]?.total ?? 0, next: rows.length > limit && last ? cursorAfter([last.number]) : null };
  }

  async get(id: string, word: Word = 'provider:read'): Promise<OpenProvider> {
    return this.found(await currentWork().row<Row>(ONE, [id, currentReach(word).offices]), id);
  }

  async hold(id: string, word: Word): Promise<OpenProvider> {
    return this.found(await currentWork().row<Row>(HOLD, [id, currentReach(word).offices]), id);
  }

  /** Whom an offer tells. The caller has reached the placement and the unit; the walls of the office stand behind. */
  async recipientOf(id: string): Promise<string> {
    const row = await currentWork().row<Row>(OF_UNIT_OF_CASE, [id]);
    if (!row) throw notFound();
    return row.recipient;
  }

  async add(plain: ProviderPlain, secrets: ProviderSecrets): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    const [officeId] = currentReach('provider:create').offices;
    if (!officeId) throw forbidden();
    currentLine()
      .about('housing_provider', id, { officeId })
      .changed(...Object.keys(plain), ...Object.keys(secrets));
    await currentWork().rows(LOCK, [orgId]);
    const [sealed, placeSealed] = await this.seal({ id, sealVersion: 1 }, plain.safeHouse, secrets);
    const { type, country, safeHouse, recipient, partnerId } = plain;
    await currentWork().change(ADD, [id, orgId, officeId, type, country, safeHouse, recipient, partnerId, staffId, sealed, placeSealed]);
    return id;
  }

  /** Throws 412 with the names of the fields that others changed meanwhile. */
  async edit({ row }: OpenProvider, version: number, plain: ProviderPlain, before: ProviderSecrets, after: ProviderSecrets): Promise<void> {
    const old: Record<string, unknown> = { ...row, ...before };
    const changed = Object.entries({ ...plain, ...after }).flatMap(([name, value]) =>
      (old[name] ?? null) === (value ?? null) ? [] : [name],
    );
    if (row.version !== version) throw staleEdit(row.version, changed);
    currentLine().changed(...changed);
    const [sealed, placeSealed] = await this.seal({ id: row.id, sealVersion: row.sealVersion + 1 }, plain.safeHouse, after);
    const { type, country, safeHouse, recipient, partnerId } = plain;
    await currentWork().change(EDIT, [row.id, version, type, country, safeHouse, recipient, partnerId, sealed, placeSealed]);
  }

  /** All words, of a safe house too. The caller says in the log that they were opened, or shows none of them. */
  async secretsOf({ row, words }: OpenProvider): Promise<ProviderSecrets> {
    return row.placeSealed ? this.sealer.open<ProviderSecrets>(providerLocation(row), row.placeSealed) : words;
  }

  private seal(at: { id: string; sealVersion: number }, safeHouse: boolean, secrets: ProviderSecrets): Promise<[Buffer, Buffer | null]> {
    return Promise.all([
      this.sealer.seal(providerPlace(at), safeHouse ? NO_PROVIDER_WORDS : secrets),
      safeHouse ? this.sealer.seal(providerLocation(at), secrets) : null,
    ]);
  }

  private async found(row: Row | null, id: string): Promise<OpenProvider> {
    currentLine().about('housing_provider', id, row ? { officeId: row.officeId } : {});
    const [one] = row ? await this.open([row]) : [];
    if (!one) throw notFound();
    return one;
  }

  private async open(rows: readonly Row[]): Promise<OpenProvider[]> {
    const words = await this.sealer.openMany<ProviderSecrets>(rows.map((row) => ({ place: providerPlace(row), sealed: row.sealed })));
    currentLine().returned(
      'housing_provider',
      rows.map(({ id }) => id),
    );
    return rows.map((row, at) => ({ row, words: words[at] ?? NO_PROVIDER_WORDS }));
  }
}
