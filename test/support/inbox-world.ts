import type { House, Person } from './house';
import { lendingConsent, lendOn } from './lent-referral';
import type { Ids, RouteFixture } from './route-fixtures';
import { officeDay } from './office-day';

/** For each route of a partner's inbox a referral in the state that the route wants. */
const STATE_FOR = {
  read: 'RECEIVED',
  opening: 'SENT',
  line: 'RECEIVED',
  question: 'RECEIVED',
  acceptance: 'RECEIVED',
  refusal: 'RECEIVED',
  start: 'ACCEPTED',
  'take-over': 'ACCEPTED',
  progress: 'IN_SERVICE',
  outcome: 'IN_SERVICE',
  discontinuation: 'IN_SERVICE',
  deletion: 'REVOKED',
  withdrawal: 'SENT',
} as const;
export type InboxIds = Record<keyof typeof STATE_FOR, string>;

/** Referrals of one case that were sent to the partner, and lie in its inbox; on one of them it has reported. */
export async function layInbox(
  house: House,
  { case: caseId, client: clientId, partner: partnerId }: Pick<Ids, 'case' | 'client' | 'partner'>,
  worker: Person,
  { key: { keyId, publicKey }, member }: { key: { keyId: string; publicKey: Uint8Array }; member: Person },
): Promise<InboxIds> {
  await house.sql(`update partner set state = 'ACTIVE' where id = $1`, [partnerId]);
  await house.sql(`update partner_key set state = 'CONFIRMED', settled_by = $2, settled_at = now() where id = $1`, [keyId, worker.id]);
  const consentId = await lendingConsent(worker, caseId, partnerId);
  const ids: Record<string, string> = {};
  for (const [route, state] of Object.entries(STATE_FOR)) {
    ids[route] = await lendOn(
      house,
      worker,
      { file: { caseId, clientId }, consentId, partner: { id: partnerId, keyId, publicKey } },
      { state },
    );
  }
  // what the partner wrote itself, and finds again
  await member.post(`/api/inbox/${ids['progress']}/progress`, { text: 'It goes well.' });
  await house.sql(`update partner_key set state = 'REGISTERED', settled_by = null, settled_at = null where id = $1`, [keyId]);
  return ids as InboxIds;
}

/** For each route of the inbox that names a referral; the withdrawal, which ends them all, comes last. */
export function inboxFixtures(): Record<string, RouteFixture> {
  const lent = (body?: object): RouteFixture => ({ about: 'lent', twin: 'member', ...(body ? { body } : {}) });
  const text = { text: 'Words of the partner' };
  return {
    'GET /api/inbox/:id': lent(),
    'GET /api/inbox/:id/line': lent(),
    'POST /api/inbox/:id/opening': lent({}),
    'POST /api/inbox/:id/question': lent(text),
    'POST /api/inbox/:id/acceptance': lent({ focalWorker: 'Robin Sample', noConflict: true }),
    'POST /api/inbox/:id/refusal': lent({ reason: 'NO_CAPACITY' }),
    'POST /api/inbox/:id/start': lent({ on: officeDay() }),
    'POST /api/inbox/:id/take-over': lent({}),
    'POST /api/inbox/:id/progress': lent(text),
    'POST /api/inbox/:id/outcome': lent({ outcome: 'SERVICE_COMPLETED', ...text }),
    'POST /api/inbox/:id/discontinuation': lent(text),
    'POST /api/inbox/:id/deletion': lent({ what: 'One printed page' }),
    'POST /api/inbox/:id/withdrawal': lent({}),
  };
}

/** Which of them a path is about. */
export const inboxIdOf = (path: string, ids: InboxIds): string => ids[(path.split('/')[4] ?? 'read') as keyof InboxIds];
