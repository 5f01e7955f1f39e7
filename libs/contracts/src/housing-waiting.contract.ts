import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { BoardNameView } from './board.contract';

export const KEEP_APART_KINDS = ['RELATIVE', 'SAME_UNIT', 'DISPUTE', 'BUSINESS', 'OTHER'] as const;

export class WaitingMoveInput {
  /** Right before this request; at the end when left out. */
  @IsOptional()
  @IsUUID()
  beforeId?: string;

  @IsString()
  @Length(3, 500)
  reason: string;
}

/** Another client, by the reference of their case. Both are in the reach of whoever says so. */
export class KeepApartInput {
  @IsString()
  @Length(5, 20)
  caseRef: string;

  @IsIn(KEEP_APART_KINDS)
  kind: string;
}

export class HousingPersonView {
  id: string;
  name: string;
}

/** Where on the waiting list of the office, and why there. */
export class WaitingPlaceView {
  place: number;
  of: number;
  band: string;
  level: string | null;
  nowhereTonight: boolean;
  requestedOn: string;
  /** Put there by hand; the reason is in the history. */
  movedAt: string | null;
}

export class KeepApartView {
  id: string;
  /** The other file, where the reader may see it. */
  caseId: string | null;
  caseRef: string | null;
  kind: string;
  setBy: HousingPersonView;
  setAt: string;
  actions: string[];
}

export class WaitingLineView {
  id: string;
  version: number;
  caseId: string;
  caseRef: string;
  name: BoardNameView | null;
  pseudonym: string | null;
  state: string;
  kind: string;
  neededFrom: string;
  householdSize: number;
  constraints: string[];
  declines: number;
  daysWaiting: number;
  /** When an offer or a hold runs out. */
  expiresAt: string | null;
  waiting: WaitingPlaceView;
  actions: string[];
}

/** Those whom the reader may see, in their true places among all of the office. */
export class WaitingListView {
  items: WaitingLineView[];
  total: number;
}
