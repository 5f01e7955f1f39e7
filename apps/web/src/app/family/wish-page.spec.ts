import type { FamilyWishView } from '@panah/contracts/family-wishes.contract';
import { BEGUN, CASE, openFamily, WISH } from './family.spec-help';
import { WishPage } from './wish-page.part';

const PATH = `/api/family-wishes/${WISH.id}`;
const KNOWN = { languages: ['sq'], interpreters: [] };

async function page(view: FamilyWishView = WISH) {
  const opened = await openFamily(`/cases/${CASE}/family/${WISH.id}`, WishPage);
  opened.server.expectOne(PATH).flush(view);
  await opened.settle();
  const text = () => opened.element.textContent;
  return { ...opened, text };
}

describe('the page of a wish', () => {
  afterEach(() => document.querySelector('.cdk-overlay-container')?.remove());

  it('says in plain words what the client allows: alive, and not where', async () => {
    const { text } = await page(BEGUN);
    expect(text()).toContain('Alive and well. No word from them. Not where, and not how to reach them.');
  });

  it('R-FL-12: while it is in progress there is one day, and once it is answered one sentence', async () => {
    const waiting = await page(BEGUN);
    expect(waiting.text()).toContain('There is one answer, and it has one day');
    expect(waiting.text()).not.toContain('So far we could not take this further');
    waiting.harness.fixture.destroy();
  });

  it('R-FL-12: the sentence says nothing of why', async () => {
    const { text } = await page({ ...BEGUN, answered: true });
    expect(text()).toContain('So far we could not take this further.');
    for (const word of ['not found', 'declined', 'silent', 'unsafe']) expect(text().toLowerCase()).not.toContain(word);
  });

  it('offers what the server offers, and nothing to whom it offers nothing', async () => {
    const { element } = await page({ ...BEGUN, actions: [] });
    expect([...element.querySelectorAll('button:not(.date)')].map((each) => each.textContent.trim())).toEqual([]);
  });

  it('begins with the version that was read', async () => {
    const { server, press, text } = await page({ ...BEGUN, face: 'NOTED', actions: ['begin'] });
    await press('Begin');
    const asked = server.expectOne(`${PATH}/beginning`);
    expect(asked.request.headers.get('If-Match')).toBe('"4"');
    asked.flush(BEGUN);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(text()).toContain('In progress');
  });

  it('ends in two presses, and asks for no reason', async () => {
    const { server, press, dialog } = await page(BEGUN);
    await press('End it');
    expect(dialog().querySelector('textarea')).toBeNull();
    await press('End it', dialog());
    expect(server.expectOne(`${PATH}/end`).request.body).toEqual({ how: 'IN_PERSON' });
  });

  it('reads out in the client’s language that no answer can mean anything, and takes no silence for a yes', async () => {
    const { server, press, choose, settle, dialog } = await page();
    await press('Read it out');
    server.expectOne(`/api/cases/${CASE}/consents`).flush(KNOWN);
    await settle();
    expect(dialog().querySelector('blockquote')?.getAttribute('lang')).toBe('sq');
    expect(dialog().querySelector('blockquote')?.textContent).toContain('Nuk do të themi kurrë');
    await choose('They said that they understood', dialog());
    await press('Record', dialog());
    expect(server.expectOne(`${PATH}/warning`).request.body).toEqual({ language: 'sq', confirmed: true });
  });

  it('R-FL-04: how far is one step, and a permission is asked for by itself', async () => {
    const { server, press, choose, settle, dialog } = await page(BEGUN);
    await press('Ask again: Tell a located relative');
    server.expectOne(`/api/cases/${CASE}/consents`).flush(KNOWN);
    await settle();
    await choose('A supported call', dialog());
    await choose('The country they live in', dialog());
    await choose('Spoken, recorded', dialog());
    await choose('Alone with worker', dialog());
    await press('Record', dialog());
    const { body } = server.expectOne(`${PATH}/consents`).request as { body: { scope: string[] } };
    expect(body).toMatchObject({ purpose: 'C09_DISCLOSE_REL', decision: 'GIVEN', language: 'sq' });
    expect(body.scope).toEqual(['CALL', 'COUNTRY']);
  });

  it('nothing at all leaves no permission', async () => {
    const { server, press, choose, settle, dialog } = await page(BEGUN);
    await press('Ask again: Tell a located relative');
    server.expectOne(`/api/cases/${CASE}/consents`).flush(KNOWN);
    await settle();
    await choose('The country they live in', dialog());
    await choose('Nothing at all', dialog());
    await choose('Spoken, recorded', dialog());
    await choose('Alone with worker', dialog());
    await press('Record', dialog());
    expect((server.expectOne(`${PATH}/consents`).request.body as { scope: string[] }).scope).toEqual(['NOTHING']);
  });
});
