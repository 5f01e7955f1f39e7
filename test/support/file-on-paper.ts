import { randomBytes } from 'node:crypto';
import { caseRefFrom } from '@panah/domain/numbers/case-ref';
import { CLASSES_OF_ROLE } from '@panah/domain/access/access-table';
import { newId } from '../../apps/api/src/platform/new-id';
import type { House, OfficePlace, Person } from './house';

export interface PaperFile {
  caseId: string;
  clientId: string;
  caseRef: string;
}

/** A case as the database holds it, without its admission: for stories about what happens on a case. Nothing of the client can be opened. */
export async function fileOnPaper(house: House, worker: Person, where: OfficePlace = house.offices.north): Promise<PaperFile> {
  const [caseId, clientId, caseRef] = [newId(), newId(), caseRefFrom(randomBytes(16))];
  await house.sql(`insert into client (id, org_id, office_id, country_of_stay, languages, sealed) values ($1, $2, $3, 'AL', '{fa}', '')`, [
    clientId,
    where.orgId,
    where.id,
  ]);
  await house.sql(
    `insert into case_file (id, org_id, office_id, client_id, case_ref, state, country, primary_worker_id, opened_on) values ($1, $2, $3, $4, $5, 'ASSESSMENT', 'AL', $6, current_date)`,
    [caseId, where.orgId, where.id, clientId, caseRef, worker.id],
  );
  await onTeam(house, { caseId, clientId }, worker, where, true);
  return { caseId, clientId, caseRef };
}

/** Puts a colleague on the team of a case, both questions answered. */
export async function onTeam(
  house: House,
  { caseId, clientId }: Pick<PaperFile, 'caseId' | 'clientId'>,
  member: Person,
  where: OfficePlace = house.offices.north,
  isPrimary = false,
): Promise<void> {
  const role = member.role as keyof typeof CLASSES_OF_ROLE;
  await house.sql(
    `insert into case_team (id, org_id, office_id, client_id, case_id, staff_id, role, is_primary, classes, reason, proposed_by, member_answer, member_answered_at,
       client_answer, client_answered_at, client_answer_by, starts_at, ends_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'ALLOCATION', $6, 'NO_TIE', now(), 'NO_OBJECTION', now(), $6, now(), case when $8 then null else now() + interval '90 days' end)`,
    [newId(), where.orgId, where.id, clientId, caseId, member.id, role, isPrimary, CLASSES_OF_ROLE[role]],
  );
}
