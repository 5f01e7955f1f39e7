import type { Role } from '../access/access-table';
import type { StaffAction, StaffState } from '../staff/staff.process';
import { type CodeOf, codeList } from './code-list';

export const role = codeList<Role>({
  COORDINATOR: { en: 'Coordinator', fa: 'هماهنگ‌کننده' },
  CASEWORKER: { en: 'Caseworker', fa: 'مددکار' },
  COUNSELLOR: { en: 'Counsellor', fa: 'مشاور' },
  LEGAL: { en: 'Legal adviser', fa: 'مشاور حقوقی' },
  HOUSING: { en: 'Housing officer', fa: 'مسئول مسکن' },
  FAMILY_LINKS: { en: 'Family-links officer', fa: 'مسئول پیوند خانوادگی' },
  PARTNER: { en: 'Partner', fa: 'همکار بیرونی' },
  AUDITOR: { en: 'Auditor', fa: 'بازرس' },
  ADMIN: { en: 'Administrator', fa: 'مدیر سامانه' },
});

export const duty = codeList({
  LEAD: { en: 'Lead', fa: 'سرپرست' },
  DUTY_LIST: { en: 'On the duty list', fa: 'در فهرست کشیک' },
});
export type Duty = CodeOf<typeof duty>;

export const staffState = codeList<StaffState>({
  INVITED: { en: 'Invited', fa: 'دعوت شده' },
  ACTIVATED: { en: 'Waiting for confirmation', fa: 'در انتظار تأیید' },
  ACTIVE: { en: 'Active', fa: 'فعال' },
  SUSPENDED: { en: 'Suspended', fa: 'معلق' },
  ENDED: { en: 'Ended', fa: 'پایان‌یافته' },
});

export const staffAction = codeList<StaffAction>({
  activate: { en: 'Activate', fa: 'فعال‌سازی' },
  confirm: { en: 'Confirm', fa: 'تأیید' },
  reset: { en: 'Reset sign-in', fa: 'بازنشانی ورود' },
  suspend: { en: 'Suspend', fa: 'تعلیق' },
  reinstate: { en: 'Reinstate', fa: 'رفع تعلیق' },
  end: { en: 'End', fa: 'پایان دادن' },
});

/** Acts that take two different people; `staff.rules` says who. */
export const twoPersonAct = codeList({
  ADMIT: { en: 'Admitting an enquiry that somebody proposed', fa: 'پذیرفتن تماس اولیه‌ای که دیگری پیشنهاد کرده' },
  APPROVE_PLAN: { en: 'Approving a plan', fa: 'تأیید برنامه' },
  APPROVE_CLOSURE: { en: 'Closing a case', fa: 'بستن پرونده' },
  VOID_NOTE: { en: 'Voiding a note', fa: 'ابطال یادداشت' },
  CONFIRM_STAFF: { en: 'Confirming an account', fa: 'تأیید حساب کاربری' },
  CONFIRM_PRIVILEGED: { en: 'Confirming a coordinator or administrator', fa: 'تأیید هماهنگ‌کننده یا مدیر سامانه' },
  CONFIRM_PARTNER_PERSON: { en: 'Confirming somebody at a partner', fa: 'تأیید فردی نزد همکار بیرونی' },
  CONFIRM_AUDITOR: { en: 'Confirming an auditor', fa: 'تأیید بازرس' },
  CONFIRM_RISK: { en: 'Confirming a lower level of risk', fa: 'تأیید سطح پایین‌تر خطر' },
  SETTLE_DANGER: { en: 'Settling a danger that somebody raised', fa: 'پایان دادن به هشداری که دیگری داده' },
  SEND_RESTRICTED: { en: 'Sending something restricted to a partner', fa: 'فرستادن چیزی محدودشده برای همکار بیرونی' },
  CLOSE_INCIDENT: { en: 'Closing a serious incident', fa: 'بستن یک رویداد جدی' },
  DECIDE_TIE: { en: 'Deciding about a coordinator’s declared tie', fa: 'تصمیم دربارهٔ پیوند اعلام‌شدهٔ هماهنگ‌کننده' },
});
export type TwoPersonAct = CodeOf<typeof twoPersonAct>;
