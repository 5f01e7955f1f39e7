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
const asked = (kind: string): string => `/api/cases/${CASE}/referral-choices?service=LEGAL&kind=${kind}`;

/** The form of a new referral, with what can be chosen. */
async function newReferral() {
  const routes = [{ path: 'cases/:caseId/referrals/new/:newService', component: ReferralForm }];
  const room = await openRoom({ routes, words: ['referral:create'] }, `/cases/${CASE}/referrals/new/LEGAL`, ReferralForm);
  room.server.expectOne(asked('REFERRAL')).flush(choices());
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
