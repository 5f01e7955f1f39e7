import { type CodeOf, codeList } from './code-list';

/** What an appointment is about; sealed with its place, for a calendar may be seen by others. */
export const appointmentKind = codeList({
  MEETING: { en: 'Meeting', fa: 'دیدار' },
  OFFICE_VISIT: { en: 'Appointment at an authority', fa: 'قرار در یک اداره' },
  LEGAL: { en: 'Legal appointment', fa: 'قرار حقوقی' },
  HEALTH: { en: 'Health appointment', fa: 'قرار درمانی' },
  HOUSING: { en: 'Viewing or move', fa: 'بازدید خانه یا جابه‌جایی' },
  COUNSELLING: { en: 'Counselling', fa: 'مشاوره' },
  FAMILY: { en: 'Family meeting', fa: 'دیدار خانوادگی' },
  CALL: { en: 'Agreed call', fa: 'تماس توافق‌شده' },
  OTHER: { en: 'Other', fa: 'سایر' },
});
export type AppointmentKind = CodeOf<typeof appointmentKind>;

export const appointmentState = codeList({
  PLANNED: { en: 'Planned', fa: 'برنامه‌ریزی‌شده' },
  HELD: { en: 'Held', fa: 'برگزار شد' },
  NOT_HELD: { en: 'Did not take place', fa: 'برگزار نشد' },
  CANCELLED: { en: 'Cancelled', fa: 'لغو شد' },
});
export type AppointmentState = CodeOf<typeof appointmentState>;
