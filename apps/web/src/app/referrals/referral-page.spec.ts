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

/** The page of a referral as it stands. */
async function page(more: Partial<ReferralView> = {}) {
  const routes = [{ path: 'cases/:caseId/referrals/:referralId', component: ReferralPage }];
  const room = await openRoom({ routes, words: ['referral:supplement'] }, `/cases/${CASE}/referrals/${ID}`, ReferralPage);
  room.server.expectOne(`/api/referrals/${ID}`).flush({ ...ACCEPTED, ...more });
  await room.settle();
  const button = (label: string, within: ParentNode = room.element) =>
    [...within.querySelectorAll('button')].find((each) => each.textContent.trim() === label);
  return { ...room, button };
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
