import { ACCOUNT, CASE, openFamily, WISH } from './family.spec-help';
import { WishForm } from './wish-form.part';

const NOTED = `/api/cases/${CASE}/family-wishes`;

describe('noting a wish', () => {
  it('asks for no more than a name, who it is, and what is wished', async () => {
    const { server, press, type, element } = await openFamily(`/cases/${CASE}/family/new`, WishForm);
    await press('Save');
    server.expectNone(NOTED);
    expect(element.querySelectorAll('.field > .error')).toHaveLength(3);
    await type('Names', 'شهناز، Shahnaz');
    await type('Relation', 'SISTER');
    await type('What they wish', 'To hear her voice once more.');
    await press('Save');
    const { body } = server.expectOne(NOTED).request as { body: { wish: string; relative: object } };
    expect(body.wish).toBe('To hear her voice once more.');
    expect(body.relative).toMatchObject({ names: ['شهناز', 'Shahnaz'], relation: 'SISTER' });
    expect(JSON.stringify(body)).not.toContain('""');
  });

  it('shows beside its field what the server refuses inside the account', async () => {
    const { server, type, press, element, settle } = await openFamily(`/cases/${CASE}/family/${WISH.id}/edit`, WishForm);
    server.expectOne(`/api/family-wishes/${WISH.id}`).flush(WISH);
    await settle();
    await type('Father’s name', 'Hossein');
    await press('Save');
    const asked = server.expectOne(`/api/family-wishes/${WISH.id}`);
    expect(asked.request.method).toBe('PATCH');
    expect((asked.request.body as { relative: object }).relative).toMatchObject({ ...ACCOUNT, fatherName: 'Hossein' });
    asked.flush({ code: 'invalid', requestId: 'r', fields: { 'relative.birth': ['date-in-future'] } }, { status: 422, statusText: 'no' });
    await settle();
    expect(element.querySelector('.field > .error')?.textContent).toContain('This lies ahead');
  });
});
