import { IsBoolean, IsIn, IsISO8601, IsObject, IsOptional, IsString, IsUrl, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { CLAIM_COUNTRIES } from '@panah/domain/vocabulary/countries';
import { claimState } from '@panah/domain/vocabulary/claims';
import { deadlineState, deadlineTrigger, deadlineType, missedRemedy, profileKind } from '@panah/domain/vocabulary/legal-deadlines';
import { ListQuery } from './list.contract';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A deadline that the legal team enters by hand. */
export class DeadlineInput {
  @IsIn(deadlineType.codes)
  type: string;

  @IsIn(deadlineTrigger.codes)
  trigger: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  triggerDate: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  dueOn: string;

  @IsOptional()
  @IsUUID()
  ownerId?: string;
}

/** The day of a deadline that had none, or another one: as a lawyer said, and why. */
export class DeadlineDayInput {
  @Matches(DAY)
  @IsISO8601({ strict: true })
  dueOn: string;

  @IsString()
  @Length(3, 500)
  words: string;
}

/** R-AS-06: with evidence, or as a lawyer confirmed; a coordinator says why. */
export class DeadlineMetInput {
  @Matches(DAY)
  @IsISO8601({ strict: true })
  metOn: string;

  @IsOptional()
  @IsUUID()
  documentId?: string;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  confirmedOn?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  words?: string;
}

export class DeadlineEndInput {
  @IsString()
  @Length(3, 500)
  words: string;
}

/** R-AS-07: who knew, what remedy there is, and whether it was our fault. */
export class MissedReviewInput {
  @IsString()
  @Length(3, 500)
  whoKnew: string;

  @IsIn(missedRemedy.codes)
  remedy: string;

  @IsBoolean()
  ourFault: boolean;
}

export class DeadlineOwnerView {
  id: string;
  name: string;
}

/** One way in which the day was found; the newest is the one that counts. */
export class ReckoningView {
  because: string;
  at: string;
  by: DeadlineOwnerView | null;
  dueOn: string | null;
  ruleCode: string | null;
  ruleVersion: number | null;
  trigger: string;
  triggerDate: string;
  method: string | null;
  countsFrom: string;
  /** In words, both languages. */
  explainedEn: string;
  explainedFa: string;
}

export class DeadlineView {
  id: string;
  caseId: string;
  claimId: string;
  version: number;
  country: string;
  type: string;
  state: string;
  trigger: string;
  triggerDate: string;
  dueOn: string | null;
  internalDueOn: string | null;
  /** The last minute of its day where the procedure is. */
  endsAt: string | null;
  timeZone: string;
  isOver: boolean;
  /** Why there is no day: ask a lawyer today (R-AS-03). */
  gap: string | null;
  owner: DeadlineOwnerView;
  metOn: string | null;
  evidenceId: string | null;
  confirmedOn: string | null;
  extendsId: string | null;
  remedy: string | null;
  ourFault: boolean | null;
  words: string | null;
  /** Newest first: the former ones stand beside it. */
  reckonings: ReckoningView[];
  actions: string[];
}

export class DeadlineListQuery extends ListQuery {
  @IsOptional()
  @IsIn(deadlineState.codes)
  state?: string;

  @IsOptional()
  @IsIn(deadlineType.codes)
  type?: string;

  @IsOptional()
  @IsIn(CLAIM_COUNTRIES)
  country?: string;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  from?: string;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  to?: string;
}

export class DeadlineNameView {
  arab: string | null;
  latin: string | null;
}

export class DeadlineLineView {
  id: string;
  caseId: string;
  caseRef: string;
  name: DeadlineNameView | null;
  pseudonym: string | null;
  type: string;
  country: string;
  state: string;
  dueOn: string | null;
  internalDueOn: string | null;
  gap: string | null;
  isOver: boolean;
  explainedEn: string;
  explainedFa: string;
}

export class DeadlineListView {
  items: DeadlineLineView[];
  total: number;
  next: string | null;
}

export class ClaimListQuery extends ListQuery {
  @IsOptional()
  @IsIn(claimState.codes)
  state?: string;

  @IsOptional()
  @IsIn(CLAIM_COUNTRIES)
  country?: string;

  /** Without an active representative. */
  @IsOptional()
  @IsIn(['YES', 'NO'])
  represented?: string;
}

export class ClaimLineView {
  id: string;
  caseId: string;
  caseRef: string;
  name: DeadlineNameView | null;
  pseudonym: string | null;
  country: string;
  procedureType: string;
  state: string;
  since: string;
  represented: boolean;
}

export class ClaimListView {
  items: ClaimLineView[];
  total: number;
  next: string | null;
}

export class ProfileValueInput {
  @IsIn(CLAIM_COUNTRIES)
  country: string;

  @IsIn(profileKind.codes)
  kind: string;

  @Matches(/^[A-Z][A-Z0-9_]{1,39}$/)
  code: string;

  /** In the shape of its kind; the rules say by field what is wrong. */
  @IsObject()
  value: object;

  @IsOptional()
  @IsUrl({ protocols: ['https'], require_protocol: true })
  @MaxLength(500)
  sourceUrl?: string;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  validFrom?: string;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  validTo?: string;
}

export class ProfileQuery {
  @IsIn(CLAIM_COUNTRIES)
  country: string;
}

export class ProfileValueView {
  /** Null for what came with the house: it is entered before anybody can verify it. */
  id: string | null;
  country: string;
  kind: string;
  code: string;
  version: number;
  /** As JSON. */
  value: string;
  sourceUrl: string | null;
  validFrom: string | null;
  validTo: string | null;
  enteredBy: DeadlineOwnerView | null;
  enteredAt: string | null;
  verifiedBy: DeadlineOwnerView | null;
  verifiedAt: string | null;
  actions: string[];
}

export class ProfileView {
  id: string;
  country: string;
  values: ProfileValueView[];
  /** Countries of which there is anything. */
  countries: string[];
  actions: string[];
}
