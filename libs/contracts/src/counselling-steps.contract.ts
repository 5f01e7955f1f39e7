import { IsBoolean, IsISO8601, IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { counsellingDeclineReason, counsellingEndReason, counsellingUrgency } from '@panah/domain/vocabulary/counselling';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WORDS = 4000;

export class CounsellingTriageInput {
  @IsIn(counsellingUrgency.codes)
  urgency: string;

  /** The questions about risk were asked. */
  @IsBoolean()
  riskAsked: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(WORDS)
  riskAnswers?: string;
}

export class CounsellingAllocationInput {
  @IsUUID()
  counsellorId: string;

  @IsUUID()
  supervisorId: string;

  /** Gender, language and no tie, as the client wished. */
  @IsBoolean()
  preferenceRespected: boolean;
}

export class CounsellingDeclineInput {
  @IsIn(counsellingDeclineReason.codes)
  reason: string;

  @IsOptional()
  @IsString()
  @MaxLength(WORDS)
  alternative?: string;
}

export class CounsellingBeginningInput {
  @IsString()
  @MaxLength(WORDS)
  goals: string;

  @IsBoolean()
  limitsExplained: boolean;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  plannedSessions?: number;
}

export class CounsellingEndReasonInput {
  @IsIn(counsellingEndReason.codes)
  endReason: string;

  @IsOptional()
  @IsString()
  @MaxLength(WORDS)
  words?: string;
}

export class CounsellingUnplannedEndInput extends CounsellingEndReasonInput {
  @IsBoolean()
  riskChecked: boolean;
}

export class CounsellingEndInput extends CounsellingEndReasonInput {
  /** The last measure was offered, and the client did not want it. */
  @IsBoolean()
  finalMeasureDeclined: boolean;
}

export class CounsellingPauseInput {
  @IsString()
  @MaxLength(WORDS)
  reason: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  reviewOn: string;
}

export class CounsellingContinuationInput {
  @IsString()
  @MaxLength(WORDS)
  goals: string;
}
