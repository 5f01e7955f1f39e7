import { Injectable, type OnModuleInit } from '@nestjs/common';
import { StopsWithPartner } from '../partners/stops-with-partner.records';
import { TaskRecords } from '../tasks/task.records';
import { ActForPartner } from './act-for-partner.records';
import { RecallsService } from './recalls.service';
import { ReferralRecords } from './referral.records';

/** R-RE-10: what lies at a partner comes back when the work with it ends, from every office; whoever works with the person hears of it. */
@Injectable()
export class StopsOfPartner implements OnModuleInit {
  constructor(
    private readonly stops: StopsWithPartner,
    private readonly referrals: ReferralRecords,
    private readonly recalls: RecallsService,
    private readonly acting: ActForPartner,
    private readonly tasks: TaskRecords,
  ) {}

  onModuleInit(): void {
    this.stops.onSuspension((partnerId) => this.ended(partnerId));
  }

  private async ended(partnerId: string): Promise<void> {
    await this.acting.begin(partnerId);
    const held = await this.referrals.atPartner(partnerId);
    await this.recalls.stop(held, 'PARTNER_SUSPENDED');
    const ours = held.filter(({ takenOverAt }) => takenOverAt === null); // with the others nobody here works
    await this.tasks.raiseForToday(
      'REFERRAL_STOPPED',
      ours.map(({ id: recordId, caseId }) => ({ caseId, recordId })),
    );
  }
}
