import { type CodeOf, codeList } from './code-list';

export const deadlineType = codeList({
  LODGE_APPLICATION: { en: 'Lodge application', fa: 'دادن درخواست' },
  SUBMIT_EVIDENCE: { en: 'Submit evidence', fa: 'دادن مدرک' },
  INTERVIEW: { en: 'Attend interview', fa: 'رفتن به مصاحبه' },
  COMMENT_TRANSCRIPT: { en: 'Comment on the transcript', fa: 'نظر دربارهٔ صورت‌جلسه' },
  APPEAL: { en: 'Lodge appeal', fa: 'خواستن تجدیدنظر' },
  APPEAL_GROUNDS: { en: 'Submit grounds', fa: 'دادن دلایل تجدیدنظر' },
  SUSPENSIVE_REQUEST: { en: 'Request suspensive effect', fa: 'درخواست تعلیق اجرا' },
  HEARING: { en: 'Attend hearing', fa: 'رفتن به جلسهٔ دادرسی' },
  FURTHER_APPEAL: { en: 'Further appeal', fa: 'تجدیدنظر بعدی' },
  FR_PRIVILEGED_WINDOW: { en: 'Family reunification on easier terms', fa: 'پیوستن خانواده با شرایط آسان‌تر' },
  PERMIT_RENEWAL: { en: 'Apply for renewal', fa: 'درخواست تمدید' },
  PERMIT_EXPIRY: { en: 'Permit expires', fa: 'پایان اعتبار اقامت' },
  REPORT_TO_AUTHORITY: { en: 'Report to authority', fa: 'مراجعه به مرجع' },
  LEAVE_COUNTRY: { en: 'Departure date set', fa: 'روز خروج تعیین شده' },
  OTHER: { en: 'Other', fa: 'سایر' },
});
export type DeadlineType = CodeOf<typeof deadlineType>;

export const deadlineState = codeList({
  OPEN: { en: 'Open', fa: 'باز' },
  MET: { en: 'Met', fa: 'رعایت شد' },
  EXTENDED: { en: 'Extended', fa: 'تمدید شد' },
  MISSED: { en: 'Missed', fa: 'از دست رفت' },
  NOT_USED: { en: 'Not used, as the client decided', fa: 'به خواست مراجع استفاده نشد' },
});

/** From what a deadline is counted. */
export const deadlineTrigger = codeList({
  MADE: { en: 'wish expressed', fa: 'اعلام خواست' },
  REGISTERED: { en: 'registered', fa: 'ثبت' },
  LODGED: { en: 'lodged', fa: 'دادن درخواست' },
  RESPONSIBILITY_STARTED: { en: 'determination begun', fa: 'آغاز تعیین دولت مسئول' },
  INTERVIEW_HELD: { en: 'interview held', fa: 'مصاحبه' },
  NEGATIVE_SERVED: { en: 'served', fa: 'ابلاغ' },
  POSITIVE_SERVED: { en: 'served', fa: 'ابلاغ' },
  RULING_SERVED: { en: 'ruling served', fa: 'ابلاغ رأی' },
  OTHER: { en: 'from', fa: 'از' },
});
export type DeadlineTrigger = CodeOf<typeof deadlineTrigger>;

export const deadlineUnit = codeList({
  CALENDAR_DAYS: { en: 'Calendar days', fa: 'روز تقویمی' },
  WORKING_DAYS: { en: 'Working days', fa: 'روز کاری' },
  WEEKS: { en: 'Weeks', fa: 'هفته' },
  MONTHS: { en: 'Months', fa: 'ماه' },
});

export const deadlineRoll = codeList({
  NEXT: { en: 'Next working day', fa: 'روز کاری بعد' },
  PREVIOUS: { en: 'Previous working day', fa: 'روز کاری پیش' },
  NONE: { en: 'No change', fa: 'بدون تغییر' },
});

/** Why no day is reckoned: then a lawyer is asked today (R-AS-03). */
export const reckoningGap = codeList({
  RULE_MISSING: { en: 'The rule of this country is not known.', fa: 'قاعدهٔ این کشور دانسته نیست.' },
  RULE_UNVERIFIED: { en: 'No lawyer has verified the rule of this country.', fa: 'هیچ حقوق‌دانی قاعدهٔ این کشور را تأیید نکرده است.' },
  FICTION_UNVERIFIED: {
    en: 'No lawyer has verified how this way of serving counts here.',
    fa: 'هیچ حقوق‌دانی تأیید نکرده است که این شیوهٔ ابلاغ اینجا چگونه به شمار می‌آید.',
  },
  CALENDAR_UNVERIFIED: {
    en: 'No lawyer has verified weekend and holidays of this country.',
    fa: 'هیچ حقوق‌دانی آخر هفته و تعطیلات این کشور را تأیید نکرده است.',
  },
  HOLIDAYS_UNKNOWN: { en: 'The holidays of that year are not known yet.', fa: 'تعطیلات آن سال هنوز دانسته نیست.' },
});
export type ReckoningGap = CodeOf<typeof reckoningGap>;

/** Why a deadline was reckoned anew. */
export const reckonedBecause = codeList({
  FIRST: { en: 'First reckoning', fa: 'نخستین محاسبه' },
  SERVICE_CHANGED: { en: 'The day of service was corrected', fa: 'روز ابلاغ تصحیح شد' },
  RULE_CHANGED: { en: 'The rule has a new version', fa: 'قاعده نسخهٔ تازه دارد' },
  ENTERED: { en: 'Entered by the legal team', fa: 'تیم حقوقی وارد کرد' },
});
export type ReckonedBecause = CodeOf<typeof reckonedBecause>;

export const missedRemedy = codeList({
  RESTITUTION: { en: 'Restitution asked for', fa: 'اعادهٔ مهلت درخواست شد' },
  LATE_APPEAL: { en: 'Appeal lodged late', fa: 'تجدیدنظر با تأخیر داده شد' },
  NONE: { en: 'No remedy', fa: 'راهی نماند' },
});

export const permitType = codeList({
  ASYLUM_CERT: { en: 'Certificate during the procedure', fa: 'گواهی زمان رسیدگی' },
  REFUGEE_PERMIT: { en: 'Refugee residence permit', fa: 'اقامت پناهندگی' },
  SUBSIDIARY_PERMIT: { en: 'Subsidiary protection permit', fa: 'اقامت حمایت تکمیلی' },
  HUMANITARIAN_PERMIT: { en: 'Humanitarian permit', fa: 'اقامت بشردوستانه' },
  TEMP_PERMIT: { en: 'Temporary residence permit', fa: 'اقامت موقت' },
  TOLERATED: { en: 'Tolerated stay', fa: 'ماندن با مدارا' },
  WORK_PERMIT: { en: 'Work permit', fa: 'پروانهٔ کار' },
  FAMILY_PERMIT: { en: 'Family member permit', fa: 'اقامت عضو خانواده' },
  LONG_TERM: { en: 'Long-term residence', fa: 'اقامت بلندمدت' },
  TRAVEL_DOC_1951: { en: '1951 Convention travel document', fa: 'سند سفر کنوانسیون ۱۹۵۱' },
  TRAVEL_DOC_1954: { en: '1954 Convention travel document', fa: 'سند سفر کنوانسیون ۱۹۵۴' },
  ALIEN_PASSPORT: { en: 'Alien’s passport', fa: 'گذرنامهٔ بیگانگان' },
  OTHER: { en: 'Other', fa: 'سایر' },
});
export type PermitType = CodeOf<typeof permitType>;

export const permitState = codeList({
  VALID: { en: 'Valid', fa: 'معتبر' },
  EXPIRING: { en: 'Expires within 90 days', fa: 'تا ۹۰ روز دیگر پایان می‌یابد' },
  RENEWAL_LODGED: { en: 'Renewal lodged', fa: 'تمدید خواسته شده' },
  SUCCEEDED: { en: 'Followed by another', fa: 'دیگری جای آن را گرفته' },
  EXPIRED: { en: 'Expired', fa: 'پایان یافته' },
  WITHDRAWN: { en: 'Withdrawn by the authority', fa: 'مرجع پس گرفته' },
});
export type PermitState = CodeOf<typeof permitState>;

export const profileKind = codeList({
  STAGES: { en: 'Stages used', fa: 'مرحله‌های رایج' },
  DEADLINE_RULE: { en: 'Deadline rule', fa: 'قاعدهٔ مهلت' },
  SERVICE_FICTION: { en: 'When service counts', fa: 'ابلاغ از کی به شمار می‌آید' },
  HOLIDAYS: { en: 'Public holidays', fa: 'تعطیلات رسمی' },
  WEEKEND: { en: 'Weekend', fa: 'آخر هفته' },
  TIME_ZONE: { en: 'Time zone', fa: 'منطقهٔ زمانی' },
  PERMIT_TYPE: { en: 'Permit', fa: 'اقامت' },
  AUTHORITY: { en: 'Authority', fa: 'مرجع' },
  LEGAL_AID: { en: 'Legal aid', fa: 'کمک حقوقی' },
  RIGHT_TO_WORK: { en: 'Right to work', fa: 'حق کار' },
});
export type ProfileKind = CodeOf<typeof profileKind>;
