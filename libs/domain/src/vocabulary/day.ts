import { type CodeOf, codeList } from './code-list';
import { ownWork } from './tasks';

/** The order in which a day is read. */
export const dayGroup = codeList({
  DANGER: { en: 'Safety first', fa: 'اول ایمنی' },
  DUE: { en: 'Due', fa: 'موعدها' },
  WAITING: { en: 'Waiting for you', fa: 'در انتظار شما' },
  UNSIGNED: { en: 'Not yet signed', fa: 'هنوز امضا نشده' },
});
export type DayGroup = CodeOf<typeof dayGroup>;

export const dayKind = codeList({
  ENQUIRY_IN_DANGER: { en: 'An enquiry says: in danger now', fa: 'تماس اولیه‌ای می‌گوید: اکنون در خطر' },
  SAFETY_TASK: { en: 'For somebody’s safety', fa: 'برای ایمنی یک نفر' },
  OFFICE_SAFETY_TASK: { en: 'For somebody’s safety, at the office', fa: 'برای ایمنی یک نفر، در دفتر' },
  INCIDENT_ACTION: { en: 'After an incident of the office', fa: 'پس از رویدادی در دفتر' },
  FIRST_RESPONSE: { en: 'First answer to an enquiry', fa: 'نخستین پاسخ به یک تماس اولیه' },
  INTAKE: { en: 'Finish the intake', fa: 'به پایان بردن پذیرش' },
  ASSESSMENT: { en: 'Complete the assessment', fa: 'تکمیل ارزیابی' },
  PLAN: { en: 'Bring the plan into force', fa: 'به اجرا درآوردن برنامه' },
  HOLD_REVIEW: { en: 'Look again: the case is on hold', fa: 'بازبینی: پرونده در حال توقف است' },
  FAMILY_ANSWER: {
    en: 'Say it this week: so far we could not take it further',
    fa: 'این هفته بگویید: تا این‌جا نتوانستیم پیش‌تر برویم',
  },
  TASK: { en: 'Task', fa: 'کار' },
  APPOINTMENT: { en: 'Appointment', fa: 'قرار' },
  OFFICE_TASK: { en: 'Task of the office', fa: 'کار دفتر' },
  DEPUTY_NEEDED: { en: 'Name a deputy: a colleague is away', fa: 'جانشین تعیین کنید: همکاری غایب است' },
  TEAM_QUESTION: { en: 'A question before you join a case', fa: 'پرسشی پیش از پیوستن شما به یک پرونده' },
  ALLOCATION_QUESTION: { en: 'A question before a new case is given to you', fa: 'پرسشی پیش از سپردن پروندهٔ تازه به شما' },
  SPECIALIST_REQUEST: { en: 'A case team asks for your help', fa: 'تیم یک پرونده از شما کمک می‌خواهد' },
  SPECIALIST_DECLINED: { en: 'A specialty declined: read why', fa: 'بخش تخصصی نپذیرفت: دلیل را بخوانید' },
  ADMISSION: { en: 'Decide on an admission', fa: 'تصمیم دربارهٔ یک پذیرش' },
  PLAN_APPROVAL: { en: 'Approve a plan', fa: 'تأیید یک برنامه' },
  CLOSURE_APPROVAL: { en: 'Approve a closure', fa: 'تأیید بستن یک پرونده' },
  VOIDING: { en: 'A note is asked to be voided', fa: 'ابطال یک یادداشت درخواست شده است' },
  DUPLICATE: { en: 'A new enquiry may be about the same person', fa: 'شاید تماس اولیه‌ای تازه دربارهٔ همین شخص باشد' },
  ...ownWork,
  DRAFT: { en: 'Read and sign', fa: 'بخوانید و امضا کنید' },
});
export type DayKind = CodeOf<typeof dayKind>;
