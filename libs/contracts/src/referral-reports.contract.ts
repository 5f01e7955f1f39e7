import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { JourneyReportView } from './journey-reports.contract';
import { PeriodQuery } from './reports.contract';

/** P-30: how long until a partner decides. */
export class ReferralAnswersQuery extends PeriodQuery {
  @IsOptional()
  @IsIn(['partner', 'urgency'])
  by?: string;
}

/** P-31: how often a partner accepts. */
export class ReferralAcceptanceQuery extends PeriodQuery {
  @IsOptional()
  @IsIn(['partner', 'service'])
  by?: string;
}

const KEY = /^([A-Z_]{2,20}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** What lies behind a number: of one partner, urgency or service; COUNTED or not. */
export class ReferralAnswersCasesQuery extends ReferralAnswersQuery {
  @IsOptional()
  @IsString()
  @Matches(KEY)
  key?: string;
}

export class ReferralAcceptanceCasesQuery extends ReferralAcceptanceQuery {
  @IsOptional()
  @IsString()
  @Matches(KEY)
  key?: string;
}

export class ReferralLoopCasesQuery extends PeriodQuery {
  @IsOptional()
  @IsString()
  @Matches(KEY)
  key?: string;
}

/** A referral behind a number of P-30 to P-32. */
export class ReferralReportCaseView {
  id: string;
  caseId: string;
  caseRef: string;
  partner: string;
  urgency: string;
  service: string;
  state: string;
  sentOn: string;
  /** Until the decision, or so far, without the permitted pause. */
  hours: number;
  /** P-30: decided. P-31: accepted. P-32: the loop is closed. */
  counted: boolean;
}

export class ReferralReportCasesView {
  total: number;
  items: ReferralReportCaseView[];
}

/** What a partner sees of its own answers: P-30 by urgency, P-31 and P-32 by service. */
export class InboxFiguresView {
  /** The partner. */
  id: string;
  answers: JourneyReportView;
  acceptance: JourneyReportView;
  loop: JourneyReportView;
}
