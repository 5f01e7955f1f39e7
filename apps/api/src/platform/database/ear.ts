import { Client } from 'pg';

const A_SECOND = 1000;

interface Hearer {
  heard(channel: string, payload: string): void;
  /** Told each time the connection is lost: what was said meanwhile is not heard. */
  lost(): void;
}

/** Hears what PostgreSQL tells (`LISTEN`), on one connection of its own for the whole server. A connection that breaks is made anew each second. */
export class Ear {
  private client: Client | null = null;
  private closing = false;

  constructor(
    private readonly url: string,
    private readonly channels: readonly string[],
    private readonly hearer: Hearer,
  ) {}

  get isOpen(): boolean {
    return this.client !== null;
  }

  /** Throws when the database is not there at the start. */
  async open(): Promise<void> {
    const client = new Client(this.url);
    client.once('error', () => this.openAgain(client));
    client.on('error', () => undefined); // a broken connection may complain more than once
    client.on('notification', ({ channel, payload }) => this.hearer.heard(channel, payload ?? ''));
    await client.connect();
    for (const channel of this.channels) await client.query(`listen ${channel}`);
    this.client = client;
  }

  /** Asks a question on the same connection; no row when it is lost. */
  async ask<Row extends Record<string, unknown>>(text: string, values: unknown[]): Promise<Row[]> {
    return (await this.client?.query<Row>(text, values))?.rows ?? [];
  }

  async close(): Promise<void> {
    this.closing = true;
    await this.client?.end();
    this.client = null;
  }

  private openAgain(lost: Client | null): void {
    if (this.client === lost) this.client = null;
    this.hearer.lost();
    const again = (): void => void (this.closing || this.open().catch(() => this.openAgain(null)));
    if (!this.closing) setTimeout(again, A_SECOND).unref();
  }
}
