import { Injectable } from '@nestjs/common';
import { hitScorer } from '@panah/domain/clients/hit-score';
import { type QueryTerm, caseRefBeginning, termsOfDuplicate, termsOfQuery, wordsOf } from '@panah/domain/clients/search-terms';
import type { PartialDate } from '@panah/domain/dates/partial-date';
import { type CandidateScore, type PersonFacts, candidateScore, worthShowing } from '@panah/domain/names/candidate-score';
import { reachValues, statementByReach, type Within, withinReachOfOne } from '../platform/access/current-reach';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { Sealer } from '../platform/sealing/sealer';
import { ClientPartRecords } from './client-part.records';
import { NAMES } from './client-parts';
import { type ClientSecrets, type NameSecrets, clientPlace } from './client.entity';
import { NameTokenRecords } from './name-token.records';

interface FoundRow {
  id: string;
  sealed: Buffer;
  sealVersion: number;
  countryOfStay: string;
  caseId: string | null;
  caseRef: string | null;
  state: string | null;
  words: number;
  weight: number;
}

export interface FoundClient {
  row: FoundRow;
  secrets: ClientSecrets;
  names: NameSecrets[];
}

/** What somebody who asks for help said of themself, as far as it helps to see that they are known. */
export interface SomebodyNew {
  /** Each spelling as it was given. */
  names: string[];
  fatherGivenName?: string | null;
  birth?: PartialDate | null;
  sexRecorded?: string | null;
  documentNumbers?: string[];
}

export interface PossibleMatch extends FoundClient, CandidateScore {}

const FOUND_AT_MOST = 40;
const SHOWN_AT_MOST = 25;
const REFERENCE_WEIGHT = 1000;
/** Stands for the number by whose token a client was found; numbers themselves are not compared. */
const SAME_PAPER = 'same';

/** Case references that begin so. Only where the text can be one: nothing is looked up for all others. */
const referenceHits = (within: Within): string => `
      union all
      select f.client_id, w, ${REFERENCE_WEIGHT} from case_file f, generate_series(0, 5) as w
       where f.case_ref collate "C" >= (select $8::text) and f.case_ref collate "C" < (select $9::text) and ${within('f', 'client_id', 4)}`;

/**
 * Hits are counted by token, limited, and only then opened and ranked.
 * What is asked stands in sub-selects: PostgreSQL then plans once, not anew for each question.
 */
const searching = (within: Within, references = ''): string => `
  with asked as (select * from unnest((select $1::bytea[]), (select $2::int[]), (select $3::int[])) as a(token, word, weight)),
    hit as (
      select t.client_id, a.word, max(a.weight) as weight from asked a join name_token t on t.token = a.token where ${within('t', 'client_id', 4)} group by 1, 2${references}),
    found as (select client_id, count(distinct word)::int as words, sum(weight)::int as weight from hit group by 1 order by 2 desc, 3 desc, 1 limit ${FOUND_AT_MOST})
    select c.id, c.sealed, c.seal_version as "sealVersion", c.country_of_stay as "countryOfStay", f.id as "caseId", f.case_ref as "caseRef", f.state, found.words, found.weight
      from found join client c on c.id = found.client_id
      left join lateral (select id, case_ref, state from case_file where client_id = c.id order by (state = 'CLOSED'), period_no desc limit 1) f on true
     where ${withinReachOfOne('c', 'id', 4)} order by found.words desc, found.weight desc, c.id`;
const SEARCH = statementByReach('client.search', (within) => searching(within));
const SEARCH_REFERENCE = statementByReach('client.search-reference', (within) => searching(within, referenceHits(within)));

/** Finding clients within reach. Whoever has no reach learns nothing, neither by a hit nor by its absence (R-AC-02, R-ID-07). */
@Injectable()
export class ClientSearchRecords {
  constructor(
    private readonly sealer: Sealer,
    private readonly parts: ClientPartRecords,
    private readonly tokens: NameTokenRecords,
  ) {}

  /** By case reference, pseudonym or name, in any script, order and usual spelling; the best 25 (A.7). */
  async search(text: string): Promise<FoundClient[]> {
    const found = await this.find(termsOfQuery(text).terms, caseRefBeginning(text));
    const most = Math.max(0, ...found.map(({ row }) => row.words));
    const score = scorer(text);
    const best = found.filter(({ row }) => row.words === most).map((hit) => ({ hit, score: score(hit) }));
    const shown = best
      .sort((a, b) => b.score - a.score)
      .slice(0, SHOWN_AT_MOST)
      .map(({ hit }) => hit);
    currentLine().returned(
      'client',
      shown.map(({ row }) => row.id),
    );
    return shown;
  }

  /** Clients within reach who may be the same person (A.8): it proposes, people decide (R-ID-06). The best twenty. */
  async possibleMatches(somebody: SomebodyNew): Promise<PossibleMatch[]> {
    const documents = await Promise.all((somebody.documentNumbers ?? []).map((number) => this.tokens.ofDocumentNumber(number)));
    const found = await this.find(somebody.names.flatMap(termsOfDuplicate), null, documents);
    const least = Math.min(2, ...somebody.names.map((name) => wordsOf(name).length));
    const near = found.filter(({ row }) => row.words >= least || row.weight >= REFERENCE_WEIGHT);
    const asked = { ...factsOf(somebody.names.map(partsOf), somebody), documents: [SAME_PAPER] };
    const shown = worthShowing(
      near.map((hit) => ({
        ...hit,
        ...candidateScore(asked, { ...factsOfClient(hit), documents: hit.row.weight >= REFERENCE_WEIGHT ? [SAME_PAPER] : [] }, near.length),
      })),
    );
    currentLine().returned(
      'client',
      shown.map(({ row }) => row.id),
    );
    return shown;
  }

  private async find(terms: readonly QueryTerm[], reference: string | null, documents: readonly Buffer[] = []): Promise<FoundClient[]> {
    const tokens = [...(await this.tokens.of(terms)), ...documents];
    const words = [...terms.map(({ word }) => word), ...documents.map(() => 0)];
    const weights = [...terms.map(({ weight }) => weight), ...documents.map(() => REFERENCE_WEIGHT)];
    const statement = reference === null ? SEARCH : SEARCH_REFERENCE;
    const values = [
      tokens,
      words,
      weights,
      ...reachValues('client:search'),
      ...(reference === null ? [] : [reference, afterAll(reference)]),
    ];
    const rows = await currentWork().rows<FoundRow & Record<string, unknown>>(statement('client:search'), values);
    const secrets = await this.sealer.openMany<ClientSecrets>(
      rows.map((row) => ({ place: clientPlace(row.id, row.sealVersion), sealed: row.sealed })),
    );
    const names = await this.parts.ofClients(
      rows.map(({ id }) => id),
      NAMES,
    );
    return rows.flatMap((row, at) => {
      const opened = secrets[at];
      return opened ? [{ row, secrets: opened, names: (names.get(row.id) ?? []).map((name) => name.secrets) }] : [];
    });
  }
}

function scorer(text: string): (hit: FoundClient) => number {
  const score = hitScorer(text);
  return ({ row, names }) => (row.weight >= REFERENCE_WEIGHT ? REFERENCE_WEIGHT : 0) + score(names.map(({ asWritten }) => asWritten));
}

/** What comes after every text that begins with `text`, where texts are ordered by code point. */
const afterAll = (text: string): string => `${text}\u{10FFFF}`;

interface NameParts {
  given: string;
  family: string | null;
}

/** When nobody said which part is which, the first word is taken for the given name. */
function partsOf(asWritten: string): NameParts {
  const [given = '', ...rest] = wordsOf(asWritten);
  return { given, family: rest.join(' ') || null };
}

function factsOf(
  names: readonly NameParts[],
  { fatherGivenName, birth, sexRecorded }: Pick<SomebodyNew, 'fatherGivenName' | 'birth' | 'sexRecorded'>,
): PersonFacts {
  return {
    given: names.map(({ given }) => given),
    family: names.flatMap(({ family }) => family ?? []),
    father: fatherGivenName ? [fatherGivenName] : [],
    birth: birth?.from && birth.to ? { from: birth.from, to: birth.to } : null,
    sex: sexRecorded,
  };
}

function factsOfClient({ names, secrets }: FoundClient): PersonFacts {
  const parts = names.map((name) => (name.given ? { given: name.given, family: name.family } : partsOf(name.asWritten)));
  return factsOf(parts, { ...secrets, fatherGivenName: secrets.particulars.fatherGivenName });
}
