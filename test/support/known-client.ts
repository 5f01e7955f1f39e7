import { randomBytes, randomUUID } from 'node:crypto';
import { caseRefFrom } from '@panah/domain/numbers/case-ref';
import type { AdmittedClient } from '../../apps/api/src/clients/admitted-client';
import { ClientRecords } from '../../apps/api/src/clients/client.records';
import { AuditLine } from '../../apps/api/src/platform/audit/audit-line';
import { UnitsOfWork } from '../../apps/api/src/platform/database/units-of-work';
import { newId } from '../../apps/api/src/platform/new-id';
import { requestScope } from '../../apps/api/src/platform/request-context';
import { onTeam, type PaperFile } from './file-on-paper';
import type { House, OfficePlace, Person } from './house';

/** A client as an admission leaves them, with an open case and the worker on its team. Only a name to use, a language and a country (R-ID-01), unless more is said. */
export async function admitted(
  house: House,
  worker: Person,
  more: Partial<AdmittedClient> = {},
  where: OfficePlace = house.offices.north,
): Promise<PaperFile> {
  const [clientId, caseId, caseRef] = [newId(), newId(), caseRefFrom(randomBytes(16))];
  const input: AdmittedClient = {
    id: clientId,
    officeId: where.id,
    countryOfStay: 'AL',
    languages: [{ code: 'fa', level: null, speaks: true, reads: true }],
    names: [{ asWritten: 'مریم کریمی' }],
    ...more,
  };
  await acting(house, worker, where, () => house.app.get(ClientRecords).admit(input));
  await house.sql(
    `insert into case_file (id, org_id, office_id, client_id, case_ref, state, country, primary_worker_id, opened_on) values ($1, $2, $3, $4, $5, 'ASSESSMENT', 'AL', $6, current_date)`,
    [caseId, where.orgId, where.id, clientId, caseRef, worker.id],
  );
  const file = { caseId, clientId, caseRef };
  await onTeam(house, file, worker, where, true);
  return file;
}

/** Runs what a request of a coordinator of this office would run, without the request. */
export async function acting<T>(house: House, by: Person, where: OfficePlace, act: () => Promise<T>): Promise<T> {
  const actor = {
    kind: 'STAFF' as const,
    staffId: by.id,
    orgId: where.orgId,
    sessionId: null,
    partnerId: null,
    language: 'en',
    tie: 'NONE',
    isDemo: false,
    timeZone: 'Europe/Tirane',
    roles: [{ role: 'COORDINATOR' as const, officeId: where.id, duties: [] }],
    freshAt: null,
    endsAt: null,
  };
  return house.app
    .get(UnitsOfWork)
    .runAs({ orgId: where.orgId, staffId: by.id, coordinatedOffices: [where.id] }, (work) =>
      requestScope.run({ requestId: randomUUID(), address: '', sessionToken: null, headers: {}, line: new AuditLine(), actor, work }, act),
    );
}
