import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import { from, mergeMap, type Observable, tap } from 'rxjs';
import { Problem } from '../errors/problem';
import { TOLD_BESIDE } from '../http/streamed-body';
import { type RequestContext, requestScope } from '../request-context';
import { Tokens } from '../sealing/tokens';
import { IDEMPOTENT } from './idempotent';

interface Earlier {
  same_body: boolean;
  made_id: string | null;
}

interface Requested {
  headers: Record<string, string | undefined>;
  body: unknown;
  url: string;
}

const KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const CLAIM = {
  name: 'idempotency.claim',
  text: `insert into idempotency (staff_id, org_id, key, word, body_mac) values ($1, $2, $3, $4, $5)
         on conflict (staff_id, key) do update set word = excluded.word, body_mac = excluded.body_mac, made_id = null, status = null,
           expires_at = now() + interval '24 hours' where idempotency.expires_at < now()`,
};
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
    private readonly tokens: Tokens,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reread = this.reflector.get<string | undefined>(IDEMPOTENT, execution.getHandler());
    if (!reread) return next.handle();
    return from(this.earlier(execution)).pipe(
      mergeMap((earlier) =>
        earlier
          ? from(this.answerAgain(execution, reread, earlier))
          : next.handle().pipe(tap((answer: unknown) => this.remember(execution, answer))),
      ),
    );
  }

  /** Null: the key is ours now. Otherwise what was made with it before. */
  private async earlier(execution: ExecutionContext): Promise<Earlier | null> {
    const { work, staffId, orgId, word, key } = here(execution);
    const request = execution.switchToHttp().getRequest<Requested>();
    const mac = await this.tokens.of('idempotency', `${request.url}\n${sentIn(request)}`);
    if (await work.change(CLAIM, [staffId, orgId, key, word, mac])) return null;
    const earlier = await work.row<Earlier & Record<string, unknown>>(EARLIER, [staffId, key, mac, word]);
    if (!earlier?.same_body) throw new Problem(422, 'idempotency-key-reused');
    return earlier;
  }

  private async answerAgain(execution: ExecutionContext, reread: string, { made_id }: Earlier): Promise<unknown> {
    if (!made_id) return undefined;
    const controller = this.modules.get<Record<string, (id: string) => unknown>>(execution.getClass(), { strict: false });
    return controller[reread]?.(made_id);
  }

  private remember(execution: ExecutionContext, answer: unknown): void {
    const { work, staffId, key } = here(execution);
    const { statusCode } = execution.switchToHttp().getResponse<{ statusCode: number }>();
    const madeId = (answer as { id?: unknown } | undefined)?.id;
    work.changeAtCommit(MADE, [staffId, key, typeof madeId === 'string' ? madeId : null, statusCode]);
  }
}

/** What was sent, as far as it is there already: of bytes that come as a stream, what is told beside them and how many they are. */
function sentIn({ body, headers }: Requested): string {
  const streamed = typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
  return JSON.stringify(streamed ? [headers[TOLD_BESIDE] ?? null, headers['content-length'] ?? null] : (body ?? null));
}

function here(execution: ExecutionContext): {
  work: NonNullable<RequestContext['work']>;
  staffId: string;
  orgId: string;
  word: string;
  key: string;
} {
  const { work, actor, line } = requestScope.current();
  const key = execution.switchToHttp().getRequest<Requested>().headers['idempotency-key'] ?? '';
  if (!KEY.test(key)) throw new Problem(400, 'idempotency-key-missing');
  if (!work || !actor) throw new Error('An idempotent route needs a session.');
  return { work, staffId: actor.staffId, orgId: actor.orgId, word: line.word, key };
}
