/** What a list asks the server for. The text may be a name: it goes into a body, never into an address. */
export interface ListQuestion {
  text: string;
  sort: string | null;
  direction: 'asc' | 'desc';
  facets: Readonly<Record<string, string>>;
  cursor: string | null;
  limit: number;
}

/** One page of a keyset list. */
export interface ListPage<Row> {
  items: readonly Row[];
  total: number;
  next: string | null;
}

export interface ListColumn {
  id: string;
  label: string;
  /** The server's word for sorting by this column; without it the column does not sort. */
  sort?: string;
  /** Numbers stand at the end of their column. */
  numeric?: boolean;
  /** Left out on a telephone. */
  wide?: boolean;
}
