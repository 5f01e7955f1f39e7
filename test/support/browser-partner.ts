import { expect } from '@playwright/test';
import { fingerprintOf } from '@panah/sealed-packages/fingerprint';
import type { OwnInboxView } from '@panah/contracts/inbox-key.contract';
import type { PartnerPeopleView } from '@panah/contracts/partner-people.contract';
import { type Desk, readAs, sendAs } from './desk';
import { madeInboxKey, madeMemberKey, PASSPHRASE } from './partner-desk';

/** What another story does by hand: the partner's browser has made a key anew. Opens by PASSPHRASE. Gives what a coordinator does who has heard its digits. */
export async function keyMade(partner: Desk): Promise<(coordinator: Desk) => Promise<void>> {
  const { partnerId, memberId } = await readAs<OwnInboxView>(partner, '/api/inbox-key');
  const member = { partnerId, memberId };
  const { key, body: locks } = await madeMemberKey(member);
  const { own } = await sendAs<OwnInboxView>(partner, '/api/inbox-key/member-key', locks);
  const { pair, body } = await madeInboxKey(member, own?.id ?? '', key);
  await sendAs(partner, '/api/inbox-key/keys', body);
  const fingerprint = fingerprintOf(pair.publicKey);
  return async (coordinator) => {
    await sendAs<PartnerPeopleView>(coordinator, `/api/partners/${partnerId}/keys/${body.id}/confirmation`, { fingerprint });
  };
}

/** As `keyMade`, and a coordinator has heard the digits. */
export async function keyAtHand(partner: Desk, coordinator: Desk): Promise<void> {
  await (
    await keyMade(partner)
  )(coordinator);
}

/** From the list of what was sent: the key is open afterwards. */
export async function openKey({ page, say }: Desk): Promise<void> {
  const unlock = page.getByRole('button', { name: say('referrals.openKey', 'Open your key') });
  await unlock.click();
  await page.getByRole('dialog').getByLabel(say('partners.passphrase', 'Passphrase')).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(unlock).toBeHidden({ timeout: 60_000 }); // Argon2id, on a machine that does other things besides
}
