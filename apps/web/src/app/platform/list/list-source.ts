import { computed, signal } from '@angular/core';
import { Problem, problemOf } from '../problem/problem';
import type { ListPage, ListQuestion } from './list-page';

export interface ListStart {
  sort?: string;
  direction?: 'asc' | 'desc';
  facets?: Readonly<Record<string, string>>;
  /** The facets that the server knows: only these are read from the address. */
  facetNames?: readonly string[];
  limit?: number;
}

const WAIT_WHILE_TYPING_MS = 200;
const SKELETON_AFTER_MS = 300;

/** The state of one list: what is asked, what has come, what went wrong. Answers to old questions are dropped. */
export class ListSource<Row> {
  readonly text = signal('');
  readonly sort = signal<string | null>(null);
  readonly direction = signal<'asc' | 'desc'>('asc');
  readonly facets = signal<Readonly<Record<string, string>>>({});
  readonly rows = signal<readonly Row[]>([]);
  readonly total = signal<number | null>(null);
  readonly next = signal<string | null>(null);
  readonly problem = signal<Problem | null>(null);
  readonly loading = signal(false);
  /** Set when the answer takes longer than a blink: only then bones are shown. */
  readonly slow = signal(false);
  readonly empty = computed(() => !this.loading() && !this.problem() && this.total() === 0);
  readonly filtered = computed(() => this.text() !== '' || Object.keys(this.facets()).length > 0);

  readonly facetNames: readonly string[];
  private readonly limit: number;
  private question = 0;
  private typing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly load: (question: ListQuestion) => Promise<ListPage<Row>>,
    start: ListStart = {},
  ) {
    this.sort.set(start.sort ?? null);
    this.direction.set(start.direction ?? 'asc');
    this.facets.set(start.facets ?? {});
    this.facetNames = start.facetNames ?? Object.keys(start.facets ?? {});
    this.limit = start.limit ?? 25;
  }

  /** Asks from the beginning. */
  async reload(): Promise<void> {
    await this.ask(null);
  }

  /** The next page, behind what is shown. */
  async more(): Promise<void> {
    if (this.next() && !this.loading()) await this.ask(this.next());
  }

  filter(text: string): void {
    this.text.set(text.trim());
    clearTimeout(this.typing);
    this.typing = setTimeout(() => void this.reload(), WAIT_WHILE_TYPING_MS);
  }

  /** Sorts by a column; the same column again turns the direction. */
  sortBy(sort: string): void {
    this.direction.set(this.sort() === sort && this.direction() === 'asc' ? 'desc' : 'asc');
    this.sort.set(sort);
    void this.reload();
  }

  /** Sets a facet ("stage"); null takes it away. */
  setFacet(name: string, value: string | null): void {
    this.facets.update(({ [name]: _before, ...others }) => (value === null ? others : { ...others, [name]: value }));
    void this.reload();
  }

  clear(): void {
    this.text.set('');
    this.facets.set({});
    void this.reload();
  }

  private async ask(cursor: string | null): Promise<void> {
    const question = ++this.question;
    const patience = setTimeout(() => this.slow.set(question === this.question), SKELETON_AFTER_MS);
    this.loading.set(true);
    this.problem.set(null);
    try {
      const page = await this.load(this.asked(cursor));
      if (question === this.question) this.show(page, cursor !== null);
    } catch (thrown) {
      if (question === this.question) this.problem.set(problemOf(thrown));
    } finally {
      clearTimeout(patience);
      if (question === this.question) this.settle();
    }
  }

  private asked(cursor: string | null): ListQuestion {
    const { text, sort, direction, facets } = this;
    return { text: text(), sort: sort(), direction: direction(), facets: facets(), cursor, limit: this.limit };
  }

  private show(page: ListPage<Row>, behind: boolean): void {
    this.rows.update((rows) => (behind ? [...rows, ...page.items] : page.items));
    this.total.set(page.total);
    this.next.set(page.next);
  }

  private settle(): void {
    this.loading.set(false);
    this.slow.set(false);
  }
}
