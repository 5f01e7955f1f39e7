import type { ClientBase } from 'pg';
import { FIELDS, FIELDS_AS_TEXT, type SealedLine } from './chain';

const AT_ONCE = 500;

/** The lines that carry a number, by number, a few at a time. Needs an open transaction, whose picture of the log it reads. */
export async function* sealedLines(client: ClientBase): AsyncGenerator<SealedLine> {
  // the columns by their full name: a bare "seq" would sort by the text of it
  await client.query(`declare sealed_lines no scroll cursor for
    select seq::text, encode(previous_hash, 'hex'), encode(hash, 'hex'), ${FIELDS_AS_TEXT} from audit_event where seq is not null
    order by audit_event.seq, audit_event.id`);
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({ text: `fetch ${AT_ONCE} from sealed_lines`, rowMode: 'array' });
    for (const [seq, previous, hash, ...text] of rows) yield { seq: Number(seq), previous: previous ?? '', hash: hash ?? '', text };
    if (rows.length < AT_ONCE) return;
  }
}

export async function countUnsealed(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ waiting: string }>('select count(*)::text as waiting from audit_event where seq is null');
  return Number(rows[0]?.waiting ?? 0);
}

/** Begins a transaction that sees one moment and changes nothing. */
export const LOOK = 'begin transaction isolation level repeatable read read only';

interface DumpedLine {
  seq: number;
  previous: string;
  hash: string;
  line: Record<string, string | null>;
}

/** One line of a dump: JSON with the fields by name, as PostgreSQL writes them (`at` in seconds since 1970). */
export function dumpOf({ seq, previous, hash, text }: SealedLine): string {
  const line = Object.fromEntries(FIELDS.map((name, index) => [name, text[index] ?? null]));
  return JSON.stringify({ seq, previous, hash, line } satisfies DumpedLine);
}

/** Throws when this is no line of a dump. */
export function lineOfDump(json: string): SealedLine {
  const { seq, previous, hash, line } = JSON.parse(json) as DumpedLine;
  return { seq, previous, hash, text: FIELDS.map((name) => line[name] ?? null) };
}
