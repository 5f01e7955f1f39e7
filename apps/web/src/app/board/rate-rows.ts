import type { RateCell } from '@panah/contracts/reports.contract';

/** One row of a report of rates: the cells in the order of the columns; null where there was nothing to count. */
export interface RateRow {
  key: string;
  name: string | null;
  cells: readonly (RateCell | null)[];
}

/** The columns that a report has, in the order of a code list; one without a name when it has none. */
export function columnsOf(cells: readonly RateCell[], order: readonly string[]): readonly string[] {
  const here = new Set(cells.map(({ column }) => column ?? ''));
  return here.has('') ? [''] : order.filter((code) => here.has(code));
}

/** The cells by row, in the order of a code list where the keys are codes. */
export function rateRows(cells: readonly RateCell[], columns: readonly string[], order: readonly string[] = []): readonly RateRow[] {
  const place = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  const keys = [...new Set(cells.map(({ key }) => key))].sort((a, b) => place(a) - place(b));
  return keys.map((key) => {
    const own = cells.filter((cell) => cell.key === key);
    return {
      key,
      name: own[0]?.name ?? null,
      cells: columns.map((column) => own.find((cell) => (cell.column ?? '') === column) ?? null),
    };
  });
}

/** Whole hundredths of what there was; 0 where there was nothing. */
export const shareOf = ({ count, of }: Pick<RateCell, 'count' | 'of'>): number => (of === 0 ? 0 : Math.round((count / of) * 100));
