import type { IncidentAction, IncidentState } from '../incidents/incident.process';
import { type CodeOf, codeList } from './code-list';

export const incidentType = codeList({
  THREAT_VERBAL: { en: 'Verbal threat', fa: 'تهدید زبانی' },
  THREAT_WRITTEN: { en: 'Written / online threat', fa: 'تهدید نوشتاری یا اینترنتی' },
  SURVEILLANCE: { en: 'Surveillance or following', fa: 'زیر نظر گرفتن یا تعقیب' },
  APPROACH: { en: 'Unwanted approach or visit', fa: 'نزدیک شدن یا مراجعهٔ ناخواسته' },
  PRESSURE_FAMILY: { en: 'Pressure on relatives', fa: 'فشار بر بستگان' },
  SMEAR: { en: 'Public smear / defamation', fa: 'بدنامی یا افترای علنی' },
  DOXING: { en: 'Private data published', fa: 'انتشار اطلاعات خصوصی' },
  IMPERSONATION: { en: 'Impersonation', fa: 'جعل هویت' },
  ASSAULT: { en: 'Physical assault', fa: 'حملهٔ جسمی' },
  PROPERTY: { en: 'Damage or theft', fa: 'خسارت یا سرقت' },
  DOCS_WITHHELD: { en: 'Documents or money withheld', fa: 'نگه داشتن مدارک یا پول' },
  INDUCEMENT: { en: 'Offer to return / report on others', fa: 'پیشنهاد بازگشت یا خبر دادن از دیگران' },
  HACKING: { en: 'Device or account compromise', fa: 'نفوذ به دستگاه یا حساب' },
  FALSE_REPORT: { en: 'False report to authority', fa: 'گزارش نادرست به مرجع رسمی' },
  STATE_CONTACT: { en: 'Unwanted contact attributed to a state', fa: 'تماس ناخواسته‌ای که به یک دولت نسبت داده می‌شود' },
  DISCRIMINATION: { en: 'Discrimination', fa: 'تبعیض' },
  SELF_HARM: { en: 'Self-harm / suicide attempt', fa: 'آسیب به خود / اقدام به خودکشی' },
  MISSING: { en: 'Client missing', fa: 'مراجع ناپدید شده' },
  STAFF_TARGETED: { en: 'Staff or volunteer targeted', fa: 'هدف گرفتن همکار یا داوطلب' },
  DATA_BREACH: { en: 'Data breach', fa: 'نشت داده' },
  OTHER: { en: 'Other', fa: 'سایر' },
});
export type IncidentType = CodeOf<typeof incidentType>;

/** As reported; never a finding. */
export const allegedSource = codeList({
  GROUP: { en: 'Person(s) associated with {group}', fa: 'افراد مرتبط با {group}' },
  STATE: { en: 'Person(s) associated with a state', fa: 'افراد مرتبط با یک دولت' },
  FAMILY: { en: 'Family member', fa: 'عضو خانواده' },
  OTHER_FORMER: { en: 'Another former member', fa: 'عضو پیشین دیگر' },
  HOUSEHOLD: { en: 'Household member', fa: 'هم‌خانه' },
  EMPLOYER_LANDLORD: { en: 'Employer or landlord', fa: 'کارفرما یا صاحب‌خانه' },
  STRANGER: { en: 'Stranger', fa: 'ناشناس' },
  ONLINE_UNKNOWN: { en: 'Unknown online account', fa: 'حساب اینترنتی ناشناس' },
  STAFF_VOLUNTEER: { en: 'Staff or volunteer', fa: 'همکار یا داوطلب' },
  UNKNOWN: { en: 'Unknown', fa: 'نامعلوم' },
});

export const sourceConfidence = codeList({
  REPORTED: { en: 'Reported only', fa: 'تنها گزارش شده' },
  CORROBORATED: { en: 'Corroborated', fa: 'با قرائن دیگر' },
  DOCUMENTED: { en: 'Documented', fa: 'مستند' },
  ESTABLISHED: { en: 'Established by authority or court', fa: 'احرازشده نزد مرجع رسمی یا دادگاه' },
  UNFOUNDED: { en: 'Not supported', fa: 'بی‌پشتوانه' },
});

export const incidentSeverity = codeList({
  I1: { en: 'Minor', fa: 'جزئی' },
  I2: { en: 'Moderate', fa: 'متوسط' },
  I3: { en: 'Serious', fa: 'جدی' },
  I4: { en: 'Critical', fa: 'بحرانی' },
});
export type IncidentSeverity = CodeOf<typeof incidentSeverity>;

export const authorityReport = codeList({
  NOT_WANTED: { en: 'Not wanted', fa: 'نمی‌خواهد' },
  PLANNED: { en: 'Planned', fa: 'در نظر است' },
  MADE: { en: 'Made', fa: 'انجام شده' },
});

export const incidentState = codeList<IncidentState>({
  REPORTED: { en: 'Reported', fa: 'گزارش شده' },
  ASSESSED: { en: 'Severity set', fa: 'شدت تعیین شده' },
  ACTION: { en: 'Actions under way', fa: 'اقدامات در جریان' },
  MONITORING: { en: 'Monitoring', fa: 'پیگیری' },
  CLOSED: { en: 'Closed', fa: 'بسته' },
});

export const incidentAction = codeList<IncidentAction>({
  assess: { en: 'Set the severity', fa: 'تعیین شدت' },
  act: { en: 'Begin the actions', fa: 'آغاز اقدامات' },
  monitor: { en: 'Go on to monitoring', fa: 'رفتن به پیگیری' },
  close: { en: 'Close the incident', fa: 'بستن رویداد' },
  reopen: { en: 'Open again', fa: 'بازگشایی' },
});
