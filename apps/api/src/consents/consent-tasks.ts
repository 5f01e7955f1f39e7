import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayAt } from '@panah/domain/staff/office-calendar';
import type { TaskKind } from '@panah/domain/vocabulary/tasks';
import type { RiskOwner } from '../risk/risk.records';
import { RiskEffects } from '../risk/risk-effects.records';
import { StaffRecords } from '../staff/staff.records';
import { TaskRecords } from '../tasks/task.records';
import { CaseOfClient } from './case-of-client.records';
import { StopsWithConsent } from './stops-with-consent.records';

const DAY = 86_400_000;

/** What somebody has to do because of a consent, raised in the transaction in which it became so. */
@Injectable()
export class ConsentTasks implements OnModuleInit {
  constructor(
    private readonly tasks: TaskRecords,
    private readonly caseOf: CaseOfClient,
    private readonly staff: StaffRecords,
    private readonly stops: StopsWithConsent,
    private readonly risk: RiskEffects,
  ) {}

  /** Nobody renews what is gone; who works with the person hears that it is. */
  onModuleInit(): void {
    this.stops.onWithdrawal('ALL', async ({ consentId, clientId, officeId, to }) => {
      await this.tasks.settle('CONSENT_EXPIRES', consentId);
      if (to === 'WITHDRAWN' || to === 'EXPIRED') await this.raise('CONSENT_ENDED', { recordId: consentId, clientId, officeId });
    });
  }

  /** @param days until it is due, in the office's days */
  async raise(
    kind: TaskKind,
    { recordId, clientId, officeId, ownerId }: { recordId: string; clientId: string; officeId: string; ownerId?: string },
    days = 0,
  ): Promise<void> {
    const caseId = await this.caseOf.open(clientId);
    // nobody works on a closed case; what rested on the consent has stopped all the same
    if (caseId === null) return;
    const { timeZone } = await this.staff.officeOf(officeId);
    const dueOn = dayAt(new Date(Date.now() + days * DAY).toISOString(), timeZone);
    await this.tasks.raise({ kind, caseId, clientId, ownerId, dueOn, recordId });
  }

  /** R-RI-04: pressure on somebody is looked at within the day. Whoever wrote it down is told nothing more than before. */
  async lookAtRisk(file: RiskOwner): Promise<void> {
    await this.risk.forceReview(file, new Date());
  }

  async settle(kind: TaskKind, recordId: string): Promise<void> {
    await this.tasks.settle(kind, recordId);
  }
}
