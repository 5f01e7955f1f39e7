import type { HealthWarning } from '../vocabulary/health';

/** A backup is made every night; two hours are left for a night that begins late. */
export const BACKUP_HOURS = 26;
/** walls.md 13: a backup that was never brought back counts as none, and after eight days the test counts no more. */
export const RESTORE_TEST_HOURS = 8 * 24;

/** A mail that waits longer than this says that something is wrong on the way. */
const MAIL_HOURS = 1;

const HOUR_MS = 60 * 60 * 1000;

/** Whole hours between two moments; a clock that runs behind gives 0. */
export function hoursBetween(then: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - then.getTime()) / HOUR_MS));
}

/** What is wrong, by how many hours ago each was done; null: never. */
export function healthWarnings(backup: number | null, restoreTest: number | null): HealthWarning[] {
  const warnings: HealthWarning[] = [];
  if (backup === null) warnings.push('BACKUP_NEVER');
  else if (backup >= BACKUP_HOURS) warnings.push('BACKUP_OLD');
  if (restoreTest === null) warnings.push('RESTORE_TEST_NEVER');
  else if (restoreTest >= RESTORE_TEST_HOURS) warnings.push('RESTORE_TEST_OLD');
  return warnings;
}

/**
 * What is wrong with mails, as far as any wait.
 * @param isSet whether there is a mail server
 * @param oldest hours for which the oldest has waited; null: none waits
 */
export function mailWarnings(isSet: boolean, oldest: number | null): HealthWarning[] {
  if (oldest === null) return [];
  if (!isSet) return ['MAIL_NOT_SET'];
  return oldest >= MAIL_HOURS ? ['MAIL_WAITS'] : [];
}
