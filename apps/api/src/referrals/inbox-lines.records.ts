import { PassThrough, type Readable } from 'node:stream';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { APP_URL } from '../platform/audit/audit-writer';
import { Ear } from '../platform/database/ear';
import { Log } from '../platform/log';
import { newId } from '../platform/new-id';

interface Line {
  referralId: string;
  sessionId: string;
  stream: PassThrough;
}

const REFERRAL = 'referral_ended';
const SESSION = 'session_ended';
const LIVE = 'select id from app.live_sessions($1) as id';
const BEAT_MS = 20_000;
/** Tabs that one person may leave open. */
const LINES_OF_ONE = 8;

/**
 * The open pages of partners' people, each at the end of a line that says one thing: it is over. The lines hold no transaction and no
 * connection to the database: one ear hears for all of them. While it hears nothing there are none; whoever had one asks for another.
 */
@Injectable()
export class InboxLines implements OnModuleInit, BeforeApplicationShutdown {
  private readonly lines = new Set<Line>();
  private readonly ear: Ear;
  private beat: NodeJS.Timeout | null = null;

  constructor(
    @Inject(APP_URL) url: string,
    private readonly log: Log,
  ) {
    this.ear = new Ear(url, [REFERRAL, SESSION], {
      heard: (channel, id) =>
        this.end(channel === REFERRAL ? 'ended' : 'signed-out', (line) => id === (channel === REFERRAL ? line.referralId : line.sessionId)),
      lost: () => this.cut(() => true),
    });
  }

  async onModuleInit(): Promise<void> {
    await this.ear.open();
    this.beat = setInterval(
      () => void this.lookAtSessions().catch((error: unknown) => this.log.failure(error, newId(), 'inbox:follow')),
      BEAT_MS,
    ).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.beat) clearInterval(this.beat);
    this.cut(() => true);
    await this.ear.close();
  }

  /** Laid before the referral is looked at: what ends it in between is heard. Cut it when the look is refused. */
  lay(referralId: string, sessionId: string): Readable {
    const line: Line = { referralId, sessionId, stream: new PassThrough() };
    line.stream.once('close', () => this.lines.delete(line));
    line.stream.write(': open\n\n');
    const [oldest, ...others] = [...this.lines].filter((each) => each.sessionId === sessionId);
    if (oldest && others.length + 1 >= LINES_OF_ONE) this.cut((each) => each === oldest);
    this.lines.add(line);
    if (!this.ear.isOpen) this.cut((each) => each === line);
    return line.stream;
  }

  /** Each beat: sessions also end by the clock, and a line that nobody holds any more is found by writing to it. */
  async lookAtSessions(): Promise<void> {
    const sessions = [...new Set([...this.lines].map(({ sessionId }) => sessionId))];
    if (sessions.length === 0) return;
    const live = new Set((await this.ear.ask<{ id: string }>(LIVE, [sessions])).map(({ id }) => id));
    this.end('signed-out', ({ sessionId }) => sessions.includes(sessionId) && !live.has(sessionId));
    for (const { stream } of this.lines) stream.write(': here\n\n');
  }

  private end(event: 'ended' | 'signed-out', which: (line: Line) => boolean): void {
    for (const line of [...this.lines].filter(which)) {
      line.stream.write(`event: ${event}\ndata: ${JSON.stringify({ id: line.referralId })}\n\n`);
      line.stream.end();
      this.lines.delete(line);
    }
  }

  private cut(which: (line: Line) => boolean): void {
    for (const line of [...this.lines].filter(which)) {
      line.stream.end();
      this.lines.delete(line);
    }
  }
}
