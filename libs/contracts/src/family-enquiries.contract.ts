import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { enquiryWay, kinRelation } from '@panah/domain/vocabulary/family';
import { LANGUAGES } from '@panah/domain/vocabulary/languages';
import { LinkPersonView } from './family-links.contract';
import { PartialDateView } from './partial-date.contract';
import { SoughtPersonInput } from './sought-person.contract';

/** Who asks for somebody. */
export class AskingPersonInput {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(4)
  @IsString({ each: true })
  @Length(1, 160, { each: true })
  names: string[];

  /** What they say they are to the one they ask for. */
  @IsIn(kinRelation.codes)
  relation: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string | null;

  @IsOptional()
  @IsEmail()
  @MaxLength(200)
  email?: string | null;

  @IsIn(LANGUAGES)
  language: string;

  /** They agreed that we keep what they told, for this (C22). Without it nothing is looked for, and it goes after 30 days. */
  @IsBoolean()
  keepsData: boolean;
}

export class FamilyEnquiryInput {
  @ValidateNested()
  @Type(() => AskingPersonInput)
  asking: AskingPersonInput;

  @ValidateNested()
  @Type(() => SoughtPersonInput)
  sought: SoughtPersonInput;

  @IsIn(enquiryWay.codes)
  way: string;

  /** As they put it. */
  @IsString()
  @Length(1, 3000)
  words: string;
}

/** The same for everybody, whether we know the person or not. */
export class FamilyEnquiryAnswerView {
  /** What to say to whoever asks, in their language. */
  sentence: string;
  /** The language of the sentence: theirs, or English where we have none in theirs. */
  language: string;
}

export class FamilyMatchLineView {
  id: string;
  version: number;
  linkId: string;
  /** The reader is an officer of the link, and may open it. */
  ownLink: boolean;
  /** OPEN or TRACING while it waits: the second confirmation needs the link to be traced. */
  linkState: string;
  /** PROPOSED, CONFIRMED_ONCE, CONFIRMED, REFUSED. */
  state: string;
  /** LIKELY or POSSIBLE (Annex A.8). */
  likeness: string;
  score: number;
  foundAt: string;
  confirmedBy: LinkPersonView | null;
  actions: string[];
}

export class FamilyMatchesView {
  items: FamilyMatchLineView[];
}

export class FamilyMatchView extends FamilyMatchLineView {
  /** What agrees, and what speaks against it. */
  reasons: string[];
  askingNames: string[];
  askingRelation: string;
  soughtNames: string[];
  soughtBirth: PartialDateView | null;
  clientName: string;
  relativeNames: string[];
  words: string;
}

/** Enquiries that share a telephone, a mail address or a wording: nothing comes of them until a coordinator looked. */
export class FamilyFreezeView {
  id: string;
  version: number;
  /** TELEPHONE, MAIL, WORDING. */
  shared: string[];
  enquiries: number;
  first: string;
  last: string;
  state: string;
  /** Of the enquiries, for whoever decides. */
  askingNames: string[];
  words: string[];
  actions: string[];
}

export class FamilyFreezesView {
  items: FamilyFreezeView[];
}

export class FreezeDecisionInput {
  @IsIn(['RELEASE', 'REFUSE'])
  decision: string;

  @IsString()
  @Length(1, 1000)
  reason: string;
}
