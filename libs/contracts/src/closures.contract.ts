import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID, Length, MaxLength, ValidateNested } from 'class-validator';
import { closureReason } from '@panah/domain/vocabulary/cases';
import { contactChannel } from '@panah/domain/vocabulary/clients';
import { closureCheck, yesOrNo } from '@panah/domain/vocabulary/closures';
import { CaseWorkerView } from './cases.contract';

/** What somebody else goes on with. */
export class HandoverInput {
  @IsString()
  @Length(2, 120)
  to: string;

  @IsString()
  @Length(2, 500)
  what: string;
}

/** Asks for the closure of a case, and takes stock of it (model 2.16). Needs that are open are on file: they come with it by themselves. */
export class ClosureRequestInput {
  @IsIn(closureReason.codes)
  closureReason: string;

  /** The signed note that holds the decision. */
  @IsUUID()
  note: string;

  @IsIn(yesOrNo.codes)
  clientTold: string;

  /** Asked for with NO. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  clientNotToldWhy?: string;

  /** Words about the needs that stay. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  unmetWords?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => HandoverInput)
  handover?: HandoverInput[];

  @IsIn(yesOrNo.codes)
  followUp: string;

  /** A way that is marked safe; asked for with YES. */
  @IsOptional()
  @IsIn(contactChannel.codes)
  followUpChannel?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  followUpWords?: string;

  /** Each point is done, or does not apply. */
  @IsArray()
  @ArrayUnique()
  @IsIn(closureCheck.codes, { each: true })
  checklist: string[];

  /** What is known of the person’s safety: asked for where contact was lost (R-CA-08). */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  safetyCheck?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string;
}

export class HandoverView {
  to: string;
  what: string;
}

export class UnmetNeedView {
  id: string;
  code: string;
}

/** A closure that was asked for, and what became of it. */
export class ClosureView {
  id: string;
  /** REQUESTED, APPROVED or REJECTED. */
  state: string;
  reason: string;
  clientTold: string;
  clientNotToldWhy: string | null;
  followUp: string;
  followUpChannel: string | null;
  followUpWords: string | null;
  checklist: string[];
  safetyCheck: string | null;
  handover: HandoverView[];
  unmetNeeds: UnmetNeedView[];
  unmetWords: string | null;
  attempts: number | null;
  attemptChannels: number | null;
  attemptDays: number | null;
  requestedBy: CaseWorkerView | null;
  requestedAt: string;
  decidedBy: CaseWorkerView | null;
  decidedAt: string | null;
  retentionUntil: string | null;
}

export class ClosureOutcomeView {
  domain: string;
  baseline: string | null;
  closure: string;
  change: number | null;
}

/** R-CA-08: what there is, and what it takes. */
export class LostContactProofView {
  attempts: number;
  channels: number;
  days: number;
  attemptsNeeded: number;
  channelsNeeded: number;
  daysNeeded: number;
}

export class CaseClosureView {
  /** The case. */
  id: string;
  /** The last that was asked for. */
  closure: ClosureView | null;
  /** Before and after, once the review at closure is made. */
  outcomes: ClosureOutcomeView[];
  /** Whether that review is asked for before a closure. */
  outcomesNeeded: boolean;
  /** Needs that are open now. */
  unmetNeeds: UnmetNeedView[];
  proof: LostContactProofView;
  safeChannels: string[];
  /** What keeps the case from being closed now: codes. */
  holds: string[];
  /** The day until which it is kept, or would be if it were closed today. */
  retentionUntil: string;
}
