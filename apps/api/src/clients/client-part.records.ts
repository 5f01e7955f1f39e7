import { Injectable } from '@nestjs/common';
import type { Word } from '@panah/domain/access/access-table';
import { currentActor, reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import type { Statement } from '../platform/database/unit-of-work';
import { notFound, staleEdit } from '../platform/errors/problem';
import { newId } from '../platform/new-id';
import { type Place, Sealer } from '../platform/sealing/sealer';
import { changedFields } from './changed-fields';
import { PART_TABLES, type PartKind } from './client-parts';

/** Whose line it is, and where the client is kept. */
export interface Owner {
  id: string;
  officeId: string;
}

interface PartRow {
  part: string;
  id: string;
  clientId: string;
  officeId: string;
  sealed: Buffer;
  sealVersion: number;
  version: number;
  createdAt: Date;
}

export interface OpenPart<S> {
  row: Omit<PartRow, 'part'>;
  secrets: S;
}

const columnsOf = (table: string): string =>
  `select '${table}' as part, p.id, p.client_id as "clientId", p.office_id as "officeId", p.sealed, p.seal_version as "sealVersion", p.version, p.created_at as "createdAt" from ${table} p`;
/** All lines of one client in one round trip. The caller has checked that the client is in reach. */
const OF_CLIENT = {
  name: 'client-part.of-client',
  text: `select * from (${PART_TABLES.map((table) => `${columnsOf(table)} where p.client_id = $1 and p.removed_at is null and '${table}' = any($2::text[])`).join(' union all ')}) p order by "createdAt", id`,
};
const perTable = (act: string, text: (table: string) => string): ReadonlyMap<string, Statement> =>
  new Map(PART_TABLES.map((table) => [table, { name: `client-part.${act}.${table}`, text: text(table) }]));
const OF_CLIENTS = perTable('of-clients', (table) => `${columnsOf(table)} where p.client_id = any($1::uuid[]) and p.removed_at is null`);
const OF_CASE = perTable(
  'of-case',
  (table) =>
    `${columnsOf(table)} where p.client_id = (select f.client_id from case_file f where f.id = $1) and p.removed_at is null order by p.created_at, p.id`,
);
const HOLD = perTable(
  'hold',
  (table) =>
    `${columnsOf(table)} where p.id = $1 and p.client_id = $2 and p.removed_at is null and ${withinReachOfOne('p', 'client_id', 3)} for update`,
);
const INSERT = perTable(
  'insert',
  (table) => `insert into ${table} (id, org_id, office_id, client_id, sealed, created_by)
  select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bytea[], $6::uuid[])`,
);
const EDIT = perTable(
  'edit',
  (table) => `update ${table} set sealed = $3, seal_version = seal_version + 1, version = version + 1 where id = $1 and version = $2`,
);
const REMOVE = perTable(
  'remove',
  (table) => `update ${table} set removed_at = now(), removed_by = $3, version = version + 1 where id = $1 and version = $2`,
);

/** The door to the lines of a client's file: names, contact points, papers, dwellings, dependants. */
@Injectable()
export class ClientPartRecords {
  constructor(private readonly sealer: Sealer) {}

  /** The opened lines of one client by table, oldest first. */
  async ofClient(clientId: string, kinds: readonly PartKind<unknown>[]): Promise<OpenParts> {
    const rows = await currentWork().rows<PartRow & Record<string, unknown>>(OF_CLIENT, [clientId, kinds.map(({ table }) => table)]);
    return new OpenParts(await this.open(rows, kinds));
  }

  /** The opened lines of one kind of the client of a case, oldest first. */
  async ofCase<S>(caseId: string, kind: PartKind<S>): Promise<OpenPart<S>[]> {
    const rows = await currentWork().rows<PartRow & Record<string, unknown>>(statementOf(OF_CASE, kind), [caseId]);
    return new OpenParts(await this.open(rows, [kind])).of(kind);
  }

  /** The opened lines of one kind of many clients, by client. */
  async ofClients<S>(clientIds: readonly string[], kind: PartKind<S>): Promise<Map<string, OpenPart<S>[]>> {
    const rows = await currentWork().rows<PartRow & Record<string, unknown>>(statementOf(OF_CLIENTS, kind), [clientIds]);
    const opened = new OpenParts(await this.open(rows, [kind])).of(kind);
    return grouped(opened, ({ row }) => row.clientId);
  }

  /** Out of reach, of another client, or removed: not found. Nobody else changes the line until this request is over. */
  async hold<S>(kind: PartKind<S>, clientId: string, id: string, word: Word = kind.edit): Promise<OpenPart<S>> {
    currentLine().about(kind.table, id, { clientId });
    const row = await currentWork().row<PartRow & Record<string, unknown>>(statementOf(HOLD, kind), [id, clientId, ...reachValues(word)]);
    if (!row) throw notFound();
    return { row, secrets: await this.sealer.open<S>(placeOf(kind, row), row.sealed) };
  }

  /** The caller holds the client. Gives the new line's id. */
  async add<S>(kind: PartKind<S>, client: Owner, secrets: S): Promise<string> {
    const [id = ''] = await this.addMany(kind, client, [secrets]);
    currentLine()
      .about(kind.table, id, { clientId: client.id, officeId: client.officeId })
      .changed(...Object.keys(secrets as object));
    return id;
  }

  async addMany<S>(kind: PartKind<S>, client: Owner, all: readonly S[]): Promise<string[]> {
    if (all.length === 0) return [];
    const { orgId, staffId } = currentActor();
    const ids = all.map(() => newId());
    const sealed = await this.sealer.sealMany(
      all.map((payload, at) => ({ place: placeOf(kind, { id: ids[at] ?? '', clientId: client.id, sealVersion: 1 }), payload })),
    );
    const repeat = (value: string): string[] => all.map(() => value);
    await currentWork().change(statementOf(INSERT, kind), [
      ids,
      repeat(orgId),
      repeat(client.officeId),
      repeat(client.id),
      sealed,
      repeat(staffId),
    ]);
    return ids;
  }

  /** Throws 412 with the names of the fields that others changed meanwhile. */
  async edit<S>(kind: PartKind<S>, held: OpenPart<S>, version: number, secrets: S): Promise<void> {
    const changed = changedFields(held.secrets as object, secrets as object);
    if (held.row.version !== version) throw staleEdit(held.row.version, changed);
    currentLine().changed(...changed);
    const sealed = await this.sealer.seal(placeOf(kind, { ...held.row, sealVersion: held.row.sealVersion + 1 }), secrets);
    await currentWork().change(statementOf(EDIT, kind), [held.row.id, version, sealed]);
  }

  /** The line is no longer shown; it is kept, with who took it away. */
  async remove<S>(kind: PartKind<S>, held: OpenPart<S>, version: number): Promise<void> {
    if (held.row.version !== version) throw staleEdit(held.row.version, []);
    currentLine().changed('removedAt');
    await currentWork().change(statementOf(REMOVE, kind), [held.row.id, version, currentActor().staffId]);
  }

  private async open(rows: readonly PartRow[], kinds: readonly PartKind<unknown>[]): Promise<Map<string, OpenPart<unknown>[]>> {
    const kindOf = new Map(kinds.map((kind) => [kind.table, kind]));
    const known = rows.flatMap((row) => {
      const kind = kindOf.get(row.part);
      return kind ? [{ row, place: placeOf(kind, row), sealed: row.sealed }] : [];
    });
    const payloads = await this.sealer.openMany<unknown>(known);
    const opened = known.map(({ row }, at) => ({ row, part: row.part, secrets: payloads[at] }));
    return grouped(opened, ({ part }) => part);
  }
}

/** Opened lines of one client, taken out by kind. */
export class OpenParts {
  constructor(private readonly byTable: ReadonlyMap<string, OpenPart<unknown>[]>) {}

  of<S>(kind: PartKind<S>): OpenPart<S>[] {
    return (this.byTable.get(kind.table) ?? []) as OpenPart<S>[];
  }
}

const placeOf = (kind: PartKind<unknown>, { id, clientId, sealVersion }: Pick<PartRow, 'id' | 'clientId' | 'sealVersion'>): Place => ({
  table: kind.table,
  rowId: id,
  subjectId: clientId,
  compartment: kind.compartment,
  sealVersion,
});

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

function statementOf(statements: ReadonlyMap<string, Statement>, { table }: PartKind<unknown>): Statement {
  const statement = statements.get(table);
  if (!statement) throw new Error(`${table} is no part of a client's file.`);
  return statement;
}
