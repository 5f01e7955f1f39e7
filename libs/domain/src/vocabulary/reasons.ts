import { codeList } from './code-list';

/** Why a number, the safe-contact plan or a document number is opened: one press, so the list is short. */
export const contactRevealReason = codeList({
  CONTACT_CLIENT: { en: 'To contact the client', fa: 'برای تماس با مراجع' },
  RETURN_CONTACT: { en: 'To answer the client', fa: 'برای پاسخ به مراجع' },
  SAFETY_CHECK: { en: 'Safety check', fa: 'بررسی ایمنی' },
  FORM_OR_LETTER: { en: 'For a form or letter', fa: 'برای فرم یا نامه' },
  CHECK_RECORD: { en: 'To check or correct the record', fa: 'برای بررسی یا اصلاح ثبت' },
});

/** Why an address, a name used inside the group or the like is opened. */
export const locationRevealReason = codeList({
  VISIT: { en: 'Visit or accompaniment', fa: 'بازدید یا همراهی' },
  EMERGENCY: { en: 'Danger now', fa: 'خطر فوری' },
  SAFETY_PLANNING: { en: 'Safety planning', fa: 'برنامه‌ریزی ایمنی' },
  HOUSING_MOVE: { en: 'Housing or a move', fa: 'مسکن یا جابه‌جایی' },
  LEGAL_PROCEDURE: { en: 'Legal procedure', fa: 'روند حقوقی' },
  DUPLICATE_CHECK: { en: 'Duplicate check', fa: 'بررسی تکراری بودن' },
  CHECK_RECORD: { en: 'To check or correct the record', fa: 'برای بررسی یا اصلاح ثبت' },
});
