import { IsISO8601, IsOptional, IsUUID, Matches } from 'class-validator';
import { TaskPersonView } from './tasks.contract';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Days on which somebody is not there. */
export class AbsenceInput {
  /** Oneself when left out. */
  @IsOptional()
  @IsUUID()
  staffId?: string;

  @IsUUID()
  officeId: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  from: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  until: string;
}

export class DeputyInput {
  @IsUUID()
  deputyId: string;
}

export class AbsenceView {
  id: string;
  version: number;
  officeId: string;
  person: TaskPersonView;
  from: string;
  until: string;
  workingDays: number;
  /** R-CA-10: more than three working days, and nobody named yet. */
  deputyMissing: boolean;
  deputy: TaskPersonView | null;
  /** Open cases of the absent person that the deputy can open now; those that ask a question first; null while there is no deputy. */
  casesOpen: number | null;
  casesAsked: number | null;
  actions: string[];
}

export class AbsenceListView {
  items: AbsenceView[];
  /** Colleagues of the reader's offices, who may be absent or stand in. */
  colleagues: TaskPersonView[];
  /** The office in which the reader works; where they record an absence. */
  officeId: string;
  actions: string[];
}
