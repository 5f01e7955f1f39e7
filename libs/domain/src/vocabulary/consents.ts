import { type CodeOf, codeList } from './code-list';

/** What somebody agrees to, or does not: one purpose, one question. */
export const consentPurpose = codeList({
  C01_CASE: { en: 'Open and keep a case record', fa: 'باز کردن و نگه داشتن پرونده' },
  C02_REFERRAL: { en: 'Share a package with a named organisation', fa: 'سپردن اطلاعات به سازمانی نام‌برده' },
  C03_TRANSFER: { en: 'Transfer the case', fa: 'انتقال پرونده' },
  C04_LEGAL: { en: 'Share with legal representative', fa: 'در میان گذاشتن با نمایندهٔ حقوقی' },
  C05_HOUSING: { en: 'Share with housing provider', fa: 'در میان گذاشتن با ارائه‌دهندهٔ مسکن' },
  C06_HEALTH: { en: 'Share with health provider', fa: 'در میان گذاشتن با مرکز درمانی' },
  C07_COUNSELLING: { en: 'Counselling', fa: 'مشاوره' },
  C08_TRACING: { en: 'Trace a named relative', fa: 'جست‌وجوی یکی از بستگان' },
  C09_DISCLOSE_REL: { en: 'Tell a located relative', fa: 'خبر دادن به خویشاوند یافته‌شده' },
  C10_MESSAGES: { en: 'Exchange messages through us', fa: 'رد و بدل پیام از راه ما' },
  C11_DIRECT: { en: 'Direct contact or meeting', fa: 'تماس مستقیم یا دیدار' },
  C12_KINSHIP_TEST: { en: 'Biological kinship test', fa: 'آزمایش خویشاوندی' },
  C13_VOLUNTEER: { en: 'Accompaniment by a volunteer', fa: 'همراهی یک داوطلب' },
  C14_INTERPRETER: { en: 'Use of an interpreter', fa: 'حضور مترجم' },
  C15_PUBLICATION: { en: 'Publication of story, image or quote', fa: 'انتشار روایت، تصویر یا گفته' },
  C16_STATS: { en: 'Use in further statistics without names', fa: 'استفاده در آمار بیشتر، بی‌نام' },
  C17_CHANNEL: { en: 'Contact by a given channel', fa: 'تماس از راهی معین' },
  C18_EMERGENCY: { en: 'Contact an emergency contact', fa: 'تماس با فرد معتمد در وضعیت فوری' },
  C19_RECORDING: { en: 'Audio or video recording', fa: 'ضبط صدا یا تصویر' },
  C20_CROSS_BORDER: { en: 'Transfer to a named country', fa: 'فرستادن به کشوری نام‌برده' },
  C21_AUTHORITY: { en: 'Tell an authority or the police', fa: 'خبر دادن به مرجع رسمی یا پلیس' },
  C22_RELATIVE_DATA: { en: 'Keep a relative’s data for family links', fa: 'نگه داشتن اطلاعات خویشاوند برای پیوند خانوادگی' },
});
export type ConsentPurpose = CodeOf<typeof consentPurpose>;

export const consentMethod = codeList({
  WRITTEN: { en: 'Written signature', fa: 'امضا روی کاغذ' },
  ELECTRONIC: { en: 'Electronic signature on own device', fa: 'امضای الکترونیکی روی دستگاه خود' },
  VERBAL_WITNESSED: { en: 'Spoken, with a witness', fa: 'شفاهی، با حضور شاهد' },
  VERBAL_RECORDED: { en: 'Spoken, recorded', fa: 'شفاهی، ضبط‌شده' },
  VERBAL_REMOTE: { en: 'Spoken by phone or video, identity checked', fa: 'شفاهی، تلفنی یا تصویری، با احراز هویت' },
  FINGERPRINT: { en: 'Thumbprint', fa: 'اثر انگشت' },
  REPRESENTATIVE: { en: 'By legal representative', fa: 'از سوی نمایندهٔ قانونی' },
});
export type ConsentMethod = CodeOf<typeof consentMethod>;

export const consentState = codeList({
  OFFERED: { en: 'Explained, not yet decided', fa: 'توضیح داده شد، هنوز تصمیم نگرفته' },
  ACTIVE: { en: 'Active', fa: 'برقرار' },
  SUSPENDED: { en: 'Suspended', fa: 'معلق' },
  REFUSED: { en: 'Refused', fa: 'نپذیرفت' },
  WITHDRAWN: { en: 'Withdrawn', fa: 'پس گرفته شد' },
  EXPIRED: { en: 'Ended', fa: 'به پایان رسید' },
  SUPERSEDED: { en: 'Replaced by a newer one', fa: 'جای خود را به تازه‌تر داد' },
});
export type ConsentState = CodeOf<typeof consentState>;

/** What the person said when asked. */
export const consentDecision = codeList({
  GIVEN: { en: 'Yes', fa: 'بله' },
  REFUSED: { en: 'No', fa: 'خیر' },
  OFFERED: { en: 'Wants to think about it', fa: 'می‌خواهد فکر کند' },
});
export type ConsentDecision = CodeOf<typeof consentDecision>;

export const capacityCheck = codeList({
  YES: { en: 'Understands and can decide', fa: 'می‌فهمد و می‌تواند تصمیم بگیرد' },
  DOUBT: { en: 'In doubt', fa: 'تردید هست' },
  NO: { en: 'No (supporter or guardian)', fa: 'نمی‌تواند (با همراه یا سرپرست)' },
});
export type CapacityCheck = CodeOf<typeof capacityCheck>;

export const freeChoiceCheck = codeList({
  ALONE: { en: 'Alone with worker', fa: 'تنها با مددکار' },
  WITH_CHOSEN_PERSON: { en: 'With a person they chose', fa: 'با کسی که خود انتخاب کرده' },
  NOT_ALONE: { en: 'Someone else present', fa: 'کس دیگری هم بود' },
});
export type FreeChoiceCheck = CodeOf<typeof freeChoiceCheck>;

/** Who carried the words from one language to the other. */
export const interpreterKind = codeList({
  COLLEAGUE: { en: 'A colleague', fa: 'یکی از همکاران' },
  PROFESSIONAL: { en: 'An interpreter from outside', fa: 'مترجمی از بیرون' },
  RELATIVE: { en: 'A relative', fa: 'یکی از بستگان' },
});
export type InterpreterKind = CodeOf<typeof interpreterKind>;

export const recipientKind = codeList({
  PARTNER: { en: 'Partner organisation', fa: 'سازمان همکار' },
  ORGANISATION: { en: 'Another organisation', fa: 'سازمانی دیگر' },
  PERSON: { en: 'A person', fa: 'یک شخص' },
});
export type RecipientKind = CodeOf<typeof recipientKind>;

export const withheldReason = codeList({
  FEAR: { en: 'Afraid of them', fa: 'از او می‌ترسد' },
  WANTS_TO_SAY_IT: { en: 'Wants to say it personally', fa: 'می‌خواهد خودش بگوید' },
  OTHER: { en: 'Another reason', fa: 'دلیلی دیگر' },
});

/** By which way a withdrawal reached us. */
export const withdrawnHow = codeList({
  IN_PERSON: { en: 'In person', fa: 'حضوری' },
  PHONE: { en: 'By phone', fa: 'تلفنی' },
  MESSAGE: { en: 'By message', fa: 'با پیام' },
  MISTAKE: { en: 'It was written down by mistake', fa: 'اشتباه ثبت شده بود' },
  HEARD_BY_COLLEAGUE: { en: 'Heard by a colleague', fa: 'همکاری شنید' },
  HEARD_BY_PARTNER: { en: 'Told to the partner', fa: 'به همکار بیرونی گفته شد' },
});

export const consentDoubt = codeList({
  CAPACITY: { en: 'Capacity to decide', fa: 'توان تصمیم گرفتن' },
  DURESS: { en: 'Pressure by somebody', fa: 'فشار از سوی کسی' },
});

/** What a consent covers: items of a file, steps of the family ladder, ways, kinds. Each purpose has its own (see `SCOPE_OF`). */
export const consentScope = codeList({
  RECORD: { en: 'The case record', fa: 'پرونده' },
  PSEUDONYM: { en: 'Pseudonym and reference', fa: 'نام مستعار و شمارهٔ پرونده' },
  NAME: { en: 'Name', fa: 'نام' },
  AGE_LANGUAGES: { en: 'Age band, sex, languages', fa: 'گروه سنی، جنسیت، زبان‌ها' },
  BIRTH: { en: 'Date of birth', fa: 'تاریخ تولد' },
  REQUEST: { en: 'What the person wants', fa: 'خواستهٔ شخص' },
  WORK_DONE: { en: 'What has been done', fa: 'کارهای انجام‌شده' },
  SAFETY: { en: 'Safety information', fa: 'اطلاعات ایمنی' },
  CONTACT_RULES: { en: 'How they may be contacted', fa: 'چگونگی تماس' },
  GUARDIAN: { en: 'Who cares for them or speaks for them', fa: 'چه کسی سرپرست او یا سخنگوی اوست' },
  NEEDS: { en: 'Needs', fa: 'نیازها' },
  DOCUMENTS: { en: 'Selected documents', fa: 'مدارک انتخاب‌شده' },
  LEGAL_STATUS: { en: 'Legal status and deadlines', fa: 'وضعیت حقوقی و مهلت‌ها' },
  HEALTH: { en: 'Health information', fa: 'اطلاعات سلامت' },
  COUNSELLING_SUMMARY: { en: 'Summary of counselling', fa: 'خلاصهٔ مشاوره' },
  ADDRESS: { en: 'Address', fa: 'نشانی' },
  DEPENDANTS: { en: 'People who depend on them', fa: 'افراد تحت تکفل' },
  NOTHING: { en: 'Nothing at all', fa: 'هیچ چیز' },
  ALIVE_ONLY: { en: 'That they are alive and well', fa: 'این که زنده و خوب است' },
  ONE_MESSAGE: { en: 'One message', fa: 'یک پیام' },
  MEDIATED: { en: 'Messages through us', fa: 'پیام‌ها از راه ما' },
  CALL: { en: 'A supported call', fa: 'تماس با همراهی ما' },
  MEETING: { en: 'A meeting', fa: 'دیدار' },
  COUNTRY: { en: 'The country they live in', fa: 'کشور محل زندگی' },
  CONTACT_DETAILS: { en: 'Their contact details', fa: 'راه تماس او' },
  OWN_RECORDS: { en: 'Match in our own records', fa: 'جست‌وجو در سابقه‌های خود ما' },
  RELATIVE_NETWORK: { en: 'Through known relatives', fa: 'از راه بستگان شناخته‌شده' },
  RED_CROSS: { en: 'Red Cross or Red Crescent', fa: 'صلیب سرخ یا هلال احمر' },
  PUBLIC_RECORDS: { en: 'Public records', fa: 'سندهای عمومی' },
  FORMER_MEMBERS: { en: 'Through former members, without your name', fa: 'از راه اعضای پیشین، بی نام شما' },
  PARTNER: { en: 'A partner organisation', fa: 'سازمان همکار' },
  AUTHORITY: { en: 'Asking an authority', fa: 'پرس‌وجو از مرجع رسمی' },
  OPEN_SOURCE: { en: 'Open sources', fa: 'منابع باز' },
  MEDIA_APPEAL: { en: 'Public appeal', fa: 'فراخوان عمومی' },
  COUNSELLING: { en: 'Counselling sessions', fa: 'نشست‌های مشاوره' },
  PROCESS_NOTES: {
    en: 'Private notes of a counsellor who leaves, for the named colleague',
    fa: 'یادداشت‌های شخصی مشاوری که می‌رود، برای همکار نام‌برده',
  },
  SAMPLE: { en: 'A sample for the test', fa: 'نمونه برای آزمایش' },
  INTERPRETING: { en: 'Interpreting', fa: 'ترجمهٔ گفت‌وگو' },
  STORY: { en: 'Story', fa: 'روایت' },
  IMAGE: { en: 'Image', fa: 'تصویر' },
  QUOTE: { en: 'Quote', fa: 'گفته' },
  STATISTICS: { en: 'Statistics without names', fa: 'آمار بی‌نام' },
  PHONE_CALL: { en: 'Phone calls', fa: 'تماس تلفنی' },
  TEXT_MESSAGE: { en: 'Text messages', fa: 'پیام متنی' },
  EMAIL: { en: 'E-mail', fa: 'ایمیل' },
  POST: { en: 'Letters', fa: 'نامه' },
  AUDIO: { en: 'Sound', fa: 'صدا' },
  VIDEO: { en: 'Moving pictures', fa: 'فیلم' },
  RELATIVE_DATA: { en: 'The relative’s own data', fa: 'اطلاعات خود خویشاوند' },
});
export type ConsentScope = CodeOf<typeof consentScope>;

/** Grounds on which something is told outside without consent (R-CO-08): these two and no others. */
export const disclosureBasis = codeList({
  VITAL_INTEREST: { en: 'Vital interest of the person or another', fa: 'منافع حیاتی شخص یا فردی دیگر' },
  LEGAL_OBLIGATION: { en: 'Legal obligation', fa: 'تکلیف قانونی' },
});
export type DisclosureBasis = CodeOf<typeof disclosureBasis>;

export const legalBasisState = codeList({
  ASKED: { en: 'Waits for the second person', fa: 'در انتظار نفر دوم' },
  APPROVED: { en: 'Agreed by two', fa: 'دو نفر موافقت کردند' },
  REFUSED: { en: 'Not agreed', fa: 'موافقت نشد' },
  OBJECTED: { en: 'The second person did not agree', fa: 'نفر دوم موافقت نکرده بود' },
});
export type LegalBasisState = CodeOf<typeof legalBasisState>;

export const approvalHow = codeList({
  WRITTEN: { en: 'In writing', fa: 'کتبی' },
  VERBAL: { en: 'By word of mouth', fa: 'شفاهی' },
});

/** Whether the person is told afterwards that something was said without their consent. */
export const informPerson = codeList({
  TELL: { en: 'The person is told', fa: 'به شخص گفته می‌شود' },
  ADDS_DANGER: { en: 'Telling would add danger', fa: 'گفتن خطر را بیشتر می‌کند' },
});

export const disclosureState = codeList({
  PREPARED: { en: 'Prepared', fa: 'آماده' },
  TOLD: { en: 'Told', fa: 'گفته شد' },
  STOPPED: { en: 'Stopped', fa: 'متوقف شد' },
});
export type DisclosureState = CodeOf<typeof disclosureState>;

/** Why something that was prepared is not told. */
export const disclosureStop = codeList({
  CONSENT_GONE: { en: 'the consent ended', fa: 'رضایت پایان یافت' },
  BASIS_GONE: { en: 'the second person had not agreed', fa: 'نفر دوم موافقت نکرده بود' },
  NOT_NEEDED: { en: 'not needed', fa: 'لازم نبود' },
});
export type DisclosureStop = CodeOf<typeof disclosureStop>;

export const disclosureHow = codeList({
  SPOKEN: { en: 'Spoken', fa: 'گفت‌وگو' },
  LETTER: { en: 'Letter', fa: 'نامهٔ پستی' },
  MESSAGE: { en: 'Secure message', fa: 'پیام امن' },
  HANDED_OVER: { en: 'Handed over', fa: 'تحویل حضوری' },
});
