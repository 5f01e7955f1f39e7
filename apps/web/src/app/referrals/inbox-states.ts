import type { InboxLineView } from '@panah/contracts/inbox.contract';
import type { ReferralState } from '@panah/domain/referrals/referral.process';
import { type CodeList, codeList } from '@panah/domain/vocabulary/code-list';
import type { StateLook, StateLooks } from '../platform/text/state-mark';

/** As the partner's people read where it stands: the same codes, from their side. */
const states: CodeList<ReferralState> = codeList<ReferralState>({
  DRAFT: { en: 'Not sent', fa: 'فرستاده نشده' },
  AWAITING_CONSENT: { en: 'Not sent', fa: 'فرستاده نشده' },
  READY: { en: 'Not sent', fa: 'فرستاده نشده' },
  SENT: { en: 'Not yet opened', fa: 'هنوز گشوده نشده' },
  RECEIVED: { en: 'Waits for your answer', fa: 'در انتظار پاسخ شما' },
  INFO_REQUESTED: { en: 'You asked; they answer', fa: 'پرسیدید؛ پاسخ با آن‌هاست' },
  ACCEPTED: { en: 'Accepted by you', fa: 'شما پذیرفتید' },
  IN_SERVICE: { en: 'Under way', fa: 'در جریان' },
  COMPLETED: { en: 'Completed', fa: 'پایان‌یافته' },
  DECLINED: { en: 'Declined by you', fa: 'شما نپذیرفتید' },
  EXPIRED: { en: 'Closed: no answer in time', fa: 'بسته شد: پاسخی در مهلت نرسید' },
  REVOKED: { en: 'Taken back', fa: 'بازپس گرفته شد' },
  DISCONTINUED: { en: 'Ended', fa: 'پایان یافت' },
});
const OVER: StateLook = { icon: 'never', tone: 'plain' };

export const INBOX_STATES: StateLooks<ReferralState> = {
  codes: states,
  looks: {
    DRAFT: OVER,
    AWAITING_CONSENT: OVER,
    READY: OVER,
    SENT: { icon: 'lock', tone: 'due' },
    RECEIVED: { icon: 'clock', tone: 'due' },
    INFO_REQUESTED: { icon: 'other', tone: 'waiting' },
    ACCEPTED: { icon: 'done', tone: 'good' },
    IN_SERVICE: { icon: 'going', tone: 'good' },
    COMPLETED: { icon: 'done', tone: 'plain' },
    DECLINED: OVER,
    EXPIRED: OVER,
    REVOKED: OVER,
    DISCONTINUED: OVER,
  },
};

const WORDS: Readonly<Record<string, string>> = {
  RESPOND: $localize`:@@referrals.dueRespond:Answer due`,
  REPORT: $localize`:@@referrals.dueReport:A short report is due`,
  CONFIRM_DELETION: $localize`:@@referrals.dueDeletion:Say what you deleted`,
};

const DAY = 86_400_000;

/** Whether less than a day is left, or none. */
export const isNear = (dueAt: string | null): boolean => dueAt !== null && Date.parse(dueAt) < Date.now() + DAY;

/** What is due next, in words; null when nothing is. */
export const dueWords = ({ due }: Pick<InboxLineView, 'due'>): string | null => (due ? (WORDS[due] ?? null) : null);
