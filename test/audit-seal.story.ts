import { randomBytes, randomInt } from 'node:crypto';
import { BEGINNING, chainAfter, FIELDS, type SealedLine } from '../apps/api/src/platform/audit/chain';
import { checkLog } from '../apps/api/src/platform/audit/check-log';
import { dumpOf, lineOfDump, LOOK, sealedLines } from '../apps/api/src/platform/audit/log-lines';
import { bookForgeries } from './support/book-forgeries';
import { openSealedHouse, type SealedHouse } from './support/sealed-house';

const TIMES = process.env.NIGHT ? 200 : 20;

/** How each field is changed by as little as it can be. */
const EDITS: Record<string, string> = {
  at: "at + interval '1 microsecond'",
  status: 'status + 1',
  record_count: 'record_count + 1',
  record_ids: 'record_ids || gen_random_uuid()',
  field_classes: "field_classes || 'x'::text",
  changed_fields: "changed_fields || 'x'::text",
  actor_kind: "actor_kind || ' '",
  word: "word || ' '",
  outcome: "outcome || ' '",
  subject_type: "coalesce(subject_type || ' ', '')",
  reason: "coalesce(reason || ' ', '')",
};

describe('the sealed log', () => {
  let sealed: SealedHouse;
  let last: number;
  const snapshots: { name: string; sealed: number }[] = [];
  const pick = (from = 1, to = last): number => randomInt(from, to + 1);
  const run = (text: string, values: unknown[] = []) => sealed.root.query(text, values);

  beforeAll(async () => {
    sealed = await openSealedHouse();
    for (let day = 0; day < 12; day++) {
      await sealed.write(randomInt(3, 14));
      const name = `audit_of_day_${day}`;
      await run(`create table ${name} as table audit_event`);
      const { rows } = await run(`select count(seq)::int as sealed from ${name}`);
      snapshots.push({ name, sealed: rows[0].sealed });
      await sealed.sealer.seal();
    }
    last = (await run('select count(*)::int as n from audit_event')).rows[0].n;
  });
  afterAll(() => sealed.close());

  it('has every field of a line in its chain', async () => {
    const columns = (
      await run(
        `select attname::text as name from pg_attribute where attrelid = 'audit_event'::regclass and attnum > 0 and not attisdropped`,
      )
    ).rows.map(({ name }) => name);
    expect([...FIELDS, 'seq', 'previous_hash', 'hash'].sort()).toEqual(columns.sort());
  });

  it('is in order: gapless numbers, and nobody is accused', async () => {
    expect(await sealed.check()).toEqual({ ok: true, sealed: last, unsealed: 0, firstBad: null, reason: null });
  });

  const times = <T>(tell: (n: number) => Promise<T>) => Array.from({ length: TIMES }, (_, n) => () => tell(n));
  /** Each instance must be found, and its first bad number named. */
  const expectFound = async (instances: (() => Promise<[string, number, { firstBad: number | null; ok: boolean }]>)[]) => {
    for (const instance of instances) {
      const [what, first, { ok, firstBad }] = await instance();
      expect([what, ok, firstBad]).toEqual([what, false, first]);
    }
  };

  it('shows 1: a field that was edited', async () => {
    await expectFound(
      times(async (n) => {
        const [field, seq] = [FIELDS[n % FIELDS.length] ?? 'id', pick()];
        const verdict = await sealed.after(() =>
          run(`update audit_event set ${field} = ${EDITS[field] ?? 'gen_random_uuid()'} where seq = $1`, [seq]),
        );
        return [`${field} of ${seq}`, seq, verdict];
      }),
    );
  });

  it('shows 2: a line that was deleted', async () => {
    await expectFound(
      times(async () => {
        const seq = pick();
        return [`${seq}`, seq, await sealed.after(() => run('delete from audit_event where seq = $1', [seq]))];
      }),
    );
  });

  it('shows 3: two lines that changed places', async () => {
    await expectFound(
      times(async (n) => {
        const one = pick(1, last - 1);
        const other = pick(one + 1);
        const whole = n % 2 ? ', previous_hash = o.previous_hash, hash = o.hash' : '';
        const verdict = await sealed.after(() =>
          run(`update audit_event e set seq = o.seq${whole} from audit_event o where (e.seq, o.seq) in (($1, $2), ($2, $1))`, [one, other]),
        );
        return [`${one} and ${other}`, one, verdict];
      }),
    );
  });

  it('shows 4: a line that was slipped in', async () => {
    await expectFound(
      times(async (n) => {
        const seq = n === 0 ? last + 1 : pick();
        const verdict = await sealed.after(async () => {
          if (n % 2) await run('update audit_event set seq = seq + 1 where seq >= $1', [seq]);
          await run(
            `insert into audit_event (id, actor_kind, request_id, word, outcome, status, seq, previous_hash, hash)
             select gen_random_uuid(), 'STAFF', gen_random_uuid(), 'case:read', 'DONE', 200, $1, previous_hash, hash from audit_event where seq = $2`,
            [seq, pick(1, seq === 1 || n % 2 ? 1 : seq - 1)],
          );
        });
        return [`at ${seq}`, seq, verdict];
      }),
    );
  });

  it('shows 5: a tail that was cut', async () => {
    await expectFound(
      times(async (n) => {
        const first = n === 0 ? last : pick();
        return [`from ${first}`, first, await sealed.after(() => run('delete from audit_event where seq >= $1', [first]))];
      }),
    );
  });

  it('shows 6: an emptied table, also when new lines were written since', async () => {
    await expectFound(
      times(async (n) => {
        const verdict = await sealed.after(async () => {
          await run(n % 2 ? 'truncate audit_event' : 'delete from audit_event');
          if (n % 3) await sealed.write(n);
        });
        return ['empty', 1, verdict];
      }),
    );
  });

  it('shows 7: a chain that was computed anew without the key', async () => {
    await expectFound(
      times(async (n) => {
        const gone = pick();
        const from = n % 2 ? 1 : gone;
        const verdict = await sealed.after(async () => {
          const lines: SealedLine[] = [];
          await run('savepoint reading');
          for await (const line of sealedLines(sealed.root)) lines.push(line);
          await run('rollback to savepoint reading');
          const before = lines[from - 2] ?? BEGINNING;
          const rest = lines.filter(({ seq }) => seq >= from && seq !== gone).map(({ text }) => text);
          await run('delete from audit_event where seq = $1', [gone]);
          await renumber(chainAfter(randomBytes(32), before, rest));
        });
        return [`${gone} gone, anew from ${from}`, from, verdict];
      }),
    );
  });

  it('shows 8: yesterday’s database', async () => {
    await expectFound(
      times(async () => {
        const { name, sealed: then } = snapshots[randomInt(0, snapshots.length)] ?? { name: '', sealed: 0 };
        const verdict = await sealed.after(() => run(`delete from audit_event; insert into audit_event select * from ${name}`));
        return [name, then + 1, verdict];
      }),
    );
  });

  it('shows 9: seals and checkpoints that were changed', async () => {
    const book = await sealed.book();
    const seals: (() => [string, number, string])[] = [
      () => ['another hash', pick(), "set hash = decode(md5('another') || md5('hash'), 'hex')"],
      () => ['another hash before', pick(), 'set previous_hash = hash'],
      () => ['a number taken away', pick(), 'set seq = null'],
    ];
    const forgeries = bookForgeries(book);
    await expectFound(
      times(async (n) => {
        const seal = seals[n % (seals.length + forgeries.length)]?.();
        if (seal) {
          const [what, seq, change] = seal;
          return [what, seq, await sealed.after(() => run(`update audit_event ${change} where seq = $1`, [seq]))];
        }
        const { what, first, forged } = (forgeries[n % forgeries.length] ?? forgeries[0])?.() ?? { what: '', first: 0, forged: book };
        return [what, first, await sealed.check(forged)];
      }),
    );
  });

  it('shows a log written anew by somebody who has the key of the chain but not the book', async () => {
    const gone = pick(1, last - 1);
    const verdict = await sealed.after(async () => {
      const lines: SealedLine[] = [];
      await run('savepoint reading');
      for await (const line of sealedLines(sealed.root)) lines.push(line);
      await run('rollback to savepoint reading');
      await run('delete from audit_event where seq = $1', [gone]);
      const rest = lines.filter(({ seq }) => seq > gone).map(({ text }) => text);
      await renumber(chainAfter(sealed.key, lines[gone - 2] ?? BEGINNING, rest));
    });
    expect(verdict).toMatchObject({ ok: false });
    // the chain itself is in order again: it is the next checkpoint of the book that does not fit
    expect(verdict.firstBad).toBeLessThanOrEqual(last);
  });

  it('is checked from a dump, away from the database', async () => {
    const dump: string[] = [];
    await run(LOOK);
    for await (const line of sealedLines(sealed.root)) dump.push(dumpOf(line));
    await run('rollback');
    const check = async (lines: string[]) => checkLog(asLines(lines), 0, await sealed.book(), sealed.key);
    expect(await check(dump)).toMatchObject({ ok: true, sealed: last });
    const seq = pick();
    expect(await check(dump.map((line, at) => (at === seq - 1 ? line.replace('"DONE"', '"REFUSED"') : line)))).toMatchObject({
      firstBad: seq,
    });
    expect(await check(dump.filter((_, at) => at !== seq - 1))).toMatchObject({ ok: false, firstBad: seq });
  });

  it('goes on after yesterday’s database came back, and never hides what is gone', async () => {
    const then = snapshots[8] ?? { name: '', sealed: 0 };
    await run(`create table audit_today as table audit_event; delete from audit_event; insert into audit_event select * from ${then.name}`);
    const anew = sealed.anotherSealer();
    await sealed.write(4);
    expect(await anew.seal()).toBeGreaterThan(4);
    expect(await sealed.check()).toMatchObject({ ok: false, firstBad: then.sealed + 1, reason: 'LINE_MISSING', unsealed: 0 });
    await run(
      `delete from audit_event where seq > ${last} or seq is null; insert into audit_event select * from audit_today t where not exists (select from audit_event e where e.seq = t.seq)`,
    );
    expect(await sealed.check()).toMatchObject({ ok: false, firstBad: last + 1 });
  });

  async function renumber(lines: SealedLine[]): Promise<void> {
    await run(
      `update audit_event e set seq = s.seq, previous_hash = decode(s.previous, 'hex'), hash = decode(s.hash, 'hex')
         from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[]) s (id, seq, previous, hash) where e.id = s.id`,
      [lines.map(({ text }) => text[0]), lines.map(({ seq }) => seq), lines.map(({ previous }) => previous), lines.map(({ hash }) => hash)],
    );
  }
});

async function* asLines(dump: string[]): AsyncGenerator<SealedLine> {
  for (const line of dump) yield lineOfDump(line);
}
