import { type CodeOf, codeList } from './code-list';

/** Where a procedure in one country stands (model 3.2). */
export const claimState = codeList({
  PREPARING: { en: 'In preparation', fa: 'در حال آماده‌سازی' },
  MADE: { en: 'Wish expressed', fa: 'خواست اعلام شده' },
  REGISTERED: { en: 'Registered', fa: 'ثبت شده' },
  LODGED: { en: 'Lodged', fa: 'درخواست داده شده' },
  RESPONSIBILITY: { en: 'Responsible state being determined', fa: 'تعیین دولت مسئول' },
  ADMISSIBILITY: { en: 'Admissibility examined', fa: 'بررسی پذیرفتنی بودن' },
  EXAMINATION: { en: 'Being examined', fa: 'در حال بررسی' },
  INTERVIEW_SET: { en: 'Interview set', fa: 'مصاحبه تعیین شده' },
  INTERVIEWED: { en: 'Interviewed', fa: 'مصاحبه انجام شده' },
  DECIDED_POSITIVE: { en: 'Granted', fa: 'پذیرفته شده' },
  DECIDED_NEGATIVE: { en: 'Refused, may be appealed', fa: 'رد شده، قابل تجدیدنظر' },
  APPEAL_LODGED: { en: 'Appeal lodged', fa: 'تجدیدنظر خواسته شده' },
  APPEAL_HEARD: { en: 'Appeal heard', fa: 'تجدیدنظر شنیده شده' },
  FURTHER_APPEAL: { en: 'Further appeal pending', fa: 'تجدیدنظر بعدی در جریان' },
  SUSPENDED: { en: 'Suspended by the authority', fa: 'متوقف از سوی مرجع' },
  FINAL_POSITIVE: { en: 'Final: protected', fa: 'قطعی: حمایت شده' },
  FINAL_NEGATIVE: { en: 'Final: refused', fa: 'قطعی: رد شده' },
  WITHDRAWN: { en: 'Withdrawn', fa: 'پس گرفته شده' },
  TRANSFERRED_STATE: { en: 'Moved to another state', fa: 'منتقل به دولت دیگر' },
});

/** What may happen in a procedure, as a button says it. */
export const claimEvent = codeList({
  make: { en: 'Wish expressed', fa: 'خواست اعلام شد' },
  register: { en: 'Registered', fa: 'ثبت شد' },
  lodge: { en: 'Lodged', fa: 'درخواست داده شد' },
  start_responsibility: { en: 'Responsible state is determined', fa: 'تعیین دولت مسئول آغاز شد' },
  responsible_here: { en: 'This state is responsible', fa: 'همین دولت مسئول است' },
  transfer_decision: { en: 'Transfer decided', fa: 'تصمیم به انتقال' },
  start_admissibility: { en: 'Admissibility is examined', fa: 'بررسی پذیرفتنی بودن آغاز شد' },
  admissible: { en: 'Admissible', fa: 'پذیرفتنی است' },
  inadmissible: { en: 'Inadmissible', fa: 'پذیرفتنی نیست' },
  start_examination: { en: 'Examination begins', fa: 'بررسی آغاز شد' },
  set_interview: { en: 'Set interview', fa: 'تعیین مصاحبه' },
  reschedule: { en: 'Move interview', fa: 'جابه‌جایی مصاحبه' },
  held: { en: 'Interview held', fa: 'مصاحبه انجام شد' },
  decide_positive: { en: 'Grant served', fa: 'پذیرش ابلاغ شد' },
  decide_negative: { en: 'Refusal served', fa: 'رد ابلاغ شد' },
  final: { en: 'Grant is final', fa: 'پذیرش قطعی شد' },
  appeal_upgrade: { en: 'Appeal for a higher status', fa: 'تجدیدنظر برای جایگاه بالاتر' },
  lodge_appeal: { en: 'Appeal lodged', fa: 'تجدیدنظر خواسته شد' },
  lapse: { en: 'Not appealed', fa: 'تجدیدنظر خواسته نشد' },
  transfer_executed: { en: 'Transfer carried out', fa: 'انتقال انجام شد' },
  hearing_held: { en: 'Appeal heard', fa: 'تجدیدنظر شنیده شد' },
  ruling_positive: { en: 'Appeal allowed', fa: 'تجدیدنظر پذیرفته شد' },
  remitted: { en: 'Sent back', fa: 'بازگردانده شد' },
  ruling_negative: { en: 'Appeal dismissed, final', fa: 'تجدیدنظر رد شد، قطعی' },
  further_appeal: { en: 'Further appeal lodged', fa: 'تجدیدنظر بعدی خواسته شد' },
  withdraw: { en: 'Withdraw', fa: 'پس گرفتن' },
  suspend: { en: 'Suspended by the authority', fa: 'مرجع متوقف کرد' },
  resume: { en: 'Goes on', fa: 'ادامه یافت' },
  abandon: { en: 'Not pursued', fa: 'پیگیری نمی‌شود' },
  withdraw_appeal: { en: 'Withdraw the appeal', fa: 'پس گرفتن تجدیدنظر' },
});

export const procedureType = codeList({
  FIRST_APPLICATION: { en: 'First application', fa: 'درخواست نخست' },
  SUBSEQUENT: { en: 'Subsequent application', fa: 'درخواست دوباره' },
  RESPONSIBILITY: { en: 'Responsibility determination', fa: 'تعیین دولت مسئول' },
  ADMISSIBILITY: { en: 'Admissibility', fa: 'پذیرفتنی بودن' },
  ACCELERATED: { en: 'Accelerated', fa: 'شتاب‌یافته' },
  BORDER: { en: 'Border', fa: 'مرزی' },
  REGULAR: { en: 'Regular', fa: 'عادی' },
  FAMILY_REUNIFICATION: { en: 'Family reunification', fa: 'پیوستن خانواده' },
  STATELESSNESS: { en: 'Statelessness determination', fa: 'احراز بی‌تابعیتی' },
  HUMANITARIAN: { en: 'National humanitarian permit', fa: 'اقامت بشردوستانهٔ ملی' },
  TEMPORARY_PROTECTION: { en: 'Temporary protection', fa: 'حمایت موقت' },
  RESETTLEMENT: { en: 'Resettlement or relocation', fa: 'اسکان در کشور سوم' },
  UNHCR_MANDATE: { en: 'UNHCR mandate', fa: 'رسیدگی کمیساریا' },
  WITHDRAWAL_STATUS: { en: 'Status under review', fa: 'بازبینی جایگاه' },
  PERMIT_RENEWAL: { en: 'Permit renewal', fa: 'تمدید اقامت' },
  LONG_TERM_RESIDENCE: { en: 'Long-term residence', fa: 'اقامت بلندمدت' },
  NATURALISATION: { en: 'Naturalisation', fa: 'تابعیت' },
});
export type ProcedureType = CodeOf<typeof procedureType>;

export const decisionType = codeList({
  REFUGEE: { en: 'Refugee status granted', fa: 'جایگاه پناهندگی داده شد' },
  SUBSIDIARY: { en: 'Subsidiary protection granted', fa: 'حمایت تکمیلی داده شد' },
  HUMANITARIAN_NATIONAL: { en: 'National humanitarian status granted', fa: 'جایگاه بشردوستانهٔ ملی داده شد' },
  TEMP_PROTECTION: { en: 'Temporary protection granted', fa: 'حمایت موقت داده شد' },
  STATELESS_STATUS: { en: 'Stateless status granted', fa: 'جایگاه بی‌تابعیت داده شد' },
  REFUSED_MERITS: { en: 'Refused on the merits', fa: 'رد پس از بررسی ماهوی' },
  REFUSED_MANIFEST: { en: 'Refused as manifestly unfounded', fa: 'رد به‌عنوان آشکارا بی‌اساس' },
  INADMISSIBLE: { en: 'Inadmissible', fa: 'پذیرفتنی نیست' },
  TRANSFER: { en: 'Transfer to another state', fa: 'انتقال به دولت دیگر' },
  DISCONTINUED: { en: 'Discontinued', fa: 'رسیدگی پایان داده شد' },
  WITHDRAWN: { en: 'Withdrawn', fa: 'پس گرفته شد' },
  STATUS_CEASED: { en: 'Status ceased', fa: 'جایگاه پایان یافت' },
  STATUS_REVOKED: { en: 'Status revoked', fa: 'جایگاه لغو شد' },
  GRANTED_OTHER: { en: 'Granted (other procedure)', fa: 'پذیرفته شد (روند دیگر)' },
  REFUSED_OTHER: { en: 'Refused (other procedure)', fa: 'رد شد (روند دیگر)' },
});
export type DecisionType = CodeOf<typeof decisionType>;

export const appealOutcome = codeList({
  ALLOWED: { en: 'Allowed', fa: 'پذیرفته شد' },
  ANNULLED_REMITTED: { en: 'Annulled and sent back', fa: 'نقض و بازگردانده شد' },
  PARTLY_ALLOWED: { en: 'Partly allowed', fa: 'بخشی پذیرفته شد' },
  DISMISSED: { en: 'Dismissed', fa: 'رد شد' },
  INADMISSIBLE: { en: 'Inadmissible or out of time', fa: 'ناپذیرفتنی یا خارج از مهلت' },
  WITHDRAWN: { en: 'Withdrawn', fa: 'پس گرفته شد' },
  STRUCK_OUT: { en: 'Struck out', fa: 'از نوبت خارج شد' },
});
export type AppealOutcome = CodeOf<typeof appealOutcome>;

export const procedureEventType = codeList({
  APPOINTMENT: { en: 'Appointment', fa: 'قرار' },
  INTERVIEW: { en: 'Interview', fa: 'مصاحبه' },
  HEARING: { en: 'Hearing', fa: 'جلسهٔ دادرسی' },
  LETTER_RECEIVED: { en: 'Letter received', fa: 'نامه رسید' },
  LETTER_SENT: { en: 'Letter sent', fa: 'نامه فرستاده شد' },
  EVIDENCE_SUBMITTED: { en: 'Evidence submitted', fa: 'مدرک داده شد' },
  MEDICAL_EXAM: { en: 'Medical examination', fa: 'معاینهٔ پزشکی' },
  AGE_ASSESSMENT: { en: 'Age assessment', fa: 'تشخیص سن' },
  STATUS_REVIEW: { en: 'Status review', fa: 'بازبینی جایگاه' },
  OTHER: { en: 'Other', fa: 'سایر' },
});

export const serviceMethod = codeList({
  IN_PERSON: { en: 'In person', fa: 'حضوری' },
  POST: { en: 'By post', fa: 'با پست' },
  LAWYER: { en: 'Through the lawyer', fa: 'به‌وسیلهٔ وکیل' },
  ELECTRONIC: { en: 'Electronically', fa: 'الکترونیکی' },
  PUBLIC_NOTICE: { en: 'By public notice', fa: 'با آگهی' },
  FICTION: { en: 'By legal fiction', fa: 'به فرض قانونی' },
});
export type ServiceMethod = CodeOf<typeof serviceMethod>;

/** Whether an appeal stops removal. */
export const suspensiveEffect = codeList({
  AUTOMATIC: { en: 'Automatic', fa: 'خودبه‌خود' },
  ON_REQUEST: { en: 'On request', fa: 'با درخواست' },
  NO: { en: 'None', fa: 'ندارد' },
  UNKNOWN: { en: 'Unknown', fa: 'نامعلوم' },
});
export type SuspensiveEffect = CodeOf<typeof suspensiveEffect>;

/** What was recorded about it when the appeal went in. */
export const suspensiveRecorded = codeList({
  YES: { en: 'Yes', fa: 'بله' },
  NO: { en: 'No', fa: 'خیر' },
  REQUESTED: { en: 'Requested', fa: 'درخواست شد' },
});

/** By whom the person wishes to be interpreted; asked before every interview. */
export const interpreterWish = codeList({
  NO_WISH: { en: 'No wish', fa: 'فرقی نمی‌کند' },
  WOMAN: { en: 'A woman', fa: 'زن' },
  MAN: { en: 'A man', fa: 'مرد' },
});

export const legalRepCapacity = codeList({
  LAWYER_STATE: { en: 'State-funded lawyer', fa: 'وکیل دولتی' },
  LAWYER_NGO: { en: 'NGO lawyer', fa: 'وکیل سازمان مردم‌نهاد' },
  LAWYER_PRIVATE: { en: 'Private lawyer', fa: 'وکیل خصوصی' },
  LEGAL_ADVISER_OWN: { en: 'Own legal adviser', fa: 'مشاور حقوقی خودمان' },
  UNHCR_PARTNER: { en: 'UNHCR legal partner', fa: 'همکار حقوقی کمیساریا' },
  GUARDIAN: { en: 'Guardian', fa: 'سرپرست' },
});
