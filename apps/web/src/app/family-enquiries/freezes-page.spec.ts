import { FREEZE, openEnquiries } from './enquiry.spec-help';
import { FreezesPage } from './freezes-page';

describe('enquiries that froze each other', () => {
  afterEach(() => document.querySelector('.cdk-overlay-container')?.remove());

  async function page(items = [FREEZE]) {
    const opened = await openEnquiries('/family-freezes', FreezesPage);
    opened.server.expectOne('/api/family-freezes').flush({ items });
    await opened.settle();
    return opened;
  }

  it('shows what they share and what was said; the same words once', async () => {
    const { element } = await page();
    expect([...element.querySelectorAll('.shared app-state')].map((each) => each.textContent)).toEqual([
      'The same telephone',
      'The same wording',
    ]);
    expect([...element.querySelectorAll('.said')].map((each) => each.textContent)).toEqual(['Where is he?', 'Tell me.']);
  });

  it('are decided on with a reason; the list is read again', async () => {
    const { server, press, choose, type, dialog, settle, element } = await page();
    await press('Decide');
    await choose('Nothing comes of them', dialog());
    await press('Decide', dialog());
    server.expectNone(`/api/family-freezes/${FREEZE.id}/decision`);
    await type('Why', 'One caller under three names.', dialog());
    await press('Decide', dialog());
    const asked = server.expectOne(`/api/family-freezes/${FREEZE.id}/decision`);
    expect(asked.request.body).toEqual({ decision: 'REFUSE', reason: 'One caller under three names.' });
    asked.flush({ ...FREEZE, state: 'REFUSED', actions: [] });
    await new Promise((resolve) => setTimeout(resolve, 10));
    server.expectOne('/api/family-freezes').flush({ items: [] });
    await settle();
    expect(element.textContent).toContain('Nothing is stopped');
  });
});
