import { type CodeOf, codeList } from './code-list';

export const documentType = codeList({
  ID_COPY: { en: 'Identity document copy', fa: 'رونوشت مدرک هویتی' },
  DECISION: { en: 'Decision of an authority or court', fa: 'تصمیم مرجع یا دادگاه' },
  APPEAL: { en: 'Appeal or submission', fa: 'اعتراض یا لایحه' },
  LEGAL_MANDATE: { en: 'Power of attorney', fa: 'وکالت‌نامه' },
  PERMIT: { en: 'Permit copy', fa: 'رونوشت مجوز اقامت' },
  MEDICAL: { en: 'Medical report', fa: 'گزارش پزشکی' },
  PSYCH_REPORT: { en: 'Psychological report', fa: 'گزارش روان‌شناختی' },
  CONSENT_FORM: { en: 'Consent form', fa: 'برگهٔ رضایت' },
  TENANCY: { en: 'Tenancy or accommodation contract', fa: 'قرارداد اجاره یا اسکان' },
  EDUCATION: { en: 'Education or qualification', fa: 'تحصیل یا مدرک تحصیلی' },
  EMPLOYMENT: { en: 'Employment', fa: 'کار' },
  FAMILY_PHOTO: { en: 'Family photo', fa: 'عکس خانوادگی' },
  EVIDENCE: { en: 'Evidence of an incident', fa: 'شاهد یک رویداد' },
  CORRESPONDENCE: { en: 'Correspondence', fa: 'نامه‌نگاری' },
  TRANSLATION: { en: 'Translation', fa: 'ترجمه' },
  REFERRAL_PACK: { en: 'Referral package', fa: 'بستهٔ ارجاع' },
  PLAN_PDF: { en: 'Plan copy for the client', fa: 'نسخهٔ برنامه برای مراجع' },
  OTHER: { en: 'Other', fa: 'سایر' },
});
export type DocumentType = CodeOf<typeof documentType>;

/** Model 2.16, and UNSCANNED: kept where no scanner is. */
export const fileState = codeList({
  UPLOADING: { en: 'Uploading', fa: 'در حال بارگذاری' },
  UNSCANNED: { en: 'Not scanned', fa: 'بررسی‌نشده' },
  QUARANTINED: { en: 'Waiting for malware scan', fa: 'در انتظار بررسی بدافزار' },
  CLEAN: { en: 'Clean', fa: 'پاک' },
  INFECTED: { en: 'Infected: blocked', fa: 'آلوده: بسته' },
});

/** What a file is by its content. */
export const fileKind = codeList({
  PDF: { en: 'PDF', fa: 'سند PDF' },
  JPEG: { en: 'Picture (JPEG)', fa: 'تصویر (JPEG)' },
  PNG: { en: 'Picture (PNG)', fa: 'تصویر (PNG)' },
  WEBP: { en: 'Picture (WebP)', fa: 'تصویر (WebP)' },
  DOCX: { en: 'Text document (DOCX)', fa: 'سند متنی (DOCX)' },
  ODT: { en: 'Text document (ODT)', fa: 'سند متنی (ODT)' },
  TXT: { en: 'Plain text', fa: 'متن ساده' },
  MP3: { en: 'Sound (MP3)', fa: 'صدا (MP3)' },
  M4A: { en: 'Sound (M4A)', fa: 'صدا (M4A)' },
});
export type FileKind = CodeOf<typeof fileKind>;
