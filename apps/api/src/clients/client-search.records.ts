import { Injectable } from '@nestjs/common';
import { askFor, askForDuplicates, asksForMore, caseRefBeginning, type Question, wordsOf } from '@panah/domain/clients/search-terms';
import { candidateScore, worthShowing } from '@panah/domain/names/candidate-score';
import { STRONG } from '@panah/domain/names/name-word';
import { currentActor, reachValues } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { Sealer } from '../platform/sealing/sealer';
import { ClientPartRecords } from './client-part.records';
import { NAMES } from './client-parts';
import { CERTAIN, placeOf, searchStatement } from './client-search-statements.records';
import { type ClientSecrets, clientPlace } from './client.entity';
import {
  type FoundClient,
  type FoundRow,
  factsOf,
  factsOfClient,
  type OpenHit,
  type PossibleMatch,
  partsOf,
  type SomebodyNew,
} from './found-client';
import { NameIndex, type OrgBooks, type Pages } from './name-index.records';
import { NameTokenRecords } from './name-token.records';

export type { FoundClient, OpenHit, PossibleMatch, SomebodyNew } from './found-client';

/** Tokens to be met, where each stands in the question, and what it says. */
interface Asked {
  /** In hexadecimal. */
  tokens: string[];
  places: number[];
  scores: number[];
  parted: boolean;
}

export interface SearchResult {
  found: OpenHit[];
  /** Nothing was found, and nothing typed is long enough to be looked for in every script. */
  typeMore: boolean;
}

const SHOWN_AT_MOST = 25;
/** Words are compared before anybody is opened: only so many people are. */
const COMPARED_AT_MOST = 40;
/** A token leads to one client at least, but for those who bear two of the words or are out of reach. */
const FEW = 8;
/** Stands for the number by whose token a client was found; numbers themselves are not compared. */
const SAME_PAPER = 'same';

/** Finding clients within reach. Whoever has no reach learns nothing, neither by a hit nor by its absence (R-AC-02, R-ID-07). */
@Injectable()
export class ClientSearchRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly parts: ClientPartRecords,
    private readonly tokens: NameTokenRecords,
    private readonly index: NameIndex,
  ) {}

  /** By case reference, pseudonym or name, in any script, order and usual spelling; the best 25 (A.7). */
  async search(text: string): Promise<SearchResult> {
    const rows = await this.find((books, least) => askFor(text, books, least), SHOWN_AT_MOST, caseRefBeginning(text));
    const found = told(await this.opened(meant(rows)));
    return { found, typeMore: found.length === 0 && asksForMore(text) };
  }

  /** Clients within reach who may be the same person (A.8): it proposes, people decide (R-ID-06). The best twenty. */
  async possibleMatches(somebody: SomebodyNew): Promise<PossibleMatch[]> {
    const documents = await Promise.all((somebody.documentNumbers ?? []).map((number) => this.tokens.ofDocumentNumber(number)));
    const asking = (books: OrgBooks): Question<Pages> => {
      const questions = somebody.names.map((name) => askForDuplicates(name, books));
      return { words: Math.max(0, ...questions.map(({ words }) => words)), sought: questions.flatMap(({ sought }) => sought) };
    };
    const found = await this.withNames(await this.opened(await this.find(asking, COMPARED_AT_MOST, null, documents)));
    const least = Math.min(2, ...somebody.names.map((name) => wordsOf(name).length));
    const near = found.filter(({ row }) => row.words >= least || row.score >= CERTAIN);
    const asked = { ...factsOf(somebody.names.map(partsOf), somebody), documents: [SAME_PAPER] };
    const scored = near.map((hit) => {
      const facts = { ...factsOfClient(hit), documents: hit.row.score >= CERTAIN ? [SAME_PAPER] : [] };
      return { ...hit, ...candidateScore(asked, facts, near.length) };
    });
    return told(worthShowing(scored));
  }

  /**
   * Asked with the words that are known here; once more when another process has added some meanwhile, and once more for what
   * merely resembles, when nobody within reach answers every word by name.
   */
  private async find(
    ask: (books: OrgBooks, least: number) => Question<Pages>,
    most: number,
    reference: string | null,
    documents: readonly Buffer[] = [],
  ): Promise<FoundRow[]> {
    const { orgId } = currentActor();
    const work = currentWork();
    const read = work.rows.bind(work);
    const books = await this.index.books(orgId, read);
    const rowsOf = (question: Question<Pages>): Promise<FoundRow[]> => this.best(question, documents, most, reference);
    const known = books.read;
    const question = ask(books, STRONG);
    const [first] = await Promise.all([rowsOf(question), this.index.refresh(orgId, read)]);
    const rows = books.read > known ? await rowsOf(ask(books, STRONG)) : first;
    return (rows[0]?.words ?? 0) >= question.words ? rows : rowsOf(ask(books, 0));
  }

  /** A single word has many answers, and only the best are shown: they are asked for first, the others when those are too few. */
  private async best(
    { words, sought }: Question<Pages>,
    documents: readonly Buffer[],
    most: number,
    reference: string | null,
  ): Promise<FoundRow[]> {
    const all = asked(sought, documents);
    const foremost = words === 1 && !all.parted ? foremostOf(all, most + FEW) : null;
    const rows = foremost ? await this.rows(foremost, most, reference) : [];
    return foremost && rows.length === most ? rows : this.rows(all, most, reference);
  }

  private rows({ tokens, places, scores, parted }: Asked, most: number, reference: string | null): Promise<FoundRow[]> {
    const range = reference === null ? [] : [reference, afterAll(reference)];
    const statement = searchStatement(parted, reference !== null)('client:search');
    const values = [literal(tokens), places, scores, ...reachValues('client:search'), most, ...range];
    return currentWork().rows<FoundRow & Record<string, unknown>>(statement, values);
  }

  private async opened(rows: readonly FoundRow[]): Promise<OpenHit[]> {
    const secrets = await this.sealer.openMany<ClientSecrets>(
      rows.map((row) => ({ place: clientPlace(row.id, row.sealVersion), sealed: row.sealed })),
    );
    return rows.flatMap((row, at) => (secrets[at] ? [{ row, secrets: secrets[at] }] : []));
  }

  private async withNames(hits: readonly OpenHit[]): Promise<FoundClient[]> {
    const ids = hits.map(({ row }) => row.id);
    const names = await this.parts.ofClients(ids, NAMES);
    return hits.map((hit) => ({ ...hit, names: (names.get(hit.row.id) ?? []).map((name) => name.secrets) }));
  }
}

/** The pages of what is sought: of the offices that the reader's roles cover, or of all where a team may lead anywhere. */
function asked(sought: Question<Pages>['sought'], documents: readonly Buffer[]): Asked {
  const [offices, , teamRoles] = reachValues('client:search');
  const all: Asked = {
    tokens: documents.map((token) => token.toString('hex')),
    places: documents.map(() => 0),
    scores: documents.map(() => CERTAIN),
    parted: false,
  };
  for (const { entry, term, split, side, score } of sought) {
    const pages = teamRoles.length ? [...entry.kept.values()] : offices.map((office) => entry.kept.get(office) ?? []);
    all.parted ||= split > 0;
    for (const token of pages.flat()) {
      all.tokens.push(token);
      all.places.push(placeOf(term, split, side));
      all.scores.push(score);
    }
  }
  return all;
}

/** The best-scored tokens, `enough` of them and all that score as well as the last; null when that is hardly fewer than all. */
function foremostOf({ tokens, places, scores, parted }: Asked, enough: number): Asked | null {
  const least = scores.toSorted((a, b) => b - a)[enough - 1];
  if (least === undefined) return null;
  const kept = scores.flatMap((score, at) => (score >= least ? [at] : []));
  if (kept.length * 2 > tokens.length) return null;
  const of = <T>(list: readonly T[]): T[] => kept.map((at) => list[at]);
  return { tokens: of(tokens), places: of(places), scores: of(scores), parted };
}

/** Hundreds of tokens in one text: the driver would escape each by itself. */
const literal = (tokens: readonly string[]): string => (tokens.length ? `{"\\\\x${tokens.join('","\\\\x')}"}` : '{}');

/** Those who answer most words; where somebody answers by name, those who merely resemble it are left out. */
function meant(rows: readonly FoundRow[]): FoundRow[] {
  const most = rows[0]?.words ?? 0;
  const best = rows.filter(({ words }) => words === most);
  const byName = best.filter(({ score, words }) => score >= STRONG * words);
  return byName.length ? byName : best;
}

function told<T extends OpenHit>(shown: T[]): T[] {
  currentLine().returned(
    'client',
    shown.map(({ row }) => row.id),
  );
  return shown;
}

/** What comes after every text that begins with `text`, where texts are ordered by code point. */
const afterAll = (text: string): string => `${text}\u{10FFFF}`;
