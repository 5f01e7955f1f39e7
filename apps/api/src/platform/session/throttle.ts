import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { KEY_PROVIDER, type KeyProvider } from '../sealing/key-provider';

const WINDOW = '15 minutes';
const PER_ACCOUNT = 10;
const PER_ADDRESS = 50;

/** Failed sign-ins per account and per address, as keyed tokens; no name and no address is kept. */
@Injectable()
export class Throttle {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(KEY_PROVIDER) private readonly provider: KeyProvider,
  ) {}

  /** Seconds until this account or address may try again without its second factor; 0 when it may now. */
  async secondsToWait(login: string, address: string, most: number = PER_ACCOUNT): Promise<number> {
    return this.wait(await this.tokens(login, address), most, 0);
  }

  /**
   * Counts a try as failed before it is looked at, and says how long it has to wait. Each sees at least those that were counted before it,
   * in whatever process: of a hundred tries at the same moment no more are looked at than of a hundred in a row.
   */
  async take(login: string, address: string): Promise<{ id: number; wait: number }> {
    const tokens = await this.tokens(login, address);
    const [row]: { id: number }[] = await this.source.query(
      'insert into sign_in_failure (account, address) values ($1, $2) returning id',
      tokens,
    );
    const id = row?.id ?? 0;
    return { id, wait: await this.wait(tokens, PER_ACCOUNT, id) };
  }

  /** It was no failure after all. */
  async giveBack(id: number): Promise<void> {
    await this.source.query('delete from sign_in_failure where id = $1', [id]);
  }

  async failed(login: string, address: string): Promise<void> {
    await this.source.query('insert into sign_in_failure (account, address) values ($1, $2)', await this.tokens(login, address));
  }

  /** A right sign-in forgives the account's failures; those of the address stay. */
  async succeeded(login: string, address: string): Promise<void> {
    const [account] = await this.tokens(login, address);
    await this.source.query(`delete from sign_in_failure where account = $1 or at < now() - interval '1 day'`, [account]);
  }

  private async wait([account, address]: [Buffer, Buffer], most: number, but: number): Promise<number> {
    const rows: { seconds: number }[] = await this.source.query(
      `select greatest(0, ceil(extract(epoch from (coalesce(max(at), now()) + interval '${WINDOW}' - now()))))::int as seconds from (
         (select at from sign_in_failure where account = $1 and id <> $4 and at > now() - interval '${WINDOW}' order by at desc offset $3 limit 1)
         union all
         (select at from sign_in_failure where address = $2 and id <> $4 and at > now() - interval '${WINDOW}' order by at desc offset ${PER_ADDRESS - 1} limit 1)) f
       having count(*) > 0`,
      [account, address, most - 1, but],
    );
    return rows[0]?.seconds ?? 0;
  }

  private async tokens(login: string, address: string): Promise<[Buffer, Buffer]> {
    const key = await this.provider.tokenKey('throttle');
    const token = (value: string): Buffer => createHmac('sha256', key).update(value).digest();
    return [token(`account:${login.trim().toLowerCase()}`), token(`address:${address}`)];
  }
}
