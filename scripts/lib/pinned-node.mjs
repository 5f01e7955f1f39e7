import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { at } from './folders.mjs';
import { installWhenNeeded } from './install.mjs';

const OLDEST = [24, 15];

/** Installs what is missing and makes sure that this script runs under the Node that npm brings; otherwise it starts itself again there. */
export async function underPinnedNode() {
  installWhenNeeded();
  if (isNewEnough()) return;
  process.exit(await runAgainUnder(pinnedNode() ?? explainAndEnd()));
}

function isNewEnough() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

function pinnedNode() {
  const windows = process.platform === 'win32';
  const folder = `node_modules/node-${windows ? 'win' : process.platform}-${process.arch}/bin`;
  const file = at(folder, windows ? 'node.exe' : 'node');
  return existsSync(file) && spawnSync(file, ['--version']).status === 0 ? file : undefined;
}

function explainAndEnd() {
  console.error(
    `This needs Node ${OLDEST.join('.')} or newer and runs under ${process.versions.node}; npm has no Node for this machine. ` +
      'Install Node 24 and give the same command again.',
  );
  process.exit(1);
}

function runAgainUnder(node) {
  const child = spawn(node, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // a terminal sends Ctrl-C to both of us by itself
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? (signal ? 128 + constants.signals[signal] : 1))));
}
