import { Injectable } from '@nestjs/common';
import { addDays } from '@panah/domain/dates/calendar-days';
import { nextReview } from '@panah/domain/reintegration/outcome.rules';
import type { ReviewPoint } from '@panah/domain/vocabulary/reintegration';
import { dayAt } from '@panah/domain/staff/office-calendar';
import type { Job, JobWork } from '../platform/jobs/jobs';
import { raiseAsJob } from '../tasks/task.records';

interface Asked {
  id: string;
  openedOn: string;
  timeZone: string;
  done: { point: ReviewPoint; on: string }[];
}

/** A point that is due within so many days is asked for. */
const AHEAD_DAYS = 14;
/** Cases that may have a point to ask for: young ones without a baseline, and those whose last review is months old. */
const CASES = `select c.id, c.opened_on::text as "openedOn", o.time_zone as "timeZone", coalesce(r.done, '[]') as done
  from case_file c join office o on o.id = c.office_id
       left join lateral (select jsonb_agg(jsonb_build_object('point', x.point, 'on', x.reviewed_on)) as done, max(x.reviewed_on) as last
         from outcome_review x where x.case_id = c.id and x.point <> 'AD_HOC') r on true
 where c.state <> 'CLOSED' and (r.done is null or r.last < $1::date - 45)
   and not exists (select from task t where t.case_id = c.id and t.kind = 'OUTCOME_REVIEW' and t.status in ('OPEN', 'IN_PROGRESS', 'BLOCKED'))
 order by c.id limit 5000`;

/** Every morning: asks for the reviews whose day is near (model 2.11), and folds the counts of the sealed domains. */
@Injectable()
export class OutcomeClockJob implements Job {
  readonly name = 'ask-for-outcome-reviews';
  readonly cron = '20 * * * *';

  async run(work: JobWork, { now = new Date().toISOString() }: Record<string, string>): Promise<void> {
    for (const { id: caseId, timeZone, ...asked } of await work.rows<Asked>(CASES, [now.slice(0, 10)])) {
      const today = dayAt(now, timeZone);
      const next = nextReview({ ...asked, today, closedOn: null });
      if (!next || next.dueOn > addDays(today, next.point === 'BASELINE' ? BASELINE_AHEAD : AHEAD_DAYS)) continue;
      const { point, dueOn } = next;
      await raiseAsJob(work, { kind: 'OUTCOME_REVIEW', caseId, dueOn, recordId: caseId, dedupeKey: `${caseId}:${point}` });
    }
    await work.rows('select app.fold_outcome_tally()');
  }
}

/** The baseline is asked for from the opening on. */
const BASELINE_AHEAD = 31;
