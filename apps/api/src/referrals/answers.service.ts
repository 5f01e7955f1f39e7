import { Injectable } from '@nestjs/common';
import type { ReferralAnswerInput } from '@panah/contracts/referrals.contract';
import type { ReferralView } from '@panah/contracts/referral-views.contract';
import { move } from '@panah/domain/process/process';
import { assertTellable, inOrder, isRestrictedItem } from '@panah/domain/referrals/item.rules';
import { referralProcess } from '@panah/domain/referrals/referral.process';
import { responseDue } from '@panah/domain/referrals/referral.rules';
import { Grants } from '../consents/grants.records';
import { currentActor } from '../platform/access/current-reach';
import { TaskRecords } from '../tasks/task.records';
import { ReferralApproving } from './referral-approving';
import { assertRead } from './referral-choosing';
import { ReferralMessages } from './referral-message.records';
import { ReferralPackages } from './referral-packages';
import type { OpenReferral } from './referral.entity';
import { ReferralRecords } from './referral.records';
import { ReferralsService } from './referrals.service';

/** What we say to a question of the partner. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly referrals: ReferralRecords,
    private readonly service: ReferralsService,
    private readonly packages: ReferralPackages,
    private readonly approving: ReferralApproving,
    private readonly messages: ReferralMessages,
    private readonly grants: Grants,
    private readonly tasks: TaskRecords,
  ) {}

  /** The partner's clock goes on (R-RE-05); our words go to it sealed, and stay with us as a message. */
  async answer(id: string, { text, about }: ReferralAnswerInput): Promise<ReferralView> {
    const before = await this.referrals.get(id, 'referral:answer');
    const file = await this.service.opened(before, 'referral:answer');
    move(referralProcess, before.row.state, 'answer');
    const said = text.trim();
    const { clientId, purpose, partnerId, service } = before.row;
    const items = inOrder(about);
    assertRead(file, items);
    assertTellable(items, service);
    const grant = await this.grants.forRecipient({ clientId, purpose, recipient: partnerId, scope: items });
    const held = await this.referrals.hold(id, 'referral:answer');
    const composed = await this.packages.composeAnswer(held, about, said, file);
    await this.approving.assertAgreed(held, items.filter(isRestrictedItem), composed.pieces);
    await this.messages.write(held.row, 'ANSWER', said);
    await this.referrals.move(held, { event: 'answer', change: { answeredAt: new Date(), responseDue: await this.dueAfter(held) } });
    await this.packages.seal(grant, held.row, composed, currentActor().staffId);
    await this.tasks.settle('REFERRAL_QUESTION', id);
    return this.service.read(id);
  }

  /** R-RE-05: only the first question moves the day, by as long as it was open. */
  private async dueAfter({ row }: OpenReferral): Promise<Date> {
    const all = await this.messages.of(row);
    const timesOf = (kind: string): number[] => all.filter((each) => each.kind === kind).map(({ at }) => at.getTime());
    const answers = timesOf('ANSWER');
    const pauses = timesOf('QUESTION').map((askedAt, at) => ({ askedAt, answeredAt: answers[at] ?? null }));
    return new Date(responseDue(row.urgency, row.sentAt?.getTime() ?? 0, pauses, Date.now()));
  }
}
