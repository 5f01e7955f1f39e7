import type { Label } from '../vocabulary/code-list';
import type { ConsentPurpose } from '../vocabulary/consents';

/** A service that cannot be given without one consent, and the words that say why (R-CO-07). */
export interface ImpossibleWithout {
  service: string;
  reason: Label;
}

/**
 * R-CO-07: saying no to one thing stops only what is impossible without it, and only with a reason that says so.
 * A purpose that is not listed stops nothing at all.
 */
const IMPOSSIBLE: Partial<Record<ConsentPurpose, ImpossibleWithout>> = {
  C02_REFERRAL: {
    service: 'REFERRAL',
    reason: {
      en: 'A package cannot reach an organisation that may not receive it.',
      fa: 'سازمانی که اجازهٔ دریافت ندارد نمی‌تواند چیزی از ما بگیرد.',
    },
  },
  C03_TRANSFER: {
    service: 'TRANSFER',
    reason: {
      en: 'A case cannot move to an organisation that may not receive it.',
      fa: 'پرونده را نمی‌توان به سازمانی سپرد که اجازهٔ دریافت ندارد.',
    },
  },
  C04_LEGAL: {
    service: 'LEGAL_SHARE',
    reason: { en: 'A representative cannot act on what may not be told.', fa: 'نماینده نمی‌تواند بر پایهٔ چیزی که نباید بداند کار کند.' },
  },
  C05_HOUSING: {
    service: 'HOUSING_OFFER',
    reason: {
      en: 'A housing provider cannot offer a place to somebody it may not hear of.',
      fa: 'ارائه‌دهندهٔ مسکن به کسی که نباید از او خبر داشته باشد نمی‌تواند جایی پیشنهاد کند.',
    },
  },
  C06_HEALTH: {
    service: 'HEALTH_SHARE',
    reason: { en: 'A health provider cannot use what may not be told.', fa: 'مرکز درمانی از چیزی که نباید بداند نمی‌تواند استفاده کند.' },
  },
  C07_COUNSELLING: {
    service: 'COUNSELLING',
    reason: { en: 'Nobody is counselled who does not want it.', fa: 'هیچ‌کس برخلاف میل خود مشاوره نمی‌گیرد.' },
  },
  C08_TRACING: {
    service: 'TRACING',
    reason: { en: 'Nobody is looked for without the person’s wish.', fa: 'بدون خواست شخص به دنبال کسی نمی‌گردیم.' },
  },
  C13_VOLUNTEER: {
    service: 'VOLUNTEER',
    reason: {
      en: 'A volunteer cannot accompany somebody they may not know of.',
      fa: 'داوطلب نمی‌تواند همراه کسی باشد که نباید او را بشناسد.',
    },
  },
  C15_PUBLICATION: {
    service: 'PUBLICATION',
    reason: { en: 'Nothing is published against the person’s wish.', fa: 'برخلاف میل شخص چیزی منتشر نمی‌شود.' },
  },
};

/** The one service that a no makes impossible, with the reason to be said; null when it stops nothing. */
export const impossibleWithout = (purpose: ConsentPurpose): ImpossibleWithout | null => IMPOSSIBLE[purpose] ?? null;
