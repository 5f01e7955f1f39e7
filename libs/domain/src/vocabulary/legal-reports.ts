import { codeList } from './code-list';

/** P-19: in how many days a permit ends. */
export const permitSpan = codeList({
  OVER: { en: 'Ended', fa: 'پایان یافته' },
  D0_7: { en: '0–7 days', fa: '۰ تا ۷ روز' },
  D8_30: { en: '8–30 days', fa: '۸ تا ۳۰ روز' },
  D31_90: { en: '31–90 days', fa: '۳۱ تا ۹۰ روز' },
  D91_180: { en: '91–180 days', fa: '۹۱ تا ۱۸۰ روز' },
});
