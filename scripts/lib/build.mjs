import { existsSync } from 'node:fs';
import { at } from './folders.mjs';
import { changesOf } from './fingerprint.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { commandOf, runNode, secondsSince } from './run.mjs';
import { mergeTranslations } from './translations.mjs';
import { askAhead, listAll, packAll } from './web-files.mjs';

const NOT_BUILT = /\.spec\.ts$|(^|\/)apps\/web\/i18n\/|openapi\/metadata\.ts$/;
const TOOLING = ['package-lock.json', 'scripts/lib/build.mjs'];

const PARTS = {
  openapi: {
    inputs: ['libs/contracts/src', 'libs/domain/src/vocabulary', 'apps/api/src', 'scripts/lib/openapi-metadata.mjs', ...TOOLING],
    matters: /\.contract\.ts$|\.controller\.ts$|vocabulary\/|package-lock\.json$|\.mjs$/,
    command: () => [at('scripts/lib/openapi-metadata.mjs')],
    result: 'apps/api/src/openapi/metadata.ts',
  },
  api: {
    inputs: ['apps/api/src', 'libs', 'migrations', 'scripts', 'bench', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', ...TOOLING],
    matters: /\.ts$|\.json$/,
    command: () => [commandOf('@nestjs/cli', 'nest'), 'build'],
    result: 'dist/server/apps/api/src/main.js',
  },
  web: {
    inputs: ['apps/web', 'libs/contracts', 'libs/domain', 'angular.json', 'scripts/lib/web-files.mjs', ...TOOLING],
    matters: /./,
    command: () => [commandOf('@angular/cli', 'ng'), 'build'],
    result: 'dist/web/index.html',
    finish: async () => {
      askAhead();
      await packAll();
    },
  },
};

/** Builds what changed since the last build: the API (with its OpenAPI metadata first) and the web app side by side. Throws when a part fails. */
export async function build({ api = true, web = true } = {}) {
  await oneAtATime('build', async () => {
    await Promise.all([api && buildApi(), web && buildPart('web')]);
    if (!web) return;
    await mergeTranslations();
    listAll();
  });
}

/** Writes what the OpenAPI document needs to know, without building the API: the compiler and the tests read it as source. */
export async function describeApi() {
  await oneAtATime('build', () => buildPart('openapi'));
}

async function buildApi() {
  const described = await buildPart('openapi');
  await buildPart('api', described);
}

async function buildPart(name, evenUnchanged = false) {
  const { inputs, matters, command, result, finish } = PARTS[name];
  const { changed, keep } = changesOf(name, inputs, (file) => matters.test(file) && !NOT_BUILT.test(file));
  if (!changed && !evenUnchanged && existsSync(at(result))) return false;
  const start = performance.now();
  const { code, output } = await runNode(command(), { quiet: true });
  if (code !== 0 || !existsSync(at(result))) throw new Error(`Building ${name} failed.\n${output}`);
  await finish?.();
  keep();
  console.log(`built ${name} in ${secondsSince(start)}`);
  return true;
}
