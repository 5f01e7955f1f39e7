import { PartnerForm } from './partner-form';
import { HARBOUR, openPartners } from './partner.spec-help';

const PATH = `/api/partners/${HARBOUR.id}`;

async function edit() {
  const opened = await openPartners(`/partners/${HARBOUR.id}/edit`, PartnerForm, ['partner:edit']);
  opened.server.expectOne(PATH).flush(HARBOUR);
  await opened.settle();
  return opened;
}

describe('the form of a partner', () => {
  afterEach(() => document.querySelector('.cdk-overlay-container')?.remove());

  it('needs a name, a kind and a country to begin, and says so beside the fields', async () => {
    const { server, press, element, component } = await openPartners('/partners/new', PartnerForm, ['partner:create']);
    await press('Save');
    server.expectNone('/api/partners');
    expect(element.querySelectorAll('.error')).toHaveLength(3);
    expect(component.unsaved()).toBe(false);
  });

  it('asks for each service how many people there is room for, and sends what was said', async () => {
    const { server, press, type, settle, element } = await edit();
    expect(element.querySelector<HTMLInputElement>('app-partner-places input')?.value).toBe('4');
    await type('Legal assistance (optional)', '6');
    await press('Save');
    const asked = server.expectOne(PATH);
    expect(asked.request.body.places).toEqual([{ service: 'LEGAL', people: 6 }]);
    asked.flush(HARBOUR);
    await new Promise((resolve) => setTimeout(resolve, 50));
    server.expectOne(PATH).flush(HARBOUR);
    await settle();
  });

  it('writes down a partner with a contact, and opens its page', async () => {
    const { server, press, type, settle, address } = await openPartners('/partners/new', PartnerForm, ['partner:create']);
    await type('Name', ' Harbour Legal Clinic ');
    await type('Kind', 'LEGAL_CLINIC');
    await type('Country', 'XK');
    await press('Add a contact');
    await type('Their name', 'Elira K.');
    await press('Save');
    const asked = server.expectOne('/api/partners');
    expect(asked.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(asked.request.body).toMatchObject({ name: 'Harbour Legal Clinic', country: 'XK', contacts: [{ name: 'Elira K.' }] });
    expect(JSON.stringify(asked.request.body.contacts)).toBe('[{"name":"Elira K."}]');
    asked.flush(HARBOUR);
    await new Promise((resolve) => setTimeout(resolve, 50));
    server.expectOne(PATH).flush(HARBOUR);
    await settle();
    expect(address()).toBe(`/partners/${HARBOUR.id}`);
  });

  it('does not take a contact without a name', async () => {
    const { server, press, element } = await edit();
    await press('Add a contact');
    await press('Save');
    server.expectNone(PATH);
    expect(element.querySelector('fieldset:last-of-type .error')?.textContent).toContain('This is needed');
  });

  it('shows beside the date what an active partner’s agreement would lack (R-RE-01)', async () => {
    const { server, press, type, element, settle } = await edit();
    await type('Name', 'Harbour');
    await press('Save');
    const refusal = { code: 'agreement-not-in-force', fields: { agreementValidTo: ['past'] } };
    server.expectOne(PATH).flush(refusal, { status: 422, statusText: 'refused' });
    await settle();
    expect(element.querySelector('.error')?.textContent).toContain('This day has passed');
  });

  it('asks only about what both changed when somebody else saved first, and keeps the rest of both', async () => {
    const { server, press, type, settle } = await edit();
    await type('Name', 'Harbour Clinic');
    await type('Remarks', 'Closed in August');
    await press('Save');
    server.expectOne(PATH).flush({ code: 'stale-edit', facts: { version: 4 } }, { status: 412, statusText: 'stale' });
    await settle();
    server.expectOne(PATH).flush({ ...HARBOUR, version: 4, name: 'Harbour Law', country: 'XK' });
    await settle();
    const dialog = document.querySelector('app-stale-dialog');
    expect([...(dialog?.querySelectorAll('tbody th') ?? [])].map((each) => each.textContent)).toEqual(['Name']);
    await press('Take these');
    await press('Save');
    const again = server.expectOne(PATH);
    expect(again.request.headers.get('If-Match')).toBe('"4"');
    expect(again.request.body).toMatchObject({ name: 'Harbour Clinic', country: 'XK', remarks: 'Closed in August' });
  });

  it('adds and removes languages', async () => {
    const { press, type, server } = await edit();
    await type('Languages', 'fa');
    await press('Albanian');
    await press('Save');
    expect(server.expectOne(PATH).request.body).toMatchObject({ languages: ['fa'] });
  });
});
