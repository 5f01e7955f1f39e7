import type { TaskKind, TaskStatus } from '@panah/domain/vocabulary/tasks';
import type { Place } from '../platform/sealing/sealer';

/** What is to be done for a client, by whom, by when. */
export interface Task {
  id: string;
  officeId: string;
  clientId: string;
  caseId: string;
  kind: TaskKind;
  priority: string;
  status: TaskStatus;
  ownerId: string | null;
  /** It is the primary worker's, whoever that is. */
  followsWorker: boolean;
  forCoordinators: boolean;
  /** `YYYY-MM-DD`, the office's day. */
  dueOn: string;
  remindOn: string | null;
  remindedAt: Date | null;
  pausedOn: string | null;
  recordId: string | null;
  /** What was set when this was finished. */
  nextId: string | null;
  createdBy: string | null;
  createdAt: Date;
  endedAt: Date | null;
  endedBy: string | null;
  endReason: string | null;
  sealed: Buffer | null;
  sealVersion: number;
  version: number;
}

/** What somebody wrote. */
export interface TaskSecrets {
  title?: string;
  doneNote?: string;
}

export interface OpenTask {
  row: Task;
  secrets: TaskSecrets;
}

export const taskPlace = ({ id, clientId, sealVersion }: Pick<Task, 'id' | 'clientId' | 'sealVersion'>): Place => ({
  table: 'task',
  rowId: id,
  subjectId: clientId,
  compartment: 'file',
  sealVersion,
});
