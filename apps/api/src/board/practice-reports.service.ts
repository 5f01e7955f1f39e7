import { Injectable } from '@nestjs/common';
import type { PeriodQuery, RateCell, RateReportView } from '@panah/contracts/reports.contract';
import { type Period, periodOf, weeksIn } from '@panah/domain/board/period.rules';
import { StaffRecords } from '../staff/staff.records';
import { type Rate, PracticeReportRecords } from './practice-report.records';
import { today } from '../platform/access/today';

const DEFINITION = 1;
/** How long a report looks back when nobody says. */
const DAYS = { contact: 28, onTime: 180, risk: 28 } as const;

type Shown = Pick<RateReportView, 'code' | 'by' | 'from' | 'to'>;

/** How the work goes: what is late, whether contact is kept, whether cases come under way in time, how risk moves (model 6.2). */
@Injectable()
export class PracticeReportsService {
  constructor(
    private readonly reports: PracticeReportRecords,
    private readonly staff: StaffRecords,
  ) {}

  /** P-07: what is late, of all that is open of that kind. */
  async overdue(by = 'kind'): Promise<RateReportView> {
    return this.view({ code: 'P-07', by, from: null, to: today() }, await this.reports.overdue(by));
  }

  /** P-08: weeks in which contact was kept (R-RI-11), of all weeks at that level. */
  async contact(by = 'level', asked: PeriodQuery = {}): Promise<RateReportView> {
    const period = await this.contactPeriod(asked);
    return this.view({ code: 'P-08', by, ...period }, await this.reports.contact(by, period, weeksIn(period)));
  }

  /** P-09: a final assessment in 10 working days and an approved plan in 15 (R-CA-03), of the cases opened in the period. */
  async onTime(asked: PeriodQuery = {}): Promise<RateReportView> {
    const period = await this.onTimePeriod(asked);
    const view = await this.view({ code: 'P-09', by: 'office', ...period }, await this.reports.onTime(period));
    // three parts stand beside one another; the figure is the one in which both were kept
    return { ...view, ...sumOf(view.cells.filter(({ column }) => column === 'BOTH')) };
  }

  /** P-10: clients by level on the last day, and from level to level since the first. */
  async riskProfile(asked: PeriodQuery = {}): Promise<RateReportView> {
    const period = await this.period(asked, DAYS.risk);
    const rows = await this.reports.riskProfile(period);
    const view = await this.view(
      { code: 'P-10', by: 'office', ...period },
      rows.filter(({ part }) => part !== 'flow'),
    );
    const high = view.cells.filter(({ column }) => column === 'HIGH' || column === 'IMMINENT');
    const of = view.cells.filter(({ column }) => column === 'LOW').reduce((sum, cell) => sum + cell.of, 0);
    return { ...view, count: sumOf(high).count, of, flow: rows.filter(({ part }) => part === 'flow').flatMap(cellsOf) };
  }

  contactPeriod(asked: PeriodQuery): Promise<Period> {
    return this.period(asked, DAYS.contact);
  }

  onTimePeriod(asked: PeriodQuery): Promise<Period> {
    return this.period(asked, DAYS.onTime);
  }

  private async period(asked: PeriodQuery, days: number): Promise<Period> {
    return periodOf(asked, today(), days);
  }

  private async view(shown: Shown, rows: readonly Rate[]): Promise<RateReportView> {
    const names = await this.namesOf(shown.by, rows);
    const cells = rows.flatMap(cellsOf).map((cell) => ({ ...cell, name: names.get(cell.key) ?? null }));
    const leftOut = rows.flatMap(({ key, column, count }) => (key === null && column && count ? [{ reason: column, count }] : []));
    const sum = shown.by === 'late' ? { ...sumOf(cells), of: cells[0]?.of ?? 0 } : sumOf(cells);
    return { ...shown, ...sum, definition: DEFINITION, at: new Date().toISOString(), cells, flow: [], leftOut };
  }

  private async namesOf(by: string, rows: readonly Rate[]): Promise<Map<string, string>> {
    const ids = [...new Set(rows.flatMap(({ key }) => (key && key !== 'NONE' ? [key] : [])))];
    if (by === 'worker') return this.staff.names(ids);
    if (by !== 'office') return new Map();
    const offices = await Promise.all(ids.map((id) => this.staff.officeOf(id)));
    return new Map(offices.map(({ id, name }) => [id, name]));
  }
}

const cellsOf = ({ key, column, count, of }: Rate): RateCell[] => (key === null ? [] : [{ key, name: null, column, count, of }]);

const sumOf = (cells: readonly RateCell[]): { count: number; of: number } => ({
  count: cells.reduce((sum, cell) => sum + cell.count, 0),
  of: cells.reduce((sum, cell) => sum + cell.of, 0),
});
