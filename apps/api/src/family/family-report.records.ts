import { Injectable } from '@nestjs/common';
import type { Quarter } from '@panah/domain/family/quarters';
import { currentActor, currentReach } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';

const OPEN = { name: 'family-report.open', text: 'select state, age, count from app.family_open_figures($1::uuid[], $2::date)' };
const CLOSED = { name: 'family-report.closed', text: 'select outcome, count from app.family_result_figures($1::uuid[], $2::date)' };
const TODAY = { name: 'family-report.today', text: 'select app.earliest_today($1::uuid[])::text as today' };

/**
 * Counts over links of the offices in which one may count them, of a quarter that is over. Nobody is left out for whoever asks, or what is missing would
 * tell of them.
 */
@Injectable()
export class FamilyReportRecords {
  /** None for whom a tie keeps out (R-AC-14). */
  offices(): string[] {
    return offices();
  }

  async open({ from }: Quarter): Promise<{ state: string; age: string; count: number }[]> {
    return currentWork().rows<{ state: string; age: string; count: number }>(OPEN, [offices(), from]);
  }

  async closed({ from }: Quarter): Promise<{ outcome: string; count: number }[]> {
    return currentWork().rows<{ outcome: string; count: number }>(CLOSED, [offices(), from]);
  }

  /** By the clock of the office that is furthest behind. */
  async today(): Promise<string> {
    const row = await currentWork().row<{ today: string }>(TODAY, [offices()]);
    if (!row) throw new Error('There is always a day.');
    return row.today;
  }
}

const offices = (): string[] => (['DECLARED', 'UPHELD'].includes(currentActor().tie) ? [] : currentReach('report:read-family').offices);
