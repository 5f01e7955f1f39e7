import { existsSync, readdirSync, rmSync } from 'node:fs';
import { at } from './folders.mjs';
import { readJson } from './run.mjs';

const FOLDER = at('.data', 'counts');
/** The order of issue 3: what is closed, sealed, audited and kept. */
const HEADINGS = ['Closed', 'Sealed', 'Audited', 'Kept'];

/** Forgets what earlier runs counted, and says where the stories write theirs (`test/support/counts.ts`). */
export function freshCounts() {
  rmSync(FOLDER, { recursive: true, force: true });
  return { COUNTS_DIR: FOLDER };
}

/** What the stories of this run counted, a line for each heading: "Closed: 3,946 probes, 0 got in, 312 twins succeeded". */
export function countsInWords() {
  const files = existsSync(FOLDER) ? readdirSync(FOLDER).sort() : [];
  const sums = new Map(HEADINGS.map((heading) => [heading, {}]));
  for (const { heading, counts } of files.map((file) => readJson(`${FOLDER}/${file}`)))
    for (const [words, count] of Object.entries(counts)) {
      const sum = sums.get(heading);
      sum[words] = (sum[words] ?? 0) + count;
    }
  return [...sums].filter(([, sum]) => Object.keys(sum).length).map(([heading, sum]) => `${heading}: ${phrases(sum)}`);
}

const phrases = (sum) =>
  Object.entries(sum)
    .map(([words, count]) => `${count.toLocaleString('en-GB')} ${words}`)
    .join(', ');
