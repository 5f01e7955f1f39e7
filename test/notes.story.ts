import { Client } from 'pg';
import { type House, openHouse, type Person } from './support/house';
import { fileOnPaper, onTeam, type PaperFile } from './support/file-on-paper';

let house: House;
let worker: Person;
let coordinator: Person;
let file: PaperFile;

const WORDS_SAID = 'She will bring both copies on Tuesday';
const now = () => new Date(Date.now() - 1000).toISOString();
const note = (more: object = {}) => ({
  type: 'CONTACT',
  happenedAt: now(),
  body: WORDS_SAID,
  direction: 'OUTGOING',
  channel: 'PHONE_CALL',
  minutes: 12,
  ...more,
});
const write = (by: Person, input: object = note(), caseId = file.caseId) => by.post(`/api/cases/${caseId}/notes`, input);
const timeline = async (by: Person, caseId = file.caseId) => (await by.get(`/api/cases/${caseId}/notes`)).body;

beforeAll(async () => {
  house = await openHouse();
  worker = await house.as('CASEWORKER');
  coordinator = await house.as('COORDINATOR');
});
afterAll(() => house.close());
beforeEach(async () => {
  file = await fileOnPaper(house, worker);
});

describe('a caseworker keeps notes', () => {
  it('logs a contact in one act, and it stands signed with name and time', async () => {
    const { status, body } = await write(worker);
    expect([status, body.state, body.body, body.author.name, body.minutes]).toEqual([201, 'FINAL', WORDS_SAID, worker.name, 12]);
    expect((await timeline(coordinator)).items.map((line: { id: string }) => line.id)).toEqual([body.id]);
  });

  it('logs an attempt that nobody answered without a word; a contact needs words', async () => {
    expect((await write(worker, note({ type: 'ATTEMPT', body: '' }))).status).toBe(201);
    const refused = await write(worker, note({ body: '  ' }));
    expect([refused.status, refused.body.code, refused.body.fields]).toEqual([422, 'note-incomplete', { body: ['missing'] }]);
  });

  it('writes nothing about tomorrow', async () => {
    const refused = await write(worker, note({ happenedAt: new Date(Date.now() + 86_400_000).toISOString() }));
    expect([refused.status, refused.body.fields]).toEqual([422, { happenedAt: ['in-future'] }]);
  });

  it('sends the same contact twice, and it stands once', async () => {
    const [key, input] = [crypto.randomUUID(), note()];
    const [first, again] = [
      await worker.post(`/api/cases/${file.caseId}/notes`, input, { key }),
      await worker.post(`/api/cases/${file.caseId}/notes`, input, { key }),
    ];
    expect(again.body.id).toBe(first.body.id);
    expect((await timeline(worker)).total).toBe(1);
  });

  it('reads a long file page by page, newest first', async () => {
    for (const day of ['01', '02', '03']) await write(worker, note({ happenedAt: `2026-03-${day}T10:00:00.000Z` }));
    const first = (await worker.get(`/api/cases/${file.caseId}/notes?limit=2`)).body;
    const rest = (await worker.get(`/api/cases/${file.caseId}/notes?limit=2&cursor=${first.next}`)).body;
    expect([...first.items, ...rest.items].map((line: { happenedAt: string }) => line.happenedAt.slice(8, 10))).toEqual(['03', '02', '01']);
    expect([first.total, rest.next]).toEqual([3, null]);
  });

  it('leaves no word of a note in the database, the audit log or the steps', async () => {
    await write(worker);
    const [{ found }] = await house.sql<{ found: string }>(
      `select (select string_agg(n::text, '') from case_note n) || (select string_agg(a::text, '') from audit_event a) as found`,
    );
    expect(found).not.toContain('both copies');
  });
});

describe('a draft', () => {
  const draft = async (input: object = note()) => (await worker.post(`/api/cases/${file.caseId}/note-drafts`, input)).body;

  it('is its author’s alone until signed', async () => {
    const { id, version } = await draft();
    expect([(await coordinator.get(`/api/notes/${id}`)).status, (await timeline(coordinator)).total]).toEqual([404, 0]);
    expect((await timeline(worker)).drafts.map((line: { id: string }) => line.id)).toEqual([id]);
    expect((await worker.post(`/api/notes/${id}/signature`, note(), { version })).body.state).toBe('FINAL');
    expect((await coordinator.get(`/api/notes/${id}`)).body.body).toBe(WORDS_SAID);
  });

  it('is saved over and over; an edit made on an older text is refused with the fields', async () => {
    const { id, version } = await draft();
    expect((await worker.put(`/api/notes/${id}`, note({ body: 'More' }), { version })).body.version).toBe(version + 1);
    const stale = await worker.put(`/api/notes/${id}`, note({ body: 'Other' }), { version });
    expect([stale.status, stale.body.facts.changed]).toEqual([412, expect.arrayContaining(['body'])]);
    expect((await worker.put(`/api/notes/${id}`, note())).status).toBe(428);
  });

  it('is thrown away; what was signed is not', async () => {
    const { id } = await draft();
    expect([(await worker.delete(`/api/notes/${id}`)).status, (await worker.get(`/api/notes/${id}`)).status]).toEqual([204, 404]);
    const signed = (await write(worker)).body;
    const refused = await worker.delete(`/api/notes/${signed.id}`);
    expect([refused.status, refused.body.code]).toEqual([422, 'note-signed']);
  });

  it('is not signed by a colleague', async () => {
    const { id, version } = await draft();
    const colleague = await house.as('CASEWORKER');
    await onTeam(house, file, colleague);
    expect((await colleague.post(`/api/notes/${id}/signature`, note(), { version })).status).toBe(404);
  });
});

describe('R-CA-06: what is signed stays', () => {
  it('is not edited, not even past the app', async () => {
    const { id, version } = (await write(worker)).body;
    const refused = await worker.put(`/api/notes/${id}`, note({ body: 'Otherwise' }), { version });
    expect([refused.status, refused.body.code]).toEqual([422, 'note-signed']);
    await expect(house.sql(`update case_note set happened_at = now() where id = $1`, [id])).rejects.toThrow('a signed note is not edited');
  });

  it('is corrected by a note that points to it', async () => {
    const { id } = (await write(worker)).body;
    const correction = await write(worker, note({ type: 'CORRECTION', body: 'It was Thursday', corrects: id }));
    expect([correction.status, correction.body.correctsId]).toEqual([201, id]);
    const loose = await write(worker, note({ type: 'CORRECTION', body: 'It was Thursday' }));
    expect([loose.status, loose.body.fields]).toEqual([422, { corrects: ['missing'] }]);
  });

  it('a correction is read by whoever may read what it corrects, and nobody else', async () => {
    const counsellor = await house.as('COUNSELLOR');
    await onTeam(house, file, counsellor);
    const { id } = (await write(worker, note({ type: 'SAFETY' }))).body;
    const correction = (await write(worker, note({ type: 'CORRECTION', body: 'After dark', corrects: id }))).body;
    expect([
      (await counsellor.get(`/api/notes/${correction.id}`)).status,
      (await coordinator.get(`/api/notes/${correction.id}`)).status,
    ]).toEqual([404, 200]);
  });
});

describe('R-CA-07: the last contact', () => {
  const lastContact = async () =>
    (
      await house.sql<{ at: Date | null }>('select last_contact_at as at from case_file where id = $1', [file.caseId])
    )[0].at?.toISOString() ?? null;

  it('moves with a signed contact; an attempt, a visit or a draft does not move it', async () => {
    for (const type of ['ATTEMPT', 'HOME_VISIT']) await write(worker, note({ type }));
    await worker.post(`/api/cases/${file.caseId}/note-drafts`, note());
    expect(await lastContact()).toBeNull();
    await write(worker, note({ happenedAt: '2026-03-02T10:00:00.000Z' }));
    await write(worker, note({ happenedAt: '2026-03-01T10:00:00.000Z' }));
    expect(await lastContact()).toBe('2026-03-02T10:00:00.000Z');
  });

  it('moves back when the contact is voided', async () => {
    await write(worker, note({ happenedAt: '2026-03-01T10:00:00.000Z' }));
    const { id } = (await write(worker, note({ happenedAt: '2026-03-02T10:00:00.000Z' }))).body;
    await worker.post(`/api/notes/${id}/void-request`, { reason: 'WRITTEN_TWICE' });
    await coordinator.post(`/api/notes/${id}/void-confirmation`);
    expect(await lastContact()).toBe('2026-03-01T10:00:00.000Z');
  });
});

describe('R-AC-04: some notes are for few', () => {
  let legal: Person;
  let counsellor: Person;
  beforeEach(async () => {
    legal = await house.as('LEGAL');
    counsellor = await house.as('COUNSELLOR');
    await onTeam(house, file, legal);
    await onTeam(house, file, counsellor);
  });
  const sees = async (id: string, ...readers: Person[]) =>
    Promise.all(readers.map(async (reader) => (await reader.get(`/api/notes/${id}`)).status));

  it('a sensitive note is read by its author, the named and the coordinator', async () => {
    const { id } = (await write(worker, note({ type: 'SENSITIVE', namedReaders: [counsellor.id] }))).body;
    expect(await sees(id, worker, counsellor, coordinator, legal)).toEqual([200, 200, 200, 404]);
    expect((await timeline(legal)).total).toBe(0);
  });

  it('a sensitive note names members of the team, and somebody', async () => {
    const outsider = await house.as('COUNSELLOR');
    expect((await write(worker, note({ type: 'SENSITIVE', namedReaders: [outsider.id] }))).body.fields).toEqual({
      namedReaders: ['not-on-team'],
    });
    expect((await write(worker, note({ type: 'SENSITIVE' }))).body.fields).toEqual({ namedReaders: ['missing'] });
    expect((await worker.get(`/api/cases/${file.caseId}/note-readers`)).body.items.map((one: { id: string }) => one.id)).toEqual([
      legal.id,
      counsellor.id,
    ]);
  });

  it('a named reader who left the team reads it no longer (R-AC-07)', async () => {
    const { id } = (await write(worker, note({ type: 'SENSITIVE', namedReaders: [counsellor.id] }))).body;
    await house.sql('update case_team set ended_at = now() where staff_id = $1', [counsellor.id]);
    expect(await sees(id, counsellor)).toEqual([404]);
  });

  it('a privileged note is the legal team’s: not the coordinator’s, not the caseworker’s', async () => {
    const { id } = (await write(legal, note({ type: 'LEGAL_PRIV' }))).body;
    expect(await sees(id, legal, coordinator, worker, counsellor)).toEqual([200, 404, 404, 404]);
    expect((await write(worker, note({ type: 'LEGAL_PRIV' }))).status).toBe(403);
    const [{ count }] = await house.keysSql<{ count: number }>(
      `select count(*)::int as count from subject_key where subject_id = $1 and compartment = 'legal'`,
      [file.clientId],
    );
    expect(count).toBe(1);
  });

  it('a coordinator voids a privileged note without reading it', async () => {
    const { id } = (await write(legal, note({ type: 'LEGAL_PRIV' }))).body;
    await legal.post(`/api/notes/${id}/void-request`, { reason: 'WRITTEN_TWICE' });
    const line = (await coordinator.get(`/api/notes/${id}`)).body;
    expect([line.state, line.body]).toEqual(['VOID_ASKED', null]);
    expect((await coordinator.post(`/api/notes/${id}/void-confirmation`)).body.state).toBe('VOIDED');
  });

  it('the web is told which types each may write', async () => {
    const types = async (by: Person) => (await timeline(by)).types;
    expect(await types(coordinator)).toEqual([]);
    expect(await types(counsellor)).not.toContain('SAFETY');
    expect([
      (await types(worker)).includes('SAFETY'),
      (await types(worker)).includes('LEGAL_PRIV'),
      (await types(legal)).includes('LEGAL_PRIV'),
    ]).toEqual([true, false, true]);
  });
});

describe('a note in the wrong file', () => {
  const asked = async (input: object = note()) => {
    const { id } = (await write(worker, input)).body;
    await worker.post(`/api/notes/${id}/void-request`, { reason: 'WRONG_FILE' });
    return id as string;
  };

  it('is voided by its author and a coordinator together; the line stays, the text is gone for everyone', async () => {
    const id = await asked();
    const voided = await coordinator.post(`/api/notes/${id}/void-confirmation`);
    expect([voided.status, voided.body.state, voided.body.body]).toEqual([200, 'VOIDED', null]);
    const [line] = (await timeline(worker)).items;
    expect([line.id, line.state, line.body, line.channel]).toEqual([id, 'VOIDED', null, null]);
    const [{ sealed }] = await house.sql<{ sealed: Buffer | null }>('select sealed from case_note where id = $1', [id]);
    expect(sealed).toBeNull();
  });

  it('is moved to the right file in the same act, with its author, its time and no trace of where it was', async () => {
    const right = await fileOnPaper(house, worker);
    const id = await asked(note({ happenedAt: '2026-03-02T10:00:00.000Z' }));
    await coordinator.post(`/api/notes/${id}/void-confirmation`, { moveToCaseRef: right.caseRef.toLowerCase() });
    const [moved] = (await timeline(worker, right.caseId)).items;
    expect([moved.body, moved.author.id, moved.happenedAt, moved.movedAt !== null]).toEqual([
      WORDS_SAID,
      worker.id,
      '2026-03-02T10:00:00.000Z',
      true,
    ]);
    expect(JSON.stringify(moved)).not.toContain(id);
  });

  it('is not moved into a file that the coordinator has no reach to, and then not voided either', async () => {
    const far = await fileOnPaper(house, await house.as('CASEWORKER', house.offices.south), house.offices.south);
    const id = await asked();
    const refused = await coordinator.post(`/api/notes/${id}/void-confirmation`, { moveToCaseRef: far.caseRef });
    expect([refused.status, refused.body.fields]).toEqual([422, { moveToCaseRef: ['not-in-reach'] }]);
    expect((await worker.get(`/api/notes/${id}`)).body.state).toBe('VOID_ASKED');
  });

  it('is not voided on anybody’s word alone', async () => {
    const { id } = (await write(worker)).body;
    const early = await coordinator.post(`/api/notes/${id}/void-confirmation`);
    expect([early.status, early.body.code]).toEqual([409, 'not-open']);
    expect((await worker.post(`/api/notes/${id}/void-confirmation`)).status).toBe(403);
    const colleague = await house.as('CASEWORKER');
    await onTeam(house, file, colleague);
    const notTheirs = await colleague.post(`/api/notes/${id}/void-request`, { reason: 'WRONG_FILE' });
    expect([notTheirs.status, notTheirs.body.code]).toEqual([422, 'not-author']);
  });

  it('is kept when the coordinator says so', async () => {
    const id = await asked();
    const kept = await coordinator.post(`/api/notes/${id}/void-refusal`, { explanation: 'It is about her.' });
    expect([kept.body.state, kept.body.body]).toEqual(['FINAL', WORDS_SAID]);
  });
});

describe('who is not on the team', () => {
  it('gets "not found" for the list, the note, its readers and each act, as for a random id', async () => {
    const { id } = (await write(worker)).body;
    const stranger = await house.as('CASEWORKER');
    const answers = await Promise.all([
      stranger.get(`/api/cases/${file.caseId}/notes`),
      stranger.get(`/api/notes/${id}`),
      stranger.get(`/api/cases/${file.caseId}/note-readers`),
      write(stranger),
      stranger.post(`/api/cases/${file.caseId}/note-drafts`, note()),
      stranger.put(`/api/notes/${id}`, note(), { version: 1 }),
      stranger.delete(`/api/notes/${id}`),
      stranger.post(`/api/notes/${id}/void-request`, { reason: 'OTHER' }),
      stranger.get(`/api/notes/${crypto.randomUUID()}`),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [404, 'not-found']));
  });

  it('R-AC-01: a blocked coordinator neither, and the note is not in their list', async () => {
    const blocked = await house.as('COORDINATOR');
    const { id } = (await write(worker)).body;
    await house.sql(
      `insert into access_block (id, org_id, office_id, subject_id, staff_id, kind, source) values ($1, $2, $3, $4, $5, 'RELATIVE', 'CLIENT_STATED')`,
      [crypto.randomUUID(), house.offices.north.orgId, house.offices.north.id, file.clientId, blocked.id],
    );
    expect([(await blocked.get(`/api/notes/${id}`)).status, (await blocked.get(`/api/cases/${file.caseId}/notes`)).status]).toEqual([
      404, 404,
    ]);
    expect((await coordinator.get(`/api/notes/${id}`)).status).toBe(200);
  });

  it('the second wall alone holds: the database itself keeps drafts, named and privileged notes from those they are not for', async () => {
    const { id: draft } = (await worker.post(`/api/cases/${file.caseId}/note-drafts`, note())).body;
    const { id: named } = (await write(worker, note({ type: 'SENSITIVE', namedReaders: [await counsellorOnTeam()] }))).body;
    const { id: plain } = (await write(worker)).body;
    const ids = [draft, named, plain];
    expect(await passing(ids, { staff_id: worker.id, member: worker.id, roles: 'CASEWORKER' })).toEqual([draft, named, plain]);
    expect(await passing(ids, { staff_id: coordinator.id, coordinated_offices: house.offices.north.id, roles: 'COORDINATOR' })).toEqual([
      named,
      plain,
    ]);
    expect(await passing(ids, { staff_id: crypto.randomUUID(), member: worker.id, roles: 'CASEWORKER' })).toEqual([plain]);
    expect(await passing(ids, { staff_id: worker.id, member: worker.id, blocked: file.clientId, roles: 'CASEWORKER' })).toEqual([]);
    expect(await passing(ids, {})).toEqual([]);
  });

  async function counsellorOnTeam(): Promise<string> {
    const counsellor = await house.as('COUNSELLOR');
    await onTeam(house, file, counsellor);
    return counsellor.id;
  }

  /** The ids that the runtime login gets to see with this context, asked without any condition of the app's. */
  async function passing(ids: string[], context: Record<string, string>): Promise<string[]> {
    const client = new Client({ connectionString: house.urls.app });
    await client.connect();
    await client.query('begin');
    const settings = Object.keys(context).length ? { org_id: house.offices.north.orgId, ...context } : {};
    for (const [name, value] of Object.entries(settings)) await client.query('select set_config($1, $2, true)', [`app.${name}`, value]);
    const { rows } = await client.query<{ id: string }>('select id from case_note where id = any($1) order by id', [ids]);
    await client.end();
    return rows.map(({ id }) => id);
  }
});
