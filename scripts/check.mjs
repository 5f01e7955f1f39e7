// `npm run check`: the tests and then everything else that must hold. `npm run check -- lint words` runs single steps.
import { existsSync } from 'node:fs';
import { underPinnedNode } from './lib/pinned-node.mjs';

await underPinnedNode();
const { at } = await import('./lib/folders.mjs');
const { describeApi } = await import('./lib/build.mjs');
const { commandOf, runNode, secondsSince } = await import('./lib/run.mjs');
const { runTests } = await import('./lib/tests.mjs');

const tsc = commandOf('typescript', 'tsc');
const sources = ['apps', 'libs', 'migrations', 'scripts', 'bench', 'test'].filter((folder) => existsSync(at(folder)));
const webTypes = ['apps/web/tsconfig.spec.json', 'apps/web/tsconfig.app.json'].find((file) => existsSync(at(file)));
const STEPS = {
  types: [tsc, '-p', 'tsconfig.json', '--noEmit'],
  'types-browser': [tsc, '-p', 'test/browser/tsconfig.json', '--noEmit'],
  'types-web': [commandOf('@angular/compiler-cli', 'ngc'), '-p', webTypes, '--noEmit'],
  lint: ['--max-old-space-size=4096', commandOf('eslint'), '.', '--max-warnings=0', '--cache', '--cache-location', '.data/eslint-cache'],
  doors: [commandOf('dependency-cruiser', 'depcruise'), ...sources, '--config', '.dependency-cruiser.cjs'],
  unused: [commandOf('knip')],
  format: [commandOf('prettier'), '--check', '--log-level=warn', '--cache', '--cache-location', '.data/prettier-cache', '.'],
  words: ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', at('scripts/lib/words.mjs')],
};

const AT_ONCE = 2; // cores that every machine of ours has
const asked = process.argv.slice(2);
const total = { passed: 0, failed: 0 };
try {
  if (asked.length) await describeApi();
  else Object.assign(total, await runTests());
  const waiting = asked.length ? [...asked] : Object.keys(STEPS);
  const inTurn = async () => {
    for (let name; (name = waiting.shift());) total[(await step(name)) ? 'passed' : 'failed']++;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, inTurn));
} catch (error) {
  console.error(error.message);
  total.failed++;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed || !total.passed ? 1 : 0);

async function step(name) {
  if (!STEPS[name]) throw new Error(`There is no step "${name}"; there are: ${Object.keys(STEPS).join(', ')}.`);
  const start = performance.now();
  const { code, output } = await runNode(STEPS[name], { quiet: true });
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${secondsSince(start)})`);
  if (code !== 0) console.log(output);
  return code === 0;
}
