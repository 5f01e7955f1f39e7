import { type CodeOf, codeList } from './code-list';

/** What a task is, as a colleague chooses it (model 2.16). */
export const taskType = codeList({
  CONTACT: { en: 'Contact the client', fa: 'تماس با مراجع' },
  FOLLOW_UP: { en: 'Follow up', fa: 'پیگیری' },
  VISIT: { en: 'Visit', fa: 'بازدید' },
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

/** What a counsellor, or whoever leads them, is late with. */
const late = {
  NOTE_UNSIGNED: {
    en: 'A counselling note has waited 72 hours for your signature',
    fa: 'یادداشت مشاوره‌ای ۷۲ ساعت در انتظار امضای شماست',
  },
  NOTE_UNSIGNED_LEAD: {
    en: 'A counselling note was not signed for 7 days: ask its author',
    fa: 'یادداشت مشاوره‌ای ۷ روز امضا نشده: از نویسنده بپرسید',
  },
  SUPERVISION_MISSING: {
    en: 'No supervision of a counsellor for 45 days: agree on a day',
    fa: 'مشاوری ۴۵ روز سرپرستی نداشته: روزی را توافق کنید',
  },
  COUNSELLING_TALK: {
    en: 'Consent to counselling has ended: talk about what follows',
    fa: 'رضایت به مشاوره پایان یافت: دربارهٔ ادامه گفت‌وگو کنید',
  },
} as const;
/** What has a day ahead. */
const ahead = {
  COUNSELLING_TRIAGE: { en: 'Look at a request for counselling', fa: 'یک درخواست مشاوره را ببینید' },
  COUNSELLING_URGENT: { en: 'Urgent in counselling: reach the person', fa: 'فوری در مشاوره: با شخص تماس بگیرید' },
  COUNSELLING_CHECK_IN: { en: 'Ask somebody who waits for counselling how they are', fa: 'از کسی که در انتظار مشاوره است احوال بپرسید' },
  COUNSELLING_FIRST_SESSION: { en: 'Agree the first session', fa: 'قرار نخستین جلسه را بگذارید' },
  COUNSELLING_SESSION: { en: 'A session: afterwards say who came', fa: 'یک جلسه: پس از آن بنویسید چه کسی آمد' },
  COUNSELLING_REVIEW: { en: 'Review counselling with the client', fa: 'بازبینی مشاوره با مراجع' },
  COUNSELLING_ENDING: { en: 'Write an ending summary', fa: 'یک خلاصهٔ پایانی بنویسید' },
} as const;
/** What somebody is to do about their own work; of no case, read by them alone. */
export const ownWork = { ...late, ...ahead } as const;
export type LateWork = keyof typeof late;
export type WorkAhead = keyof typeof ahead;
export type OwnWorkTask = LateWork | WorkAhead;

/** Why the house itself asks for something; its words stand for a title. What colleagues set for themselves has a type alone. */
export const raisedTask = codeList({
  ...ownWork,
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
  DISCLOSURE_REVIEW: {
    en: 'You were named as having agreed to tell something without consent: say whether you did',
    fa: 'نوشته‌اند شما پذیرفته‌اید چیزی بدون رضایت گفته شود: بگویید پذیرفته‌اید یا نه',
  },
  LEGAL_BASIS_OBJECTED: {
    en: 'The second person had not agreed to tell something without consent: see what was told',
    fa: 'نفر دوم نپذیرفته بود چیزی بدون رضایت گفته شود: ببینید چه گفته شده است',
  },
  OUTCOME_REVIEW: { en: 'Look at how life goes, with the client', fa: 'مرور روند زندگی با مراجع' },
  FOLLOW_UP_AFTER: { en: 'Follow up, as agreed at the closure', fa: 'پیگیری، چنان‌که هنگام بستن توافق شد' },
  ASK_LAWYER: { en: 'Ask a lawyer today: a deadline has no day yet', fa: 'امروز از یک وکیل بپرسید: مهلتی هنوز روز ندارد' },
  DEADLINE_OPENED: { en: 'A refusal was served: see to the deadline', fa: 'رد ابلاغ شد: به مهلت رسیدگی کنید' },
  DEADLINE_NEAR: { en: 'A legal deadline is near', fa: 'مهلتی حقوقی نزدیک است' },
  DEADLINE_NEAR_OFFICE: { en: 'A legal deadline is near: see that it is kept', fa: 'مهلتی حقوقی نزدیک است: ببینید رعایت شود' },
  DEADLINE_OVERDUE: { en: 'A legal deadline has passed', fa: 'مهلتی حقوقی گذشته است' },
  DEADLINE_OVERDUE_OFFICE: { en: 'A legal deadline has passed: decide what happens', fa: 'مهلتی حقوقی گذشته است: تصمیم بگیرید چه شود' },
  DEADLINE_MISSED: { en: 'Review a missed deadline: who knew, what remedy', fa: 'بازبینی مهلت از دست رفته: که می‌دانست، چه راهی هست' },
  DEADLINE_RECKONED: { en: 'A deadline was reckoned anew: look at the day', fa: 'مهلتی از نو محاسبه شد: روز آن را ببینید' },
  INTERVIEW_PREPARE: { en: 'Prepare the interview with the client', fa: 'آماده‌سازی مصاحبه با مراجع' },
  INTERVIEW_ACCOMPANY: { en: 'Offer to go along to the interview', fa: 'پیشنهاد همراهی در مصاحبه' },
  INTERVIEW_REMIND: { en: 'Remind the client of the interview, in the agreed way', fa: 'یادآوری مصاحبه به مراجع، به راه توافق‌شده' },
  INTERVIEW_CHECK_IN: { en: 'Ask how the client is after the interview', fa: 'احوال‌پرسی از مراجع پس از مصاحبه' },
  TRANSLATE_DECISION: { en: 'Translate the decision for the client', fa: 'ترجمهٔ تصمیم برای مراجع' },
  OPTIONS_TALK: { en: 'Talk with the client about what can be done now', fa: 'گفت‌وگو با مراجع دربارهٔ راه‌های پیش رو' },
  FAMILY_TO_BRING: { en: 'Is there family to bring?', fa: 'آیا خانواده‌ای هست که بیاید؟' },
  STATUS_OUTCOME: { en: 'Look at the outcomes: legal status', fa: 'نگاه به پیامدها: وضعیت حقوقی' },
  PARTNER_IN_NEW_STATE: { en: 'Find a partner where the client goes', fa: 'یافتن همکار در جایی که مراجع می‌رود' },
  PERMIT_AWAITED: { en: 'Enter the paper when it is there', fa: 'سند را وقتی رسید وارد کنید' },
  PERMIT_ENDS: { en: 'A permit ends: see to the renewal', fa: 'اعتبار اقامت پایان می‌یابد: تمدید را پیگیری کنید' },
  PERMIT_LAPSED: { en: 'A permit ended and nothing follows: need, and risk', fa: 'اقامت پایان یافت و چیزی در پی نیست: نیاز، و خطر' },
  HOUSING_OFFER_OVER: {
    en: 'An offer of a place ran out: talk about another',
    fa: 'مهلت پیشنهاد یک جا گذشت: دربارهٔ جای دیگر گفت‌وگو کنید',
  },
  HOUSING_TALK: { en: 'Two places were declined: talk about what would suit', fa: 'دو جا پذیرفته نشد: دربارهٔ جای مناسب گفت‌وگو کنید' },
  HOUSING_CONSENT_TALK: {
    en: 'Consent about housing has ended: talk about what follows',
    fa: 'رضایت دربارهٔ مسکن پایان یافت: دربارهٔ ادامه گفت‌وگو کنید',
  },
  HOUSING_EMERGENCY: {
    en: 'Somebody moved in at once: take note as coordinator',
    fa: 'کسی بی‌درنگ جای داده شد: به‌عنوان هماهنگ‌کننده ببینید',
  },
  HOUSING_REVIEW: { en: 'Look at the emergency place again', fa: 'جای اضطراری را دوباره ببینید' },
  HOUSING_VISIT: { en: 'Visit after moving in', fa: 'دیدار پس از نقل مکان' },
  HOUSING_OUTCOME: { en: 'How the person lives now: record it as an outcome', fa: 'وضع کنونی مسکن را به‌عنوان نتیجه ثبت کنید' },
  HOUSING_NEXT: { en: 'A stay ends soon: plan what comes next', fa: 'اقامتی به‌زودی پایان می‌یابد: جای بعدی را برنامه‌ریزی کنید' },
  HOUSING_NEXT_LATE: { en: 'A stay ends in two weeks and nothing is planned', fa: 'اقامتی تا دو هفته دیگر پایان می‌یابد و برنامه‌ای نیست' },
  HOUSING_LEAVING: { en: 'The day of moving out: keys and inventory', fa: 'روز رفتن: کلید و فهرست وسایل' },
  HOUSING_FOLLOW_UP: { en: 'After moving out: ask how it goes', fa: 'پس از رفتن: بپرسید اوضاع چگونه است' },
  REFERRAL_CONSENT: { en: 'Ask the client whether a referral may be sent', fa: 'از مراجع بپرسید ارجاع فرستاده شود یا نه' },
  REFERRAL_APPROVAL: {
    en: 'Something restricted is to go to a partner: agree, or do not',
    fa: 'قرار است چیزی محدودشده به همکار بیرونی برود: موافقت کنید یا نکنید',
  },
  REFERRAL_QUESTION: { en: 'A partner asks: answer', fa: 'همکار بیرونی پرسشی دارد: پاسخ دهید' },
  REFERRAL_ACCEPTED: { en: 'A partner accepted: tell the client', fa: 'همکار بیرونی پذیرفت: به مراجع بگویید' },
  REFERRAL_DECLINED: { en: 'A partner declined: look for another', fa: 'همکار بیرونی نپذیرفت: دنبال دیگری بگردید' },
  REFERRAL_STOPPED: { en: 'A referral stopped: talk about what follows', fa: 'ارجاعی متوقف شد: دربارهٔ ادامه گفت‌وگو کنید' },
  REFERRAL_COMPLETED: { en: 'A referral is completed: ask the client how it went', fa: 'ارجاعی پایان یافت: از مراجع بپرسید چگونه بود' },
  REFERRAL_UNOPENED: { en: 'A partner has not opened a referral: call', fa: 'همکار بیرونی ارجاعی را نگشوده است: تماس بگیرید' },
  REFERRAL_UNANSWERED: {
    en: 'A partner did not answer in time: decide what happens',
    fa: 'همکار بیرونی به‌موقع پاسخ نداد: تصمیم بگیرید چه شود',
  },
  REFERRAL_SILENT: { en: 'A partner has not reported: remind it', fa: 'همکار بیرونی گزارشی نداده: یادآوری کنید' },
  REFERRAL_SILENT_OFFICE: { en: 'A partner has not reported for a month', fa: 'همکار بیرونی یک ماه است گزارشی نداده' },
  REFERRAL_MEETING: {
    en: 'A partner is silent for two months: meet whoever leads it',
    fa: 'همکار بیرونی دو ماه خاموش است: با مسئول آن دیدار کنید',
  },
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
