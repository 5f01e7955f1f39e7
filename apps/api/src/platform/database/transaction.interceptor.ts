import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { catchError, from, mergeMap, type Observable } from 'rxjs';
import { AuditWriter } from '../audit/audit-writer';
import { notRecorded } from '../errors/problem';
import { requestScope } from '../request-context';

/** The handler's work and the audit line are one transaction: both are kept, or neither; no line, no answer. */
@Injectable()
export class TransactionInterceptor implements NestInterceptor {
  constructor(private readonly audit: AuditWriter) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const context = requestScope.current();
    return next.handle().pipe(
      mergeMap((answer: unknown) => from(this.keep(execution, answer))),
      catchError(async (error: unknown) => {
        await context.work?.rollback();
        throw error;
      }),
    );
  }

  private async keep(execution: ExecutionContext, answer: unknown): Promise<unknown> {
    const context = requestScope.current();
    if (!context.work) return answer;
    const { statusCode } = execution.switchToHttp().getResponse<{ statusCode: number }>();
    try {
      await context.work.commit(this.audit.statementFor(context, 'DONE', statusCode));
    } catch (error) {
      throw isConstraint(error) ? error : notRecorded();
    }
    return answer;
  }
}

/** A deferred constraint speaks at commit; that is a refusal, not a failure to record. */
function isConstraint(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('23') && !('table' in error && error.table === 'audit_event')
  );
}
