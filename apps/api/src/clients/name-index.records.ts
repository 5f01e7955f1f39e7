import { Injectable } from '@nestjs/common';
import { NameBooks } from '@panah/domain/names/name-books';
import type { Statement, UnitOfWork } from '../platform/database/unit-of-work';
import { IndexKey } from '../platform/sealing/index-key';
import { asPseudonym, drawPage, isPseudonym, newPage, pagePlace, withoutMark } from './name-page';

/** The pages of one word: tokens by office, in hexadecimal. */
export type Pages = Map<string, string[]>;

export interface OrgBooks extends NameBooks<Pages> {
  /** How many pages have been read: when there are more, a question has more answers. */
  readonly read: number;
  /** Which words some pages are of, by token; goes through all pages. */
  wordsOn(tokens: readonly string[]): Map<string, string>;
}

/** Asks the database, as whoever is at work. */
export type Read = <T extends Record<string, unknown>>(statement: Statement, values: unknown[]) => Promise<T[]>;

interface NewPage {
  token: string;
  word: string;
}

interface PageRow extends Record<string, unknown> {
  token: string | null;
  officeId: string;
  sealed: Buffer;
}

/** The oldest transaction under way: whatever is committed later than this is asked for again. */
const HORIZON: Statement = { name: 'name-word.horizon', text: 'select pg_snapshot_xmin(pg_current_snapshot())::text as horizon' };
/**
 * Everything that was committed since `horizon` was the oldest transaction under way. What this transaction itself wrote may still be taken back.
 * A restored house counts its transactions anew: rows from beyond the newest one are read at the start, and not again.
 */
const FRESH: Statement = {
  name: 'name-word.fresh',
  text: `select now.horizon, encode(w.token, 'hex') as token, w.office_id as "officeId", w.sealed
    from (select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, pg_snapshot_xmax(pg_current_snapshot()) as next) now
    left join name_word w on w.org_id = $1 and w.written_in >= $2::text::xid8 and w.written_in < now.next
      and w.written_in is distinct from pg_current_xact_id_if_assigned()`,
};
const FIRST = '0';
/** At the start, so many at once: all of a large house in one answer would weigh several times what is kept of it. */
const AT_ONCE = 5000;
const WHOLE: Statement = {
  name: 'name-word.whole',
  text: `select encode(w.token, 'hex') as token, w.office_id as "officeId", w.sealed from name_word w
    where w.org_id = $1 and w.token > decode($2, 'hex') and w.written_in is distinct from pg_current_xact_id_if_assigned() order by w.token limit ${AT_ONCE}`,
};
const ADD: Statement = {
  name: 'name-word.add',
  text: 'insert into name_word (token, org_id, office_id, sealed) select t, $1, $2, s from unnest($3::bytea[], $4::bytea[]) as n(t, s)',
};

/** An organisation's words, and how far they have been read. */
class Shelf extends NameBooks<Pages> implements OrgBooks {
  read = 0;

  /** @param horizon how far it was read when it was begun */
  constructor(public horizon: string) {
    super();
  }

  /** Each office's id once, however many words it has. */
  private readonly offices = new Map<string, string>();

  put(token: string, officeId: string, word: string): void {
    const pages = this.pagesOf(word) ?? (isPseudonym(word) ? this.pseudonyms : this.names).add(withoutMark(word), () => new Map()).kept;
    const ofOffice = pages.get(officeId);
    if (ofOffice?.includes(token)) return; // what was committed around the horizon is met twice
    if (ofOffice) ofOffice.push(token);
    else pages.set(this.office(officeId), [token]);
    this.read++;
  }

  wordsOn(tokens: readonly string[]): Map<string, string> {
    const asked = new Set(tokens);
    const marked = [...this.names.all()].concat([...this.pseudonyms.all()].map(([text, entry]) => [asPseudonym(text), entry]));
    return new Map(
      marked.flatMap(([text, { kept }]) =>
        [...kept.values()].flat().flatMap((token) => (asked.has(token) ? [[token, text] as const] : [])),
      ),
    );
  }

  pagesOf(kept: string): Pages | undefined {
    return (isPseudonym(kept) ? this.pseudonyms : this.names).get(withoutMark(kept))?.kept;
  }

  private office(id: string): string {
    const known = this.offices.get(id) ?? id;
    this.offices.set(known, known);
    return known;
  }
}

/**
 * Which words occur in names, and under which tokens: a word lies sealed on pages, each with a token drawn by chance; who bears
 * the word is noted under one of its tokens. Read into memory; each process reads what others wrote before it answers.
 */
@Injectable()
export class NameIndex {
  private readonly shelves = new Map<string, Shelf>();
  private readonly drawn = new WeakMap<UnitOfWork, Map<string, string[]>>();

  constructor(private readonly key: IndexKey) {}

  /** The words as far as they are read; read whole at the first question. */
  async books(orgId: string, read: Read): Promise<OrgBooks> {
    if (!this.shelves.has(orgId)) await this.refresh(orgId, read);
    return this.shelf(orgId);
  }

  /** Reads what was committed meanwhile. */
  async refresh(orgId: string, read: Read): Promise<void> {
    const shelf = this.shelves.get(orgId);
    if (!shelf) return this.readWhole(orgId, read);
    const rows = await read<PageRow & { horizon: string }>(FRESH, [orgId, shelf.horizon]);
    await this.put(orgId, shelf, rows);
    shelf.horizon = rows[0]?.horizon ?? shelf.horizon;
  }

  /** Words that are committed while this goes on are read again with the next question, which asks from where this one began. */
  private async readWhole(orgId: string, read: Read): Promise<void> {
    const [now] = await read<{ horizon: string }>(HORIZON, []);
    const shelf = new Shelf(now?.horizon ?? FIRST);
    for (let after: string | null = ''; after !== null;) {
      const rows: PageRow[] = await read<PageRow>(WHOLE, [orgId, after]);
      await this.put(orgId, shelf, rows);
      after = rows.length === AT_ONCE ? (rows.at(-1)?.token ?? null) : null;
    }
    this.shelves.set(orgId, shelf);
  }

  private async put(orgId: string, shelf: Shelf, rows: readonly PageRow[]): Promise<void> {
    const fresh = rows.flatMap(({ token, officeId, sealed }) =>
      token ? [{ token, officeId, sealed, place: pagePlace(officeId, token) }] : [],
    );
    const words = await this.key.openMany(orgId, fresh);
    fresh.forEach(({ token, officeId }, at) => shelf.put(token, officeId, words[at] ?? ''));
  }

  /** A token for each word, for one more who bears it; words that are new get a page, which others see after the commit. */
  async tokensFor(work: UnitOfWork, orgId: string, officeId: string, words: readonly string[]): Promise<Buffer[]> {
    await this.refresh(orgId, (statement, values) => work.rows(statement, values));
    const fresh: NewPage[] = [];
    const own = this.drawn.get(work) ?? new Map<string, string[]>();
    this.drawn.set(work, own);
    const tokens = words.map((word) => {
      const mine = own.get(`${officeId} ${word}`) ?? [];
      const page = drawPage([...(this.shelf(orgId).pagesOf(word)?.get(officeId) ?? []), ...mine]);
      if (page) return page;
      const token = newPage();
      own.set(`${officeId} ${word}`, [...mine, token]);
      fresh.push({ token, word });
      return token;
    });
    if (fresh.length) await this.write(work, orgId, officeId, fresh);
    return tokens.map((token) => Buffer.from(token, 'hex'));
  }

  private async write(work: UnitOfWork, orgId: string, officeId: string, fresh: readonly NewPage[]): Promise<void> {
    const sealed = await Promise.all(fresh.map(({ token, word }) => this.key.seal(orgId, pagePlace(officeId, token), word)));
    await work.change(ADD, [orgId, officeId, fresh.map(({ token }) => Buffer.from(token, 'hex')), sealed]);
  }

  private shelf(orgId: string): Shelf {
    return this.shelves.get(orgId) ?? new Shelf(FIRST);
  }
}
