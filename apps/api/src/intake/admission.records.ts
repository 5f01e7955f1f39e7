import { Injectable } from '@nestjs/common';
import { FirstConsentRecords } from '../consents/first-consent.records';
import { currentLine } from '../platform/audit/current-line';
import { currentWork } from '../platform/database/current-work';
import { newId } from '../platform/new-id';
import { Sealer } from '../platform/sealing/sealer';
import type { Enquiry } from './enquiry.entity';
import { EnquiryTokenRecords } from './enquiry-token.records';
import type { StepContent } from './intake-step.entity';

interface Closed extends Record<string, unknown> {
  staffId: string;
  kind: string;
  source: string;
  setBy: string | null;
}

const CLOSED = {
  name: 'admission.closed-to',
  text: 'select staff_id as "staffId", kind, source, set_by as "setBy" from access_block where subject_id = $1 and lifted_at is null',
};
const CLOSE = {
  name: 'admission.close',
  text: `insert into access_block (id, org_id, office_id, subject_id, staff_id, kind, source, set_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
const HISTORY = { name: 'admission.history', text: 'update process_step set client_id = $2 where subject_id = $1' };

/** What an admission takes along from the enquiry to the client, besides what was written. */
@Injectable()
export class AdmissionRecords {
  constructor(
    private readonly consents: FirstConsentRecords,
    private readonly sealer: Sealer,
    private readonly tokens: EnquiryTokenRecords,
  ) {}

  /** Staff to whom the enquiry is closed (R-AC-01). */
  async closedTo(enquiryId: string): Promise<Set<string>> {
    return new Set((await this.blocks(enquiryId)).map(({ staffId }) => staffId));
  }

  /** Blocks and history go with the client; the enquiry's own index and key are no longer needed. */
  async handOver({ id, orgId, officeId }: Enquiry, clientId: string): Promise<void> {
    for (const { staffId, kind, source, setBy } of await this.blocks(id))
      await currentWork().change(CLOSE, [newId(), orgId, officeId, clientId, staffId, kind, source, setBy]);
    await currentWork().change(HISTORY, [id, clientId]);
    await this.tokens.clear(id);
    currentLine().about('enquiry', id, { clientId, officeId }).changed('client', 'case', 'primaryWorker');
    // Not before the commit: taken back, the enquiry is still sealed under it. Nobody is erased: an older backup must open it.
    currentWork().whenCommitted(() => void this.sealer.retireKeys(id).catch(() => undefined));
  }

  /** What was heard at intake becomes the client's first consent. */
  async keepConsent({ officeId, language, proposedBy }: Enquiry, clientId: string, content: StepContent): Promise<void> {
    const { LEGAL_BASIS, IDENTITY } = content;
    const spoken = LEGAL_BASIS.language ?? IDENTITY.languages?.[0] ?? language ?? '';
    await this.consents.keep({ clientId, officeId }, LEGAL_BASIS, { language: spoken, explainedBy: proposedBy });
  }

  private blocks(enquiryId: string): Promise<Closed[]> {
    return currentWork().rows<Closed>(CLOSED, [enquiryId]);
  }
}
