import { type CodeOf, codeList } from './code-list';

export const caseNoteType = codeList({
  CONTACT: { en: 'Contact with client', fa: 'تماس با مراجع' },
  ATTEMPT: { en: 'Contact attempt (no answer)', fa: 'تلاش برای تماس (بی‌پاسخ)' },
  THIRD_PARTY: { en: 'Contact with third party', fa: 'تماس با شخص ثالث' },
  HOME_VISIT: { en: 'Visit', fa: 'بازدید' },
  ACCOMPANIMENT: { en: 'Accompaniment', fa: 'همراهی' },
  CASE_CONFERENCE: { en: 'Case conference', fa: 'جلسهٔ بررسی پرونده' },
  ASSESSMENT: { en: 'Assessment note', fa: 'یادداشت ارزیابی' },
  DECISION: { en: 'Decision and reasoning', fa: 'تصمیم و دلایل آن' },
  SAFETY: { en: 'Safety note (restricted)', fa: 'یادداشت ایمنی (محدود)' },
  SENSITIVE: { en: 'Sensitive note (named readers)', fa: 'یادداشت حساس (خوانندگان معین)' },
  LEGAL_PRIV: { en: 'Legally privileged (legal team only)', fa: 'محرمانهٔ حقوقی (فقط تیم حقوقی)' },
  ADMIN: { en: 'Administrative', fa: 'اداری' },
  CORRECTION: { en: 'Correction or addendum', fa: 'اصلاح یا تکمیل' },
  CLIENT_VIEW: { en: 'Client’s own statement', fa: 'گفتهٔ خود مراجع' },
});
export type CaseNoteType = CodeOf<typeof caseNoteType>;

export const contactDirection = codeList({
  INCOMING: { en: 'They contacted us', fa: 'آن‌ها تماس گرفتند' },
  OUTGOING: { en: 'We contacted them', fa: 'ما تماس گرفتیم' },
});

/** Why a signed note must go. */
export const noteVoidReason = codeList({
  WRONG_FILE: { en: 'It belongs in another file', fa: 'به پروندهٔ دیگری تعلق دارد' },
  WRITTEN_TWICE: { en: 'Written twice', fa: 'دو بار نوشته شده' },
  NOT_NEEDED: { en: 'Says more than the work needs', fa: 'بیش از نیاز کار گفته است' },
  OTHER: { en: 'Other', fa: 'سایر' },
});
export type NoteVoidReason = CodeOf<typeof noteVoidReason>;
