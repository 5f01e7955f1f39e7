import type { CounsellingState } from '../counselling/counselling.process';
import { type CodeOf, codeList } from './code-list';

export const counsellingService = codeList({
  PSYCHOEDUCATION: { en: 'Psycho-education about leaving a closed group', fa: 'آموزش روانی دربارهٔ ترک یک گروه بسته' },
  SUPPORTIVE: { en: 'Supportive counselling', fa: 'مشاورهٔ حمایتی' },
  EXIT_COUNSELLING: { en: 'Voluntary exit counselling / consultation', fa: 'مشاورهٔ داوطلبانهٔ خروج' },
  TRAUMA_THERAPY: { en: 'Trauma-focused psychotherapy', fa: 'روان‌درمانی متمرکز بر آسیب' },
  GRIEF: { en: 'Grief and ambiguous-loss work', fa: 'کار بر سوگ و فقدان مبهم' },
  FAMILY_COUPLE: { en: 'Family / couple counselling', fa: 'مشاورهٔ خانواده و زوج' },
  PEER_GROUP: { en: 'Peer support group', fa: 'گروه همیاری' },
  CRISIS: { en: 'Crisis intervention', fa: 'مداخله در بحران' },
  PSYCHIATRIC_REFERRAL: { en: 'Psychiatric referral and liaison', fa: 'ارجاع و هماهنگی روان‌پزشکی' },
  CARE_COORD: { en: 'Psychosocial care coordination', fa: 'هماهنگی مراقبت روانی‌ـ‌اجتماعی' },
});
export type CounsellingService = CodeOf<typeof counsellingService>;

export const counsellingState = codeList<CounsellingState>({
  REFERRED: { en: 'Referred or self-requested', fa: 'ارجاع یا درخواست خود مراجع' },
  TRIAGED: { en: 'Triage done', fa: 'اولویت‌بندی‌شده' },
  WAITLIST: { en: 'Waiting', fa: 'در فهرست انتظار' },
  ASSESSMENT: { en: 'Assessment sessions', fa: 'جلسه‌های ارزیابی' },
  ACTIVE: { en: 'Treatment / counselling', fa: 'درمان / مشاوره' },
  PAUSED: { en: 'Paused', fa: 'متوقف' },
  ENDING: { en: 'Planned ending phase', fa: 'مرحلهٔ پایان برنامه‌ریزی‌شده' },
  ENDED: { en: 'Ended', fa: 'پایان‌یافته' },
  DECLINED: { en: 'Not taken up', fa: 'آغازنشده' },
});

/** All that the case team is told of where it stands (R-CN-02). */
export const counsellingPhase = codeList({
  ASKED: { en: 'Asked for', fa: 'درخواست‌شده' },
  WAITING: { en: 'Waiting', fa: 'در انتظار' },
  UNDER_WAY: { en: 'Under way', fa: 'در جریان' },
  ENDED: { en: 'Ended', fa: 'پایان‌یافته' },
});
export type CounsellingPhase = CodeOf<typeof counsellingPhase>;

export const counsellingSource = codeList({
  CASE_TEAM: { en: 'The case team', fa: 'تیم پرونده' },
  SELF: { en: 'The client', fa: 'خود مراجع' },
});

/** Response limits as of a referral (model 2.14); an urgent one is contacted within 24 hours (model 3.4). */
export const counsellingUrgency = codeList({
  URGENT: { en: 'Urgent: contact within 24 hours', fa: 'فوری: تماس ظرف ۲۴ ساعت' },
  ROUTINE: { en: 'Routine', fa: 'عادی' },
});
export type CounsellingUrgency = CodeOf<typeof counsellingUrgency>;

export const sessionModality = codeList({
  IN_PERSON: { en: 'In person', fa: 'حضوری' },
  PHONE: { en: 'Phone', fa: 'تلفنی' },
  VIDEO: { en: 'Video', fa: 'تصویری' },
  GROUP: { en: 'Group', fa: 'گروهی' },
  HOME_VISIT: { en: 'Home visit', fa: 'بازدید در خانه' },
});
export type SessionModality = CodeOf<typeof sessionModality>;

export const sessionStatus = codeList({
  SCHEDULED: { en: 'Scheduled', fa: 'برنامه‌ریزی‌شده' },
  ATTENDED: { en: 'Attended', fa: 'حاضر شد' },
  DNA: { en: 'Did not attend', fa: 'حاضر نشد' },
  CANCELLED_CLIENT: { en: 'Cancelled by client', fa: 'لغو از سوی مراجع' },
  CANCELLED_STAFF: { en: 'Cancelled by staff', fa: 'لغو از سوی همکار' },
  CUT_SHORT: { en: 'Cut short', fa: 'نیمه‌کاره ماند' },
});
export type SessionStatus = CodeOf<typeof sessionStatus>;

export const riskChecked = codeList({
  YES: { en: 'Risk was asked about', fa: 'دربارهٔ خطر پرسیده شد' },
  NOT_INDICATED: { en: 'Nothing called for it', fa: 'نیازی به پرسش نبود' },
});

/** What belongs to the record of the client. */
export const recordNoteType = codeList({
  ASSESSMENT: { en: 'Clinical assessment', fa: 'ارزیابی بالینی' },
  PROGRESS: { en: 'Progress note (client record)', fa: 'یادداشت پیشرفت (پروندهٔ مراجع)' },
  RISK: {
    en: 'Clinical risk note (shared with safety plan owner)',
    fa: 'یادداشت بالینی خطر (با مسئول برنامهٔ ایمنی در میان گذاشته می‌شود)',
  },
  PLAN: { en: 'Treatment plan', fa: 'برنامهٔ درمان' },
  CORRESPONDENCE: { en: 'Letters and reports', fa: 'نامه‌ها و گزارش‌ها' },
  ENDING: { en: 'Ending summary', fa: 'خلاصهٔ پایانی' },
});
export type RecordNoteType = CodeOf<typeof recordNoteType>;

/** What belongs to the counsellor, sealed under a key of their own. */
export const privateNoteType = codeList({
  PROCESS: { en: 'Process note (sealed; author only)', fa: 'یادداشت فرایند (مهرشده؛ فقط نویسنده)' },
  SUPERVISION: { en: 'Clinical supervision note (sealed; author + supervisor)', fa: 'یادداشت نظارت بالینی (مهرشده؛ نویسنده و ناظر)' },
});
export type PrivateNoteType = CodeOf<typeof privateNoteType>;

export const counsellingEndReason = codeList({
  GOALS_MET: { en: 'Goals met', fa: 'هدف‌ها برآورده شد' },
  CLIENT_ENDED: { en: 'Client chose to end', fa: 'مراجع خواست پایان دهد' },
  DISENGAGED: { en: 'Disengaged after agreed attempts', fa: 'پس از تلاش‌های توافق‌شده ادامه نداد' },
  TRANSFERRED: { en: 'Transferred to other provider', fa: 'انتقال به ارائه‌دهندهٔ دیگر' },
  MOVED: { en: 'Moved away', fa: 'نقل مکان' },
  NOT_SUITABLE: { en: 'Not suitable – other service recommended', fa: 'مناسب نبود – خدمت دیگری پیشنهاد شد' },
  SERVICE_LIMIT: { en: 'Session limit reached', fa: 'به سقف جلسه‌ها رسید' },
  DEATH: { en: 'Death', fa: 'درگذشت' },
  OTHER: { en: 'Other', fa: 'سایر' },
});
export type CounsellingEndReason = CodeOf<typeof counsellingEndReason>;

/** Why an episode was not taken up. */
export const counsellingDeclineReason = codeList({
  CLIENT_DECLINED: { en: 'The client declined', fa: 'مراجع نخواست' },
  TWO_FAILED_CONTACTS: { en: 'Two contacts failed', fa: 'دو تماس بی‌نتیجه ماند' },
  NOT_SUITABLE: { en: 'Not suitable – other service recommended', fa: 'مناسب نبود – خدمت دیگری پیشنهاد شد' },
});
export type CounsellingDeclineReason = CodeOf<typeof counsellingDeclineReason>;

/** Several may be named; none is a diagnosis. */
export const presentingTheme = codeList({
  ADJUSTMENT: { en: 'Adjustment after leaving', fa: 'سازگاری پس از ترک' },
  IDENTITY: { en: 'Identity, values and beliefs', fa: 'هویت، ارزش‌ها و باورها' },
  DECISION: { en: 'Difficulty deciding alone', fa: 'دشواری در تصمیم‌گیری به‌تنهایی' },
  GUILT_SHAME: { en: 'Guilt or shame', fa: 'احساس گناه یا شرم' },
  FEAR: { en: 'Fear of consequences', fa: 'ترس از پیامدها' },
  TRAUMA: { en: 'Trauma reactions', fa: 'واکنش‌های پس از آسیب' },
  LOSS: { en: 'Loss and grief', fa: 'فقدان و سوگ' },
  LOST_YEARS: { en: 'Regret for lost years', fa: 'حسرت سال‌های ازدست‌رفته' },
  FAMILY_SEPARATION: { en: 'Family separation', fa: 'جدایی از خانواده' },
  PARENTING: { en: 'Parenting after separation', fa: 'والدگری پس از جدایی' },
  RELATIONSHIP: { en: 'Relationships and trust', fa: 'رابطه‌ها و اعتماد' },
  SLEEP: { en: 'Sleep', fa: 'خواب' },
  ANGER: { en: 'Anger', fa: 'خشم' },
  LOW_MOOD: { en: 'Low mood', fa: 'خلق پایین' },
  ANXIETY: { en: 'Anxiety', fa: 'اضطراب' },
  SUBSTANCE: { en: 'Substance use', fa: 'مصرف مواد' },
  SELF_HARM: { en: 'Self-harm or suicidal thoughts', fa: 'آسیب به خود یا فکر خودکشی' },
  AGEING: { en: 'Ageing and health', fa: 'سالمندی و سلامت' },
});
export type PresentingTheme = CodeOf<typeof presentingTheme>;

export const preferredGender = codeList({
  ANY: { en: 'No preference', fa: 'فرقی ندارد' },
  WOMAN: { en: 'A woman', fa: 'زن' },
  MAN: { en: 'A man', fa: 'مرد' },
});

/** Contacts beside sessions: the check-in of the waiting list, and attempts that failed. */
export const counsellingContactKind = codeList({
  CHECK_IN: { en: 'Reached', fa: 'تماس برقرار شد' },
  ATTEMPT: { en: 'Not reached', fa: 'پاسخ نداد' },
});

/** Scores only: the text of no instrument is part of this house. */
export const instrument = codeList({
  PHQ2: { en: 'PHQ-2', fa: 'PHQ-2' },
  PHQ9: { en: 'PHQ-9', fa: 'PHQ-9' },
  GAD2: { en: 'GAD-2', fa: 'GAD-2' },
  GAD7: { en: 'GAD-7', fa: 'GAD-7' },
  PCPTSD5: { en: 'PC-PTSD-5', fa: 'PC-PTSD-5' },
  PCL5: { en: 'PCL-5', fa: 'PCL-5' },
  ITQ: { en: 'ITQ', fa: 'ITQ' },
  WHO5: { en: 'WHO-5', fa: 'WHO-5' },
  RHS15: { en: 'RHS-15', fa: 'RHS-15' },
  RHS13: { en: 'RHS-13', fa: 'RHS-13' },
  K10: { en: 'K10', fa: 'K10' },
  K6: { en: 'K6', fa: 'K6' },
  WGSS: { en: 'Washington Group Short Set', fa: 'مجموعهٔ کوتاه گروه واشنگتن' },
});
export type Instrument = CodeOf<typeof instrument>;

export const screeningMode = codeList({
  SELF: { en: 'Filled in by the client', fa: 'خود مراجع پر کرد' },
  READ_ALOUD: { en: 'Read aloud', fa: 'بلند خوانده شد' },
  INTERPRETER: { en: 'With an interpreter', fa: 'با مترجم' },
});

/** Where a score lies. A band says how many answers were given how; it is no diagnosis. */
export const screeningBand = codeList({
  MINIMAL: { en: 'minimal', fa: 'ناچیز' },
  MILD: { en: 'mild', fa: 'خفیف' },
  MODERATE: { en: 'moderate', fa: 'متوسط' },
  MODERATELY_SEVERE: { en: 'moderately severe', fa: 'نسبتاً شدید' },
  SEVERE: { en: 'severe', fa: 'شدید' },
  LOW: { en: 'low', fa: 'پایین' },
  HIGH: { en: 'high', fa: 'بالا' },
  VERY_HIGH: { en: 'very high', fa: 'بسیار بالا' },
  LIKELY_DEPRESSION: { en: 'likely depression: offer PHQ-9', fa: 'احتمال افسردگی: PHQ-9 پیشنهاد شود' },
  NONE: { en: 'neither pattern', fa: 'هیچ‌یک از دو الگو' },
  PTSD: { en: 'PTSD pattern', fa: 'الگوی PTSD' },
  CPTSD: { en: 'CPTSD pattern', fa: 'الگوی CPTSD' },
});
export type ScreeningBand = CodeOf<typeof screeningBand>;

export const screeningFlag = codeList({
  PHQ9_ITEM9: { en: 'An answer points to self-harm', fa: 'یک پاسخ به آسیب به خود اشاره دارد' },
  PHQ9_ITEM9_ASK: { en: 'Item 9 was left open: ask', fa: 'پرسش ۹ بی‌پاسخ ماند: بپرسید' },
});
export type ScreeningFlag = CodeOf<typeof screeningFlag>;
