import type { ReferralItem } from '../referrals/package-items';
import type { ReferralEvent, ReferralState } from '../referrals/referral.process';
import type { ReferralUrgency } from '../referrals/referral.rules';
import { type CodeOf, codeList } from './code-list';

export const referralKind = codeList({
  REFERRAL: { en: 'Referral (we keep the case)', fa: 'ارجاع (پرونده نزد ما می‌ماند)' },
  JOINT: { en: 'Joint work', fa: 'کار مشترک' },
  TRANSFER: { en: 'Transfer of the case', fa: 'انتقال پرونده' },
  INFO_REQUEST: { en: 'Request for information', fa: 'درخواست اطلاعات' },
});
export type ReferralKind = CodeOf<typeof referralKind>;
/** What can be begun: work together is not built. */
export const BEGUN_KINDS: readonly ReferralKind[] = ['REFERRAL', 'TRANSFER', 'INFO_REQUEST'];

export const referralUrgency = codeList<ReferralUrgency>({
  EMERGENCY: { en: 'Emergency (24 hours)', fa: 'اضطراری (۲۴ ساعت)' },
  URGENT: { en: 'Urgent (72 hours)', fa: 'فوری (۷۲ ساعت)' },
  ROUTINE: { en: 'Routine (14 days)', fa: 'عادی (۱۴ روز)' },
});

export const referralState = codeList<ReferralState>({
  DRAFT: { en: 'Being prepared', fa: 'در حال آماده‌سازی' },
  AWAITING_CONSENT: { en: 'Waits for the client’s consent', fa: 'در انتظار رضایت مراجع' },
  READY: { en: 'Ready to send', fa: 'آمادهٔ ارسال' },
  SENT: { en: 'Sent', fa: 'ارسال‌شده' },
  RECEIVED: { en: 'Opened by the partner', fa: 'گشوده‌شده نزد همکار' },
  INFO_REQUESTED: { en: 'The partner asks', fa: 'همکار پرسشی دارد' },
  ACCEPTED: { en: 'Accepted', fa: 'پذیرفته‌شده' },
  IN_SERVICE: { en: 'Service started', fa: 'خدمت آغاز شده' },
  COMPLETED: { en: 'Completed', fa: 'پایان‌یافته با نتیجه' },
  DECLINED: { en: 'Declined by the partner', fa: 'ردشده از سوی همکار' },
  EXPIRED: { en: 'No answer in time', fa: 'بی‌پاسخ در مهلت' },
  REVOKED: { en: 'Recalled', fa: 'بازپس‌گرفته' },
  DISCONTINUED: { en: 'Accepted, then stopped', fa: 'پذیرفته و سپس متوقف‌شده' },
});

export const referralEvent = codeList<ReferralEvent>({
  request_consent: { en: 'Ask for consent', fa: 'درخواست رضایت' },
  ready: { en: 'Ready to send', fa: 'آمادهٔ ارسال' },
  cancel: { en: 'Cancel', fa: 'لغو' },
  consent_given: { en: 'Consent given', fa: 'رضایت داده شد' },
  consent_refused: { en: 'Consent refused', fa: 'رضایت داده نشد' },
  send: { en: 'Send', fa: 'ارسال' },
  acknowledge: { en: 'Opened for the first time', fa: 'نخستین گشودن' },
  expire: { en: 'Time ran out', fa: 'پایان مهلت' },
  revoke: { en: 'Recall', fa: 'بازپس‌گیری' },
  ask: { en: 'Ask', fa: 'پرسش' },
  accept: { en: 'Accept', fa: 'پذیرش' },
  decline: { en: 'Decline', fa: 'رد' },
  answer: { en: 'Answer', fa: 'پاسخ' },
  start: { en: 'Start of service', fa: 'آغاز خدمت' },
  discontinue: { en: 'Recall', fa: 'بازپس‌گیری' },
  complete: { en: 'Complete', fa: 'پایان با نتیجه' },
});

/** What stands in the history of a referral besides the steps of its drawing. */
export const referralNoted = codeList({
  create: { en: 'Begun', fa: 'آغاز' },
  supplement: { en: 'Something more was sent', fa: 'ارسال تکمیلی' },
  identity: { en: 'The name was sent again', fa: 'نام دوباره فرستاده شد' },
  report: { en: 'Report', fa: 'گزارش' },
  meet: { en: 'Hand-over meeting', fa: 'جلسهٔ سپردن پرونده' },
  'confirm-deletion': { en: 'They said what they deleted', fa: 'گفتند چه پاک کردند' },
  'hear-deletion': { en: 'Heard from them by telephone what they deleted', fa: 'تلفنی از آن‌ها شنیده شد چه پاک کردند' },
});

export const referralDeclineReason = codeList({
  NO_CAPACITY: { en: 'No capacity', fa: 'نبود ظرفیت' },
  NOT_ELIGIBLE: { en: 'Not eligible', fa: 'واجد شرایط نیست' },
  OUT_OF_AREA: { en: 'Outside the area', fa: 'بیرون از محدوده' },
  WRONG_SERVICE: { en: 'Wrong service', fa: 'خدمت نادرست' },
  CONFLICT: { en: 'Conflict of interest', fa: 'تعارض منافع' },
  INSUFFICIENT_INFO: { en: 'Not enough information', fa: 'اطلاعات ناکافی' },
  CLIENT_DECLINED: { en: 'The client declined', fa: 'مراجع نخواست' },
  CANNOT_CONTACT: { en: 'Could not contact the client safely', fa: 'تماس امن با مراجع ممکن نشد' },
  OTHER: { en: 'Other', fa: 'سایر' },
});
export type ReferralDeclineReason = CodeOf<typeof referralDeclineReason>;

export const referralOutcome = codeList({
  SERVICE_COMPLETED: { en: 'Service completed', fa: 'خدمت کامل شد' },
  SERVICE_ONGOING: { en: 'Service goes on, referral closed by agreement', fa: 'خدمت ادامه دارد، ارجاع با توافق بسته شد' },
  PARTIAL: { en: 'Partly provided', fa: 'بخشی ارائه شد' },
  NOT_PROVIDED: { en: 'Not provided after acceptance', fa: 'پس از پذیرش ارائه نشد' },
  CLIENT_STOPPED: { en: 'The client stopped', fa: 'مراجع متوقف کرد' },
  LOST_CONTACT: { en: 'Contact lost', fa: 'تماس قطع شد' },
});
export type ReferralOutcome = CodeOf<typeof referralOutcome>;

/** Why a referral, or one of its packages, is over. */
export const referralEndReason = codeList({
  CANCELLED: { en: 'Cancelled before it was sent', fa: 'پیش از ارسال لغو شد' },
  CONSENT_REFUSED: { en: 'The client did not agree', fa: 'مراجع موافقت نکرد' },
  CONSENT_GONE: { en: 'The consent no longer holds', fa: 'رضایت دیگر برقرار نیست' },
  RECALLED: { en: 'Recalled by us', fa: 'ما بازپس گرفتیم' },
  PARTNER_SUSPENDED: { en: 'The work with the partner is suspended', fa: 'همکاری با سازمان همکار معلق است' },
  STOPPED: { en: 'Stopped by the partner', fa: 'همکار متوقف کرد' },
  NO_ANSWER: { en: 'No answer in time', fa: 'بی‌پاسخ در مهلت' },
  DECLINED: { en: 'Declined by the partner', fa: 'همکار نپذیرفت' },
  COMPLETED: { en: 'Completed', fa: 'پایان‌یافته' },
  EXPIRED: { en: 'The time to read it is over', fa: 'مهلت خواندن گذشت' },
});
export type ReferralEndReason = CodeOf<typeof referralEndReason>;

/** What goes into a package, each under the code by which a consent names it. */
export const referralItem = codeList<ReferralItem>({
  PSEUDONYM: { en: 'Pseudonym', fa: 'نام مستعار' },
  AGE_LANGUAGES: { en: 'Age band, sex, languages', fa: 'گروه سنی، جنسیت، زبان‌ها' },
  REQUEST: { en: 'What the person wants', fa: 'خواستهٔ شخص' },
  WORK_DONE: { en: 'What has been done', fa: 'کارهای انجام‌شده' },
  SAFETY: { en: 'Safety information', fa: 'اطلاعات ایمنی' },
  CONTACT_RULES: { en: 'How they may be contacted', fa: 'چگونگی تماس' },
  GUARDIAN: { en: 'Who cares for them or speaks for them', fa: 'چه کسی سرپرست او یا سخنگوی اوست' },
  BIRTH: { en: 'Date of birth', fa: 'تاریخ تولد' },
  NEEDS: { en: 'Needs', fa: 'نیازها' },
  HEALTH: { en: 'Health information', fa: 'اطلاعات سلامت' },
  DOCUMENTS: { en: 'Selected documents', fa: 'مدارک انتخاب‌شده' },
  LEGAL_STATUS: { en: 'Legal status and deadlines', fa: 'وضعیت حقوقی و مهلت‌ها' },
  ADDRESS: { en: 'Address', fa: 'نشانی' },
  DEPENDANTS: { en: 'People who depend on them', fa: 'افراد تحت تکفل' },
  NAME: { en: 'Name and agreed way of contact', fa: 'نام و راه تماس توافق‌شده' },
});

/** Why something cannot be ticked, or why nothing can be sent to a partner now. */
export const referralGap = codeList({
  NOT_CONSENTED: { en: 'Not in the consent', fa: 'در رضایت نیامده' },
  NOT_FOR_SERVICE: { en: 'Only for housing or safety', fa: 'تنها برای مسکن یا ایمنی' },
  AFTER_ACCEPTANCE: { en: 'Goes by itself once the partner has accepted', fa: 'پس از پذیرش همکار خودبه‌خود فرستاده می‌شود' },
  NOTHING_RECORDED: { en: 'Nothing recorded', fa: 'چیزی ثبت نشده' },
  NOT_YOURS: { en: 'Not among what you read', fa: 'در میان آنچه می‌خوانید نیست' },
  WAITS_FOR_SCAN: { en: 'Waits for the scanner, or was blocked', fa: 'در انتظار بررسی یا مسدود است' },
  TOO_LARGE: { en: 'Too large for a package', fa: 'برای بسته بسیار بزرگ است' },
  NOT_ACTIVE: { en: 'The partner is not active', fa: 'همکار فعال نیست' },
  NOT_OFFERED: { en: 'Does not offer this service', fa: 'این خدمت را ندارد' },
  AGREEMENT: { en: 'No agreement in force', fa: 'توافق‌نامه برقرار نیست' },
  NO_KEY: { en: 'The partner has no key yet', fa: 'همکار هنوز کلید ندارد' },
  KEY_NOT_CONFIRMED: { en: 'The partner’s key waits for the telephone', fa: 'کلید همکار در انتظار تأیید تلفنی است' },
});
export type ReferralGap = CodeOf<typeof referralGap>;

/** Why the name cannot go to a partner once more now: what is so, and what can be done. */
export const nameGap = codeList({
  NOT_ACCEPTED: { en: 'It goes by itself once they have accepted.', fa: 'پس از پذیرش آن‌ها خودبه‌خود فرستاده می‌شود.' },
  OVER: { en: 'This referral is over; nothing more goes to them.', fa: 'این ارجاع پایان یافته است؛ دیگر چیزی برایشان فرستاده نمی‌شود.' },
  HANDED_OVER: { en: 'The case was handed over and is their own now.', fa: 'پرونده سپرده شده و اکنون از آنِ خودشان است.' },
  CASE_CLOSED: { en: 'The case is closed; nothing more is told of it.', fa: 'پرونده بسته است؛ دیگر چیزی از آن گفته نمی‌شود.' },
  NOT_YOURS: {
    en: 'Name and way of contact are not among what you read. A colleague who reads them can send it.',
    fa: 'نام و راه تماس در میان آنچه می‌خوانید نیست. همکاری که آن‌ها را می‌خواند می‌تواند بفرستد.',
  },
  NOT_OFFERED: { en: 'They do not offer this service any more.', fa: 'آن‌ها دیگر این خدمت را ندارند.' },
  NOT_ACTIVE: {
    en: 'The work with this partner rests. Nothing goes there until it is taken up again.',
    fa: 'همکاری با این سازمان متوقف است. تا از سر گرفته نشود چیزی آنجا فرستاده نمی‌شود.',
  },
  AGREEMENT: {
    en: 'The agreement with them is not in force. Once a coordinator has renewed it, the name can go.',
    fa: 'توافق‌نامه با آن‌ها برقرار نیست. هنگامی که هماهنگ‌کننده آن را تمدید کند، نام فرستاده می‌شود.',
  },
  NOT_CONSENTED: {
    en: 'The person has not agreed that they learn the name. Ask first; once a consent names it, it can go.',
    fa: 'شخص موافقت نکرده است که نامش را بدانند. نخست بپرسید؛ هنگامی که در رضایت بیاید، فرستاده می‌شود.',
  },
  NO_KEY: {
    en: 'They have no key that can be used. Once they have made one and its digits were heard, the name can go.',
    fa: 'کلیدی ندارند که به کار آید. هنگامی که کلیدی بسازند و رقم‌هایش شنیده شود، نام فرستاده می‌شود.',
  },
  KEY_NOT_CONFIRMED: {
    en: 'They have a new key that waits for the telephone. Once a coordinator has heard its digits, the name can go.',
    fa: 'کلید تازه‌ای دارند که در انتظار تأیید تلفنی است. هنگامی که هماهنگ‌کننده رقم‌هایش را بشنود، نام فرستاده می‌شود.',
  },
  ALREADY_SENT: {
    en: 'They have it already, sealed to the key they have now.',
    fa: 'آن را دارند؛ مهرشده با کلیدی که اکنون دارند.',
  },
});
export type NameGap = CodeOf<typeof nameGap>;

/** Why a partner stands where it stands among others. */
export const partnerReason = codeList({
  OFFERS_SERVICE: { en: 'Offers the service', fa: 'این خدمت را دارد' },
  SAME_COUNTRY: { en: 'In the same country', fa: 'در همان کشور' },
  SPEAKS_LANGUAGE: { en: 'Speaks the language', fa: 'هم‌زبان' },
  HAS_PLACES: { en: 'Places free', fa: 'ظرفیت خالی دارد' },
  FULL: { en: 'No place free', fa: 'ظرفیت خالی ندارد' },
  ANSWERS_FAST: { en: 'Usual time to answer', fa: 'زمان معمول پاسخ' },
  NO_ANSWERS_YET: { en: 'No answers yet', fa: 'هنوز پاسخی نداده' },
});
export type PartnerReason = CodeOf<typeof partnerReason>;

export const referralMessageKind = codeList({
  QUESTION: { en: 'Question', fa: 'پرسش' },
  ANSWER: { en: 'Answer', fa: 'پاسخ' },
  ACCEPTANCE: { en: 'Acceptance', fa: 'پذیرش' },
  DECLINE: { en: 'Refusal', fa: 'رد' },
  PROGRESS: { en: 'Progress', fa: 'پیشرفت کار' },
  OUTCOME: { en: 'Outcome', fa: 'نتیجه' },
  STOP: { en: 'Stopped', fa: 'توقف' },
  DELETION: { en: 'What was deleted', fa: 'آنچه پاک شد' },
});
export type ReferralMessageKind = CodeOf<typeof referralMessageKind>;
