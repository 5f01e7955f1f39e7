import type { ReportView } from '@panah/contracts/reports.contract';

/** A report as CSV (RFC 4180): keys and counts, nothing of a case. */
export function reportTable({ code, by, at, cells, total }: ReportView): string {
  const rows = cells.map(({ key, name, age, count, points }) => [name ?? key, age, count, points]);
  return [[code, by, at, total], [by, 'days', 'cases', 'points'], ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

/** A text that a spreadsheet would take for a formula is kept a text. */
function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
