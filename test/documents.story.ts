import { createServer, type Server } from 'node:net';
import { inflateRawSync, inflateSync } from 'node:zlib';
import { bring as brought, taken } from './support/brought';
import { fileOnPaper, onTeam, type PaperFile } from './support/file-on-paper';
import { type Answer, type House, openHouse, type Person } from './support/house';
import { admitted } from './support/known-client';
import * as papers from './support/papers';
import { officeDay } from './support/office-day';

const today = () => officeDay();
const told = (more: object = {}) => ({ fileName: 'scan', type: 'OTHER', title: 'A letter', receivedOn: '2026-01-02', ...more });

/** Sends a document to a case. */
const bring = (by: Person, caseId: string, content: Buffer, input: object = told(), key: string = crypto.randomUUID()): Promise<Answer> =>
  brought(by, `/api/cases/${caseId}/documents`, content, input, { key });

describe('documents on a case', () => {
  let house: House;
  let worker: Person;
  let file: PaperFile;
  beforeAll(async () => {
    house = await openHouse();
    worker = await house.as('CASEWORKER');
    file = await admitted(house, worker);
  });
  afterAll(() => house.close());

  const content = (id: string, by: Person = worker) => taken(house, by, `/api/documents/${id}/file?warning=seen`);
  const left = () =>
    house.sql(
      'select (select count(*) from document) as documents, (select count(*) from stored_file) as files, (select count(*) from stored_chunk) as chunks',
    );

  describe('what is taken', () => {
    it.each([
      ['PDF', () => papers.pdf(), 'letter.pdf'],
      ['PDF', () => papers.pdf({ packed: true }), 'letter.PDF'],
      ['JPEG', () => papers.photograph(), 'photo.jpg'],
      ['PNG', () => papers.picturePng(), 'picture.png'],
      ['WEBP', () => papers.pictureWebp(), 'picture.webp'],
      ['DOCX', () => papers.docx(), 'text.docx'],
      ['ODT', () => papers.odt(), 'text.odt'],
      ['TXT', () => papers.text(), 'نوشته.txt'],
      ['MP3', () => papers.mp3(), 'voice.mp3'],
      ['M4A', () => papers.m4a(), 'voice.m4a'],
    ])('%s, told by its content, and nothing in it says any more who made it or where', async (kind, make, fileName) => {
      const { status, body, text } = await bring(worker, file.caseId, make(), told({ fileName }));
      expect([status, text.includes('fields') ? body.fields : null, body.kind, body.state]).toEqual([201, null, kind, 'UNSCANNED']);
      const { bytes } = await content(body.id);
      expect(bytes.length).toBe(body.bytes);
      const plain = Buffer.concat([bytes, ...unpackedParts(bytes)]).toString('latin1');
      for (const telling of [papers.MAKER, papers.PLACE, Buffer.from(papers.MAKER).toString('hex'), 'TIMETIME', 'Exif', 'xmpmeta'])
        expect([kind, telling, plain.includes(telling)]).toEqual([kind, telling, false]);
    });

    it('what was written and drawn stays as it was', async () => {
      const of = async (make: Buffer) => (await content((await bring(worker, file.caseId, make)).body.id)).bytes;
      expect((await of(papers.photograph())).equals(papers.plainJpeg())).toBe(true);
      expect((await of(papers.picturePng())).equals(papers.plainPng())).toBe(true);
      expect((await of(papers.text())).equals(papers.text())).toBe(true);
      expect(unpackedParts(await of(papers.docx())).join()).toContain('<w:t>What was agreed</w:t>');
      expect(unpackedParts(await of(papers.odt())).join()).toContain('<text:p>What was agreed</text:p>');
      const pdf = await of(papers.pdf());
      expect(pdf.toString('latin1')).toContain('(What was agreed) Tj');
      expect(pdf.length).toBe(papers.pdf().length - `hung behind: ${papers.PLACE}`.length);
    });

    it('a photograph that was held upright stays upright, and says nothing else', async () => {
      const { body } = await bring(worker, file.caseId, papers.photograph(6));
      const { bytes } = await content(body.id);
      expect(bytes.length - papers.plainJpeg().length).toBe(36);
      expect(bytes.toString('latin1')).not.toContain(papers.PLACE);
    });
  });

  describe('what is refused, with the field and the reason, and nothing kept', () => {
    const bomb = () => papers.zip([...papers.docxParts(), { name: 'word/big.xml', content: Buffer.alloc(30_000_000, 'a') }]);
    const enormous = () => {
      const png = papers.plainPng();
      png.writeUInt32BE(60_000, 16);
      png.writeUInt32BE(60_000, 20);
      return png;
    };
    it.each([
      ['nothing at all', () => Buffer.alloc(0), 'a.pdf', 'empty'],
      ['a program', () => Buffer.from('MZ\x90\0\x03\0\0\0'), 'a.pdf', 'unknown-kind'],
      [
        'a picture that is a page',
        () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
        'a.txt',
        'unknown-kind',
      ],
      ['a page', () => Buffer.from('  <!DOCTYPE html><script>alert(1)</script>'), 'a.txt', 'unknown-kind'],
      ['any archive', () => papers.zip([{ name: 'a.txt', content: Buffer.from('a') }]), 'a.docx', 'unknown-kind'],
      ['a film', () => papers.m4a('vide'), 'a.m4a', 'unknown-kind'],
      ['bytes of no kind', () => Buffer.from([1, 2, 3, 0, 255]), 'a', 'unknown-kind'],
      ['a PDF that says it is a picture', () => papers.pdf(), 'photo.jpg', 'name-says-otherwise'],
      ['a picture that says it is a PDF', () => papers.photograph(), 'letter.pdf', 'name-says-otherwise'],
      ['a PDF that says it is a program', () => papers.pdf(), 'letter.pdf.exe', 'name-says-otherwise'],
      [
        'a text with macros',
        () => papers.zip(papers.docxParts([{ name: 'word/vbaProject.bin', content: Buffer.from('x') }])),
        'a.docx',
        'has-macros',
      ],
      [
        'an archive that climbs out',
        () => papers.zip(papers.docxParts([{ name: '../../etc/passwd', content: Buffer.from('x') }])),
        'a.docx',
        'broken',
      ],
      ['an archive under a password', () => papers.zip(papers.docxParts(), { encrypted: true }), 'a.docx', 'encrypted'],
      ['an archive that bursts', bomb, 'a.docx', 'unpacks-too-large'],
      [
        'an archive that lies about how much is in it',
        () => papers.zip(papers.docxParts(), { unpacked: 10 }),
        'a.docx',
        'unpacks-too-large',
      ],
      ['a picture of more points than anybody draws', enormous, 'a.png', 'too-many-pixels'],
      ['a photograph that was cut', () => papers.plainJpeg().subarray(0, 500), 'a.jpg', 'broken'],
      ['a picture that was cut', () => papers.plainPng().subarray(0, 100), 'a.png', 'broken'],
      ['a PDF that was cut', () => papers.pdf().subarray(0, 900), 'a.pdf', 'broken'],
      ['a PDF under a password', () => papers.pdf({ encrypted: true }), 'a.pdf', 'encrypted'],
      ['a PDF with files inside', () => papers.pdf({ attached: true }), 'a.pdf', 'has-files-inside'],
    ])('%s', async (_what, make, fileName, reason) => {
      const before = await left();
      const { status, body } = await bring(worker, file.caseId, make(), told({ fileName }));
      expect([status, body.code, body.fields]).toEqual([422, 'invalid', { file: [reason] }]);
      expect(await left()).toEqual(before);
    });

    it('more than 100 MB, by what it says and by what comes', async () => {
      const said = await worker.post(`/api/cases/${file.caseId}/documents`, papers.text(), {
        headers: {
          'content-type': 'application/octet-stream',
          'x-document': Buffer.from(JSON.stringify(told())).toString('base64url'),
          'content-length': String(100 * 1024 * 1024 + 1),
        },
      });
      expect([said.status, said.body.fields]).toEqual([422, { file: ['too-large'] }]);
    });

    it.each([
      ['no title', { title: ' ' }, 'title'],
      ['a title too long', { title: 'a'.repeat(121) }, 'title'],
      ['no such type', { type: 'NOVEL' }, 'type'],
      ['a day that cannot be', { receivedOn: '2026-02-30' }, 'receivedOn'],
      ['a day to come', { receivedOn: '2999-01-01' }, 'receivedOn'],
      ['an end before the beginning', { receivedOn: '2026-01-02', validTo: '2026-01-01' }, 'validTo'],
      ['a privilege that does not fit', { privileged: true }, 'privileged'],
      ['a translation of nothing', { translationOf: crypto.randomUUID() }, 'translationOf'],
    ])('%s', async (_what, more, field) => {
      const before = await left();
      const { status, body } = await bring(worker, file.caseId, papers.text(), told(more));
      expect([status, Object.keys(body.fields ?? {})]).toEqual([422, [field]]);
      expect(await left()).toEqual(before);
    });

    it('R-CA-11: a title that names the client, in either script; the file stays with who sent it', async () => {
      for (const title of ['Passport Maryam', 'گذرنامهٔ مریم', 'karimi, permit']) {
        const { status, body } = await bring(worker, file.caseId, papers.text(), told({ title }));
        expect([title, status, body.fields]).toEqual([title, 422, { title: ['names-a-person'] }]);
      }
      expect((await bring(worker, file.caseId, papers.text(), told({ title: 'Permit copy' }))).status).toBe(201);
    });

    it('a field that nobody knows, and a body that is no file', async () => {
      expect((await bring(worker, file.caseId, papers.text(), told({ fileId: crypto.randomUUID() }))).body.code).toBe('unknown-field');
      const json = await worker.post(
        `/api/cases/${file.caseId}/documents`,
        {},
        { headers: { 'x-document': Buffer.from(JSON.stringify(told())).toString('base64url') } },
      );
      expect([json.status, json.body.fields]).toEqual([422, { file: ['missing'] }]);
    });

    it('bytes on any other route', async () => {
      const answer = await worker.post(`/api/cases/${file.caseId}/notes`, Buffer.from('abc'), {
        headers: { 'content-type': 'application/octet-stream' },
      });
      expect(answer.status).toBe(415);
    });
  });

  describe('how it leaves', () => {
    it('is saved, never opened: attachment, no sniffing, no right of its own, a name that says nothing', async () => {
      const { body } = await bring(worker, file.caseId, papers.pdf(), told({ title: 'Court letter' }));
      for (const url of [`/api/documents/${body.id}/file?warning=seen`, `/api/documents/${body.id}/content`]) {
        const { status, headers } = await taken(house, worker, url);
        expect(status).toBe(200);
        expect(headers).toMatchObject({
          'content-type': 'application/octet-stream',
          'content-disposition': `attachment; filename="${body.id}.pdf"`,
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; sandbox",
          'cache-control': 'no-store',
          'content-length': String(body.bytes),
        });
      }
    });

    it('without a scanner only after the warning; looking at it re-drawn needs none', async () => {
      const { body } = await bring(worker, file.caseId, papers.photograph());
      const refused = await worker.get(`/api/documents/${body.id}/file`);
      expect([refused.status, refused.body.code]).toEqual([422, 'not-scanned']);
      expect((await taken(house, worker, `/api/documents/${body.id}/content`)).status).toBe(200);
      expect((await content(body.id)).status).toBe(200);
      const sound = (await bring(worker, file.caseId, papers.mp3())).body;
      expect((await worker.get(`/api/documents/${sound.id}/content`)).body.code).toBe('not-shown');
      expect([body.actions, sound.actions]).toEqual([
        ['look', 'download', 'edit'],
        ['download', 'edit'],
      ]);
    });

    it('as it came only where somebody chose to keep it as evidence', async () => {
      const photo = papers.photograph();
      const cleaned = (await bring(worker, file.caseId, photo, told({ type: 'EVIDENCE' }))).body;
      expect(cleaned.evidence).toBeNull();
      expect((await worker.get(`/api/documents/${cleaned.id}/original?warning=seen`)).status).toBe(404);
      const kept = (await bring(worker, file.caseId, photo, told({ type: 'EVIDENCE', keepAsEvidence: true }))).body;
      expect((await worker.get(`/api/documents/${kept.id}/original`)).body.code).toBe('not-scanned');
      expect((await taken(house, worker, `/api/documents/${kept.id}/original?warning=seen`)).bytes.equals(photo)).toBe(true);
      expect((await content(kept.id)).bytes.toString('latin1')).not.toContain(papers.PLACE);
      expect(kept.evidence.bytes).toBe(photo.length);
      expect(await house.sql(`select 1 from stored_chunk where position($1::bytea in sealed) > 0`, [Buffer.from(papers.PLACE)])).toEqual(
        [],
      );
    });

    it('leaves a line in the log each time, with no word of it', async () => {
      const { body } = await bring(worker, file.caseId, papers.text(), told({ title: 'Quite a rare title' }));
      await content(body.id);
      const lines = await house.sql<{ word: string; outcome: string; client_id: string }>(
        `select word, outcome, client_id from audit_event where subject_id = $1 order by at`,
        [body.id],
      );
      expect(lines).toEqual([
        { word: 'document:add', outcome: 'DONE', client_id: file.clientId },
        { word: 'document:read', outcome: 'DONE', client_id: file.clientId },
      ]);
      expect(await house.sql(`select 1 from audit_event e where e::text like '%rare title%'`)).toEqual([]);
    });
  });

  describe('whose it is', () => {
    it('is read by shelf: each specialist what is theirs, the coordinator all but what is privileged', async () => {
      const other = await admitted(house, worker);
      const [counsellor, legal, housing, links, coordinator] = await Promise.all(
        (['COUNSELLOR', 'LEGAL', 'HOUSING', 'FAMILY_LINKS', 'COORDINATOR'] as const).map((role) => house.as(role)),
      );
      for (const member of [counsellor, legal, housing, links]) await onTeam(house, other, member);
      for (const type of ['MEDICAL', 'DECISION', 'TENANCY', 'FAMILY_PHOTO', 'ID_COPY', 'OTHER'])
        await bring(worker, other.caseId, papers.text(), told({ type }));
      const privileged = (await bring(legal, other.caseId, papers.text(), told({ type: 'LEGAL_MANDATE', privileged: true }))).body;
      const seen = async (by: Person) =>
        (await by.get(`/api/cases/${other.caseId}/documents`)).body.items.map(({ type }: { type: string }) => type).sort();
      expect(await seen(worker)).toEqual(['DECISION', 'FAMILY_PHOTO', 'ID_COPY', 'MEDICAL', 'OTHER', 'TENANCY']);
      expect(await seen(coordinator)).toEqual(['DECISION', 'FAMILY_PHOTO', 'ID_COPY', 'MEDICAL', 'OTHER', 'TENANCY']);
      expect(await seen(counsellor)).toEqual(['MEDICAL']);
      expect(await seen(legal)).toEqual(['DECISION', 'ID_COPY', 'LEGAL_MANDATE']);
      expect(await seen(housing)).toEqual(['TENANCY']);
      expect(await seen(links)).toEqual(['FAMILY_PHOTO', 'ID_COPY']);
      for (const outsider of [worker, coordinator, housing])
        for (const url of ['', '/content', '/file?warning=seen'])
          expect((await outsider.get(`/api/documents/${privileged.id}${url}`)).status).toBe(404);
      expect((await content(privileged.id, legal)).status).toBe(200);
      const refused = await bring(housing, other.caseId, papers.text(), told({ type: 'MEDICAL' }));
      expect([refused.status, refused.body.code, refused.body.fields]).toEqual([422, 'type-not-yours', { type: ['not-yours'] }]);
      expect((await bring(coordinator, other.caseId, papers.text())).status).toBe(403);
    });

    it('is not there for anybody off the team, and ends with the team', async () => {
      const stranger = await house.as('CASEWORKER');
      const { body } = await bring(worker, file.caseId, papers.text());
      for (const url of [`/api/cases/${file.caseId}/documents`, `/api/documents/${body.id}`, `/api/documents/${body.id}/content`])
        expect((await stranger.get(url)).status).toBe(404);
      expect((await bring(stranger, file.caseId, papers.text())).status).toBe(404);
    });

    it('hangs on its own client only: no document of another case is translated', async () => {
      const other = await fileOnPaper(house, worker);
      const { body } = await bring(worker, file.caseId, papers.text());
      expect((await bring(worker, other.caseId, papers.text(), told({ translationOf: body.id }))).body.fields).toEqual({
        translationOf: ['not-in-file'],
      });
      expect(
        (await bring(worker, file.caseId, papers.text(), told({ type: 'TRANSLATION', translationOf: body.id }))).body.translationOf,
      ).toBe(body.id);
    });
  });

  describe('how it is kept', () => {
    it('is there once, however often the same upload is sent', async () => {
      const key = crypto.randomUUID();
      const first = await bring(worker, file.caseId, papers.text(), told(), key);
      const before = await left();
      const again = await bring(worker, file.caseId, papers.text(), told(), key);
      expect([again.status, again.body.id]).toEqual([201, first.body.id]);
      expect(await left()).toEqual(before);
      expect((await bring(worker, file.caseId, papers.text(), told({ title: 'Another' }), key)).body.code).toBe('idempotency-key-reused');
    });

    it('is put right with the version that was read; a stale one is told what differs', async () => {
      const { body } = await bring(worker, file.caseId, papers.text(), told({ validTo: '2030-01-01' }));
      const edit = { type: 'PERMIT', title: 'Permit copy', receivedOn: '2026-01-02' };
      const edited = await worker.put(`/api/documents/${body.id}`, edit, { version: 1 });
      expect([edited.status, edited.body.class, edited.body.validTo, edited.body.version]).toEqual([200, 'RESTRICTED', null, 2]);
      const stale = await worker.put(`/api/documents/${body.id}`, { ...edit, title: 'Other' }, { version: 1 });
      expect([stale.status, stale.body.facts.changed]).toEqual([412, ['title']]);
      expect((await worker.put(`/api/documents/${body.id}`, { ...edit, title: 'Maryam' }, { version: 2 })).body.fields).toEqual({
        title: ['names-a-person'],
      });
      expect((await content(body.id)).bytes.equals(papers.text())).toBe(true);
    });

    it('lists newest first, page by page, by type', async () => {
      const other = await admitted(house, worker);
      for (const type of ['OTHER', 'MEDICAL', 'OTHER'])
        await bring(worker, other.caseId, papers.text(), told({ type, receivedOn: today() }));
      const first = (await worker.get(`/api/cases/${other.caseId}/documents?limit=2`)).body;
      const rest = (await worker.get(`/api/cases/${other.caseId}/documents?limit=2&cursor=${first.next}`)).body;
      expect([first.total, first.items.length, rest.items.length, rest.next]).toEqual([3, 2, 1, null]);
      expect((await worker.get(`/api/cases/${other.caseId}/documents?type=MEDICAL`)).body.total).toBe(1);
      expect(first.types).toContain('OTHER');
    });

    it('holds no title and no content in plain, also for the superuser of the database', async () => {
      const canary = `canary${crypto.randomUUID().slice(0, 8)}`;
      await bring(
        worker,
        file.caseId,
        Buffer.from(`${canary} `.repeat(20_000)),
        told({ title: `Letter ${canary}`, fileName: `${canary}.txt` }),
      );
      for (const table of ['document', 'stored_file', 'stored_chunk', 'process_step', 'audit_event', 'idempotency']) {
        expect([table, await house.sql(`select 1 from "${table}" t where t::text like $1`, [`%${canary}%`])]).toEqual([table, []]);
        expect([
          table,
          await house.sql(`select 1 from "${table}" t where t::text like $1`, [`%${Buffer.from(canary).toString('hex')}%`]),
        ]).toEqual([table, []]);
      }
    });

    it('keeps its bytes, also for plain SQL of the runtime login', async () => {
      const { body } = await bring(worker, file.caseId, papers.text());
      await expect(house.sql('update document set file_id = $2 where id = $1', [body.id, crypto.randomUUID()])).rejects.toMatchObject({
        code: '23514',
      });
    });
  });
});

/** What lies packed in a PDF or an archive, unpacked wherever something can be. */
function unpackedParts(whole: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = whole.indexOf('stream\n'); at >= 0; at = whole.indexOf('stream\n', at + 1))
    try {
      parts.push(inflateSync(whole.subarray(at + 7)));
    } catch {
      continue; // not packed
    }
  for (let at = whole.indexOf('PK\x03\x04'); at >= 0; at = whole.indexOf('PK\x03\x04', at + 1)) {
    const from = at + 30 + whole.readUInt16LE(at + 26) + whole.readUInt16LE(at + 28);
    const body = whole.subarray(from, from + whole.readUInt32LE(at + 18));
    parts.push(whole.readUInt16LE(at + 8) === 8 ? inflateRawSync(body) : body);
  }
  return parts;
}

describe('with a scanner', () => {
  let clamd: ReturnType<typeof standIn>;
  let house: House;
  let worker: Person;
  let file: PaperFile;
  beforeAll(async () => {
    clamd = standIn();
    house = await openHouse({ SCANNER: `clamd://127.0.0.1:${await clamd.port()}` });
    worker = await house.as('CASEWORKER');
    file = await admitted(house, worker);
  });
  afterAll(async () => {
    await house.close();
    await clamd.stop();
  });

  it('what it finds clean is clean, and leaves without a warning', async () => {
    const photo = papers.photograph();
    const { body } = await bring(worker, file.caseId, photo);
    expect([body.state, body.actions]).toEqual(['CLEAN', ['look', 'download', 'edit']]);
    expect((await worker.get(`/api/documents/${body.id}/file`)).status).toBe(200);
    expect(clamd.seen.at(-1)?.equals(photo)).toBe(true);
  });

  it('what it finds infected is refused, with the reason, and nothing is kept', async () => {
    const before = await house.sql('select count(*) from stored_file');
    const { status, body } = await bring(worker, file.caseId, Buffer.from(`a letter with ${MARK}`));
    expect([status, body.fields]).toEqual([422, { file: ['infected'] }]);
    expect(await house.sql('select count(*) from stored_file')).toEqual(before);
  });

  it('while it is away files wait and do not open; asked again, it lets them pass or blocks them', async () => {
    clamd.answer('silence');
    const good = (await bring(worker, file.caseId, papers.text())).body;
    const bad = (await bring(worker, file.caseId, Buffer.from(`another with ${MARK}`))).body;
    expect([good.state, good.actions, bad.state]).toEqual(['QUARANTINED', ['edit', 'scan'], 'QUARANTINED']);
    for (const url of ['content', 'file', 'file?warning=seen'])
      expect((await worker.get(`/api/documents/${good.id}/${url}`)).body.code).toBe('waits-for-scan');
    expect((await worker.post(`/api/documents/${good.id}/scan`)).body.code).toBe('scanner-away');
    clamd.answer('verdict');
    expect((await worker.post(`/api/documents/${good.id}/scan`)).body.state).toBe('CLEAN');
    expect((await worker.post(`/api/documents/${bad.id}/scan`)).body).toMatchObject({ state: 'INFECTED', actions: ['edit'] });
    for (const url of ['content', 'file?warning=seen'])
      expect((await worker.get(`/api/documents/${bad.id}/${url}`)).body.code).toBe('blocked-by-scan');
    expect((await worker.post(`/api/documents/${good.id}/scan`)).status).toBe(409);
    await expect(house.sql(`update document set file_state = 'CLEAN' where id = $1`, [bad.id])).rejects.toMatchObject({ code: '23514' });
  });

  it('an answer that is no verdict is none', async () => {
    for (const word of ['too large', 'nonsense'] as const) {
      clamd.answer(word);
      expect((await bring(worker, file.caseId, papers.text())).body.state).toBe('QUARANTINED');
    }
    clamd.answer('verdict');
  });
});

const MARK = 'X5O!P%@AP[4-made-up-mark-of-a-test-virus';

/** A server that speaks clamd's INSTREAM: pieces with their length in front, an empty one, one line back. */
function standIn() {
  let mode: 'verdict' | 'silence' | 'too large' | 'nonsense' = 'verdict';
  const seen: Buffer[] = [];
  const server: Server = createServer((socket) => {
    let held = Buffer.alloc(0);
    if (mode === 'silence') return void socket.destroy();
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      held = Buffer.concat([held, part]);
      const whole = contentOf(held);
      if (!whole) return;
      seen.push(whole);
      const verdict = whole.includes(MARK) ? 'stream: Test.Signature FOUND' : 'stream: OK';
      socket.end(
        `${{ verdict, 'too large': 'INSTREAM size limit exceeded. ERROR', nonsense: 'stream: what' }[mode as 'verdict'] ?? verdict}\0`,
      );
    });
  });
  return {
    seen,
    answer: (next: typeof mode) => void (mode = next),
    port: () => new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Null while not everything is there. */
function contentOf(held: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (held.length < command.length + 4) return null;
  if (held.toString('latin1', 0, command.length) !== command) throw new Error('not what clamd is told');
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= held.length;) {
    const length = held.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(held.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
