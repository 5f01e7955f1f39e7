import type { SeededValue } from './seeded-profiles';

const YEARS = Array.from({ length: 12 }, (_, at) => String(2022 + at));
const HOLIDAYS = YEARS.flatMap((year) => [`${year}-01-01`, `${year}-05-01`, `${year}-12-25`]);

/** The rules of a country that is none, made up from end to end. Demonstrations and tests enter and verify them as two people would. */
export const EXAMPLE_VALUES: readonly SeededValue[] = [
  {
    kind: 'STAGES',
    code: 'ALL',
    value: { states: ['MADE', 'REGISTERED', 'LODGED', 'EXAMINATION', 'INTERVIEW_SET', 'INTERVIEWED', 'APPEAL_LODGED'], oneStep: false },
  },
  { kind: 'TIME_ZONE', code: 'ALL', value: { zone: 'Europe/Tirane' } },
  { kind: 'WEEKEND', code: 'ALL', value: { days: [6, 7] } },
  { kind: 'HOLIDAYS', code: 'ALL', value: { days: HOLIDAYS, until: '2033-12-31' } },
  { kind: 'SERVICE_FICTION', code: 'POST', value: { amount: 3, unit: 'CALENDAR_DAYS' } },
  {
    kind: 'DEADLINE_RULE',
    code: 'REGISTRATION',
    value: { trigger: 'MADE', type: 'REPORT_TO_AUTHORITY', amount: 10, unit: 'CALENDAR_DAYS', roll: 'NEXT' },
  },
  {
    kind: 'DEADLINE_RULE',
    code: 'LODGING',
    value: { trigger: 'REGISTERED', type: 'LODGE_APPLICATION', amount: 21, unit: 'CALENDAR_DAYS', roll: 'NEXT' },
  },
  {
    kind: 'DEADLINE_RULE',
    code: 'DECISION',
    value: { trigger: 'LODGED', type: 'OTHER', amount: 6, unit: 'MONTHS', roll: 'NONE', isTarget: true },
  },
  {
    kind: 'DEADLINE_RULE',
    code: 'RESPONSIBILITY',
    value: { trigger: 'RESPONSIBILITY_STARTED', type: 'OTHER', amount: 2, unit: 'MONTHS', roll: 'NONE' },
  },
  {
    kind: 'DEADLINE_RULE',
    code: 'TRANSCRIPT',
    value: { trigger: 'INTERVIEW_HELD', type: 'COMMENT_TRANSCRIPT', amount: 7, unit: 'WORKING_DAYS', roll: 'NEXT' },
  },
  {
    kind: 'DEADLINE_RULE',
    code: 'APPEAL',
    value: { trigger: 'NEGATIVE_SERVED', type: 'APPEAL', amount: 14, unit: 'CALENDAR_DAYS', roll: 'NEXT' },
  },
  {
    kind: 'DEADLINE_RULE',
    code: 'APPEAL_SHORT',
    value: {
      trigger: 'NEGATIVE_SERVED',
      type: 'APPEAL',
      amount: 1,
      unit: 'WEEKS',
      roll: 'NEXT',
      decisions: ['REFUSED_MANIFEST', 'INADMISSIBLE', 'TRANSFER'],
    },
  },
  {
    kind: 'DEADLINE_RULE',
    code: 'SUSPENSION',
    value: { trigger: 'NEGATIVE_SERVED', type: 'SUSPENSIVE_REQUEST', amount: 1, unit: 'WEEKS', roll: 'NEXT', suspensive: 'ON_REQUEST' },
  },
  {
    kind: 'DEADLINE_RULE',
    code: 'FURTHER_APPEAL',
    value: { trigger: 'RULING_SERVED', type: 'FURTHER_APPEAL', amount: 1, unit: 'MONTHS', roll: 'NEXT' },
  },
  {
    kind: 'DEADLINE_RULE',
    code: 'FAMILY_WINDOW',
    value: {
      trigger: 'POSITIVE_SERVED',
      type: 'FR_PRIVILEGED_WINDOW',
      amount: 3,
      unit: 'MONTHS',
      roll: 'PREVIOUS',
      decisions: ['REFUGEE'],
    },
  },
  { kind: 'PERMIT_TYPE', code: 'ASYLUM_CERT', value: { months: 6, renewalOpensDays: 30 } },
  { kind: 'PERMIT_TYPE', code: 'REFUGEE_PERMIT', value: { months: 36, renewalOpensDays: 90 } },
  { kind: 'PERMIT_TYPE', code: 'SUBSIDIARY_PERMIT', value: { months: 12, renewalOpensDays: 60 } },
  { kind: 'PERMIT_TYPE', code: 'TRAVEL_DOC_1951', value: { months: 60, renewalOpensDays: 180 } },
  { kind: 'AUTHORITY', code: 'ALL', value: { text: 'Example authority' } },
];
