// `node scripts/run.mjs scripts/access.ts …`: runs the compiled twin of a TypeScript script; the API is built first when it changed.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { underPinnedNode } from './lib/pinned-node.mjs';

await underPinnedNode();
const { build } = await import('./lib/build.mjs');
const { at, root } = await import('./lib/folders.mjs');

const [script, ...args] = process.argv.slice(2);
if (!script?.endsWith('.ts') || !existsSync(path.resolve(script))) {
  console.error('Say which script: node scripts/run.mjs scripts/access.ts');
  process.exit(1);
}
try {
  await build({ web: false });
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const compiled = at('dist/server', path.relative(root, path.resolve(script)).replace(/\.ts$/, '.js'));
process.argv = [process.argv[0], compiled, ...args];
await import(pathToFileURL(compiled).href);
