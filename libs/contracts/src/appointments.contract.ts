import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { appointmentKind, appointmentState } from '@panah/domain/vocabulary/appointments';
import { contactRevealReason } from '@panah/domain/vocabulary/reasons';
import { TaskPersonView } from './tasks.contract';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** When and where somebody is met. The time is what a clock there shows. */
export class AppointmentInput {
  @IsIn(appointmentKind.codes)
  kind: string;

  @IsOptional()
  @IsString()
  @Length(2, 120)
  title?: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  on: string;

  @Matches(TIME)
  at: string;

  @Type(() => Number)
  @IsInt()
  @Min(5)
  @Max(1440)
  minutes: number;

  /** IANA name; the office's when left out. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  timeZone?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  place?: string;

  /** Who else is there. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  persons?: string;

  /** A member of the case team; the primary worker when left out. */
  @IsOptional()
  @IsUUID()
  ownerId?: string;
}

export class AppointmentResultInput {
  @IsIn(appointmentState.codes.filter((code) => code !== 'PLANNED'))
  state: string;
}

/** Why the place is shown: one press, kept in the log. */
export class PlaceRevealInput {
  @IsIn(contactRevealReason.codes)
  reason: string;
}

export class AppointmentPlaceView {
  place: string | null;
}

export class AppointmentView {
  id: string;
  caseId: string;
  version: number;
  kind: string;
  title: string | null;
  state: string;
  /** An instant with Z. */
  startsAt: string;
  /** The same as a clock there shows it. */
  on: string;
  at: string;
  timeZone: string;
  minutes: number;
  persons: string | null;
  /** The place itself is shown on demand. */
  hasPlace: boolean;
  /** Null where the reader is not told who goes. */
  owner: TaskPersonView | null;
  actions: string[];
}

export class AppointmentListView {
  /** Of the case. */
  id: string;
  items: AppointmentView[];
  officeTimeZone: string;
  owners: TaskPersonView[];
  actions: string[];
}
