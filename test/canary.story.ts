import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  cell,
  CLASSES_OF_ROLE,
  RECORD_CLASSES,
  type RecordClass,
  recordClassOf,
  type Role,
  WORDS,
} from '@panah/domain/access/access-table';
import { Client } from 'pg';
import { Jobs } from '../apps/api/src/platform/jobs/jobs';
import { SETTINGS } from '../apps/api/src/platform/settings.module';
import type { Settings } from '../apps/api/src/platform/settings';
import { newStem, plantEverywhere, type Planting } from './support/canaries';
import { counted } from './support/counts';
import { undescribed } from './support/described';
import { disguisesOf, foundIn } from './support/disguises';
import type { Person } from './support/house';
import { labelOf, openWorld, send, type World } from './support/populated-house';
import { databaseUrl } from './support/postgres';
import { pathFor } from './support/route-fixtures';

jest.setTimeout(300_000); // every route or every table in turn

/** What the server prints in this story, kept line by line instead of standing on the screen. */
const mockLog: string[] = [];
jest.mock('pino', () => {
  const pino: { (options: object, out: object): object; stdTimeFunctions: object } = jest.requireActual('pino');
  const kept = (options: object): object => pino(options, { write: (line: string) => mockLog.push(line) });
  return Object.assign(kept, pino, { default: Object.assign(kept, pino) });
});

/** Fields that take letters, and no words of people: why no canary fits. */
const NO_WORDS: Record<string, string> = {
  'OfficeInput.timeZone': 'the name of a time zone',
  'AppointmentInput.timeZone': 'the name of a time zone',
  'PartialDateInput.originalText': 'a date in figures and names of months; a text that is none is refused',
  'EnquirySearchInput.cursor': 'what the page before gave',
  'NoteVoidConfirmationInput.moveToCaseRef': 'the reference of a case',
  'KeepApartInput.caseRef': 'the reference of a case',
  'OwnClientInput.caseRef': 'the reference of a case',
  'ProfileValueInput.sourceUrl': 'where a law is printed; it is about nobody',
  'PasswordInput.newPassword': 'planted below: a password is longer than a canary',
  'PartnerInput.name': 'the name of an association, by which lists are sorted; its people are sealed',
  'OfficeInput.name': 'the name of an office',
  'InstrumentLicenceInput.textSource': 'where a form comes from; it is about nobody',
  'InstrumentLicenceInput.versionLabel': 'the version of a form',
  'InstrumentLicenceInput.itemTexts': 'the text of a form, licensed; it is about nobody',
};
/** Fields of steps whose state no fixture lays yet: their words are planted in the stories of their capability only. */
const NOT_LAID: readonly string[] = [
  'DutyTurnInput.telephone',
  'RiskReturnInput.explanation',
  'IncidentClosureInput.words',
  'PlanInput.participationReason',
  'PlanApprovalInput.reason',
  'DisclosureInput.what',
  'ConsentDecisionInput.evidence',
  'ConsentDecisionInput.witness',
  'ConsentDecisionInput.supporter',
  'ConsentDecisionInput.interpreterName',
  'CounsellingEndInput.words',
];
/** What is planted by a word of one class and read by a word of another (model.md 5.1, row 10: housing reads the measures of a safety plan). */
const READ_AS: [RegExp, RecordClass][] = [
  [/^SafetyMeasureInput\.|^SafetyPlanInput\.mustNot$/, 'MEASURES'],
  // where the paper of a written consent lies stands with the consent
  [/^HandingOnInput\.evidence$/, 'CONSENTS'],
];
/** Past the door, and stopped by a rule of the domain: the state is another, or a second person is missing. */
const BY_A_RULE = /^(409|412|422) /;
/** Classes whose words leave the server only when somebody asks for them with a reason (goal 5). */
const ONLY_REVEALED: readonly (RecordClass | null)[] = ['LOCATION'];

/**
 * What people said is planted in every field of every write route; then each role reads everything it may, and everything that the house keeps
 * is searched in every encoding (goals 4, 5 and 18). Fields and routes come from the contracts and the router: a new one is planted by itself.
 */
describe('what people said', () => {
  const stem = newStem();
  const disguises = disguisesOf(stem);
  let world: World;
  let planting: Planting;
  let root: Client;
  let began: string;

  beforeAll(async () => {
    world = await openWorld({ LOG_LEVEL: 'debug' });
    root = new Client(databaseUrl(databaseName()));
    await root.connect();
    began = (await root.query<{ lsn: string }>('select pg_current_wal_lsn()::text as lsn')).rows[0]?.lsn ?? '';
    await world.house.app.get(Jobs).start();
    planting = await plantEverywhere(world, stem, Object.keys(NO_WORDS));
    await world.entitled.auditor.post('/api/account/password', { newPassword: `${stem} and more words ${stem}` });
  });
  afterAll(async () => {
    await root.end();
    await world.house.close();
  });
  const databaseName = (): string => new URL(world.house.urls.app).pathname.slice(1);

  it('stands in every field that takes words, written by whoever is entitled', () => {
    const shut = Object.entries(planting.refused).filter(([, answer]) => !BY_A_RULE.test(answer));
    const unplanted = Object.keys(planting.unplanted).filter((field) => !NOT_LAID.includes(field));
    const byRule = Object.keys(planting.refused).length - shut.length;
    counted('Closed', { 'twins succeeded': planting.succeeded, 'twins stopped by a rule': byRule });
    counted('Sealed', { 'canaries planted': planting.canaries.length });
    expect([unplanted.map((field) => `${field}: ${String(planting.unplanted[field])}`), shut]).toEqual([[], []]);
    expect(planting.succeeded).toBeGreaterThan(100);
    expect(planting.canaries.length).toBeGreaterThan(90);
  });

  describe('is read', () => {
    /** Each role as it stands on this case: the classes of its team row, or of its office. */
    const readers = async (): Promise<[Person, readonly RecordClass[]][]> => {
      const [place] = await world.house.sql<{ org: string; office: string; client: string }>(
        'select org_id as org, office_id as office, client_id as client from case_file where id = $1',
        [world.ids.case],
      );
      const { org = '', office = '', client = '' } = place ?? {};
      const found: [Person, readonly RecordClass[]][] = [];
      for (const role of ['CASEWORKER', 'COUNSELLOR', 'LEGAL', 'HOUSING', 'FAMILY_LINKS'] as const) {
        const person = await world.house.as(role, { orgId: org, id: office });
        await world.house.sql(
          `insert into case_team (id, org_id, office_id, client_id, case_id, staff_id, role, classes, reason, proposed_by, member_answer, client_answer, starts_at, ends_at)
           values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, 'COVER', $5, 'NO_TIE', 'NO_OBJECTION', now(), now() + interval '9 days')`,
          [org, office, client, world.ids.case, person.id, role, CLASSES_OF_ROLE[role]],
        );
        found.push([person, CLASSES_OF_ROLE[role]]);
      }
      for (const role of ['COORDINATOR', 'PARTNER', 'AUDITOR', 'ADMIN'] as const)
        found.push([await world.house.as(role, { orgId: org, id: office }), role === 'COORDINATOR' ? RECORD_CLASSES : []]);
      return found;
    };
    /** Whether any word that reads or reveals this class is open to the role. */
    const mayRead = (role: Role, recordClass: RecordClass): boolean =>
      WORDS.some((word) => /:(read|reveal|list)/.test(word) && recordClassOf(word) === recordClass && cell(word, role) !== 'none');

    it('by each role within its record classes only, on every route that reads (goal 18, model.md 5.1)', async () => {
      const told: string[] = [];
      let probes = 0;
      let seen = 0;
      const fieldsBeyond = await undescribed(world.house);
      const beyond = new Set<string>();
      const reads = world.routes.filter(({ method, path: url, word }) => method === 'GET' || (url.endsWith('/reveal') && word !== null));
      for (const [reader, classes] of await readers())
        for (const route of reads) {
          const answer = await send(reader, route, pathFor(route.path, world.ids), world.fixtures[labelOf(route)]?.body ?? {});
          probes += 1;
          if (answer.status < 300 && answer.body)
            for (const field of fieldsBeyond(route, answer.body)) beyond.add(`${labelOf(route)} ${field}`);
          for (const canary of planting.canaries.filter(({ text }) => answer.text.includes(text))) {
            const { recordClass } = canary;
            seen += 1;
            const readAs = [recordClass, ...READ_AS.filter(([fields]) => fields.test(canary.field)).map(([, other]) => other)];
            const open = readAs.some((one) => one === null || (classes.includes(one) && mayRead(reader.role, one)));
            const asked = !ONLY_REVEALED.includes(recordClass) || route.path.endsWith('/reveal');
            if (!open || !asked) told.push(`${reader.role} reads ${canary.field} (${String(recordClass)}) by ${labelOf(route)}`);
          }
        }
      counted('Closed', { probes, 'got in': told.length });
      expect([told, [...beyond]]).toEqual([[], []]);
      expect(seen).toBeGreaterThan(100);
    });
  });

  describe('is kept', () => {
    /** Every row of every table of both databases, the queue's and the idempotency rows too, as text. */
    it('in no row of any table in any disguise', async () => {
      const hits: string[] = [];
      let rows = 0;
      for (const [where, asked] of [
        ['data', world.house.sql],
        ['keys', world.house.keysSql],
      ] as const) {
        const tables = await asked<{ schema: string; name: string }>(
          `select n.nspname::text as schema, c.relname::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema')`,
        );
        for (const { schema, name } of tables) {
          const texts = await asked<{ text: string }>(`select t::text as text from "${schema}"."${name}" t`);
          rows += texts.length;
          const bytes = Buffer.from(texts.map(({ text }) => text).join('\n'));
          hits.push(...foundIn(bytes, disguises).map((disguise) => `${where} ${schema}.${name}: ${disguise}`));
        }
        expect(tables.some(({ schema }) => schema === 'queue') || where === 'keys').toBe(true);
      }
      counted('Sealed', { 'rows searched': rows, hits: hits.length });
      expect(hits).toEqual([]);
    });

    it('in no data file, no write-ahead log and no log of PostgreSQL, in no line that the server printed, and nowhere in its own folder', async () => {
      await world.entitled.worker.get(`/api/enquiries?text=${stem}`);
      await world.house.stranger.post('/api/session', { login: stem, password: `${stem} ${stem}` });
      await world.entitled.worker.post('/api/clients/search', { text: stem.repeat(40) });
      await root.query('checkpoint');
      const hits: string[] = [];
      let bytes = 0;
      for (const [place, content] of await everythingKept()) {
        bytes += content.length;
        hits.push(...foundIn(content, disguises).map((disguise) => `${place}: ${disguise}`));
      }
      counted('Sealed', { 'megabytes searched': Math.round(bytes / 1_000_000), hits: hits.length });
      expect(hits).toEqual([]);
      expect(mockLog.length).toBeGreaterThan(100);
    });

    it('and would be found: a plain text that is planted at each of these places is seen in every disguise', async () => {
      const control = newStem();
      const shapes = disguisesOf(control);
      for (const shape of shapes)
        expect(foundIn(Buffer.concat([Buffer.from('before '), shape.bytes, Buffer.from(' after')]), shapes)).toContain(shape.name);
      for (const at of [0, 1, 2])
        expect(foundIn(Buffer.from(Buffer.from(`${'x'.repeat(at)}${control} and more`).toString('base64')), shapes)).toContain(
          `base64 at ${String(at)}`,
        );
      expect(foundIn(Buffer.concat([Buffer.alloc(100, 7), gzipSync(`a row with ${control} in it`)]), shapes)).toContain(
        'plain, compressed',
      );
      await root.query('create table planted (words text)');
      await root.query(`insert into planted values ('${control}')`);
      await root.query(`do $$ begin raise log '${control}'; end $$`);
      await root.query('checkpoint');
      mockLog.push(control);
      const seen = (await everythingKept())
        .filter(([, content]) => foundIn(content, shapes).includes('plain'))
        .map(([place]) => place.split(' ')[0]);
      mockLog.pop();
      await root.query('drop table planted');
      expect(new Set(seen)).toEqual(new Set(['data', 'wal', 'postgres', 'printed']));
    });
  });

  /** Each place and its bytes: the files of both databases, what was written ahead since the planting, PostgreSQL's log, the server's own. */
  const everythingKept = async (): Promise<[string, Buffer][]> => {
    const places: [string, Buffer][] = [['printed lines', Buffer.from(mockLog.join('\n'))]];
    const read = async (kind: string, files: string[]): Promise<void> => {
      for (const file of files) {
        const { rows } = await root.query<{ bytes: Buffer | null }>('select pg_read_binary_file($1, 0, 1000000000, true) as bytes', [file]);
        if (rows[0]?.bytes) places.push([`${kind} ${path.basename(file)}`, rows[0].bytes]);
      }
    };
    const listed = async (text: string, values: unknown[]): Promise<string[]> =>
      (await root.query<{ file: string }>(text, values)).rows.map(({ file }) => file);
    const ours = [databaseName(), new URL(world.house.urls.keys).pathname.slice(1)];
    await read(
      'data',
      await listed(
        `select 'base/' || d.oid || '/' || f as file from pg_database d, pg_ls_dir('base/' || d.oid) f where d.datname = any($1)`,
        [ours],
      ),
    );
    await read('data', await listed(`select 'global/' || f as file from pg_ls_dir('global') f where f <> 'pg_control'`, []));
    await read(
      'wal',
      await listed(
        `select 'pg_wal/' || name as file from pg_ls_waldir() where name >= pg_walfile_name($1::pg_lsn) and name <= pg_walfile_name(pg_current_wal_lsn())`,
        [began],
      ),
    );
    const [folder] = await listed('select setting as file from pg_settings where name = $1', ['data_directory']);
    await read('postgres', [path.join(folder ?? '', '..', 'server.log')]);
    const own = world.house.app.get<Settings>(SETTINGS).dataDir;
    for (const file of readdirSync(own, { recursive: true, encoding: 'utf8' }).map((name) => path.join(own, name)))
      if (statSync(file).isFile()) places.push([`folder ${path.basename(file)}`, readFileSync(file)]);
    return places;
  };
});
