import type { Target } from './load';
import { quantile } from './load';
import { open, post } from './operations';
import { compareSamples } from './two-samples';
import { chanceOf, type Colleague, type World } from './world';

const KINDS = ['unknown', 'refused', 'pending'] as const;
type Kind = (typeof KINDS)[number];

const [PEOPLE_OF_A_KIND, ASKED_OF_A_KIND, WARM_UP] = [8, 400, 60];
/** Walls goal 7. */
const [LEAST_P, MOST_APART_MS] = [0.01, 5];
/** By chance alone one pair in a hundred lies so far apart: it must do so twice. */
const TRIES = 2;
const YES = { decision: 'GIVEN', method: 'VERBAL_REMOTE', capacity: 'YES', freeChoice: 'ALONE', language: 'fa' };
const SISTER = { names: ['Mina Rahimi'], relation: 'SISTER' };

interface FileRead {
  client: { arab: string | null; latin: string | null; pseudonym: string } | null;
}

/**
 * Whoever asks for somebody waits no longer or shorter for the one sentence, whether we know nobody of that name, one who took the yes to looking
 * back, or one who is looked for. Throws when the answers differ, or their times do.
 */
export async function compareEnquiries(target: Target, world: World, seed: number): Promise<string> {
  const [worker] = world.writers;
  if (!worker) throw new Error('The load set has no caseworker.');
  const names = await layKinds(target, worker);
  for (let tried = 1; ; tried++) {
    const times = await ask(target, worker, names, seed + tried);
    const { lines, apart } = linesOf(times);
    if (!apart) return lines.join('\n');
    if (tried === TRIES) throw new Error(`The three kinds of enquiry can be told apart by how long the answer takes:\n${lines.join('\n')}`);
  }
}

/** Clients of one worker: some are looked for, some were, and nobody bears the third kind of names, which are as long. */
async function layKinds(target: Target, worker: Colleague): Promise<Record<Kind, string[]>> {
  const names: Record<Kind, string[]> = { unknown: [], refused: [], pending: [] };
  for (const [at, id] of worker.cases.slice(0, 2 * PEOPLE_OF_A_KIND).entries()) {
    const { client } = JSON.parse((await target.ask(open('panah', worker, id))).text) as FileRead;
    const name = client?.latin ?? client?.arab ?? client?.pseudonym ?? '';
    const kind = at % 2 ? 'refused' : 'pending';
    names[kind].push(name);
    names.unknown.push([...name.toLowerCase()].reverse().join(''));
    await wish(target, worker, id, kind);
  }
  return names;
}

async function wish(target: Target, worker: Colleague, caseId: string, kind: Kind): Promise<void> {
  const made = async (path: string, body: object): Promise<{ id: string; consents?: { id: string; purpose: string }[] }> =>
    JSON.parse((await target.ask(post(worker, path, body))).text) as { id: string; consents?: { id: string; purpose: string }[] };
  const { id } = await made(`/api/cases/${caseId}/family-wishes`, { relative: SISTER, wish: 'To hear from her.' });
  await made(`/api/family-wishes/${id}/consents`, { ...YES, purpose: 'C08_TRACING', scope: ['OWN_RECORDS'] });
  await made(`/api/family-wishes/${id}/consents`, { ...YES, purpose: 'C09_DISCLOSE_REL', scope: ['ALIVE_ONLY'] });
  const begun = await made(`/api/family-wishes/${id}/beginning`, {});
  const looking = begun.consents?.find(({ purpose }) => purpose === 'C08_TRACING');
  if (kind === 'refused') await made(`/api/family-wishes/${id}/consents/${looking?.id ?? ''}/withdrawal`, { how: 'PHONE' });
}

/** One after the other, the kinds in an order drawn by chance; what is said is as long for each. */
async function ask(target: Target, worker: Colleague, names: Record<Kind, string[]>, seed: number): Promise<Record<Kind, number[]>> {
  const chance = chanceOf(seed, 'enquiries');
  const times: Record<Kind, number[]> = { unknown: [], refused: [], pending: [] };
  const answers = new Set<string>();
  const left = KINDS.flatMap((kind) => Array.from({ length: ASKED_OF_A_KIND }, () => kind));
  for (let asked = 0; left.length; asked++) {
    const [kind = 'unknown'] = asked < WARM_UP ? [chance.pick(KINDS)] : left.splice(Math.floor(chance.next() * left.length), 1);
    const enquiry = post(worker, '/api/family-enquiries', said(chance.pick(names[kind]), asked));
    const from = performance.now();
    const { status, text } = await target.ask(enquiry, 201);
    if (asked >= WARM_UP) times[kind].push(performance.now() - from);
    answers.add(`${String(status)} ${text}`);
  }
  if (answers.size !== 1) throw new Error(`There are ${String(answers.size)} different answers to enquiries.`);
  return times;
}

const said = (name: string, number: number): object => ({
  asking: { ...SISTER, phone: `+35569${String(1_000_000 + number)}`, language: 'en', keepsData: true },
  sought: { names: [name] },
  way: 'PHONE',
  words: `I am his sister, and this is my question number ${String(1_000_000 + number)}.`,
});

function linesOf(times: Record<Kind, number[]>): { lines: string[]; apart: boolean } {
  const medianOf = (kind: Kind): number =>
    quantile(
      times[kind].toSorted((a, b) => a - b),
      0.5,
    );
  const pairs = [
    ['unknown', 'refused'],
    ['unknown', 'pending'],
    ['refused', 'pending'],
  ] as const;
  const found = pairs.map(([one, other]) => ({
    one,
    other,
    ...compareSamples(times[one], times[other]),
    delta: Math.abs(medianOf(one) - medianOf(other)),
  }));
  const medians = KINDS.map((kind) => `${kind} ${medianOf(kind).toFixed(2)} ms`).join(', ');
  return {
    lines: [
      `median of ${String(ASKED_OF_A_KIND)} answers: ${medians}`,
      ...found.map(
        ({ one, other, distance, p, delta }) =>
          `${one} and ${other}: KS ${distance.toFixed(3)}, p ${p.toFixed(3)}, medians ${delta.toFixed(2)} ms apart`,
      ),
    ],
    apart: found.some(({ p, delta }) => p <= LEAST_P || delta >= MOST_APART_MS),
  };
}
