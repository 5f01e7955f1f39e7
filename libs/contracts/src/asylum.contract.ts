import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { contactRevealReason } from '@panah/domain/vocabulary/reasons';
import { interpreterWish, procedureType } from '@panah/domain/vocabulary/claims';
import { CLAIM_COUNTRIES } from '@panah/domain/vocabulary/countries';
import { LANGUAGES } from '@panah/domain/vocabulary/languages';
import { needCode } from '@panah/domain/vocabulary/needs';
import type { DeadlineView } from './legal-deadlines.contract';
import type { PermitView, RepresentationView } from './permits.contract';

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
