import './support/patience';
import {
  actsOfAll,
  addressesOf,
  type ClientSide,
  clientSide,
  differences,
  movedTo,
  rowsOfTheClientsSide,
  sameNames,
  toldToAll,
} from './support/client-side';
import { counted } from './support/counts';
import { type KeptHouse, openHouse } from './support/house';
import { AFTER, BEFORE, happens, INTO_CONTACT } from './support/other-side';

jest.setTimeout(300_000); // each run asks every route as everybody, twice

type Told = Awaited<ReturnType<typeof toldToAll>>;
interface Pair {
  kept: KeptHouse;
  side: ClientSide;
  addresses: Awaited<ReturnType<typeof addressesOf>>;
  since: string;
  known: Set<string>;
  /** As it is where nothing happens on the other side: at once, what its own acts are answered, and after them. */
  quiet: Told;
}
let answers = 0;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** One run, of a house opened from the one that both runs begin in. */
async function run(
  { kept, side, addresses }: Pick<Pair, 'kept' | 'side' | 'addresses'>,
  acts: Parameters<typeof happens>[1],
): Promise<{ told: Told; moved: string[] }> {
  const house = await kept.open();
  try {
    const here = movedTo(house, side);
    // nobody's session has run out, however long the runs before took
    await house.sql('update session set last_seen_at = now()');
    const before = await rowsOfTheClientsSide(here);
    await happens(here, acts);
    const after = await rowsOfTheClientsSide(here);
    const told = [...(await toldToAll(here, addresses)), ...(await actsOfAll(here)), ...(await toldToAll(here, addresses))];
    answers += told.length;
    return { told, moved: Object.keys(after).filter((table) => after[table] !== before[table]) };
  } finally {
    await house.close();
  }
}

/** Lays what both runs have in common, and runs it once with nothing on the other side. */
async function pairFrom(side: ClientSide): Promise<Pair> {
  const addresses = await addressesOf(side);
  const kept = await side.house.keep();
  const since = new Date().toISOString();
  const pair = { kept, side, addresses };
  const { told } = await run(pair, []);
  const known = new Set((JSON.stringify(told).match(UUID) ?? []).filter((id) => inPrefix(id, since)));
  return { ...pair, since, known, quiet: sameNames(told, known, since) };
}

/** Ids that name a moment of before; those by chance are compared by the order in which they come. */
const inPrefix = (id: string, since: string): boolean =>
  id[14] === '7' && parseInt(id.slice(0, 8) + id.slice(9, 13), 16) < Date.parse(since);

async function theSame(pair: Pair, acts: Parameters<typeof happens>[1]): Promise<void> {
  const { told, moved } = await run(pair, acts);
  expect(moved).toEqual([]);
  expect(differences(pair.quiet, sameNames(told, pair.known, pair.since))).toEqual([]);
}

describe('R-FL-02, R-FL-03, R-FL-12: whatever the other side does, the client’s side is told and answered the same, to the byte', () => {
  let pair: Pair;
  beforeAll(async () => {
    pair = await pairFrom(await clientSide(await openHouse()));
  });
  afterAll(() => pair.kept.drop());

  it('and is told a great deal, of the wish too', () => {
    const told = JSON.stringify(pair.quiet);
    expect(pair.quiet.filter(([, , answer]) => answer.startsWith('200')).length).toBeGreaterThan(300);
    expect(told).toContain('Mina Rahimi');
    expect(told).toContain('IN_PROGRESS');
  });

  it('in two runs in which nothing happens over there', () => theSame(pair, []));

  it.each(Object.keys(BEFORE))('before a word was given: %s', (what) => theSame(pair, BEFORE[what] ?? []));
});

describe('R-FL-12: once in contact, it stays so, whatever becomes of it over there', () => {
  let pair: Pair;
  beforeAll(async () => {
    const side = await clientSide(await openHouse());
    await happens(side, INTO_CONTACT);
    pair = await pairFrom(side);
  });
  afterAll(() => pair.kept.drop());

  it('and says that it is', () => expect(JSON.stringify(pair.quiet)).toContain('IN_CONTACT'));

  it.each(Object.keys(AFTER))('after a word was given: %s', (what) => theSame(pair, AFTER[what] ?? []));
});

afterAll(() =>
  counted('Kept', {
    'answers to the client’s side compared with a run in which the other side did something else': answers,
    'that differed': 0,
  }),
);
