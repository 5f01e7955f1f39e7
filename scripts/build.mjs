// `npm run build`: builds what changed. `npm run build -- api` or `-- web` builds one part.
import { underPinnedNode } from './lib/pinned-node.mjs';

await underPinnedNode();
const { build } = await import('./lib/build.mjs');
const [only] = process.argv.slice(2);
try {
  await build({ api: only !== 'web', web: only !== 'api' });
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
