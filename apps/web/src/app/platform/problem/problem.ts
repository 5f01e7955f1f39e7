import { HttpErrorResponse } from '@angular/common/http';

export type Fact = string | number | boolean | null | string[];

interface ProblemBody {
  code?: string;
  requestId?: string;
  facts?: Record<string, Fact>;
  fields?: Record<string, string[]>;
}

/** What the server refused, as it says it (RFC 9457): a stable code, facts without personal data, broken rules by field. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly requestId: string | null = null,
    readonly facts: Readonly<Record<string, Fact>> = {},
    readonly fields: Readonly<Record<string, readonly string[]>> = {},
  ) {
    super(code);
    this.name = 'Problem';
  }
}

const codeOfStatus: Readonly<Record<number, string>> = {
  0: 'offline',
  403: 'forbidden',
  404: 'not-found',
  409: 'try-again',
  412: 'stale-edit',
};

const isBody = (body: unknown): body is ProblemBody => typeof body === 'object' && body !== null && 'code' in body;

/** Turns whatever was thrown into a Problem; what is none keeps the code `unexpected`. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Error && error.cause instanceof Problem) return error.cause;
  if (!(error instanceof HttpErrorResponse)) return new Problem(-1, 'unexpected');
  const body = isBody(error.error) ? error.error : {};
  const code = body.code ?? codeOfStatus[error.status] ?? 'unexpected';
  return new Problem(error.status, code, body.requestId ?? error.headers.get('x-request-id'), body.facts, body.fields);
}
