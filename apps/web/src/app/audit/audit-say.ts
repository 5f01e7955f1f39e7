import type { Label } from '@panah/domain/vocabulary/code-list';

/** One thing in both languages. */
export const say = (en: string, fa: string): Label => ({ en, fa });
