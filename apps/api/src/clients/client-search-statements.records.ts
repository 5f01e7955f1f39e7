import { statementByReach, type Within, withinReachOfOne } from '../platform/access/current-reach';

/** What a found reference or document weighs: more than any name. */
export const CERTAIN = 1000;
/** A place in a question, in one number: word, way of parting, side. */
export const placeOf = (term: number, split: number, side: number): number => (term * SPLITS + split) * 2 + side;

const SPLITS = 128;
/** How many places a word of the question has. */
export const PER_WORD = 2 * SPLITS;

/** Case references that begin so. Only where the text can be one: nothing is looked up for all others. */
const referenceHits = (within: Within): string => `
      union all
      select f.client_id, w, ${CERTAIN}::real from case_file f, generate_series(0, 5) as w
       where f.case_ref collate "C" >= (select $9::text) and f.case_ref collate "C" < (select $10::text) and ${within('f', 'client_id', 4)}`;

/** Every word answered as a whole. */
const wholeWords = (within: Within): string => `
    hit as (
      select t.client_id, a.place / ${PER_WORD} as term, max(a.score) as score from asked a join name_token t on t.token = a.token
       where ${within('t', 'client_id', 4)} group by 1, 2`;
/** Some words parted: both sides must be met, and say as much as both do on the average. */
const partedWords = (within: Within): string => `
    met as (
      select t.client_id, a.place, max(a.score) as score from asked a join name_token t on t.token = a.token
       where ${within('t', 'client_id', 4)} group by 1, 2),
    hit as (
      select client_id, min(place) / ${PER_WORD} as term, avg(score)::real as score from met group by client_id, place / 2
      having count(*) = 2 or min(place) / 2 % ${SPLITS} = 0`;

/**
 * Hits are counted by token, limited, and only then opened and ranked.
 * What is asked stands in sub-selects: PostgreSQL then plans once, not anew for each question.
 */
const searching = (hits: string, references: string): string => `
  with asked as (select * from unnest((select $1::bytea[]), (select $2::int[]), (select $3::real[])) as a(token, place, score)),
    ${hits}${references}),
    answered as (select client_id, term, max(score) as score from hit group by 1, 2),
    found as (select client_id, count(*)::int as words, sum(score)::real as score from answered group by 1 order by 2 desc, 3 desc, 1 limit (select $8::int))
    select c.id, c.sealed, c.seal_version as "sealVersion", c.country_of_stay as "countryOfStay", f.id as "caseId", f.case_ref as "caseRef", f.state, found.words, found.score
      from found join client c on c.id = found.client_id
      left join lateral (select id, case_ref, state from case_file where client_id = c.id order by (state = 'CLOSED'), period_no desc limit 1) f on true
     where ${withinReachOfOne('c', 'id', 4)} order by found.words desc, found.score desc, c.id`;

const made = (parted: boolean, reference: boolean) =>
  statementByReach(`client.search${parted ? '-parted' : ''}${reference ? '-reference' : ''}`, (within) =>
    searching(parted ? partedWords(within) : wholeWords(within), reference ? referenceHits(within) : ''),
  );
const [WHOLE, PARTED, WHOLE_REFERENCE, PARTED_REFERENCE] = [made(false, false), made(true, false), made(false, true), made(true, true)];

/** The statement for a question: the plainest that answers it. */
export function searchStatement(parted: boolean, reference: boolean) {
  if (reference) return parted ? PARTED_REFERENCE : WHOLE_REFERENCE;
  return parted ? PARTED : WHOLE;
}
