import { ArrayNotEmpty, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { capacityCheck, consentDoubt, consentPurpose, freeChoiceCheck, withdrawnHow } from '@panah/domain/vocabulary/consents';

/** No reason is asked (R-CO-04). */
export class WithdrawalInput {
  @IsIn(withdrawnHow.codes)
  how: string;

  @IsBoolean()
  effectsExplained: boolean;
}

export class SuspensionInput {
  @IsIn(consentDoubt.codes)
  doubt: string;
}

/** A coordinator heard it again. */
export class ConsentConfirmationInput {
  @IsIn(freeChoiceCheck.codes)
  freeChoice: string;

  @IsIn(capacityCheck.codes)
  capacity: string;
}

/** What somebody heard, against a case reference; without purposes, everything the person agreed to. */
export class HeardWithdrawalInput {
  @IsString()
  @Length(1, 20)
  caseRef: string;

  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(consentPurpose.codes, { each: true })
  purposes?: string[] | null;
}
