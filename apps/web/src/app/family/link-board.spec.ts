import { lineOf, openFamily } from './family.spec-help';
import { LinkBoard } from './link-board';

const isList = (request: { url: string }) => request.url === '/api/family-links';
const LINES = [
  lineOf('Shirin', { state: 'PAUSED', stateBefore: 'MEDIATED', due: { what: 'RISK_REVIEW', at: '2020-01-01T00:00:00Z' } }),
  lineOf('Nasrin'),
];

async function board() {
  const page = await openFamily('/family-links', LinkBoard);
  page.server.expectOne(isList).flush({ items: LINES, total: 3, next: 'c1', byState: { PAUSED: 1, TRACING: 2 } });
  await page.settle();
  const names = () => [...page.element.querySelectorAll('tbody th a')].map((each) => each.textContent.trim());
  const chips = () => [...page.element.querySelectorAll('.chip')].map((each) => each.textContent.trim().replace(/\s+/g, ' '));
  return { ...page, names, chips };
}

describe('the board of family links', () => {
  it('says for each where it stands, where it was before, and what is past due', async () => {
    const { names, element } = await board();
    expect(names()).toEqual(['Shirin', 'Nasrin']);
    const text = element.querySelector('tbody tr')?.textContent ?? '';
    for (const word of ['Paused', 'before:', 'Messages through us', 'Look at the risks again']) expect(text).toContain(word);
    expect(element.querySelector('tbody .state.danger.act')).not.toBeNull();
  });

  it('counts by state in the order of the process, and a press narrows; the same press shows all', async () => {
    const { server, press, chips, address, settle } = await board();
    expect(chips()).toEqual(['Being looked for 2', 'Paused 1']);
    await press('Paused');
    const asked = server.expectOne(isList);
    expect(asked.request.params.get('state')).toBe('PAUSED');
    asked.flush({ items: LINES.slice(0, 1), total: 1, next: null, byState: { PAUSED: 1, TRACING: 2 } });
    await settle();
    expect(address()).toBe('/family-links?state=PAUSED');
    await press('Paused');
    expect(server.expectOne(isList).request.params.get('state')).toBeNull();
  });

  it('finds by either name, and never sends what was typed', async () => {
    const { server, element, settle, names } = await board();
    const box = element.querySelector<HTMLInputElement>('input[type="search"]');
    if (!box) throw new Error('the board has no filter');
    box.value = 'nas';
    box.dispatchEvent(new Event('input'));
    await new Promise((resolve) => setTimeout(resolve, 230));
    await settle();
    const asked = server.expectOne(isList);
    expect(asked.request.urlWithParams).not.toContain('nas');
    asked.flush({ items: LINES, total: 2, next: null, byState: {} });
    await settle();
    expect(names()).toEqual(['Nasrin']);
  });
});
