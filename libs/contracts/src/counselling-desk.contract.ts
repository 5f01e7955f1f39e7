import { IsInt, IsISO8601, IsUUID, Matches, Max, Min } from 'class-validator';
import { CounsellingPersonView } from './counselling-person.contract';
import { PrivateNoteView } from './counselling-notes.contract';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

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
