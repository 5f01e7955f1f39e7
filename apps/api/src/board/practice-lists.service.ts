import { Injectable } from '@nestjs/common';
import type { ContactCasesQuery, ContactCasesView, OnTimeCasesQuery, OnTimeCasesView } from '@panah/contracts/practice-lists.contract';
import { weeksIn } from '@panah/domain/board/period.rules';
import { BoardNames } from './board-names';
import { PracticeListRecords } from './practice-list.records';
import { contactCaseView, onTimeCaseView } from './practice-list.view';
import { PracticeReportsService } from './practice-reports.service';

/** The cases behind the numbers of the reports of how the work goes. */
@Injectable()
export class PracticeListsService {
  constructor(
    private readonly lists: PracticeListRecords,
    private readonly reports: PracticeReportsService,
    private readonly names: BoardNames,
  ) {}

  /** P-08: whose weeks were counted, and how many of them were kept. */
  async contact(query: ContactCasesQuery): Promise<ContactCasesView> {
    const period = await this.reports.contactPeriod(query);
    const { rows, total, next } = await this.lists.contact(query, period, weeksIn(period));
    const { kept = 0, weeks = 0 } = rows[0] ?? {};
    return { items: (await this.names.open(rows)).map(contactCaseView), total, next, ...period, count: kept, of: weeks };
  }

  /** P-09: which cases were counted, and what was kept of each. */
  async onTime(query: OnTimeCasesQuery): Promise<OnTimeCasesView> {
    const period = await this.reports.onTimePeriod(query);
    const { rows, total, next } = await this.lists.onTime(query, period);
    return { items: (await this.names.open(rows)).map(onTimeCaseView), total, next, ...period };
  }
}
