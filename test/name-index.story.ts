import { createHash, createHmac, createSecretKey } from 'node:crypto';
import { keptWords } from '@panah/domain/clients/search-terms';
import { HELD_OUT_NAMES } from '@panah/domain/names/held-out-names';
import { nameKeys } from '@panah/domain/names/name-keys';
import { PERSIAN_NAMES } from '@panah/domain/names/persian-names';
import { asReckoned, blindGuess, byPace, bySize, frequencyAttack, said, share, type StolenRow } from '../bench/frequency-attack';
import { NameIndex, type Read } from '../apps/api/src/clients/name-index.records';
import { NameIndexJob } from '../apps/api/src/clients/name-index.job';
import { pagePlace } from '../apps/api/src/clients/name-page';
import { LoadSet } from '../apps/api/src/demo/load-set';
import { UnitsOfWork } from '../apps/api/src/platform/database/units-of-work';
import { decrypt } from '../apps/api/src/platform/sealing/envelope';
import { IndexKey } from '../apps/api/src/platform/sealing/index-key';
import { Sealer } from '../apps/api/src/platform/sealing/sealer';
import { Tokens } from '../apps/api/src/platform/sealing/tokens';
import { type House, openHouse, type Person } from './support/house';
import { admitted } from './support/known-client';

let house: House;
let worker: Person;
let orgId: string;

interface Page {
  token: Buffer;
  office_id: string;
  sealed: Buffer;
}

const pages = (): Promise<Page[]> => house.sql<Page>('select token, office_id, sealed from name_word where org_id = $1', [orgId]);
const reader: Read = async <T extends Record<string, unknown>>({ text }: { text: string }, values: unknown[]) => house.sql<T>(text, values);
const anotherProcess = (): NameIndex => new NameIndex(house.app.get(IndexKey));

beforeAll(async () => {
  house = await openHouse();
  worker = await house.as('CASEWORKER');
  orgId = house.offices.north.orgId;
  for (const { fa, latin } of PERSIAN_NAMES.slice(0, 40))
    await admitted(house, worker, { names: [{ asWritten: fa }, { asWritten: latin[0] ?? fa }] });
});
afterAll(() => house.close());

describe('the index of names', () => {
  it('holds no name: neither in the clear nor as anything that names can be tried against without the key', async () => {
    const all = await pages();
    const tokens = (await house.sql<{ token: Buffer }>('select token from name_token')).map(({ token }) => token.toString('hex'));
    const words = [
      ...new Set(
        [...PERSIAN_NAMES.flatMap(({ fa, latin }) => [fa, ...latin]), ...HELD_OUT_NAMES.map(({ written }) => written)].flatMap(keptWords),
      ),
    ];
    const dictionary = [...words, ...words.flatMap(nameKeys)];
    const recovered = dictionary.filter((word) => guesses(word).some((guess) => tokens.some((token) => guess.startsWith(token))));
    const opened = all.filter((page) => KEYS_OF_A_STRANGER.some((key) => opens(key, page)));
    const readable = all.filter(({ sealed }) => words.some((word) => sealed.includes(Buffer.from(word, 'utf8'))));
    console.log(
      `dictionary attack without the key: ${dictionary.length} words against ${tokens.length} tokens and ${all.length} pages, ${recovered.length + opened.length} recovered`,
    );
    expect([recovered, opened.length, readable.length]).toEqual([[], 0, 0]);
    expect(new Set(all.map(({ sealed }) => sealed.length)).size).toBe(1);
  });

  it('the twin: with the key every page opens', async () => {
    const all = await pages();
    const places = all.map(({ token, office_id, sealed }) => ({ place: pagePlace(office_id, token.toString('hex')), sealed }));
    const words = new Set(await house.app.get(IndexKey).openMany(orgId, places));
    expect(PERSIAN_NAMES.slice(0, 40).every(({ fa }) => keptWords(fa).every((word) => words.has(word)))).toBe(true);
  });

  it('a page that was moved or changed does not open', async () => {
    const [one, other] = await pages();
    const open = (page: Page, sealed: Buffer, org = orgId) =>
      house.app.get(IndexKey).openMany(org, [{ place: pagePlace(page.office_id, page.token.toString('hex')), sealed }]);
    if (!one || !other) throw new Error('there are no pages');
    await expect(open(one, other.sealed)).rejects.toThrow();
    await expect(open(one, one.sealed, house.offices.elsewhere.orgId)).rejects.toThrow();
    await expect(open(one, one.sealed)).resolves.toHaveLength(1);
  });

  it('what one process notes, another reads before it answers; what was taken back, nobody', async () => {
    const here = anotherProcess();
    const there = anotherProcess();
    await here.books(orgId, reader);
    await there.books(orgId, reader);
    const units = house.app.get(UnitsOfWork);
    const place = { orgId, coordinatedOffices: [house.offices.north.id] };
    await units.runAs(place, (work) => here.tokensFor(work, orgId, house.offices.north.id, ['tahmasb']));
    await expect(
      units.runAs(place, async (work) => {
        await here.tokensFor(work, orgId, house.offices.north.id, ['afrasiab']);
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    for (const index of [here, there]) {
      await index.refresh(orgId, reader);
      const { names } = await index.books(orgId, reader);
      expect([names.get('tahmasb') !== undefined, names.get('afrasiab')]).toEqual([true, undefined]);
    }
  });

  it('a house that was restored, and counts its transactions anew, knows every word', async () => {
    await admitted(house, worker, { names: [{ asWritten: 'افراسیاب' }] });
    await house.sql(`update name_word set written_in = '9000000000'::xid8`);
    const books = await anotherProcess().books(orgId, reader);
    expect(books.names.get('افراسیاب')).toBeDefined();
    expect(books.read).toBe((await pages()).length);
  });

  it('what a migration gave up is noted anew at the start', async () => {
    const { clientId } = await admitted(house, worker, { names: [{ asWritten: 'سودابه' }], pseudonym: 'Quartz 333' });
    await house.sql('delete from name_token');
    const search = async (text: string) =>
      ((await worker.post('/api/clients/search', { text })).body as { items: { clientId: string }[] }).items.map((hit) => hit.clientId);
    expect(await search('Sudabeh')).toEqual([]);
    await house.sql('insert into name_index_due (office_id, org_id) values ($1, $2)', [house.offices.north.id, orgId]);
    await house.app.get(NameIndexJob).onApplicationBootstrap();
    expect([await search('Sudabeh'), await search('quartz')]).toEqual([[clientId], [clientId]]);
    expect(await house.sql('select from name_index_due')).toEqual([]);
  });
});

describe('a thief of the whole index who knows how frequent every name is (decision 0010)', () => {
  let rows: StolenRow[];
  beforeAll(async () => {
    const { app } = house;
    const set = new LoadSet(app.get(UnitsOfWork), app.get(Sealer), app.get(Tokens), app.get(IndexKey));
    const org = await set.fill({ clients: 3000, notes: 3000, staff: 21, seed: 4 }, () => undefined);
    const books = await anotherProcess().books(org, reader);
    const lines = await house.sql<{ token: Buffer; clientId: string }>(
      'select token, client_id as "clientId" from name_token where org_id = $1 and source_id <> client_id',
      [org],
    );
    const words = books.wordsOn(lines.map(({ token }) => token.toString('hex')));
    rows = lines.map(({ token, clientId }) => ({ token: token.toString('hex'), clientId, word: words.get(token.toString('hex')) ?? '' }));
    rows = rows.filter(({ word }) => /\p{Script=Arabic}/u.test(word));
  });

  it('guesses hardly better than somebody without it, neither by the size of pages nor by the pace at which they fill', () => {
    const [size, pace, blind] = [frequencyAttack(rows, bySize), frequencyAttack(rows, byPace), blindGuess(rows)];
    console.log(
      [
        said('one token a word, by size', frequencyAttack(asReckoned(rows), bySize)),
        said('pages, by size', size),
        said('pages, by pace', pace),
        said('no table', blind),
      ].join('\n'),
    );
    expect(share(frequencyAttack(asReckoned(rows), bySize))).toBeGreaterThan(0.3);
    expect(share(size)).toBeLessThan(share(blind) + 0.03);
    expect(share(pace)).toBeLessThan(share(blind) + 0.03);
  });
});

/** What a stranger may take for the token of a word. */
function guesses(word: string): string[] {
  const texts = [word, `FORM:${word}`, `KEY:${word}`, `${orgId}:${word}`];
  const labels = ['', 'search', `search:${orgId}`, `index:${orgId}`, orgId];
  return texts.flatMap((text) => [
    ...['sha256', 'sha1', 'md5'].map((hash) => createHash(hash).update(text).digest('hex')),
    ...labels.map((label) => createHmac('sha256', label).update(text).digest('hex')),
  ]);
}

const KEYS_OF_A_STRANGER = ['', 'index', 'panah'].map((label) => createHash('sha256').update(label).digest()).concat(Buffer.alloc(32));

function opens(key: Buffer, { token, office_id, sealed }: Page): boolean {
  try {
    decrypt(createSecretKey(key), ['v1', 'index', orgId, pagePlace(office_id, token.toString('hex'))].join('|'), sealed);
    return true;
  } catch {
    return false;
  }
}
