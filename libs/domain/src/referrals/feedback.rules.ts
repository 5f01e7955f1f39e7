const DAY = 86_400_000;
const FIRST_REPORT_DAYS = 14;
const NEXT_REPORT_DAYS = 30;

/** What is known of an accepted referral that is not completed; moments in milliseconds since 1970. */
export interface Loop {
  decidedAt: number;
  /** The first moment of the first day of service. */
  startedAt: number | null;
  feedbackAt: number | null;
}

/** Until when the partner reports (model 2.14): 14 days after the start, or after the acceptance while nothing has started; then every 30 days. */
export function reportDue({ decidedAt, startedAt, feedbackAt }: Loop): number {
  return feedbackAt === null ? (startedAt ?? decidedAt) + FIRST_REPORT_DAYS * DAY : feedbackAt + NEXT_REPORT_DAYS * DAY;
}

/** R-RE-06: whom it concerns that the loop does not close, by how late the report is. */
export const SILENCES = [
  { days: 14, step: 'REMIND' },
  { days: 30, step: 'COORDINATOR' },
  { days: 60, step: 'MEETING' },
] as const;
export type SilenceStep = (typeof SILENCES)[number]['step'];

/** Every step that a silence has reached, the first one first; none while the report is not late enough. */
export function silenceSteps(loop: Loop, now: number): SilenceStep[] {
  const late = (now - reportDue(loop)) / DAY;
  return SILENCES.filter(({ days }) => late >= days).map(({ step }) => step);
}
