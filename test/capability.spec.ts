import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

jest.setTimeout(180_000);

interface ScratchCopy {
  house: string;
  run: (files: string[], titles: string[]) => Promise<{ output: string; statusOf: (test: { file: string; test: string }) => string }>;
  remove: () => Promise<void>;
}

const HOUSE = 'test/house.spec.ts';
const STORY = 'test/home-visits.story.ts';
const SENTENCES = {
  drawing: 'has drawn each process',
  access: 'has a row in the access table for each word that a route asks for',
  migration: 'has made each table that something is sealed for',
  registration: 'has a contract and a module for each capability, and the module is registered',
  web: 'names the same capabilities in api and web',
} as const;
type Asked = keyof typeof SENTENCES;
const ALL = Object.keys(SENTENCES) as Asked[];

let copy: ScratchCopy;
beforeAll(async () => {
  const place: string = '../scripts/lib/scratch-copy.mjs';
  const { scratchCopy } = (await import(place)) as { scratchCopy: () => ScratchCopy };
  copy = scratchCopy();
});
afterAll(() => copy.remove());

const begin = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/capability.mjs', ...args], { cwd: copy.house, encoding: 'utf8' });
const inCopy = (file: string): string => path.join(copy.house, file);

function rewrite(file: string, ...changes: [string, string][]): void {
  let text = readFileSync(inCopy(file), 'utf8');
  for (const [before, after] of changes) {
    if (!text.includes(before)) throw new Error(`${file} does not hold "${before}".`);
    text = text.replace(before, after);
  }
  writeFileSync(inCopy(file), text);
}

/** What a person decides about it; the rest was copied. */
const BY_HAND: Record<Asked, () => void> = {
  drawing: () =>
    rewrite('libs/domain/src/home-visits/home-visit.process.ts', [
      `defineProcess('TO_BE_DRAWN', {})`,
      `defineProcess('PLANNED', { PLANNED: { hold: 'HELD' }, HELD: {} })`,
    ]),
  access: () =>
    rewrite(
      'libs/domain/src/access/access-table.ts',
      [
        '  // partners\n',
        `${['list', 'read', 'create', 'edit', 'hold']
          .map((act) => `  'home-visit:${act}': [office, caseload, none, none, none, none, none, none, none],\n`)
          .join('')}  // partners\n`,
      ],
      [`  case: 'CASE',\n`, `  case: 'CASE',\n  'home-visit': 'CASE',\n`],
    ),
  migration: () =>
    writeFileSync(
      inCopy('migrations/1999000000000-visit-people.ts'),
      `import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientWall } from './support/walls';
export class VisitPeople1999000000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(\`create table home_visit (
      id uuid primary key, org_id uuid not null, office_id uuid not null, client_id uuid not null, case_id uuid not null,
      state text not null, made_by uuid not null, made_at timestamptz not null default now(),
      sealed bytea not null, seal_version integer not null default 1, version integer not null default 1,
      constraint home_visit_client foreign key (org_id, client_id) references client (org_id, id));
      \${clientWall('home_visit')} grant select, insert, update on home_visit to panah_app;\`);
  }
  async down(): Promise<void> {}
}
`,
    ),
  registration: () =>
    rewrite(
      'apps/api/src/app.module.ts',
      [`import { HousingModule }`, `import { HomeVisitsModule } from './home-visits/home-visits.module';\nimport { HousingModule }`],
      ['  HousingModule,\n', '  HomeVisitsModule,\n  HousingModule,\n'],
    ),
  web: () => mkdirSync(inCopy('apps/web/src/app/home-visits')),
};

/** What the house still refuses. */
async function refused(): Promise<Asked[]> {
  const titles = Object.values(SENTENCES);
  const { statusOf } = await copy.run([HOUSE], titles);
  return ALL.filter((asked) => statusOf({ file: HOUSE, test: SENTENCES[asked] }) !== 'passed');
}

describe('npm run capability', () => {
  it('takes one name in small letters, and makes nothing where something is', () => {
    for (const name of ['HomeVisit', '', 'home visit', '../visit']) {
      const { status, stderr } = begin(name);
      expect([status, stderr]).toEqual([1, expect.stringContaining('small letters')]);
    }
    expect(begin('partner')).toMatchObject({ status: 1, stderr: expect.stringContaining('already') });
  });

  it('refuses, before anything is made, what code or database read as something else, what the house has, and what has no plain plural', () => {
    const before = readdirSync(inCopy('apps/api/src'));
    const refusals: [string[], string][] = [
      [['home', 'visit'], 'more than one'],
      [['order'], 'something else'],
      [['new'], 'something else'],
      [['place'], 'something else'],
      [['home-visit', '--plural', 'Home-Visits'], 'small letters'],
      [['diary'], '--plural'],
      [['child'], '--plural'],
      [['series', '--plural', 'series'], 'alike'],
      [['partner-key'], 'already'],
      [['inbox-key'], 'already'],
      [[Array(12).fill('long').join('-')], 'too long'],
    ];
    for (const [args, words] of refusals) {
      const { status, stderr } = begin(...args);
      expect([args, status, stderr]).toEqual([args, 1, expect.stringContaining(words)]);
    }
    expect(readdirSync(inCopy('apps/api/src'))).toEqual(before);
  });

  it('copies the frame and says what only a person can do; the house refuses until each of it is done, and then it works', async () => {
    expect(await refused()).toEqual([]);
    const { status, stdout } = begin('home-visit');
    expect(status).toBe(0);
    for (const asked of ['GLOSSARY.md', 'home-visit.process.ts', `'home-visit:read'`, 'table home_visit', 'app.module.ts', 'Persian'])
      expect(stdout).toContain(asked);
    for (const [at, asked] of ALL.entries()) {
      expect(await refused()).toEqual(ALL.slice(at));
      BY_HAND[asked]();
    }
    expect(await refused()).toEqual([]);
    const titles = [...readFileSync(inCopy(STORY), 'utf8').matchAll(/\n {2}it\('([^']+)'/g)].map(([, title = '']) => title);
    const { statusOf, output } = await copy.run([STORY], titles);
    const passed = titles.filter((test) => statusOf({ file: STORY, test }) === 'passed');
    expect({ passed, output: passed.length === titles.length ? '' : output }).toEqual({ passed: titles, output: '' });
    expect(titles.length).toBeGreaterThan(3);
    expect(begin('home-visit').stderr).toContain('already');
  });
});
