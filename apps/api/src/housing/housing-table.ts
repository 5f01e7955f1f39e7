import type { JourneyReportView } from '@panah/contracts/journey-reports.contract';
import { csv } from '../platform/csv';

/** A report of housing as CSV: keys, counts, days and what was left out; nothing of a case. */
export function housingTable({ code, definition, by, from, to, at, count, of, cells, leftOut, medians }: JourneyReportView): string {
  return csv([
    [code, definition, from, to, at],
    ['all', count, of],
    [by, 'count', 'of'],
    ...cells.map(({ key, name, count: some, of: all }) => [name ?? key, some, all]),
    ...(medians.length ? [['days', 'n', 'first quartile', 'median', 'third quartile', 'longest', 'still waiting', 'median so far']] : []),
    ...medians.map(({ key, n, q1, median, q3, longest, waiting, waitingMedian }) => [
      key,
      n,
      q1,
      median,
      q3,
      longest,
      waiting,
      waitingMedian,
    ]),
    ...leftOut.map(({ reason, count: some }) => ['left out', reason, some]),
  ]);
}
