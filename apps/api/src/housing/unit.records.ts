import { Injectable } from '@nestjs/common';
import type { HousingUnitListQuery } from '@panah/contracts/housing-units.contract';
import type { Word } from '@panah/domain/access/access-table';
import type { UnitStanding } from '@panah/domain/housing/unit.process';
import { currentActor, currentReach } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { cursorAfter, readCursor } from '../platform/http/keyset';
import { newId } from '../platform/new-id';
import { ProcessSteps } from '../platform/process-steps';
import { Sealer } from '../platform/sealing/sealer';
import { Tokens } from '../platform/sealing/tokens';
import { cityToken } from './city-token';
import {
  type HousingUnit,
  providerPlace,
  type ProviderSecrets,
  unitLocation,
  type UnitLocation,
  unitPlace,
  type UnitWords,
} from './housing-place.entity';
import { refusalOfPlaces } from './refused-stay';

/** A unit with its provider's row, and how many places are taken today. */
export interface UnitRow extends HousingUnit {
  providerNumber: number;
  providerSealed: Buffer;
  providerSealVersion: number;
  living: number;
  reserved: number;
  today: string;
}

export interface OpenUnit {
  row: UnitRow;
  words: UnitWords;
  providerName: string | null;
}

export type UnitPlain = Omit<
  HousingUnit,
  'id' | 'officeId' | 'number' | 'status' | 'compromisedBy' | 'sealed' | 'placeSealed' | 'sealVersion' | 'version'
>;

type Row = UnitRow & Record<string, unknown>;

export const UNIT_COLUMNS = `u.id, u.office_id as "officeId", u.provider_id as "providerId", u.number, u.building_id as "buildingId", u.kind, u.capacity, u.country,
  u.safe_house as "safeHouse", u.rule, u.accessibility, u.max_stay_days as "maxStayDays", u.opens_on as "opensOn", u.status, u.known_to_group as "knownToGroup",
  u.compromised_by as "compromisedBy", u.sealed, u.place_sealed as "placeSealed", u.seal_version as "sealVersion", u.version,
  p.number as "providerNumber", p.sealed as "providerSealed", p.seal_version as "providerSealVersion"`;
const NOW = `with today as materialized (select o.id, (now() at time zone o.time_zone)::date as day from office o where o.id = any($1::uuid[])),
       taken as materialized (
         select s.unit_id, coalesce(sum(s.beds) filter (where s.state in ('IN_RESIDENCE','NOTICE')), 0)::int as living,
                coalesce(sum(s.beds) filter (where s.state in ('RESERVED','HELD')), 0)::int as reserved
           from (select min(day) as day from today) t cross join lateral app.bed_stays(t.day, t.day + 1) s where s.state <> 'MOVED_OUT' group by s.unit_id)`;
const FROM = `from housing_unit u join housing_provider p on p.id = u.provider_id join today t on t.id = u.office_id left join taken k on k.unit_id = u.id`;
const TODAY = `${UNIT_COLUMNS}, coalesce(k.living, 0) as living, coalesce(k.reserved, 0) as reserved, t.day as today`;
const SHOWN = `case when u.status <> 'AVAILABLE' then u.status when coalesce(k.living, 0) >= u.capacity then 'OCCUPIED'
  when coalesce(k.living, 0) + coalesce(k.reserved, 0) >= u.capacity then 'RESERVED' else 'AVAILABLE' end`;
const FILTER = `($2::uuid is null or u.provider_id = $2) and ($3::text is null or ${SHOWN} = $3) and ($4::text is null or u.kind = $4)`;
const LIST = {
  name: 'housing-unit.list',
  text: `${NOW} select ${TODAY}, (select count(*)::int ${FROM} where ${FILTER}) as total ${FROM}
          where ${FILTER} and u.number > coalesce($5, 0) order by u.number limit $6`,
};
const ONE = { name: 'housing-unit.one', text: `${NOW} select ${TODAY} ${FROM} where u.id = $2` };
const HOLD = { name: 'housing-unit.hold', text: 'select id from housing_unit where id = $1 and office_id = any($2::uuid[]) for update' };
const BUILDING = {
  name: 'housing-unit.building',
  text: 'select building_id as id from housing_unit where id = $1 and office_id = any($2::uuid[])',
};
const LOCK = { name: 'housing-unit.lock', text: `select pg_advisory_xact_lock(hashtextextended($1, 23))` };
const ADD = {
  name: 'housing-unit.add',
  text: `insert into housing_unit (id, org_id, office_id, provider_id, number, building_id, kind, capacity, country, city_token, safe_house, rule, accessibility,
           max_stay_days, opens_on, known_to_group, created_by, sealed, place_sealed)
         select $1, $2, $3, $4, app.next_number('UNIT', $2), $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18`,
};
const EDIT = {
  name: 'housing-unit.edit',
  text: `update housing_unit set building_id = $3, kind = $4, capacity = $5, country = $6, city_token = $7, rule = $8, accessibility = $9, max_stay_days = $10,
           opens_on = $11, known_to_group = $12, sealed = $13, place_sealed = $14, seal_version = seal_version + 1, version = version + 1 where id = $1 and version = $2`,
};
const MOVE = {
  name: 'housing-unit.move',
  text: `update housing_unit set status = $2, compromised_by = case when $2 = 'COMPROMISED' then $3::uuid else compromised_by end,
           known_to_group = known_to_group or $2 = 'COMPROMISED', version = version + 1 where id = $1`,
};

/** Somebody who lives in a unit. */
interface Resident extends Record<string, unknown> {
  caseId: string;
  clientId: string;
  officeId: string;
}

const RESIDENTS = {
  name: 'housing-unit.residents',
  text: 'select case_id as "caseId", client_id as "clientId", office_id as "officeId" from app.residents_of($1)',
};

/** The door to the units. Reach: the offices in which the reader works with housing. */
@Injectable()
export class UnitRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly tokens: Tokens,
    private readonly steps: ProcessSteps,
  ) {}

  async list({
    provider,
    status,
    kind,
    limit = 50,
    cursor,
  }: HousingUnitListQuery): Promise<{ items: OpenUnit[]; total: number; next: string | null }> {
    const [after] = readCursor(cursor, 1) ?? [null];
    const values = [currentReach('unit:list').offices, provider ?? null, status ?? null, kind ?? null, after, limit + 1];
    const rows = await currentWork().rows<Row & { total: number }>(LIST, values);
    const items = await this.open(rows.slice(0, limit));
    const last = items.at(-1)?.row;
    return { items, total: rows[0]?.total ?? 0, next: rows.length > limit && last ? cursorAfter([last.number]) : null };
  }

  async get(id: string, word: Word = 'unit:read'): Promise<OpenUnit> {
    return this.found(await currentWork().row<Row>(ONE, [currentReach(word).offices, id]), id);
  }

  /** Whoever lives there, in any file of the office: for acts of the house alone, told to nobody. */
  residents(id: string): Promise<Resident[]> {
    return currentWork().rows<Resident>(RESIDENTS, [id]);
  }

  /** As `get`, and nobody else changes it, or is given places there, until this request is over. */
  async hold(id: string, word: Word): Promise<OpenUnit> {
    await currentWork().row(HOLD, [id, currentReach(word).offices]);
    return this.get(id, word);
  }

  /** A unit of the office of a case whose placement the caller has reached. */
  async ofOffice(id: string, officeId: string): Promise<OpenUnit> {
    return this.found(await currentWork().row<Row>(ONE, [[officeId], id]), id);
  }

  async buildingOf(id: string): Promise<string> {
    const row = await currentWork().row<{ id: string }>(BUILDING, [id, currentReach('unit:read').offices]);
    if (!row) throw notFound();
    return row.id;
  }

  async add(officeId: string, plain: UnitPlain, words: UnitWords, location: UnitLocation): Promise<string> {
    const id = newId();
    const { orgId, staffId } = currentActor();
    currentLine()
      .about('housing_unit', id, { officeId })
      .changed(...Object.keys(plain), ...Object.keys(words), 'address');
    await currentWork().rows(LOCK, [orgId]);
    const at = { id, providerId: plain.providerId, sealVersion: 1 };
    const [sealed, placeSealed] = await this.seal(at, words, location);
    const { providerId, buildingId, kind, capacity, country, safeHouse, rule, accessibility, maxStayDays, opensOn, knownToGroup } = plain;
    const place = [country, await cityToken(this.tokens, orgId, location.city ?? words.city)];
    const values = [
      id,
      orgId,
      officeId,
      providerId,
      buildingId,
      kind,
      capacity,
      ...place,
      safeHouse,
      rule,
      accessibility,
      maxStayDays,
      opensOn,
    ];
    await currentWork().change(ADD, [...values, knownToGroup, staffId, sealed, placeSealed]);
    await this.steps.record({ type: 'housing_unit', id, action: 'add', from: null, to: 'AVAILABLE' });
    return id;
  }

  /** Throws 412 with the names of the fields that others changed meanwhile. */
  async edit({ row, words: before }: OpenUnit, version: number, plain: UnitPlain, words: UnitWords, location: UnitLocation): Promise<void> {
    const old: Record<string, unknown> = { ...row, ...before };
    const changed = Object.entries({ ...plain, ...words }).flatMap(([name, value]) =>
      JSON.stringify(old[name] ?? null) === JSON.stringify(value ?? null) ? [] : [name],
    );
    if (row.version !== version) throw staleEdit(row.version, changed);
    currentLine().changed(...changed);
    const [sealed, placeSealed] = await this.seal({ ...row, sealVersion: row.sealVersion + 1 }, words, location);
    const { buildingId, kind, capacity, country, rule, accessibility, maxStayDays, opensOn, knownToGroup } = plain;
    const token = await cityToken(this.tokens, currentActor().orgId, location.city ?? words.city);
    const values = [row.id, version, buildingId, kind, capacity, country, token, rule, accessibility, maxStayDays, opensOn, knownToGroup];
    await refusalOfPlaces(currentWork().change(EDIT, [...values, sealed, placeSealed]));
  }

  async move({ row }: OpenUnit, action: string, to: UnitStanding, reason: string | null): Promise<void> {
    currentLine().changed('status');
    await refusalOfPlaces(currentWork().change(MOVE, [row.id, to, currentActor().staffId]));
    await this.steps.record({ type: 'housing_unit', id: row.id, action, from: row.status, to, note: reason });
  }

  /** Where it is. The caller has said in the log that this was opened, and why. */
  async locationOf({ row, words }: OpenUnit): Promise<UnitLocation> {
    if (!row.placeSealed) return { label: words.label, city: words.city, address: null };
    return this.sealer.open<UnitLocation>(unitLocation(row), row.placeSealed);
  }

  /** The rows of a statement of its own, opened. */
  async open(rows: readonly Row[]): Promise<OpenUnit[]> {
    const words = await this.sealer.openMany<UnitWords>(rows.map((row) => ({ place: unitPlace(row), sealed: row.sealed })));
    const providers = [...new Map(rows.map((row) => [row.providerId, row])).values()];
    const names = await this.sealer.openMany<ProviderSecrets>(
      providers.map((row) => ({
        place: providerPlace({ id: row.providerId, sealVersion: row.providerSealVersion }),
        sealed: row.providerSealed,
      })),
    );
    const nameOf = new Map(providers.map(({ providerId }, at) => [providerId, names[at]?.name ?? null]));
    currentLine().returned(
      'housing_unit',
      rows.map(({ id }) => id),
    );
    return rows.flatMap((row, at) => (words[at] ? [{ row, words: words[at], providerName: nameOf.get(row.providerId) ?? null }] : []));
  }

  private seal(
    at: Pick<HousingUnit, 'id' | 'providerId' | 'sealVersion'>,
    words: UnitWords,
    location: UnitLocation,
  ): Promise<[Buffer, Buffer]> {
    return Promise.all([this.sealer.seal(unitPlace(at), words), this.sealer.seal(unitLocation(at), location)]);
  }

  private async found(row: Row | null, id: string): Promise<OpenUnit> {
    currentLine().about('housing_unit', id, row ? { officeId: row.officeId } : {});
    const [one] = row ? await this.open([row]) : [];
    if (!one) throw notFound();
    return one;
  }
}
