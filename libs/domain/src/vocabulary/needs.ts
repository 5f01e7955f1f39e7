import { type CodeOf, codeList } from './code-list';

/** Specific needs (model 2.6). The top-level category in which UN partners count them is `needCategory`. */
export const needCode = codeList({
  'PS-TH': { en: 'Threatened or harassed', fa: 'تهدید یا آزار می‌بیند' },
  'PS-SV': { en: 'Watched, followed or monitored', fa: 'تعقیب یا زیر نظر است' },
  'PS-AS': { en: 'Physically assaulted', fa: 'مورد حملهٔ جسمی قرار گرفته است' },
  'PS-DV': { en: 'Violence in the household', fa: 'خشونت در خانه' },
  'PS-TR': { en: 'Indicators of trafficking or exploitation', fa: 'نشانه‌های قاچاق انسان یا بهره‌کشی' },
  'PS-RF': { en: 'Risk of forced return (refoulement)', fa: 'خطر بازگرداندن اجباری' },
  'PS-DT': { en: 'Detained or at risk of detention', fa: 'در بازداشت یا در خطر بازداشت' },
  'LG-ND': { en: 'No identity document', fa: 'بدون مدرک هویتی' },
  'LG-NS': { en: 'No legal status', fa: 'بدون وضعیت حقوقی' },
  'LG-EX': { en: 'Permit expired or expiring', fa: 'مجوزی پایان یافته یا رو به پایان است' },
  'LG-SL': { en: 'Stateless or nationality undetermined', fa: 'بی‌تابعیت یا تابعیت نامعلوم' },
  'LG-AP': { en: 'Appeal pending', fa: 'تجدیدنظرخواهی در جریان است' },
  'LG-CR': { en: 'Missing civil-status documents', fa: 'نبود اسناد ثبت احوال' },
  'LG-LA': { en: 'Needs legal representation', fa: 'نیازمند وکیل' },
  'HS-NF': { en: 'No accommodation tonight', fa: 'امشب جایی برای ماندن ندارد' },
  'HS-UN': { en: 'Accommodation unsafe or known to {group}', fa: 'محل اقامت ناامن یا شناخته‌شده برای {group}' },
  'HS-TM': { en: 'Temporary accommodation only', fa: 'تنها جای موقت دارد' },
  'HS-IN': { en: 'Inadequate or overcrowded', fa: 'جای نامناسب یا شلوغ' },
  'HS-AC': { en: 'Accessible housing required', fa: 'نیازمند مسکن دسترس‌پذیر' },
  'HL-CR': { en: 'Critical medical condition', fa: 'وضعیت پزشکی وخیم' },
  'HL-CH': { en: 'Chronic condition', fa: 'بیماری مزمن' },
  'HL-FN': { en: 'Functional difficulty / disability (Washington Group)', fa: 'دشواری عملکردی یا معلولیت' },
  'HL-ME': { en: 'Interrupted essential medication', fa: 'قطع داروی ضروری' },
  'HL-PR': { en: 'Pregnancy or post-natal', fa: 'بارداری یا پس از زایمان' },
  'HL-SU': { en: 'Substance-use concern', fa: 'نگرانی دربارهٔ مصرف مواد' },
  'HL-CG': { en: 'Memory or cognitive decline', fa: 'افت حافظه یا شناخت' },
  'HL-IN': { en: 'No health coverage', fa: 'بدون پوشش درمانی' },
  'MH-SU': { en: 'Suicide or self-harm concern', fa: 'نگرانی دربارهٔ خودکشی یا خودآسیبی' },
  'MH-TR': { en: 'Trauma-related distress', fa: 'پریشانی پس از آسیب' },
  'MH-DP': { en: 'Depression or anxiety', fa: 'افسردگی یا اضطراب' },
  'MH-GR': { en: 'Grief or ambiguous loss', fa: 'سوگ یا فقدان مبهم' },
  'MH-ID': { en: 'Identity and decision-making difficulty after leaving', fa: 'دشواری در هویت و تصمیم‌گیری پس از ترک' },
  'MH-IS': { en: 'Severe isolation', fa: 'تنهایی شدید' },
  'MH-TO': { en: 'Survivor of torture or ill-treatment', fa: 'بازماندهٔ شکنجه یا بدرفتاری' },
  'MH-SG': { en: 'Survivor of sexual or gender-based violence', fa: 'بازماندهٔ خشونت جنسی یا جنسیتی' },
  'FM-TR': { en: 'Family tracing required', fa: 'نیاز به جست‌وجوی خانواده' },
  'FM-RE': { en: 'Family reunification requested', fa: 'درخواست بازپیوست خانوادگی' },
  'FM-SC': { en: 'Separated from parents as a child', fa: 'در کودکی از پدر و مادر جدا شده است' },
  'FM-IG': { en: 'Close relative still in {group}', fa: 'خویشاوند نزدیک هنوز در {group} است' },
  'FM-DP': { en: 'Dependent relative to care for', fa: 'خویشاوندی که باید از او نگهداری شود' },
  'FM-CU': { en: 'Custody or guardianship issue', fa: 'موضوع حضانت یا سرپرستی' },
  'EC-NI': { en: 'No income', fa: 'بدون درآمد' },
  'EC-DB': { en: 'Debt', fa: 'بدهی' },
  'EC-BK': { en: 'No bank account', fa: 'بدون حساب بانکی' },
  'EC-PN': { en: 'No pension or social-security record', fa: 'بدون سابقهٔ بازنشستگی یا تأمین اجتماعی' },
  'EC-EM': { en: 'Out of work, able to work', fa: 'بیکار و توانا به کار' },
  'EC-QU': { en: 'Qualification not recognised', fa: 'مدرک تحصیلی پذیرفته‌نشده' },
  'EC-ED': { en: 'Interrupted education', fa: 'تحصیل ناتمام' },
  'EC-LN': { en: 'Host-language barrier', fa: 'مانع زبان کشور میزبان' },
  'EC-DG': { en: 'Low digital skills', fa: 'مهارت دیجیتال کم' },
  'AG-OA': { en: 'Older person alone', fa: 'سالمند تنها' },
  'AG-OC': { en: 'Older person needing care', fa: 'سالمند نیازمند مراقبت' },
  'AG-CH': { en: 'Child in the household', fa: 'کودک در خانه' },
  'AG-UM': { en: 'Unaccompanied or separated child', fa: 'کودک بی‌سرپرست یا جداافتاده' },
  'IN-SM': { en: 'Publicly smeared or defamed', fa: 'بدگویی یا افترای علنی' },
  'IN-PR': { en: 'Private data exposed (doxing)', fa: 'افشای دادهٔ خصوصی' },
  'IN-DV': { en: 'Device or account compromised', fa: 'دستگاه یا حساب در دست دیگران افتاده است' },
});
export type NeedCode = CodeOf<typeof needCode>;

/** Groups of needs, as a menu shows them. */
export const needGroup = codeList({
  PS: { en: 'Safety', fa: 'ایمنی' },
  LG: { en: 'Status and documents', fa: 'وضعیت و مدارک' },
  HS: { en: 'Housing', fa: 'مسکن' },
  HL: { en: 'Health', fa: 'سلامت' },
  MH: { en: 'Wellbeing', fa: 'حال روانی' },
  FM: { en: 'Family', fa: 'خانواده' },
  EC: { en: 'Livelihood', fa: 'معیشت' },
  AG: { en: 'Age and children', fa: 'سن و کودکان' },
  IN: { en: 'Reputation and data', fa: 'آبرو و داده' },
});
export type NeedGroup = CodeOf<typeof needGroup>;

export const needSeverity = codeList({
  S1: { en: 'Low: information is enough', fa: 'کم: آگاهی‌رسانی بس است' },
  S2: { en: 'Medium: planned action', fa: 'متوسط: اقدام برنامه‌ریزی‌شده' },
  S3: { en: 'High: action within 72 hours', fa: 'زیاد: اقدام تا ۷۲ ساعت' },
  S4: { en: 'Critical: action within 24 hours', fa: 'بحرانی: اقدام تا ۲۴ ساعت' },
});
export type NeedSeverity = CodeOf<typeof needSeverity>;

export const needStatus = codeList({
  IDENTIFIED: { en: 'Identified', fa: 'شناسایی‌شده' },
  CONFIRMED: { en: 'Confirmed by assessment', fa: 'تأییدشده در ارزیابی' },
  IN_PLAN: { en: 'Addressed in the plan', fa: 'در برنامه آمده' },
  MET: { en: 'Met', fa: 'برآورده‌شده' },
  NOT_CONFIRMED: { en: 'Not confirmed', fa: 'تأییدنشده' },
  DECLINED: { en: 'The person wants no action', fa: 'شخص اقدامی نمی‌خواهد' },
});
export type NeedStatus = CodeOf<typeof needStatus>;

export const needSource = codeList({
  SELF: { en: 'The person said so', fa: 'گفتهٔ خود شخص' },
  WORKER: { en: 'A colleague saw it', fa: 'دیدهٔ همکار' },
  PARTNER: { en: 'A partner said so', fa: 'گفتهٔ همکار بیرونی' },
  DOCUMENT: { en: 'From a document', fa: 'از روی سند' },
});
