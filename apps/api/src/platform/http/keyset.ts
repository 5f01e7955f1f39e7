import { invalid } from '../errors/problem';

/** SQL: an instant as text that sorts as the instant does, to the microsecond: a cursor that rounds shows a row twice, or never. */
export const exactly = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Where a list goes on: the sort value and the id of the last row, opaque to the reader. Holds codes, dates and ids only. */
export function cursorAfter(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The values of a cursor made by `cursorAfter`; null for the first page. Throws 422 on anything else. */
export function readCursor(cursor: string | undefined, length: number): (string | number | null)[] | null {
  if (!cursor) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === length) return values as (string | number | null)[];
  } catch {
    // said below, for both
  }
  throw invalid({ cursor: ['isCursor'] });
}
