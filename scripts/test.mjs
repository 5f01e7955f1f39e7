// `npm test`: everything. `npm test -- unit`, `-- api referrals`, `-- browser`, `-- --night`: a part, or the long runs as well.
import { underPinnedNode } from './lib/pinned-node.mjs';

await underPinnedNode();
const { runTests } = await import('./lib/tests.mjs');
const args = process.argv.slice(2);
try {
  const { passed, failed } = await runTests({ words: args.filter((arg) => !arg.startsWith('--')), night: args.includes('--night') });
  if (passed + failed === 0) console.error('No test ran: nothing matches.');
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed || !passed ? 1 : 0);
} catch (error) {
  console.error(error.message);
  console.log('\n0 passed, 1 failed');
  process.exit(1);
}
