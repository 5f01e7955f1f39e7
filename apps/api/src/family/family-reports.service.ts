import { Injectable } from '@nestjs/common';
import type {
  FamilyCountView,
  FamilyOpenLinksView,
  FamilyReportView,
  FamilyResultsView,
  FamilyTurnaroundView,
} from '@panah/contracts/family-reports.contract';
import type { PeriodQuery } from '@panah/contracts/reports.contract';
import { type Period, periodOf } from '@panah/domain/board/period.rules';
import { medianOf, shareOf, shown, shownTotal, SMALLEST_GROUP, SMALLEST_SHOWN } from '@panah/domain/family/small-counts';
import { dayAt } from '@panah/domain/staff/office-calendar';
import { MessageFigures } from '../family-messages/message-figures.records';
import { hasWord } from '../platform/access/current-reach';
import { FamilyReportRecords } from './family-report.records';

const LOOKS_BACK = 91;
const RESTORED = ['REUNITED_LIVING', 'REUNITED_VISIT', 'REGULAR_CONTACT', 'ONE_CONTACT', 'NEWS_EXCHANGED'];

/** How links and messages go: P-27 and P-29 for who works on them, P-28 where there are enough of them that nobody is meant. Never by relation and country. */
@Injectable()
export class FamilyReports {
  constructor(
    private readonly reports: FamilyReportRecords,
    private readonly messages: MessageFigures,
  ) {}

  async read(asked: PeriodQuery): Promise<FamilyReportView> {
    const now = new Date().toISOString();
    const period = periodOf(asked, dayAt(now, await this.reports.timeZone()), LOOKS_BACK);
    return {
      ...period,
      at: now,
      least: SMALLEST_SHOWN,
      // a count by state would tell a coordinator what the other side of a client in their office does
      open: hasWord('family-link:list') ? await this.open() : null,
      results: await this.results(period),
      messages: hasWord('family-link:list') ? await this.turnaround(period) : null,
    };
  }

  private async open(): Promise<FamilyOpenLinksView> {
    const rows = await this.reports.open();
    const total = rows.reduce((sum, { count }) => sum + count, 0);
    return { total: shownTotal(total), byState: counted(rows, 'state'), byAge: counted(rows, 'age') };
  }

  private async turnaround(period: Period): Promise<FamilyTurnaroundView> {
    const rows = await this.messages.turnaround(this.reports.offices(), period);
    const hoursIn = (language: string): number[] => rows.filter((row) => row.language === language).map(({ hours }) => hours);
    const languages = counted(
      rows.map(({ language }) => ({ language, count: 1 })),
      'language',
    );
    return {
      released: shownTotal(rows.length),
      medianHours: medianOf(rows.map(({ hours }) => hours)),
      byLanguage: languages.map(({ key, count }) => ({ key, count, medianHours: count === null ? null : medianOf(hoursIn(key)) })),
    };
  }

  private async results(period: Period): Promise<FamilyResultsView> {
    const rows = await this.reports.closed(period);
    const closed = rows.reduce((sum, { count }) => sum + count, 0);
    if (closed < SMALLEST_GROUP) return { closed: null, byOutcome: [], restored: null };
    const restored = rows.filter(({ outcome }) => RESTORED.includes(outcome)).reduce((sum, { count }) => sum + count, 0);
    return { closed, byOutcome: counted(rows, 'outcome'), restored: shareOf(restored, closed) };
  }
}

function counted<Key extends string>(rows: readonly ({ count: number } & Record<Key, string>)[], by: Key): FamilyCountView[] {
  const keys = [...new Set(rows.map((row) => row[by]))].sort();
  const counts = keys.map((key) => rows.filter((row) => row[by] === key).reduce((sum, { count }) => sum + count, 0));
  return shown(counts).map((count, at) => ({ key: keys[at] ?? '', count }));
}
