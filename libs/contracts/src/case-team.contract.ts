import { ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsOptional, IsUUID } from 'class-validator';
import { blockSource, clientAnswer, memberAnswer, recordClass, teamReason, teamRole } from '@panah/domain/vocabulary/case-team';
import { conflictKind } from '@panah/domain/vocabulary/cases';
import { CaseWorkerView } from './cases.contract';

/** Asks a colleague to join a case team. Nothing opens for them before both have answered (R-AC-13). */
export class TeamProposalInput {
  @IsUUID()
  staffId: string;

  @IsIn(teamRole.codes)
  role: string;

  @IsIn(teamReason.codes)
  reason: string;

  /** Fewer than the role's own classes; left out for all of them. */
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(recordClass.codes, { each: true })
  classes?: string[];
}

/** The colleague's own answer, given without the name. */
export class MemberAnswerInput {
  @IsIn(memberAnswer.codes)
  answer: string;

  /** What the tie is; asked for with TIE. */
  @IsOptional()
  @IsIn(conflictKind.codes)
  kind?: string;
}

/** What the client said when told who would join. */
export class ClientAnswerInput {
  @IsIn(clientAnswer.codes)
  answer: string;
}

export class BlockInput {
  @IsUUID()
  staffId: string;

  @IsIn(conflictKind.codes)
  kind: string;

  @IsIn(blockSource.codes)
  source: string;
}

export class TeamMemberView {
  id: string;
  staffId: string;
  name: string;
  role: string;
  isPrimary: boolean;
  classes: string[];
  reason: string;
  proposedBy: CaseWorkerView | null;
  proposedAt: string;
  memberAnswer: string | null;
  memberAnsweredAt: string | null;
  clientAnswer: string | null;
  clientAnsweredAt: string | null;
  startsAt: string | null;
  endsAt: string | null;
  endedAt: string | null;
  endReason: string | null;
  /** ASKED, MEMBER or ENDED. */
  state: string;
  /** Open to the reader: `record-client-answer`, `renew`, `leave`, `end`. */
  actions: string[];
}

export class TeamView {
  /** The case. */
  id: string;
  members: TeamMemberView[];
}

/** A colleague who may be asked. */
export class TeamCandidateView {
  id: string;
  name: string;
  roles: string[];
}

export class TeamCandidatesView {
  items: TeamCandidateView[];
}

/** What the one who is asked sees: no name, no reference. */
export class TeamQuestionView {
  id: string;
  pseudonym: string;
  /** Country of stay. */
  country: string;
  languages: string[];
  streams: string[];
  role: string;
  reason: string;
  askedBy: string;
  askedAt: string;
  answer: string | null;
}

export class TeamQuestionsView {
  items: TeamQuestionView[];
}

export class BlockView {
  id: string;
  staffId: string;
  name: string;
  kind: string;
  source: string;
  setBy: CaseWorkerView | null;
  setAt: string;
  liftedAt: string | null;
}

export class BlocksView {
  /** The case. */
  id: string;
  items: BlockView[];
}
