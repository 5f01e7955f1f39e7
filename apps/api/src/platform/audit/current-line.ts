import { requestScope } from '../request-context';
import type { AuditLine } from './audit-line';

/** The audit line of this request. Records write on it what they open and change. */
export function currentLine(): AuditLine {
  return requestScope.current().line;
}
