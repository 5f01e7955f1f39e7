import { type CodeOf, codeList } from './code-list';

/** What a task is, as a colleague chooses it (model 2.16). */
export const taskType = codeList({
  CONTACT: { en: 'Contact the client', fa: 'تماس با مراجع' },
  FOLLOW_UP: { en: 'Follow up', fa: 'پیگیری' },
  VISIT: { en: 'Visit', fa: 'دیدار' },
  DOCUMENT: { en: 'Obtain a document', fa: 'تهیهٔ سند' },
  DEADLINE: { en: 'Legal deadline', fa: 'مهلت حقوقی' },
  APPOINTMENT: { en: 'Appointment', fa: 'قرار' },
  REVIEW_PLAN: { en: 'Review the plan', fa: 'بازبینی برنامه' },
  REVIEW_RISK: { en: 'Review the risk', fa: 'بازبینی خطر' },
  REVIEW_CONSENT: { en: 'Renew a consent', fa: 'تجدید رضایت' },
  REVIEW_MATCH: { en: 'Review a volunteer match', fa: 'بازبینی همراهی داوطلب' },
  APPROVAL: { en: 'Approve', fa: 'تأیید' },
  REFERRAL_RESPONSE: { en: 'Respond to a referral', fa: 'پاسخ به ارجاع' },
  MESSAGE_REVIEW: { en: 'Review a family message', fa: 'بازبینی پیام خانوادگی' },
  SUPERVISION: { en: 'Supervision action', fa: 'اقدام نظارتی' },
  DATA_REQUEST: { en: 'Request about personal data', fa: 'درخواست دربارهٔ دادهٔ شخصی' },
  OTHER: { en: 'Other', fa: 'سایر' },
});
export type TaskType = CodeOf<typeof taskType>;

/** Why the house itself asks for something; its words stand for a title. What colleagues set for themselves has a type alone. */
export const raisedTask = codeList({
  PLAN_RETURNED: { en: 'The plan was sent back: look at it again', fa: 'برنامه بازگردانده شد: دوباره ببینید' },
  PLAN_REVIEW: { en: 'Review the plan with the client', fa: 'بازبینی برنامه با مراجع' },
  PLAN_ACTION: { en: 'An action of the plan', fa: 'یک اقدام برنامه' },
  NEED_URGENT: { en: 'A need that cannot wait', fa: 'نیازی که نمی‌تواند منتظر بماند' },
  TASK_OVERDUE: { en: 'Long overdue: agree what happens', fa: 'بسیار دیر شده: دربارهٔ ادامه توافق کنید' },
  DEPUTY_NEEDED: { en: 'Name a deputy', fa: 'جانشین تعیین کنید' },
  RISK_REVIEW: { en: 'Review the risk', fa: 'بازبینی خطر' },
  SAFETY_PLAN: { en: 'Agree a safety plan', fa: 'توافق بر برنامهٔ ایمنی' },
  MISSED_CONTACT: { en: 'No contact within the agreed rhythm: try again', fa: 'تماسی در زمان مقرر نبود: دوباره بکوشید' },
  CONTACT_TWICE_MISSED: { en: 'No contact for two rhythms: decide what to do', fa: 'دو نوبت تماسی نبود: تصمیم بگیرید چه شود' },
  MISSING_PROTOCOL: { en: 'No contact at high risk: begin the protocol', fa: 'بی‌خبری در خطر زیاد: روند را آغاز کنید' },
  INCIDENT_ACTION: { en: 'An action after an incident', fa: 'اقدامی پس از یک رویداد' },
  CONSENT_EXPIRES: { en: 'A consent ends soon', fa: 'یک رضایت به‌زودی پایان می‌یابد' },
  CONSENT_ENDED: { en: 'A consent has ended: what rested on it has stopped', fa: 'یک رضایت پایان یافت: آنچه بر آن استوار بود متوقف شد' },
  LEGAL_BASIS_ASKED: {
    en: 'Something is to be told without consent: agree, or do not',
    fa: 'قرار است چیزی بدون رضایت گفته شود: موافقت کنید یا نکنید',
  },
  DISCLOSURE_REVIEW: { en: 'Write down a disclosure without consent', fa: 'ثبت کتبی افشای بدون رضایت' },
  OUTCOME_REVIEW: { en: 'Look at how life goes, with the client', fa: 'مرور روند زندگی با مراجع' },
  FOLLOW_UP_AFTER: { en: 'Follow up, as agreed at the closure', fa: 'پیگیری، چنان‌که هنگام بستن توافق شد' },
  DOCUMENT_EXPIRES: { en: 'A document expires soon', fa: 'اعتبار سندی به‌زودی پایان می‌یابد' },
});
export type RaisedTask = CodeOf<typeof raisedTask>;

export type TaskKind = TaskType | RaisedTask;

export const taskStatus = codeList({
  OPEN: { en: 'Open', fa: 'باز' },
  IN_PROGRESS: { en: 'In progress', fa: 'در دست انجام' },
  BLOCKED: { en: 'Blocked', fa: 'متوقف' },
  DONE: { en: 'Done', fa: 'انجام شد' },
  CANCELLED: { en: 'Cancelled', fa: 'لغو شد' },
});
export type TaskStatus = CodeOf<typeof taskStatus>;

/** Words for any kind of task. */
export const taskKindLabel = (kind: string, language: 'en' | 'fa'): string => {
  if (taskType.has(kind)) return taskType.label(kind, language);
  return raisedTask.has(kind) ? raisedTask.label(kind, language) : kind;
};
