import { Injectable } from '@nestjs/common';
import { reachValues, withinReachOfOne } from '../platform/access/current-reach';
import { currentWork } from '../platform/database/current-work';

const OF_REFERENCE = {
  name: 'family-own-client.of-reference',
  text: `select c.client_id as id from case_file c where c.case_ref = $1 and c.state <> 'CLOSED' and ${withinReachOfOne('c', 'client_id', 2)} limit 1`,
};
const SECOND = { name: 'family-own-client.second', text: 'select app.has_second_officer($1, $2) as there' };

/** Which of our clients a relative is, and who would serve them. */
@Injectable()
export class OwnClientRecords {
  /** By the reference of an open case of whose team one is. Null for one that is nobody's, and for one that is out of reach: nothing tells them apart. */
  async ofReference(caseRef: string): Promise<string | null> {
    return (await currentWork().row<{ id: string }>(OF_REFERENCE, [caseRef, ...reachValues('family-link:own-client')]))?.id ?? null;
  }

  /** R-FL-14. The caller has both in reach. */
  async hasSecondOfficer(linkId: string, clientId: string): Promise<boolean> {
    return (await currentWork().row<{ there: boolean }>(SECOND, [linkId, clientId]))?.there ?? false;
  }
}
