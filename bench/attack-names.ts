import { scriptOf } from '@panah/domain/names/script';
import { NameIndex, type Read } from '../apps/api/src/clients/name-index.records';
import { openBenchHouse, withApp } from './bench-house';
import { asReckoned, blindGuess, byPace, bySize, frequencyAttack, said, type StolenRow } from './frequency-attack';

/** `node scripts/run.mjs bench/attack-names.ts 100k`: what a thief of the whole index learns who knows how frequent names are (decision 0010). */
async function run(scale: string): Promise<void> {
  const bench = await openBenchHouse(scale);
  try {
    await withApp(bench, async ({ app }) => {
      const [org] = (await bench.house.query<{ id: string }>(`select id from org where name = 'Load set'`)).rows;
      if (!org) throw new Error(`There is no load set in ${bench.settings.dataDir}: run the bench or the seed first.`);
      const read: Read = async <T extends Record<string, unknown>>({ text }: { text: string }, values: unknown[]) =>
        (await bench.house.query<T>(text, values)).rows;
      const books = await app.get(NameIndex, { strict: false }).books(org.id, read);
      const { rows } = await bench.house.query<{ token: Buffer; clientId: string; officeId: string }>(
        `select token, client_id as "clientId", office_id as "officeId" from name_token where org_id = $1 and source_id <> client_id`,
        [org.id],
      );
      const words = books.wordsOn(rows.map(({ token }) => token.toString('hex')));
      const stolen = rows.map(({ token, clientId, officeId }) => ({
        token: token.toString('hex'),
        clientId,
        officeId,
        word: words.get(token.toString('hex')) ?? '',
      }));
      console.log(`${rows.length} lines, ${books.read} pages, ${books.names.size} words`);
      tell(
        'Names in Persian script, the whole organisation',
        stolen.filter(({ word }) => scriptOf(word) === 'PERSIAN'),
      );
      const office = stolen[0]?.officeId;
      tell(
        'Names in Persian script, one office',
        stolen.filter(({ word, officeId }) => officeId === office && scriptOf(word) === 'PERSIAN'),
      );
    });
  } finally {
    await bench.house.end();
    await bench.postgres.stop();
  }
}

function tell(title: string, rows: readonly StolenRow[]): void {
  console.log(`\n${title}: ${rows.length} lines; words by rank`);
  console.log(said('one token a word, by size', frequencyAttack(asReckoned(rows), bySize)));
  console.log(said('pages, by size', frequencyAttack(rows, bySize)));
  console.log(said('pages, by pace', frequencyAttack(rows, byPace)));
  console.log(said('no table: always the most frequent word', blindGuess(rows)));
}

run(process.argv[2] ?? '1k').catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
