import { Injectable } from '@nestjs/common';
import { type SilenceStep, silenceSteps } from '@panah/domain/referrals/feedback.rules';
import { dayAt } from '@panah/domain/staff/office-calendar';
import type { TaskKind } from '@panah/domain/vocabulary/tasks';
import { UnitsOfWork } from '../platform/database/units-of-work';
import { actForOffice } from '../platform/jobs/act-for-office';
import type { Job, JobWork } from '../platform/jobs/jobs';
import { MailOutbox } from '../platform/mail/mail-outbox.records';
import { raiseAsJob } from '../tasks/task.records';
import { OVER, ReferralClock, UNANSWERED } from './referral-clock.records';

interface Due {
  id: string;
  orgId: string;
  officeId: string;
}

interface Silent extends Due {
  caseId: string;
  partnerId: string;
  timeZone: string;
  /** Null while it was not accepted: then it was not even opened. */
  decidedAt: Date | null;
  startedOn: string | null;
  feedbackAt: Date | null;
}

const IDS = (alias: string): string => `${alias}.id, ${alias}.org_id as "orgId", ${alias}.office_id as "officeId"`;
const LATE = `select ${IDS('r')} from referral r where ${UNANSWERED} order by r.response_due limit 500`;
const READ_OUT = `select ${IDS('p')} from referral_package p where ${OVER} order by p.expires_at limit 500`;
const SILENT = `select ${IDS('r')}, r.case_id as "caseId", r.partner_id as "partnerId", o.time_zone as "timeZone", r.decided_at as "decidedAt",
    r.started_on::text as "startedOn", r.feedback_at as "feedbackAt"
  from referral r join office o on o.id = r.office_id
 where (r.state = 'SENT' and r.ack_due <= $1::timestamptz) or (r.state in ('ACCEPTED','IN_SERVICE') and r.taken_over_at is null and r.decided_at <= $1::timestamptz - interval '28 days')
 order by r.id limit 2000`;
const TASK_OF: Readonly<Record<SilenceStep, TaskKind>> = {
  REMIND: 'REFERRAL_SILENT',
  COORDINATOR: 'REFERRAL_SILENT_OFFICE',
  MEETING: 'REFERRAL_MEETING',
};

/** The clock of referrals: what nobody answered expires (R-RE-02), what is read out goes, and who is silent is reminded of it (R-RE-06). */
@Injectable()
export class ReferralClockJob implements Job {
  readonly name = 'referral-clock';
  readonly cron = '* * * * *';

  constructor(
    private readonly units: UnitsOfWork,
    private readonly clock: ReferralClock,
    private readonly outbox: MailOutbox,
  ) {}

  async run(work: JobWork, { now = new Date().toISOString() }: Record<string, string>): Promise<void> {
    for (const due of await work.rows<Due>(LATE, [now]))
      if (await actForOffice(this.units, due, () => this.clock.expire(due.id, now))) await line(work, due, 'referral:expire', 'NO_ANSWER');
    for (const due of await work.rows<Due>(READ_OUT, [now]))
      if (await actForOffice(this.units, due, () => this.clock.endPackage(due.id, now)))
        await line(work, due, 'referral_package:expire', 'EXPIRED');
    for (const silent of await work.rows<Silent>(SILENT, [now])) await this.remind(work, silent, now);
  }

  /** Each once for each silence; the partner itself gets a mail with the first of them. */
  private async remind(work: JobWork, silent: Silent, now: string): Promise<void> {
    const dueOn = dayAt(now, silent.timeZone);
    const since = silent.feedbackAt?.toISOString() ?? silent.startedOn ?? 'SENT';
    for (const kind of kindsOf(silent, Date.parse(now))) {
      const raised = await raiseAsJob(work, {
        kind,
        caseId: silent.caseId,
        dueOn,
        recordId: silent.id,
        dedupeKey: `${silent.id}:${since}`,
      });
      if (!raised) continue;
      await line(work, silent, 'referral:remind', kind);
      if (kind === 'REFERRAL_SILENT' || kind === 'REFERRAL_UNOPENED')
        await actForOffice(this.units, silent, () => this.outbox.tellPartner(silent.partnerId));
    }
  }
}

function kindsOf({ decidedAt, startedOn, feedbackAt }: Silent, now: number): TaskKind[] {
  if (!decidedAt) return ['REFERRAL_UNOPENED'];
  const loop = {
    decidedAt: decidedAt.getTime(),
    startedAt: startedOn ? Date.parse(startedOn) : null,
    feedbackAt: feedbackAt?.getTime() ?? null,
  };
  return silenceSteps(loop, now).map((step) => TASK_OF[step]);
}

const line = (work: JobWork, { id, orgId, officeId }: Due, word: string, reason: string): Promise<void> =>
  work.record({ word, orgId, officeId, subjectType: word.split(':')[0] ?? 'referral', subjectId: id, reason });
