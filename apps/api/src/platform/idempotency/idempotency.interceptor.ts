import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import { from, mergeMap, type Observable, tap } from 'rxjs';
import { Problem } from '../errors/problem';
import type { UnitOfWork } from '../database/unit-of-work';
import { requestScope } from '../request-context';
import type { Claim } from './claim';
import { IDEMPOTENT, LEAVES_NO_RECORD } from './idempotent';

interface Earlier {
  same_body: boolean;
  made_id: string | null;
}

interface Here {
  work: UnitOfWork;
  staffId: string;
  word: string;
  claim: Claim;
}

const EARLIER = {
  name: 'idempotency.earlier',
  text: 'select body_mac = $3 and word = $4 as same_body, made_id from idempotency where staff_id = $1 and key = $2',
};
const MADE = { name: 'idempotency.made', text: 'update idempotency set made_id = $3, status = $4 where staff_id = $1 and key = $2' };

/** Retries are safe: one effect for one key, however often and however parallel it is sent. The row keeps no content. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly modules: ModuleRef,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reread = this.reflector.get<string | undefined>(IDEMPOTENT, execution.getHandler());
    if (!reread) return next.handle();
    return from(this.earlier()).pipe(
      mergeMap((earlier) =>
        earlier
          ? from(this.answerAgain(execution, reread, earlier))
          : next.handle().pipe(tap((answer: unknown) => this.remember(execution, answer))),
      ),
    );
  }

  /** Null: the key is ours now. Otherwise what was made with it before. */
  private async earlier(): Promise<Earlier | null> {
    const { work, staffId, word, claim } = here();
    if (await claim.won) return null;
    const earlier = await work.row<Earlier & Record<string, unknown>>(EARLIER, [staffId, claim.key, claim.bodyMac, word]);
    if (!earlier?.same_body) throw new Problem(422, 'idempotency-key-reused');
    return earlier;
  }

  private async answerAgain(execution: ExecutionContext, reread: string, { made_id }: Earlier): Promise<unknown> {
    const unread = this.reflector.get<boolean | undefined>(LEAVES_NO_RECORD, execution.getHandler()) ?? false;
    const from = unread ? execution.switchToHttp().getRequest<{ body: unknown }>().body : made_id;
    if (!from) return undefined;
    const controller = this.modules.get<Record<string, (from: unknown) => unknown>>(execution.getClass(), { strict: false });
    return controller[reread]?.(from);
  }

  private remember(execution: ExecutionContext, answer: unknown): void {
    const { work, staffId, claim } = here();
    const { statusCode } = execution.switchToHttp().getResponse<{ statusCode: number }>();
    const madeId = (answer as { id?: unknown } | undefined)?.id;
    work.changeAtCommit(MADE, [staffId, claim.key, typeof madeId === 'string' ? madeId : null, statusCode]);
  }
}

function here(): Here {
  const { work, actor, line, claim } = requestScope.current();
  if (!work || !actor) throw new Error('An idempotent route needs a session.');
  if (!claim) throw new Problem(400, 'idempotency-key-missing');
  return { work, staffId: actor.staffId, word: line.word, claim };
}
