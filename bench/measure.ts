import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import type { BenchHouse } from './bench-house';
import { type Figure, figureOf } from './figures';
import { quantile, Target } from './load';
import { askersOf, type Side } from './operations';
import type { Op, Options } from './options';
import { cpuOf, cpuOfPostgres, type RunningProcess } from './processes';
import { chanceOf, type World } from './world';

export const CONNECTIONS = [1, 32] as const;
export const SIDES: readonly Side[] = ['panah', 'floor', 'floor+log'];
/** Both sides have run for a while before anything counts, as they have where people work: code compiled, plans made, caches filled. */
const WARM_UP = { connections: 8, seconds: 3 } as const;
const PATIENCE_MS = 20_000;

export interface Bench {
  scale: string;
  options: Options;
  bench: BenchHouse;
  world: World;
  processes: Record<Side, RunningProcess>;
  targets: Record<Side, Target>;
}

/** House and floor in turn, round by round; each window of a round draws the same on both sides. */
export async function measure(all: Bench, op: Op): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const side of SIDES) await window(all, op, side, WARM_UP.connections, WARM_UP.seconds, 'warm-up');
  for (const connections of CONNECTIONS) {
    const rounds: Record<Side, Figure[]> = { panah: [], floor: [], 'floor+log': [] };
    for (let round = 0; round < all.options.rounds; round++)
      for (const side of SIDES) rounds[side].push(await window(all, op, side, connections, all.options.seconds, round));
    figures.push(figureOf(rounds.panah, rounds.floor), figureOf(rounds.floor, null), figureOf(rounds['floor+log'], null));
  }
  return figures;
}

async function window(
  { options, world, processes, targets, bench, scale }: Bench,
  op: Op,
  side: Side,
  connections: number,
  seconds: number,
  round: number | string,
): Promise<Figure> {
  await untilSealed(bench.house);
  const { pid } = processes[side];
  const askers = askersOf(op, side, world, chanceOf(options.seed, op, connections, round), connections);
  const [server, postgres] = [cpuOf(pid), cpuOfPostgres(bench.postgres.pid)];
  const { latencies, seconds: took } = await targets[side].press(askers, seconds);
  const count = latencies.length;
  return {
    op,
    scale,
    connections,
    target: side,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    rps: count / took,
    serverCpu: (cpuOf(pid) - server) / count,
    postgresCpu: (cpuOfPostgres(bench.postgres.pid) - postgres) / count,
    ratio: null,
  };
}

/** The house's sealer works once a second: what it still has to do must not burden the floor's window. */
async function untilSealed(house: Client): Promise<void> {
  for (const limit = Date.now() + PATIENCE_MS; Date.now() < limit; await pause(100)) {
    const { rowCount } = await house.query('select from audit_event where seq is null limit 1');
    if (!rowCount) return;
  }
}
