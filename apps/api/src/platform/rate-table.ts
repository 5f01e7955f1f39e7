import type { JourneyReportView } from '@panah/contracts/journey-reports.contract';
import type { RateCell, RateReportView } from '@panah/contracts/reports.contract';
import { csv } from './csv';

/** A report of rates as CSV: keys, counts, denominators and what was left out; nothing of a case. */
export function rateTable({ code, definition, by, from, to, at, count, of, cells, flow, leftOut }: RateReportView): string {
  const line = ({ key, name, column, count: some, of: all }: RateCell) => [name ?? key, column, some, all];
  return csv([
    [code, definition, from, to, at],
    ['all', null, count, of],
    [by, 'part', 'count', 'of'],
    ...cells.map(line),
    ...(flow.length ? [['from', 'to', 'count', 'of'], ...flow.map(line)] : []),
    ...leftOut.map(({ reason, count: some }) => ['left out', reason, some, null]),
  ]);
}

/** As `rateTable`, with the medians and what has no end yet. */
export function journeyTable(report: JourneyReportView): string {
  const medians = report.medians.map(({ key, name, column, n, q1, median, q3, longest, waiting, waitingMedian }) => [
    name ?? key,
    column,
    n,
    q1,
    median,
    q3,
    longest,
    waiting,
    waitingMedian,
  ]);
  const head = ['median of', 'part', 'n', 'first quartile', 'median', 'third quartile', 'longest', 'still waiting', 'median so far'];
  return rateTable(report) + (medians.length ? csv([head, ...medians]) : '');
}
