import { codeList } from './code-list';

/** P-19: in how many days a permit ends. */
export const permitSpan = codeList({
  OVER: { en: 'Ended', fa: 'پایان یافته' },
  D0_7: { en: '0–7 days', fa: '۰ تا ۷ روز' },
  D8_30: { en: '8–30 days', fa: '۸ تا ۳۰ روز' },
  D31_90: { en: '31–90 days', fa: '۳۱ تا ۹۰ روز' },
  D91_180: { en: '91–180 days', fa: '۹۱ تا ۱۸۰ روز' },
});

/** What is left out of the legal reports, and why. */
export const legalLeftOut = codeList({
  NOT_USED: { en: 'not used, as the client decided', fa: 'به خواست مراجع استفاده نشد' },
  EXTENDED: { en: 'extended', fa: 'تمدید شد' },
  NO_DAY: { en: 'without a day', fa: 'بدون روز' },
  RENEWED: { en: 'renewal lodged, or followed by another', fa: 'تمدید خواسته شده یا دیگری جای آن را گرفته' },
  NO_END: { en: 'without an end', fa: 'بدون پایان' },
  AWAITED: { en: 'awaited, without a day', fa: 'در انتظار، بدون روز' },
  LATER: { en: 'end later', fa: 'دیرتر پایان می‌یابد' },
  ENDED: { en: 'ended by that day', fa: 'تا آن روز پایان یافته' },
});
