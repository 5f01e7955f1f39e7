import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { openSealedHouse, type SealedHouse } from './support/sealed-house';

describe('the sealer at work', () => {
  let sealed: SealedHouse;
  beforeAll(async () => {
    sealed = await openSealedHouse();
  });
  afterAll(() => sealed.close());

  it('numbers each line once while fifty people write and two servers seal, and no check is ever wrong', async () => {
    const auditor = await sealed.house.as('AUDITOR');
    const other = sealed.anotherSealer();
    let writing = true;
    const verdicts: { ok: boolean }[] = [];
    const seal = async (sealer: typeof other): Promise<void> => {
      while (writing) await sealer.seal();
    };
    const watch = async (): Promise<void> => {
      while (writing) verdicts.push((await auditor.post('/api/audit/verification')).body);
    };
    const people = await Promise.all(Array.from({ length: 50 }, () => sealed.house.as('CASEWORKER')));
    const work = people.map(async (person, n) => {
      for (let round = 0; round < 6; round++) await person.get(n % 5 ? '/api/partners' : '/api/audit');
    });
    const watching = [seal(sealed.sealer), seal(other), watch()];
    await Promise.all(work);
    writing = false;
    await Promise.all(watching);
    await sealed.sealer.seal();
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.filter(({ ok }) => !ok)).toEqual([]);
    const [count] = await sealed.house.sql(
      'select count(*)::int as lines, count(seq)::int as sealed, max(seq)::int as last, count(distinct seq)::int as numbers from audit_event',
    );
    const lines = 300 + verdicts.length;
    expect(count).toEqual({ lines, sealed: lines, last: lines, numbers: lines });
    expect(await sealed.check()).toMatchObject({ ok: true, sealed: lines });
  });

  it('is asked by the auditor alone, and says the first number that is not in order', async () => {
    const auditor = await sealed.house.as('AUDITOR');
    for (const role of ['COORDINATOR', 'CASEWORKER', 'ADMIN', 'PARTNER'] as const)
      expect((await (await sealed.house.as(role)).post('/api/audit/verification')).status).toBe(403);
    const { status, body } = await auditor.post('/api/audit/verification');
    expect([status, body]).toEqual([
      200,
      { ok: true, sealed: expect.any(Number), unsealed: expect.any(Number), firstBad: null, reason: null, checkedAt: expect.any(String) },
    ]);
    const [line] = await sealed.house.sql<{ word: string }>(`select word from audit_event where actor_id = $1 order by at desc limit 1`, [
      auditor.id,
    ]);
    expect(line?.word).toBe('audit:verify');
    await sealed.house.sql('update audit_event set status = 418 where seq = 7');
    expect((await auditor.post('/api/audit/verification')).body).toMatchObject({ ok: false, firstBad: 7, reason: 'LINE_CHANGED' });
    await sealed.house.sql('update audit_event set status = 200 where seq = 7');
    await sealed.sealer.seal();
  });

  it('is the only one who writes what seals: neither the runtime login nor the sealer itself changes a sealed line', async () => {
    const attempts: [string, string, RegExp | number][] = [
      ['app', 'update audit_event set seq = 1', /permission denied/],
      ['app', `update audit_event set hash = '\\x00'`, /permission denied/],
      [
        'app',
        `insert into audit_event (id, actor_kind, request_id, word, outcome, status, seq, previous_hash, hash)
         values (gen_random_uuid(), 'STAFF', gen_random_uuid(), 'case:read', 'DONE', 200, 999999, '\\x00', '\\x00')`,
        /row-level security/,
      ],
      [
        'jobs',
        `insert into audit_event (id, actor_kind, request_id, word, outcome, status, seq, previous_hash, hash)
         values (gen_random_uuid(), 'JOB', gen_random_uuid(), 'case:read', 'DONE', 200, 999999, '\\x00', '\\x00')`,
        /row-level security/,
      ],
      ['jobs', 'update audit_event set reason = null', /permission denied/],
      ['jobs', 'delete from audit_event', /permission denied/],
      ['jobs', 'update audit_event set seq = null, previous_hash = null, hash = null where seq is not null', 0],
      ['jobs', 'update audit_event set seq = seq + 1000000 where seq is not null', 0],
    ];
    for (const [login, text, outcome] of attempts) {
      const client = new Client(login === 'app' ? sealed.house.urls.app : sealed.house.urls.jobs);
      await client.connect();
      const tried = client.query(text);
      if (outcome instanceof RegExp) await expect(tried).rejects.toThrow(outcome);
      else expect((await tried).rowCount).toBe(outcome);
      await client.end();
    }
  });

  it('numbers a line after its request, never within it', async () => {
    const auditor = await sealed.house.as('AUDITOR');
    await auditor.get('/api/audit?limit=1');
    const [line] = await sealed.house.sql(`select seq, hash from audit_event where actor_id = $1`, [auditor.id]);
    expect(line).toEqual({ seq: null, hash: null });
  });

  it('stops, and leaves the trace, when the head was changed', async () => {
    const head = sealed.settings.auditCheckpointFile.replace('.jsonl', '.head.json');
    const right = readFileSync(head, 'utf8');
    writeFileSync(head, right.replace('"hash":"', '"hash":"0'));
    await expect(sealed.anotherSealer().seal()).rejects.toThrow('not what this house wrote');
    expect(await sealed.check()).toMatchObject({ ok: false, reason: 'CHECKPOINT_CHANGED' });
    writeFileSync(head, right);
    expect(await sealed.check()).toMatchObject({ ok: true });
  });

  it('tells for ever when the book was taken away and begun anew', async () => {
    const head = sealed.settings.auditCheckpointFile.replace('.jsonl', '.head.json');
    rmSync(sealed.settings.auditCheckpointFile);
    rmSync(head);
    await sealed.anotherSealer().seal();
    expect(await sealed.check()).toMatchObject({ ok: false, firstBad: 1, reason: 'CHECKPOINTS_MISSING' });
  });

  it('begins a book of its own in a house without accounts, and keeps the older one', async () => {
    await sealed.house.sql('truncate staff_member, audit_event cascade');
    await sealed.anotherSealer().seal();
    expect(await sealed.check()).toMatchObject({ ok: true, sealed: 0 });
    const kept = await readdir(path.dirname(sealed.settings.auditCheckpointFile));
    expect(kept.filter((name) => name.includes('.before-'))).toHaveLength(2);
  });
});
