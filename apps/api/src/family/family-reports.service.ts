import { Injectable } from '@nestjs/common';
import type {
  FamilyCountView,
  FamilyOpenLinksView,
  FamilyReportView,
  FamilyResultsView,
  FamilyTurnaroundView,
} from '@panah/contracts/family-reports.contract';
import type { QuarterQuery } from '@panah/contracts/family-reports.contract';
import { endedQuarter, type Quarter } from '@panah/domain/family/quarters';
import { medianOf, shareOf, shown, shownTotal, SMALLEST_GROUP, SMALLEST_SHOWN } from '@panah/domain/family/small-counts';
import { MessageFigures } from '../family-messages/message-figures.records';
import { hasWord } from '../platform/access/current-reach';
import { FamilyReportRecords } from './family-report.records';

const RESTORED = ['REUNITED_LIVING', 'REUNITED_VISIT', 'REGULAR_CONTACT', 'ONE_CONTACT', 'NEWS_EXCHANGED'];

/** How links and messages go: P-27 and P-29 for who works on them, P-28 where there are enough of them that nobody is meant. Never by relation and country; by whole quarters alone. */
@Injectable()
export class FamilyReports {
  constructor(
    private readonly reports: FamilyReportRecords,
    private readonly messages: MessageFigures,
  ) {}

  async read({ quarter: asked }: QuarterQuery): Promise<FamilyReportView> {
    const quarter = endedQuarter(asked, await this.reports.today());
    const { name, from, to } = quarter;
    // a count by state would tell a coordinator what the other side of a client in their office does
    const works = hasWord('family-link:list');
    return {
      quarter: name,
      from,
      to,
      least: SMALLEST_SHOWN,
      open: works ? await this.open(quarter) : null,
      results: await this.results(quarter),
      messages: works ? await this.turnaround(quarter) : null,
    };
  }

  private async open(quarter: Quarter): Promise<FamilyOpenLinksView> {
    const rows = await this.reports.open(quarter);
    const total = rows.reduce((sum, { count }) => sum + count, 0);
    return { total: shownTotal(total), byState: counted(rows, 'state'), byAge: counted(rows, 'age') };
  }

  private async turnaround(quarter: Quarter): Promise<FamilyTurnaroundView> {
    const rows = await this.messages.turnaround(this.reports.offices(), quarter);
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

  private async results(quarter: Quarter): Promise<FamilyResultsView> {
    const rows = await this.reports.closed(quarter);
    const closed = rows.reduce((sum, { count }) => sum + count, 0);
    if (closed < SMALLEST_GROUP) return { closed: null, byOutcome: [], restored: null };
    const restored = rows.filter(({ outcome }) => RESTORED.includes(outcome)).reduce((sum, { count }) => sum + count, 0);
    return { closed: shownTotal(closed), byOutcome: counted(rows, 'outcome'), restored: shareOf(restored, closed) };
  }
}

function counted<Key extends string>(rows: readonly ({ count: number } & Record<Key, string>)[], by: Key): FamilyCountView[] {
  const keys = [...new Set(rows.map((row) => row[by]))].sort();
  const counts = keys.map((key) => rows.filter((row) => row[by] === key).reduce((sum, { count }) => sum + count, 0));
  return shown(counts).map((count, at) => ({ key: keys[at] ?? '', count }));
}
