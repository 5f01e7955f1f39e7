import { FamilyApprovalsPage } from './approvals-page';
import { APPROVAL, openFamily } from './family.spec-help';

const PATH = '/api/family-approvals';

async function page(items: object[] = [APPROVAL], renewals: object[] = []) {
  const opened = await openFamily('/family-approvals', FamilyApprovalsPage);
  opened.server.expectOne(PATH).flush({ items, renewals });
  await opened.settle();
  return opened;
}

describe('what a coordinator decides of family links', () => {
  afterEach(() => document.querySelector('.cdk-overlay-container')?.remove());

  it('shows the risks of both sides and what each allows, and no name of either', async () => {
    const { element } = await page();
    for (const word of ['None that we know of.', 'Her neighbours ask questions.', 'By telephone, in the evening.', 'Sister', 'V2'])
      expect(element.textContent).toContain(word);
    for (const name of ['شیرین', 'Shirin', 'شهناز', 'Shahnaz']) expect(element.textContent).not.toContain(name);
  });

  it('R-FL-06: approves with the version that was read', async () => {
    const { server, press, dialog } = await page();
    await press('Approve the approach');
    await press('Approve the approach', dialog());
    const asked = server.expectOne(`${PATH}/${APPROVAL.id}/approach-approval`);
    expect(asked.request.headers.get('If-Match')).toBe('"5"');
  });

  it('stops as unsafe only with why', async () => {
    const { server, press, type, dialog } = await page();
    await press('Stop as unsafe');
    await press('Stop as unsafe', dialog());
    server.expectNone(`${PATH}/${APPROVAL.id}/unsafe`);
    await type('Why', 'Her house is watched.', dialog());
    await press('Stop as unsafe', dialog());
    expect(server.expectOne(`${PATH}/${APPROVAL.id}/unsafe`).request.body).toEqual({ reason: 'Her house is watched.' });
  });

  it('says to whoever works on the link that another decides', async () => {
    const { element } = await page([{ ...APPROVAL, actions: [] }]);
    expect(element.textContent).toContain('another coordinator decides');
    expect(element.querySelector('.btns button')).toBeNull();
  });

  it('R-FL-12: asks about each yes that was given again, and says nothing of what stands behind it', async () => {
    const renewal = { id: 'f2b8d5c4-0000-4000-8000-0000000000a1', version: 1, relation: 'SISTER', clientAllows: APPROVAL.clientAllows };
    const asked = { askedBy: { id: 'a', name: 'Arta' }, askedAt: '2026-11-22T10:00:00Z', actions: ['reopen'] };
    const { element, server, press, dialog } = await page([], [{ ...renewal, ...asked }]);
    expect(element.textContent).toContain('A client said again that we may look');
    expect(element.textContent).not.toContain('Nothing waits for your word');
    await press('It may go on');
    await press('It may go on', dialog());
    const sent = server.expectOne(`${PATH}/${renewal.id}/reopening`);
    expect(sent.request.headers.get('If-Match')).toBe('"1"');
  });
});
