import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { ROLES } from '@panah/domain/access/access-table';
import { duty, staffState } from '@panah/domain/vocabulary/staff';
import { ListQuery } from './list.contract';

/** Accounts of partners are made where partners are looked after, not here. */
export const ROLES_OF_STAFF = ROLES.filter((role) => role !== 'PARTNER');
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class StaffListQuery extends ListQuery {
  @IsOptional()
  @IsIn(staffState.codes)
  state?: string;

  @IsOptional()
  @IsIn(ROLES)
  role?: string;

  @IsOptional()
  @IsUUID()
  officeId?: string;
}

/** A role in an office. Auditor and admin belong to the organisation and name no office. */
export class RoleInput {
  @IsIn(ROLES_OF_STAFF)
  role: string;

  @IsOptional()
  @IsUUID()
  officeId?: string;

  @IsArray()
  @ArrayUnique()
  @IsIn(duty.codes, { each: true })
  duties: string[];
}

export class StaffInvitation {
  @IsString()
  @Length(2, 120)
  displayName: string;

  /** What they will sign in with: a mail address or a short name, without blanks. */
  @IsString()
  @Length(3, 254)
  @Matches(/^\S+$/)
  login: string;

  @IsIn(['en', 'fa'])
  language: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  @ValidateNested({ each: true })
  @Type(() => RoleInput)
  roles: RoleInput[];
}

export class DutiesInput {
  @IsArray()
  @ArrayUnique()
  @IsIn(duty.codes, { each: true })
  duties: string[];
}

/** Why somebody is suspended, reset, or leaves. */
export class StaffStepInput {
  @IsString()
  @Length(3, 500)
  reason: string;
}

/** The six digits that stand on the other person's screen. */
export class RoleConfirmationInput {
  @Matches(/^\d{6}$/)
  digits: string;
}

export class TieDecisionInput {
  @IsIn(['CLEARED', 'UPHELD'])
  decision: string;

  @IsString()
  @Length(3, 1000)
  reason: string;
}

export class OfficeInput {
  @IsString()
  @Length(2, 120)
  name: string;

  /** IANA name, for example `Europe/Tirane`. */
  @IsString()
  @Length(2, 64)
  timeZone: string;

  /** ISO weekdays, 1 = Monday to 7 = Sunday. */
  @IsArray()
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  weekendDays: number[];

  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(400)
  @Matches(DAY, { each: true })
  holidays: string[];
}

export class HeldRoleView {
  id: string;
  role: string;
  officeId: string | null;
  officeName: string | null;
  duties: string[];
  /** Null while it waits for a second person; it opens nothing until then. */
  confirmedAt: string | null;
  /** SECOND_PERSON, FIRST_OF_ITS_KIND or DEMONSTRATION. */
  confirmedHow: string | null;
}

export class StaffLineView {
  id: string;
  displayName: string;
  state: string;
  roles: HeldRoleView[];
}

export class StaffListView {
  items: StaffLineView[];
  total: number;
  next: string | null;
}

export class StaffStepView {
  id: string;
  action: string;
  at: string;
  byName: string | null;
  reason: string | null;
  note: string | null;
}

export class StaffView {
  id: string;
  version: number;
  displayName: string;
  login: string;
  state: string;
  language: string;
  /** NOT_ASKED, NONE, DECLARED, CLEARED or UPHELD (R-AC-14). */
  tie: string;
  roles: HeldRoleView[];
  invitedAt: string;
  activatedAt: string | null;
  suspendedAt: string | null;
  endedAt: string | null;
  /** COORDINATOR or AUDITOR while something waits for a second person, else null. */
  waitsFor: string | null;
  steps: StaffStepView[];
  /** What the reader may do now. */
  actions: string[];
  /** The one-time code of an invitation or reset, in the answer that made it and never again. */
  activationCode: string | null;
}

export class OfficeView {
  id: string;
  version: number;
  name: string;
  timeZone: string;
  weekendDays: number[];
  holidays: string[];
  actions: string[];
}

export class OfficeListView {
  items: OfficeView[];
  /** Whether the reader may make another. */
  actions: string[];
}

/** One person an act takes; any of these roles will do. */
export class ActPlaceView {
  roles: string[];
}

export class ActOutOfReachView {
  act: string;
  places: ActPlaceView[];
  /** How many of the places the people there can fill. */
  filled: number;
}

export class ActsOutOfReachView {
  officeId: string;
  officeName: string;
  items: ActOutOfReachView[];
}
