import { createHash } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Word, cell } from '@panah/domain/access/access-table';
import { UnitsOfWork } from '../database/units-of-work';
import { Claims } from '../idempotency/claim';
import { forbidden, needsFreshSignIn, sessionLocked, signedOut } from '../errors/problem';
import { type RequestContext, requestScope } from '../request-context';
import { ALLOW, FRESH, PUBLIC } from './allow';
import { type Actor, type HeldRole, reachOf } from './actor';

interface Entered {
  sessionId: string;
  orgId: string;
  staffId: string;
  partnerId: string | null;
  language: string;
  timeZone: string;
  tie: string;
  isDemo: boolean;
  locked: boolean;
  freshAt: string;
  endsAt: string;
  roles: HeldRole[];
}

const FIVE_MINUTES = 5 * 60 * 1000;

/** Session, then word: who is asking, and whether any of their roles has the word of this route. Default: closed. */
@Injectable()
export class EntranceGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly units: UnitsOfWork,
    private readonly claims: Claims,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const handler = execution.getHandler();
    const context = requestScope.current();
    const word = this.reflector.get<Word | undefined>(ALLOW, handler);
    if (!word) return this.admitAnyone(context, execution, this.reflector.get<string | undefined>(PUBLIC, handler));
    context.line.word = word;
    await this.enter(context, execution, word);
    this.checkWord(context, word, this.reflector.get<boolean | undefined>(FRESH, handler) ?? false);
    return true;
  }

  private admitAnyone(context: RequestContext, execution: ExecutionContext, reason: string | undefined): boolean {
    context.line.word = `public:${execution.getHandler().name}`;
    return reason !== undefined;
  }

  /** From here on the request has a transaction; whoever ends the request ends it too. */
  private async enter(context: RequestContext, execution: ExecutionContext, word: Word): Promise<void> {
    if (!context.sessionToken) throw signedOut();
    const touch = !execution.switchToHttp().getRequest<{ headers: Record<string, string> }>().headers['x-background'];
    const claim = await this.claims.of(execution, word);
    const { work, found } = await this.units.enter<Entered>(hashOf(context.sessionToken), touch, (entering) => {
      context.claim = claim?.(entering) ?? null;
    });
    context.work = work;
    if (!found) throw signedOut();
    context.actor = actorOf(found);
    if (found.locked) throw sessionLocked();
  }

  private checkWord({ actor }: RequestContext, word: Word, fresh: boolean): void {
    if (!actor || !reachOf(actor, word, (role) => cell(word, role))) throw forbidden();
    if (fresh && Date.now() - Date.parse(actor.freshAt ?? '') > FIVE_MINUTES) throw needsFreshSignIn();
  }
}

/** Tokens lie hashed in the database. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** What `app.enter` says, as the actor of a request. */
export function actorOf(found: Entered): Actor {
  const { staffId, orgId, sessionId, partnerId, language, timeZone, tie, isDemo, roles, freshAt, endsAt } = found;
  return { kind: 'STAFF', staffId, orgId, sessionId, partnerId, language, timeZone, tie, isDemo, roles, freshAt, endsAt };
}
