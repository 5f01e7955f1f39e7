import { randomUUID } from 'node:crypto';
import type { Role } from '@panah/domain/access/access-table';
import type { Actor } from '../platform/access/actor';
import { AuditLine } from '../platform/audit/audit-line';
import type { UnitsOfWork } from '../platform/database/units-of-work';
import { requestScope } from '../platform/request-context';
import { OFFICE_CALENDAR } from './setting';

/** Somebody of the demonstration at their desk. */
export interface Colleague {
  orgId: string;
  officeId: string;
  staffId: string;
  role: Role;
}

/** Does what a colleague does by their pages: by the same services, in one transaction of theirs. Rules and walls hold as they do for everybody. */
export function asColleague<T>(units: UnitsOfWork, { orgId, officeId, staffId, role }: Colleague, act: () => Promise<T>): Promise<T> {
  const actor: Actor = {
    kind: 'STAFF',
    staffId,
    orgId,
    sessionId: null,
    partnerId: null,
    language: 'en',
    timeZone: OFFICE_CALENDAR.timeZone,
    isDemo: true,
    tie: 'NONE',
    roles: [{ role, officeId, duties: [] }],
    freshAt: null,
    endsAt: null,
  };
  const who = { orgId, staffId, roles: [role], enquiryOffices: [officeId], asMember: true as const };
  return units.runAs(who, (work) =>
    requestScope.run({ requestId: randomUUID(), address: '', sessionToken: null, headers: {}, line: new AuditLine(), actor, work }, act),
  );
}
