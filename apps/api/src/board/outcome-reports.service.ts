import { Injectable } from '@nestjs/common';
import type {
  JourneyReportView,
  OutcomeCasesView,
  OutcomeCaseView,
  ReintegrationCasesQuery,
  ReintegrationQuery,
  StableCasesQuery,
} from '@panah/contracts/journey-reports.contract';
import type { Rate } from './practice-report.records';
import { StaffRecords } from '../staff/staff.records';
import { BoardNames, type Named } from './board-names';
import { type OutcomeCaseRow, type OutcomePage, OutcomeReportRecords } from './outcome-report.records';
import { today } from '../platform/access/today';

const DEFINITION = 1;

/** Before and after, and stable independence (model 6.2): domain by domain, never added up. */
@Injectable()
export class OutcomeReportsService {
  constructor(
    private readonly reports: OutcomeReportRecords,
    private readonly staff: StaffRecords,
    private readonly names: BoardNames,
  ) {}

  /** P-24. The figure of the whole is how many clients have both points, of those with a baseline: levels are not summed over domains. */
  async reintegration(query: ReintegrationQuery): Promise<JourneyReportView> {
    const { rates, medians } = await this.reports.reintegration(query);
    const both = rates.find(({ key, column }) => key === '' && column === 'BOTH');
    const shown = await this.view('P-24', 'domain', rates, { count: both?.count ?? 0, of: both?.of ?? 0 });
    return {
      ...shown,
      medians: medians.map((median) => ({ ...median, name: null, longest: null, waiting: 0, waitingMedian: null })),
    };
  }

  /** P-25. */
  async stable(): Promise<JourneyReportView> {
    const rates = await this.reports.stable();
    const cells = rates.filter(({ key }) => key !== null);
    const sum = { count: cells.reduce((all, { count }) => all + count, 0), of: cells.reduce((all, { of }) => all + of, 0) };
    return { ...(await this.view('P-25', 'office', rates, sum)), medians: [] };
  }

  async comparedCases(query: ReintegrationCasesQuery): Promise<OutcomeCasesView> {
    return this.list(await this.reports.comparedCases(query));
  }

  async stableCases(query: StableCasesQuery): Promise<OutcomeCasesView> {
    return this.list(await this.reports.stableCases(query));
  }

  private async list({ rows, total, next }: OutcomePage): Promise<OutcomeCasesView> {
    return { items: (await this.names.open(rows)).map(caseView), total, next };
  }

  private async view(code: string, by: string, rates: readonly Rate[], sum: { count: number; of: number }) {
    const cells = rates.flatMap(({ key, column, count, of }) => (key ? [{ key, name: null as string | null, column, count, of }] : []));
    const offices = by === 'office' ? await Promise.all(cells.map(({ key }) => this.staff.officeOf(key))) : [];
    const nameOf = new Map(offices.map(({ id, name }) => [id, name]));
    const now = new Date().toISOString();
    return {
      code,
      definition: DEFINITION,
      by,
      from: null,
      to: today(),
      at: now,
      ...sum,
      cells: cells.map((cell) => ({ ...cell, name: nameOf.get(cell.key) ?? null })),
      flow: [],
      leftOut: rates.flatMap(({ key, column, count }) => (key === null && column && count ? [{ reason: column, count }] : [])),
    };
  }
}

const caseView = (row: OutcomeCaseRow & Named): OutcomeCaseView => ({
  id: row.id,
  caseRef: row.caseRef,
  name: row.name,
  pseudonym: row.pseudonym,
  worker: row.worker,
  baselineOn: row.baselineOn,
  before: row.before,
  after: row.after,
  stable: row.stable,
});
