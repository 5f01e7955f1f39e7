import { Module } from '@nestjs/common';
import { ReferralMessages } from './referral-message.records';

/** What both sides wrote: for the case's referrals and for the partner's inbox. */
@Module({ providers: [ReferralMessages], exports: [ReferralMessages] })
export class ReferralMessagesModule {}
