import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { at } from './folders.mjs';
import { build } from './build.mjs';
import { countsInWords, freshCounts } from './counts.mjs';
import { commandOf, readJson, runNode } from './run.mjs';

const JEST_PROJECTS = ['unit', 'api', 'web'];
const BROWSER = 'browser';
const NEEDS_BUILD = { api: { web: false }, [BROWSER]: {} };
const BROWSER_CONFIG = 'test/playwright.config.ts';
/** Jest forgets nothing of the app that each story loads: a worker near Node's limit would do little but look for free memory. */
const ANEW = '--workerIdleMemoryLimit=1.5GB';

/**
 * Runs the tests and gives `{ passed, failed }` over all runners. `words` are projects (unit, api, web, browser) or parts of file names;
 * none means everything. `night` adds the long ones (`*.night.*`).
 */
export async function runTests({ words = [], night = false } = {}) {
  const named = words.filter((word) => word === BROWSER || JEST_PROJECTS.includes(word));
  const chosen = named.length ? named : [...JEST_PROJECTS, BROWSER];
  const files = words.filter((word) => !named.includes(word));
  await buildFor(chosen);
  const env = { ...freshCounts(), ...(night ? { NIGHT: '1' } : {}) };
  const counts = [await runJest(chosen, files, env), await runBrowserStories(chosen, files, env)];
  for (const line of countsInWords()) console.log(line);
  return counts.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }));
}

async function buildFor(chosen) {
  const needs = chosen.map((project) => NEEDS_BUILD[project]).filter(Boolean);
  if (needs.length) await build({ web: needs.some((need) => need.web !== false) });
}

async function runJest(chosen, files, env) {
  const projects = JEST_PROJECTS.filter((project) => chosen.includes(project));
  if (!projects.length) return { passed: 0, failed: 0 };
  const report = freshReport('jest');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', commandOf('jest'), '--maxWorkers=2', ANEW];
  const output = ['--passWithNoTests', '--json', `--outputFile=${report}`, '--selectProjects', ...projects];
  const { code } = await runNode([...flags, ...output, ...(files.length ? ['--testPathPatterns', ...files] : [])], { env });
  const result = readJson(report);
  const failed = (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0);
  return atLeastOneFailure(code, { passed: result?.numPassedTests ?? 0, failed });
}

async function runBrowserStories(chosen, files, env) {
  if (!chosen.includes(BROWSER) || !existsSync(at(BROWSER_CONFIG))) return { passed: 0, failed: 0 };
  const report = freshReport(BROWSER);
  const args = [commandOf('@playwright/test', 'playwright'), 'test', '-c', BROWSER_CONFIG, '--pass-with-no-tests', ...files];
  const { code } = await runNode(args, { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } });
  const { expected = 0, flaky = 0, unexpected = 0 } = readJson(report)?.stats ?? {};
  return atLeastOneFailure(code, { passed: expected + flaky, failed: unexpected });
}

/** A runner that ended badly counts as a failure even when it counted none. */
const atLeastOneFailure = (code, counts) => (code === 0 || counts.failed ? counts : { ...counts, failed: 1 });

function freshReport(name) {
  const file = at('.data', `tests-${name}.json`);
  mkdirSync(at('.data'), { recursive: true });
  rmSync(file, { force: true });
  return file;
}
