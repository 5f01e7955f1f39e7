import type { RateCell, RateReportView } from '@panah/contracts/reports.contract';
import { csv } from '../platform/csv';

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
