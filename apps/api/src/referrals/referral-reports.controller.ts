import { Controller, Get, Header, Query } from '@nestjs/common';
import { JourneyReportView } from '@panah/contracts/journey-reports.contract';
import {
  InboxFiguresView,
  ReferralAcceptanceCasesQuery,
  ReferralAcceptanceQuery,
  ReferralAnswersCasesQuery,
  ReferralAnswersQuery,
  ReferralLoopCasesQuery,
  ReferralReportCasesView,
} from '@panah/contracts/referral-reports.contract';
import { PeriodQuery } from '@panah/contracts/reports.contract';
import { journeyTable } from '../platform/rate-table';
import { Allow } from '../platform/access/allow';
import { ReferralReports } from './referral-reports.service';

const CSV = 'text/csv; charset=utf-8';

/** Reports of referrals, for coordinators; a partner counts its own. The tables hold counts only. */
@Controller()
export class ReferralReportsController {
  constructor(private readonly reports: ReferralReports) {}

  @Get('reports/referral-answers')
  @Allow('report:read')
  answers(@Query() { by, ...period }: ReferralAnswersQuery): Promise<JourneyReportView> {
    return this.reports.read('answers', by, period);
  }

  @Get('reports/referral-acceptance')
  @Allow('report:read')
  acceptance(@Query() { by, ...period }: ReferralAcceptanceQuery): Promise<JourneyReportView> {
    return this.reports.read('acceptance', by, period);
  }

  @Get('reports/referral-loop')
  @Allow('report:read')
  loop(@Query() period: PeriodQuery): Promise<JourneyReportView> {
    return this.reports.read('loop', 'partner', period);
  }

  @Get('reports/referral-answers/cases')
  @Allow('report:read')
  answersCases(@Query() { by, key, ...period }: ReferralAnswersCasesQuery): Promise<ReferralReportCasesView> {
    return this.reports.cases('answers', by, key, period);
  }

  @Get('reports/referral-acceptance/cases')
  @Allow('report:read')
  acceptanceCases(@Query() { by, key, ...period }: ReferralAcceptanceCasesQuery): Promise<ReferralReportCasesView> {
    return this.reports.cases('acceptance', by, key, period);
  }

  @Get('reports/referral-loop/cases')
  @Allow('report:read')
  loopCases(@Query() { key, ...period }: ReferralLoopCasesQuery): Promise<ReferralReportCasesView> {
    return this.reports.cases('loop', 'partner', key, period);
  }

  @Get('reports/referral-answers.csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="report-30.csv"')
  @Allow('report:read')
  async answersTable(@Query() query: ReferralAnswersQuery): Promise<string> {
    return journeyTable(await this.answers(query));
  }

  @Get('reports/referral-acceptance.csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="report-31.csv"')
  @Allow('report:read')
  async acceptanceTable(@Query() query: ReferralAcceptanceQuery): Promise<string> {
    return journeyTable(await this.acceptance(query));
  }

  @Get('reports/referral-loop.csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="report-32.csv"')
  @Allow('report:read')
  async loopTable(@Query() query: PeriodQuery): Promise<string> {
    return journeyTable(await this.loop(query));
  }

  @Get('inbox-figures')
  @Allow('inbox:see-figures')
  own(@Query() period: PeriodQuery): Promise<InboxFiguresView> {
    return this.reports.own(period);
  }
}
