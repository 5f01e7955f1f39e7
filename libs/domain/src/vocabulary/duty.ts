import { type CodeOf, codeList } from './code-list';

/** Why somebody on duty is called. */
export const dangerKind = codeList({
  RISK_IMMINENT: { en: 'Risk is imminent', fa: 'خطر قریب‌الوقوع' },
  RISK_HIGH: { en: 'Risk rose to high', fa: 'خطر زیاد شد' },
  SELF_HARM: { en: 'Thoughts of self-harm', fa: 'فکر آسیب به خود' },
  INCIDENT: { en: 'Serious incident', fa: 'رویداد جدی' },
  DURESS: { en: 'Cannot speak freely', fa: 'نمی‌تواند آزادانه حرف بزند' },
  MISSING: { en: 'Cannot be reached', fa: 'در دسترس نیست' },
  RAISED: { en: 'A colleague asks for help', fa: 'همکاری کمک می‌خواهد' },
});
export type DangerKind = CodeOf<typeof dangerKind>;
