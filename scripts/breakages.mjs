// `npm run breakages`: breaks the house on purpose, one patch of test/breakages at a time, and sees that the test named in the patch fails.
// `npm run breakages -- reach policy` takes only the patches whose names hold one of the words.
import { underPinnedNode } from './lib/pinned-node.mjs';

await underPinnedNode();
const { readPatches, scratchCopy } = await import('./lib/scratch-copy.mjs');
const { secondsSince } = await import('./lib/run.mjs');
const { describeApi } = await import('./lib/build.mjs');

const words = process.argv.slice(2);
const patches = readPatches().filter(({ name }) => !words.length || words.some((word) => name.includes(word)));
await describeApi(); // some stories compare answers with what the contracts say of them
const copy = scratchCopy();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void copy.remove().then(() => process.exit(130)));

let noticed = 0;
try {
  await whole();
  for (const patch of patches) noticed += await broken(patch);
} catch (error) {
  console.error(error.message);
  noticed = -1;
} finally {
  await copy.remove();
}
console.log(`\n${Math.max(noticed, 0)} of ${patches.length} breakages noticed`);
process.exit(noticed === patches.length && noticed > 0 ? 0 : 1);

/** Nothing is learned from a test that fails anyway: unbroken, each of them passes. */
async function whole() {
  const start = performance.now();
  const files = [...new Set(patches.map(({ file }) => file))];
  const results = await copy.run(
    files,
    patches.map(({ test }) => test),
  );
  const shaky = patches.filter((patch) => results.statusOf(patch) !== 'passed');
  for (const patch of shaky) console.log(`✗ ${patch.name}: unbroken, "${patch.test}" in ${patch.file} is ${results.statusOf(patch)}.`);
  if (shaky.length) throw new Error(`Nothing was broken, and these tests do not pass.\n${results.output}`);
  console.log(`✓ unbroken, the ${patches.length} named tests pass (${secondsSince(start)})`);
}

/** 1 when the named test fails on the broken copy, 0 otherwise, with a sentence that says why. */
async function broken(patch) {
  const start = performance.now();
  const refusal = copy.apply(patch);
  if (refusal) {
    console.log(`✗ ${patch.name}: the patch no longer applies. ${refusal}`);
    return 0;
  }
  const results = await copy.run([patch.file], [patch.test]);
  copy.mend(patch);
  const status = results.statusOf(patch);
  if (status === 'failed') console.log(`✓ ${patch.name}: "${patch.test}" fails (${secondsSince(start)})`);
  else console.log(`✗ ${patch.name}: "${patch.test}" is ${status}, nobody notices.\n${results.output}`);
  return status === 'failed' ? 1 : 0;
}
