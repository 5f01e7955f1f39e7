import type { ReportCell, ReportView } from '@panah/contracts/reports.contract';

/** One number, with the filter of the list behind it. */
export interface ReportNumber {
  column: string;
  count: number;
  /** Query of the caseload page. */
  list: Readonly<Record<string, string>>;
}

export interface ReportRow {
  key: string;
  name: string | null;
  total: number;
  points: number | null;
  level: string | null;
  numbers: readonly ReportNumber[];
}

const FACET_OF: Readonly<Record<string, string>> = { worker: 'worker', country: 'country', stream: 'stream', risk: 'risk' };

/** The cells of a report by row, each with the numbers of its columns; `columns` may be one that has no name. */
export function rowsOf({ by, cells }: ReportView, columns: readonly string[]): readonly ReportRow[] {
  const keys = [...new Set(cells.map(({ key }) => key))];
  return keys.map((key) => {
    const own = cells.filter((cell) => cell.key === key);
    return {
      key,
      name: own[0]?.name ?? null,
      total: own.reduce((sum, { count }) => sum + count, 0),
      points: own[0]?.points ?? null,
      level: own[0]?.level ?? null,
      numbers: columns.map((column) => ({ column, count: countIn(own, column), list: listBehind(by, key, column) })),
    };
  });
}

const countIn = (cells: readonly ReportCell[], column: string): number => cells.find(({ age }) => (age ?? '') === column)?.count ?? 0;

function listBehind(by: string, key: string, age: string): Record<string, string> {
  const facet = FACET_OF[by];
  return { state: by === 'state' ? key : 'OPEN', ...(facet ? { [facet]: key } : {}), ...(age ? { age } : {}) };
}
