import { codeList } from './code-list';

/** Why the organisation may process the data; recorded separately from consent. */
export const legalBasis = codeList({
  CONSENT: { en: 'Consent of the person', fa: 'رضایت خود شخص' },
  VITAL_INTEREST: { en: 'Vital interest of the person or another', fa: 'منافع حیاتی شخص یا فردی دیگر' },
  LEGITIMATE_INTEREST: { en: 'Legitimate interest of the organisation', fa: 'منافع مشروع سازمان' },
  LEGAL_OBLIGATION: { en: 'Legal obligation', fa: 'تکلیف قانونی' },
  LEGAL_CLAIMS: { en: 'Legal claims', fa: 'طرح یا دفاع از دعوای حقوقی' },
  PUBLIC_INTEREST: { en: 'Important public interest', fa: 'مصلحت عمومی مهم' },
});

export const calendar = codeList({
  GREGORIAN: { en: 'Gregorian', fa: 'میلادی' },
  JALALI: { en: 'Solar Hijri (Jalali)', fa: 'هجری شمسی' },
  HIJRI_LUNAR: { en: 'Lunar Hijri', fa: 'هجری قمری' },
});

export const dateBasis = codeList({
  DOCUMENT: { en: 'Read from a document', fa: 'از روی مدرک' },
  SELF: { en: 'Stated by the person', fa: 'به گفتهٔ خود شخص' },
  RELATIVE: { en: 'Stated by a relative', fa: 'به گفتهٔ یکی از بستگان' },
  ESTIMATE: { en: 'Estimated by the worker', fa: 'برآورد مددکار' },
  AGE_ASSESSMENT: { en: 'Age assessment by an authority', fa: 'تعیین سن از سوی مرجع رسمی' },
  ADMINISTRATIVE: { en: 'Placeholder set by an authority', fa: 'تاریخ قراردادی مرجع رسمی' },
});

export const sexRecorded = codeList({
  F: { en: 'Female', fa: 'زن' },
  M: { en: 'Male', fa: 'مرد' },
  X: { en: 'Other or unspecified marker', fa: 'سایر یا نامشخص' },
  U: { en: 'Not recorded', fa: 'ثبت نشده' },
});

/** By year of birth; who may be of two bands is of none. */
export const ageBand = codeList({
  A0_29: { en: 'under 30', fa: 'زیر ۳۰' },
  A30_49: { en: '30 to 49', fa: '۳۰ تا ۴۹' },
  A50_64: { en: '50 to 64', fa: '۵۰ تا ۶۴' },
  A65_UP: { en: '65 and older', fa: '۶۵ و بالاتر' },
  UNKNOWN: { en: 'age uncertain', fa: 'سن نامشخص' },
});

export const maritalStatus = codeList({
  SINGLE: { en: 'Single', fa: 'مجرد' },
  MARRIED: { en: 'Married', fa: 'متأهل' },
  PARTNERED: { en: 'Living with a partner', fa: 'زندگی با شریک زندگی' },
  SEPARATED_IMPOSED: { en: 'Separated, not by own choice', fa: 'جدا از همسر، نه به انتخاب خود' },
  SEPARATED: { en: 'Separated', fa: 'جدا از همسر' },
  DIVORCED: { en: 'Divorced', fa: 'طلاق گرفته' },
  DIVORCED_IMPOSED: { en: 'Divorced, not by own choice', fa: 'طلاق گرفته، نه به انتخاب خود' },
  WIDOWED: { en: 'Widowed', fa: 'همسر درگذشته' },
  UNKNOWN: { en: 'Unknown or not stated', fa: 'نامعلوم یا گفته نشده' },
});

export const nationalityStatus = codeList({
  NATIONAL: { en: 'Recognised national of a state', fa: 'تابعیت شناخته‌شدهٔ یک کشور' },
  STATELESS_DETERMINED: { en: 'Stateless (determined)', fa: 'بی‌تابعیت (احرازشده)' },
  STATELESS_APPARENT: { en: 'Apparently stateless, undetermined', fa: 'ظاهراً بی‌تابعیت، احرازنشده' },
  UNDETERMINED: { en: 'Nationality undetermined', fa: 'تابعیت تعیین‌نشده' },
  UNABLE_TO_PROVE: { en: 'Has a nationality but cannot prove it', fa: 'تابعیت دارد اما نمی‌تواند ثابت کند' },
});

export const aliasType = codeList({
  LEGAL_CURRENT: { en: 'Current legal name', fa: 'نام رسمی کنونی' },
  LEGAL_FORMER: { en: 'Former legal name', fa: 'نام رسمی پیشین' },
  BIRTH: { en: 'Name at birth', fa: 'نام هنگام تولد' },
  MARRIED: { en: 'Married name used abroad', fa: 'نام پس از ازدواج در خارج' },
  DOC_SPELLING: { en: 'Spelling found in a document', fa: 'املای درج‌شده در مدرک' },
  TRANSLITERATION: { en: 'Latin spelling variant', fa: 'املای لاتین دیگر' },
  ORGANISATIONAL: { en: 'Name used inside {group}', fa: 'نام در {group}' },
  NICKNAME: { en: 'Nickname or family pet name', fa: 'نام خودمانی یا خانگی' },
  KUNYA: { en: 'Parent-name form (Abu, Umm …)', fa: 'کنیه (ابو، ام …)' },
  PEN_NAME: { en: 'Pen or media name', fa: 'نام قلمی یا رسانه‌ای' },
  ONLINE: { en: 'Online handle', fa: 'نام کاربری در اینترنت' },
  CASE_PSEUDONYM: { en: 'Pseudonym given by us for this case', fa: 'نام مستعار این پرونده' },
});

export const romanisation = codeList({
  PASSPORT: { en: 'Passport', fa: 'گذرنامه' },
  DIN31635: { en: 'DIN 31635', fa: 'شیوهٔ DIN 31635' },
  ALA_LC: { en: 'ALA-LC', fa: 'شیوهٔ ALA-LC' },
  UNGEGN: { en: 'UNGEGN', fa: 'شیوهٔ UNGEGN' },
  FREE: { en: 'Free spelling', fa: 'املای آزاد' },
  FRENCH: { en: 'French style', fa: 'به شیوهٔ فرانسوی' },
  GERMAN: { en: 'German style', fa: 'به شیوهٔ آلمانی' },
  ALBANIAN: { en: 'Albanian style', fa: 'به شیوهٔ آلبانیایی' },
});

export const identityDocType = codeList({
  PASSPORT: { en: 'Passport', fa: 'گذرنامه' },
  NATIONAL_ID: { en: 'National identity card', fa: 'کارت ملی' },
  BIRTH_CERT_BOOKLET: { en: 'Birth-certificate booklet (shenasnameh)', fa: 'شناسنامه' },
  BIRTH_CERT: { en: 'Birth certificate or extract', fa: 'گواهی ولادت' },
  MARRIAGE_CERT: { en: 'Marriage certificate', fa: 'سند ازدواج' },
  DIVORCE_CERT: { en: 'Divorce certificate', fa: 'سند طلاق' },
  MILITARY_CARD: { en: 'Military service card', fa: 'کارت پایان خدمت' },
  CONVENTION_TRAVEL_DOC: { en: 'Refugee travel document (1951)', fa: 'سند سفر پناهندگی (۱۹۵۱)' },
  STATELESS_TRAVEL_DOC: { en: 'Stateless travel document (1954)', fa: 'سند سفر بی‌تابعیتی (۱۹۵۴)' },
  ALIEN_PASSPORT: { en: 'Alien’s passport', fa: 'گذرنامهٔ بیگانگان' },
  LAISSEZ_PASSER: { en: 'Laissez-passer', fa: 'برگهٔ عبور (لسه‌پاسه)' },
  ASYLUM_CERT: { en: 'Asylum-seeker certificate', fa: 'برگهٔ پناه‌جویی' },
  RESIDENCE_PERMIT: { en: 'Residence permit card', fa: 'کارت اقامت' },
  TEMP_STAY: { en: 'Temporary or tolerated stay paper', fa: 'برگهٔ اقامت موقت' },
  UNHCR_CERT: { en: 'UNHCR registration or attestation', fa: 'گواهی یا ثبت‌نام کمیساریای پناهندگان' },
  ICRC_TRAVEL_DOC: { en: 'ICRC emergency travel document', fa: 'سند سفر اضطراری صلیب سرخ' },
  DRIVING_LICENCE: { en: 'Driving licence', fa: 'گواهینامهٔ رانندگی' },
  HEALTH_CARD: { en: 'Health insurance card', fa: 'کارت بیمهٔ درمانی' },
  GROUP_ISSUED: { en: 'Card or letter issued by {group}', fa: 'کارت یا نامهٔ صادرشده از سوی {group}' },
  OTHER: { en: 'Other', fa: 'سایر' },
  NONE: { en: 'Holds no document (said so)', fa: 'مدرکی ندارد (به گفتهٔ خود او)' },
});

/** Where the original is. */
export const possessionStatus = codeList({
  WITH_CLIENT: { en: 'With the client', fa: 'نزد مراجع' },
  COPY_ONLY: { en: 'Only a copy or photo exists', fa: 'فقط رونوشت یا عکس موجود است' },
  HELD_BY_AUTHORITY: { en: 'Held by an authority', fa: 'نزد مرجع رسمی' },
  HELD_BY_GROUP: { en: 'Kept by {group}', fa: 'نزد {group} مانده است' },
  HELD_BY_RELATIVE: { en: 'Held by a relative', fa: 'نزد یکی از بستگان' },
  LOST: { en: 'Lost', fa: 'گم شده' },
  STOLEN: { en: 'Stolen', fa: 'به سرقت رفته' },
  NEVER_ISSUED: { en: 'Never issued', fa: 'هرگز صادر نشده' },
  UNKNOWN: { en: 'Unknown', fa: 'نامعلوم' },
});

export const docVerification = codeList({
  NOT_SEEN: { en: 'Not seen', fa: 'دیده نشده' },
  COPY_SEEN: { en: 'Copy seen', fa: 'رونوشت دیده شده' },
  ORIGINAL_SEEN: { en: 'Original seen', fa: 'اصل دیده شده' },
  AUTHORITY_CONFIRMED: { en: 'Confirmed by the issuing authority', fa: 'تأییدشده از سوی مرجع صادرکننده' },
  DOUBTFUL: { en: 'Doubtful: ask the legal adviser', fa: 'محل تردید: پرسش از مشاور حقوقی' },
});

export const contactChannel = codeList({
  PHONE_CALL: { en: 'Phone call', fa: 'تماس تلفنی' },
  SMS: { en: 'SMS', fa: 'پیامک' },
  SIGNAL: { en: 'Signal', fa: 'سیگنال' },
  WHATSAPP: { en: 'WhatsApp', fa: 'واتساپ' },
  TELEGRAM: { en: 'Telegram', fa: 'تلگرام' },
  EMAIL: { en: 'E-mail', fa: 'ایمیل' },
  POST: { en: 'Post', fa: 'پست' },
  IN_PERSON: { en: 'In person', fa: 'حضوری' },
  VIA_PERSON: { en: 'Through a trusted person', fa: 'از طریق فرد معتمد' },
  VIDEO: { en: 'Video call', fa: 'تماس تصویری' },
});

export const contactSafety = codeList({
  SAFE: { en: 'Safe: may be used', fa: 'امن: می‌توان استفاده کرد' },
  SAFE_CONDITIONS: { en: 'Safe only under the stated conditions', fa: 'فقط با شرایط گفته‌شده امن است' },
  UNSAFE: { en: 'Not safe: never use', fa: 'ناامن: هرگز استفاده نشود' },
  UNVERIFIED: { en: 'Not yet checked', fa: 'هنوز بررسی نشده' },
  COMPROMISED: { en: 'Known to be monitored or shared', fa: 'تحت نظر یا در دسترس دیگران' },
  RETIRED: { en: 'No longer in use', fa: 'دیگر استفاده نمی‌شود' },
});

/** Who controls the device or account. */
export const deviceTrust = codeList({
  OWN_NEW: { en: 'Own device, obtained after leaving', fa: 'دستگاه شخصی، تهیه‌شده پس از خروج' },
  OWN_OLD: { en: 'Own device, kept from before', fa: 'دستگاه شخصی، از پیش از خروج' },
  GROUP_ISSUED: { en: 'Issued or set up by {group}', fa: 'داده‌شده یا تنظیم‌شده از سوی {group}' },
  SHARED: { en: 'Shared with others', fa: 'مشترک با دیگران' },
  BORROWED: { en: 'Borrowed', fa: 'امانتی' },
  UNKNOWN: { en: 'Unknown', fa: 'نامعلوم' },
});

export const leaveMessage = codeList({
  NO: { en: 'No', fa: 'خیر' },
  NEUTRAL_ONLY: { en: 'Neutral words only', fa: 'فقط با کلمات خنثی' },
  YES: { en: 'Yes', fa: 'بله' },
});

/** CEFR level, assessed or by the person's own word. */
export const languageLevel = codeList({
  NATIVE: { en: 'Native', fa: 'زبان مادری' },
  C2: { en: 'C2 Proficient', fa: 'C2 بسیار مسلط' },
  C1: { en: 'C1 Advanced', fa: 'C1 پیشرفته' },
  B2: { en: 'B2 Upper intermediate', fa: 'B2 فراتر از متوسط' },
  B1: { en: 'B1 Intermediate', fa: 'B1 متوسط' },
  A2: { en: 'A2 Elementary', fa: 'A2 مقدماتی' },
  A1: { en: 'A1 Beginner', fa: 'A1 نوآموز' },
  A0: { en: 'None', fa: 'آشنایی ندارد' },
});

export const literacy = codeList({
  FULL: { en: 'Reads and writes', fa: 'می‌خواند و می‌نویسد' },
  PARTIAL: { en: 'Reads or writes with difficulty', fa: 'به‌سختی می‌خواند یا می‌نویسد' },
  NONE: { en: 'Cannot read or write', fa: 'خواندن و نوشتن نمی‌داند' },
});

export const arrivalMode = codeList({
  INDIVIDUAL: { en: 'Individually', fa: 'به‌تنهایی' },
  GROUP_RELOCATION: { en: 'Relocated as a group', fa: 'جابه‌جایی گروهی' },
  RESETTLEMENT: { en: 'Resettled', fa: 'اسکان مجدد' },
  FAMILY: { en: 'To join family', fa: 'پیوستن به خانواده' },
  OTHER: { en: 'Other', fa: 'سایر' },
});

export const locationSafety = codeList({
  SAFE: { en: 'Safe', fa: 'امن' },
  DOUBT: { en: 'Doubtful', fa: 'محل تردید' },
  COMPROMISED: { en: 'Compromised', fa: 'لو رفته' },
});

export const locationKnownTo = codeList({
  NONE: { en: 'Nobody', fa: 'هیچ‌کس' },
  GROUP: { en: 'People associated with {group}', fa: 'افراد مرتبط با {group}' },
  FAMILY: { en: 'Family', fa: 'خانواده' },
  AUTHORITY: { en: 'Authority', fa: 'مرجع رسمی' },
  PUBLIC: { en: 'Public', fa: 'عموم' },
});
