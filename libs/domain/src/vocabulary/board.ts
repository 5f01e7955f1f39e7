import { type CodeOf, codeList } from './code-list';

/** What waits for a second person, in the order in which it is looked at. */
export const approvalKind = codeList({
  RISK_CONFIRMATION: { en: 'A level of risk set low', fa: 'پایین گذاشتن سطح خطر' },
  LEGAL_BASIS: { en: 'Telling something without consent', fa: 'افشای بدون رضایت' },
  PLAN_APPROVAL: { en: 'A plan', fa: 'برنامه' },
  CLOSURE_APPROVAL: { en: 'A closure', fa: 'بستن پرونده' },
  NOTE_VOIDING: { en: 'Voiding of a note', fa: 'ابطال یک یادداشت' },
  ADMISSION: { en: 'An admission', fa: 'پذیرش' },
});
export type ApprovalKind = CodeOf<typeof approvalKind>;

/** What can be late (model 6.2, P-07; R-CA-03, R-RI-02, R-RI-03, R-RI-11). */
export const overdueKind = codeList({
  RISK_REVIEW: { en: 'Review of the risk', fa: 'بازبینی خطر' },
  SAFETY_PLAN: { en: 'Safety plan', fa: 'برنامهٔ ایمنی' },
  CONTACT: { en: 'Contact in the agreed rhythm', fa: 'تماس در زمان مقرر' },
  FIRST_RESPONSE: { en: 'First answer to an enquiry', fa: 'نخستین پاسخ به یک تماس اولیه' },
  INTAKE: { en: 'Intake', fa: 'پذیرش' },
  ASSESSMENT: { en: 'Assessment', fa: 'ارزیابی' },
  PLAN: { en: 'Plan approved', fa: 'تأیید برنامه' },
  PLAN_REVIEW: { en: 'Review of the plan', fa: 'بازبینی برنامه' },
  HOLD_REVIEW: { en: 'Review of a case on hold', fa: 'بازبینی پروندهٔ متوقف' },
  TASK: { en: 'Task', fa: 'کار' },
  INCIDENT_ACTION: { en: 'Action after an incident of the office', fa: 'اقدامی پس از رویدادی در دفتر' },
  APPOINTMENT: { en: 'Appointment without an outcome', fa: 'قرار بدون نتیجه' },
  CONSENT: { en: 'Consent that has ended', fa: 'رضایتی که پایان یافته' },
  NOTE: { en: 'Note not signed', fa: 'یادداشت امضانشده' },
});
export type OverdueKind = CodeOf<typeof overdueKind>;

/** P-07: how late. */
export const daysLate = codeList({
  D0_7: { en: 'up to 7 days', fa: 'تا ۷ روز' },
  D8_30: { en: '8 to 30 days', fa: '۸ تا ۳۰ روز' },
  D31_90: { en: '31 to 90 days', fa: '۳۱ تا ۹۰ روز' },
  D91_UP: { en: 'more than 90 days', fa: 'بیش از ۹۰ روز' },
});

/** P-09: which of the two promises of R-CA-03 was kept. */
export const onTimePart = codeList({
  BOTH: { en: 'Both in time', fa: 'هر دو به‌موقع' },
  ASSESSMENT: { en: 'Assessment in 10 working days', fa: 'ارزیابی در ۱۰ روز کاری' },
  PLAN: { en: 'Plan in 15 working days', fa: 'برنامه در ۱۵ روز کاری' },
});

/** Why something is not in a figure. */
export const leftOut = codeList({
  CLAIM_ENDED: { en: 'claims that are over', fa: 'درخواست‌های پایان‌یافته' },
  NOT_USED: { en: 'not used, as the client decided', fa: 'به خواست مراجع استفاده‌نشده' },
  EXTENDED: { en: 'extended', fa: 'تمدیدشده' },
  NO_DAY: { en: 'without a day: ask a lawyer', fa: 'بدون روز: از وکیل بپرسید' },
  PERMIT_NO_END: { en: 'permits without an end', fa: 'اقامت‌های بدون پایان' },
  RENEWED: { en: 'renewed or followed by another', fa: 'تمدیدخواسته یا جایگزین‌شده' },
  AWAITED: { en: 'papers that are awaited', fa: 'سندهای در انتظار' },
  OVER: { en: 'ended already', fa: 'پایان‌یافته' },
  LATER: { en: 'end later', fa: 'با پایان دیرتر' },
  PAUSED: { en: 'tasks that rest with their case', fa: 'کارهایی که همراه پرونده متوقف‌اند' },
  NO_END: { en: 'consents without an end', fa: 'رضایت‌های بدون پایان' },
  NOT_ASSESSED: { en: 'not yet assessed', fa: 'هنوز ارزیابی‌نشده' },
  TOO_YOUNG: { en: 'opened too short a time ago', fa: 'به‌تازگی بازشده' },
  COUNSELLING_DECLINED: { en: 'not taken up', fa: 'آغازنشده' },
  COUNSELLING_ENDED_BEFORE: { en: 'ended before a first session', fa: 'پایان‌یافته پیش از نخستین جلسه' },
  SESSION_SCHEDULED: { en: 'sessions without an outcome yet', fa: 'جلسه‌های هنوز بی‌نتیجه' },
  SESSION_CANCELLED_CLIENT: { en: 'sessions cancelled by the client', fa: 'جلسه‌های لغوشده از سوی مراجع' },
  SESSION_CANCELLED_STAFF: { en: 'sessions cancelled by staff', fa: 'جلسه‌های لغوشده از سوی همکار' },
  NOT_YET: { en: 'whose day for this point has not come', fa: 'که نوبتشان هنوز نرسیده' },
  POINT_MISSED: { en: 'not looked at at this point', fa: 'که در این نوبت مرور نشده‌اند' },
  NO_LEVEL: { en: 'domains that do not apply or were not assessed', fa: 'حوزه‌های بی‌موضوع یا سنجیده‌نشده' },
  NO_BASELINE: { en: 'open cases without a baseline', fa: 'پرونده‌های باز بدون مرور آغاز' },
  NOT_WAITING: { en: 'whose request ended without a move-in', fa: 'که درخواستشان بی‌سکونت پایان یافت' },
  MAINTENANCE: { en: 'bed-nights under repair', fa: 'شب‌تخت در تعمیر' },
  COMPROMISED: { en: 'bed-nights of places known to others', fa: 'شب‌تخت جاهای لورفته' },
  DEATH: { en: 'stays that ended with a death', fa: 'اقامت‌هایی که با درگذشت پایان یافت' },
  EXPIRED: { en: 'not answered in time', fa: 'بی‌پاسخ در مهلت' },
  RECALLED: { en: 'recalled before a decision', fa: 'بازپس‌گرفته پیش از تصمیم' },
  DISCONTINUED: { en: 'stopped after the acceptance', fa: 'متوقف پس از پذیرش' },
  NOT_AT_START: { en: 'without a level on the first day', fa: 'بدون سطح در روز نخست' },
});
export type LeftOut = CodeOf<typeof leftOut>;
