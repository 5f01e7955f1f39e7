import { IsBoolean, IsISO8601, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import {
  appealOutcome,
  decisionType,
  interpreterWish,
  procedureEventType,
  serviceMethod,
  suspensiveEffect,
  suspensiveRecorded,
} from '@panah/domain/vocabulary/claims';
import { LANGUAGES } from '@panah/domain/vocabulary/languages';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A decision of an authority or a court. What a step needs of it, the rules say by field. */
export class ClaimDecisionInput {
  @IsOptional()
  @IsIn(decisionType.codes)
  decisionType?: string;

  @IsOptional()
  @IsIn(appealOutcome.codes)
  outcome?: string;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  decidedOn?: string;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  servedOn?: string;

  @IsOptional()
  @IsIn(serviceMethod.codes)
  serviceMethod?: string;

  @IsOptional()
  @IsBoolean()
  appealPossible?: boolean;

  @IsOptional()
  @IsIn(suspensiveEffect.codes)
  suspensive?: string;

  /** The day until which an appeal is possible, where the legal team knows it and the rule does not say. */
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  appealDueOn?: string;

  @IsOptional()
  @IsUUID()
  documentId?: string;
}

/** What a step of a claim may come with. Which of it a step needs is said by the rules, with the field. */
export class ClaimStepInput extends ClaimDecisionInput {
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  on?: string;

  @IsOptional()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  at?: string;

  @IsOptional()
  @IsIn(LANGUAGES)
  language?: string;

  @IsOptional()
  @IsIn(interpreterWish.codes)
  interpreter?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  place?: string;

  @IsOptional()
  @IsBoolean()
  informed?: boolean;

  @IsOptional()
  @IsBoolean()
  clientDecision?: boolean;

  @IsOptional()
  @IsBoolean()
  signed?: boolean;

  @IsOptional()
  @IsBoolean()
  explained?: boolean;

  @IsOptional()
  @IsBoolean()
  isFinal?: boolean;

  @IsOptional()
  @IsIn(suspensiveRecorded.codes)
  suspensiveRecorded?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  words?: string;
}

export class ServiceInput {
  @Matches(DAY)
  @IsISO8601({ strict: true })
  servedOn: string;

  @IsIn(serviceMethod.codes)
  serviceMethod: string;
}

export class TranslationInput {
  @Matches(DAY)
  @IsISO8601({ strict: true })
  on: string;
}

export class ProcedureEventInput {
  @IsIn(procedureEventType.codes)
  type: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  on: string;

  @IsOptional()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  at?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  place?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  accompaniedBy?: string;

  /** In a few words; what was said belongs into a privileged note. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  outcome?: string;
}
