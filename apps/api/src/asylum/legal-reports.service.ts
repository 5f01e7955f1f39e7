import { Injectable } from '@nestjs/common';
import type { PeriodQuery, RateReportView } from '@panah/contracts/reports.contract';
import { periodOf } from '@panah/domain/board/period.rules';
import { type LegalRate, LegalReportRecords } from './legal-report.records';
import { today } from '../platform/access/today';

const DEFINITION = 1;
const LOOKS_BACK = 91;

/** How the procedures go (model 6.2): P-16, P-18, P-19, P-20. */
@Injectable()
export class LegalReportsService {
  constructor(private readonly reports: LegalReportRecords) {}

  async stages(by = 'state'): Promise<RateReportView> {
    return view({ code: 'P-16', by, from: null, to: today() }, await this.reports.stages(by));
  }

  async kept(by = 'type', asked: PeriodQuery = {}): Promise<RateReportView> {
    const period = periodOf(asked, today(), LOOKS_BACK);
    return view({ code: 'P-18', by, ...period }, await this.reports.kept(by, period));
  }

  async ending(): Promise<RateReportView> {
    return view({ code: 'P-19', by: 'span', from: null, to: today() }, await this.reports.ending());
  }

  async represented(): Promise<RateReportView> {
    return view({ code: 'P-20', by: 'country', from: null, to: today() }, await this.reports.represented());
  }
}

/** Parts of one whole count against it once; shares of several wholes are added up. */
const OF_ONE_WHOLE: readonly string[] = ['P-16', 'P-19'];

function view(shown: Pick<RateReportView, 'code' | 'by' | 'from' | 'to'>, rows: readonly LegalRate[]): RateReportView {
  const cells = rows.flatMap(({ key, column, count, of }) => (key === null ? [] : [{ key, name: null, column, count, of }]));
  const leftOut = rows.flatMap(({ key, column, count }) => (key === null && column && count ? [{ reason: column, count }] : []));
  const count = cells.reduce((sum, cell) => sum + cell.count, 0);
  const of = OF_ONE_WHOLE.includes(shown.code) ? (cells[0]?.of ?? 0) : cells.reduce((sum, cell) => sum + cell.of, 0);
  return { ...shown, definition: DEFINITION, at: new Date().toISOString(), count, of, cells, flow: [], leftOut };
}
