import { ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { consentDecision, consentScope, interpreterKind, withdrawnHow } from '@panah/domain/vocabulary/consents';
import { LANGUAGES } from '@panah/domain/vocabulary/languages';
import { ConsentGiving } from './consents.contract';

/** The purposes on which a relative decides for themself (R-CO-10). */
export const RELATIVE_PURPOSES = ['C22_RELATIVE_DATA', 'C09_DISCLOSE_REL', 'C10_MESSAGES', 'C11_DIRECT'] as const;

/** What the relative says, heard from them directly. */
export class RelativeConsentInput extends ConsentGiving {
  @IsIn(RELATIVE_PURPOSES)
  purpose: string;

  @IsIn(consentDecision.codes)
  decision: string;

  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(consentScope.codes, { each: true })
  scope?: string[] | null;

  @IsIn(LANGUAGES)
  language: string;

  @IsOptional()
  @IsIn(interpreterKind.codes)
  interpreterKind?: string | null;

  @IsOptional()
  @IsUUID()
  interpreterId?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  interpreterName?: string | null;
}

export class RelativeWithdrawalInput {
  @IsIn(withdrawnHow.codes)
  how: string;
}
