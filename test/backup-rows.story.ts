import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as passes } from 'node:timers/promises';
import { Client } from 'pg';
import { sumOf } from '../apps/api/src/platform/backup/tables';
import { serverUrl } from './support/postgres';

const WORDS = ['plain', 'two\nlines', 'a\\nother', '', 'پناه\r\n'];

/** A slow way to the test server: each message of its answers arrives by itself. */
async function slowWay(): Promise<{ url: string; shut: () => void }> {
  const there = new URL(serverUrl());
  const ends: Socket[] = [];
  const server = createServer((near) => {
    const far = connect(Number(there.port), there.hostname);
    ends.push(near, far);
    for (const end of [near, far]) end.on('error', () => undefined);
    near.setNoDelay(true).pipe(far);
    let sent = Promise.resolve();
    let rest = Buffer.alloc(0);
    far.on('data', (piece) => {
      rest = Buffer.concat([rest, piece]);
      while (rest.length >= 5 && rest.length > rest.readUInt32BE(1)) {
        const message = rest.subarray(0, 1 + rest.readUInt32BE(1));
        rest = rest.subarray(message.length);
        sent = sent.then(() => passes(2)).then(() => void near.write(message));
      }
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = new URL(there);
  [url.hostname, url.port] = ['127.0.0.1', String((server.address() as AddressInfo).port)];
  return {
    url: url.href,
    shut: () => {
      for (const end of ends) end.destroy();
      server.close();
    },
  };
}

/** What the copy of a small table is summed up as, read over this way. */
async function sumAt(url: string): Promise<Awaited<ReturnType<typeof sumOf>>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('create table public.small (id integer primary key, word text)');
    await client.query('insert into small select n, ($1::text[])[1 + n % 5] from generate_series(1, 42) n', [WORDS]);
    return await sumOf(client, { name: 'small', columns: ['id', 'word'], order: 'id', size: 0 });
  } finally {
    await client.end();
  }
}

describe('the rows of a backup', () => {
  it('are counted alike however slowly the line brings them', async () => {
    const way = await slowWay();
    const sums = [];
    try {
      for (const url of [serverUrl(), way.url]) {
        sums.push(await sumAt(url));
      }
    } finally {
      way.shut();
    }
    expect(sums[0]).toMatchObject({ rows: 42 });
    expect(sums[1]).toEqual(sums[0]);
  });
});
