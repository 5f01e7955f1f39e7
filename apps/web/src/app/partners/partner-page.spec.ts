import { PartnerPage } from './partner-page';
import { AT_PARTNER, HARBOUR, lineAtPartner, openPartners } from './partner.spec-help';

const PATH = `/api/partners/${HARBOUR.id}`;

/** The page has asked for something more, and is not settled before it is answered. */
const soon = () => new Promise((resolve) => setTimeout(resolve, 10));

async function page(view: object = HARBOUR, words: readonly string[] = []) {
  const opened = await openPartners(`/partners/${HARBOUR.id}`, PartnerPage, words);
  opened.server.expectOne(PATH).flush(view);
  await (words.length ? soon() : opened.settle());
  const buttons = () => [...opened.element.querySelectorAll('.head .btn')].map((each) => each.textContent.trim());
  return { ...opened, buttons };
}

describe('the page of a partner', () => {
  afterEach(() => document.querySelector('.cdk-overlay-container')?.remove());

  it('shows the steps that the server offers, and no other', async () => {
    const { buttons } = await page();
    expect(buttons()).toEqual(['Suspend', 'End', 'Edit']);
  });

  it('shows no button to whom the server offers nothing', async () => {
    const { buttons } = await page({ ...HARBOUR, actions: [] });
    expect(buttons()).toEqual([]);
  });

  it('asks why before it suspends, and shows how the partner stands then', async () => {
    const { server, press, type, buttons } = await page();
    await press('Suspend');
    const dialog = document.querySelector('app-question-dialog');
    if (!dialog) throw new Error('no dialog asked');
    await press('Suspend', dialog);
    server.expectNone(`${PATH}/suspension`);
    await type('Reason', 'The agreement is being renewed', dialog);
    await press('Suspend', dialog);
    const asked = server.expectOne(`${PATH}/suspension`);
    expect(asked.request.body).toEqual({ reason: 'The agreement is being renewed' });
    asked.flush({ ...HARBOUR, state: 'SUSPENDED', actions: ['edit', 'reinstate', 'end'] });
    await soon();
    expect(buttons()).toEqual(['Reinstate', 'End', 'Edit']);
  });

  it('says what lies there, and after a suspension, asked anew, who was affected', async () => {
    const { server, press, type, settle, element } = await page(HARBOUR, ['partner:read-referrals']);
    server.expectOne(`${PATH}/referrals?which=LENT&limit=5`).flush(AT_PARTNER);
    await settle();
    const panel = () => element.querySelector('app-partner-referrals');
    const counts = () => [...(panel()?.querySelectorAll('dd') ?? [])].map(({ textContent }) => textContent);
    expect(panel()?.querySelector('h2')?.textContent).toBe('What lies there');
    expect(counts()).toEqual(['2', '2', '3', '1']);
    expect([...(panel()?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'))).toEqual([
      '/cases/c-1/referrals',
      `/partners/${HARBOUR.id}/referrals`,
    ]);
    expect(panel()?.textContent).toContain('1 of 201 are shown');
    await press('Suspend');
    const dialog = document.querySelector('app-question-dialog');
    if (!dialog) throw new Error('no dialog asked');
    await type('Reason', 'A question about its safety', dialog);
    await press('Suspend', dialog);
    server.expectOne(`${PATH}/suspension`).flush({ ...HARBOUR, state: 'SUSPENDED', actions: [] });
    await soon();
    const nothing = { packages: 0, opened: 0, people: 0, referrals: 0 };
    const ended = { ...lineAtPartner('r-1'), state: 'REVOKED', accessEndedAt: '2026-03-03T08:00:00.000Z' };
    server
      .expectOne(`${PATH}/referrals?which=AFFECTED&limit=5`)
      .flush({ ...AT_PARTNER, lent: nothing, items: [ended], total: 1, next: null });
    await settle();
    expect(panel()?.querySelector('h2')?.textContent).toBe('Who was affected');
    expect(counts()).toEqual(['5', '6', '4', '1']);
    expect(panel()?.textContent).toContain('Deletion not confirmed');
  });

  it('says beside each date what an agreement lacks, and why activation was refused (R-RE-01)', async () => {
    const { server, press, element, settle } = await page({
      ...HARBOUR,
      state: 'PROSPECT',
      agreementValidTo: '2020-01-01',
      securityCheckedOn: null,
      actions: ['activate'],
    });
    expect(element.textContent).toContain('This day has passed');
    expect(element.textContent).toContain('Missing');
    await press('Activate');
    server
      .expectOne(`${PATH}/activation`)
      .flush(
        { code: 'agreement-not-in-force', requestId: 'r-1', fields: { agreementValidTo: ['past'] } },
        { status: 422, statusText: 'refused' },
      );
    await settle();
    expect(element.querySelector('[role="alert"]')?.textContent).toContain('only with an agreement in force');
  });

  it('says the same for what is out of reach and for what never was', async () => {
    const { server, element, settle } = await openPartners(`/partners/${HARBOUR.id}`, PartnerPage);
    server.expectOne(PATH).flush({ code: 'not-found', requestId: 'r-2' }, { status: 404, statusText: 'no' });
    await settle();
    expect(element.querySelector('[role="alert"]')?.textContent).toContain('There is nothing here that you can open');
  });
});
