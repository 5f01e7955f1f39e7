import type { FamilyMatchView } from '@panah/contracts/family-enquiries.contract';
import { MATCH, openEnquiries } from './enquiry.spec-help';
import { MatchPage } from './match-page';

const PATH = `/api/family-matches/${MATCH.id}`;
const COLLEAGUE = { id: '0199aaaa-0000-7000-8000-0000000000d2', name: 'Second Officer' };

async function page(view: FamilyMatchView = MATCH) {
  const opened = await openEnquiries(`/family-matches/${view.id}`, MatchPage);
  opened.server.expectOne(PATH).flush(view);
  await opened.settle();
  const part = (heading: string): string =>
    [...opened.element.querySelectorAll('section')].find((each) => each.querySelector('h2')?.textContent === heading)?.textContent ?? '';
  const agree = async (text: string) => {
    const sure = [...document.querySelectorAll<HTMLElement>('.cdk-overlay-container button')].find(
      (each) => each.textContent.trim() === text,
    );
    if (!sure) throw new Error(`nobody asks "${text}"`);
    sure.click();
    await opened.settle();
  };
  return { ...opened, part, agree };
}

describe('a proposed match', () => {
  afterEach(() => document.querySelector('.cdk-overlay-container')?.remove());

  it('says what agrees and what speaks against it, apart, with a score out of a hundred', async () => {
    const { element, part } = await page();
    expect(part('What agrees')).toContain('The name of the person asked for agrees');
    expect(part('What agrees')).not.toContain('another');
    expect(part('What speaks against it')).toContain('The father’s name is another');
    expect(element.querySelector('.head')?.textContent).toMatch(/Likely · 78 of 100/);
  });

  it('says so where nothing speaks against it', async () => {
    const { part } = await page({ ...MATCH, reasons: ['NAMES'] });
    expect(part('What speaks against it')).toContain('Nothing that we know');
  });

  it('leads nobody to the link who is no officer of it', async () => {
    expect((await page()).element.querySelector('a[href^="/family-links"]')).toBeNull();
  });

  it('leads an officer of the link to it', async () => {
    const { element } = await page({ ...MATCH, ownLink: true });
    expect(element.querySelector('a[href^="/family-links"]')?.textContent).toBe('شیرین');
  });

  it('R-ID-08: is confirmed by one, and waits for another who looks for themself', async () => {
    const { element, server, press, agree, settle } = await page();
    await press('Confirm that it is them', element);
    await agree('Confirm that it is them');
    const asked = server.expectOne(`${PATH}/confirmation`);
    expect(asked.request.headers.get('If-Match')).toBe('"2"');
    asked.flush({ ...MATCH, version: 3, state: 'CONFIRMED_ONCE', confirmedBy: COLLEAGUE, actions: ['refuse'] });
    await settle();
    expect(element.querySelector('.notice')?.textContent).toContain('Second Officer confirmed it. Somebody else of family links confirms');
    expect(element.textContent).not.toContain('Confirm that it is them');
  });

  it('is refused on one word', async () => {
    const { element, server, press, agree } = await page();
    await press('Not the same person', element);
    await agree('Not the same person');
    server.expectOne(`${PATH}/refusal`);
  });

  it('says beforehand that a second word waits for tracing; and in words when it was refused for that', async () => {
    const { element, server, press, agree, settle } = await page({
      ...MATCH,
      state: 'CONFIRMED_ONCE',
      linkState: 'OPEN',
      confirmedBy: COLLEAGUE,
    });
    expect(element.textContent).toContain('Nobody began to look on this link yet');
    await press('Confirm that it is them', element);
    await agree('Confirm that it is them');
    server.expectOne(`${PATH}/confirmation`).flush({ code: 'match-needs-tracing', requestId: 'r' }, { status: 422, statusText: 'no' });
    await settle();
    expect(element.querySelector('[role="alert"]')?.textContent).toContain('Begin tracing there first; then confirm');
  });
});
