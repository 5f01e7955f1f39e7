import { randomUUID } from 'node:crypto';
import { Sealer } from '../../apps/api/src/platform/sealing/sealer';
import type { House, Person } from './house';
import { meetingOf } from './locked-file';
import type { InboxIds } from './inbox-world';
import { lendingConsent, lendOn } from './lent-referral';
import { TEXTS, USUAL } from './referral-desk';
import type { Ids, RouteFixture } from './route-fixtures';
import { officeDay } from './office-day';

/** For each route of a referral one in the state that the route wants. */
const STATE_FOR = {
  read: 'SENT',
  edit: 'DRAFT',
  preview: 'DRAFT',
  'consent-request': 'DRAFT',
  consent: 'AWAITING_CONSENT',
  'consent-refusal': 'AWAITING_CONSENT',
  approvals: 'DRAFT',
  'approval-previews': 'DRAFT',
  dispatch: 'READY',
  cancellation: 'DRAFT',
  answer: 'INFO_REQUESTED',
  'supplement-previews': 'SENT',
  supplements: 'SENT',
  'identity-previews': 'ACCEPTED',
  identity: 'ACCEPTED',
  deletion: 'REVOKED',
  revocation: 'SENT',
  discontinuation: 'ACCEPTED',
  offer: 'READY',
  'hand-over-meeting': 'ACCEPTED',
} as const;
/** Of a case that is offered, not of a referral. */
const OF_TRANSFER: readonly string[] = ['offer', 'hand-over-meeting'];
export type ReferralIds = Record<keyof typeof STATE_FOR, string>;

/** Referrals of the case that lies in the partner's inbox too, on the same word. */
export async function layReferrals(
  house: House,
  { case: caseId, client: clientId, partner: partnerId }: Pick<Ids, 'case' | 'client' | 'partner'>,
  worker: Person,
  { keyId, publicKey }: { keyId: string; publicKey: Uint8Array },
  { read: known }: InboxIds,
): Promise<ReferralIds> {
  const settled = (state: string, by: string | null) =>
    house.sql(
      'update partner_key set state = $2, settled_by = $3, settled_at = case when $3::uuid is null then null else now() end where id = $1',
      [keyId, state, by],
    );
  const [on] = await house.sql<{ consentId: string }>('select consent_id as "consentId" from referral where id = $1', [known]);
  const lent = { file: { caseId, clientId }, consentId: on?.consentId ?? '', partner: { id: partnerId, keyId, publicKey } };
  await settled('CONFIRMED', worker.id);
  const ids: Record<string, string> = {};
  const transferred = await lendingConsent(worker, caseId, partnerId, USUAL, 'TRANSFER');
  for (const [route, state] of Object.entries(STATE_FOR))
    ids[route] = OF_TRANSFER.includes(route)
      ? await lendOn(house, worker, { ...lent, consentId: transferred }, { state, kind: 'TRANSFER' })
      : await lendOn(house, worker, lent, { state });
  await house.sql(await meetingOf(house, ids['hand-over-meeting'] ?? '', clientId, worker));
  await house.sql(
    `insert into referral_approval (referral_id, item, org_id, office_id, client_id, asked_by)
     select id, 'ADDRESS', org_id, office_id, client_id, made_by from referral where id = any($1::uuid[])`,
    [[ids['approvals'], ids['approval-previews']]],
  );
  const message = randomUUID();
  const place = { table: 'referral_message', rowId: message, subjectId: clientId, compartment: 'file' as const, sealVersion: 1 };
  await house.sql(
    `insert into referral_message (id, org_id, office_id, client_id, referral_id, partner_id, side, kind, by_id, sealed)
     select $2, org_id, office_id, client_id, id, partner_id, 'PARTNER', 'QUESTION', made_by, $3 from referral where id = $1`,
    [ids['read'], message, await house.app.get(Sealer).seal(place, { text: 'Which days are free?' })],
  );
  await settled('REGISTERED', null);
  return ids as ReferralIds;
}

/** For each route about referrals that names a case or one of them. */
export function referralFixtures({ partner, partnerPeople: { key, member } }: Ids): Record<string, RouteFixture> {
  const given = [
    `update partner set state = 'ACTIVE', services = '{EDUCATION}' where id = '${partner}'`,
    `update partner_key set state = 'REPLACED' where partner_id = '${partner}'`,
    `update partner_key set state = 'CONFIRMED', settled_at = now(), settled_by = (select id from staff_member where org_id = partner_key.org_id and id <> '${member}' limit 1) where id = '${key}'`,
  ];
  const of = (body?: object, twin: RouteFixture['twin'] = 'worker'): RouteFixture => ({
    about: 'client',
    twin,
    given,
    ...(body ? { body } : {}),
  });
  const what = {
    partnerId: partner,
    kind: 'REFERRAL',
    service: 'EDUCATION',
    urgency: 'ROUTINE',
    items: USUAL,
    needIds: [],
    documentIds: [],
    texts: { ...TEXTS, nothingUrgent: false, safety: 'Not before ten.' },
  };
  const more = { items: ['WORK_DONE'], needIds: [], documentIds: [], texts: what.texts };
  const hash = 'A'.repeat(43);
  const reason = { reason: 'Words that say why' };
  return {
    'GET /api/cases/:id/referrals': of(),
    'GET /api/cases/:id/referral-packages': of(),
    'GET /api/cases/:id/referral-choices': of(),
    'POST /api/cases/:id/referrals': of(what),
    'GET /api/referrals/:id': of(),
    'PUT /api/referrals/:id': of(what),
    'POST /api/referrals/:id/preview': of({}),
    'POST /api/referrals/:id/consent-request': of({}),
    'POST /api/referrals/:id/consent': of({}),
    'POST /api/referrals/:id/consent-refusal': of({}),
    'POST /api/referrals/:id/approval-previews': of({ item: 'ADDRESS' }, 'coordinator'),
    'POST /api/referrals/:id/approvals': of({ item: 'ADDRESS', mark: hash }, 'coordinator'),
    'POST /api/referrals/:id/dispatch': of({ hash }),
    'POST /api/referrals/:id/offer': of({ hash }, 'coordinator'),
    'POST /api/referrals/:id/hand-over-meeting': of({ on: officeDay(), present: 'Robin Sample and we two' }),
    'GET /api/cases/:id/hand-over': of(),
    'POST /api/cases/:id/unlocking': of(reason, 'coordinator'),
    'POST /api/referrals/:id/cancellation': of(reason),
    'POST /api/referrals/:id/answer': of({ text: 'An answer in words', about: ['REQUEST'] }),
    'POST /api/referrals/:id/supplement-previews': of(more),
    'POST /api/referrals/:id/supplements': of({ ...more, hash }),
    'POST /api/referrals/:id/identity-previews': of({}),
    'POST /api/referrals/:id/identity': of({ hash }),
    'POST /api/referrals/:id/deletion': of({ who: 'Somebody there', on: officeDay(), what: 'What was kept was deleted' }, 'coordinator'),
    'POST /api/referrals/:id/revocation': of(reason),
    'POST /api/referrals/:id/discontinuation': of(reason),
  };
}

/** Which of them a path is about. */
export const referralIdOf = (path: string, ids: ReferralIds): string => ids[(path.split('/')[4] ?? 'read') as keyof ReferralIds];
