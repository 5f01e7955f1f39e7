import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { at, root } from './folders.mjs';
import { commandOf, readJson } from './run.mjs';

const PATCHES = 'test/breakages';
const LEFT_OUT = ['node_modules', 'dist', '.data', '.data.keys', '.angular', '.git', 'coverage', '.env'];
const STOPPING_MS = 15_000;

/**
 * The breakages, by name. Above its first `diff` a patch says in words what is broken, and in two lines who must notice:
 * `Test: test/reach.story.ts` and `Fails: the title of the test`. Throws when one says less.
 */
export function readPatches() {
  return readdirSync(at(PATCHES))
    .filter((file) => file.endsWith('.patch'))
    .sort()
    .map((file) => {
      const head = readFileSync(at(PATCHES, file), 'utf8').split(/^diff /m)[0];
      const said = (word) => new RegExp(`^${word}: (.+)$`, 'm').exec(head)?.[1].trim();
      const patch = { name: path.basename(file, '.patch'), path: at(PATCHES, file), file: said('Test'), test: said('Fails') };
      if (!patch.file || !patch.test) throw new Error(`${PATCHES}/${file} does not say "Test: <file>" and "Fails: <title of the test>".`);
      return patch;
    });
}

/** A copy of the checkout outside of it, with the same packages: what is broken there is broken nowhere else. */
export function scratchCopy() {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'breakages-'));
  const [house, temporary] = [path.join(folder, 'house'), path.join(folder, 'tmp')];
  // the database of the stories runs as a user of its own when we are root: it must be able to walk to its folder
  chmodSync(folder, 0o755);
  mkdirSync(temporary);
  chmodSync(temporary, 0o777);
  cpSync(root, house, { recursive: true, filter: (file) => !LEFT_OUT.includes(path.relative(root, file)) });
  symlinkSync(at('node_modules'), path.join(house, 'node_modules'), 'junction');
  let child = null;

  const git = (patch, ...flags) => {
    const env = { ...process.env, GIT_CEILING_DIRECTORIES: folder };
    const { status, stderr, error } = spawnSync('git', ['apply', ...flags, patch.path], { cwd: house, env, encoding: 'utf8' });
    return status === 0 ? null : stderr || String(error);
  };

  return {
    /** Where the copy lies. */
    house,
    /** Null when the patch is applied, or git's words. */
    apply: (patch) => git(patch),
    /** Takes an applied patch back. */
    mend: (patch) => {
      const refusal = git(patch, '--reverse');
      if (refusal) throw new Error(`${patch.name} cannot be taken back: ${refusal}`);
    },
    /** Runs the tests with these titles in these files, and gives each one's status: `passed`, `failed`, or `not there`. */
    async run(files, titles) {
      const report = path.join(folder, 'report.json');
      rmSync(report, { force: true });
      const named = titles.map((title) => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
      const args = [
        ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', commandOf('jest'), '--maxWorkers=2'],
        ...['--json', `--outputFile=${report}`, '--runTestsByPath', ...files, '--testNamePattern', `(${named})$`],
      ];
      // with a database of its own, also where the one who asks has one
      const { TEST_POSTGRES_URL: _, ...env } = process.env;
      child = spawn(process.execPath, args, { cwd: house, env: { ...env, TMPDIR: temporary }, stdio: ['ignore', 'pipe', 'pipe'] });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
      await new Promise((resolve) => child.once('close', resolve));
      child = null;
      const results = readJson(report)?.testResults ?? [];
      return {
        output,
        statusOf: ({ file, test }) =>
          results
            .filter(({ name }) => name.endsWith(path.normalize(file)))
            .flatMap(({ assertionResults }) => assertionResults)
            .find(({ title }) => title === test)?.status ?? 'not there',
      };
    },
    /** Ends what still runs, the copy's own database too, and leaves nothing behind. */
    async remove() {
      if (child) {
        const gone = new Promise((resolve) => child.once('close', resolve));
        child.kill('SIGTERM');
        await gone;
      }
      await stopDatabases(temporary);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A jest that is interrupted leaves its database running: each one whose folder lies in the copy is ours. */
async function stopDatabases(folder) {
  if (!existsSync(folder)) return;
  const running = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => path.basename(file) === 'postmaster.pid');
  const pids = running.map((file) => Number(readFileSync(path.join(folder, file), 'utf8').split('\n')[0])).filter(Number.isInteger);
  const limit = Date.now() + STOPPING_MS;
  for (const pid of pids) while (ends(pid) && Date.now() < limit) await new Promise((resolve) => setTimeout(resolve, 100));
}

/** Asks a database to shut down fast; false when it is gone. */
function ends(pid) {
  try {
    return process.kill(pid, 'SIGINT');
  } catch {
    return false;
  }
}
