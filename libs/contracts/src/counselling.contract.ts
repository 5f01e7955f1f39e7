import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  counsellingContactKind,
  counsellingDeclineReason,
  counsellingEndReason,
  counsellingService,
  counsellingSource,
  counsellingUrgency,
  instrument,
  preferredGender,
  presentingTheme,
  privateNoteType,
  recordNoteType,
  riskChecked,
  screeningMode,
  sessionModality,
  sessionStatus,
} from '@panah/domain/vocabulary/counselling';
import { contactChannel } from '@panah/domain/vocabulary/clients';
import { LANGUAGES } from '@panah/domain/vocabulary/languages';
import { LeftOutView, PeriodQuery } from './reports.contract';

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

export class CounsellingTriageInput {
  @IsIn(counsellingUrgency.codes)
  urgency: string;

  /** The questions about risk were asked. */
  @IsBoolean()
  riskAsked: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(WORDS)
  riskAnswers?: string;
}

export class CounsellingAllocationInput {
  @IsUUID()
  counsellorId: string;

  @IsUUID()
  supervisorId: string;

  /** Gender, language and no tie, as the client wished. */
  @IsBoolean()
  preferenceRespected: boolean;
}

export class CounsellingDeclineInput {
  @IsIn(counsellingDeclineReason.codes)
  reason: string;

  @IsOptional()
  @IsString()
  @MaxLength(WORDS)
  alternative?: string;
}

export class CounsellingBeginningInput {
  @IsString()
  @MaxLength(WORDS)
  goals: string;

  @IsBoolean()
  limitsExplained: boolean;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(200)
  plannedSessions?: number;
}

export class CounsellingEndReasonInput {
  @IsIn(counsellingEndReason.codes)
  endReason: string;

  @IsOptional()
  @IsString()
  @MaxLength(WORDS)
  words?: string;
}

export class CounsellingUnplannedEndInput extends CounsellingEndReasonInput {
  @IsBoolean()
  riskChecked: boolean;
}

export class CounsellingEndInput extends CounsellingEndReasonInput {
  /** The last measure was offered, and the client did not want it. */
  @IsBoolean()
  finalMeasureDeclined: boolean;
}

export class CounsellingPauseInput {
  @IsString()
  @MaxLength(WORDS)
  reason: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  reviewOn: string;
}

export class CounsellingContinuationInput {
  @IsString()
  @MaxLength(WORDS)
  goals: string;
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

export class SharedSummaryInput {
  @IsString()
  @Length(3, WORDS)
  text: string;
}

export class CounsellingContactInput {
  @IsIn(counsellingContactKind.codes)
  kind: string;

  @IsIn(contactChannel.codes)
  channel: string;

  @IsISO8601({ strict: true, strictSeparator: true })
  @MaxLength(30)
  at: string;
}

export class CounsellingSessionInput {
  @IsISO8601({ strict: true, strictSeparator: true })
  @MaxLength(30)
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
  @IsISO8601({ strict: true, strictSeparator: true })
  @MaxLength(30)
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

export class ClinicalNoteInput {
  @IsIn(recordNoteType.codes)
  type: string;

  @IsISO8601({ strict: true, strictSeparator: true })
  @MaxLength(30)
  happenedAt: string;

  @IsString()
  @MaxLength(20_000)
  body: string;

  @IsOptional()
  @IsUUID()
  sessionId?: string;

  /** The signed note of the same author that this one adds to. */
  @IsOptional()
  @IsUUID()
  addsTo?: string;
}

export class PrivateNoteInput {
  @IsIn(privateNoteType.codes)
  type: string;

  @IsISO8601({ strict: true, strictSeparator: true })
  @MaxLength(30)
  happenedAt: string;

  @IsString()
  @MaxLength(20_000)
  body: string;

  @IsOptional()
  @IsUUID()
  sessionId?: string;
}

/** Numbers as they stand on the paper form; a blank is null. */
export class ScreeningInput {
  @IsIn(instrument.codes)
  instrument: string;

  @IsIn(LANGUAGES)
  language: string;

  @IsIn(screeningMode.codes)
  mode: string;

  @IsISO8601({ strict: true, strictSeparator: true })
  @MaxLength(30)
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

export class SupervisionInput {
  @IsUUID()
  officeId: string;

  @IsUUID()
  counsellorId: string;

  @IsUUID()
  supervisorId: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  heldOn: string;

  @IsInt()
  @Min(10)
  @Max(480)
  minutes: number;
}

export class CounsellingPersonView {
  id: string;
  name: string;
}

/** An appointment as the case team sees it: when, and whether the person came (R-CN-02). */
export class AttendanceView {
  at: string;
  /** PLANNED, ATTENDED, NOT_ATTENDED or CANCELLED. */
  attendance: string;
}

export class SharedSummaryView {
  text: string;
  at: string;
  by: CounsellingPersonView;
}

export class ClinicalNoteView {
  id: string;
  version: number;
  type: string;
  state: string;
  happenedAt: string;
  sessionId: string | null;
  addsToId: string | null;
  author: CounsellingPersonView;
  /** Null where only the author reads it yet. */
  body: string | null;
  writtenAt: string;
  signedAt: string | null;
  /** FRESH, WARN or LEAD: how long it has waited for its signature (R-CN-04); null when signed. */
  waiting: string | null;
  actions: string[];
}

export class ClinicalNoteListView {
  id: string;
  items: ClinicalNoteView[];
  actions: string[];
}

export class PrivateNoteView {
  id: string;
  version: number;
  episodeId: string;
  type: string;
  state: string;
  happenedAt: string;
  sessionId: string | null;
  author: CounsellingPersonView;
  body: string;
  signedAt: string | null;
  actions: string[];
}

export class PrivateNoteListView {
  id: string;
  items: PrivateNoteView[];
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

export class CounsellorCandidateView {
  id: string;
  name: string;
  /** Both questions of R-AC-13 are answered and nothing stands against it. */
  fits: boolean;
}

export class CounsellorCandidatesView {
  id: string;
  items: CounsellorCandidateView[];
  supervisors: CounsellingPersonView[];
}

/** One episode on the counsellors' page: reference, language and urgency; no name. */
export class CounsellingLineView {
  id: string;
  caseId: string;
  caseRef: string;
  language: string;
  urgency: string | null;
  service: string;
  state: string;
  since: string;
  counsellor: CounsellingPersonView | null;
  question: string | null;
  nextSessionAt: string | null;
  /** Whether the file opens to the reader. */
  opens: boolean;
}

/** Something a counsellor or the lead has to look after. */
export class CounsellingDueView {
  id: string;
  kind: string;
  episodeId: string | null;
  caseRef: string | null;
  person: CounsellingPersonView | null;
  due: string;
  late: boolean;
}

export class SupervisionView {
  counsellor: CounsellingPersonView;
  officeId: string;
  lastOn: string | null;
  days: number;
  /** KEPT, DUE or MISSING. */
  state: string;
}

export class CounsellingDeskView {
  mine: CounsellingLineView[];
  requests: CounsellingLineView[];
  waiting: CounsellingLineView[];
  others: CounsellingLineView[];
  due: CounsellingDueView[];
  supervision: SupervisionView[];
  /** Notes for supervision that were handed to the reader. */
  toSupervise: PrivateNoteView[];
  offices: CounsellingPersonView[];
  /** Counsellors of the reader's offices. */
  colleagues: CounsellingPersonView[];
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

export const COUNSELLING_ACCESS_BY = ['service', 'language'] as const;
export const COUNSELLING_REPORT_PARTS = ['COUNTED', 'WAITING', 'LEFT_OUT'] as const;

export class CounsellingAccessQuery extends PeriodQuery {
  @IsOptional()
  @IsIn(COUNSELLING_ACCESS_BY)
  by?: string;
}

export class CounsellingAccessCasesQuery extends CounsellingAccessQuery {
  @IsString()
  @MaxLength(40)
  key: string;

  @IsIn(COUNSELLING_REPORT_PARTS)
  part: string;
}

export class CounsellingAttendanceCasesQuery extends PeriodQuery {
  @IsString()
  @MaxLength(40)
  key: string;

  @IsIn(COUNSELLING_REPORT_PARTS)
  part: string;
}

/** Days from the request to the first session somebody came to, of one kind of request. */
export class CounsellingAccessCell {
  key: string;
  /** Requests of the period. */
  of: number;
  seen: number;
  lowerDays: number | null;
  medianDays: number | null;
  upperDays: number | null;
  /** Still waiting: censored, never dropped (model 6.1). */
  waiting: number;
  waitingMedianDays: number | null;
  /** Ended before a first session. */
  leftOut: number;
}

/** P-21 */
export class CounsellingAccessView {
  code: string;
  definition: number;
  by: string;
  from: string;
  to: string;
  at: string;
  all: CounsellingAccessCell;
  cells: CounsellingAccessCell[];
  leftOut: LeftOutView[];
}

export class CounsellingReportCaseView {
  id: string;
  caseId: string;
  caseRef: string;
  on: string;
  days: number | null;
  status: string | null;
}

/** The cases behind a number, as far as the reader reaches them. */
export class CounsellingReportCasesView {
  total: number;
  items: CounsellingReportCaseView[];
}
