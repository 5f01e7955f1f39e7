import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { type BenchHouse, fill, openBenchHouse, withApp } from './bench-house';
import { checkAnswers } from './checks';
import { compareEnquiries } from './enquiries';
import { explainFloor, explainHouse } from './explain';
import { type Figure, tableOf } from './figures';
import { Target } from './load';
import { LOGGED } from './floor-statements';
import { type Bench, CONNECTIONS, measure, SIDES } from './measure';
import { HOLD_REASON } from './operations';
import { type Options, readOptions } from './options';
import { measureReports } from './reports';
import { memoryOf, startProcess } from './processes';
import { compareSilence } from './silence';
import { measureSlowLine } from './slow-line';
import { clearSuspension, laySuspension, measureSuspension, type Suspended } from './suspension';
import { readWorld, signIn, type World } from './world';

/** `npm run bench -- --scale 1k,100k`: how quick the house is beside a floor that protects nothing. */
async function run(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.slowLine) return measureSlowLine();
  console.log(`seed ${options.seed}`);
  const figures: Figure[] = [];
  for (const scale of options.scales) figures.push(...(await benchScale(scale, options)));
  console.log(`\n${tableOf(figures)}`);
  if (options.json) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
}

async function benchScale(scale: string, options: Options): Promise<Figure[]> {
  const bench = await openBenchHouse(scale);
  try {
    const { world, floorUrl, suspended } = await withApp(bench, async (server) => {
      const { floorUrl: url, ...filled } = await fill(bench, server, scale);
      const floor = new Client(url);
      await floor.connect();
      try {
        await settle(bench.house, floor);
        const read = await readWorld(bench.house, floor, filled, options.seed);
        await signIn(bench.house, read);
        for (const op of options.ops)
          for (const { name, lines } of [...(await explainHouse(server.app, op, read)), await explainFloor(floor, op, read)])
            console.log(`\n${op} · ${name}\n${lines.map((line) => `  ${line}`).join('\n')}`);
        const laid = options.suspension ? await laySuspension(server, bench.house, filled.orgId) : null;
        return { world: read, floorUrl: url, suspended: laid };
      } finally {
        await floor.end();
      }
    });
    return await press(scale, options, bench, { world, floorUrl, suspended });
  } finally {
    await bench.house.end();
    await bench.postgres.stop();
  }
}

interface Laid {
  world: World;
  floorUrl: string;
  suspended: Suspended | null;
}

async function press(scale: string, options: Options, bench: BenchHouse, { world, floorUrl, suspended }: Laid): Promise<Figure[]> {
  const panah = await startProcess(path.join(__dirname, '../apps/api/src/main.js'), bench.environment);
  const floor = await startProcess(path.join(__dirname, 'floor-server.js'), { FLOOR_URL: floorUrl });
  const most = Math.max(...CONNECTIONS);
  const targets = {
    panah: new Target(panah.address, most),
    floor: new Target(floor.address, most),
    'floor+log': new Target(`${floor.address}${LOGGED}`, most),
  };
  const all: Bench = { scale, options, bench, world, targets, processes: { panah, floor, 'floor+log': floor } };
  try {
    const figures: Figure[] = [];
    await checkAnswers(options.ops, targets, world, options.seed);
    console.log(`\n${scale}: house and floor give the same answers, and nobody opens another's case`);
    for (const op of options.ops) {
      await signIn(bench.house, world);
      figures.push(...(await measure(all, op)));
      console.log(tableOf(figures.slice(-SIDES.length * CONNECTIONS.length)));
    }
    if (options.reports) {
      await signIn(bench.house, world);
      console.log(`\n${scale}: reports, p50 and worst\n${await measureReports(targets.panah, world)}`);
    }
    if (options.enquiries) {
      await signIn(bench.house, world);
      console.log(`\n${scale}: relatives' enquiries\n${await compareEnquiries(targets.panah, world, options.seed)}`);
      console.log(`\n${scale}: what a client is shown of a wish\n${await compareSilence(targets.panah, bench.house, world, options.seed)}`);
    }
    if (suspended) {
      await signIn(bench.house, world);
      console.log(`\n${scale}: a partner is suspended\n${await measureSuspension(targets.panah, world, suspended)}`);
      await clearSuspension(bench.house, suspended);
    }
    await checkLog(bench, world, targets.panah.asked);
    console.log(
      `${scale}: ${targets.panah.asked} requests, ${targets.panah.asked} lines in the log; the server uses ${memoryOf(panah.pid)} MB`,
    );
    return figures;
  } finally {
    for (const target of Object.values(targets)) target.close();
    await floor.stop();
    await panah.stop();
  }
}

/** What a cut-off run left on hold goes on, on both sides; and what PostgreSQL clears up by itself in the course of a day is cleared up. */
async function settle(house: Client, floor: Client): Promise<void> {
  await house.query('vacuum name_token, name_word');
  for (const database of [house, floor])
    await database.query(
      `update case_file set state = 'ACTIVE', state_before = 'ON_HOLD', hold_reason = null, hold_review_on = null, version = version + 1
        where state = 'ON_HOLD' and hold_reason = $1`,
      [HOLD_REASON],
    );
}

/** One line for each request, no more and no fewer, refusals included. */
async function checkLog({ house }: BenchHouse, { sessions }: World, asked: number): Promise<void> {
  const { rows } = await house.query<{ lines: number }>('select count(*)::int as lines from audit_event where session_id = any($1)', [
    sessions,
  ]);
  if (rows[0]?.lines !== asked) throw new Error(`${asked} requests left ${rows[0]?.lines} lines in the log.`);
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
