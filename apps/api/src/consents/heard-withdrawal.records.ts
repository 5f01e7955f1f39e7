import { Injectable } from '@nestjs/common';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';

export interface HeardOf {
  caseId: string;
  clientId: string;
  officeId: string;
}

const OPEN = { name: 'withdrawal.open', text: 'select app.open_for_withdrawal($1) as file' };

/** From here on the transaction acts for the client's own office, so that a withdrawal stops what the one who heard it must not see. */
@Injectable()
export class HeardWithdrawalRecords {
  async open(caseRef: string): Promise<HeardOf | null> {
    const row = await currentWork().row<{ file: HeardOf | null }>(OPEN, [caseRef]);
    return row?.file ?? null;
  }

  /** The log says of whom it was; who heard it does not read the log. */
  aboutCase({ caseId, clientId, officeId }: HeardOf): void {
    currentLine().about('case', caseId, { clientId, officeId }).changed('state').because('HEARD_BY_COLLEAGUE');
  }
}
