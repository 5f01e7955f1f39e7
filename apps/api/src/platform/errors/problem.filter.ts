import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { RuleBroken } from '@panah/domain/process/process';
import type { Outcome } from '../audit/audit-line';
import { AuditWriter } from '../audit/audit-writer';
import { Log } from '../log';
import { contextOf, type RequestContext } from '../request-context';
import { IntegrityError } from '../sealing/key-provider';
import { Problem } from './problem';

interface Reply {
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  send(body: unknown): unknown;
}

/** Whatever is thrown leaves as a problem (RFC 9457), and leaves its line in the audit log on a connection of its own. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly audit: AuditWriter,
    private readonly log: Log,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const context = contextOf.find(host.switchToHttp().getRequest<{ raw: object }>().raw);
    const problem = context ? await this.recorded(problemOf(error), error, context) : problemOf(error);
    const { status, code, facts, fields } = problem;
    host
      .switchToHttp()
      .getResponse<Reply>()
      .status(status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify({ type: `urn:problem:${code}`, status, code, requestId: context?.requestId ?? null, facts, fields }));
  }

  /** Takes the transaction back and leaves the line; without a line the answer is that there is none. */
  private async recorded(problem: Problem, error: unknown, context: RequestContext): Promise<Problem> {
    await context.work?.rollback().catch(() => undefined);
    if (problem.status >= 500) this.log.failure(error, context.requestId, context.line.word);
    try {
      await this.audit.writeApart(context, outcomeOf(problem), problem.status);
      return problem;
    } catch (failure) {
      this.log.failure(failure, context.requestId, 'audit');
      return new Problem(503, 'not-recorded');
    }
  }
}

function outcomeOf({ status }: Problem): Outcome {
  if (status === 404) return 'NOT_FOUND';
  if (status === 401 || status === 403 || status === 429) return 'REFUSED';
  return status >= 500 ? 'FAILED' : 'INVALID';
}

/** One way in for every error. What is not known is a plain 500: its text stays in the house. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof RuleBroken) return new Problem(error.code === 'not-open' ? 409 : 422, error.code, error.facts, error.fields);
  if (error instanceof IntegrityError) return new Problem(500, 'integrity');
  if (error instanceof HttpException) return ofHttp(error);
  return ofDatabase(error) ?? ofFramework(error) ?? new Problem(500, 'unexpected');
}

function ofHttp(error: HttpException): Problem {
  const status = error.getStatus();
  const codes: Record<number, string> = {
    400: 'malformed',
    401: 'signed-out',
    403: 'forbidden',
    404: 'not-found',
    413: 'too-large',
    415: 'unsupported-media-type',
    429: 'too-many-tries',
  };
  return new Problem(status, codes[status] ?? 'unexpected');
}

/** Fastify says what it could not read by a status of its own (a broken JSON body, a body too large). */
function ofFramework(error: unknown): Problem | null {
  const status = (error as { statusCode?: unknown }).statusCode;
  return typeof status === 'number' && status >= 400 && status < 500
    ? new Problem(status, status === 413 ? 'too-large' : 'malformed')
    : null;
}

/** PostgreSQL's refusals. A constraint is named, its values are not. */
function ofDatabase(error: unknown): Problem | null {
  const { code, constraint } =
    (error as { driverError?: { code?: string; constraint?: string }; code?: string; constraint?: string }).driverError ??
    (error as { code?: string; constraint?: string });
  if (code === '23505') return new Problem(409, 'already-there', { constraint: constraint ?? null });
  if (code === '23514' || code === '23P01' || code === '23503' || code === '23502')
    return new Problem(422, 'refused-by-constraint', { constraint: constraint ?? null });
  if (code === '40001' || code === '40P01') return new Problem(409, 'try-again');
  if (code === '42501') return new Problem(404, 'not-found');
  if (code === '22P02' || code === '22021' || code === '22007' || code === '22008') return new Problem(400, 'malformed');
  return null;
}
