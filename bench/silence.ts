import type { Client } from 'pg';
import { get, post } from './operations';
import { type Target, quantile } from './load';
import { mutualInformation } from './mutual-information';
import { compareSamples } from './two-samples';
import { chanceOf, type Colleague, type World } from './world';

const KINDS = ['quiet', 'loud'] as const;
type Kind = (typeof KINDS)[number];

const [CLIENTS, ASKED_OF_A_KIND, WARM_UP, BANDS] = [8, 600, 60, 4];
/** As for enquiries (goal 7); and goal 8's bound on what a moment may tell. */
const [LEAST_P, MOST_APART_MS, MOST_BITS] = [0.01, 5, 0.02];
/** By chance alone one pair in a hundred lies so far apart: it must do so twice. */
const TRIES = 2;
const YES = { decision: 'GIVEN', method: 'VERBAL_REMOTE', capacity: 'YES', freeChoice: 'ALONE', language: 'fa' };

/** What becomes of a link on the other side, down to its end; with the superuser's hands, for nobody of the load set works in family links. */
const HAPPENS = `insert into family_link_step (id, org_id, office_id, link_id, event, from_state, to_state)
    select gen_random_uuid(), org_id, office_id, id, 'step', 'TRACING', 'TRACING' from family_link, generate_series(1, 20) where wish_id = any($1)`;
const ENDS = `update family_link set state = 'CLOSED', outcome = 'RELATIVE_DECLINED', closed_at = now(), version = version + 20 where wish_id = any($1)`;

/**
 * Whoever works for a client waits as long for what becomes of a wish, whatever the relative did: two wishes of each client in the same words, of which one
 * was declined long since behind the scenes. Throws when the answers differ in more than their ids, or their times tell the two apart.
 */
export async function compareSilence(target: Target, house: Client, world: World, seed: number): Promise<string> {
  const worker = world.writers[1] ?? world.writers[0];
  if (!worker) throw new Error('The load set has no caseworker.');
  const wishes = await layWishes(target, worker);
  await house.query('set session_replication_role = replica');
  for (const what of [HAPPENS, ENDS]) await house.query(what, [wishes.loud]);
  await house.query('reset session_replication_role');
  for (let tried = 1; ; tried++) {
    const { line, apart } = told(await ask(target, worker, wishes, seed + tried));
    if (!apart) return line;
    if (tried === TRIES) throw new Error(`What a relative did can be told by how long an answer takes:\n${line}`);
  }
}

async function layWishes(target: Target, worker: Colleague): Promise<Record<Kind, string[]>> {
  const wishes: Record<Kind, string[]> = { quiet: [], loud: [] };
  for (const id of worker.cases.slice(0, CLIENTS)) for (const kind of KINDS) wishes[kind].push(await wish(target, worker, id));
  return wishes;
}

async function wish(target: Target, worker: Colleague, caseId: string): Promise<string> {
  const made = async (path: string, body: object): Promise<{ id: string }> =>
    JSON.parse((await target.ask(post(worker, path, body))).text) as { id: string };
  const relative = { names: ['Mina Rahimi'], relation: 'SISTER' };
  const { id } = await made(`/api/cases/${caseId}/family-wishes`, { relative, wish: 'To hear from her.' });
  await made(`/api/family-wishes/${id}/consents`, { ...YES, purpose: 'C08_TRACING', scope: ['OWN_RECORDS'] });
  await made(`/api/family-wishes/${id}/consents`, { ...YES, purpose: 'C09_DISCLOSE_REL', scope: ['ALIVE_ONLY'] });
  await made(`/api/family-wishes/${id}/beginning`, {});
  return id;
}

/** One after the other, the kinds in an order drawn by chance. */
async function ask(target: Target, worker: Colleague, wishes: Record<Kind, string[]>, seed: number): Promise<Record<Kind, number[]>> {
  const chance = chanceOf(seed, 'silence');
  const times: Record<Kind, number[]> = { quiet: [], loud: [] };
  const faces = new Set<unknown>();
  const left = KINDS.flatMap((kind) => Array.from({ length: ASKED_OF_A_KIND }, () => kind));
  for (let asked = 0; left.length; asked++) {
    const [kind = 'quiet'] = asked < WARM_UP ? [chance.pick(KINDS)] : left.splice(Math.floor(chance.next() * left.length), 1);
    const asks = get(worker, `/api/family-wishes/${chance.pick(wishes[kind])}`);
    const from = performance.now();
    const { text } = await target.ask(asks);
    if (asked >= WARM_UP) times[kind].push(performance.now() - from);
    faces.add((JSON.parse(text) as { face: string }).face);
  }
  if (faces.size !== 1) throw new Error(`Wishes show ${[...faces].join(' and ')}.`);
  return times;
}

function told(times: Record<Kind, number[]>): { line: string; apart: boolean } {
  const all = KINDS.flatMap((kind) => times[kind]).toSorted((a, b) => a - b);
  const bounds = Array.from({ length: BANDS - 1 }, (_, at) => quantile(all, (at + 1) / BANDS));
  const pairs = KINDS.flatMap((kind, at) => times[kind].map((time) => [at, bounds.filter((bound) => time > bound).length] as const));
  const bits = mutualInformation(pairs);
  const [quiet = 0, loud = 0] = KINDS.map((kind) =>
    quantile(
      times[kind].toSorted((a, b) => a - b),
      0.5,
    ),
  );
  const { distance, p } = compareSamples(times.quiet, times.loud);
  const line = `median of ${String(ASKED_OF_A_KIND)} answers: nothing happened ${quiet.toFixed(2)} ms, declined ${loud.toFixed(2)} ms; KS ${distance.toFixed(3)}, p ${p.toFixed(3)}; the time tells ${bits.toFixed(4)} bit`;
  return { line, apart: p <= LEAST_P || Math.abs(quiet - loud) >= MOST_APART_MS || bits >= MOST_BITS };
}
