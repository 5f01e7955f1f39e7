import { Injectable } from '@nestjs/common';
import { IncidentRecords } from '../incidents/incident.records';
import { currentWork } from '../platform/database/current-work';
import type { ClaimRow } from './claim';

const FLOOR = { name: 'claim-outcome.floor', text: 'update case_file set risk_floor_from_claim = $2 where id = $1' };
const OUR_FAULT = {
  name: 'claim-outcome.our-fault',
  text: `select exists (select from legal_deadline where claim_id = $1 and our_fault) as found`,
};

/** What the end of a claim leaves elsewhere on the file: on the risk, and on the incidents where we missed a deadline ourselves. */
@Injectable()
export class ClaimOutcomes {
  constructor(private readonly incidents: IncidentRecords) {}

  /** Model 3.2: after a final refusal no assessment of this case goes below HIGH without a second person. */
  async refusedForGood(caseId: string): Promise<void> {
    await currentWork().change(FLOOR, [caseId, true]);
  }

  async protectedNow(caseId: string): Promise<void> {
    await currentWork().change(FLOOR, [caseId, false]);
  }

  async wasOurFault(claimId: string): Promise<boolean> {
    return (await currentWork().row<{ found: boolean }>(OUR_FAULT, [claimId]))?.found ?? false;
  }

  async reportOurFault(claim: ClaimRow): Promise<void> {
    const { officeId, clientId, caseId } = claim;
    await this.incidents.add(
      { officeId, clientId, caseId },
      { type: 'OTHER', confidence: 'DOCUMENTED', reporterHidden: false },
      {
        occurred: null,
        occurredTime: null,
        channel: null,
        allegedSource: 'STAFF_VOLUNTEER',
        description: 'A legal deadline was missed, and the review says that it was our fault.',
        affectedOthers: null,
        authorityReport: 'NOT_WANTED',
        authorityRef: null,
        wishes: '',
        deeds: [],
        lessons: null,
        clientInformed: null,
        duress: false,
      },
      [],
    );
  }
}
