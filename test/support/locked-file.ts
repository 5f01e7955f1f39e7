import { Sealer } from '../../apps/api/src/platform/sealing/sealer';
import type { House, Person } from './house';
import { lendingConsent, lendOn } from './lent-referral';
import { USUAL } from './referral-desk';

export interface Parties {
  worker: Person;
  /** Who reads for the partner. */
  member: Pick<Person, 'id'>;
  partner: { id: string; keyId: string; publicKey: Uint8Array };
}

/** SQL: both sides met about an offer that was accepted. Gives it for a statement of its own, or with what follows. */
export async function meetingOf(house: House, referralId: string, clientId: string, worker: Pick<Person, 'id'>): Promise<string> {
  const place = { table: 'handover', rowId: referralId, subjectId: clientId, compartment: 'file' as const, sealVersion: 1 };
  const sealed = await house.app.get(Sealer).seal(place, { present: 'Robin Sample and we two' });
  return `insert into handover (referral_id, org_id, office_id, client_id, case_id, partner_id, recipient, met_on, recorded_by, sealed, scope, consent_id)
      select id, org_id, office_id, client_id, case_id, partner_id, partner_id, current_date, '${worker.id}', '\\x${sealed.toString('hex')}', '{${USUAL.join()}}', consent_id
        from referral where id = '${referralId}'`;
}

/** A case that was taken over, as the database holds it afterwards: its file is locked. Gives the referral. For stories that are not about the way there. */
export async function lockFile(
  house: House,
  file: { caseId: string; clientId: string },
  { worker, member, partner }: Parties,
): Promise<string> {
  const consentId = await lendingConsent(worker, file.caseId, partner.id, USUAL, 'TRANSFER');
  const id = await lendOn(house, worker, { file, consentId, partner }, { state: 'ACCEPTED', kind: 'TRANSFER' });
  // one statement for the database: it goes over as a whole
  await house.sql(`${await meetingOf(house, id, file.clientId, worker)};
    update referral set state = 'IN_SERVICE', started_on = current_date, taken_over_at = now() where id = '${id}';
    update handover set taken_over_at = now(), taken_over_by = '${member.id}' where referral_id = '${id}';
    update case_file set state = 'CLOSED', closed_on = current_date, closure_reason = 'TRANSFERRED' where id = '${file.caseId}';`);
  return id;
}
