import { Injectable } from '@nestjs/common';
import { currentWork } from '../platform/database/current-work';

export interface KeptRow extends Record<string, unknown> {
  kind: 'BACKUP' | 'RESTORE_TEST';
  at: Date;
  backup_at: Date;
  tables: number;
  rows: number;
  opened: number | null;
}

const NEWEST = {
  name: 'health.newest',
  text: 'select distinct on (kind) kind, at, backup_at, tables, rows, opened from backup_record order by kind, at desc',
};

/** What the two commands wrote down. It is about the whole house, not about an organisation. */
@Injectable()
export class HealthRecords {
  /** The newest backup and the newest restore test, where there are such. */
  newest(): Promise<KeptRow[]> {
    return currentWork().rows<KeptRow>(NEWEST);
  }
}
