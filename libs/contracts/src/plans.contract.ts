import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsISO8601,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  actionOwner,
  actionStatus,
  actionType,
  clientAgreement,
  clientParticipation,
  goalStatus,
  outcomeDomain,
  planCopy,
} from '@panah/domain/vocabulary/plans';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** An action of a plan. A draft may have holes; what is submitted may not. */
export class PlanActionInput {
  @IsUUID()
  id: string;

  @IsOptional()
  @IsIn(actionType.codes)
  type?: string | null;

  @IsString()
  @MaxLength(200)
  text: string;

  @IsOptional()
  @IsIn(actionOwner.codes)
  ownerKind?: string | null;

  /** The colleague, when a colleague does it. */
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  dueOn?: string | null;
}

export class PlanGoalInput {
  @IsUUID()
  id: string;

  @IsOptional()
  @IsIn(outcomeDomain.codes)
  domain?: string | null;

  /** In the person's own words. */
  @IsString()
  @MaxLength(300)
  statement: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  baseline?: number | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  target?: number | null;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  targetOn?: string | null;

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(57)
  @IsUUID(undefined, { each: true })
  needIds: string[];

  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => PlanActionInput)
  actions: PlanActionInput[];
}

/** What a plan says. */
export class PlanInput {
  @IsOptional()
  @IsIn(clientParticipation.codes)
  participation?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  participationReason?: string | null;

  @IsOptional()
  @IsIn(clientAgreement.codes)
  agreement?: string | null;

  @IsOptional()
  @IsIn(planCopy.codes)
  copyGiven?: string | null;

  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => PlanGoalInput)
  goals: PlanGoalInput[];
}

/** What became of a goal or an action of the plan in force. */
export class PlanItemInput {
  @IsIn([...goalStatus.codes, ...actionStatus.codes])
  status: string;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  doneOn?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  blockedReason?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  result?: string | null;
}

export class PlanPersonView {
  id: string;
  name: string;
}

/** How an action or goal of the plan in force stands. */
export class PlanProgressView {
  version: number;
  status: string;
  doneOn: string | null;
  blockedReason: string | null;
  result: string | null;
  late: boolean;
}

export class PlanActionView {
  id: string;
  type: string | null;
  text: string;
  ownerKind: string | null;
  owner: PlanPersonView | null;
  dueOn: string | null;
  progress: PlanProgressView | null;
}

export class PlanGoalView {
  id: string;
  domain: string | null;
  statement: string;
  baseline: number | null;
  target: number | null;
  targetOn: string | null;
  needIds: string[];
  actions: PlanActionView[];
  progress: PlanProgressView | null;
}

/** What changed in one goal or action since the version before. */
export class PlanChangeView {
  /** ADDED, REMOVED or CHANGED. */
  kind: string;
  /** GOAL or ACTION. */
  item: string;
  id: string;
  goalId: string;
  fields: string[];
}

export class PlanDifferenceView {
  /** The number of the version it is compared with. */
  since: number;
  fields: string[];
  changes: PlanChangeView[];
  /** The goals and actions of the earlier version that changed or are gone, to be shown beside. */
  before: PlanGoalView[];
}

export class PlanVersionView {
  id: string;
  caseId: string;
  version: number;
  number: number;
  state: string;
  participation: string | null;
  participationReason: string | null;
  agreement: string | null;
  copyGiven: string | null;
  goals: PlanGoalView[];
  authors: PlanPersonView[];
  savedAt: string;
  submittedAt: string | null;
  submittedBy: PlanPersonView | null;
  returnedAt: string | null;
  returnedBy: PlanPersonView | null;
  /** What the coordinator said when it was sent back. */
  returnReason: string | null;
  approvedAt: string | null;
  approvedBy: PlanPersonView | null;
  reviewDue: string | null;
  /** Against the version before it; null for the first. */
  difference: PlanDifferenceView | null;
}

export class PlanVersionLineView {
  id: string;
  number: number;
  state: string;
  savedAt: string;
  approvedAt: string | null;
}

/** The plan of a case: what is in force, what is being written, and every version. */
export class PlanView {
  /** Of the case. */
  id: string;
  caseState: string;
  inForce: PlanVersionView | null;
  inHand: PlanVersionView | null;
  versions: PlanVersionLineView[];
  /** Colleagues on the case team, who may own an action. */
  owners: PlanPersonView[];
  actions: string[];
}
