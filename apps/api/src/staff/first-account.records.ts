import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { currentWork } from '../platform/database/current-work';

const LOCK = { name: 'first-account.lock', text: `select pg_advisory_xact_lock(hashtextextended('first-account', 0))` };
const ANYBODY = { name: 'first-account.anybody', text: 'select app.has_accounts() as yes' };

/** Whether anybody has come in here yet. */
@Injectable()
export class FirstAccountRecords {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Nobody has ever been active: the code on the console still opens the house. */
  async houseIsEmpty(): Promise<boolean> {
    const rows: { yes: boolean }[] = await this.source.query('select app.house_is_empty() as yes');
    return rows[0]?.yes ?? false;
  }

  /** Two may have the code; the one who comes second is told so. */
  async isMine(): Promise<boolean> {
    await currentWork().rows(LOCK);
    return !(await currentWork().row<{ yes: boolean }>(ANYBODY))?.yes;
  }
}
