import { AsyncLocalStorage } from 'node:async_hooks';
import type { AuditLine } from './audit/audit-line';
import type { Actor } from './access/actor';
import type { UnitOfWork } from './database/unit-of-work';
import type { Claim } from './idempotency/claim';

/** What one request knows about itself. */
export interface RequestContext {
  requestId: string;
  /** Where the request came from, used for throttling only and never stored plain. */
  address: string;
  sessionToken: string | null;
  /** Headers that the answer will carry besides those of the header map. */
  headers: Record<string, string>;
  line: AuditLine;
  actor: Actor | null;
  work: UnitOfWork | null;
  /** On routes that may be repeated. */
  claim?: Claim | null;
  /** The answer leaves at a whole multiple of this many milliseconds: for answers whose time must tell nothing. */
  answerStepMs?: number;
}

const storage = new AsyncLocalStorage<RequestContext>();
const contexts = new WeakMap<object, RequestContext>();

/** The context of a request by its own object: for what happens before or outside its scope, a body that cannot be read for example. */
export const contextOf = {
  keep: (request: object, context: RequestContext): RequestContext => {
    contexts.set(request, context);
    return context;
  },
  find: (request: object): RequestContext | undefined => contexts.get(request),
};

export const requestScope = {
  run: <T>(context: RequestContext, act: () => T): T => storage.run(context, act),
  /** Throws outside a request: nothing in a capability runs without knowing for whom. */
  current(): RequestContext {
    const context = storage.getStore();
    if (!context) throw new Error('This code runs outside a request; use UnitOfWorks.runAs for jobs and seeds.');
    return context;
  },
};
