import { Injectable } from '@nestjs/common';
import type { HealthDetailsView, KeptView } from '@panah/contracts/health.contract';
import { BACKUP_HOURS, healthWarnings, hoursBetween, mailWarnings, RESTORE_TEST_HOURS } from '@panah/domain/health/health.rules';
import { MailOutbox } from '../platform/mail/mail-outbox.records';
import { MailPost } from '../platform/mail/mail-post';
import { HealthRecords, type KeptRow } from './health.records';

@Injectable()
export class HealthService {
  constructor(
    private readonly records: HealthRecords,
    private readonly outbox: MailOutbox,
    private readonly post: MailPost,
  ) {}

  async details(): Promise<HealthDetailsView> {
    const newest = await this.records.newest();
    const { waiting, oldestAt } = await this.outbox.waiting();
    const now = new Date();
    const view = (kind: KeptRow['kind']): KeptView | null =>
      keptView(
        newest.find((row) => row.kind === kind),
        now,
      );
    const [lastBackup, lastRestoreTest] = [view('BACKUP'), view('RESTORE_TEST')];
    return {
      lastBackup,
      lastRestoreTest,
      mail: { isSet: this.post.isSet, waiting },
      warnings: [
        ...healthWarnings(lastBackup?.hoursAgo ?? null, lastRestoreTest?.hoursAgo ?? null),
        ...mailWarnings(this.post.isSet, oldestAt && hoursBetween(oldestAt, now)),
      ],
      backupHours: BACKUP_HOURS,
      restoreTestHours: RESTORE_TEST_HOURS,
    };
  }
}

/** What is old is the moment that a backup shows, not the moment it was finished. */
function keptView(row: KeptRow | undefined, now: Date): KeptView | null {
  if (!row) return null;
  const { kind, at, backup_at, tables, rows, opened } = row;
  const hoursAgo = hoursBetween(kind === 'BACKUP' ? backup_at : at, now);
  return { at: at.toISOString(), backupAt: backup_at.toISOString(), hoursAgo, tables, rows, opened };
}
