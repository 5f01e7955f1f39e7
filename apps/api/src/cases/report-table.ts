import type { ReportView } from '@panah/contracts/reports.contract';
import { csv } from '../platform/csv';

/** A report as CSV: keys and counts, nothing of a case. */
export function reportTable({ code, by, at, cells, total }: ReportView): string {
  const rows = cells.map(({ key, name, age, count, points }) => [name ?? key, age, count, points]);
  return csv([[code, by, at, total], [by, 'days', 'cases', 'points'], ...rows]);
}
