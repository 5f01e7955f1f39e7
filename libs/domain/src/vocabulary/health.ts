import { codeList, type CodeOf } from './code-list';

/** What is wrong with how the house is kept. */
export const healthWarning = codeList({
  BACKUP_NEVER: { en: 'No backup was ever made', fa: 'هنوز هیچ نسخهٔ پشتیبانی تهیه نشده است' },
  BACKUP_OLD: { en: 'The last backup is old', fa: 'آخرین نسخهٔ پشتیبان کهنه است' },
  RESTORE_TEST_NEVER: {
    en: 'No backup was ever brought back to see whether it opens',
    fa: 'هنوز هیچ نسخهٔ پشتیبانی برای آزمایش بازگردانده نشده است',
  },
  RESTORE_TEST_OLD: {
    en: 'It is long since a backup was brought back',
    fa: 'از آخرین آزمایش بازگرداندن نسخهٔ پشتیبان زمان زیادی گذشته است',
  },
});
export type HealthWarning = CodeOf<typeof healthWarning>;
