import type { ReferralView } from '@panah/contracts/referral-views.contract';
import { openRoom } from '../platform/room.spec-help';
import { ReferralPage } from './referral-page.part';

const [CASE, ID] = ['0199aaaa-0000-7000-8000-0000000000c1', '0199aaaa-0000-7000-8000-0000000000a2'];
const WORKER = { id: '0199aaaa-0000-7000-8000-0000000000a3', name: 'Robin Sample' };
const ACCEPTED: ReferralView = {
  id: ID,
  version: 4,
  caseId: CASE,
  partner: { id: '0199aaaa-0000-7000-8000-0000000000a4', name: 'Harbour Clinic' },
  kind: 'REFERRAL',
  service: 'LEGAL',
  urgency: 'ROUTINE',
  state: 'ACCEPTED',
  madeBy: WORKER,
  madeAt: '2026-03-01T09:00:00Z',
  sentAt: '2026-03-01T10:00:00Z',
  ackDue: null,
  responseDue: null,
  acknowledgedAt: '2026-03-01T11:00:00Z',
  endedAt: null,
  endReason: null,
  actions: ['supplement', 'identity'],
  purpose: 'C02_REFERRAL',
  items: ['REQUEST'],
  needIds: [],
  documentIds: [],
  texts: {
    request: 'A way through.',
    workDone: 'Two talks.',
    safety: null,
    nothingUrgent: true,
    contactRules: 'By message.',
    guardian: null,
  },
  viewDays: 30,
  consent: { id: '0199aaaa-0000-7000-8000-0000000000a5', scope: ['REQUEST', 'CONTACT_RULES', 'NAME'], givenOn: '2026-03-01', until: null },
  approvals: [],
  sentBy: WORKER,
  calledAt: null,
  expiresAt: '2026-03-31T10:00:00Z',
  askedAt: null,
  answeredAt: null,
  decidedAt: '2026-03-02T10:00:00Z',
  declineReason: null,
  startedOn: null,
  feedbackAt: null,
  completedAt: null,
  outcome: null,
  deletionConfirmedAt: null,
  handover: null,
  packages: [],
  messages: [],
  history: [],
};
const STEP = {
  id: '0199aaaa-0000-7000-8000-0000000000a6',
  action: 'identity',
  from: 'ACCEPTED',
  to: 'ACCEPTED',
  by: WORKER,
  at: '2026-03-03T10:00:00Z',
  reason: null,
  note: null,
};

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

describe('sending the name again', () => {
  it('says what goes to whom, and goes when it is meant', async () => {
    const { button, settle, server, element } = await page();
    const opened = async () => {
      button('Send the name again')?.click();
      await settle();
      const dialog = document.querySelector('app-confirm-dialog');
      if (!dialog) throw new Error('Nothing was asked.');
      return dialog;
    };
    const first = await opened();
    expect(first.textContent).toContain('The name in use and the agreed way of contact go to Harbour Clinic');
    button('Cancel', first)?.click();
    await settle();
    server.expectNone(`/api/referrals/${ID}/identity`);
    button('Send', await opened())?.click();
    await settle();
    server.expectOne({ method: 'POST', url: `/api/referrals/${ID}/identity` }).flush({ ...ACCEPTED, version: 5, history: [STEP] });
    await settle();
    expect(element.textContent).toContain('The name was sent again');
  });

  it('is not offered to whoever may not', async () => {
    const { button } = await page({ actions: ['supplement'] });
    expect(button('Send the name again')).toBeUndefined();
  });

  it('is not offered where the consent does not name it', async () => {
    const { button } = await page({ consent: ACCEPTED.consent && { ...ACCEPTED.consent, scope: ['REQUEST', 'CONTACT_RULES'] } });
    expect(button('Send the name again')).toBeUndefined();
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
