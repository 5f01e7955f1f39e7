import { createHash } from 'node:crypto';
import type { UnitOfWork } from '../platform/database/unit-of-work';
import type { Place, Sealer } from '../platform/sealing/sealer';

interface Seal {
  place: Place;
  payload: unknown;
}

interface Row {
  columns: Record<string, unknown>;
  /** By the column in which it lies. */
  seals: ReadonlyMap<string, Seal>;
}

const AT_ONCE = 1000;

/** Rows made in memory, sealed like all others and put into their tables many at a time, in the order of their tables. */
export class Shelf {
  private readonly tables = new Map<string, Row[]>();

  /** Adds a row. With a payload, its `sealed` column is filled under the key of the place's subject, and `place_sealed` with what is of locations. */
  add(table: string, columns: Record<string, unknown>, seal: Seal | null = null, location: Seal | null = null): void {
    const rows = this.tables.get(table) ?? [];
    const seals = Object.entries({ sealed: seal, place_sealed: location }).filter((each): each is [string, Seal] => each[1] !== null);
    rows.push({ columns, seals: new Map(seals) });
    this.tables.set(table, rows);
  }

  /** How many rows of a table wait here. */
  count(table: string): number {
    return this.tables.get(table)?.length ?? 0;
  }

  get size(): number {
    return [...this.tables.values()].reduce((sum, rows) => sum + rows.length, 0);
  }

  /** Writes everything in the order of `tables` and empties the shelf. Keys are made before the rows that need them. */
  async empty(work: UnitOfWork, sealer: Sealer, tables: readonly string[]): Promise<void> {
    const unknown = [...this.tables.keys()].filter((table) => !tables.includes(table));
    if (unknown.length) throw new Error(`No order is given for ${unknown.join(', ')}.`);
    await this.sealAll(sealer);
    // sent at once and answered in order: PostgreSQL does not wait for us between two of them
    const written = tables.flatMap((table) => [...chunks(this.tables.get(table) ?? [])].map((rows) => insert(work, table, rows)));
    await Promise.all(written);
    this.tables.clear();
  }

  private async sealAll(sealer: Sealer): Promise<void> {
    const sealed = [...this.tables.values()]
      .flat()
      .flatMap(({ columns, seals }) => [...seals].map(([column, seal]) => ({ columns, column, seal })));
    const payloads = await sealer.sealMany(sealed.map(({ seal }) => seal));
    sealed.forEach(({ columns, column }, at) => (columns[column] = payloads[at]));
  }
}

/** One statement per table and set of columns; PostgreSQL itself turns JSON into the columns' types. */
async function insert(work: UnitOfWork, table: string, rows: readonly Row[]): Promise<void> {
  const names = [...new Set(rows.flatMap(({ columns }) => Object.keys(columns)))];
  const columns = names.map((name) => `"${name}"`).join(', ');
  await work.change(
    {
      name: `shelf.${table}.${createHash('sha256').update(columns).digest('hex').slice(0, 12)}`,
      text: `insert into "${table}" (${columns}) select ${columns} from json_populate_recordset(null::"${table}", $1)`,
    },
    [JSON.stringify(rows.map(plain))],
  );
}

/** Bytes as PostgreSQL reads them. `JSON.stringify` by itself would make each byte a number. */
function plain({ columns }: Row): Record<string, unknown> {
  for (const [name, value] of Object.entries(columns)) if (Buffer.isBuffer(value)) columns[name] = `\\x${value.toString('hex')}`;
  return columns;
}

function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += AT_ONCE) yield rows.slice(at, at + AT_ONCE);
}
