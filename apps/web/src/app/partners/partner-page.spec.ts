import { PartnerPage } from './partner-page';
import { HARBOUR, openPartners } from './partner.spec-help';

const PATH = `/api/partners/${HARBOUR.id}`;

async function page(view: object = HARBOUR) {
  const opened = await openPartners(`/partners/${HARBOUR.id}`, PartnerPage);
  opened.server.expectOne(PATH).flush(view);
  await opened.settle();
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
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(buttons()).toEqual(['Reinstate', 'End', 'Edit']);
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
