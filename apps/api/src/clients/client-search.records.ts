import { Injectable } from '@nestjs/common';
import { hitScorer } from '@panah/domain/clients/hit-score';
import { askFor, askForDuplicates, asksForMore, caseRefBeginning, type Sought, wordsOf } from '@panah/domain/clients/search-terms';
import { candidateScore, worthShowing } from '@panah/domain/names/candidate-score';
import { STRONG } from '@panah/domain/names/name-word';
import { currentActor, reachValues } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { Sealer } from '../platform/sealing/sealer';
import { ClientPartRecords } from './client-part.records';
import { NAMES } from './client-parts';
import { CERTAIN, placeOf, searchStatement } from './client-search.statements';
import { type ClientSecrets, clientPlace } from './client.entity';
import { type FoundClient, type FoundRow, factsOf, factsOfClient, type PossibleMatch, partsOf, type SomebodyNew } from './found-client';
import { NameIndex, type OrgBooks, type Pages } from './name-index';
import { NameTokenRecords } from './name-token.records';

export type { FoundClient, PossibleMatch, SomebodyNew } from './found-client';

/** Tokens to be met, where each stands in the question, and what it says. */
interface Asked {
  tokens: Buffer[];
  places: number[];
  scores: number[];
  parted: boolean;
}

export interface SearchResult {
  found: FoundClient[];
  /** Nothing was found, and nothing typed is long enough to be looked for in every script. */
  typeMore: boolean;
}

const SHOWN_AT_MOST = 25;
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
    const reference = caseRefBeginning(text);
    const found = meant(await this.find((books) => askFor(text, books).sought, reference));
    const score = scorer(text);
    const ranked = found.map((hit) => ({ hit, score: score(hit) })).sort((a, b) => b.score - a.score);
    const shown = told(ranked.slice(0, SHOWN_AT_MOST).map(({ hit }) => hit));
    return { found: shown, typeMore: shown.length === 0 && asksForMore(text) };
  }

  /** Clients within reach who may be the same person (A.8): it proposes, people decide (R-ID-06). The best twenty. */
  async possibleMatches(somebody: SomebodyNew): Promise<PossibleMatch[]> {
    const documents = await Promise.all((somebody.documentNumbers ?? []).map((number) => this.tokens.ofDocumentNumber(number)));
    const found = await this.find((books) => somebody.names.flatMap((name) => askForDuplicates(name, books).sought), null, documents);
    const least = Math.min(2, ...somebody.names.map((name) => wordsOf(name).length));
    const near = found.filter(({ row }) => row.words >= least || row.score >= CERTAIN);
    const asked = { ...factsOf(somebody.names.map(partsOf), somebody), documents: [SAME_PAPER] };
    const scored = near.map((hit) => {
      const facts = { ...factsOfClient(hit), documents: hit.row.score >= CERTAIN ? [SAME_PAPER] : [] };
      return { ...hit, ...candidateScore(asked, facts, near.length) };
    });
    return told(worthShowing(scored));
  }

  /** Asked with the words that are known here; once more when another process has added some meanwhile. */
  private async find(
    ask: (books: OrgBooks) => readonly Sought<Pages>[],
    reference: string | null,
    documents: readonly Buffer[] = [],
  ): Promise<FoundClient[]> {
    const { orgId } = currentActor();
    const work = currentWork();
    const read = work.rows.bind(work);
    const books = await this.index.books(orgId, read);
    const first = this.rows(asked(ask(books), documents), reference);
    const [rows, fresh] = await Promise.all([first, this.index.refresh(orgId, read)]);
    return this.opened(fresh ? await this.rows(asked(ask(books), documents), reference) : rows);
  }

  private rows({ tokens, places, scores, parted }: Asked, reference: string | null): Promise<(FoundRow & Record<string, unknown>)[]> {
    const range = reference === null ? [] : [reference, afterAll(reference)];
    const statement = searchStatement(parted, reference !== null)('client:search');
    return currentWork().rows<FoundRow & Record<string, unknown>>(statement, [
      tokens,
      places,
      scores,
      ...reachValues('client:search'),
      ...range,
    ]);
  }

  private async opened(rows: readonly FoundRow[]): Promise<FoundClient[]> {
    if (rows.length === 0) return [];
    const places = rows.map((row) => ({ place: clientPlace(row.id, row.sealVersion), sealed: row.sealed }));
    const names = await this.parts.ofClients(
      rows.map(({ id }) => id),
      NAMES,
    );
    const secrets = await this.sealer.openMany<ClientSecrets>(places);
    return rows.flatMap((row, at) => {
      const opened = secrets[at];
      return opened ? [{ row, secrets: opened, names: (names.get(row.id) ?? []).map((name) => name.secrets) }] : [];
    });
  }
}

/** The pages of what is sought: of the offices that the reader's roles cover, or of all where a team may lead anywhere. */
function asked(sought: readonly Sought<Pages>[], documents: readonly Buffer[]): Asked {
  const [offices, , teamRoles] = reachValues('client:search');
  const all: Asked = { tokens: [...documents], places: documents.map(() => 0), scores: documents.map(() => CERTAIN), parted: false };
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

/** Those who answer most words; where somebody answers by name, those who merely resemble it are left out. */
function meant(found: readonly FoundClient[]): FoundClient[] {
  const most = Math.max(0, ...found.map(({ row }) => row.words));
  const best = found.filter(({ row }) => row.words === most);
  const byName = best.filter(({ row }) => row.score >= STRONG * row.words);
  return byName.length ? byName : best;
}

function told<T extends FoundClient>(shown: T[]): T[] {
  currentLine().returned(
    'client',
    shown.map(({ row }) => row.id),
  );
  return shown;
}

function scorer(text: string): (hit: FoundClient) => number {
  const score = hitScorer(text);
  return ({ row, names }) => (row.score >= CERTAIN ? CERTAIN : 0) + score(names.map(({ asWritten }) => asWritten));
}

/** What comes after every text that begins with `text`, where texts are ordered by code point. */
const afterAll = (text: string): string => `${text}\u{10FFFF}`;
