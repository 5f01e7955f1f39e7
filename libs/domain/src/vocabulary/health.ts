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
  MAIL_NOT_SET: {
    en: 'Mails to partners wait: no mail server is set (SMTP_URL)',
    fa: 'ایمیل‌های همکاران بیرونی در انتظار است: سرور ایمیل تعیین نشده است (SMTP_URL)',
  },
  MAIL_WAITS: {
    en: 'Mails to partners have waited for more than an hour: the mail server does not take them',
    fa: 'ایمیل‌های همکاران بیرونی بیش از یک ساعت در انتظار مانده است: سرور ایمیل آن‌ها را نمی‌پذیرد',
  },
});
export type HealthWarning = CodeOf<typeof healthWarning>;
