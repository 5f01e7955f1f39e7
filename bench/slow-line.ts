import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');

/** A partner's telephone at 400 kbit/s and 400 ms: how long from the click on a referral to its text. Both parts are built. Throws when it takes longer than it may. */
export async function measureSlowLine(): Promise<void> {
  const runner = path.join(ROOT, 'node_modules/@playwright/test/cli.js');
  const child = spawn(process.execPath, [runner, 'test', '-c', 'test/bench.config.ts', 'slow-line'], { cwd: ROOT, stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error('The slow line is too slow, or could not be measured.');
}
