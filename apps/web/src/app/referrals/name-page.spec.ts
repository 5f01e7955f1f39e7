import type { ReferralView } from '@panah/contracts/referral-views.contract';
import { openRoom } from '../platform/room.spec-help';
import { NamePage } from './name-page.part';
import { ACCEPTED, CASE, ID } from './referral.spec-help';

const HEAD = {
  kind: 'REFERRAL',
  reference: '0000a2',
  referral: 'REFERRAL',
  service: 'LEGAL',
  urgency: 'ROUTINE',
  from: 'Office North',
  to: { name: 'Harbour Clinic', reference: '0000a4' },
  days: 30,
  consent: { givenOn: '2026-03-01', until: null },
};
const NAME = { kind: 'NAME', arab: null, latin: 'Juniper Sample' };
const CONTACT = { kind: 'CONTACT', channel: 'PHONE_CALL', value: '+355 69 123 4567', conditions: null, identifyAs: null };
const PREVIEW = `/api/referrals/${ID}/identity-previews`;
const shown = (hash: string, ...items: object[]) => ({
  id: ID,
  content: JSON.stringify([HEAD, NAME, ...items]),
  hash: hash.repeat(43),
  kinds: ['REFERRAL', 'NAME'],
  scope: ['NAME'],
  expiresAt: '2026-04-01T10:00:00Z',
});
const soon = () => new Promise((resolve) => setTimeout(resolve, 10));

/** The page before anything of the package has come. */
async function page(more: Partial<ReferralView> = {}) {
  const routes = [
    { path: 'cases/:caseId/referrals/:referralId/name', component: NamePage },
    { path: 'cases/:caseId/referrals/:referralId', children: [] },
  ];
  const room = await openRoom({ routes, words: ['referral:supplement'] }, `/cases/${CASE}/referrals/${ID}/name`, NamePage);
  room.server.expectOne(`/api/referrals/${ID}`).flush({ ...ACCEPTED, ...more });
  await soon();
  return room;
}

describe('the name, before it goes once more', () => {
  it('shows the package itself and to whom it goes, and sends exactly that', async () => {
    const { server, settle, element, press } = await page();
    server.expectOne(PREVIEW).flush(shown('A', CONTACT));
    await settle();
    expect(element.textContent).toContain('This goes to Harbour Clinic, sealed to the key that they have now.');
    const sheet = element.querySelector('app-package');
    for (const words of ['Only for Harbour Clinic', 'Juniper Sample', '+355 69 123 4567'])
      expect(sheet?.textContent.replace(/\s+/g, ' ')).toContain(words);
    await press('Send');
    const asked = server.expectOne({ method: 'POST', url: `/api/referrals/${ID}/identity` });
    expect(asked.request.body).toEqual({ hash: 'A'.repeat(43) });
    asked.flush({ ...ACCEPTED, version: 5, actions: [], nameGap: 'ALREADY_SENT' });
    await soon();
  });

  it('is shown anew, with what is other marked, when something changed meanwhile', async () => {
    const { server, settle, element, press } = await page();
    server.expectOne(PREVIEW).flush(shown('A'));
    await settle();
    await press('Send');
    const refusal = { code: 'package-changed', requestId: 'r-1', facts: { hash: 'B'.repeat(43) } };
    server.expectOne(`/api/referrals/${ID}/identity`).flush(refusal, { status: 409, statusText: 'refused' });
    await soon();
    server.expectOne(PREVIEW).flush(shown('B', CONTACT));
    await settle();
    expect(element.querySelector('[role="alert"]')?.textContent).toContain('Something in the file changed since you looked');
    expect(element.querySelector('app-package section.on')?.textContent).toContain('+355 69 123 4567');
    await press('Send');
    expect(server.expectOne(`/api/referrals/${ID}/identity`).request.body).toEqual({ hash: 'B'.repeat(43) });
  });

  it('says why there is nothing to send, and asks for no package', async () => {
    const { server, settle, element } = await page({ actions: ['supplement'], nameGap: 'KEY_NOT_CONFIRMED' });
    await settle();
    server.expectNone(PREVIEW);
    expect(element.textContent).toContain('They have a new key that waits for the telephone.');
    expect(element.querySelector('app-referral-sending')).toBeNull();
  });
});
