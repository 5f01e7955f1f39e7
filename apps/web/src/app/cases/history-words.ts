import { caseAction } from '@panah/domain/vocabulary/cases';
import { readerLanguage } from '../platform/reader/language';

/** Steps that are not part of the drawing of a case. */
const BESIDE: Readonly<Record<string, string>> = {
  open: $localize`:@@cases.didOpen:Case opened`,
  allocate: $localize`:@@cases.didAllocate:Primary worker named`,
  'team-propose': $localize`:@@cases.didPropose:Colleague asked to join the team`,
  'team-client-answer': $localize`:@@cases.didClientAnswer:Client’s answer about a colleague recorded`,
  'team-renew': $localize`:@@cases.didRenew:Place on the team renewed`,
  'team-end': $localize`:@@cases.didEnd:Place on the team ended`,
  'team-leave': $localize`:@@cases.didLeave:Colleague left the team`,
};

/** What was done, in the reader's words. */
export const actionLabel = (action: string): string =>
  BESIDE[action] ?? (caseAction.has(action) ? caseAction.label(action, readerLanguage()) : action);
