import { Injectable } from '@nestjs/common';
import { CaseRecords } from '../cases/case.records';
import { DangerRecords } from '../duty/danger.records';
import { RiskHoldRecords } from '../duty/risk-hold.records';
import { DURESS } from './incident-input';
import { IncidentRecords } from './incident.records';

/**
 * R-RI-10: a word of duress was heard. One act opens a critical incident, holds what would be sent to the client and calls whoever
 * is on duty; the answer, the log and the file say nothing of it.
 */
@Injectable()
export class HeardService {
  constructor(
    private readonly incidents: IncidentRecords,
    private readonly dangers: DangerRecords,
    private readonly holds: RiskHoldRecords,
    private readonly cases: CaseRecords,
  ) {}

  async heard(caseId: string): Promise<void> {
    const { clientId, officeId } = await this.cases.reachable(caseId, 'contact:heard');
    if (await this.dangers.isUnheard(clientId)) return;
    const whose = { caseId, clientId, officeId };
    const plain = { type: 'OTHER', confidence: 'REPORTED', reporterHidden: false, severity: 'I4', silent: true };
    const sourceId = await this.incidents.add(whose, plain, DURESS, [whose]);
    await this.dangers.raise({ ...whose, kind: 'DURESS', sourceId, silent: true });
    await this.holds.reckon(clientId);
  }
}
