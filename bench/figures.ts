import type { Side } from './operations';
import type { Op } from './options';

/** One line of the result. Times in milliseconds; CPU in milliseconds per request. */
export interface Figure {
  op: Op;
  scale: string;
  connections: number;
  target: Side;
  p50: number;
  p99: number;
  rps: number;
  serverCpu: number;
  postgresCpu: number;
  /** To the floor: of p50 at one connection, of requests a second at more. Null for the floor itself. */
  ratio: number | null;
}

/** At most so many times the floor's p50 at one connection, at 100,000 clients. */
const MOST: Partial<Record<Op, number>> = {
  list: 4,
  open: 5,
  note: 4,
  stage: 4,
  search: 2.5,
  report: 1.6,
  timeline: 5,
  inbox: 5,
  opening: 5,
};
/** At most so many milliseconds, at one connection and 100,000 clients; whatever the floor takes. */
const MOST_MS: Partial<Record<Op, number>> = { day: 40 };
/** Further marks, beside a floor that writes a line about each request. */
const MOST_BESIDE_LOG: Partial<Record<Op, number>> = { list: 2, open: 2, note: 2.6, stage: 2.6 };
const LEAST_AT_32 = 0.2;
const WITH_A_MARK_AT_32: readonly Op[] = ['list', 'open', 'note', 'stage'];
const MS_ABOVE_AT_1K = 3;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** The medians over rounds of one target. `against` are the floor's of the same rounds. */
export function figureOf(rounds: readonly Figure[], against: readonly Figure[] | null): Figure {
  const [first] = rounds;
  if (!first) throw new Error('Nothing was measured.');
  const of = (name: 'p50' | 'p99' | 'rps' | 'serverCpu' | 'postgresCpu'): number => rounded(median(rounds.map((round) => round[name])));
  const ratios = against?.map((floor, at) => {
    const round = rounds[at] ?? first;
    return first.connections === 1 ? round.p50 / floor.p50 : round.rps / floor.rps;
  });
  const figures = { p50: of('p50'), p99: of('p99'), rps: of('rps'), serverCpu: of('serverCpu'), postgresCpu: of('postgresCpu') };
  return { ...first, ...figures, ratio: ratios ? rounded(median(ratios)) : null };
}

const rounded = (value: number): number => Number(value.toPrecision(4));

export function tableOf(figures: readonly Figure[]): string {
  const head = ['scale', 'op', 'conns', 'target', 'p50 ms', 'p99 ms', 'req/s', 'server cpu', 'pg cpu', 'ratio', 'mark'];
  const rows = figures.map((figure) => [
    figure.scale,
    figure.op,
    String(figure.connections),
    figure.target,
    figure.p50.toFixed(2),
    figure.p99.toFixed(2),
    figure.rps.toFixed(0),
    figure.serverCpu.toFixed(2),
    figure.postgresCpu.toFixed(2),
    figure.ratio?.toFixed(2) ?? '',
    markOf(figure, figures),
  ]);
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)));
  return [head, ...rows]
    .map((row) => row.map((cell, at) => (at < 4 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '))
    .join('\n');
}

/** What is to be reached, and whether it is. Between the two scales with a mark the figures stand for themselves. */
function markOf(figure: Figure, all: readonly Figure[]): string {
  const { op, scale, connections, ratio, p50, target } = figure;
  if (target === 'floor+log') return markBesideLog(figure, all);
  if (target === 'floor') return '';
  const floor = besideOf(figure, 'floor', all);
  const mostMs = MOST_MS[op];
  if (mostMs !== undefined) return scale === '100k' && connections === 1 ? verdict(p50 < mostMs, `< ${mostMs} ms`) : '';
  if (scale === '1k' && connections === 1 && floor)
    return verdict(p50 - floor.p50 <= MS_ABOVE_AT_1K, `+${(p50 - floor.p50).toFixed(2)} <= +${MS_ABOVE_AT_1K}`);
  if (scale !== '100k' || ratio === null) return '';
  const most = MOST[op];
  if (connections === 1) return most === undefined ? '' : verdict(ratio <= most, `<= ${most}`);
  return WITH_A_MARK_AT_32.includes(op) ? verdict(ratio >= LEAST_AT_32, `>= ${LEAST_AT_32}`) : '';
}

function markBesideLog(figure: Figure, all: readonly Figure[]): string {
  const [house, most] = [besideOf(figure, 'panah', all), MOST_BESIDE_LOG[figure.op]];
  if (!house || !most || figure.connections !== 1) return '';
  const times = house.p50 / figure.p50;
  return verdict(times <= most, `house ${times.toFixed(2)} <= ${most}`);
}

const besideOf = ({ op, scale, connections }: Figure, target: Side, all: readonly Figure[]): Figure | undefined =>
  all.find((one) => one.target === target && one.op === op && one.scale === scale && one.connections === connections);

const verdict = (reached: boolean, mark: string): string => `${mark} ${reached ? 'ok' : 'OVER'}`;
