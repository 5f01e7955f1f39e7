import type { RecordClass } from '../access/access-table';
import { type CodeOf, codeList } from './code-list';

/** Why somebody is asked to join a case team. */
export const teamReason = codeList({
  ALLOCATION: { en: 'Primary worker', fa: 'مددکار اصلی' },
  SPECIALIST: { en: 'Specialist help', fa: 'کمک تخصصی' },
  COVER: { en: 'Cover for absence', fa: 'جانشینی در غیبت' },
  HANDOVER: { en: 'Handover', fa: 'تحویل پرونده' },
  JOINT_WORK: { en: 'Working together', fa: 'کار مشترک' },
  LANGUAGE: { en: 'Shared language', fa: 'زبان مشترک' },
});
export type TeamReason = CodeOf<typeof teamReason>;

/** Why a place on a team, or the question before it, came to its end. */
export const teamEndReason = codeList({
  LEFT: { en: 'Left', fa: 'خود کناره گرفت' },
  ENDED: { en: 'Ended', fa: 'پایان داده شد' },
  EXPIRED: { en: 'Time ran out', fa: 'مهلت به پایان رسید' },
  MEMBER_TIE: { en: 'Has a tie', fa: 'پیوندی دارد' },
  CLIENT_OBJECTION: { en: 'The client objects', fa: 'مراجع موافق نیست' },
  WITHDRAWN: { en: 'Question withdrawn', fa: 'پرسش پس گرفته شد' },
  CASE_CLOSED: { en: 'Case closed', fa: 'پرونده بسته شد' },
  BLOCKED: { en: 'Access closed', fa: 'دسترسی بسته شد' },
});

export const memberAnswer = codeList({
  NO_TIE: { en: 'No tie', fa: 'پیوندی ندارد' },
  TIE: { en: 'Has a tie', fa: 'پیوندی دارد' },
});

export const clientAnswer = codeList({
  NO_OBJECTION: { en: 'No objection', fa: 'موافق است' },
  OBJECTION: { en: 'Objects', fa: 'موافق نیست' },
});

export const teamRole = codeList({
  CASEWORKER: { en: 'Caseworker', fa: 'مددکار' },
  COUNSELLOR: { en: 'Counsellor', fa: 'مشاور' },
  LEGAL: { en: 'Legal adviser', fa: 'مشاور حقوقی' },
  HOUSING: { en: 'Housing officer', fa: 'مسئول مسکن' },
  FAMILY_LINKS: { en: 'Family-links officer', fa: 'مسئول پیوند خانوادگی' },
  COORDINATOR: { en: 'Coordinator', fa: 'هماهنگ‌کننده' },
});
export type TeamRole = CodeOf<typeof teamRole>;

/** What a member may see of the file. */
export const recordClass = codeList<RecordClass>({
  PERSON: { en: 'Person', fa: 'مشخصات فردی' },
  NAMES: { en: 'All names', fa: 'همهٔ نام‌ها' },
  ORG_NAMES: { en: 'Names used in {group}', fa: 'نام‌ها در {group}' },
  ID_DOCS: { en: 'Identity documents', fa: 'مدارک هویتی' },
  CONTACT: { en: 'Contact', fa: 'راه تماس' },
  LOCATION: { en: 'Addresses', fa: 'نشانی‌ها' },
  HOUSING: { en: 'Housing', fa: 'مسکن' },
  CASE: { en: 'Case', fa: 'پرونده' },
  NOTES: { en: 'Notes', fa: 'یادداشت‌ها' },
  RESTRICTED_NOTES: { en: 'Restricted notes', fa: 'یادداشت‌های محدود' },
  LEGAL_NOTES: { en: 'Privileged legal notes', fa: 'یادداشت‌های حقوقی محرمانه' },
  RISK: { en: 'Risk and safety plan', fa: 'خطر و برنامهٔ ایمنی' },
  MEASURES: { en: 'Safety measures', fa: 'اقدامات ایمنی' },
  INCIDENTS: { en: 'Incidents', fa: 'رویدادها' },
  DOCUMENTS: { en: 'Documents', fa: 'اسناد' },
  NEEDS: { en: 'Needs', fa: 'نیازها' },
  RESTRICTED_NEEDS: { en: 'Restricted needs', fa: 'نیازهای محدود' },
  PLAN: { en: 'Plan', fa: 'برنامه' },
  TASKS: { en: 'Tasks and appointments', fa: 'کارها و قرارها' },
  CONSENTS: { en: 'Consents', fa: 'رضایت‌ها' },
  FAMILY_LINKS: { en: 'Family links', fa: 'پیوندهای خانوادگی' },
  COUNSELLING: { en: 'Counselling: appointments', fa: 'مشاوره: قرارها' },
  COUNSELLING_NOTES: { en: 'Counselling: record notes', fa: 'مشاوره: یادداشت‌های پرونده' },
  SCREENING: { en: 'Screening scores', fa: 'نمره‌های غربالگری' },
  OUTCOMES: { en: 'Independent life', fa: 'زندگی مستقل' },
  CLOSURE: { en: 'Closure', fa: 'بستن پرونده' },
  CLAIMS: { en: 'Claims, deadlines and permits', fa: 'درخواست‌ها، مهلت‌ها و اقامت‌ها' },
  PERMIT_DATES: { en: 'Days of permits', fa: 'تاریخ‌های اقامت' },
  REFERRALS: { en: 'Referrals', fa: 'ارجاع‌ها' },
  AUDIT: { en: 'Who opened the file', fa: 'چه کسی پرونده را باز کرد' },
});

/** Who said that somebody must not see a client. */
export const blockSource = codeList({
  USER_DECLARED: { en: 'Said by the colleague', fa: 'به گفتهٔ همکار' },
  CLIENT_STATED: { en: 'Said by the client', fa: 'به گفتهٔ مراجع' },
  SAFETY: { en: 'Safety decision', fa: 'تصمیم ایمنی' },
});

/** P-05: how long a case has been open, in days. */
export const caseAge = codeList({
  D0_30: { en: '0–30 days', fa: '۰ تا ۳۰ روز' },
  D31_90: { en: '31–90 days', fa: '۳۱ تا ۹۰ روز' },
  D91_180: { en: '91–180 days', fa: '۹۱ تا ۱۸۰ روز' },
  D181_365: { en: '181–365 days', fa: '۱۸۱ تا ۳۶۵ روز' },
  D366_UP: { en: 'More than 365 days', fa: 'بیش از ۳۶۵ روز' },
});
export type CaseAge = CodeOf<typeof caseAge>;
