import { parseArgs } from 'node:util';
import { LoadSet } from '../apps/api/src/demo/load-set';
import { usualSize } from '../apps/api/src/demo/usual-size';
import { startServer } from '../apps/api/src/serve';
import { readSettings } from '../apps/api/src/platform/settings';

/** `npm run seed -- --clients 1000 [--notes 10000] [--staff 42] [--seed 1]`: a large fictional set, into a demonstration's data folder. */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      clients: { type: 'string', default: '1000' },
      notes: { type: 'string' },
      staff: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
  const clients = numberOf('--clients', values.clients);
  const usual = usualSize(clients, numberOf('--seed', values.seed));
  const size = {
    ...usual,
    notes: values.notes === undefined ? usual.notes : numberOf('--notes', values.notes),
    staff: values.staff === undefined ? usual.staff : numberOf('--staff', values.staff),
  };
  if (size.notes < size.clients) throw new Error('--notes must be at least --clients: each file begins with one.');
  const settings = readSettings({ ...process.env, PORT: '0' });
  if (!settings.demo) throw new Error('A load set is fiction: it goes into a demonstration only (DEMO=1).');
  const server = await startServer({ ...settings, quiet: true });
  const began = Date.now();
  try {
    const orgId = await server.app
      .get(LoadSet)
      .fill(size, (done) => process.stdout.write(`\r${done} of ${clients} clients, ${Math.round((Date.now() - began) / 1000)} s`));
    console.log(`\nFilled organisation ${orgId} in ${Math.round((Date.now() - began) / 1000)} s.`);
  } finally {
    await server.stop();
  }
}

function numberOf(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} must be a whole number from 1, not "${text}".`);
  return value;
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
