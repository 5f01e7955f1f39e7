import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor';
import { AuditLine } from '../audit/audit-line';
import type { ActingAs, UnitsOfWork } from '../database/units-of-work';
import { requestScope } from '../request-context';

/** Nobody's hand: what is done because its time has come. */
const CLOCK: Omit<Actor, 'orgId'> = {
  kind: 'JOB',
  staffId: '00000000-0000-0000-0000-000000000000',
  sessionId: null,
  partnerId: null,
  language: 'en',
  timeZone: 'UTC',
  isDemo: false,
  tie: 'NONE',
  roles: [],
  freshAt: null,
  endsAt: null,
};

/** What a job must not touch itself, for it reads dates and ids: done by the records, in a transaction of the app's own login, for one office. */
export function actForOffice<T>(
  units: UnitsOfWork,
  { orgId, officeId }: { orgId: string; officeId: string },
  act: () => Promise<T>,
): Promise<T> {
  return actAsJob(units, { orgId, coordinatedOffices: [officeId] }, act);
}

/** As `actForOffice`, under a context of the job's own: several offices, or a role that no member of staff can hold. */
export function actAsJob<T>(units: UnitsOfWork, who: Omit<ActingAs, 'staffId' | 'asMember'>, act: () => Promise<T>): Promise<T> {
  const actor: Actor = { ...CLOCK, orgId: who.orgId };
  return units.runAs(who, (work) =>
    requestScope.run({ requestId: randomUUID(), address: '', sessionToken: null, headers: {}, line: new AuditLine(), actor, work }, act),
  );
}
