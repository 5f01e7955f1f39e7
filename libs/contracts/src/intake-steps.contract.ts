import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
  IsUUID,
} from 'class-validator';
import { COUNTRIES } from '@panah/domain/vocabulary/countries';
import { Type } from 'class-transformer';
import { casePriority, serviceStream } from '@panah/domain/vocabulary/cases';
import { contactChannel, contactSafety, legalBasis, literacy, sexRecorded } from '@panah/domain/vocabulary/clients';
import { interpreterKind } from '@panah/domain/vocabulary/consents';
import { informationGiven, intakeMode, yesNoUnknown } from '@panah/domain/vocabulary/intake';
import { LANGUAGES } from '@panah/domain/vocabulary/languages';
import { ConsentGiving } from './consents.contract';
import { PartialDateInput } from './partial-date.contract';
import { INSTANT } from './instant';

/** The eight questions of the immediate screen. A question nobody asked has no answer. */
export class ImmediateAnswers {
  @IsOptional()
  @IsIn(yesNoUnknown.codes)
  SAFE_TONIGHT?: string | null;

  @IsOptional()
  @IsIn(yesNoUnknown.codes)
  FOOD?: string | null;

  @IsOptional()
  @IsIn(yesNoUnknown.codes)
  MEDICINE?: string | null;

  @IsOptional()
  @IsIn(yesNoUnknown.codes)
  INJURY_ILLNESS?: string | null;

  @IsOptional()
  @IsIn(yesNoUnknown.codes)
  SELF_HARM?: string | null;

  @IsOptional()
  @IsIn(yesNoUnknown.codes)
  THREAT_NOW?: string | null;

  @IsOptional()
  @IsIn(yesNoUnknown.codes)
  CHILD_PRESENT?: string | null;

  @IsOptional()
  @IsIn(yesNoUnknown.codes)
  DEADLINE_7_DAYS?: string | null;
}

/** Step 1: how the talk came about, and whether the person is safe. A draft may have holes, in every step. */
export class SafetyStep {
  @IsOptional()
  @Matches(INSTANT)
  @IsISO8601({ strict: true })
  interviewAt?: string | null;

  @IsOptional()
  @IsIn(intakeMode.codes)
  mode?: string | null;

  @IsOptional()
  @IsBoolean()
  seenAlone?: boolean | null;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  whoElsePresent?: string | null;

  @ValidateNested()
  @Type(() => ImmediateAnswers)
  screen: ImmediateAnswers;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  urgentActions?: string | null;
}

/** Step 2: what the person was told before anything was asked of them. */
export class InformationStep {
  @IsArray()
  @ArrayUnique()
  @IsIn(informationGiven.codes, { each: true })
  told: string[];

  @IsOptional()
  @IsString()
  @MaxLength(500)
  remarks?: string | null;
}

const LATIN = /^[\p{Script=Latin}\p{M}\s'’.-]+$/u;

/** Step 3: a name to use, a language, a country (R-ID-01); the rest as far as it is given. */
export class IdentityStep {
  /** The name to use, as spoken, in its own script. */
  @IsOptional()
  @IsString()
  @Length(1, 160)
  name?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 160)
  @Matches(LATIN)
  nameLatin?: string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => PartialDateInput)
  birth?: PartialDateInput | null;

  @IsOptional()
  @IsIn(sexRecorded.codes)
  sexRecorded?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(10)
  @IsIn(LANGUAGES, { each: true })
  languages?: string[];

  @IsOptional()
  @IsIn(literacy.codes)
  literacy?: string | null;

  @IsOptional()
  @IsIn(['NO', 'YES', 'YES_FEMALE', 'YES_MALE'])
  interpreter?: string | null;

  @IsOptional()
  @IsIn(COUNTRIES)
  country?: string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => PartialDateInput)
  arrived?: PartialDateInput | null;

  @IsOptional()
  @IsIn(contactChannel.codes)
  contactChannel?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 160)
  contactValue?: string | null;

  @IsOptional()
  @IsIn(contactSafety.codes)
  contactSafety?: string | null;

  /** When and how it is safe, in the words agreed with the person. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  contactRule?: string | null;
}

/** Step 4: the person's situation in their words, and what they wish. No field asks what somebody did, believed or was. */
export class SituationStep {
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  situation?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  wishes?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(serviceStream.codes, { each: true })
  streams?: string[];

  /** Prefers a worker without ties to the same community. */
  @IsOptional()
  @IsBoolean()
  workerWithoutTies?: boolean | null;

  @IsOptional()
  @IsIn(['ANY', 'FEMALE', 'MALE'])
  workerPreferred?: string | null;
}

/** Step 5: why the organisation may keep this. On CONSENT, how C01 was given: the consent is recorded with the admission. */
export class LegalBasisStep extends ConsentGiving {
  @IsOptional()
  @IsIn(legalBasis.codes)
  basis?: string | null;

  /** The language it was explained in; the first of the person's unless said. */
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: string | null;

  @IsOptional()
  @IsIn(interpreterKind.codes)
  interpreterKind?: string | null;

  @IsOptional()
  @IsUUID()
  interpreterId?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  interpreterName?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  explanation?: string | null;
}

/** Step 6: what the worker proposes to the coordinator. */
export class ProposalStep {
  @IsOptional()
  @IsIn(casePriority.codes)
  priority?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  summary?: string | null;
}

export class IntakeStepView {
  step: string;
  /** 0 while nothing was saved. */
  version: number;
  complete: boolean;
  savedAt: string | null;
  savedBy: string | null;
}

/** The whole intake, so that it is taken up again where it was left. */
export class IntakeView {
  /** The enquiry's id. */
  id: string;
  state: string;
  caseRef: string | null;
  steps: IntakeStepView[];
  /** Answers that call for something to be done today. */
  urgent: string[];
  safety: SafetyStep;
  information: InformationStep;
  identity: IdentityStep;
  situation: SituationStep;
  legalBasis: LegalBasisStep;
  proposal: ProposalStep;
  actions: string[];
}
