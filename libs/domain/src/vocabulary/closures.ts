import { type CodeOf, codeList } from './code-list';

/** Whether the client was told that the case ends, and whether a follow-up was agreed (model 2.16). */
export const yesOrNo = codeList({
  YES: { en: 'Yes', fa: 'بله' },
  NO: { en: 'No', fa: 'خیر' },
});

/** What is looked at before a case ends; each is done, or does not apply. */
export const closureCheck = codeList({
  PAPERS: { en: 'The client’s own papers are back with the client', fa: 'مدارک خود مراجع به او بازگردانده شده' },
  CONSENTS: { en: 'Consents that nothing rests on any longer are ended', fa: 'رضایت‌هایی که دیگر چیزی بر آن‌ها استوار نیست پایان یافته' },
  SAFETY: { en: 'The safety plan stays with the client, or none is needed', fa: 'برنامهٔ ایمنی نزد مراجع می‌ماند، یا لازم نیست' },
  RECORDS: { en: 'The client knows what is kept, and for how long', fa: 'مراجع می‌داند چه چیزی و تا کی نگه داشته می‌شود' },
  RETURN: { en: 'The client knows how to come back', fa: 'مراجع می‌داند چگونه بازگردد' },
});
export type ClosureCheck = CodeOf<typeof closureCheck>;

/** What keeps a case from being closed (model 3.1, approve_closure). */
export const closureHold = codeList({
  OPEN_DEADLINE: { en: 'A legal deadline is open', fa: 'یک مهلت حقوقی باز است' },
  ACTIVE_PLACEMENT: { en: 'The client lives in, or waits for, a place of ours', fa: 'مراجع در جایی از ماست، یا در انتظار آن' },
  OPEN_EPISODE: { en: 'Counselling has not ended', fa: 'مشاوره پایان نیافته' },
  UNDELIVERED_MESSAGE: { en: 'A message has not been delivered', fa: 'پیامی هنوز نرسیده' },
});
export type ClosureHold = CodeOf<typeof closureHold>;
