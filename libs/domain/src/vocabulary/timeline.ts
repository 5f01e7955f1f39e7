import type { TimelineKind } from '../timeline/timeline-kinds';
import { caseAction } from './cases';
import { codeList, type Language } from './code-list';

export const timelineKind = codeList<TimelineKind>({
  NOTES: { en: 'Notes', fa: 'یادداشت‌ها' },
  CASE: { en: 'Case and team', fa: 'پرونده و گروه همراه' },
  CONSENT: { en: 'Consents and what was told', fa: 'رضایت‌ها و آنچه گفته شد' },
  SAFETY: { en: 'Risk and safety', fa: 'خطر و ایمنی' },
  PLAN: { en: 'Needs and plan', fa: 'نیازها و برنامه' },
  TASKS: { en: 'Tasks and appointments', fa: 'کارها و قرارها' },
  DOCUMENTS: { en: 'Documents', fa: 'سندها' },
});

/** What happened, by what moved and how. */
const HAPPENED = codeList({
  'case.open': { en: 'Case opened', fa: 'پرونده باز شد' },
  'case.allocate': { en: 'Primary worker named', fa: 'مددکار اصلی تعیین شد' },
  'case_team.team-propose': { en: 'Colleague asked to join the team', fa: 'از همکاری برای پیوستن به گروه همراه پرسیده شد' },
  'case_team.team-client-answer': { en: 'Client’s answer about a colleague recorded', fa: 'پاسخ مراجع دربارهٔ همکار ثبت شد' },
  'case_team.team-renew': { en: 'Place on the team renewed', fa: 'عضویت در گروه همراه تمدید شد' },
  'case_team.team-end': { en: 'Place on the team ended', fa: 'عضویت در گروه همراه پایان یافت' },
  'case_team.team-leave': { en: 'Colleague left the team', fa: 'همکاری از گروه همراه کناره گرفت' },
  'consent.give': { en: 'Consent given', fa: 'رضایت داده شد' },
  'consent.refuse': { en: 'Consent refused', fa: 'رضایت داده نشد' },
  'consent.withdraw': { en: 'Consent withdrawn', fa: 'رضایت پس گرفته شد' },
  'consent.suspend': { en: 'Consent waits: to be confirmed alone', fa: 'رضایت معلق: باید در تنهایی تأیید شود' },
  'consent.confirm': { en: 'Consent confirmed', fa: 'رضایت تأیید شد' },
  'consent.expire': { en: 'Consent ran out', fa: 'مهلت رضایت به پایان رسید' },
  'consent.lapse': { en: 'Consent was never answered', fa: 'رضایت بی‌پاسخ ماند' },
  'consent.supersede': { en: 'Consent replaced by a newer one', fa: 'رضایت تازه‌تری جای این را گرفت' },
  'legal_basis.ask': { en: 'Legal basis without consent asked for', fa: 'مبنای قانونی بدون رضایت درخواست شد' },
  'legal_basis.approve': { en: 'Legal basis approved by a second person', fa: 'مبنای قانونی را نفر دوم تأیید کرد' },
  'legal_basis.refuse': { en: 'Legal basis refused', fa: 'مبنای قانونی رد شد' },
  'disclosure.prepare': { en: 'Something is to be told to somebody outside', fa: 'قرار است چیزی به بیرون گفته شود' },
  'disclosure.tell': { en: 'Told to somebody outside', fa: 'به بیرون گفته شد' },
  'disclosure.stop': { en: 'Not told: it was stopped', fa: 'گفته نشد: جلوی آن گرفته شد' },
  'risk_assessment.finalise': { en: 'Risk assessed', fa: 'خطر ارزیابی شد' },
  'risk_assessment.propose': { en: 'Lower risk proposed to a second person', fa: 'کاهش خطر به نفر دوم پیشنهاد شد' },
  'risk_assessment.confirm': { en: 'Lower risk confirmed', fa: 'کاهش خطر تأیید شد' },
  'risk_assessment.return': { en: 'Lower risk sent back', fa: 'کاهش خطر بازگردانده شد' },
  'safety_plan.write': { en: 'Safety plan written', fa: 'برنامهٔ ایمنی نوشته شد' },
  'safety_plan.edit': { en: 'Safety plan changed', fa: 'برنامهٔ ایمنی تغییر کرد' },
  'danger.raise': { en: 'Danger raised', fa: 'خطر فوری اعلام شد' },
  'danger.take': { en: 'Danger taken on', fa: 'کسی خطر را بر عهده گرفت' },
  'danger.hand_back': { en: 'Danger handed back', fa: 'خطر به نوبت بازگردانده شد' },
  'danger.settle': { en: 'Danger settled', fa: 'خطر رفع شد' },
  'incident.report': { en: 'Incident reported', fa: 'رویداد گزارش شد' },
  'incident.assess': { en: 'Incident assessed', fa: 'رویداد ارزیابی شد' },
  'incident.act': { en: 'Incident: acted on', fa: 'برای رویداد اقدام شد' },
  'incident.monitor': { en: 'Incident: watched', fa: 'رویداد زیر نظر است' },
  'incident.close': { en: 'Incident closed', fa: 'رویداد بسته شد' },
  'incident.reopen': { en: 'Incident reopened', fa: 'رویداد دوباره باز شد' },
  'need.identify': { en: 'Need recorded', fa: 'نیاز ثبت شد' },
  'need.follow': { en: 'Need followed up', fa: 'نیاز پیگیری شد' },
  'plan.begin': { en: 'Plan begun', fa: 'برنامه آغاز شد' },
  'plan.submit': { en: 'Plan submitted', fa: 'برنامه ارائه شد' },
  'plan.send_back': { en: 'Plan sent back', fa: 'برنامه بازگردانده شد' },
  'plan.approve': { en: 'Plan approved', fa: 'برنامه تأیید شد' },
  'plan.supersede': { en: 'Plan replaced by a newer version', fa: 'نسخهٔ تازه‌تری جای برنامه را گرفت' },
  'plan_item.follow': { en: 'Plan followed up', fa: 'برنامه پیگیری شد' },
  'task.raise': { en: 'Task set', fa: 'کاری تعیین شد' },
  'task.start': { en: 'Task begun', fa: 'کار آغاز شد' },
  'task.block': { en: 'Task cannot go on', fa: 'کار پیش نمی‌رود' },
  'task.finish': { en: 'Task done', fa: 'کار انجام شد' },
  'task.cancel': { en: 'Task no longer needed', fa: 'کار دیگر لازم نیست' },
  'appointment.agree': { en: 'Appointment agreed', fa: 'قرار گذاشته شد' },
  'appointment.result': { en: 'Appointment: what came of it', fa: 'نتیجهٔ قرار ثبت شد' },
  'document.add': { en: 'Document added', fa: 'سند افزوده شد' },
  'document.pass': { en: 'Document scanned: clean', fa: 'سند بررسی شد: پاک' },
  'document.block': { en: 'Document closed: harmful', fa: 'سند بسته شد: زیان‌بار' },
  'document.quarantine': { en: 'Document set aside', fa: 'سند کنار گذاشته شد' },
});

/** A step of the drawing of a case says what was done in the words of its button; anything unknown is a step, no more. */
export function stepSaid(subject: string, action: string, language: Language): string {
  const code = `${subject}.${action}`;
  if (HAPPENED.has(code)) return HAPPENED.label(code, language);
  if (subject === 'case' && caseAction.has(action)) return caseAction.label(action, language);
  return { en: 'A step was taken', fa: 'گامی برداشته شد' }[language];
}
