import type { PartnerChoiceView, ReferralChoicesView } from '@panah/contracts/referral-choices.contract';
import { openRoom } from '../platform/room.spec-help';
import { ReferralForm } from './referral-form.part';

const CASE = '0199aaaa-0000-7000-8000-0000000000c1';
const partner = (id: string, name: string): PartnerChoiceView => ({
  id,
  name,
  country: 'AL',
  languages: ['sq'],
  reasons: [],
  mayReceive: true,
  gaps: [],
  consent: null,
  items: [],
});
const choices = (): ReferralChoicesView => ({
  id: CASE,
  partners: [partner('p1', 'Harbour Clinic'), partner('p2', 'Lime Street House')],
  needs: [],
  documents: [],
  languages: ['sq'],
});
const atHand = (code: string) => ({ item: code, usual: true, covered: true, restricted: false, why: null });
const asked = (kind: string): string => `/api/cases/${CASE}/referral-choices?service=LEGAL&kind=${kind}`;

/** The form of a new referral, with what can be chosen. */
async function newReferral(offered: ReferralChoicesView = choices()) {
  const routes = [{ path: 'cases/:caseId/referrals/new/:newService', component: ReferralForm }];
  const room = await openRoom({ routes, words: ['referral:create'] }, `/cases/${CASE}/referrals/new/LEGAL`, ReferralForm);
  room.server.expectOne(asked('REFERRAL')).flush(offered);
  await room.settle();
  const box = (): HTMLTextAreaElement | null => room.element.querySelector('textarea');
  const chosen = (): string | undefined =>
    room.element.querySelector<HTMLInputElement>('app-partner-pick input:checked')?.closest('label')?.textContent;
  /** The choices are asked for, and not there yet: the page is not at rest until they are. */
  const becomesTransfer = async () => {
    const kind = [...room.element.querySelectorAll('button')].find((each) => each.textContent.trim() === 'Transfer of the case');
    kind?.click();
    await new Promise((resolve) => setTimeout(resolve, 20));
    return room.server.expectOne(asked('TRANSFER'));
  };
  return { ...room, box, chosen, becomesTransfer };
}

describe('a referral that becomes a transfer', () => {
  it('stays as it is while the choices are asked anew: the field one writes in, and the partner', async () => {
    const { element, settle, box, chosen, becomesTransfer } = await newReferral();
    const written = box();
    if (!written) throw new Error('There is no field.');
    written.value = 'She wants to be heard.';
    written.dispatchEvent(new Event('input', { bubbles: true }));
    [...element.querySelectorAll<HTMLElement>('app-partner-pick label')].at(-1)?.querySelector('input')?.click();
    await settle();
    expect(chosen()).toContain('Lime Street House');
    const asking = await becomesTransfer();
    expect(box()).toBe(written);
    asking.flush(choices());
    await settle();
    expect([box() === written, box()?.value]).toEqual([true, 'She wants to be heard.']);
    expect(chosen()).toContain('Lime Street House');
  });

  it('says that the choices could not be read, and reads them again', async () => {
    const { server, element, settle, box, becomesTransfer } = await newReferral();
    (await becomesTransfer()).flush({}, { status: 503, statusText: 'Busy' });
    await settle();
    expect([box(), element.querySelector('app-problem')]).toEqual([null, expect.any(HTMLElement)]);
    element.querySelector<HTMLElement>('app-problem button')?.click();
    await new Promise((resolve) => setTimeout(resolve, 20));
    server.expectOne(asked('TRANSFER')).flush(choices());
    await settle();
    expect(box()).not.toBeNull();
  });
});

describe('a consent at hand that a representative gave', () => {
  const consent = { id: 'k1', scope: ['REQUEST', 'GUARDIAN'], givenOn: '2026-11-01', until: null };
  const field = (element: HTMLElement): HTMLElement | undefined =>
    [...element.querySelectorAll('app-field')].find((each) => each.textContent.includes('speaks for them, and how')) as
      HTMLElement | undefined;
  const written = (element: HTMLElement, words: string) =>
    element.querySelectorAll('textarea').forEach((each) => {
      each.value = words;
      each.dispatchEvent(new Event('input', { bubbles: true }));
    });

  it('is asked who speaks for them, and keeps nothing before it is said', async () => {
    const { element, server, settle } = await newReferral({
      ...choices(),
      partners: [{ ...partner('p1', 'Harbour Clinic'), consent, items: [atHand('REQUEST'), atHand('GUARDIAN')] }],
    });
    const guardian = field(element)?.querySelector('textarea');
    written(element, 'Some words.');
    if (!guardian) throw new Error('It is not asked.');
    guardian.value = '';
    guardian.dispatchEvent(new Event('input', { bubbles: true }));
    element.querySelector<HTMLButtonElement>('app-actions-bar button[type="submit"]')?.click();
    await settle();
    expect(field(element)?.textContent).toContain('Say who that is');
    guardian.value = 'His brother, through us.';
    guardian.dispatchEvent(new Event('input', { bubbles: true }));
    element.querySelector<HTMLButtonElement>('app-actions-bar button[type="submit"]')?.click();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const { body } = server.expectOne(`/api/cases/${CASE}/referrals`).request as { body: object };
    expect(body).toMatchObject({ items: ['REQUEST', 'GUARDIAN'], texts: { guardian: 'His brother, through us.' } });
  });

  it('is not asked where the person gave it themself', async () => {
    const items = [atHand('REQUEST'), { ...atHand('GUARDIAN'), usual: false }];
    const { element } = await newReferral({ ...choices(), partners: [{ ...partner('p1', 'Harbour Clinic'), consent, items }] });
    expect(field(element)).toBeUndefined();
  });
});
