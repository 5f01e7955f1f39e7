import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsISO8601,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { riskLevel } from '@panah/domain/vocabulary/cases';
import { riskFactor, riskFactorRating, riskSource } from '@panah/domain/vocabulary/risk';
import type { DangerView } from './duty.contract';
import { SafetyPersonView, SafetyPlanView } from './safety-plan.contract';
import { INSTANT } from './instant';

/** How one factor stands. */
export class RiskRatingInput {
  @IsIn(riskFactor.codes)
  factor: string;

  @IsIn(riskFactorRating.codes)
  rating: string;

  /** Asked for when it is there now. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

/** A risk assessment: a draft may have holes, what is final may not. */
export class RiskInput {
  @Matches(INSTANT)
  @IsISO8601({ strict: true, strictSeparator: true })
  assessedAt: string;

  @IsArray()
  @ArrayUnique()
  @IsIn(riskSource.codes, { each: true })
  sources: string[];

  @IsBoolean()
  seenAlone: boolean;

  @IsArray()
  @ArrayMaxSize(29)
  @ArrayUnique((rating: RiskRatingInput) => rating?.factor)
  @ValidateNested({ each: true })
  @Type(() => RiskRatingInput)
  ratings: RiskRatingInput[];

  @IsOptional()
  @IsString()
  @MaxLength(4000)
  protective?: string;

  /** What worries the person most, in their words. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  worries?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10)
  ownScale?: number;

  @IsOptional()
  @IsIn(riskLevel.codes)
  level?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  levelReason?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  overrideReason?: string;

  /** R-RI-05 */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  actionTaken?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  toldWhom?: string;
}

/** Why the second person sends it back. */
export class RiskReturnInput {
  @IsString()
  @Length(3, 1000)
  explanation: string;
}

/** The second person agrees to what they have read. */
export class RiskConfirmInput {
  /** The version that was read: when it was written anew meanwhile, nothing is confirmed. */
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number;
}

export class RiskRatingView {
  factor: string;
  rating: string;
  note: string | null;
}

export class RiskFactorChangeView {
  factor: string;
  /** Null where it was not rated. */
  before: string | null;
  after: string | null;
}

/** What is different from the final assessment before it. */
export class RiskDifferenceView {
  /** When that was assessed, and by whom. */
  since: string;
  by: SafetyPersonView;
  level: string | null;
  floor: string | null;
  factors: RiskFactorChangeView[];
}

export class RiskAssessmentView {
  id: string;
  caseId: string;
  version: number;
  state: string;
  author: SafetyPersonView;
  assessedAt: string;
  sources: string[];
  seenAlone: boolean;
  ratings: RiskRatingView[];
  protective: string | null;
  worries: string | null;
  ownScale: number | null;
  /** The lowest level that the factors allow. */
  floor: string;
  level: string | null;
  levelReason: string | null;
  overrideReason: string | null;
  actionTaken: string | null;
  toldWhom: string | null;
  previousLevel: string | null;
  /** Why a second person is needed; null when one is enough. */
  secondReason: string | null;
  confirmedBy: SafetyPersonView | null;
  finalAt: string | null;
  reviewAt: string | null;
  /** While it waits for a second person: against the level that stands; null where there is none before it. */
  difference: RiskDifferenceView | null;
  actions: string[];
}

/** One assessment among those of a case. */
export class RiskLineView {
  id: string;
  state: string;
  level: string | null;
  floor: string | null;
  author: SafetyPersonView;
  assessedAt: string;
  reviewAt: string | null;
}

/** How often there is to be contact at this level, and how it went. */
export class ContactRhythmView {
  everyDays: number;
  lastContactAt: string | null;
  dueAt: string;
  /** Whole cadences without contact. */
  missed: number;
}

export class SafetyView {
  /** Of the case. */
  id: string;
  level: string | null;
  /** Protection was finally refused: no level below HIGH stands by itself. */
  refusedForGood: boolean;
  assessedAt: string | null;
  reviewAt: string | null;
  reviewLate: boolean;
  /** By when a safety plan is due; null when none is. */
  planDueAt: string | null;
  planLate: boolean;
  contact: ContactRhythmView | null;
  /** The last final assessment. */
  current: RiskAssessmentView | null;
  /** The reader's own draft, or one that waits for a second person. */
  open: RiskAssessmentView | null;
  history: RiskLineView[];
  plan: SafetyPlanView | null;
  earlierPlans: number;
  dangers: DangerView[];
  actions: string[];
}

/** The answer to a word that was heard: nothing. */
export class HeardView {
  id: string;
}
