import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { WORDS } from '@panah/domain/access/access-table';

const root = path.resolve(__dirname, '..');
const folders = (place: string): string[] =>
  readdirSync(path.join(root, place)).filter((name) => statSync(path.join(root, place, name)).isDirectory());
const files = (place: string, ending = /\.ts$/): string[] =>
  readdirSync(path.join(root, place), { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(place, name))
    .filter((name) => ending.test(name));
const text = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Rooms that are no capability, on either side. */
const NO_CAPABILITY = ['platform', 'openapi', 'demo'];

/** Says what is wrong as a sentence, one per line, so that the failure is the message. */
function expectNone(sentences: string[]): void {
  expect(sentences.join('\n')).toBe('');
}

describe('the house', () => {
  const api = folders('apps/api/src').filter((name) => !NO_CAPABILITY.includes(name));
  const web = folders('apps/web/src/app').filter((name) => !NO_CAPABILITY.includes(name));

  it('names the same capabilities in api and web', () => {
    expectNone([
      ...api.filter((name) => !web.includes(name)).map((name) => `apps/api/src/${name} has no room apps/web/src/app/${name}.`),
      ...web.filter((name) => !api.includes(name)).map((name) => `apps/web/src/app/${name} has no room apps/api/src/${name}.`),
    ]);
  });

  it('has a contract and a module for each capability, and the module is registered', () => {
    const registered = text('apps/api/src/app.module.ts');
    expectNone(
      api.flatMap((name) => [
        ...(readdirSync(path.join(root, 'libs/contracts/src')).includes(`${name}.contract.ts`)
          ? []
          : [`libs/contracts/src/${name}.contract.ts is missing.`]),
        ...(registered.includes(`'./${name}/${name}.module'`) ? [] : [`${name}.module is not in apps/api/src/app.module.ts.`]),
      ]),
    );
  });

  it('has drawn each process', async () => {
    const undrawn = await Promise.all(
      files('libs/domain/src', /\.process\.ts$/).map((file) =>
        import(path.join(root, file)).then(
          () => [],
          (error: Error) => [`${file}: ${error.message}`],
        ),
      ),
    );
    expectNone(undrawn.flat());
    expect(undrawn.length).toBeGreaterThan(10);
  });

  it('has a row in the access table for each word that a route asks for', () => {
    const known: readonly string[] = WORDS;
    expectNone(
      files('apps/api/src', /\.controller\.ts$/).flatMap((file) =>
        [...text(file).matchAll(/@Allow\('([^']+)'/g)]
          .filter(([, word = '']) => !known.includes(word))
          .map(([, word = '']) => `${word}, in ${file}, has no row in the access table.`),
      ),
    );
  });

  it('has made each table that something is sealed for', () => {
    const made = new Set(files('migrations').flatMap((file) => [...text(file).matchAll(/create table (\w+)/g)].map(([, table]) => table)));
    expectNone(
      files('apps/api/src').flatMap((file) =>
        [...text(file).matchAll(/\n {2}table: '(\w+)',\n {2}rowId/g)]
          .filter(([, table]) => !made.has(table))
          .map(([, table = '']) => `${table}, in ${file}, is made by no migration.`),
      ),
    );
    expect(made.size).toBeGreaterThan(50);
  });

  it('gives each contract class a name of its own: the public description knows them by name alone', () => {
    const places = new Map<string, string[]>();
    for (const file of files('libs/contracts/src'))
      for (const [, name = ''] of text(file).matchAll(/^export class (\w+)/gm)) places.set(name, [...(places.get(name) ?? []), file]);
    expectNone([...places].filter(([, where]) => where.length > 1).map(([name, where]) => `${name} is in ${where.join(' and ')}.`));
    expect(places.size).toBeGreaterThan(100);
  });

  it('reaches tables only through records', () => {
    const outside = files('apps/api/src').filter(
      (file) =>
        !file.includes('/platform/') &&
        !/\.(records|module|entity|story|spec)\.ts$/.test(file) &&
        !file.includes('/demo/') &&
        !file.endsWith('serve.ts'),
    );
    expectNone(
      outside
        .filter((file) => /\b(DataSource|EntityManager|Repository|QueryRunner|currentWork)\b/.test(text(file)))
        .map((file) => `${file} talks to the tables itself: give that to a *.records.ts.`),
    );
  });

  it('never saves an entity by an id that somebody sent', () => {
    expectNone(
      files('apps/api/src')
        .filter((file) => /\.(save|upsert)\(/.test(text(file)))
        .map((file) => `${file} uses save() or upsert().`),
    );
  });

  it('knows roles only in the access table', () => {
    const services = files('apps/api/src').filter((file) => /\.(service|controller)\.ts$/.test(file));
    const web = files('apps/web/src').filter((file) => !file.endsWith('.spec.ts'));
    expectNone(
      [...services, ...web]
        .filter(
          (file) =>
            /['"](COORDINATOR|CASEWORKER|AUDITOR|ADMIN)['"]\s*(===|!==|\))/.test(text(file)) ||
            /(===|!==)\s*['"](COORDINATOR|CASEWORKER|AUDITOR|ADMIN)['"]/.test(text(file)),
        )
        .map((file) => `${file} decides by a role's name: ask for a word.`),
    );
  });

  it('has no word that nothing uses, but those of steps', () => {
    // some words stand beside what they open, in the domain
    const inDomain = files('libs/domain/src').filter((file) => !file.includes('/access/'));
    const code = [...files('apps/api/src'), ...inDomain].map(text).join('\n');
    expectNone(
      WORDS.filter((word) => !code.includes(`'${word}'`) && !new RegExp(`\`${word.split(':')[0] ?? ''}:\\$`).test(code)).map(
        (word) => `${word} stands in the access table, and nothing names it.`,
      ),
    );
  });

  it('writes nothing into the browser’s stores but language, theme and the switch for keys', () => {
    const users = files('apps/web/src').filter(
      (file) => !file.endsWith('.spec.ts') && /localStorage|sessionStorage|indexedDB/.test(text(file)),
    );
    for (const file of users)
      for (const [, key] of text(file).matchAll(/(?:get|set|remove)Item\(\s*['"]([^'"]+)['"]/g))
        expect(['lang', 'theme', 'keys', 'calendar', 'wall']).toContain(key);
  });

  it('draws with colours, sizes and spaces that exist', () => {
    const drawn = files('apps/web/src', /\.(scss|html|ts)$/);
    const made = new Set(
      drawn.flatMap((file) => [...text(file).matchAll(/(?:^|[\s;{.'"])(--[a-z][\w-]*)(?:['"\]]*\s*[:=,])/gm)].map(([, name]) => name)),
    );
    expect(made.size).toBeGreaterThan(40);
    expectNone(
      drawn.flatMap((file) =>
        [...text(file).matchAll(/var\((--[a-z][\w-]*)/g)]
          .map(([, name = '']) => name)
          .filter((name) => !made.has(name) && !name.startsWith('--mat-'))
          .map((name) => `${file} draws with ${name}, which is nowhere.`),
      ),
    );
  });

  it('gives a look to each class that a page names', () => {
    const pages = files('apps/web/src', /\.html$|(?<!\.spec)\.ts$/);
    const sheets = files('apps/web/src', /\.scss$/).map(text);
    const own = pages.flatMap((file) => [...text(file).matchAll(/styles:\s*(`[^`]*`|'[^']*')/g)].map(([, styles = '']) => styles));
    const made = new Set([...sheets, ...own].flatMap((styles) => [...styles.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name]) => name)));
    expect(made.size).toBeGreaterThan(100);
    const named = /[\s"]class="([^"{]*)"|\bclass: '([^']*)'|\[class\.([\w-]+)\]/g;
    expectNone(
      pages.flatMap((file) =>
        [...text(file).matchAll(named)]
          .flatMap(([, drawn, host, switched]) => (drawn ?? host ?? switched ?? '').split(/\s+/).filter(Boolean))
          .filter((name) => !made.has(name))
          .map((name) => `${file} names the class ${name}, which no stylesheet knows.`),
      ),
    );
  });

  it('never turns the browser’s protections off', () => {
    expectNone(
      files('apps/web/src')
        .filter((file) => /bypassSecurityTrust|\.innerHTML\b|document\.write/.test(text(file)))
        .map((file) => `${file} goes round the browser's protections.`),
    );
  });
});
