import { randomUUID } from 'node:crypto';
import { atPartner, madeInboxKey, madeMemberKey, withKey } from './partner-desk';
import { officeDay } from './office-day';
import type { House, OfficePlace, Person } from './house';
import type { Ids, RouteFixture } from './route-fixtures';

/** A partner with somebody who reads for it, a colleague who waits for the key, and somebody who was invited; for the stories about walls. */
export async function layPartnerPeople(
  house: House,
  north: OfficePlace,
  partnerId: string,
): Promise<{ member: Person; key: { keyId: string; publicKey: Uint8Array }; ids: Ids['partnerPeople'] }> {
  const [member, waiting] = [await atPartner(house, partnerId, north), await atPartner(house, partnerId, north)];
  const [first, theirs] = [await withKey(member, partnerId), await madeMemberKey({ partnerId, memberId: waiting.id })];
  const door = (await waiting.post('/api/inbox-key/member-key', theirs.body)).body.own.id as string;
  const own = (await member.get('/api/inbox-key')).body.own as { id: string; handed: string };
  const invited = await atPartner(house, partnerId, north);
  await house.sql(`update staff_member set state = 'INVITED' where id = $1`, [invited.id]);
  const { body: nextKey } = await madeInboxKey({ partnerId, memberId: member.id }, own.id, first.key);
  const { body: nextMemberKey } = await madeMemberKey({ partnerId, memberId: member.id });
  const key = { keyId: first.keyId, publicKey: first.pair.publicKey };
  return {
    member,
    key,
    ids: { member: member.id, invited: invited.id, key: first.keyId, door, handed: own.handed, nextKey, nextMemberKey },
  };
}

const REFERRED = {
  name: 'Somebody',
  asked: 'A place to learn',
  language: 'fa',
  immediateDanger: 'NO',
  callbackSafe: true,
  contactRule: 'In the morning',
  agreed: true,
};
/** The partner works, this key is in use, and its reader's session goes on, whatever was done before. */
const asLaid = ({ partner, partnerPeople: { key, member } }: Ids): string[] => [
  `update partner set state = 'ACTIVE' where id = '${partner}'`,
  `update partner_key set state = 'REPLACED' where partner_id = '${partner}'`,
  `update partner_key set state = 'REGISTERED' where id = '${key}'`,
  `update session set ended_at = null, end_reason = null where staff_id = '${member}'`,
];

/** For each route about a partner's people that names a record. */
export function partnerPeopleFixtures(ids: Ids): Record<string, RouteFixture> {
  const reason = { reason: 'Asked for on the telephone' };
  const of = (body?: object): RouteFixture => ({ about: 'partner', twin: 'coordinator', ...(body ? { body } : {}), given: asLaid(ids) });
  return {
    'GET /api/partners/:id/people': of(),
    'GET /api/partners/:id/referrals': of(),
    'GET /api/partners/:id/referrals.csv': of(),
    'POST /api/partners/:id/deletions': of({ who: 'Somebody there', on: officeDay(), what: 'What was kept was deleted' }),
    'POST /api/partners/:id/people': of({ displayName: 'Somebody', login: `somebody-${randomUUID()}`, language: 'en' }),
    'POST /api/partners/:id/people/:personId/invitation': of({}),
    'POST /api/partners/:id/people/:personId/confirmation': of({ digits: '123456' }),
    'POST /api/partners/:id/people/:personId/end': of(reason),
    'POST /api/partners/:id/keys/:keyId/confirmation': of({ fingerprint: '01234 56789 01234 56789 01234 56789' }),
    'POST /api/partners/:id/keys/:keyId/refusal': of(reason),
  };
}

/** As above, for routes that write and name no record: what a partner's own page does. */
export function inboxOpenings(ids: Ids): Record<string, RouteFixture> {
  const { key, door, handed, nextKey, nextMemberKey } = ids.partnerPeople;
  const own = (body: object, given: string[] = []): RouteFixture => ({ about: 'own', twin: 'member', body, given });
  const { byPassphrase, byRecovery } = nextMemberKey;
  return {
    'POST /api/inbox-key/hand-over': own({ keyId: key, memberKeyId: door, handed }, asLaid(ids)),
    'POST /api/own-referrals': own({ officeId: ids.office, ...REFERRED }, asLaid(ids)),
    'POST /api/inbox-key/keys': own(nextKey),
    'PUT /api/inbox-key/locks': own({ byPassphrase, byRecovery }, asLaid(ids)),
    'POST /api/inbox-key/member-key': own(nextMemberKey),
  };
}
