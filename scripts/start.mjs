// `npm start`: installs, builds what changed, then becomes the server (database, API and web on one port).
import { existsSync } from 'node:fs';
import module from 'node:module';
import { pathToFileURL } from 'node:url';
import { underPinnedNode } from './lib/pinned-node.mjs';

await underPinnedNode();
const { build } = await import('./lib/build.mjs');
const { at, root } = await import('./lib/folders.mjs');
try {
  await build();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
process.chdir(root);
module.enableCompileCache?.(at('.data/compiled')); // what was compiled for the last start is not compiled again
if (existsSync('.env')) process.loadEnvFile('.env');
await import(pathToFileURL(at('dist/server/apps/api/src/main.js')).href);
