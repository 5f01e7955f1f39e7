import { codeList, type CodeOf } from './code-list';

/** What a check of the sealed log finds first. */
export const auditFinding = codeList({
  LINE_CHANGED: { en: 'A line was changed, exchanged or slipped in', fa: 'سطری تغییر کرده، جابه‌جا شده یا افزوده شده است' },
  LINE_MISSING: { en: 'A line is missing', fa: 'سطری کم است' },
  LINE_ADDED: { en: 'A number is there twice', fa: 'شماره‌ای دو بار آمده است' },
  TAIL_MISSING: { en: 'The newest lines are missing', fa: 'تازه‌ترین سطرها کم است' },
  CHECKPOINT_DIFFERS: { en: 'The log is not the one that was signed', fa: 'این گزارش آن نیست که مهر و امضا شده بود' },
  CHECKPOINT_CHANGED: { en: 'The signed checkpoints were changed', fa: 'نشانه‌های امضاشده تغییر کرده‌اند' },
  CHECKPOINTS_MISSING: { en: 'The signed checkpoints are missing', fa: 'نشانه‌های امضاشده نیستند' },
});
export type AuditFinding = CodeOf<typeof auditFinding>;
