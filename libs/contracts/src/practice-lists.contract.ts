import { IsIn, IsISO8601, IsOptional, IsUUID, Matches } from 'class-validator';
import { onTimePart } from '@panah/domain/vocabulary/board';
import { riskLevel } from '@panah/domain/vocabulary/cases';
import { BoardNameView, BoardPersonView } from './board.contract';
import { ListQuery } from './list.contract';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The period of the report whose number was pressed; both days are counted. */
class CasesInPeriodQuery extends ListQuery {
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  from?: string;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  to?: string;
}

export class ContactCasesQuery extends CasesInPeriodQuery {
  @IsOptional()
  @IsIn(riskLevel.codes)
  level?: string;

  /** An id of staff, or NONE: nobody's. */
  @IsOptional()
  @Matches(/^(NONE|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/)
  worker?: string;
}

export class OnTimeCasesQuery extends CasesInPeriodQuery {
  @IsOptional()
  @IsUUID()
  office?: string;

  /** Which of the promises `kept` asks for; both unless one is named. */
  @IsOptional()
  @IsIn(onTimePart.codes)
  part?: string;

  @IsOptional()
  @IsIn(['YES', 'NO'])
  kept?: string;
}

/** P-08: a case with its weeks at one level. */
export class ContactCaseView {
  /** Of the case. */
  id: string;
  caseRef: string;
  name: BoardNameView | null;
  pseudonym: string | null;
  worker: BoardPersonView | null;
  level: string;
  /** Weeks in which contact was kept, of all counted. */
  count: number;
  of: number;
}

export class ContactCasesView {
  items: ContactCaseView[];
  total: number;
  next: string | null;
  from: string;
  to: string;
  /** Of all lines together: the number that was pressed. */
  count: number;
  of: number;
}

/** P-09: a case whose clock of 15 working days is over. */
export class OnTimeCaseView {
  /** Of the case. */
  id: string;
  caseRef: string;
  name: BoardNameView | null;
  pseudonym: string | null;
  worker: BoardPersonView | null;
  openedOn: string;
  assessed: boolean;
  planned: boolean;
}

export class OnTimeCasesView {
  items: OnTimeCaseView[];
  total: number;
  next: string | null;
  from: string;
  to: string;
}
