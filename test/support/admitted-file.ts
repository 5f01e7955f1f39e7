import { randomBytes, randomUUID } from 'node:crypto';
import { caseRefFrom } from '@panah/domain/numbers/case-ref';
import { CaseRecords, type OpenCase } from '../../apps/api/src/cases/case.records';
import { ClientRecords } from '../../apps/api/src/clients/client.records';
import { AuditLine } from '../../apps/api/src/platform/audit/audit-line';
import { UnitsOfWork } from '../../apps/api/src/platform/database/units-of-work';
import { newId } from '../../apps/api/src/platform/new-id';
import { requestScope } from '../../apps/api/src/platform/request-context';
import type { House, OfficePlace, Person } from './house';

export interface AdmittedFile {
  caseId: string;
  clientId: string;
  caseRef: string;
  /** The name in Latin script, this client's alone. */
  name: string;
}

/** A client with a name and a case, made through the records as an admission does, by this coordinator for this worker. */
export async function admittedFile(
  house: House,
  coordinator: Person,
  worker: Person,
  more: Partial<OpenCase> = {},
  where: OfficePlace = house.offices.north,
): Promise<AdmittedFile> {
  const [clientId, caseRef, name] = [newId(), caseRefFrom(randomBytes(16)), `Client${randomBytes(4).toString('hex')}`];
  const work = await house.app
    .get(UnitsOfWork)
    .begin({ orgId: where.orgId, staffId: coordinator.id, roles: ['COORDINATOR'], coordinatedOffices: [where.id] });
  const roles = [{ role: 'COORDINATOR' as const, officeId: where.id, duties: [] }];
  const actor = {
    kind: 'STAFF' as const,
    staffId: coordinator.id,
    orgId: where.orgId,
    sessionId: null,
    partnerId: null,
    language: 'en',
    isDemo: false,
    timeZone: 'Europe/Tirane',
    tie: 'NONE',
    roles,
    freshAt: null,
    endsAt: null,
  };
  const caseId = await requestScope.run(
    { requestId: randomUUID(), address: '', sessionToken: null, headers: {}, line: new AuditLine(), actor, work },
    async () => {
      const languages = [{ code: 'fa', level: null, speaks: true, reads: true }];
      await house.app
        .get(ClientRecords)
        .admit({ id: clientId, officeId: where.id, countryOfStay: 'AL', languages, names: [{ asWritten: name }] });
      return house.app.get(CaseRecords).open({
        clientId,
        officeId: where.id,
        enquiryId: null,
        caseRef,
        country: 'AL',
        streams: ['HOUSING'],
        priority: 'P3',
        primaryWorkerId: worker.id,
        memberAnsweredAt: new Date(),
        clientAnsweredAt: new Date(),
        clientAnswerBy: coordinator.id,
        ...more,
      });
    },
  );
  await work.commit();
  return { caseId, clientId, caseRef, name };
}
