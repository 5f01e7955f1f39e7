import type { TimelineLineView } from '@panah/contracts/timeline.contract';
import type { Target } from './load';
import { day, inbox, list, open, opening, report, search, type Side, timelineOf } from './operations';
import type { Op } from './options';
import { chanceOf, type World } from './world';

const LISTS = 10;
const FILES = 30;
const SEARCHES = 60;
const SHOWN_AT_MOST = 25;

type Targets = Record<Side, Target>;

interface Listed {
  items: { id: string }[];
  total: number;
}
interface Opened {
  id: string;
  notes: { id: string; body: string }[];
}
interface Found {
  items: { clientId: string }[];
}
interface Told {
  items: TimelineLineView[];
}
interface ToldPlainly {
  items: {
    id: string;
    at: string;
    body: string | null;
    subject: string | null;
    action: string | null;
    about: string | null;
    by: string | null;
  }[];
}
interface Sent {
  id: string;
  referral?: { state: string };
  state?: string;
  packages: { id: string }[];
}
interface Day {
  items: {
    id: string;
    group: string;
    pseudonym: string | null;
    task?: { title: string | null } | null;
    title?: string | null;
    total?: number;
  }[];
  groups?: { group: string; total: number }[];
}
interface Counted {
  items?: { key: string; count: number }[];
  cells?: { key: string; count: number }[];
}

/** Throws when the house and the floor do not say the same, or when the house lets somebody in. */
export async function checkAnswers(ops: readonly Op[], targets: Targets, world: World, seed: number): Promise<void> {
  if (ops.includes('list')) await checkLists(targets, world, seed);
  if (ops.includes('open')) await checkFiles(targets, world, seed);
  if (ops.includes('search')) await checkSearches(targets, world, seed);
  if (ops.includes('report')) await checkReports(targets, world);
  if (ops.includes('timeline')) await checkTimelines(targets, world, seed);
  if (ops.includes('day')) await checkDays(targets, world);
  if (ops.includes('inbox')) await checkInboxes(targets, world);
  if (ops.includes('opening')) await checkOpenings(targets, world, seed);
}

async function checkLists(targets: Targets, world: World, seed: number): Promise<void> {
  const chance = chanceOf(seed, 'check', 'list');
  for (let at = 0; at < LISTS; at++) {
    const worker = chance.pick(world.readers);
    await same(
      'list',
      targets,
      ({ items, total }: Listed) => ({ ids: items.map(({ id }) => id), total }),
      (side) => list(side, worker),
    );
  }
}

/** Each file as its worker reads it, and as another caseworker must not. */
async function checkFiles(targets: Targets, world: World, seed: number): Promise<void> {
  const chance = chanceOf(seed, 'check', 'open');
  for (let at = 0; at < FILES; at++) {
    const worker = chance.pick(world.readers);
    const id = chance.pick(worker.cases);
    const seen = (file: Opened): unknown => ({ id: file.id, notes: file.notes.map(({ id: note, body }) => [note, body]) });
    await same('open', targets, seen, (side) => open(side, worker, id));
    const other = chance.pick(world.readers.filter((colleague) => colleague !== worker));
    await targets.panah.ask(open('panah', other, id), 404);
  }
}

async function checkReports(targets: Targets, world: World): Promise<void> {
  for (const coordinator of world.coordinators) {
    const seen = ({ items, cells = items }: Counted): unknown => cells?.map(({ key, count }) => [key, count]);
    await same('report', targets, seen, (side) => report(side, coordinator));
  }
}

/** The same lines in the same order, with what was written and who did it; another caseworker reads none of them. */
async function checkTimelines(targets: Targets, world: World, seed: number): Promise<void> {
  const chance = chanceOf(seed, 'check', 'timeline');
  const seen = ({ items }: Told | ToldPlainly): unknown => items.map((line) => ('note' in line ? lineOf(line) : plainLineOf(line)));
  for (const worker of world.busy)
    for (const id of worker.longCases) {
      await same('timeline', targets, seen, (side) => timelineOf(side, worker, id));
      await targets.panah.ask(timelineOf('panah', chance.pick(world.readers), id), 404);
      const other = chance.pick(world.busy.filter((colleague) => colleague !== worker));
      await targets.panah.ask(timelineOf('panah', other, id), 404);
    }
}

const lineOf = ({ id, at, note, step }: TimelineLineView): unknown => [
  id,
  at,
  note?.body ?? null,
  step?.subject ?? null,
  step?.action ?? null,
  step?.about ?? null,
  (note?.author ?? step?.by)?.name ?? null,
];
const plainLineOf = ({ id, at, body, subject, action, about, by }: ToldPlainly['items'][number]): unknown => [
  id,
  new Date(at).toISOString(),
  body,
  subject,
  action,
  about,
  by,
];

/** As many lines in each group, and the same shown: whose, and what is to be done. */
async function checkDays(targets: Targets, world: World): Promise<void> {
  const shown = ({ items }: Day, group: string): unknown =>
    items.filter((item) => item.group === group).map(({ id, pseudonym, task, title }) => [id, pseudonym, task?.title ?? title ?? null]);
  const totals = ({ items, groups }: Day): Map<string, number> =>
    new Map(groups?.map(({ group, total }) => [group, total]) ?? items.map(({ group, total = 0 }) => [group, total]));
  const seen = (answered: Day): unknown =>
    ['DANGER', 'DUE', 'WAITING', 'UNSIGNED'].map((group) => [group, totals(answered).get(group) ?? 0, shown(answered, group)]);
  for (const worker of world.busy) await same('day', targets, seen, (side) => day(side, worker));
}

async function checkInboxes(targets: Targets, world: World): Promise<void> {
  const seen = ({ items, total }: Listed): unknown => [items.map(({ id }) => id), total];
  for (const reader of world.abroad) await same('inbox', targets, seen, (side) => inbox(side, reader));
}

/** The same packages; of our own people nobody is handed one. */
async function checkOpenings(targets: Targets, world: World, seed: number): Promise<void> {
  const chance = chanceOf(seed, 'check', 'opening');
  const seen = ({ id, referral, state = referral?.state, packages }: Sent): unknown => [id, state, packages.map((each) => each.id)];
  for (const reader of world.abroad) {
    const id = chance.pick(world.referrals);
    await same('opening', targets, seen, (side) => opening(side, reader, id));
    for (const { cookie } of [chance.pick(world.coordinators), chance.pick(world.busy)])
      await targets.panah.ask(opening('panah', { ...reader, cookie }, id), 403);
  }
}

/**
 * The house finds more spellings than the floor; where it shows all it found, what the floor found should be among it.
 * How well people are found is measured elsewhere (recall); here it is enough that both do the same work: one beginning in ten may differ.
 */
async function checkSearches(targets: Targets, world: World, seed: number): Promise<void> {
  const chance = chanceOf(seed, 'check', 'search');
  const missed = new Set<string>();
  for (let at = 0; at < SEARCHES; at++) {
    const coordinator = chance.pick(world.coordinators);
    const text = chance.pick(world.beginnings);
    const [house, floor] = await Promise.all([
      answer<Found>(targets.panah, search('panah', coordinator, text)),
      answer<Found>(targets.floor, search('floor', coordinator, text)),
    ]);
    const shown = new Set(house.items.map(({ clientId }) => clientId));
    if (house.items.length < SHOWN_AT_MOST && floor.items.some(({ clientId }) => !shown.has(clientId))) missed.add(text);
  }
  if (missed.size) console.log(`search: the house misses some whom the floor finds by ${[...missed].join(', ')}`);
  if (missed.size > SEARCHES / 10) throw new Error('search: the house misses too many whom the floor finds.');
}

async function same<T>(
  op: Op,
  targets: Targets,
  seen: (answer: T) => unknown,
  ask: (side: Side) => Parameters<Target['ask']>[0],
): Promise<void> {
  const [house, floor] = await Promise.all([answer<T>(targets.panah, ask('panah')), answer<T>(targets.floor, ask('floor'))]);
  const [one, other] = [JSON.stringify(seen(house)), JSON.stringify(seen(floor))];
  if (one !== other)
    throw new Error(`${op}: the house and the floor do not say the same.\n  house ${one.slice(0, 400)}\n  floor ${other.slice(0, 400)}`);
}

async function answer<T>(target: Target, ask: Parameters<Target['ask']>[0]): Promise<T> {
  return JSON.parse((await target.ask(ask)).text) as T;
}
