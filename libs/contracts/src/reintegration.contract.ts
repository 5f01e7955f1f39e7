import { Type } from 'class-transformer';
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
} from 'class-validator';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { outcomeDomain } from '@panah/domain/vocabulary/plans';
import { outcomeAnswer, reviewPoint } from '@panah/domain/vocabulary/reintegration';
import { CaseWorkerView } from './cases.contract';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** How somebody stands in one domain. */
export class OutcomeInput {
  @IsIn(outcomeDomain.codes)
  domain: string;

  /** 1 to 5, N or ?. */
  @IsIn(outcomeAnswer.codes)
  level: string;

  /** The person's own view, on the same scale. */
  @IsOptional()
  @IsIn(outcomeAnswer.codes)
  clientLevel?: string;

  /** Asked for where the level moved by two or more since the baseline. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

/** A look at how a life goes, in all twelve domains. */
export class OutcomeReviewInput {
  @IsIn(reviewPoint.codes)
  point: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  reviewedOn: string;

  @IsBoolean()
  doneWithClient: boolean;

  @IsArray()
  @ArrayMaxSize(12)
  @ArrayUnique((outcome: OutcomeInput) => outcome.domain)
  @ValidateNested({ each: true })
  @Type(() => OutcomeInput)
  outcomes: OutcomeInput[];
}

/** The counsellor's part: wellbeing (D09) of a review that is there. */
export class WellbeingInput {
  @IsIn(outcomeAnswer.codes)
  level: string;

  @IsOptional()
  @IsIn(outcomeAnswer.codes)
  clientLevel?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class OutcomeView {
  domain: string;
  level: string;
  clientLevel: string | null;
  note: string | null;
  /** Level less that of the baseline; null where one of them is no level. */
  change: number | null;
}

export class OutcomeReviewView {
  id: string;
  version: number;
  point: string;
  reviewedOn: string;
  reviewer: CaseWorkerView | null;
  doneWithClient: boolean;
  /** Made after its day. */
  late: boolean;
  /** The domains that are open to the reader, and no other. */
  outcomes: OutcomeView[];
  /** `correct`, `correct-wellbeing`. */
  actions: string[];
}

export class ReviewDueView {
  point: string;
  dueOn: string;
  late: boolean;
}

export class OutcomeReviewsView {
  /** The case. */
  id: string;
  /** The domains that are open to the reader. */
  domains: string[];
  /** Oldest first. */
  items: OutcomeReviewView[];
  next: ReviewDueView | null;
  /** Points of which a review may be made today. */
  points: string[];
  /** `review`, `help`, `certify`. */
  actions: string[];
}

/** Help that was given. */
export class HelpGivenInput {
  @IsIn(serviceRequested.codes)
  service: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  givenOn: string;

  /** Up to two decimals; left out for help without money. */
  @IsOptional()
  @Matches(/^\d{1,9}(\.\d{1,2})?$/)
  amount?: string;

  /** ISO 4217; asked for with an amount. */
  @IsOptional()
  @Matches(/^[A-Z]{3}$/)
  currency?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  what?: string;
}

export class HelpGivenView {
  id: string;
  version: number;
  service: string;
  givenOn: string;
  givenBy: CaseWorkerView | null;
  amount: string | null;
  currency: string | null;
  what: string | null;
  actions: string[];
}

export class HelpGivenListView {
  /** The case. */
  id: string;
  items: HelpGivenView[];
  actions: string[];
}

/** That somebody took part in something: printed and signed. */
export class CertificateInput {
  /** As it shall stand on the paper. */
  @IsString()
  @Length(2, 120)
  name: string;

  @IsString()
  @Length(3, 200)
  activity: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  from: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  until: string;

  /** Hours attended. */
  @IsOptional()
  @Matches(/^\d{1,4}$/)
  hours?: string;
}

export class CertificateView {
  id: string;
  caseId: string;
  name: string;
  activity: string;
  from: string;
  until: string;
  hours: string | null;
  issuedOn: string;
  issuedBy: CaseWorkerView | null;
  /** The office that issues it. */
  office: string;
}

export class CertificateListView {
  /** The case. */
  id: string;
  items: CertificateView[];
  actions: string[];
}
