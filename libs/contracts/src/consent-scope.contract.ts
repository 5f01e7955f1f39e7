import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { recipientKind, withheldReason } from '@panah/domain/vocabulary/consents';

/** Whom something may be told: a partner by id, anybody else by name. */
export class RecipientInput {
  @IsIn(recipientKind.codes)
  kind: string;

  @IsOptional()
  @IsUUID()
  partnerId?: string | null;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  name?: string | null;
}

/** "Do not tell this one", and why. */
export class WithheldInput {
  @IsString()
  @Length(1, 200)
  name: string;

  @IsIn(withheldReason.codes)
  why: string;
}

export class RecipientView {
  /** What a disclosure names. */
  id: string;
  kind: string;
  name: string;
}

export class WithheldView {
  name: string;
  why: string;
}
