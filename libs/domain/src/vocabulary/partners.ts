import type { PartnerAction, PartnerStatus } from '../partners/partner.process';
import type { PartnerKeyState } from '../partners/partner-key.process';
import { type CodeOf, codeList } from './code-list';

export const partnerType = codeList({
  ASSOCIATION: { en: 'Association supporting people locally', fa: 'انجمن حمایت محلی' },
  LEGAL_CLINIC: { en: 'Legal clinic', fa: 'مرکز مشاورهٔ حقوقی' },
  HEALTH_PROVIDER: { en: 'Health provider', fa: 'ارائه‌دهندهٔ خدمات درمانی' },
  HOUSING_PROVIDER: { en: 'Housing provider', fa: 'تأمین‌کنندهٔ مسکن' },
  RED_CROSS: { en: 'National Red Cross or Red Crescent', fa: 'صلیب سرخ یا هلال احمر ملی' },
  UN_AGENCY: { en: 'UN agency', fa: 'نهاد سازمان ملل' },
  MUNICIPALITY: { en: 'Municipality', fa: 'شهرداری' },
  EDUCATION: { en: 'Education provider', fa: 'مرکز آموزشی' },
  EMPLOYER: { en: 'Employer or job service', fa: 'کارفرما یا خدمات کاریابی' },
  OTHER: { en: 'Other', fa: 'سایر' },
});

export const partnerStatus = codeList<PartnerStatus>({
  PROSPECT: { en: 'Prospect', fa: 'در حال گفت‌وگو' },
  ACTIVE: { en: 'Active', fa: 'فعال' },
  SUSPENDED: { en: 'Suspended', fa: 'معلق' },
  ENDED: { en: 'Ended', fa: 'پایان‌یافته' },
});

export const partnerAction = codeList<PartnerAction>({
  activate: { en: 'Activate', fa: 'فعال کردن' },
  suspend: { en: 'Suspend', fa: 'تعلیق' },
  reinstate: { en: 'Reinstate', fa: 'رفع تعلیق' },
  end: { en: 'End', fa: 'پایان دادن' },
});

export const partnerKeyState = codeList<PartnerKeyState>({
  REGISTERED: { en: 'Waits for the telephone', fa: 'در انتظار تأیید تلفنی' },
  CONFIRMED: { en: 'Confirmed', fa: 'تأییدشده' },
  REFUSED: { en: 'Refused', fa: 'ردشده' },
  REPLACED: { en: 'Replaced', fa: 'جایگزین‌شده' },
});

/** The lawful route for personal data across a border. */
export const transferMechanism = codeList({
  ADEQUACY: { en: 'Adequacy decision', fa: 'تصمیم کفایت حفاظت داده' },
  SCC: { en: 'Standard contractual clauses', fa: 'بندهای قراردادی استاندارد' },
  EXPLICIT_CONSENT: { en: 'Explicit consent (single case)', fa: 'رضایت صریح (موردی)' },
  VITAL_INTEREST: { en: 'Vital interest', fa: 'منافع حیاتی' },
  LEGAL_CLAIMS: { en: 'Legal claims', fa: 'دعاوی حقوقی' },
  NONE_DOMESTIC: { en: 'Not needed (domestic)', fa: 'لازم نیست (داخل کشور)' },
});
export type TransferMechanism = CodeOf<typeof transferMechanism>;

export const serviceRequested = codeList({
  LEGAL: { en: 'Legal assistance', fa: 'کمک حقوقی' },
  HOUSING: { en: 'Housing or shelter', fa: 'مسکن یا سرپناه' },
  HEALTH: { en: 'Health', fa: 'درمان' },
  MHPSS: { en: 'Mental health and psychosocial support', fa: 'سلامت روان و حمایت روانی‌اجتماعی' },
  CASH_KIND: { en: 'Cash or in-kind', fa: 'کمک نقدی یا غیرنقدی' },
  SAFETY: { en: 'Physical safety', fa: 'ایمنی جانی' },
  FAMILY_TRACING: { en: 'Family tracing and reunification', fa: 'جست‌وجو و بازپیوست خانواده' },
  CHILD_SERVICES: { en: 'Services for children', fa: 'خدمات کودکان' },
  OLDER_PERSON: { en: 'Services for older people', fa: 'خدمات سالمندان' },
  DISABILITY: { en: 'Disability services', fa: 'خدمات توان‌یابان' },
  EDUCATION: { en: 'Education and language', fa: 'آموزش و زبان' },
  LIVELIHOOD: { en: 'Livelihood and employment', fa: 'معیشت و اشتغال' },
  DOCUMENTATION: { en: 'Documentation', fa: 'مدارک هویتی' },
  INTERPRETING: { en: 'Interpretation', fa: 'ترجمهٔ شفاهی' },
  CASE_MANAGEMENT: { en: 'Local case management', fa: 'پیگیری محلی پرونده' },
  OTHER: { en: 'Other', fa: 'سایر' },
});
