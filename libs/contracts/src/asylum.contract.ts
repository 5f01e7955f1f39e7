import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { contactRevealReason } from '@panah/domain/vocabulary/reasons';
import {
  appealOutcome,
  decisionType,
  interpreterWish,
  procedureEventType,
  procedureType,
  serviceMethod,
  suspensiveEffect,
  suspensiveRecorded,
} from '@panah/domain/vocabulary/claims';
import { CLAIM_COUNTRIES } from '@panah/domain/vocabulary/countries';
import { LANGUAGES } from '@panah/domain/vocabulary/languages';
import { needCode } from '@panah/domain/vocabulary/needs';
import type { DeadlineView } from './legal-deadlines.contract';
import type { PermitView, RepresentationView } from './permits.contract';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What is told of a claim besides its steps. There is no field for a narrative: that stands in privileged notes alone (R-AS-13). */
export class ClaimDetailsInput {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  authority?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  fileNo?: string;

  @IsOptional()
  @IsIn(LANGUAGES)
  language?: string;

  @IsOptional()
  @IsIn(interpreterWish.codes)
  interpreter?: string;

  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(12)
  @IsIn(needCode.codes, { each: true })
  specialNeeds?: string[];

  /** Dependants of the client who are part of the claim. */
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  dependants?: string[];
}

export class ClaimInput extends ClaimDetailsInput {
  @IsIn(CLAIM_COUNTRIES)
  country: string;

  @IsIn(procedureType.codes)
  procedureType: string;

  /** The decided claim that this one follows (R-AS-10). */
  @IsOptional()
  @IsUUID()
  followsId?: string;
}

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

export class ClaimRevealInput {
  @IsIn(contactRevealReason.codes)
  reason: string;
}

/** What stays masked until it is asked for (R-AC-03). */
export class ClaimRevealedView {
  fileNo: string | null;
  places: RevealedPlaceView[];
}

export class RevealedPlaceView {
  eventId: string;
  place: string;
}

export class ProcedureEventView {
  id: string;
  type: string;
  on: string;
  at: string | null;
  hasPlace: boolean;
  accompaniedBy: string | null;
  outcome: string | null;
}

export class ClaimDecisionView {
  id: string;
  decisionType: string | null;
  outcome: string | null;
  instance: number;
  decidedOn: string;
  servedOn: string;
  serviceMethod: string;
  appealPossible: boolean;
  suspensive: string;
  documentId: string | null;
  translatedOn: string | null;
}

export class ClaimView {
  id: string;
  caseId: string;
  version: number;
  country: string;
  procedureType: string;
  followsId: string | null;
  state: string;
  since: string;
  madeOn: string | null;
  registeredOn: string | null;
  lodgedOn: string | null;
  decisionTargetOn: string | null;
  interviewOn: string | null;
  interviewAt: string | null;
  endedOn: string | null;
  authority: string | null;
  hasFileNo: boolean;
  language: string | null;
  interpreter: string | null;
  specialNeeds: string[];
  dependants: string[];
  suspensiveRecorded: string | null;
  /** The states passed, in their order, with the day of each. */
  passed: ClaimPassedView[];
  events: ProcedureEventView[];
  decisions: ClaimDecisionView[];
  deadlines: DeadlineView[];
  actions: string[];
}

export class ClaimPassedView {
  action: string;
  state: string;
  at: string;
}

/** Everything about refuge on one file. */
export class ClaimsView {
  /** Of the case. */
  id: string;
  claims: ClaimView[];
  permits: PermitView[];
  representations: RepresentationView[];
  /** Days that are filled in where the procedure is. */
  today: string;
  actions: string[];
}
