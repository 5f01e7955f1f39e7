import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { casePriority } from '@panah/domain/vocabulary/cases';
import { taskStatus, taskType } from '@panah/domain/vocabulary/tasks';
import { ListQuery } from './list.contract';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Something to be done for a client. */
export class TaskInput {
  @IsIn(taskType.codes)
  kind: string;

  /** Neutral: names nobody (R-CA-11). */
  @IsOptional()
  @IsString()
  @Length(2, 120)
  title?: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  dueOn: string;

  @IsOptional()
  @IsIn(casePriority.codes)
  priority?: string;

  /** A member of the case team; without one it is the primary worker's. */
  @IsOptional()
  @IsUUID()
  ownerId?: string;

  /** The day on which My day shows it, when that is earlier than a week before. */
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  remindOn?: string;
}

export class TaskChangeInput extends TaskInput {
  /** OPEN, IN_PROGRESS or BLOCKED. */
  @IsIn(['OPEN', 'IN_PROGRESS', 'BLOCKED'])
  status: string;
}

/** Finishes a task, and sets the next in the same act. */
export class TaskCompletionInput {
  /** The day of the next one; without it there is none. */
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  nextOn?: string;

  /** What the next one is, when it is not the same. */
  @IsOptional()
  @IsIn(taskType.codes)
  nextKind?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class TaskListQuery extends ListQuery {
  /** A status, or OPEN_ALL for whatever is not over. */
  @IsOptional()
  @IsIn(['OPEN_ALL', ...taskStatus.codes])
  status?: string;
}

export class TaskPersonView {
  id: string;
  name: string;
}

export class TaskView {
  id: string;
  caseId: string;
  version: number;
  kind: string;
  /** The type of the model that the kind belongs to. */
  type: string;
  /** MANUAL, or the rule that asked for it. */
  origin: string;
  title: string | null;
  priority: string;
  status: string;
  /** Null when any coordinator of the office may do it. */
  owner: TaskPersonView | null;
  dueOn: string;
  remindOn: string | null;
  late: boolean;
  /** Since when it rests, with its case. */
  pausedOn: string | null;
  createdAt: string;
  endedAt: string | null;
  endedBy: TaskPersonView | null;
  endReason: string | null;
  doneNote: string | null;
  /** Days that are offered for the next one. */
  next: string[];
  /** The next one, when this was finished with one. */
  nextId: string | null;
  actions: string[];
}

export class TaskListView {
  items: TaskView[];
  total: number;
  next: string | null;
  /** Who may own a task here. */
  owners: TaskPersonView[];
  actions: string[];
}
