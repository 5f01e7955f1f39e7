import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { conflictKind } from '@panah/domain/vocabulary/cases';

export class AdmissionInput {
  @IsUUID()
  primaryWorkerId: string;

  /** R-CA-05: why the worker takes one more, when they stand above the hard limit. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  loadReason?: string | null;

  @IsOptional()
  @IsIn(['P1', 'P2', 'P3', 'P4'])
  priority?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(9)
  @IsString({ each: true })
  streams?: string[];
}

export class AllocationQuestionInput {
  @IsUUID()
  staffId: string;
}

export class TieAnswerInput {
  @IsIn(['NO_TIE', 'TIE'])
  answer: 'NO_TIE' | 'TIE';

  /** Which tie; asked for with `TIE`. */
  @ValidateIf((input: TieAnswerInput) => input.answer === 'TIE')
  @IsIn(conflictKind.codes)
  kind?: string | null;
}

/** What the client said when they were told who would work with them. */
export class EnquiryClientAnswerInput {
  @IsIn(['NO_OBJECTION', 'OBJECTION'])
  answer: 'NO_OBJECTION' | 'OBJECTION';
}

export class EnquiryCandidateView {
  staffId: string;
  name: string;
  /** With one more case (R-CA-05). */
  points: number;
  openCases: number;
  /** `FREE`, `SOFT` or `HARD` with one more case. */
  level: string;
}

export class EnquiryCandidatesView {
  items: EnquiryCandidateView[];
}

/** Both answers of R-AC-13 about one worker. */
export class TeamAnswerView {
  staffId: string;
  name: string | null;
  askedAt: string;
  answer: string | null;
  answeredAt: string | null;
  clientAnswer: string | null;
  clientAnsweredAt: string | null;
}

export class TeamAnswersView {
  /** The enquiry's id. */
  id: string;
  items: TeamAnswerView[];
}

/** The question on the worker's own screen: a pseudonym and neutral facts, never the name (R-AC-13). */
export class AllocationQuestionView {
  id: string;
  askedAt: string;
  askedBy: string | null;
  pseudonym: string;
  language: string;
  country: string | null;
  streams: string[];
  answer: string | null;
}

export class AllocationQuestionsView {
  items: AllocationQuestionView[];
}
