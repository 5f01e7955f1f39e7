import type { HealthWarning } from '@panah/domain/vocabulary/health';

export class HealthView {
  status: 'ready';
}

/** A backup that was made, or one that was brought back and looked through. */
export class KeptView {
  /** When it was done. */
  at: string;
  /** The moment that the backup shows. */
  backupAt: string;
  hoursAgo: number;
  tables: number;
  rows: number;
  /** Sealed rows drawn by chance that opened; null for a backup. */
  opened: number | null;
}

/** Mails that tell partners to sign in. */
export class MailHealthView {
  /** Whether there is a server that takes them. */
  isSet: boolean;
  waiting: number;
}

/** What those who look after the house need to know. It names no record. */
export class HealthDetailsView {
  lastBackup: KeptView | null;
  lastRestoreTest: KeptView | null;
  mail: MailHealthView;
  warnings: HealthWarning[];
  /** After so many hours each is old. */
  backupHours: number;
  restoreTestHours: number;
}
