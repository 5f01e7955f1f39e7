import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { capacityCheck, freeChoiceCheck } from '@panah/domain/vocabulary/consents';
import { CounsellingPersonView } from './counselling-person.contract';

/** R-CN-07: the client agreed in writing that one colleague may have what a counsellor keeps for themself, once the counsellor leaves. */
export class HandingOnInput {
  @IsUUID()
  successorId: string;

  /** Where the signed paper lies. */
  @IsString()
  @Length(3, 500)
  evidence: string;

  @IsIn(freeChoiceCheck.codes)
  freeChoice: string;

  @IsIn(capacityCheck.codes)
  capacity: string;

  /** The day it was signed; today unless said. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  givenOn?: string;
}

/** What becomes of somebody's private notes about one client on the day they leave. */
export class HandingOnView {
  /** Of the episode. */
  id: string;
  /** Null: they are destroyed. */
  to: CounsellingPersonView | null;
  agreedAt: string | null;
  /** The consent holds: without it they are destroyed. */
  holds: boolean;
  /** Colleagues who counsel on the client's team. */
  successors: CounsellingPersonView[];
  actions: string[];
}
