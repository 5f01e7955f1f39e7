import { IsIn, IsISO8601, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { needCode, needSeverity, needSource, needStatus } from '@panah/domain/vocabulary/needs';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What somebody needs, as it is first written down. */
export class NeedInput {
  @IsIn(needCode.codes)
  code: string;

  @IsIn(needSeverity.codes)
  severity: string;

  @IsIn(needSource.codes)
  source: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  identifiedOn: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

/** What may change about it later. */
export class NeedChangeInput {
  @IsIn(needSeverity.codes)
  severity: string;

  @IsIn(needStatus.codes)
  status: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

export class NeedView {
  id: string;
  version: number;
  code: string;
  /** The category in which UN partners count it; null when in none. */
  category: string | null;
  restricted: boolean;
  severity: string;
  status: string;
  source: string;
  identifiedOn: string;
  /** The day by which a severe need is acted on. */
  actBy: string | null;
  /** Null when there is none, or it is not for the reader. */
  note: string | null;
  actions: string[];
}

export class NeedListView {
  id: string;
  items: NeedView[];
  actions: string[];
}
