import { IsIn } from 'class-validator';
import { withdrawnHow } from '@panah/domain/vocabulary/consents';
import { ConsentSaid } from './consents.contract';

/** The purposes on which a relative decides for themself (R-CO-10). */
export const RELATIVE_PURPOSES = ['C22_RELATIVE_DATA', 'C09_DISCLOSE_REL', 'C10_MESSAGES', 'C11_DIRECT'] as const;

/** What the relative says, heard from them directly. */
export class RelativeConsentInput extends ConsentSaid {
  @IsIn(RELATIVE_PURPOSES)
  purpose: string;
}

export class RelativeWithdrawalInput {
  @IsIn(withdrawnHow.codes)
  how: string;
}
