import { addDays } from '@panah/domain/dates/calendar-days';
import { dayOf } from '../apps/api/src/demo/setting';
import { type Target, quantile } from './load';
import type { Colleague, World } from './world';

/** What a coordinator reads of their office: the report's code and the path. `YEAR` and `QUARTER` stand for a period up to today. */
const REPORTS: readonly (readonly [code: string, path: string])[] = [
  ['P-01', 'open-cases?by=state'],
  ['P-02', 'weighted-caseload'],
  ['P-05', 'ageing'],
  ['P-07', 'overdue?by=worker'],
  ['P-08', 'contact-standard?QUARTER'],
  ['P-09', 'on-time?YEAR'],
  ['P-10', 'risk-profile?QUARTER'],
  ['P-11', 'time-to-housing?by=country&YEAR'],
  ['P-12', 'housing-waiting?by=urgency'],
  ['P-13', 'occupancy?by=provider&QUARTER'],
  ['P-13 of a year', 'occupancy?by=month&YEAR'],
  ['P-14', 'positive-move-on?YEAR'],
  ['P-16', 'claims-by-stage?by=country'],
  ['P-18', 'deadlines-kept?by=type&YEAR'],
  ['P-19', 'permits-ending'],
  ['P-20', 'representation'],
  ['P-21', 'counselling-access?by=service&YEAR'],
  ['P-22', 'counselling-attendance?YEAR'],
  ['P-24', 'reintegration?point=M6'],
  ['P-25', 'stable-independence'],
];
const BED_MAP_DAYS = 90;
const TIMES = 9;
/** Milliseconds at the median, at any scale; the map is looked at all day. */
const [REPORT_MOST_MS, MAP_MOST_MS] = [1000, 200];
const MAP = 'Map of beds';

/** Every report, and the map of beds, as the coordinators of the load set read them: one line each. */
export async function measureReports(target: Target, { coordinators }: World): Promise<string> {
  const today = dayOf(new Date());
  const period = { YEAR: `from=${addDays(today, -364)}&to=${today}`, QUARTER: `from=${addDays(today, -89)}&to=${today}` };
  const pathOf = (path: string): string => `/api/reports/${path.replace(/YEAR|QUARTER/, (name) => period[name as keyof typeof period])}`;
  const asked = [
    ...REPORTS.map(([code, path]) => [code, pathOf(path)] as const),
    [MAP, `/api/housing/beds?from=${today}&days=${BED_MAP_DAYS}`] as const,
  ];
  const lines: string[] = [];
  for (const [code, path] of asked) lines.push(lineOf(code, path, await timed(target, coordinators, path)));
  return lines.join('\n');
}

/** One after the other, in turn; the first round of each is not counted. */
async function timed(target: Target, coordinators: readonly Colleague[], path: string): Promise<number[]> {
  const latencies: number[] = [];
  for (let round = 0; round <= TIMES; round++) {
    const by = coordinators[round % coordinators.length];
    if (!by) throw new Error('An office has no coordinator.');
    const from = performance.now();
    await target.ask({ method: 'GET', path, headers: { cookie: by.cookie } });
    if (round) latencies.push(performance.now() - from);
  }
  return latencies.sort((a, b) => a - b);
}

function lineOf(code: string, path: string, latencies: readonly number[]): string {
  const [median, worst] = [quantile(latencies, 0.5), latencies.at(-1) ?? 0];
  const said = [code.padEnd(15), `${median.toFixed(1)} ms`.padStart(10), `${worst.toFixed(1)} ms`.padStart(10)];
  return [...said, median <= (code === MAP ? MAP_MOST_MS : REPORT_MOST_MS) ? 'ok  ' : 'OVER', path.replace('/api/', '')].join('  ');
}
