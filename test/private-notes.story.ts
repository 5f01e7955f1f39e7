import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { Jobs } from '../apps/api/src/platform/jobs/jobs';
import { withdraw } from './support/consent-desk';
import { ago, type CounsellingDesk, must, newFile, openDesk, PAPER, step, underWay } from './support/counselling-desk';
import { onTeam } from './support/file-on-paper';
import { openHouse, type Person } from './support/house';

let desk: CounsellingDesk;
let id: string;

beforeAll(async () => {
  desk = await openDesk(await openHouse());
});
afterAll(() => desk.house.close());
beforeEach(async () => {
  desk = await newFile(desk);
  id = await underWay(desk);
});

const words = (body: string, type = 'PROCESS') => ({ type, happenedAt: ago(1), body });
const write = async (body = 'Canary process', type = 'PROCESS') =>
  must(desk.counsellor.post(`/api/counselling/${id}/private-notes`, words(body, type)));
const sign = async (note: { id: string; version: number; body: string; type: string }) =>
  must(desk.counsellor.post(`/api/private-notes/${note.id}/signature`, words(note.body, note.type), { version: note.version }));
const lists = (): string[] => [
  `/api/counselling/${id}`,
  `/api/counselling/${id}/notes`,
  `/api/cases/${desk.file.caseId}/counselling`,
  `/api/cases/${desk.file.caseId}/timeline`,
  `/api/cases/${desk.file.caseId}/file`,
  '/api/counselling',
  '/api/day',
  '/api/reports/counselling-access',
  '/api/reports/counselling-attendance',
];

describe('R-CN-01: what a counsellor keeps for themself', () => {
  it('opens to its author and exists for nobody else: not by its number, not in a list, not as a count', async () => {
    const { counsellor, worker, coordinator, lead } = desk;
    const everybody: [string, Person][] = [
      ['worker', worker],
      ['coordinator', coordinator],
      ['lead', lead],
    ];
    const before = await Promise.all(everybody.flatMap(([, who]) => lists().map(async (path) => withoutTimes((await who.get(path)).text))));
    const note = await write();
    expect((await counsellor.get(`/api/counselling/${id}/private-notes`)).body.items).toMatchObject([{ body: 'Canary process' }]);
    const after = await Promise.all(everybody.flatMap(([, who]) => lists().map(async (path) => withoutTimes((await who.get(path)).text))));
    expect(after).toEqual(before);
    expect((await lead.get(`/api/private-notes/${note.id as string}`)).status).toBe(404);
    expect((await lead.get(`/api/counselling/${id}/private-notes`)).status).toBe(404);
    for (const who of [worker, coordinator]) expect((await who.get(`/api/private-notes/${note.id as string}`)).status).toBe(403);
  });

  it('lies under a key of its author and client: whoever holds the client’s keys does not open it', async () => {
    const note = await write();
    const { house, file, counsellor } = desk;
    const [row] = await house.sql<{ key: string }>('select key_id as key from private_note where id = $1', [note.id]);
    const keys = await house.keysSql<{ id: string }>(
      `select subject_id as id from subject_key where subject_id = any($1::uuid[]) order by 1`,
      [[row?.key, file.clientId]],
    );
    expect(keys.map(({ id: subject }) => subject)).toEqual(expect.arrayContaining([row?.key]));
    expect([file.clientId, counsellor.id]).not.toContain(row?.key);
    const [plain] = await house.sql<{ text: string }>('select t::text as text from private_note t where id = $1', [note.id]);
    expect(plain?.text).not.toContain('Canary');
  });

  it('is closed by the database itself to everybody but its author: coordinator, lead and team see no row', async () => {
    const { house, worker, coordinator, lead, counsellor } = desk;
    await write();
    const seenBy = async ({ cookie }: Person): Promise<number> => {
      const runtime = new Client(house.urls.app);
      await runtime.connect();
      await runtime.query('begin');
      await runtime.query('select app.enter($1, false)', [createHash('sha256').update(cookie.replace('sid=', '')).digest()]);
      const { rows } = await runtime.query<{ n: number }>('select count(*)::int as n from private_note where episode_id = $1', [id]);
      await runtime.query('rollback');
      await runtime.end();
      return rows[0]?.n ?? -1;
    };
    expect(await Promise.all([counsellor, worker, coordinator, lead].map(seenBy))).toEqual([1, 0, 0, 0]);
  });

  it('shows in the log as work on the episode, as an edit of its goals does: same word, same record, nothing that tells them apart', async () => {
    const { counsellor, house } = desk;
    const linesOf = async (act: () => Promise<unknown>) => {
      const [{ n } = { n: 0 }] = await house.sql<{ n: number }>('select count(*)::int as n from audit_event');
      await act();
      return house.sql(
        `select word, outcome, status, subject_type, subject_id, client_id, record_ids, record_count, field_classes, changed_fields, reason
           from (select *, row_number() over (order by at, id) as place from audit_event) a where place > $1 order by place`,
        [n],
      );
    };
    const { version } = (await counsellor.get(`/api/counselling/${id}`)).body as { version: number };
    const worked = await linesOf(() => counsellor.put(`/api/counselling/${id}`, { goals: 'Other goals', themes: [] }, { version }));
    let note: { id: string; version: number; body: string; type: string } = { id: '', version: 0, body: '', type: '' };
    const wrote = await linesOf(async () => (note = (await write()) as typeof note));
    const kept = await linesOf(
      async () =>
        (note = (await must(
          counsellor.put(`/api/private-notes/${note.id}`, words('Canary again'), { version: note.version }),
        )) as typeof note),
    );
    const signedOff = await linesOf(() => sign(note));
    const reread = await linesOf(() => counsellor.get(`/api/counselling/${id}/private-notes`));
    expect(worked).toMatchObject([{ word: 'counselling:work', subject_type: 'counselling', subject_id: id, changed_fields: [] }]);
    for (const lines of [wrote, kept, signedOff, reread]) expect(lines).toEqual(worked);
    const [steps] = await house.sql<{ n: number }>('select count(*)::int as n from process_step where subject_id = $1', [note.id]);
    expect(steps?.n).toBe(0);
  });

  it('is signed once and stays as it is, in the database too; a draft goes when its author wants it to', async () => {
    const { counsellor, house } = desk;
    const signedNote = await sign(await write());
    expect((await counsellor.put(`/api/private-notes/${signedNote.id as string}`, words('Other'), { version: 2 })).body.code).toBe(
      'not-open',
    );
    expect((await counsellor.post(`/api/private-notes/${signedNote.id as string}/discard`)).body.code).toBe('not-open');
    await expect(house.sql(`update private_note set happened_at = now() where id = $1`, [signedNote.id])).rejects.toMatchObject({
      constraint: 'private_note_signed_stays',
    });
    const draft = await write();
    await must(counsellor.post(`/api/private-notes/${draft.id as string}/discard`), 204);
    expect(await house.sql('select id from private_note where id = $1', [draft.id])).toEqual([]);
  });

  it('for supervision is read by the supervisor it names as well, once it is signed, and by no other lead', async () => {
    const { lead, house } = desk;
    const note = await write('For supervision', 'SUPERVISION');
    expect((await lead.get(`/api/private-notes/${note.id as string}`)).status).toBe(404);
    await sign(note);
    expect((await lead.get(`/api/private-notes/${note.id as string}`)).body.body).toBe('For supervision');
    expect((await lead.get('/api/counselling')).body.toSupervise.map((one: { body: string }) => one.body)).toContain('For supervision');
    const another = await house.as('COUNSELLOR', house.offices.north, 'Another lead', ['LEAD']);
    expect((await another.get(`/api/private-notes/${note.id as string}`)).status).toBe(404);
    expect((await another.get('/api/counselling')).body.toSupervise).toEqual([]);
  });
});

describe('R-CN-07: a counsellor who goes', () => {
  let next: Person;
  beforeEach(async () => {
    next = await desk.house.as('COUNSELLOR');
    await onTeam(desk.house, desk.file, next);
  });

  const keyOf = async (noteId: string): Promise<string> =>
    (await desk.house.sql<{ key: string }>('select key_id as key from private_note where id = $1', [noteId]))[0]?.key ?? '';
  /** Their last day, and what the house's clock does then. */
  const leaves = async ({ id: staffId }: Person): Promise<void> => {
    await desk.house.sql(`update staff_member set state = 'ENDED', ended_at = now() where id = $1`, [staffId]);
    await desk.house.app.get(Jobs).runNow('forget-private-notes');
    await desk.house.sql(`update staff_member set state = 'ACTIVE', ended_at = null where id = $1`, [staffId]);
  };
  const handOn = (more: object = {}) =>
    desk.counsellor.post(`/api/counselling/${id}/handing-on`, { ...PAPER, successorId: next.id, ...more });
  const bodiesFor = async (who: Person): Promise<string[]> => {
    const { status, body } = await who.get(`/api/counselling/${id}/private-notes`);
    return status === 200 ? body.items.map((one: { body: string }) => one.body) : [];
  };
  const consentOf = async (): Promise<{ id: string; details: { scope: string[]; method: string; recipients: { name: string }[] } }> => {
    const { items } = (await desk.worker.get(`/api/cases/${desk.file.caseId}/consents`)).body;
    return items.find(({ details }: { details: { scope: string[] } | null }) => details?.scope.includes('PROCESS_NOTES'));
  };

  it('keeps their private notes when another takes over, who sees none of them', async () => {
    const { counsellor, lead } = desk;
    await write();
    await must(step(lead, id, 'handover', { counsellorId: next.id, supervisorId: lead.id, preferenceRespected: true }));
    expect([await bodiesFor(next), await bodiesFor(counsellor)]).toEqual([[], ['Canary process']]);
  });

  it('takes them along when they leave the house: the rows and the key are gone', async () => {
    const { house, counsellor } = desk;
    const key = await keyOf((await write()).id);
    await house.app.get(Jobs).runNow('forget-private-notes');
    expect(await bodiesFor(counsellor)).toHaveLength(1); // twin: while they work here it stays
    await leaves(counsellor);
    expect(await house.sql('select id from private_note where key_id = $1', [key])).toEqual([]);
    const keys = await house.keysSql<{ wrapped: Buffer | null }>('select wrapped from subject_key where subject_id = $1', [key]);
    expect(keys).toEqual([{ wrapped: null }]);
  });

  it('hands them on with the client’s written consent, on the day they leave: the key changes hands and nothing is opened on the way', async () => {
    const { house, counsellor, lead, worker, coordinator } = desk;
    const supervised = await sign(await write('For supervision', 'SUPERVISION'));
    const note = await sign(await write());
    expect((await must(handOn())).to.id).toBe(next.id);
    expect(await consentOf()).toMatchObject({ details: { method: 'WRITTEN', recipients: [{ name: next.name }] } });
    const sealed = () => house.sql('select key_id, sealed, seal_version, version, author_id from private_note where id = $1', [note.id]);
    const before = await sealed();
    for (const who of [next, worker, coordinator]) expect(await bodiesFor(who)).toEqual([]);
    expect(await bodiesFor(lead)).toEqual(['For supervision']);
    await leaves(counsellor);
    expect(await sealed()).toEqual(before);
    for (const who of [lead, worker, coordinator, counsellor]) expect(await bodiesFor(who)).toEqual([]);
    expect(await bodiesFor(next)).toEqual(['Canary process']);
    expect(await house.sql('select id from private_note where id = $1', [supervised.id])).toEqual([]);
    expect((await next.get(`/api/private-notes/${note.id as string}`)).body).toMatchObject({ author: { id: counsellor.id }, actions: [] });
    expect((await next.put(`/api/private-notes/${note.id as string}`, words('Mine'), { version: 2 })).status).toBe(404);
    const lines = await house.sql(
      `select actor_kind as by, subject_type as type, reason from audit_event where word = 'private-note:hand_on' and subject_id = $1 order by at`,
      [id],
    );
    expect(lines).toEqual([
      { by: 'STAFF', type: 'counselling', reason: null },
      { by: 'JOB', type: 'counselling', reason: 'AUTHOR_LEFT' },
    ]);
    await leaves(next);
    expect(await house.sql('select id from private_note where id = $1', [note.id])).toEqual([]);
  });

  it('hands nothing on without it: not asked alone, not in doubt, not to somebody who is not of the team', async () => {
    const { counsellor, house, worker } = desk;
    await write();
    const stranger = await house.as('COUNSELLOR');
    expect((await handOn({ freeChoice: 'NOT_ALONE' })).body.code).toBe('consent-missing');
    expect((await handOn({ capacity: 'DOUBT' })).body.code).toBe('consent-missing');
    expect((await handOn({ evidence: '' })).status).toBe(422);
    expect((await handOn({ successorId: stranger.id })).body.code).toBe('counsellor-not-suitable');
    for (const who of [worker, next])
      expect((await who.post(`/api/counselling/${id}/handing-on`, { ...PAPER, successorId: next.id })).status).not.toBe(200);
    expect([(await counsellor.get(`/api/counselling/${id}/handing-on`)).body.to, await consentOf()]).toEqual([null, undefined]);
    await leaves(counsellor);
    expect(await bodiesFor(next)).toEqual([]);
  });

  it('a consent taken back before they leave, or a counsellor who thinks better of it: they are destroyed', async () => {
    const { counsellor, worker, house } = desk;
    const key = await keyOf((await write()).id);
    await must(handOn());
    expect((await must(counsellor.post(`/api/counselling/${id}/handing-on/end`))).to).toBeNull();
    expect((await must(handOn())).holds).toBe(true);
    expect((await withdraw(worker, (await consentOf()).id)).status).toBe(200);
    expect((await counsellor.get(`/api/counselling/${id}/handing-on`)).body.holds).toBe(false);
    await leaves(counsellor);
    expect([await bodiesFor(next), await house.sql('select id from private_note where key_id = $1', [key])]).toEqual([[], []]);
  });

  it('a consent taken back after they were handed on: they are destroyed then', async () => {
    const { counsellor, worker, house } = desk;
    await write();
    await must(handOn());
    await leaves(counsellor);
    expect(await bodiesFor(next)).toEqual(['Canary process']);
    await withdraw(worker, (await consentOf()).id);
    await house.app.get(Jobs).runNow('forget-private-notes');
    expect(await bodiesFor(next)).toEqual([]);
  });

  it('is held by the database: no key changes hands without a handing on that a consent covers', async () => {
    const { house, counsellor, worker } = desk;
    const key = await keyOf((await write()).id);
    const move = () => house.sql('update private_note_key set holder_id = $2 where id = $1', [key, next.id]);
    await expect(move()).rejects.toMatchObject({ constraint: 'private_note_key_holder_stays' });
    await must(handOn());
    await expect(move()).rejects.toMatchObject({ constraint: 'private_note_key_holder_stays' });
    await withdraw(worker, (await consentOf()).id);
    await expect(house.sql('update private_note_handing_on set done_at = now() where key_id = $1', [key])).rejects.toMatchObject({
      constraint: 'private_note_handing_on_is_covered',
    });
    expect(await bodiesFor(counsellor)).toHaveLength(1);
  });

  it('says nothing of whether there are any, is no consent to counselling, and no ground for telling anybody outside', async () => {
    const { counsellor, worker, file, lead, house } = desk;
    await must(handOn()); // nothing was written
    const [one] = await house.sql<{ n: number }>('select count(*)::int as n from private_note where episode_id = $1', [id]);
    expect(one?.n).toBe(0);
    const { items } = (await worker.get(`/api/cases/${file.caseId}/consents`)).body;
    const counselled = items.find((each: { details: { scope: string[] } | null }) => each.details?.scope.includes('COUNSELLING'));
    await withdraw(worker, counselled.id as string);
    expect((await counsellor.get(`/api/counselling/${id}`)).body.clinical.consented).toBe(false);
    expect((await lead.get(`/api/counselling/${id}`)).body.clinical.consented).toBe(false);
    expect((await worker.get(`/api/cases/${file.caseId}/disclosures`)).body.grounds).toEqual([]);
    const { details } = (await consentOf()) as { details: { recipients: { id?: string }[] } };
    const told = {
      purpose: 'C07_COUNSELLING',
      recipientId: details.recipients[0]?.id,
      scope: ['PROCESS_NOTES'],
      stage: 'TOLD',
      how: 'SPOKEN',
      what: 'Words.',
    };
    expect((await worker.post(`/api/cases/${file.caseId}/disclosures`, told)).body.code).toBe('purpose-of-another');
  });
});

/** Answers carry the moment at which they were made. */
const withoutTimes = (text: string): string => text.replace(/"at":"[^"]+"/g, '').replace(/"requestId":"[^"]+"/g, '');
