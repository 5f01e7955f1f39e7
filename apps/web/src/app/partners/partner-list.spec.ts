import { PartnerList } from './partner-list';
import { line, openPartners } from './partner.spec-help';

const isList = (request: { url: string }) => request.url === '/api/partners';

async function list(words: readonly string[] = []) {
  const page = await openPartners('/partners', PartnerList, words);
  page.server.expectOne(isList).flush({ items: [line('Harbour'), line('Haven', { state: 'ENDED' })], total: 3, next: 'c1' });
  await page.settle();
  const rows = () => [...page.element.querySelectorAll('tbody tr')].map((row) => row.querySelector('a')?.textContent.trim());
  const filter = async (text: string) => {
    const box = page.element.querySelector<HTMLInputElement>('input[type="search"]');
    if (!box) throw new Error('the list has no filter');
    box.value = text;
    box.dispatchEvent(new Event('input'));
    await new Promise((resolve) => setTimeout(resolve, 230));
    await page.settle();
  };
  return { ...page, rows, filter };
}

describe('the list of partners', () => {
  it('says for each who they are, how it stands, and what they can do', async () => {
    const { element, rows } = await list();
    expect(rows()).toEqual(['Harbour', 'Haven']);
    const text = element.querySelector('tbody tr')?.textContent ?? '';
    for (const word of ['Legal clinic', 'Active', 'Albania', 'Legal assistance', 'and 1 more', 'No agreement'])
      expect(text).toContain(word);
  });

  it('finds by name among all pages, reads each page once, and never sends what was typed', async () => {
    const { server, rows, filter, settle } = await list();
    await filter('lodge');
    server.expectOne(isList).flush({ items: [line('Harbour'), line('Haven')], total: 3, next: 'c1' });
    await settle();
    const second = server.expectOne(isList);
    expect(second.request.params.get('cursor')).toBe('c1');
    second.flush({ items: [line('Green Lodge')], total: 3, next: null });
    await settle();
    expect(rows()).toEqual(['Green Lodge']);
    await filter('ha');
    server.verify();
    expect(rows()).toEqual(['Harbour', 'Haven']);
    expect(second.request.urlWithParams).not.toContain('lodge');
  });

  it('narrows by state, and the address keeps that choice', async () => {
    const { server, element, settle, address } = await list();
    const state = element.querySelector<HTMLSelectElement>('select[aria-label="State"]');
    if (!state) throw new Error('the list has no filter for the state');
    state.value = 'ENDED';
    state.dispatchEvent(new Event('change'));
    const asked = server.expectOne(isList);
    expect(asked.request.params.get('state')).toBe('ENDED');
    asked.flush({ items: [], total: 0, next: null });
    await settle();
    expect(address()).toBe('/partners?state=ENDED');
    expect(element.querySelector('.empty')?.textContent).toContain('Nothing fits this filter');
  });

  it('offers a new partner only to whom the server gave that word', async () => {
    const { element } = await list();
    expect(element.textContent).not.toContain('New partner');
  });

  it('offers a new partner to a coordinator', async () => {
    const { element } = await list(['partner:create']);
    expect(element.querySelector('.head a')?.textContent).toContain('New partner');
  });
});
