import {
  ArrayMaxSize,
  IsArray,
  IsISO8601,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { instrument, screeningMode } from '@panah/domain/vocabulary/counselling';
import { LANGUAGES } from '@panah/domain/vocabulary/languages';
import { CounsellingPersonView } from './counselling-person.contract';
import { INSTANT } from './instant';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WORDS = 4000;

/** Numbers as they stand on the paper form; a blank is null. */
export class ScreeningInput {
  @IsIn(instrument.codes)
  instrument: string;

  @IsIn(LANGUAGES)
  language: string;

  @IsIn(screeningMode.codes)
  mode: string;

  @Matches(INSTANT)
  @IsISO8601({ strict: true, strictSeparator: true })
  at: string;

  @IsArray()
  @ArrayMaxSize(40)
  items: (number | null)[];

  /** One of the cuts in use for the instrument. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  cut?: number;

  /** Asked for when an answer points to self-harm. */
  @IsOptional()
  @IsString()
  @MaxLength(WORDS)
  actionTaken?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  toldWhom?: string;
}

export class InstrumentLicenceInput {
  @IsUUID()
  officeId: string;

  @IsIn(instrument.codes)
  instrument: string;

  @IsIn(LANGUAGES)
  language: string;

  /** Where the text comes from, and on what terms. */
  @IsString()
  @Length(3, 500)
  textSource: string;

  @IsString()
  @Length(1, 100)
  versionLabel: string;

  /** Of a utilisation agreement; RHS-15 is not used without one. */
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  agreementOn?: string;

  /** The licensed text, one line an item, where the office has leave to keep it. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(40)
  @IsString({ each: true })
  @MaxLength(500, { each: true })
  itemTexts?: string[];
}

export class ScreeningSubscoreView {
  code: string;
  value: number;
}

/** A screening, not a diagnosis. */
export class ScreeningView {
  id: string;
  instrument: string;
  language: string;
  mode: string;
  at: string;
  score: number | null;
  most: number | null;
  subscores: ScreeningSubscoreView[];
  band: string | null;
  bandSet: string | null;
  cut: number | null;
  positive: boolean;
  flags: string[];
  by: CounsellingPersonView;
  /** Null where the reader is told the score alone. */
  items: (number | null)[] | null;
  actionTaken: string | null;
  toldWhom: string | null;
}

export class ScreeningListView {
  id: string;
  items: ScreeningView[];
  actions: string[];
}

export class InstrumentLicenceView {
  id: string;
  officeId: string;
  instrument: string;
  language: string;
  textSource: string;
  versionLabel: string;
  agreementOn: string | null;
  itemTexts: string[];
  recordedBy: CounsellingPersonView;
  recordedAt: string;
}

export class InstrumentLicencesView {
  items: InstrumentLicenceView[];
  actions: string[];
}
