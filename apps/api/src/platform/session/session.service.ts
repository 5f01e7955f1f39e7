import { Inject, Injectable } from '@nestjs/common';
import type { OwnSessionsView, ProveItIsYou, SessionView } from '@panah/contracts/session.contract';
import { WORDS, cell } from '@panah/domain/access/access-table';
import { actorOf, hashOf } from '../access/entrance.guard';
import { type Actor, reachOf } from '../access/actor';
import { currentActor } from '../access/current-reach';
import { UnitsOfWork } from '../database/units-of-work';
import { Problem, signedOut } from '../errors/problem';
import { requestScope } from '../request-context';
import { SETTINGS, type SettingsOf } from '../settings.module';
import { SessionCookie } from './session-cookie';
import { SessionRecords } from './session.records';
import { SignInService } from './sign-in.service';
import { Throttle } from './throttle';

const FIVE_MINUTES = 5 * 60 * 1000;

@Injectable()
export class SessionService {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: SessionRecords,
    private readonly units: UnitsOfWork,
    private readonly cookie: SessionCookie,
    private readonly throttle: Throttle,
    @Inject(SETTINGS) private readonly settings: SettingsOf,
  ) {}

  /** Who the cookie's session belongs to; nobody when there is none. */
  async here(): Promise<SessionView> {
    const found = await this.enter(false);
    if (!found) return this.nobody();
    return found.locked ? { ...(await this.nobody()), state: 'LOCKED' } : this.view(found.actor);
  }

  /** As `here`, for the page's first question. Nothing of anybody is opened but one's own name, so it leaves no line. */
  async glance(): Promise<SessionView> {
    const view = await this.here();
    const context = requestScope.current();
    await context.work?.rollback();
    context.work = null;
    return view;
  }

  /** Gives the token of a verified sign-in to the browser. */
  async begin(token: string): Promise<SessionView> {
    const { line } = requestScope.current();
    line.word = 'session:sign-in';
    requestScope.current().sessionToken = token;
    this.cookie.set(token);
    return this.here();
  }

  async lock(): Promise<SessionView> {
    await this.sessions.lock();
    return { ...(await this.nobody()), state: 'LOCKED' };
  }

  async unlock(input: ProveItIsYou): Promise<SessionView> {
    const found = await this.enter(true);
    if (!found) throw signedOut();
    return this.prove(input);
  }

  /** Right password or second factor: the session is open and fresh for five minutes. */
  async prove(input: ProveItIsYou): Promise<SessionView> {
    const { staffId, sessionId } = currentActor();
    const { address } = requestScope.current();
    const wait = await this.throttle.secondsToWait(staffId, address);
    if (wait > 0) throw new Problem(429, 'too-many-tries', { retryAfterSeconds: wait });
    if (!(await this.signIns.proves(await this.sessions.credentials(), input))) {
      await this.throttle.failed(staffId, address);
      throw new Problem(401, 'proof-refused');
    }
    await this.sessions.reopen();
    return this.view({ ...currentActor(), sessionId, freshAt: new Date().toISOString() });
  }

  async end(): Promise<void> {
    const found = await this.enter(false);
    this.cookie.clear();
    if (found?.actor.sessionId) await this.sessions.end(found.actor.sessionId, 'SIGNED_OUT');
  }

  async list(): Promise<OwnSessionsView> {
    const { sessionId } = currentActor();
    const items = (await this.sessions.list()).map((row) => ({
      id: row.id,
      startedAt: row.started_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
      endedAt: row.ended_at?.toISOString() ?? null,
      endReason: row.end_reason,
      current: row.id === sessionId,
    }));
    requestScope.current().line.returned(
      'session',
      items.map(({ id }) => id),
    );
    return { items };
  }

  async endOne(id: string): Promise<OwnSessionsView> {
    requestScope.current().line.about('session', id);
    await this.sessions.end(id, 'ENDED_BY_OWNER');
    return this.list();
  }

  /** Public routes enter by themselves: what they find decides what they show. */
  private async enter(touch: boolean): Promise<{ actor: Actor; locked: boolean } | null> {
    const context = requestScope.current();
    if (!context.sessionToken) return null;
    const { work, found } = await this.units.enter<Parameters<typeof actorOf>[0]>(hashOf(context.sessionToken), touch);
    await context.work?.rollback();
    context.work = work;
    if (!found) return null;
    context.actor = actorOf(found);
    return { actor: context.actor, locked: found.locked };
  }

  private async nobody(): Promise<SessionView> {
    const { demo, officeName, termGroup } = this.settings;
    return {
      state: 'ANONYMOUS',
      demo,
      officeName,
      termGroup,
      needsFirstAccount: !(await this.units.hasAccounts()),
      user: null,
      words: [],
      freshUntil: null,
      endsAt: null,
      locksAfterSeconds: 600,
    };
  }

  private async view(actor: Actor): Promise<SessionView> {
    const { displayName, offices } = await this.sessions.own();
    const { demo, officeName, termGroup } = this.settings;
    const roles = [...new Set(actor.roles.map(({ role }) => role))];
    const duties = [...new Set(actor.roles.flatMap((held) => held.duties))];
    return {
      state: 'OPEN',
      demo,
      officeName,
      termGroup,
      needsFirstAccount: false,
      user: { id: actor.staffId, displayName, roles, duties, offices, language: actor.language },
      words: WORDS.filter((word) => reachOf(actor, word, (role) => cell(word, role)) !== null),
      freshUntil: actor.freshAt && new Date(Date.parse(actor.freshAt) + FIVE_MINUTES).toISOString(),
      endsAt: actor.endsAt,
      locksAfterSeconds: 600,
    };
  }
}
