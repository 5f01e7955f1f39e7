import { ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { memberAnswer } from '@panah/domain/vocabulary/case-team';
import { conflictKind } from '@panah/domain/vocabulary/cases';
import { LANGUAGES } from '@panah/domain/vocabulary/languages';
import { specialistDeclineReason, specialistUrgency, specialty } from '@panah/domain/vocabulary/specialists';
import { CaseWorkerView } from './cases.contract';

/** Asks a specialty of the office. Its queue shows reference, language, urgency and the question, and nothing else. */
export class SpecialistRequestInput {
  @IsIn(specialty.codes)
  specialty: string;

  @IsIn(specialistUrgency.codes)
  urgency: string;

  /** Of the person; left out, the first of the languages on file. */
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: string;

  /** Neutral: names nobody, judges nobody (R-CA-11). */
  @IsString()
  @Length(5, 500)
  question: string;

  /** Colleagues of this specialty of whom the client was told by name, and to whom the client has no objection (R-AC-13). */
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  clientAgreesTo?: string[];
}

/** Takes a request up, or says what stands in the way: the answer to the question about ties (R-AC-13). */
export class TakeUpInput {
  @IsIn(memberAnswer.codes)
  answer: string;

  /** What the tie is; asked for with TIE. */
  @IsOptional()
  @IsIn(conflictKind.codes)
  kind?: string;
}

export class SpecialistDeclineInput {
  @IsIn(specialistDeclineReason.codes)
  reason: string;

  @IsOptional()
  @IsString()
  @Length(1, 500)
  words?: string;
}

/** A request as the case team sees it. */
export class SpecialistRequestView {
  id: string;
  specialty: string;
  urgency: string;
  language: string;
  question: string;
  state: string;
  askedBy: CaseWorkerView | null;
  askedAt: string;
  answerDue: string;
  /** Who took it up or declined it. */
  answeredBy: CaseWorkerView | null;
  answeredAt: string | null;
  declineReason: string | null;
  declineWords: string | null;
  /** Names of those to whom the client has no objection. */
  clientAgreesTo: string[];
  /** Open to the reader: `withdraw`, `note_refusal`. */
  actions: string[];
}

export class SpecialistRequestsView {
  /** The case. */
  id: string;
  items: SpecialistRequestView[];
  /** `request`, when the reader may ask. */
  actions: string[];
}

/** What a queue shows: no name, and nothing that leads to the client. */
export class SpecialistQueueLineView {
  id: string;
  specialty: string;
  caseRef: string;
  language: string;
  urgency: string;
  question: string;
  askedAt: string;
}

export class SpecialistQueueView {
  /** The hundred most urgent. */
  items: SpecialistQueueLineView[];
  total: number;
}

/** What somebody is asked before they take a request up: a pseudonym and neutral facts (R-AC-13). */
export class SpecialistQuestionView {
  id: string;
  specialty: string;
  pseudonym: string;
  country: string;
  languages: string[];
  streams: string[];
}

/** What came of an answer. */
export class SpecialistAnsweredView {
  id: string;
  state: string;
  /** `MEMBER`: on the team now. `ASKED`: the client is asked first. Null: somebody else will come. */
  place: string | null;
  /** The case, once it is open to the reader. */
  caseId: string | null;
}

export class SpecialistQueueQuery {
  /** One of the reader's own specialties; all of them without it. */
  @IsOptional()
  @IsIn(specialty.codes)
  specialty?: string;
}
