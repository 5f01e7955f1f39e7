import { Injectable } from '@nestjs/common';
import { type MissedContact, missedContactGoesTo, missedContacts } from '@panah/domain/risk/risk-rhythm';
import { isHighOrWorse } from '@panah/domain/risk/risk-floor';
import { dayAt } from '@panah/domain/staff/office-calendar';
import type { RiskLevel } from '@panah/domain/vocabulary/cases';
import type { Job, JobWork } from '../platform/jobs/jobs';
import { raiseAsJob, settleAsJob } from '../tasks/task.records';

interface Watched {
  id: string;
  level: RiskLevel;
  timeZone: string;
  since: Date;
  lastContactAt: Date | null;
  reviewLate: boolean;
  planLate: boolean;
}

const WATCHED = `select c.id, c.risk_level as level, o.time_zone as "timeZone", c.risk_assessed_at as since, c.last_contact_at as "lastContactAt",
    coalesce(c.risk_review_at < now(), false) as "reviewLate", coalesce(c.safety_plan_due < now(), false) as "planLate"
  from case_file c join office o on o.id = c.office_id
 where c.state <> 'CLOSED' and c.risk_level is not null and c.risk_assessed_at is not null order by c.id`;

const CONTACT_KINDS = ['MISSED_CONTACT', 'CONTACT_TWICE_MISSED', 'MISSING_PROTOCOL'] as const;
const RAISED_BY: Readonly<Record<Exclude<MissedContact, null>, readonly (typeof CONTACT_KINDS)[number][]>> = {
  WORKER: ['MISSED_CONTACT'],
  COORDINATOR: ['MISSED_CONTACT', 'CONTACT_TWICE_MISSED'],
  MISSING_PROTOCOL: ['MISSED_CONTACT', 'CONTACT_TWICE_MISSED', 'MISSING_PROTOCOL'],
};

/** Looks at the clock for every open case whose risk was assessed: reviews that are late (R-RI-02), plans (R-RI-03), contact (R-RI-11). */
@Injectable()
export class WatchJob implements Job {
  readonly name = 'watch-risk';
  readonly cron = '*/15 * * * *';

  async run(work: JobWork, data: Record<string, string> = {}): Promise<void> {
    const now = data['now'] ?? new Date().toISOString();
    for (const watched of await work.rows<Watched>(WATCHED)) {
      const today = dayAt(now, watched.timeZone);
      await this.watchContact(work, watched, now, today);
      if (isHighOrWorse(watched.level)) await this.escalate(work, watched, today);
    }
  }

  /** At HIGH or worse a coordinator is told each day that a review or a plan is late. */
  private async escalate(work: JobWork, { id, reviewLate, planLate }: Watched, today: string): Promise<void> {
    const late = [...(reviewLate ? ['risk-review'] : []), ...(planLate ? ['safety-plan'] : [])];
    for (const what of late)
      await raiseAsJob(work, { kind: 'TASK_OVERDUE', caseId: id, dueOn: today, recordId: id, dedupeKey: `${what}/${id}/${today}` });
  }

  private async watchContact(work: JobWork, watched: Watched, now: string, today: string): Promise<void> {
    const { id, level, lastContactAt, since } = watched;
    const last = lastContactAt?.toISOString() ?? null;
    const missed = missedContacts(level, last, since.toISOString(), now);
    const goesTo = missedContactGoesTo(level, missed);
    const raised: readonly string[] = goesTo ? RAISED_BY[goesTo] : [];
    for (const kind of CONTACT_KINDS)
      if (!raised.includes(kind)) await settleAsJob(work, kind, id);
      else await raiseAsJob(work, { kind, caseId: id, dueOn: today, recordId: id, dedupeKey: `${id}/${last ?? since.toISOString()}` });
  }
}
