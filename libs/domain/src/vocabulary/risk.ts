import { type CodeOf, codeList } from './code-list';

/** Structured professional judgement (model 2.6): what is looked at, in our own words. Nothing is added up. */
export const riskFactor = codeList({
  TH1: { en: 'Explicit threat received', fa: 'تهدید آشکار دریافت شده' },
  TH2: { en: 'Followed or watched', fa: 'تعقیب یا زیر نظر بودن' },
  TH3: { en: 'Unwanted visit or approach', fa: 'مراجعه یا نزدیک شدن ناخواسته' },
  TH4: { en: 'Pressure through relatives', fa: 'فشار از راه بستگان' },
  TH5: { en: 'Public smear or exposure of private data', fa: 'بدنامی علنی یا افشای اطلاعات خصوصی' },
  TH6: { en: 'Physical assault', fa: 'حملهٔ جسمی' },
  TH7: { en: 'Documents or money held by others', fa: 'مدارک یا پول نزد دیگران است' },
  TH8: { en: 'Offer or inducement to return, or to report on others', fa: 'پیشنهاد یا ترغیب به بازگشت یا خبر دادن از دیگران' },
  TH9: { en: 'Device or account compromised', fa: 'نفوذ به دستگاه یا حساب کاربری' },
  TH10: { en: 'Threat of, or actual, complaint to authorities', fa: 'شکایت به مراجع رسمی یا تهدید به آن' },
  TH11: { en: 'Contact or pressure attributed to a state', fa: 'تماس یا فشاری که به یک دولت نسبت داده می‌شود' },
  LP1: { en: 'No legal status', fa: 'نداشتن وضعیت حقوقی' },
  LP2: { en: 'Removal or return decision', fa: 'حکم اخراج یا بازگرداندن' },
  LP3: { en: 'Detention or imminent detention', fa: 'بازداشت یا خطر نزدیک بازداشت' },
  LP4: { en: 'Permit or document lapse within 30 days', fa: 'پایان اعتبار اقامت یا مدرک تا ۳۰ روز دیگر' },
  LP5: { en: 'Legal deadline within 7 days, no representative', fa: 'مهلت حقوقی تا ۷ روز دیگر، بی‌وکیل' },
  SH1: { en: 'Thoughts of suicide or self-harm', fa: 'فکر خودکشی یا آسیب به خود' },
  SH2: { en: 'Plan, intent or past attempt', fa: 'نقشه، قصد یا اقدام پیشین' },
  SH3: { en: 'Acute change in mental state', fa: 'دگرگونی ناگهانی حال روانی' },
  SH4: { en: 'Life-threatening medical need', fa: 'نیاز درمانی با خطر جانی' },
  SH5: { en: 'No access to essential medicine', fa: 'دسترسی نداشتن به داروی ضروری' },
  EX1: { en: 'Unsafe place of stay', fa: 'محل اقامت ناامن' },
  EX2: { en: 'Destitution (no food or shelter within 48 h)', fa: 'بی‌نوایی (بی‌غذا یا بی‌سرپناه تا ۴۸ ساعت)' },
  EX3: { en: 'Labour or sexual exploitation', fa: 'بهره‌کشی کاری یا جنسی' },
  EX4: { en: 'Trafficking indicators', fa: 'نشانه‌های قاچاق انسان' },
  DP1: { en: 'Child at risk', fa: 'کودک در خطر' },
  DP2: { en: 'Dependent adult at risk', fa: 'بزرگسال وابسته در خطر' },
  IS1: { en: 'No trusted person', fa: 'نداشتن فرد مورد اعتماد' },
  IS2: { en: 'Alone with a language barrier', fa: 'تنها، با مانع زبان' },
});
export type RiskFactor = CodeOf<typeof riskFactor>;

export const riskFactorRating = codeList({
  ABSENT: { en: 'Absent', fa: 'نیست' },
  PAST: { en: 'Present in the past only', fa: 'تنها در گذشته بوده' },
  PRESENT: { en: 'Present now', fa: 'اکنون هست' },
  ESCALATING: { en: 'Present and getting worse', fa: 'هست و بدتر می‌شود' },
  UNKNOWN: { en: 'Not known or not asked', fa: 'نامعلوم یا پرسیده نشده' },
});
export type RiskFactorRating = CodeOf<typeof riskFactorRating>;

/** The factors as a form shows them. */
export const riskFactorGroup = codeList({
  TH: { en: 'Threats from others', fa: 'تهدید از سوی دیگران' },
  LP: { en: 'Legal protection', fa: 'حمایت حقوقی' },
  SH: { en: 'Health and self-harm', fa: 'سلامت و آسیب به خود' },
  EX: { en: 'Living conditions and exploitation', fa: 'شرایط زندگی و بهره‌کشی' },
  DP: { en: 'People who depend on them', fa: 'افراد وابسته به آن‌ها' },
  IS: { en: 'Isolation', fa: 'تنهایی' },
});
export type RiskFactorGroup = CodeOf<typeof riskFactorGroup>;

/** Where an assessment takes what it says from. */
export const riskSource = codeList({
  SELF: { en: 'The person', fa: 'خود شخص' },
  WORKER: { en: 'Own observation', fa: 'مشاهدهٔ مددکار' },
  RELATIVE: { en: 'A relative or friend', fa: 'یکی از بستگان یا دوستان' },
  PARTNER: { en: 'A partner', fa: 'همکار بیرونی' },
  DOCUMENT: { en: 'A document', fa: 'مدرک' },
});

/** Why a level takes two people. */
export const secondPersonReason = codeList({
  BELOW_FLOOR: { en: 'Below the lowest level the factors allow', fa: 'پایین‌تر از کمترین سطحی که عوامل اجازه می‌دهند' },
  LOWERED: { en: 'Lowered by two levels or more', fa: 'دو سطح یا بیشتر پایین آمده' },
});

export const safetyMeasure = codeList({
  SAFE_CONTACT: { en: 'Safe-contact rules agreed', fa: 'قواعد تماس امن توافق شد' },
  CODE_WORD: { en: 'Code word / duress word agreed', fa: 'رمز یا واژهٔ هشدار توافق شد' },
  EMERG_CONTACT: { en: 'Emergency contact and number known', fa: 'فرد و شمارهٔ اضطراری معلوم است' },
  GO_BAG: { en: 'Documents and essentials packed', fa: 'مدارک و وسایل ضروری آماده است' },
  ALT_STAY: { en: 'Alternative place to stay tonight', fa: 'جای دیگری برای ماندن امشب' },
  ROUTE_CHANGE: { en: 'Vary routes, accompaniment to appointments', fa: 'تغییر مسیرها، همراهی تا قرارها' },
  DEVICE_RESET: { en: 'Device replaced or reset, passwords changed', fa: 'تعویض یا بازنشانی دستگاه و گذرواژه‌ها' },
  ACCOUNT_REVIEW: { en: 'Social-media and account privacy review', fa: 'بازبینی حریم خصوصی حساب‌ها' },
  EVIDENCE_LOG: { en: 'Keep evidence of contacts and threats', fa: 'نگه داشتن شواهد تماس‌ها و تهدیدها' },
  POLICE_REPORT: { en: 'Report to police (client decision)', fa: 'گزارش به پلیس (تصمیم مراجع)' },
  LAWYER_ALERT: { en: 'Lawyer informed', fa: 'وکیل آگاه شد' },
  RELOCATION: { en: 'Relocation', fa: 'جابه‌جایی' },
  ACCOMPANIMENT: { en: 'Accompaniment by staff', fa: 'همراهی همکاران' },
  CRISIS_LINE: { en: 'Crisis line / clinical crisis plan', fa: 'خط بحران / برنامهٔ بالینی بحران' },
  INFO_RELATIVES: { en: 'Advice for relatives under pressure', fa: 'راهنمایی بستگان زیر فشار' },
  OTHER: { en: 'Other', fa: 'سایر' },
});
export type SafetyMeasure = CodeOf<typeof safetyMeasure>;

/** What the person said to a safety plan (R-RI-03). */
export const safetyPlanOutcome = codeList({
  AGREED: { en: 'Agreed by the person', fa: 'با موافقت شخص' },
  DECLINED: { en: 'Declined by the person', fa: 'شخص نخواست' },
});
export type SafetyPlanOutcome = CodeOf<typeof safetyPlanOutcome>;

export const copyGiven = codeList({
  NO: { en: 'No copy', fa: 'بدون رونوشت' },
  PAPER: { en: 'On paper', fa: 'روی کاغذ' },
  MEMORISED: { en: 'Memorised', fa: 'به خاطر سپرده' },
  SAFE_DEVICE: { en: 'On a safe device', fa: 'روی دستگاه امن' },
});
export type CopyGiven = CodeOf<typeof copyGiven>;
