import {
  actsOfAll,
  addressesOf,
  type ClientSide,
  clientSide,
  movedTo,
  type OneWish,
  type Rows,
  rowsOf,
  sameNames,
  type Told,
  toldToAll,
} from './client-side';
import { nightFalls } from './enquiry-desk';
import { dropKept, type House, type KeptHouse, openHouse, openKept } from './house';
import { AFTER, BEFORE, happens, INTO_CONTACT, timePasses } from './other-side';

/** The tables in which rows changed, by what happened on the other side. */
type Moved = Record<keyof Rows, Record<string, string[]>>;
interface Run {
  told: Told[];
  moved: Moved;
}

/** Two runs from one house, with the same people, ids and sessions. */
export interface TwoRuns {
  wishes: Record<string, OneWish>;
  /** Nothing happens on the other side. */
  quiet: Told[];
  /** Everything happens there, something else to each wish. */
  loud: Told[];
  moved: Moved;
}

type Acts = typeof BEFORE;
const ALL: Acts = { ...BEFORE, ...AFTER };

/** Lays what both runs have in common, and runs it twice side by side, each in a house of its own. */
export async function twoRuns(): Promise<TwoRuns> {
  const house = await openHouse();
  const side = await clientSide(house, Object.keys(ALL));
  for (const what of Object.keys(AFTER)) await happens(wishOf(side, what), INTO_CONTACT);
  await mondayHasCome(house);
  await nightFalls(house);
  const addresses = await addressesOf(side);
  const kept = await house.keep();
  try {
    const since = new Date().toISOString();
    const [quiet, loud] = await bothOf(run(kept, side, addresses, {}), run(kept, side, addresses, ALL));
    const ids = new Set(Object.values(side.wishes).flatMap(({ wish, link }) => [wish, link]));
    const named = ({ told }: Run): Told[] => sameNames(told, (id) => ids.has(id) || isOlder(id, since), since);
    return { wishes: side.wishes, quiet: named(quiet), loud: named(loud), moved: loud.moved };
  } finally {
    await dropKept(kept);
  }
}

/** Where one fails, the other is waited for: its house lies beside. */
async function bothOf<T>(one: Promise<T>, other: Promise<T>): Promise<[T, T]> {
  await Promise.allSettled([one, other]);
  return [await one, await other];
}

async function run(kept: KeptHouse, side: ClientSide, addresses: Awaited<ReturnType<typeof addressesOf>>, acts: Acts): Promise<Run> {
  const house = await openKept(kept);
  try {
    const here = movedTo(house, side);
    // nobody's session has run out, however long the first steps took
    await house.sql('update session set last_seen_at = now()');
    const moved = await happensToEach(here, acts);
    const told = await toldToAll(here, addresses);
    await timePasses(here);
    told.push(...(await toldToAll(here, addresses, 'again')), ...(await actsOfAll(here)), ...(await toldToAll(here, addresses, 'again')));
    return { told, moved };
  } finally {
    await house.close();
  }
}

async function happensToEach(side: ClientSide, acts: Acts): Promise<Moved> {
  const moved: Moved = { ofTheClient: {}, behind: {} };
  let before = await rowsOf(side);
  for (const [what, steps] of Object.entries(acts)) {
    await happens(wishOf(side, what), steps);
    const after = await rowsOf(side);
    for (const whose of ['ofTheClient', 'behind'] as const)
      moved[whose][what] = Object.keys(after[whose]).filter((table) => after[whose][table] !== before[whose][table]);
    before = after;
  }
  return moved;
}

function wishOf({ wishes }: ClientSide, what: string): OneWish {
  const wish = wishes[what];
  if (!wish) throw new Error(`There is no wish for "${what}".`);
  return wish;
}

/** As if they had been begun earlier, so that all are answered next (R-FL-12). */
const mondayHasCome = (house: House): Promise<unknown> =>
  house.sql(`update family_wish set answer_on = d.monday, begun_on = d.monday - 91
    from (select current_date - (extract(isodow from current_date)::int - 1) as monday) d`);

/** Ids that name a moment of before; those by chance are compared by the order in which they come. */
const isOlder = (id: string, since: string): boolean =>
  id[14] === '7' && parseInt(id.slice(0, 8) + id.slice(9, 13), 16) < Date.parse(since);

type Pair = readonly [quiet: Told | undefined, loud: Told | undefined];

/** The answers that are not the same in both. */
export const apart = ({ quiet, loud }: Pick<TwoRuns, 'quiet' | 'loud'>): Pair[] =>
  Array.from({ length: Math.max(quiet.length, loud.length) }, (_, at) => [quiet[at], loud[at]] as const).filter(
    ([one, other]) => JSON.stringify(one) !== JSON.stringify(other),
  );

/** What one run was told and the other was not, of one wish; of none in particular where no wish is given. */
export function differences(runs: TwoRuns, what?: string): string[] {
  const { wishes } = runs;
  const about = (url: string): string | undefined =>
    Object.keys(wishes).find((name) => url.includes(wishes[name]?.wish ?? '') || url.includes(wishes[name]?.link ?? ''));
  return apart(runs)
    .filter(([one, other]) => about((one ?? other)?.[1] ?? '') === what)
    .map(([one, other]) => `${one?.slice(0, 2).join(' ') ?? 'nothing'}\n  ${one?.[2] ?? ''}\n  ${other?.[2] ?? ''}`);
}
