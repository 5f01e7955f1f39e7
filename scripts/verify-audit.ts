import { createReadStream, createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { auditFinding } from '@panah/domain/vocabulary/audit';
import { Client } from 'pg';
import { chainKey, type SealedLine } from '../apps/api/src/platform/audit/chain';
import { readBook } from '../apps/api/src/platform/audit/check-book';
import { checkLog, type Verdict } from '../apps/api/src/platform/audit/check-log';
import { countUnsealed, dumpOf, lineOfDump, LOOK, sealedLines } from '../apps/api/src/platform/audit/log-lines';
import { visitDatabase } from '../apps/api/src/platform/database/visit-database';
import { FileKeyProvider } from '../apps/api/src/platform/sealing/file-key-provider';
import { readSettings } from '../apps/api/src/platform/settings';

const USAGE = `npm run verify-audit                                   checks the log of this house; the server may be at work
npm run verify-audit -- --write-dump FILE              writes the log as JSON lines, to be checked elsewhere
npm run verify-audit -- --write-key FILE               writes the key of the chain alone: it checks the log and opens nothing
npm run verify-audit -- --dump FILE --key FILE --checkpoints FILE
                                                       checks a dump without the app; --key is either key file.
                                                       Copy the checkpoints (with their .head.json) before the dump is written.
It ends with 0 when all is in order, with 1 when something was changed, with 2 when it could not look.`;

const CHAIN_KEY = 'audit-chain:';
const FORMAT = 'audit-dump-1';

interface Options {
  dump?: string | undefined;
  'write-dump'?: string | undefined;
  'write-key'?: string | undefined;
  key?: string | undefined;
  checkpoints?: string | undefined;
}

async function run(options: Options): Promise<number> {
  const settings = readSettings();
  const key = await keyIn(options.key ?? settings.keyFile);
  const checkpoints = options.checkpoints ?? settings.auditCheckpointFile;
  if (options['write-key']) return writeKey(options['write-key'], key);
  if (options.dump) return tell(await checkDump(options.dump, checkpoints, key));
  const book = await readBook(checkpoints); // before the log: it may grow meanwhile
  const visit = await visitDatabase(settings);
  const client = new Client(visit.url);
  try {
    await client.connect();
    await client.query(LOOK);
    if (options['write-dump']) return await writeDump(options['write-dump'], client);
    return tell(await checkLog(sealedLines(client), await countUnsealed(client), book, key));
  } finally {
    await client.end();
    await visit.leave();
  }
}

/** Either the key of the house, from which that of the chain is derived, or the latter alone. */
async function keyIn(file: string): Promise<Buffer> {
  if (!existsSync(file)) throw new Error(`There is no key file ${file}.`);
  const text = readFileSync(file, 'utf8').trim();
  if (text.startsWith(CHAIN_KEY)) return Buffer.from(text.slice(CHAIN_KEY.length), 'base64url');
  return chainKey(FileKeyProvider.open(file).provider);
}

function writeKey(file: string, key: Buffer): number {
  writeFileSync(file, `${CHAIN_KEY}${key.toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  console.log(
    `The key of the chain is in ${file}. Whoever has it can check the log, and could write one: keep it apart from the database.`,
  );
  return 0;
}

async function writeDump(file: string, client: Client): Promise<number> {
  const out = createWriteStream(file, { mode: 0o600, flags: 'wx' });
  const write = async (line: string): Promise<void> => {
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  };
  await write(JSON.stringify({ format: FORMAT, writtenAt: new Date().toISOString(), unsealed: await countUnsealed(client) }));
  let lines = 0;
  for await (const line of sealedLines(client)) {
    await write(dumpOf(line));
    lines++;
  }
  out.end();
  await once(out, 'finish');
  console.log(`Wrote ${lines} lines to ${file}.`);
  return 0;
}

async function checkDump(file: string, checkpoints: string, key: Buffer): Promise<Verdict> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity })[Symbol.asyncIterator]();
  const head = JSON.parse(String((await lines.next()).value ?? '{}')) as { format?: string; unsealed?: number };
  if (head.format !== FORMAT) throw new Error(`${file} is not a dump that --write-dump wrote.`);
  return checkLog(dumped(lines), head.unsealed ?? 0, await readBook(checkpoints), key);
}

async function* dumped(lines: AsyncIterator<string>): AsyncGenerator<SealedLine> {
  for (let next = await lines.next(); !next.done; next = await lines.next()) if (next.value) yield lineOfDump(next.value);
}

function tell({ ok, sealed, unsealed, firstBad, reason }: Verdict): number {
  console.log(`${sealed} numbered lines, ${unsealed} waiting for their number.`);
  if (ok) console.log('All in order: no line was changed, taken out or slipped in, and the signed checkpoints agree.');
  else console.error(`NOT IN ORDER from number ${firstBad}: ${reason ? auditFinding.label(reason, 'en') : ''} (${reason}).`);
  return ok ? 0 : 1;
}

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { dump: text, 'write-dump': text, 'write-key': text, key: text, checkpoints: text, help: { type: 'boolean' } },
  });
  if (values.help) console.log(USAGE);
  else process.exitCode = await run(values);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
