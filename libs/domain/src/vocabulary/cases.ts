import type { CaseEvent, CaseState } from '../cases/case.process';
import { type CodeOf, codeList } from './code-list';

export const caseState = codeList<CaseState>({
  ASSESSMENT: { en: 'Assessment', fa: 'ارزیابی' },
  PLANNING: { en: 'Planning', fa: 'برنامه‌ریزی' },
  ACTIVE: { en: 'Plan in force', fa: 'برنامه در جریان' },
  ON_HOLD: { en: 'On hold', fa: 'در حال توقف' },
  TRANSFER_PENDING: { en: 'Offered to another organisation', fa: 'پیشنهاد سپردن به سازمانی دیگر' },
  CLOSURE_REQUESTED: { en: 'Closure requested', fa: 'درخواست بستن پرونده' },
  CLOSED: { en: 'Closed', fa: 'بسته' },
});

export const caseAction = codeList<CaseEvent>({
  complete_assessment: { en: 'Complete assessment', fa: 'پایان ارزیابی' },
  submit_plan: { en: 'Submit plan', fa: 'ارائهٔ برنامه' },
  approve_plan: { en: 'Approve plan', fa: 'تأیید برنامه' },
  return_plan: { en: 'Return plan', fa: 'بازگرداندن برنامه' },
  revise_plan: { en: 'Revise plan', fa: 'بازنگری برنامه' },
  hold: { en: 'Put on hold', fa: 'توقف موقت' },
  resume: { en: 'Resume', fa: 'از سرگیری' },
  request_closure: { en: 'Request closure', fa: 'درخواست بستن' },
  approve_closure: { en: 'Approve closure', fa: 'تأیید بستن' },
  reject_closure: { en: 'Keep open', fa: 'باز نگه داشتن' },
  reject_closure_early: { en: 'Keep open, back to assessment', fa: 'باز نگه داشتن و بازگشت به ارزیابی' },
  reopen: { en: 'Reopen', fa: 'بازگشایی' },
  offer_transfer: { en: 'Offer the case', fa: 'پیشنهاد سپردن پرونده' },
  transfer_accepted: { en: 'Handed over', fa: 'سپرده شد' },
  transfer_declined: { en: 'Not taken over', fa: 'پذیرفته نشد' },
  transfer_revoked: { en: 'Offer taken back', fa: 'پیشنهاد پس گرفته شد' },
});

export const serviceStream = codeList({
  INFO_ADVICE: { en: 'Information and advice', fa: 'اطلاع‌رسانی و مشاوره' },
  SAFE_EXIT: { en: 'Safe exit planning', fa: 'برنامه‌ریزی خروج امن' },
  REFUGE_LEGAL: { en: 'Legal status and protection', fa: 'وضعیت حقوقی و حمایت' },
  HOUSING: { en: 'Housing', fa: 'مسکن' },
  PSYCHOSOCIAL: { en: 'Counselling and psychosocial support', fa: 'مشاوره و حمایت روانی‌اجتماعی' },
  REINTEGRATION: { en: 'Reintegration and livelihood', fa: 'بازپیوستن به جامعه و معیشت' },
  FAMILY_LINKS: { en: 'Family links and reunification', fa: 'پیوند و بازپیوست خانوادگی' },
  BEFRIENDING: { en: 'Volunteer befriending and mentoring', fa: 'همراهی داوطلبانه' },
  EMERGENCY: { en: 'Emergency assistance', fa: 'کمک اضطراری' },
});

export const casePriority = codeList({
  P1: { en: 'P1 Emergency', fa: '۱ اضطراری' },
  P2: { en: 'P2 Urgent', fa: '۲ فوری' },
  P3: { en: 'P3 Normal', fa: '۳ عادی' },
  P4: { en: 'P4 Low', fa: '۴ کم‌اولویت' },
});

export const caseHoldReason = codeList({
  CLIENT_REQUEST: { en: 'Client asked for a pause', fa: 'مراجع خواست مدتی توقف شود' },
  NO_CONTACT: { en: 'Contact lost, attempts under way', fa: 'تماس قطع شده، تلاش برای تماس ادامه دارد' },
  AWAIT_DECISION: { en: 'Waiting for an external decision', fa: 'در انتظار تصمیم بیرونی' },
  DETAINED: { en: 'Client detained', fa: 'مراجع در بازداشت است' },
  HOSPITAL: { en: 'Client in hospital', fa: 'مراجع در بیمارستان است' },
  TRAVEL: { en: 'Client temporarily abroad', fa: 'مراجع موقتاً در سفر است' },
});
export type CaseHoldReason = CodeOf<typeof caseHoldReason>;

export const closureReason = codeList({
  GOALS_ACHIEVED: { en: 'Goals achieved', fa: 'رسیدن به هدف‌ها' },
  CLIENT_WISH: { en: 'Client’s wish', fa: 'خواست مراجع' },
  TRANSFERRED: { en: 'Transferred to another organisation', fa: 'سپرده‌شده به سازمان دیگر' },
  MOVED_AWAY: { en: 'Moved outside our reach', fa: 'نقل مکان به بیرون از دسترس ما' },
  LOST_CONTACT: { en: 'Contact lost after the attempts required', fa: 'قطع تماس پس از تلاش‌های لازم' },
  RETURNED_GROUP: { en: 'Decided to return to {group}', fa: 'تصمیم گرفت به {group} بازگردد' },
  INELIGIBLE: { en: 'No longer eligible', fa: 'دیگر مشمول خدمات نیست' },
  SAFETY_STAFF: { en: 'Unsafe to continue (senior decision)', fa: 'ادامهٔ کار امن نیست (تصمیم مسئول ارشد)' },
  DECEASED: { en: 'Deceased', fa: 'درگذشته' },
  DUPLICATE: { en: 'Duplicate of another case', fa: 'تکرار پروندهٔ دیگر' },
  OTHER: { en: 'Other', fa: 'سایر' },
});
export type ClosureReason = CodeOf<typeof closureReason>;

export const riskLevel = codeList({
  LOW: { en: 'Low', fa: 'کم' },
  MEDIUM: { en: 'Medium', fa: 'متوسط' },
  HIGH: { en: 'High', fa: 'زیاد' },
  IMMINENT: { en: 'Imminent', fa: 'قریب‌الوقوع' },
});
export type RiskLevel = CodeOf<typeof riskLevel>;

/** What stands between a member of staff and a client, or all clients. */
export const conflictKind = codeList({
  RELATIVE: { en: 'Relative of the client', fa: 'خویشاوندی با مراجع' },
  SAME_UNIT: { en: 'Knew the client inside {group}', fa: 'آشنایی با مراجع در {group}' },
  DISPUTE: { en: 'Personal dispute', fa: 'اختلاف شخصی' },
  BUSINESS: { en: 'Landlord, employer or creditor', fa: 'صاحب‌خانه، کارفرما یا طلبکار' },
  MEDIA: { en: 'Journalist or author', fa: 'روزنامه‌نگار یا نویسنده' },
  CURRENT_GROUP_TIE: { en: 'Current tie with {group}', fa: 'پیوند کنونی با {group}' },
  STATE_TIE: { en: 'Tie with a state body', fa: 'پیوند با نهاد دولتی' },
  OTHER: { en: 'Other', fa: 'سایر' },
});
export type ConflictKind = CodeOf<typeof conflictKind>;
