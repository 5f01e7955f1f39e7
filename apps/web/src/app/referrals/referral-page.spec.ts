import type { ReferralView } from '@panah/contracts/referral-views.contract';
import { nameGap } from '@panah/domain/vocabulary/referrals';
import { openRoom } from '../platform/room.spec-help';
import { ReferralPage } from './referral-page.part';
import { ACCEPTED, CASE, ID, WORKER } from './referral.spec-help';

const PREVIEW = { id: ID, content: '[]', hash: 'A'.repeat(43), kinds: [], scope: [], expiresAt: '2026-04-02T10:00:00Z' };

/** The page of a referral as it stands. */
async function page(more: Partial<ReferralView> = {}) {
  const routes = [{ path: 'cases/:caseId/referrals/:referralId', component: ReferralPage }];
  const room = await openRoom({ routes, words: ['referral:supplement'] }, `/cases/${CASE}/referrals/${ID}`, ReferralPage);
  room.server.expectOne(`/api/referrals/${ID}`).flush({ ...ACCEPTED, ...more });
  // what is being read keeps the page from coming to rest
  const asked = async (method: string, path: string) => {
    for (;;) {
      const [found] = room.server.match({ method, url: `/api/referrals/${ID}${path}` });
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
  };
  if (more.actions?.includes('send')) (await asked('POST', '/preview')).flush(PREVIEW);
  await room.settle();
  const button = (label: string, within: ParentNode = room.element) =>
    [...within.querySelectorAll('button')].find((each) => each.textContent.trim() === label);
  return { ...room, asked, button };
}

describe('the name, once it can go again', () => {
  it('is a page of its own away', async () => {
    const { element } = await page();
    const link = [...element.querySelectorAll('a')].find((each) => each.textContent.trim() === 'Send the name again');
    expect(link?.getAttribute('href')).toBe(`/cases/${CASE}/referrals/${ID}/name`);
    expect(element.textContent).not.toContain('The name:');
  });

  it('is not offered where the server offers nothing', async () => {
    const { element } = await page({ actions: ['supplement'] });
    expect(element.textContent).not.toContain('Send the name again');
    expect(element.textContent).not.toContain('The name:');
  });

  it.each(nameGap.codes)('is not offered for a reason that is said in words: %s', async (gap) => {
    const { element } = await page({ actions: ['supplement'], nameGap: gap });
    expect(element.textContent).not.toContain('Send the name again');
    expect(element.textContent).toContain(nameGap.label(gap, 'en'));
  });
});

describe('what is restricted', () => {
  const waiting = { state: 'READY', actions: ['approve-item'], approvals: [{ item: 'ADDRESS', by: null, at: null, changed: true }] };
  const shown = (address: string, mark: string) => ({
    id: ID,
    item: 'ADDRESS',
    content: JSON.stringify([{ kind: 'ADDRESS', country: 'AL', city: 'Lakeside', address }]),
    mark,
  });

  it('is looked at first, and agreed to as it was shown; what changed meanwhile is shown anew', async () => {
    const { asked, button, press, settle, element } = await page(waiting);
    expect(element.textContent).toContain('Changed since it was agreed to');
    expect(button('Agree')).toBeUndefined();
    await press('See what would go out');
    const look = await asked('POST', '/approval-previews');
    expect(look.request.body).toEqual({ item: 'ADDRESS' });
    look.flush(shown('Willow Street 9', 'one'));
    await settle();
    expect(element.textContent).toContain('Willow Street 9');

    await press('Agree');
    const stale = await asked('POST', '/approvals');
    expect(stale.request.body).toEqual({ item: 'ADDRESS', mark: 'one' });
    stale.flush({ status: 409, code: 'item-changed' }, { status: 409, statusText: 'Conflict' });
    (await asked('POST', '/approval-previews')).flush(shown('Mill Lane 3', 'two'));
    await settle();
    for (const words of ['It was changed since you looked', 'Mill Lane 3']) expect(element.textContent).toContain(words);
    expect(element.textContent).not.toContain('Willow Street 9');

    await press('Agree');
    const agreed = await asked('POST', '/approvals');
    expect(agreed.request.body).toEqual({ item: 'ADDRESS', mark: 'two' });
    agreed.flush({
      ...ACCEPTED,
      ...waiting,
      actions: [],
      approvals: [{ item: 'ADDRESS', by: WORKER, at: '2026-03-03T10:00:00Z', changed: false }],
    });
    await settle();
    expect(element.textContent).toContain('Agreed to by');
    expect(element.textContent).not.toContain('Mill Lane 3');
  });

  it('is shown to nobody who may not agree', async () => {
    const { button } = await page({ ...waiting, actions: [] });
    expect(button('See what would go out')).toBeUndefined();
  });

  it('is asked for again when it was changed since: nothing is sent, and the page says that it waits', async () => {
    const agreed = [{ item: 'ADDRESS', by: WORKER, at: '2026-03-03T10:00:00Z', changed: false }];
    const { asked, press, settle, server, element } = await page({ ...waiting, actions: ['send'], approvals: agreed });
    await press('Send');
    const refusal = { status: 422, code: 'approval-outdated', facts: { items: ['ADDRESS'] } };
    (await asked('POST', '/dispatch')).flush(refusal, { status: 422, statusText: 'Refused' });
    (await asked('GET', '')).flush({ ...ACCEPTED, ...waiting, actions: ['send'] });
    await settle();
    for (const words of ['was changed since a coordinator agreed to it', 'Changed since it was agreed to'])
      expect(element.textContent).toContain(words);
    server.expectNone(`/api/referrals/${ID}/preview`);
  });
});
