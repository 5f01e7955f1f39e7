import { type CodeOf, codeList } from './code-list';

/** Parts of a life that a goal may be about (model 2.11). */
export const outcomeDomain = codeList({
  D01: { en: 'Legal status and documents', fa: 'وضعیت حقوقی و مدارک' },
  D02: { en: 'Housing', fa: 'مسکن' },
  D03: { en: 'Personal safety', fa: 'امنیت شخصی' },
  D04: { en: 'Income and money', fa: 'درآمد و پول' },
  D05: { en: 'Work', fa: 'کار' },
  D06: { en: 'Education and qualifications', fa: 'تحصیل و مدارک تحصیلی' },
  D07: { en: 'Language and communication', fa: 'زبان و ارتباط' },
  D08: { en: 'Physical health and access to care', fa: 'سلامت جسم و دسترسی به درمان' },
  D09: { en: 'Psychological wellbeing', fa: 'حال روانی' },
  D10: { en: 'Family and close relationships', fa: 'خانواده و روابط نزدیک' },
  D11: { en: 'Social connections and community', fa: 'پیوندهای اجتماعی' },
  D12: { en: 'Autonomy and daily living', fa: 'استقلال و زندگی روزمره' },
});
export type OutcomeDomain = CodeOf<typeof outcomeDomain>;

/** How somebody stands in one of them. */
export const outcomeLevel = codeList({
  '1': { en: 'Crisis', fa: 'بحران' },
  '2': { en: 'Vulnerable', fa: 'آسیب‌پذیر' },
  '3': { en: 'Stabilising', fa: 'رو به ثبات' },
  '4': { en: 'Settling', fa: 'در حال جا افتادن' },
  '5': { en: 'Independent', fa: 'مستقل' },
});
export type OutcomeLevel = CodeOf<typeof outcomeLevel>;

export const goalStatus = codeList({
  PROPOSED: { en: 'Proposed', fa: 'پیشنهادشده' },
  AGREED: { en: 'Agreed', fa: 'توافق‌شده' },
  IN_PROGRESS: { en: 'In progress', fa: 'در دست انجام' },
  ACHIEVED: { en: 'Achieved', fa: 'به‌دست‌آمده' },
  PARTLY: { en: 'Partly achieved', fa: 'تا اندازه‌ای' },
  NOT_ACHIEVED: { en: 'Not achieved', fa: 'به دست نیامد' },
  DROPPED: { en: 'The client let it go', fa: 'مراجع کنار گذاشت' },
  SUPERSEDED: { en: 'Superseded', fa: 'جایگزین‌شده' },
});
export type GoalStatus = CodeOf<typeof goalStatus>;

export const actionType = codeList({
  INFORMATION: { en: 'Information', fa: 'آگاهی‌رسانی' },
  ACCOMPANY: { en: 'Accompaniment', fa: 'همراهی' },
  INTERPRET: { en: 'Interpretation', fa: 'ترجمهٔ شفاهی' },
  LEGAL_ADVICE: { en: 'Legal advice / representation', fa: 'مشاوره یا وکالت حقوقی' },
  DOC_RECOVERY: { en: 'Recover or replace documents', fa: 'بازیابی یا تعویض مدارک' },
  HOUSING_SEARCH: { en: 'Housing search', fa: 'جست‌وجوی مسکن' },
  CASH_KIND: { en: 'Cash or in-kind help', fa: 'کمک نقدی یا جنسی' },
  HEALTH_REG: { en: 'Health registration / appointment', fa: 'ثبت‌نام یا نوبت درمان' },
  COUNSELLING: { en: 'Counselling', fa: 'مشاوره' },
  PEER_SUPPORT: { en: 'Peer or group support', fa: 'همیاری همتایان یا گروهی' },
  LANGUAGE: { en: 'Language course', fa: 'کلاس زبان' },
  TRAINING: { en: 'Vocational training', fa: 'آموزش حرفه‌ای' },
  JOB_SEARCH: { en: 'Job search', fa: 'جست‌وجوی کار' },
  QUAL_RECOG: { en: 'Recognition of qualifications', fa: 'به‌رسمیت‌شناسی مدارک تحصیلی' },
  BANKING: { en: 'Bank account / budgeting', fa: 'حساب بانکی و بودجه' },
  DIGITAL: { en: 'Digital skills / device', fa: 'مهارت یا دستگاه دیجیتال' },
  TRACING: { en: 'Tracing', fa: 'جست‌وجوی خانواده' },
  MEDIATION: { en: 'Family mediation', fa: 'میانجی‌گری خانوادگی' },
  VOLUNTEER: { en: 'Volunteer match', fa: 'همراه داوطلب' },
  REFERRAL: { en: 'External referral', fa: 'ارجاع به بیرون' },
  SAFETY: { en: 'Safety measure', fa: 'اقدام ایمنی' },
  OTHER: { en: 'Other', fa: 'سایر' },
});
export type ActionType = CodeOf<typeof actionType>;

export const actionStatus = codeList({
  PLANNED: { en: 'Planned', fa: 'برنامه‌ریزی‌شده' },
  IN_PROGRESS: { en: 'In progress', fa: 'در دست انجام' },
  DONE: { en: 'Done', fa: 'انجام شد' },
  BLOCKED: { en: 'Blocked', fa: 'متوقف' },
  CANCELLED: { en: 'Cancelled', fa: 'لغو شد' },
});
export type ActionStatus = CodeOf<typeof actionStatus>;

/** The person’s part in making the plan. */
export const clientParticipation = codeList({
  FULL: { en: 'Full', fa: 'کامل' },
  PARTLY: { en: 'Partly', fa: 'تا اندازه‌ای' },
  NO: { en: 'No, with the reason', fa: 'نه (با دلیل)' },
});
export type ClientParticipation = CodeOf<typeof clientParticipation>;

/** Whether the person agrees with it. */
export const clientAgreement = codeList({
  AGREED: { en: 'Agreed', fa: 'موافق' },
  AGREED_PART: { en: 'Agreed in part', fa: 'موافق با بخشی' },
  NOT_AGREED: { en: 'Not agreed', fa: 'ناموافق' },
});
export type ClientAgreement = CodeOf<typeof clientAgreement>;

/** In which way the person holds a copy: only where that is safe. */
export const planCopy = codeList({
  NO: { en: 'No copy', fa: 'نه' },
  PAPER: { en: 'Paper', fa: 'روی کاغذ' },
  MEMORISED: { en: 'Memorised', fa: 'به خاطر سپرده' },
  SAFE_DEVICE: { en: 'On a safe device', fa: 'روی دستگاه امن' },
});
export type PlanCopy = CodeOf<typeof planCopy>;

/** Of a version of the plan. */
export const planState = codeList({
  DRAFT: { en: 'Draft', fa: 'پیش‌نویس' },
  SUBMITTED: { en: 'Submitted', fa: 'ارائه‌شده' },
  APPROVED: { en: 'Approved', fa: 'تأییدشده' },
  SUPERSEDED: { en: 'Superseded', fa: 'جایگزین‌شده' },
});
export type PlanState = CodeOf<typeof planState>;

/** Who does an action of the plan. */
export const actionOwner = codeList({
  CLIENT: { en: 'The client', fa: 'خود مراجع' },
  STAFF: { en: 'A colleague', fa: 'یک همکار' },
  PARTNER: { en: 'A partner', fa: 'همکار بیرونی' },
  VOLUNTEER: { en: 'A volunteer', fa: 'داوطلب' },
});
export type ActionOwner = CodeOf<typeof actionOwner>;
