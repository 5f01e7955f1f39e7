import type { PartnerReferralsView } from '@panah/contracts/partner-referrals.contract';
import { AT_PARTNER, HARBOUR, lineAtPartner, openPartners } from './partner.spec-help';
import { PartnerReport } from './partner-report';

const PATH = `/api/partners/${HARBOUR.id}`;
const pageOf = (which: string, cursor = '') => `${PATH}/referrals?which=${which}&limit=100${cursor && `&cursor=${cursor}`}`;
const SUSPENDED = { ...HARBOUR, state: 'SUSPENDED', actions: [] };
const soon = () => new Promise((resolve) => setTimeout(resolve, 10));

/** The report of a partner with its first page. */
async function report(view: Partial<PartnerReferralsView> = {}, partner: object = SUSPENDED) {
  const room = await openPartners(`/partners/${HARBOUR.id}/referrals`, PartnerReport, ['partner:read-referrals']);
  room.server.expectOne(PATH).flush(partner);
  await soon();
  const which = partner === SUSPENDED ? 'AFFECTED' : 'LENT';
  room.server.expectOne(pageOf(which)).flush({ ...AT_PARTNER, ...view });
  await room.settle();
  const lines = () => [...room.element.querySelectorAll('tbody tr')].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
  return { ...room, lines };
}

describe('the report of what was sent to a partner', () => {
  afterEach(() => document.querySelector('.cdk-overlay-container')?.remove());

  it('says of each line what became of it, and by whom it was said that it was deleted', async () => {
    const ended = { accessEndedAt: '2026-03-03T08:00:00.000Z' };
    const { lines, element } = await report({
      items: [
        { ...lineAtPartner('r-1'), ...ended, state: 'DECLINED' },
        { ...lineAtPartner('r-2'), ...ended, state: 'REVOKED', openedAt: null },
        { ...lineAtPartner('r-3'), ...ended, state: 'COMPLETED', deletionConfirmedAt: '2026-03-04T08:00:00.000Z' },
        {
          ...lineAtPartner('r-4'),
          ...ended,
          state: 'REVOKED',
          deletionConfirmedAt: '2026-03-05T08:00:00.000Z',
          deletionHeardOn: '2026-03-05',
        },
      ],
      total: 4,
      next: null,
    });
    expect(element.querySelector('h1')?.textContent).toBe('Who was affected');
    const [declined, unread, confirmed, heard] = lines();
    expect(declined).toMatch(/Declined by the partner.*Opened .*Deletion not confirmed/);
    expect(unread).toMatch(/Recalled.*Never opened/);
    expect(unread).not.toContain('Deletion');
    expect(confirmed).toMatch(/Completed.*Deletion confirmed/);
    expect(heard).toMatch(/Deletion heard by telephone/);
    expect(element.querySelector('tbody a')?.getAttribute('href')).toBe('/cases/c-1/referrals/r-1');
    expect(element.querySelector('a[download]')?.getAttribute('href')).toBe(`${PATH}/referrals.csv`);
  });

  it('is printed once all its lines are there', async () => {
    const print = jest.spyOn(window, 'print').mockImplementation(() => undefined);
    const { press, server, lines } = await report();
    await press('Print');
    expect(print).not.toHaveBeenCalled();
    server.expectOne(pageOf('AFFECTED', 'more')).flush({ ...AT_PARTNER, items: [lineAtPartner('r-2')], next: 'last' });
    await soon();
    server.expectOne(pageOf('AFFECTED', 'last')).flush({ ...AT_PARTNER, items: [lineAtPartner('r-3')], next: null });
    await soon();
    expect([lines().length, print.mock.calls.length]).toEqual([3, 1]);
    print.mockRestore();
  });

  it('lists what is there now or all that was ever opened, as somebody wants', async () => {
    const { press, server, element, lines, settle } = await report({}, HARBOUR);
    expect(element.querySelector('h1')?.textContent).toBe('What lies there');
    await press('Ever opened, or stopped');
    server.expectOne(pageOf('AFFECTED')).flush({ ...AT_PARTNER, items: [lineAtPartner('r-2'), lineAtPartner('r-3')], next: null });
    await settle();
    expect([element.querySelector('h1')?.textContent, lines().length]).toEqual(['Who was affected', 2]);
  });

  it('takes down what they said on the telephone, where there is something to say', async () => {
    const { press, type, server, settle, element } = await report({ actions: ['hear-deletion'] });
    await press('They said what they deleted');
    const dialog = document.querySelector('app-question-dialog');
    if (!dialog) throw new Error('no dialog asked');
    await type('Who there said it', 'Elira', dialog);
    await type('What they deleted', 'Both letters', dialog);
    await press('Save', dialog);
    const asked = server.expectOne({ method: 'POST', url: `${PATH}/deletions` });
    expect(asked.request.body).toMatchObject({ who: 'Elira', what: 'Both letters', on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    asked.flush({ ...AT_PARTNER, actions: [] });
    await soon();
    server.expectOne(pageOf('AFFECTED')).flush({ ...AT_PARTNER, next: null });
    await settle();
    expect([...element.querySelectorAll('button')].map((each) => each.textContent.trim())).not.toContain('They said what they deleted');
  });
});
