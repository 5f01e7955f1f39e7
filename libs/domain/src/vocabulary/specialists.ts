import type { SpecialistRequestState } from '../specialists/specialist-request.process';
import { type CodeOf, codeList } from './code-list';

/** Who can be asked for: the roles that come to a file by the queue of their specialty. */
export const specialty = codeList({
  LEGAL: { en: 'Legal', fa: 'حقوقی' },
  HOUSING: { en: 'Housing', fa: 'مسکن' },
  COUNSELLOR: { en: 'Counselling', fa: 'مشاوره' },
  FAMILY_LINKS: { en: 'Family links', fa: 'پیوند خانوادگی' },
});
export type Specialty = CodeOf<typeof specialty>;

/** How soon somebody must answer (model 2.14, `referral_urgency`). */
export const specialistUrgency = codeList({
  EMERGENCY: { en: 'Emergency – 24 hours', fa: 'اضطراری – ۲۴ ساعت' },
  URGENT: { en: 'Urgent – 72 hours', fa: 'فوری – ۷۲ ساعت' },
  ROUTINE: { en: 'Routine – 14 days', fa: 'عادی – ۱۴ روز' },
});
export type SpecialistUrgency = CodeOf<typeof specialistUrgency>;

export const specialistRequestState = codeList<SpecialistRequestState>({
  REQUESTED: { en: 'Waits in the queue', fa: 'در صف انتظار' },
  TAKEN_UP: { en: 'Taken up', fa: 'پذیرفته شد' },
  DECLINED: { en: 'Declined', fa: 'پذیرفته نشد' },
  WITHDRAWN: { en: 'Withdrawn', fa: 'پس گرفته شد' },
});

/** Why a specialty does not take a request up; a tie of one person is not said here but to the question before (R-AC-13). */
export const specialistDeclineReason = codeList({
  NO_CAPACITY: { en: 'No capacity', fa: 'ظرفیت نیست' },
  NOT_ELIGIBLE: { en: 'Not eligible', fa: 'شرایط لازم را ندارد' },
  OUT_OF_AREA: { en: 'Outside area', fa: 'خارج از محدوده' },
  WRONG_SERVICE: { en: 'Wrong service', fa: 'خدمت نامربوط' },
  INSUFFICIENT_INFO: { en: 'Insufficient information', fa: 'اطلاعات ناکافی' },
  OTHER: { en: 'Other', fa: 'سایر' },
});
