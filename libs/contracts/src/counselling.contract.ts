import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsISO8601,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  counsellingContactKind,
  counsellingService,
  counsellingSource,
  preferredGender,
  presentingTheme,
  riskChecked,
  sessionModality,
  sessionStatus,
} from '@panah/domain/vocabulary/counselling';
import { contactChannel } from '@panah/domain/vocabulary/clients';
import { LANGUAGES } from '@panah/domain/vocabulary/languages';
import { CounsellingPersonView } from './counselling-person.contract';
import { ClinicalNoteView, SharedSummaryView } from './counselling-notes.contract';
import { ScreeningView } from './screening.contract';
import { INSTANT } from './instant';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WORDS = 4000;

/** What somebody asks of counselling: the office sees reference, language, urgency and the question. */
export class CounsellingRequestInput {
  @IsIn(counsellingService.codes)
  service: string;

  @IsIn(counsellingSource.codes)
  source: string;

  @IsString()
  @Length(3, WORDS)
  question: string;

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(18)
  @IsIn(presentingTheme.codes, { each: true })
  themes: string[];

  @IsIn(preferredGender.codes)
  preferredGender: string;

  /** The client wishes for nobody with a tie to the group. */
  @IsBoolean()
  noTie: boolean;

  @IsOptional()
  @IsIn(LANGUAGES)
  language?: string;
}

/** What may change while it is under way. */
export class CounsellingEditInput {
  @IsString()
  @MaxLength(WORDS)
  goals: string;

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(18)
  @IsIn(presentingTheme.codes, { each: true })
  themes: string[];

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  plannedSessions?: number;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  reviewOn?: string;
}

export class CounsellingContactInput {
  @IsIn(counsellingContactKind.codes)
  kind: string;

  @IsIn(contactChannel.codes)
  channel: string;

  @Matches(INSTANT)
  @IsISO8601({ strict: true, strictSeparator: true })
  at: string;
}

export class CounsellingSessionInput {
  @Matches(INSTANT)
  @IsISO8601({ strict: true, strictSeparator: true })
  at: string;

  @IsOptional()
  @IsInt()
  @Min(5)
  @Max(480)
  minutes?: number;

  @IsIn(sessionModality.codes)
  modality: string;

  @IsIn(sessionStatus.codes)
  status: string;

  @IsOptional()
  @IsIn(riskChecked.codes)
  riskChecked?: string;

  @IsOptional()
  @Matches(INSTANT)
  @IsISO8601({ strict: true, strictSeparator: true })
  nextAt?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  participants?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  interpreter?: string;
}

/** An appointment as the case team sees it: when, and whether the person came (R-CN-02). */
export class AttendanceView {
  at: string;
  /** PLANNED, ATTENDED, NOT_ATTENDED or CANCELLED. */
  attendance: string;
}

export class CounsellingSessionView {
  id: string;
  version: number;
  at: string;
  minutes: number | null;
  modality: string;
  status: string;
  riskChecked: string | null;
  nextAt: string | null;
  participants: string | null;
  interpreter: string | null;
  counsellor: CounsellingPersonView;
  actions: string[];
}

export class CounsellingContactView {
  kind: string;
  channel: string;
  at: string;
}

/** What counsellor and clinical lead see beside what the team sees. */
export class CounsellingClinicalView {
  state: string;
  service: string;
  source: string;
  language: string;
  urgency: string | null;
  question: string;
  themes: string[];
  preferredGender: string;
  noTie: boolean;
  riskAnswers: string | null;
  goals: string;
  plannedSessions: number | null;
  reviewOn: string | null;
  supervisor: CounsellingPersonView | null;
  consented: boolean;
  limitsExplainedAt: string | null;
  endReason: string | null;
  words: string | null;
  alternative: string | null;
  endingDue: string | null;
  sessions: CounsellingSessionView[];
  contacts: CounsellingContactView[];
}

export class CounsellingEpisodeView {
  id: string;
  version: number;
  caseId: string;
  caseRef: string;
  phase: string;
  since: string;
  counsellor: CounsellingPersonView | null;
  attendance: AttendanceView[];
  sharedSummary: SharedSummaryView | null;
  /** Null for whoever is told no more than the team. */
  clinical: CounsellingClinicalView | null;
  actions: string[];
}

/** Counselling on one file, as far as the reader may see it. */
export class CaseCounsellingView {
  id: string;
  episodes: CounsellingEpisodeView[];
  /** Signed risk notes, for whoever owns the safety plan and the coordinator (R-CN-03). */
  riskNotes: ClinicalNoteView[];
  /** The one screening that the case team reads. */
  wellbeing: ScreeningView[];
  actions: string[];
}
