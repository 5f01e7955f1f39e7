import type { EnquiryMark } from '../family/enquiry-marks';
import type { FamilyFreezeState } from '../family/enquiry.process';
import type { FamilyLinkEvent, FamilyLinkState } from '../family/family-link.process';
import type { FamilyMessageEvent, FamilyMessageState } from '../family/family-message.process';
import type { LinkFace } from '../family/link-face';
import { type CodeOf, codeList } from './code-list';

/** Who the related person is to the client. */
export const kinRelation = codeList({
  MOTHER: { en: 'Mother', fa: 'مادر' },
  FATHER: { en: 'Father', fa: 'پدر' },
  SON: { en: 'Son', fa: 'پسر' },
  DAUGHTER: { en: 'Daughter', fa: 'دختر' },
  BROTHER: { en: 'Brother', fa: 'برادر' },
  SISTER: { en: 'Sister', fa: 'خواهر' },
  HUSBAND: { en: 'Husband', fa: 'شوهر' },
  WIFE: { en: 'Wife', fa: 'زن' },
  FORMER_SPOUSE: { en: 'Former spouse', fa: 'همسر پیشین' },
  PARTNER: { en: 'Partner', fa: 'شریک زندگی' },
  GRANDPARENT: { en: 'Grandparent', fa: 'پدربزرگ یا مادربزرگ' },
  GRANDCHILD: { en: 'Grandchild', fa: 'نوه' },
  UNCLE_AUNT: { en: 'Uncle / aunt', fa: 'عمو، دایی، عمه یا خاله' },
  NEPHEW_NIECE: { en: 'Nephew / niece', fa: 'خواهرزاده یا برادرزاده' },
  COUSIN: { en: 'Cousin', fa: 'فرزند عمو، دایی، عمه یا خاله' },
  IN_LAW: { en: 'In-law', fa: 'خویشاوند سببی' },
  STEP_RELATIVE: { en: 'Step-relative', fa: 'خویشاوند ناتنی' },
  FOSTER_CAREGIVER: { en: 'Foster or customary caregiver', fa: 'سرپرست یا کسی که بزرگش کرده' },
  FRIEND: { en: 'Friend', fa: 'دوست' },
  OTHER: { en: 'Other', fa: 'دیگر' },
});
export type KinRelation = CodeOf<typeof kinRelation>;

export const separationCause = codeList({
  GROUP_POLICY: { en: 'Family separation required by {group}', fa: 'جدایی خانواده به خواست {group}' },
  CHILD_SENT_ABROAD: { en: 'Sent abroad as a child', fa: 'در کودکی به خارج فرستاده شد' },
  CONFLICT: { en: 'Armed conflict', fa: 'جنگ' },
  FLIGHT: { en: 'Flight or displacement', fa: 'فرار یا آوارگی' },
  DETENTION: { en: 'Detention', fa: 'بازداشت' },
  DEATH_OF_CARER: { en: 'Death of carer', fa: 'مرگ سرپرست' },
  DIVORCE: { en: 'Divorce / family breakdown', fa: 'طلاق یا ازهم‌پاشیدن خانواده' },
  MIGRATION: { en: 'Migration', fa: 'مهاجرت' },
  CONTACT_FORBIDDEN: { en: 'Contact was not allowed', fa: 'تماس اجازه نداشت' },
  LOST_DETAILS: { en: 'Contact details lost', fa: 'راه تماس گم شد' },
  OWN_CHOICE: { en: 'Own choice', fa: 'انتخاب خودش' },
  UNKNOWN: { en: 'Unknown', fa: 'نامعلوم' },
});
export type SeparationCause = CodeOf<typeof separationCause>;

export const relatedPersonContext = codeList({
  DIASPORA_FREE: { en: 'Abroad, not in {group}', fa: 'خارج از کشور، بیرون از {group}' },
  IN_GROUP: { en: 'In {group}', fa: 'درون {group}' },
  HOME_STATE: { en: 'In the state of origin', fa: 'در کشور مبدأ' },
  OTHER_STATE: { en: 'In another state, situation unknown', fa: 'در کشوری دیگر، وضعیت نامعلوم' },
  DECEASED: { en: 'Deceased', fa: 'درگذشته' },
  UNKNOWN: { en: 'Unknown', fa: 'نامعلوم' },
});
export type RelatedPersonContext = CodeOf<typeof relatedPersonContext>;

/** How somebody is looked for; each only as far as the consent lists it (R-FL-19). */
export const tracingMethod = codeList({
  CLIENT_KNOWLEDGE: { en: 'Details from client', fa: 'آنچه مراجع می‌داند' },
  OWN_RECORDS: { en: 'Match in own records (with tracing consent only)', fa: 'جست‌وجو در سابقه‌های خود ما (فقط با رضایت)' },
  RELATIVE_NETWORK: { en: 'Through known relatives', fa: 'از راه بستگان شناخته‌شده' },
  FORMER_MEMBERS: { en: 'Through former members (no client identity disclosed)', fa: 'از راه اعضای پیشین (بی نام مراجع)' },
  RED_CROSS: { en: 'Red Cross / Red Crescent tracing request', fa: 'درخواست از صلیب سرخ یا هلال احمر' },
  PARTNER: { en: 'Partner organisation', fa: 'سازمان همکار' },
  PUBLIC_RECORDS: { en: 'Public records', fa: 'سندهای عمومی' },
  OPEN_SOURCE: { en: 'Open-source search', fa: 'منابع باز' },
  AUTHORITY: { en: 'Authority enquiry', fa: 'پرس‌وجو از مرجع رسمی' },
  MEDIA_APPEAL: { en: 'Public appeal (needs publication consent)', fa: 'فراخوان عمومی (با رضایت انتشار)' },
});
export type TracingMethod = CodeOf<typeof tracingMethod>;

export const tracingOutcome = codeList({
  PENDING: { en: 'Pending', fa: 'در جریان' },
  NO_RESULT: { en: 'No result', fa: 'بی‌نتیجه' },
  POSSIBLE: { en: 'Possible match', fa: 'شاید همان باشد' },
  LOCATED: { en: 'Located', fa: 'پیدا شد' },
  DECEASED_REPORTED: { en: 'Reported deceased', fa: 'خبر درگذشت رسید' },
  DECEASED_CONFIRMED: { en: 'Confirmed deceased', fa: 'درگذشت تأیید شد' },
  UNSAFE_STOPPED: { en: 'Stopped (unsafe)', fa: 'برای ایمنی متوقف شد' },
});
export type TracingOutcome = CodeOf<typeof tracingOutcome>;

/** How sure it is who somebody is, and that the two are related; V2 before anybody is approached (R-FL-05). */
export const verificationLevel = codeList({
  V0: { en: 'Not verified', fa: 'احراز نشده' },
  V1: { en: 'Claimed details consistent', fa: 'گفته‌ها با هم می‌خواند' },
  V2: { en: 'Independent knowledge questions passed by both sides', fa: 'پرسش‌های جداگانه را هر دو سو درست پاسخ دادند' },
  V3: { en: 'Documentary evidence seen', fa: 'مدرک دیده شد' },
  V4: { en: 'Biological kinship test or court finding', fa: 'آزمایش خویشاوندی یا حکم دادگاه' },
});
export type VerificationLevel = CodeOf<typeof verificationLevel>;

/** Where one side of a link stands. */
export const consentPosition = codeList({
  NOT_ASKED: { en: 'Not asked', fa: 'پرسیده نشده' },
  ASKED: { en: 'Asked, waiting', fa: 'پرسیده شد، در انتظار' },
  CONSENTED: { en: 'Consented (see scope)', fa: 'رضایت داد' },
  CONSENTED_LIMITED: { en: 'Consented to limited disclosure', fa: 'رضایت محدود داد' },
  DECLINED: { en: 'Declined', fa: 'نپذیرفت' },
  WITHDRAWN: { en: 'Withdrawn', fa: 'پس گرفت' },
  UNABLE: { en: 'Unable to consent freely', fa: 'نمی‌تواند آزادانه تصمیم بگیرد' },
  EXPIRED: { en: 'Expired', fa: 'به پایان رسید' },
});
export type ConsentPosition = CodeOf<typeof consentPosition>;

export const contactStep = codeList({
  APPROACH: { en: 'First approach to the relative', fa: 'نخستین تماس با خویشاوند' },
  MESSAGE_OUT: { en: 'Message sent', fa: 'پیام فرستاده شد' },
  MESSAGE_IN: { en: 'Message received', fa: 'پیام رسید' },
  PHOTO: { en: 'Photo exchanged', fa: 'عکس رد و بدل شد' },
  SUPPORTED_CALL: { en: 'Supported phone call', fa: 'تماس تلفنی با همراهی' },
  SUPPORTED_VIDEO: { en: 'Supported video call', fa: 'تماس تصویری با همراهی' },
  PREP_SESSION: { en: 'Preparation session', fa: 'نشست آمادگی' },
  SUPPORTED_MEETING: { en: 'Supported meeting', fa: 'دیدار با همراهی' },
  DIRECT_CONTACT: { en: 'Direct contact, unsupported', fa: 'تماس مستقیم، بی همراهی' },
  REUNION: { en: 'Reunion', fa: 'بازپیوستن' },
  FOLLOW_UP: { en: 'Follow-up after contact', fa: 'پیگیری پس از تماس' },
});
export type ContactStep = CodeOf<typeof contactStep>;

export const contactEffect = codeList({
  GOOD: { en: 'Good', fa: 'خوب' },
  MIXED: { en: 'Mixed', fa: 'آمیخته' },
  HARD: { en: 'Hard but wanted', fa: 'سخت ولی خواسته' },
  HARMFUL: { en: 'Harmful', fa: 'آسیب‌زا' },
});
export type ContactEffect = CodeOf<typeof contactEffect>;

/** Why a message comes back or waits: said kindly to whoever wrote it; nobody rewords it (R-FL-08). */
export const messageHoldReason = codeList({
  LOCATION_DETAIL: { en: 'Reveals a location', fa: 'جایی را فاش می‌کند' },
  THIRD_PARTY: { en: 'Reveals another person', fa: 'از کس دیگری می‌گوید' },
  GROUP_OR_POLITICAL: { en: 'Content about {group} or politics', fa: 'دربارهٔ {group} یا سیاست' },
  PRESSURE: { en: 'Pressure or inducement', fa: 'فشار یا وسوسه' },
  DISTRESSING: { en: 'Needs preparation before delivery', fa: 'پیش از رساندن آمادگی می‌خواهد' },
  ATTACHMENT_META: { en: 'Attachment not cleaned (metadata)', fa: 'فایل پیوست پاک نشده' },
  CONSENT_MISSING: { en: 'Consent not active', fa: 'رضایت برقرار نیست' },
  TRANSLATION: { en: 'Waiting for translation', fa: 'در انتظار ترجمه' },
  IDENTITY_DOUBT: { en: 'Sender’s identity in doubt', fa: 'هویت فرستنده روشن نیست' },
  OTHER: { en: 'Other', fa: 'دیگر' },
});
export type MessageHoldReason = CodeOf<typeof messageHoldReason>;

/** Why both sides of a link stand still (R-FL-11). For its officers. */
export const linkPauseReason = codeList({
  CLIENT_CONSENT: { en: 'The client took a yes back, or it ended', fa: 'مراجع رضایتی را پس گرفت، یا مهلت آن گذشت' },
  RELATIVE_CONSENT: { en: 'The relative took a yes back, or it ended', fa: 'خویشاوند رضایتی را پس گرفت، یا مهلت آن گذشت' },
  CLIENT_RISK: { en: 'The client is in danger', fa: 'مراجع در خطر است' },
  RELATIVE_RISK: { en: 'The relative is in danger', fa: 'خویشاوند در خطر است' },
  HARMFUL: { en: 'A contact did harm', fa: 'تماسی زیان رساند' },
  CLIENT_STOPPED: { en: 'The client does not want to go on', fa: 'مراجع نمی‌خواهد ادامه دهد' },
  OFFICER: { en: 'An officer paused it', fa: 'مسئول پیوند آن را متوقف کرد' },
});
export type LinkPauseReason = CodeOf<typeof linkPauseReason>;

/** How a link ended. */
export const reunificationOutcome = codeList({
  REUNITED_LIVING: { en: 'Reunited, living together', fa: 'باز به هم پیوستند، با هم زندگی می‌کنند' },
  REUNITED_VISIT: { en: 'Reunited in person, living apart', fa: 'دیدار حضوری، جدا زندگی می‌کنند' },
  REGULAR_CONTACT: { en: 'Regular contact', fa: 'تماس منظم' },
  ONE_CONTACT: { en: 'One contact, no more wanted', fa: 'یک بار تماس، بیش نمی‌خواهند' },
  NEWS_EXCHANGED: { en: 'News exchanged only', fa: 'فقط خبر رد و بدل شد' },
  FATE_KNOWN: { en: 'Fate clarified (deceased)', fa: 'سرنوشت روشن شد (درگذشته)' },
  RELATIVE_DECLINED: { en: 'Relative declined', fa: 'خویشاوند نپذیرفت' },
  CLIENT_STOPPED: { en: 'Client stopped', fa: 'مراجع دست کشید' },
  NOT_FOUND: { en: 'Not found', fa: 'پیدا نشد' },
  UNSAFE: { en: 'Stopped as unsafe', fa: 'برای ایمنی متوقف شد' },
  LEGAL_BLOCKED: { en: 'Blocked by law or permit', fa: 'قانون یا مجوز مانع شد' },
});
export type ReunificationOutcome = CodeOf<typeof reunificationOutcome>;

export const reunificationRoute = codeList({
  NONE: { en: 'None needed', fa: 'لازم نیست' },
  VISIT: { en: 'Visit', fa: 'سفر و دیدار' },
  FAMILY_PERMIT: { en: 'Family permit', fa: 'مجوز خانواده' },
  RESETTLEMENT: { en: 'Resettlement', fa: 'اسکان در کشور سوم' },
  RETURN_OF_RELATIVE: { en: 'Relative moves on own decision', fa: 'خویشاوند به تصمیم خود می‌رود' },
  OTHER: { en: 'Other', fa: 'دیگر' },
});
export type ReunificationRoute = CodeOf<typeof reunificationRoute>;

/** For the officers of a link; what everybody else is shown is its face. */
export const familyLinkState = codeList<FamilyLinkState>({
  DRAFT: { en: 'Details being taken', fa: 'در حال گرفتن مشخصات' },
  OPEN: { en: 'Asked for, consent stands', fa: 'خواسته شده، رضایت برقرار است' },
  TRACING: { en: 'Being looked for', fa: 'در جست‌وجو' },
  LOCATED: { en: 'Found', fa: 'پیدا شد' },
  FATE_KNOWN: { en: 'Confirmed deceased', fa: 'درگذشت تأیید شد' },
  VERIFIED: { en: 'Identity verified', fa: 'هویت احراز شد' },
  APPROACH_APPROVED: { en: 'Approach approved', fa: 'تماس نخست تأیید شد' },
  AWAITING_RELATIVE: { en: 'The relative was asked', fa: 'از خویشاوند پرسیده شد' },
  BOTH_CONSENTED: { en: 'Both agreed', fa: 'هر دو رضایت دادند' },
  MEDIATED: { en: 'Messages through us', fa: 'پیام‌ها از راه ما' },
  DIRECT: { en: 'Supported contact', fa: 'تماس با همراهی' },
  REUNION_PLANNED: { en: 'A meeting is prepared', fa: 'دیدار در تدارک است' },
  REUNITED: { en: 'They met again', fa: 'باز به هم رسیدند' },
  FOLLOW_UP: { en: 'Follow-up', fa: 'پیگیری' },
  PAUSED: { en: 'Paused', fa: 'متوقف موقت' },
  CLOSED: { en: 'Closed', fa: 'بسته' },
});

export const familyLinkEvent = codeList<FamilyLinkEvent>({
  open: { en: 'Begin', fa: 'آغاز' },
  start_tracing: { en: 'Begin to look', fa: 'آغاز جست‌وجو' },
  step: { en: 'Note a tracing step', fa: 'ثبت گام جست‌وجو' },
  located: { en: 'Found', fa: 'پیدا شد' },
  deceased: { en: 'Confirmed deceased', fa: 'درگذشت تأیید شد' },
  not_found: { en: 'End: not found', fa: 'پایان: پیدا نشد' },
  inform: { en: 'The client was told', fa: 'به مراجع گفته شد' },
  verify: { en: 'Verified', fa: 'احراز شد' },
  false_match: { en: 'Not the person', fa: 'همان کس نیست' },
  approve_approach: { en: 'Approve the approach', fa: 'تأیید تماس نخست' },
  stop_unsafe: { en: 'Stop as unsafe', fa: 'توقف برای ایمنی' },
  approach: { en: 'The relative was spoken to', fa: 'با خویشاوند گفت‌وگو شد' },
  lapse: { en: 'The approval has lapsed', fa: 'مهلت تأیید گذشت' },
  relative_consents: { en: 'The relative agrees', fa: 'خویشاوند رضایت داد' },
  relative_declines: { en: 'The relative declines', fa: 'خویشاوند نپذیرفت' },
  no_reply: { en: 'End: no reply', fa: 'پایان: پاسخی نیامد' },
  start_mediation: { en: 'Begin messages', fa: 'آغاز پیام‌ها' },
  exchange: { en: 'Messages were exchanged', fa: 'پیام رد و بدل شد' },
  agree_direct: { en: 'Agree on direct contact', fa: 'توافق بر تماس مستقیم' },
  plan_reunion: { en: 'Prepare a meeting', fa: 'تدارک دیدار' },
  reunite: { en: 'They met', fa: 'دیدار انجام شد' },
  follow_up: { en: 'Go over to follow-up', fa: 'رفتن به پیگیری' },
  close: { en: 'Close', fa: 'بستن' },
  pause: { en: 'Pause both sides', fa: 'توقف هر دو سو' },
  resume_open: { en: 'Go on', fa: 'ادامه' },
  resume_tracing: { en: 'Go on', fa: 'ادامه' },
  resume_located: { en: 'Go on', fa: 'ادامه' },
  resume_verified: { en: 'Go on from verified', fa: 'ادامه از احراز هویت' },
  resume_consented: { en: 'Go on, both agreed anew', fa: 'ادامه، هر دو از نو رضایت دادند' },
  client_stops: { en: 'The client does not want to go on', fa: 'مراجع نمی‌خواهد ادامه دهد' },
  reopen: { en: 'Open again', fa: 'باز کردن دوباره' },
});

/** What stands in the history of a link besides the steps of its drawing: written down while it stays where it is. */
export const linkRemark = codeList({
  asked_again: { en: 'The client asked again', fa: 'مراجع دوباره خواست' },
  officer: { en: 'Who serves a side was set', fa: 'مسئول یک سو تعیین شد' },
  hear: { en: 'A side was heard', fa: 'با یک سو گفت‌وگو شد' },
  verification: { en: 'A verification was written', fa: 'احراز هویت نوشته شد' },
  'assess-approach': { en: 'The risk of an approach was weighed', fa: 'خطر تماس نخست سنجیده شد' },
  safeguard: { en: 'The care for a minor was written down', fa: 'مراقبت از فرد زیر سن نوشته شد' },
  ask: { en: 'A coordinator was asked', fa: 'از هماهنگ‌کننده پرسیده شد' },
  allow: { en: 'A coordinator allowed it', fa: 'هماهنگ‌کننده اجازه داد' },
  tell: { en: 'A side was told something of the other', fa: 'چیزی از یک سو به سوی دیگر گفته شد' },
  contact: { en: 'A contact was written down', fa: 'تماسی ثبت شد' },
  call_off: { en: 'What was agreed on was called off', fa: 'قرار لغو شد' },
  check_in: { en: 'A side was asked how it was', fa: 'از یک سو پرسیده شد تماس چگونه بود' },
  harmful: { en: 'A contact did harm', fa: 'تماسی زیان رساند' },
  approach_again: { en: 'The relative could not be spoken to; once more', fa: 'گفت‌وگو با خویشاوند نشد؛ بار دیگر' },
  approach_unable: { en: 'The relative could not be spoken to', fa: 'گفت‌وگو با خویشاوند نشد' },
  risk_review: { en: 'Risk is to be looked at again', fa: 'خطر باید دوباره بررسی شود' },
  risk_reviewed: { en: 'The risks were looked at again', fa: 'خطرها دوباره بررسی شد' },
  'own-client': { en: 'The relative is a client too', fa: 'خویشاوند هم مراجع است' },
  route: { en: 'A step of the authorities was written down', fa: 'گام اداری ثبت شد' },
  route_done: { en: 'A step of the authorities is done', fa: 'گام اداری انجام شد' },
  erase: { en: 'What was kept without a ground is erased', fa: 'آنچه بی پایه نگه داشته می‌شد پاک شد' },
});
export type LinkRemark = CodeOf<typeof linkRemark>;

export const familyMessageState = codeList<FamilyMessageState>({
  DRAFT: { en: 'Being written', fa: 'در حال نوشتن' },
  SUBMITTED: { en: 'Handed in', fa: 'سپرده شد' },
  IN_REVIEW: { en: 'Being looked over', fa: 'در بازبینی' },
  RETURNED: { en: 'Returned to the writer', fa: 'بازگشت به نویسنده' },
  TRANSLATION: { en: 'Being translated', fa: 'در ترجمه' },
  APPROVED: { en: 'Approved, not released', fa: 'تأیید شد، رها نشده' },
  HELD: { en: 'Held', fa: 'نگه داشته شد' },
  RELEASED: { en: 'Released', fa: 'رها شد' },
  DELIVERED: { en: 'Delivered', fa: 'رسانده شد' },
  RETURNED_UNDELIVERED: { en: 'Could not be delivered', fa: 'رساندنی نبود' },
  REJECTED: { en: 'Rejected', fa: 'رد شد' },
  RECALLED: { en: 'Taken back', fa: 'پس گرفته شد' },
});

export const familyMessageEvent = codeList<FamilyMessageEvent>({
  submit: { en: 'Hand in', fa: 'سپردن برای بازبینی' },
  review: { en: 'Look over', fa: 'بازبینی' },
  return: { en: 'Return to the writer', fa: 'بازگرداندن به نویسنده' },
  reject: { en: 'Reject', fa: 'رد کردن' },
  translate: { en: 'Send to translation', fa: 'سپردن به ترجمه' },
  translated: { en: 'Translation is done', fa: 'ترجمه انجام شد' },
  approve: { en: 'Approve', fa: 'تأیید' },
  release: { en: 'Release', fa: 'رهاکردن' },
  hold: { en: 'Hold', fa: 'نگه داشتن' },
  approve_again: { en: 'Look over again', fa: 'بازبینی دوباره' },
  recall: { en: 'Take back', fa: 'پس گرفتن' },
  deliver: { en: 'Delivered', fa: 'رسانده شد' },
  undelivered: { en: 'Could not be delivered', fa: 'رساندنی نبود' },
});

/** All that anybody but the officers of a link is ever shown of it. */
export const linkFace = codeList<LinkFace>({
  NOTED: { en: 'Noted', fa: 'یادداشت شد' },
  IN_PROGRESS: { en: 'In progress', fa: 'در جریان' },
  IN_CONTACT: { en: 'In contact', fa: 'در تماس' },
  ENDED: { en: 'Ended by the client', fa: 'به خواست مراجع پایان یافت' },
});

/** One of the two people of a link. */
export const linkSide = codeList({
  CLIENT: { en: 'Client side', fa: 'سوی مراجع' },
  RELATIVE: { en: 'Relative side', fa: 'سوی خویشاوند' },
});
export type LinkSide = CodeOf<typeof linkSide>;

/** R-FL-07: whether somebody speaks for themself, asked alone. */
export const duressCheck = codeList({
  PASSED: { en: 'Free to speak', fa: 'آزادانه سخن می‌گوید' },
  DOUBT: { en: 'In doubt', fa: 'تردید هست' },
  NOT_DONE: { en: 'Not asked', fa: 'پرسیده نشد' },
});
export type DuressCheck = CodeOf<typeof duressCheck>;

/** Why two records may be about the same people, and what speaks against it. */
export const matchReason = codeList({
  NAMES: { en: 'The name of the person asked for agrees', fa: 'نام کسی که جویایش هستند می‌خواند' },
  FATHER: { en: 'The father’s name agrees', fa: 'نام پدر می‌خواند' },
  BIRTH: { en: 'The time of birth agrees', fa: 'زمان تولد می‌خواند' },
  SEX: { en: 'The recorded sex agrees', fa: 'جنسیت ثبت‌شده می‌خواند' },
  BIRTHPLACE: { en: 'The place of birth agrees', fa: 'محل تولد می‌خواند' },
  RELATIVE: { en: 'The asking person has the name that the client told', fa: 'نام پرسنده همان است که مراجع گفته' },
  RELATION: { en: 'The relation fits', fa: 'نسبت می‌خواند' },
  OTHER_FATHER: { en: 'The father’s name is another', fa: 'نام پدر دیگری است' },
  OTHER_BIRTH: { en: 'The time of birth is another', fa: 'زمان تولد دیگری است' },
  OTHER_SEX: { en: 'The recorded sex is another', fa: 'جنسیت ثبت‌شده دیگری است' },
  OTHER_RELATION: { en: 'The relation is another', fa: 'نسبت دیگری است' },
});
export type MatchReason = CodeOf<typeof matchReason>;

export const matchLikeness = codeList({
  LIKELY: { en: 'Likely', fa: 'محتمل' },
  POSSIBLE: { en: 'Possible', fa: 'ممکن' },
});

export const familyFreezeState = codeList<FamilyFreezeState>({
  OPEN: { en: 'To be looked at', fa: 'در انتظار بررسی' },
  RELEASED: { en: 'Released', fa: 'آزاد شد' },
  REFUSED: { en: 'Refused', fa: 'رد شد' },
});

/** What several enquiries have in common. */
export const enquiryMark = codeList<EnquiryMark>({
  TELEPHONE: { en: 'The same telephone', fa: 'همان تلفن' },
  MAIL: { en: 'The same mail address', fa: 'همان نشانی ایمیل' },
  WORDING: { en: 'The same wording', fa: 'همان جمله' },
});

/** How somebody asked. */
export const enquiryWay = codeList({
  PHONE: { en: 'By telephone', fa: 'تلفنی' },
  EMAIL: { en: 'By mail', fa: 'با ایمیل' },
  LETTER: { en: 'By letter', fa: 'با نامه' },
  IN_PERSON: { en: 'In person', fa: 'حضوری' },
  PARTNER: { en: 'Through a partner', fa: 'از راه همکار' },
});
