import { parseArgs } from 'node:util';

export const OPS = ['list', 'open', 'note', 'stage', 'search', 'report', 'timeline', 'day', 'inbox', 'opening'] as const;
export type Op = (typeof OPS)[number];

export interface Options {
  /** Such as `1k`: so many thousand clients. */
  scales: string[];
  ops: Op[];
  /** How long each window lasts. */
  seconds: number;
  rounds: number;
  /** Where the figures are written besides the console. */
  json: string | null;
  /** Every report is asked for too, with its time. */
  reports: boolean;
  /** The three kinds of relatives' enquiries are held against each other, and what a client is shown whatever a relative did, unless said otherwise. */
  enquiries: boolean;
  /** A partner with two thousand packages is suspended too: how long until it is known who was affected. */
  suspension: boolean;
  /** Only how long a partner on a slow line waits for what it opens. */
  slowLine: boolean;
  /** Of the draws; the load set itself is always the same. */
  seed: number;
}

/** `npm run bench -- --scale 1k,100k --ops list,open --seconds 5 --rounds 3 --json figures.json --seed 7 --reports --suspension --no-enquiries`, or `--slow-line` alone; `--ops ''` measures none of them. Throws with a plain sentence. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      scale: { type: 'string', default: '1k' },
      ops: { type: 'string', default: OPS.join(',') },
      seconds: { type: 'string', default: '5' },
      rounds: { type: 'string', default: '3' },
      json: { type: 'string' },
      reports: { type: 'boolean', default: false },
      suspension: { type: 'boolean', default: false },
      'no-enquiries': { type: 'boolean', default: false },
      'slow-line': { type: 'boolean', default: false },
      seed: { type: 'string' },
    },
  });
  return {
    scales: values.scale.split(',').map(scaleOf),
    ops: values.ops === '' ? [] : values.ops.split(',').map(opOf),
    seconds: numberOf('--seconds', values.seconds),
    rounds: numberOf('--rounds', values.rounds),
    json: values.json ?? null,
    reports: values.reports,
    enquiries: !values['no-enquiries'],
    suspension: values.suspension,
    slowLine: values['slow-line'],
    seed: values.seed === undefined ? Date.now() % 1_000_000 : numberOf('--seed', values.seed),
  };
}

/** How many clients a scale means. */
export const clientsOf = (scale: string): number => Number(scale.slice(0, -1)) * 1000;

function scaleOf(text: string): string {
  if (!/^[1-9]\d{0,2}k$/.test(text)) throw new Error(`--scale takes thousands of clients such as 1k or 100k, not "${text}".`);
  return text;
}

function opOf(text: string): Op {
  const op = OPS.find((known) => known === text);
  if (!op) throw new Error(`--ops knows ${OPS.join(', ')}, not "${text}".`);
  return op;
}

function numberOf(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`${name} must be a number above 0, not "${text}".`);
  return value;
}
