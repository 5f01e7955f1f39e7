import { Injectable } from '@nestjs/common';
import type { ReportCell, ReportView } from '@panah/contracts/reports.contract';
import { type CaseWeighed, loadLevel, weightOf } from '@panah/domain/cases/caseload.rules';
import { StaffRecords } from '../staff/staff.records';
import { type Counted, ReportRecords } from './report.records';

/** The coordinator's reports (model 6.2), as they are now. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly reports: ReportRecords,
    private readonly staff: StaffRecords,
  ) {}

  /** P-01: open cases by worker, stage, country, stream or risk. */
  async openCases(by = 'worker'): Promise<ReportView> {
    return this.view('P-01', by, (await this.reports.openBy(by)).map(cellOf));
  }

  /** P-02: the sum of weights by worker (R-CA-05). */
  async weighted(): Promise<ReportView> {
    const cells = new Map<string, ReportCell>();
    for (const row of await this.reports.weighted()) {
      const { count, points } = cells.get(row.key) ?? { count: 0, points: 0 };
      const sum = Math.round(((points ?? 0) + row.count * weightOf(row as Counted & CaseWeighed)) * 10) / 10;
      cells.set(row.key, { ...cellOf(row), count: count + row.count, points: sum, level: loadLevel(sum) });
    }
    return this.view(
      'P-02',
      'worker',
      [...cells.values()].sort((a, b) => (b.points ?? 0) - (a.points ?? 0)),
    );
  }

  /** P-05: open cases by days since opening. */
  async ageing(by = 'all'): Promise<ReportView> {
    return this.view('P-05', by, (await this.reports.ageingBy(by)).map(cellOf));
  }

  private async view(code: string, by: string, cells: ReportCell[]): Promise<ReportView> {
    const names = by === 'worker' ? await this.staff.names(cells.map(({ key }) => key)) : new Map<string, string>();
    const named = cells.map((cell) => ({ ...cell, name: names.get(cell.key) ?? null }));
    // a case with several streams stands in several cells; everywhere else the cells add up
    const total = by === 'stream' ? await this.reports.total() : cells.reduce((sum, { count }) => sum + count, 0);
    return { code, by, at: new Date().toISOString(), total, cells: named };
  }
}

const cellOf = ({ key, age, count }: Counted): ReportCell => ({ key, name: null, age, count, points: null, level: null });
