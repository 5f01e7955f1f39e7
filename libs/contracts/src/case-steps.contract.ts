import { IsBoolean, IsIn, IsISO8601, IsInt, IsOptional, IsString, IsUUID, Length, Matches, MaxLength, Min } from 'class-validator';
import { caseHoldReason } from '@panah/domain/vocabulary/cases';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A step that rests on a signed ASSESSMENT or DECISION note of the same case. */
export class GroundedStepInput {
  @IsUUID()
  note: string;
}

/** The assessment ends on a signed note, and says what the person needs, or that they need nothing. */
export class AssessmentCompletionInput extends GroundedStepInput {
  @IsOptional()
  @IsBoolean()
  noNeeds?: boolean;
}

/** A step that needs no more than itself; words are welcome. */
export class PlainStepInput {
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string;

  /** Of the plan that was read, where the step is about one: when it was written anew meanwhile, the step is not taken. */
  @IsOptional()
  @IsInt()
  @Min(1)
  planVersion?: number;
}

/** A step that says why, in words. */
export class ReasonedStepInput {
  @IsString()
  @Length(3, 1000)
  reason: string;
}

export class HoldInput {
  @IsIn(caseHoldReason.codes)
  holdReason: string;

  /** At most ninety days ahead. */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  reviewOn: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string;
}

/** Reopening makes the next period under the same reference; its worker has answered both questions (R-AC-13). */
export class ReopeningInput {
  @IsString()
  @Length(3, 1000)
  reason: string;

  @IsUUID()
  primaryWorkerId: string;
}
