import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { GUARDED } from '@panah/domain/family/minor.rules';
import { riskLevel } from '@panah/domain/vocabulary/cases';
import { contactChannel } from '@panah/domain/vocabulary/clients';
import { COUNTRIES } from '@panah/domain/vocabulary/countries';
import {
  contactEffect,
  contactStep,
  duressCheck,
  linkSide,
  relatedPersonContext,
  reunificationOutcome,
  reunificationRoute,
  tracingMethod,
  tracingOutcome,
  verificationLevel,
} from '@panah/domain/vocabulary/family';
import { INSTANT } from './instant';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** How somebody is looked for: nothing that the consent does not list. */
export class TracingPlanInput {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(tracingMethod.codes, { each: true })
  methods: string[];

  @IsString()
  @Length(1, 1500)
  plan: string;

  @IsIn(relatedPersonContext.codes)
  context: string;

  /** Must be there when the person is in the group or in the state of origin. */
  @IsOptional()
  @IsString()
  @MaxLength(1500)
  riskNote?: string | null;
}

export class TracingStepInput {
  @IsIn(tracingMethod.codes)
  method: string;

  @IsISO8601({ strict: true })
  @Matches(DAY)
  on: string;

  @IsIn(tracingOutcome.codes)
  outcome: string;

  @IsString()
  @Length(1, 1500)
  details: string;

  /** Such as the number of a Red Cross request. */
  @IsOptional()
  @IsString()
  @MaxLength(80)
  externalRef?: string | null;
}

export class RelativeContactInput {
  @IsIn(contactChannel.codes)
  kind: string;

  @IsString()
  @Length(1, 200)
  value: string;

  /** When, how, and about what one may call. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  rule?: string | null;
}

/** Where the person was found, and how they are reached. The client is not told by it. */
export class FindingInput {
  @IsUUID()
  tracingStepId: string;

  @IsIn(relatedPersonContext.codes)
  context: string;

  @IsArray()
  @ArrayMaxSize(6)
  @ValidateNested({ each: true })
  @Type(() => RelativeContactInput)
  contactPoints: RelativeContactInput[];

  @IsOptional()
  @IsIn(COUNTRIES)
  country?: string | null;
}

/** R-FL-13: confirmed, or two reports that do not come from one another; and a plan for telling it. */
export class DeathInput {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(6)
  @IsUUID(undefined, { each: true })
  tracingStepIds: string[];

  @IsBoolean()
  independent: boolean;

  @IsString()
  @Length(1, 200)
  who: string;

  @IsString()
  @Length(1, 200)
  where: string;

  @IsString()
  @Length(1, 200)
  support: string;
}

export class DeathNewsInput {
  @IsISO8601({ strict: true })
  @Matches(DAY)
  on: string;

  @IsBoolean()
  clientWantsToKnow: boolean;

  @IsBoolean()
  supportPresent: boolean;

  /** Never by telephone, text or notice. */
  @IsBoolean()
  inPerson: boolean;
}

/** One card: who looked, at what, and how sure it is. */
export class VerificationInput {
  @IsIn(verificationLevel.codes)
  level: string;

  @IsString()
  @Length(1, 1500)
  how: string;

  @IsIn(relatedPersonContext.codes)
  context: string;
}

export class ReasonInput {
  @IsString()
  @Length(1, 1000)
  reason: string;
}

/** R-FL-06: of both sides, before anybody is approached. */
export class ApproachRiskInput {
  @IsString()
  @Length(1, 1500)
  clientRisk: string;

  @IsString()
  @Length(1, 1500)
  relativeRisk: string;

  @IsIn(riskLevel.codes)
  relativeLevel: string;

  @IsString()
  @Length(1, 500)
  channel: string;

  @IsBoolean()
  channelSafe: boolean;
}

/** A new look at the risks of both sides: after a message that was rejected, a contact that did harm, or whenever somebody thinks so. */
export class RiskReviewInput {
  @IsString()
  @Length(1, 1500)
  clientRisk: string;

  @IsString()
  @Length(1, 1500)
  relativeRisk: string;

  @IsIn(riskLevel.codes)
  relativeLevel: string;
}

/** R-FL-14: the relative is a client of ours too, by the reference of their case. */
export class OwnClientInput {
  @IsString()
  @Length(1, 20)
  caseRef: string;
}

/** R-FL-07: how one side was heard. */
export class HearingInput {
  @IsIn(linkSide.codes)
  side: string;

  @IsISO8601({ strict: true })
  @Matches(DAY)
  on: string;

  @IsBoolean()
  spokenDirectly: boolean;

  @IsBoolean()
  alone: boolean;

  @IsIn(duressCheck.codes)
  duress: string;
}

/** The relative is asked: told what we are, and why, and what becomes of what they say. */
export class ApproachInput extends HearingInput {
  @IsBoolean()
  noticeGiven: boolean;

  /** On what their data is kept from now on, until they said yes to it. */
  @IsIn(['LEGITIMATE_INTERESTS', 'VITAL_INTEREST', 'CONSENT'])
  legalBasis: string;
}

export class RelativeDeclinesInput {
  /** They asked never to be contacted again: a hash keeps it so. */
  @IsBoolean()
  neverAgain: boolean;
}

export class MediationInput {
  @IsUUID()
  mediatorId: string;

  @IsISO8601({ strict: true })
  @Matches(DAY)
  preparedOn: string;
}

/** What one side is told of the other; never above what that other allowed. */
export class TellingInput {
  @IsIn(linkSide.codes)
  to: string;

  @IsIn(['ALIVE_ONLY', 'COUNTRY', 'CONTACT_DETAILS'])
  what: string;

  @IsISO8601({ strict: true })
  @Matches(DAY)
  on: string;
}

export class ContactStepInput {
  @IsIn(contactStep.codes)
  step: string;

  /** Moment agreed on, or when it was. */
  @Matches(INSTANT)
  @IsISO8601({ strict: true })
  at: string;

  @IsString()
  @Length(1, 200)
  supporter: string;

  @IsBoolean()
  prepared: boolean;
}

/** R-FL-18: how it was for the one whom we asked, within 72 hours. */
export class CheckInInput {
  @IsIn(linkSide.codes)
  side: string;

  @IsIn(contactEffect.codes)
  effect: string;

  @IsOptional()
  @IsString()
  @MaxLength(1500)
  note?: string | null;
}

export class ReunionPlanInput {
  @IsString()
  @Length(1, 1500)
  safetyPlan: string;

  @IsIn(reunificationRoute.codes)
  route: string;

  /** The legal adviser who looked at the route. */
  @IsUUID()
  legalCheckedBy: string;
}

export class FamilyDayInput {
  @IsISO8601({ strict: true })
  @Matches(DAY)
  on: string;
}

export class FamilyClosingInput {
  @IsIn(reunificationOutcome.codes)
  outcome: string;
}

/** R-FL-15: a side that is not of age, or may not be. */
export class MinorSafeguardInput {
  @IsIn(linkSide.codes)
  side: string;

  @IsString()
  @Length(1, 200)
  guardian: string;

  @IsString()
  @Length(1, 1500)
  bestInterests: string;

  @IsString()
  @Length(1, 1500)
  childsView: string;
}

/** A step of the authorities on the way to living together. */
export class RouteStepInput {
  @IsIn(['APPLICATION', 'DOCUMENTS', 'VISA_APPOINTMENT', 'DECISION', 'APPEAL', 'TRAVEL'])
  kind: string;

  @IsIn(COUNTRIES)
  country: string;

  /** The day from which the country counts; what is due is computed where a rule of that country says so. */
  @IsISO8601({ strict: true })
  @Matches(DAY)
  from: string;

  /** Said by the authority, where no rule computes it. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(DAY)
  dueOn?: string | null;
}

/** What a coordinator is asked for: to go on after a pause, or one step for somebody who may not be of age (R-FL-15). */
export class LinkRequestInput {
  @IsIn(['resume', ...GUARDED])
  what: string;

  @IsString()
  @Length(1, 1000)
  reason: string;
}
