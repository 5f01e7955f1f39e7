import type { Label } from '@panah/domain/vocabulary/code-list';
import { readerLanguage } from '../platform/reader/language';

const say = (en: string, fa: string): Label => ({ en, fa });

/** Parts of a client's file; the log names them as records, and in capitals as what a request opened. */
const PARTS: Readonly<Record<string, Label>> = {
  person_name: say('names', 'نام‌ها'),
  organisational_name: say('names used inside the group', 'نام‌های درون گروه'),
  contact_point: say('ways of contact', 'راه‌های تماس'),
  safe_contact_plan: say('safe-contact plan', 'برنامهٔ تماس امن'),
  duress_word: say('duress word', 'واژهٔ هشدار'),
  residence: say('dwellings', 'محل‌های سکونت'),
  identity_document: say('identity papers', 'مدارک هویتی'),
  dependant: say('dependants', 'افراد تحت تکفل'),
};

/** What the nouns of the access table, and the kinds of record in the log, are called. */
const NOUNS: Readonly<Record<string, Label>> = {
  ...PARTS,
  session: say('Session', 'نشست'),
  duplicate: say('Possible duplicate', 'احتمال تکرار'),
  account: say('Own account', 'حساب خود'),
  staff: say('Colleague', 'همکار'),
  office: say('Office', 'دفتر'),
  enquiry: say('Enquiry', 'تماس اولیه'),
  client: say('Client', 'مراجع'),
  name: say('Names', 'نام‌ها'),
  identity: say('Identity papers', 'مدارک هویتی'),
  contact: say('Contact details', 'راه‌های تماس'),
  location: say('Whereabouts', 'محل اقامت'),
  duress: say('Duress word', 'واژهٔ هشدار'),
  case: say('Case', 'پرونده'),
  team: say('Case team', 'تیم پرونده'),
  case_team: say('Case team', 'تیم پرونده'),
  block: say('Access block', 'مسدودی دسترسی'),
  board: say('Board', 'تابلوی کار'),
  report: say('Report', 'گزارش'),
  day: say('Own day', 'روز کاری'),
  note: say('Note', 'یادداشت'),
  risk: say('Risk', 'خطر'),
  risk_assessment: say('Risk assessment', 'ارزیابی خطر'),
  safety: say('Safety plan', 'برنامهٔ ایمنی'),
  safety_plan: say('Safety plan', 'برنامهٔ ایمنی'),
  duty: say('Duty list', 'فهرست کشیک'),
  duty_turn: say('Turn of duty', 'نوبت کشیک'),
  danger: say('Danger', 'هشدار خطر'),
  incident: say('Incident', 'رویداد'),
  incident_evidence: say('Evidence of an incident', 'شاهد رویداد'),
  document: say('Document', 'سند'),
  consent: say('Consent', 'رضایت'),
  withdrawal: say('Withdrawal that was heard', 'انصراف شنیده‌شده'),
  disclosure: say('Disclosure', 'افشا به بیرون'),
  'legal-basis': say('Disclosure without consent', 'افشای بدون رضایت'),
  legal_basis: say('Disclosure without consent', 'افشای بدون رضایت'),
  partner: say('Partner', 'همکار بیرونی'),
  audit: say('Log', 'گزارش رویدادها'),
  audit_event: say('Log', 'گزارش رویدادها'),
  health: say('State of the system', 'وضعیت سامانه'),
  backup: say('Backup', 'نسخهٔ پشتیبان'),
  allocation_question: say('Question before joining a team', 'پرسش پیش از پیوستن به تیم پرونده'),
  team_question: say('Question before the admission', 'پرسش پیش از پذیرش'),
  need: say('Needs', 'نیازها'),
  client_need: say('Needs', 'نیازها'),
  plan: say('Plan', 'برنامه'),
  plan_version: say('Plan', 'برنامه'),
  plan_item: say('Part of the plan', 'بخشی از برنامه'),
  task: say('Task', 'کار'),
  appointment: say('Appointment', 'قرار'),
  specialist: say('Specialists', 'همکاران تخصصی'),
  specialist_request: say('Request to a specialty', 'درخواست از بخش تخصصی'),
  counselling: say('Counselling', 'مشاوره'),
  'clinical-note': say('Counselling note', 'یادداشت مشاوره'),
  clinical_note: say('Counselling note', 'یادداشت مشاوره'),
  screening: say('Screening', 'غربالگری'),
  instrument: say('Screening form', 'فرم غربالگری'),
  instrument_licence: say('Licence of a screening form', 'مجوز فرم غربالگری'),
  supervision: say('Supervision', 'نظارت بالینی'),
  outcome: say('Independent life', 'زندگی مستقل'),
  outcome_review: say('Independent life', 'زندگی مستقل'),
  help: say('Help given', 'کمک داده‌شده'),
  help_given: say('Help given', 'کمک داده‌شده'),
  certificate: say('Certificate', 'گواهی'),
  closure: say('Closure', 'بستن پرونده'),
  case_closure: say('Closure', 'بستن پرونده'),
  absence: say('Absence', 'غیبت'),
  duplicate_line: say('Possible duplicate', 'مورد شاید تکراری'),
};

/** What can be done, as the log says it after the noun: "Case: hold", «پرونده: توقف موقت». */
const VERBS: Readonly<Record<string, Label>> = {
  list: say('list', 'فهرست'),
  read: say('read', 'خواندن'),
  create: say('create', 'ایجاد'),
  edit: say('edit', 'ویرایش'),
  change: say('change', 'تغییر'),
  search: say('search', 'جست‌وجو'),
  reveal: say('show what is hidden', 'نمایش پنهان‌شده'),
  activate: say('activate', 'فعال کردن'),
  suspend: say('suspend', 'تعلیق'),
  reinstate: say('reinstate', 'رفع تعلیق'),
  end: say('end', 'پایان'),
  prove: say('prove who one is', 'اثبات هویت'),
  'declare-tie': say('declare a tie', 'اعلام پیوند'),
  'decide-tie': say('decide on a declared tie', 'تصمیم دربارهٔ پیوند اعلام‌شده'),
  invite: say('invite', 'دعوت'),
  confirm: say('confirm as second person', 'تأیید نفر دوم'),
  'grant-role': say('grant a role', 'دادن نقش'),
  'end-role': say('end a role', 'پایان نقش'),
  reset: say('reset the sign-in', 'بازنشانی ورود'),
  start_intake: say('begin intake', 'آغاز پذیرش'),
  decline: say('decline', 'رد'),
  propose_admission: say('propose admission', 'پیشنهاد پذیرش'),
  admit: say('admit', 'پذیرفتن'),
  minimise: say('remove what is no longer needed', 'حذف آنچه دیگر لازم نیست'),
  compare: say('look for duplicates', 'بررسی موارد تکراری'),
  make: say('make', 'تهیه'),
  restore: say('bring back', 'بازگرداندن'),
  complete_assessment: say('complete the assessment', 'پایان ارزیابی'),
  submit_plan: say('submit the plan', 'ارائهٔ برنامه'),
  approve_plan: say('approve the plan', 'تأیید برنامه'),
  return_plan: say('return the plan', 'بازگرداندن برنامه'),
  revise_plan: say('revise the plan', 'بازنگری برنامه'),
  record: say('record', 'ثبت'),
  withdraw: say('take back', 'پس گرفتن'),
  hear: say('say that it was heard', 'اعلام آنچه شنیده شد'),
  ask: say('ask for', 'درخواست'),
  approve: say('agree as second person', 'موافقت نفر دوم'),
  inform: say('say that the person was told', 'اعلام آگاه کردن شخص'),
  expire: say('come to its end', 'پایان مهلت'),
  lapse: say('lapse unanswered', 'بی‌پاسخ ماندن'),
  warn: say('remind of its end', 'یادآوری پایان'),
  hold: say('put on hold', 'توقف موقت'),
  resume: say('resume', 'ازسرگیری'),
  request_closure: say('ask for closure', 'درخواست بستن'),
  approve_closure: say('approve closure', 'تأیید بستن'),
  reject_closure: say('refuse closure', 'رد بستن'),
  reject_closure_early: say('refuse closure, back to the beginning', 'رد بستن و بازگشت به آغاز'),
  reopen: say('reopen', 'بازگشایی'),
  'see-candidates': say('see who could take it', 'دیدن نامزدها'),
  'ask-about-tie': say('ask somebody about a tie', 'پرسش دربارهٔ پیوند'),
  settle: say('settle', 'رسیدگی'),
  allocate: say('allocate', 'واگذاری'),
  propose: say('propose somebody', 'پیشنهاد عضو'),
  answer: say('answer the question on ties', 'پاسخ به پرسش پیوند'),
  'record-client-answer': say("record the client's answer", 'ثبت پاسخ مراجع'),
  'record-wellbeing': say('record wellbeing', 'ثبت حال روانی'),
  issue: say('issue', 'صدور'),
  request: say('ask a specialty', 'درخواست از بخش تخصصی'),
  'see-queue': say('see the queue', 'دیدن صف'),
  'take-up': say('take up', 'پذیرفتن درخواست'),
  leave: say('leave', 'ترک تیم پرونده'),
  set: say('set', 'برقراری'),
  lift: say('lift', 'برداشتن'),
  write: say('write', 'نوشتن'),
  'read-restricted': say('read restricted', 'خواندن محدودشده'),
  'write-restricted': say('write restricted', 'نوشتن محدودشده'),
  'read-privileged': say('read legally privileged', 'خواندن محرمانهٔ حقوقی'),
  'write-privileged': say('write legally privileged', 'نوشتن محرمانهٔ حقوقی'),
  'ask-void': say('ask to void', 'درخواست ابطال'),
  'confirm-void': say('confirm voiding', 'تأیید ابطال'),
  assess: say('assess', 'ارزیابی'),
  plan: say('plan', 'برنامه‌ریزی'),
  'read-measures': say('read the measures', 'خواندن اقدامات'),
  heard: say('heard', 'شنیده شد'),
  use: say('use', 'استفاده'),
  raise: say('raise', 'هشدار دادن'),
  take: say('take', 'به عهده گرفتن'),
  hand_back: say('hand back', 'بازگرداندن'),
  report: say('report', 'گزارش'),
  'see-reporter': say('see who reported', 'دیدن گزارش‌دهنده'),
  act: say('begin the actions', 'آغاز اقدامات'),
  monitor: say('monitor', 'پیگیری'),
  close: say('close', 'بستن'),
  add: say('add', 'افزودن'),
  'read-general': say('read general', 'خواندن اسناد عمومی'),
  'read-identity': say('read scans of identity papers', 'خواندن تصویر مدارک هویتی'),
  'read-legal': say('read legal', 'خواندن اسناد حقوقی'),
  'read-health': say('read health', 'خواندن اسناد سلامت'),
  'read-housing': say('read housing', 'خواندن موارد اسکان'),
  'read-family': say('read family', 'خواندن موارد خانوادگی'),
  'read-original': say('take the file as it came', 'گرفتن پروندهٔ دست‌نخورده'),
  scan: say('ask the scanner', 'پرسش از بررسی‌کننده'),
  verify: say('verify the chain', 'بررسی پیوستگی'),
  'read-every': say('read of every kind', 'خواندن همه'),
  follow: say('say how it goes', 'ثبت پیشرفت'),
  finish: say('finish', 'به پایان بردن'),
  remind: say('remind', 'یادآوری'),
  'name-deputy': say('name a deputy', 'تعیین جانشین'),
  'read-file': say('who opened a file', 'چه کسی پرونده را باز کرد'),
  work: say('work', 'کار'),
  triage: say('triage', 'اولویت‌بندی'),
  waitlist: say('put on the waiting list', 'گذاشتن در فهرست انتظار'),
  hand_over: say('hand over', 'سپردن به همکار دیگر'),
  begin: say('begin', 'آغاز'),
  refer_on: say('refer on', 'ارجاع به جای دیگر'),
  pause: say('pause', 'توقف'),
  plan_ending: say('plan the ending', 'برنامه‌ریزی پایان'),
  end_unplanned: say('end before time', 'پایان پیش از موعد'),
  continue: say('continue', 'ادامه'),
  'read-risk': say('read risk notes', 'خواندن یادداشت‌های خطر'),
  'read-wellbeing': say('read the one score of the team', 'خواندن نمره‌ای که گروه می‌بیند'),
  'read-summary': say('read the summary', 'خواندن خلاصه'),
  license: say('record a licence', 'ثبت مجوز'),
  'read-counselling': say('read on counselling', 'خواندن گزارش مشاوره'),
};

/** Requests in front of the door; they have no word of the access table. */
const AT_THE_DOOR: Readonly<Record<string, Label>> = {
  'public:read': say('Page opened', 'باز کردن صفحه'),
  'public:signIn': say('Sign in', 'ورود'),
  'session:sign-in': say('Sign in', 'ورود'),
  'public:unlock': say('Unlock', 'باز کردن قفل'),
  'public:end': say('Sign out', 'خروج'),
};

/** Classes of field that a request may open, as the log names them. */
const CLASSES: Readonly<Record<string, Label>> = {
  PERSON: say('person', 'مشخصات'),
  NAMES: say('names', 'نام‌ها'),
  ORG_NAMES: say('names used inside the group', 'نام‌های درون گروه'),
  ID_DOCS: say('identity papers', 'مدارک هویتی'),
  CONTACT: say('contact details', 'راه‌های تماس'),
  LOCATION: say('whereabouts', 'محل اقامت'),
  CASE: say('case', 'پرونده'),
  NOTES: say('notes', 'یادداشت‌ها'),
  RESTRICTED_NOTES: say('restricted notes', 'یادداشت‌های محدودشده'),
  LEGAL_NOTES: say('legally privileged notes', 'یادداشت‌های محرمانهٔ حقوقی'),
  RISK: say('risk and safety plan', 'خطر و برنامهٔ ایمنی'),
  MEASURES: say('safety measures', 'اقدامات ایمنی'),
  INCIDENTS: say('incidents', 'رویدادها'),
  DOCUMENTS: say('documents', 'اسناد'),
  NEEDS: say('needs', 'نیازها'),
  RESTRICTED_NEEDS: say('restricted needs', 'نیازهای محدودشده'),
  PLAN: say('plan', 'برنامه'),
  TASKS: say('tasks and appointments', 'کارها و قرارها'),
  CONSENTS: say('consents', 'رضایت‌ها'),
  AUDIT: say('log', 'گزارش رویدادها'),
  PARTICULARS: say('what was hidden', 'موارد پنهان‌شده'),
  ...Object.fromEntries(Object.entries(PARTS).map(([part, label]) => [part.toUpperCase(), label])),
};

const labelIn = (labels: Readonly<Record<string, Label>>, code: string) => labels[code]?.[readerLanguage()];
const spaced = (code: string) => code.replaceAll(/[_-]/g, ' ').toLowerCase();

/** "Case: put on hold" for `case:hold`, "Case" for `case`; a word that nobody has named yet is shown as it stands. */
export function wordInWords(word: string): string {
  const atTheDoor = labelIn(AT_THE_DOOR, word);
  if (atTheDoor !== undefined) return atTheDoor;
  const [noun = word, verb] = word.split(':');
  const said = labelIn(NOUNS, noun);
  if (said === undefined) return word;
  if (verb === undefined) return said;
  return `${said}: ${labelIn(VERBS, verb) ?? verb}`;
}

export const recordInWords = (type: string): string => labelIn(NOUNS, type) ?? spaced(type);
export const classInWords = (name: string): string => labelIn(CLASSES, name) ?? spaced(name);
/** `agreementValidTo` as "agreement valid to": the log holds names of fields as programmers gave them. */
export const fieldInWords = (name: string): string => spaced(name.replaceAll(/([a-z])([A-Z])/g, '$1 $2'));
/** A job notes its own name among the fields; that is no field. */
export const fieldsInWords = (names: readonly string[]): string =>
  names
    .filter((name) => !name.startsWith('job:'))
    .map(fieldInWords)
    .join(', ');

/** Short facts in one line; each keeps its own direction among the others. */
export const inOneLine = (parts: readonly string[]): string =>
  parts
    .filter(Boolean)
    .map((part) => `\u2068${part}\u2069`)
    .join(' · ');
