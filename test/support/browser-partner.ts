import { fingerprintOf } from '@panah/sealed-packages/fingerprint';
import type { OwnInboxView } from '@panah/contracts/inbox-key.contract';
import type { PartnerPeopleView } from '@panah/contracts/partner-people.contract';
import { type Desk, readAs, sendAs } from './desk';
import { madeInboxKey, madeMemberKey } from './partner-desk';

/** What another story does by hand: the partner's browser has made a key anew, and a coordinator has heard its digits. Opens by PASSPHRASE. */
export async function keyAtHand(partner: Desk, coordinator: Desk): Promise<void> {
  const { partnerId, memberId } = await readAs<OwnInboxView>(partner, '/api/inbox-key');
  const member = { partnerId, memberId };
  const { key, body: locks } = await madeMemberKey(member);
  const { own } = await sendAs<OwnInboxView>(partner, '/api/inbox-key/member-key', locks);
  const { pair, body } = await madeInboxKey(member, own?.id ?? '', key);
  await sendAs(partner, '/api/inbox-key/keys', body);
  const fingerprint = fingerprintOf(pair.publicKey);
  await sendAs<PartnerPeopleView>(coordinator, `/api/partners/${partnerId}/keys/${body.id}/confirmation`, { fingerprint });
}
