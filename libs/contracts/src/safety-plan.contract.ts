import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { copyGiven, safetyMeasure, safetyPlanOutcome } from '@panah/domain/vocabulary/risk';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class SafetyMeasureInput {
  @IsIn(safetyMeasure.codes)
  measure: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  detail?: string;

  @IsString()
  @MaxLength(120)
  owner: string;

  @IsBoolean()
  done: boolean;
}

/** What was agreed so that the person is safer; or that they wanted no plan, and why. */
export class SafetyPlanInput {
  @IsIn(safetyPlanOutcome.codes)
  outcome: string;

  @IsArray()
  @ArrayMaxSize(40)
  @ValidateNested({ each: true })
  @Type(() => SafetyMeasureInput)
  measures: SafetyMeasureInput[];

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  warningSigns?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  ownSteps?: string;

  /** In the order in which they are called. */
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  callFirst: string[];

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  places?: string;

  /** What others must not do. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  mustNot?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  declinedBecause?: string;

  @IsIn(copyGiven.codes)
  copyGiven: string;

  @IsBoolean()
  copyIsSafe: boolean;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  validFrom: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  reviewOn: string;
}

/** Which measure is done, or not after all: its place in the plan, from 0. */
export class TickInput {
  @IsInt()
  @Min(0)
  @Max(39)
  place: number;
}

export class SafetyPersonView {
  id: string;
  name: string;
}

export class SafetyMeasureView {
  measure: string;
  detail: string | null;
  owner: string;
  done: boolean;
}

export class SafetyPlanView {
  id: string;
  caseId: string;
  version: number;
  state: string;
  outcome: string;
  author: SafetyPersonView;
  measures: SafetyMeasureView[];
  warningSigns: string | null;
  ownSteps: string | null;
  callFirst: string[];
  places: string | null;
  mustNot: string | null;
  declinedBecause: string | null;
  copyGiven: string;
  copyIsSafe: boolean;
  validFrom: string;
  reviewOn: string;
  writtenAt: string;
  actions: string[];
}

/** What of a safety plan is told to those who see no more of it. */
export class SafetyMeasuresView {
  /** Of the case. */
  id: string;
  reviewOn: string | null;
  measures: SafetyMeasureView[];
  mustNot: string | null;
}
