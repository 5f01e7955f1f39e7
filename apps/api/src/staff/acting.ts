import type { UnitsOfWork } from '../platform/database/units-of-work';
import { requestScope } from '../platform/request-context';

/**
 * From here on this request, which has no session, acts for the one whose code it brought: in a transaction of theirs,
 * with an audit line in their name. It has no role; it reaches their own account and nothing else.
 */
export async function actFor(units: UnitsOfWork, { orgId, staffId }: { orgId: string; staffId: string }): Promise<void> {
  const context = requestScope.current();
  context.work = await units.begin({ orgId, staffId });
  context.actor = {
    kind: 'STAFF',
    staffId,
    orgId,
    sessionId: null,
    partnerId: null,
    language: 'en',
    timeZone: 'UTC',
    isDemo: false,
    tie: 'NOT_ASKED',
    roles: [],
    freshAt: null,
    endsAt: null,
  };
}
