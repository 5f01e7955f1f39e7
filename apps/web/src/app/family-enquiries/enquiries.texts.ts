import type { ProblemTextsByCode } from '../platform/problem/problem-texts';

/** What the server refuses in this room, in words: what happened, and what is safe to do next. */
export const ENQUIRY_PROBLEMS: ProblemTextsByCode = {
  'match-needs-another': $localize`:@@familyEnquiries.problemAnother:You confirmed it already. A second person looks for themself.`,
  'match-needs-tracing': $localize`:@@familyEnquiries.problemTracing:Nobody began to look on this link yet. Begin tracing there first; then confirm.`,
};
