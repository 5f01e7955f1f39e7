import { DRAFT, IN_REVIEW, openMessage, PATH } from './message.spec-help';

const KEYS = IN_REVIEW.leaks.map(({ key }) => key);
const buttonOf = (within: Element, text: string): HTMLElement => {
  const found = [...within.querySelectorAll<HTMLElement>('button')].find((each) => each.textContent.trim() === text);
  if (!found) throw new Error(`There is no button "${text}".`);
  return found;
};
const mark = (within: Element): string[] => [...within.querySelectorAll('mark:not(.seen)')].map((each) => each.textContent);
const tick = (within: Element, passage: string): void => {
  const label = [...within.querySelectorAll('app-message-findings label')].find((each) => each.textContent.includes(passage));
  label?.querySelector('input')?.click();
};

describe('a message that is looked over', () => {
  afterEach(() => document.querySelector('.cdk-overlay-container')?.remove());

  it('highlights what it may tell, in the words as they stand, and names each', async () => {
    const { element } = await openMessage(IN_REVIEW);
    expect(element.querySelector('app-marked-text p')?.textContent.trim()).toBe(IN_REVIEW.body);
    expect(mark(element)).toEqual(['Tirana', 'Friday']);
    const findings = element.querySelector('app-message-findings')?.textContent ?? '';
    expect(findings).toMatch(/Tirana\s*Place/);
    expect(findings).toMatch(/Friday\s*Day of the week/);
  });

  it('nobody can change a word of it here', async () => {
    const { element } = await openMessage(IN_REVIEW);
    expect(element.querySelector('textarea, [contenteditable], input:not([type="checkbox"])')).toBeNull();
  });

  it('R-FL-09: goes on only when each finding was looked at; then with what was seen', async () => {
    const { element, server, press, settle } = await openMessage(IN_REVIEW);
    const approve = buttonOf(element, 'Approve');
    expect(approve.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(approve.getAttribute('aria-describedby') ?? '')?.textContent).toContain('Not everything is ticked yet');
    await press('Approve', element);
    server.expectNone(`${PATH}/approval`);

    tick(element, 'Tirana');
    await settle();
    expect(mark(element)).toEqual(['Friday']);
    expect(buttonOf(element, 'Approve').getAttribute('aria-disabled')).toBe('true');
    tick(element, 'Friday');
    await settle();
    await press('Approve', element);
    const asked = server.expectOne(`${PATH}/approval`);
    expect((asked.request.body as { seen: string[] }).seen.sort()).toEqual([...KEYS].sort());
    asked.flush({ ...IN_REVIEW, passed: true, actions: ['return', 'translate'] });
    await settle();
    expect(element.textContent).toContain('An officer of the link who did not write it lets it go');
  });

  it('a tick can be taken back', async () => {
    const { element, settle } = await openMessage(IN_REVIEW);
    for (const turn of [1, 0]) {
      tick(element, 'Tirana');
      await settle();
      expect(mark(element)).toHaveLength(2 - turn);
    }
  });

  it('is returned with a kind sentence for each reason, until somebody writes their own', async () => {
    const { server, press, choose, type, dialog } = await openMessage(IN_REVIEW);
    await press('Return to the writer');
    await choose('Reveals a location', dialog());
    const words = (): string => dialog().querySelector('textarea')?.value ?? '';
    expect(words()).toContain('Could you say it without the place?');
    await choose('Pressure or inducement', dialog());
    expect(words().split('\n\n')).toHaveLength(2);
    await type('To whoever wrote it', 'It is a warm letter. One thing only: the town.', dialog());
    await choose('Pressure or inducement', dialog());
    await press('Return to the writer', dialog());
    expect(server.expectOne(`${PATH}/return`).request.body).toEqual({
      reasons: ['LOCATION_DETAIL'],
      words: 'It is a warm letter. One thing only: the town.',
    });
  });

  it('goes to a third person for a translation, into another language than its own', async () => {
    const { element, server, press, type, dialog, settle } = await openMessage(IN_REVIEW);
    tick(element, 'Tirana');
    tick(element, 'Friday');
    await settle();
    await press('Send to translation', element);
    const offered = [...dialog().querySelectorAll('option')].map(({ value }) => value);
    expect(offered).toContain('sq');
    expect(offered).not.toContain('en');
    await type('Translator', '0199aaaa-0000-7000-8000-0000000000d3', dialog());
    await type('Into', 'sq', dialog());
    await press('Send to translation', dialog());
    const body = server.expectOne(`${PATH}/translation-request`).request.body as { seen: string[] };
    expect(body).toMatchObject({ translatorId: '0199aaaa-0000-7000-8000-0000000000d3', language: 'sq' });
    expect(body.seen).toHaveLength(2);
  });

  it('R-FL-08: whoever looks over their own is told why not, in words', async () => {
    const { element, server, press, settle } = await openMessage({ ...IN_REVIEW, state: 'SUBMITTED', leaks: [], actions: ['review'] });
    await press('Look over', element);
    server.expectOne(`${PATH}/review`).flush({ code: 'message-own', requestId: 'r' }, { status: 422, statusText: 'no' });
    await settle();
    expect(element.querySelector('[role="alert"]')?.textContent).toContain('You wrote or translated this yourself');
  });

  it('shows a button for each step that the server offers, and no other', async () => {
    const { element } = await openMessage({ ...IN_REVIEW, state: 'RELEASED', leaks: [], actions: ['deliver', 'undelivered', 'recall'] });
    const offered = [...element.querySelectorAll('.head button')].map((each) => each.textContent.trim());
    expect(offered).toEqual(['Note that it was delivered', 'Could not be delivered', 'Take back']);
  });
});

describe('a message that is written', () => {
  afterEach(() => document.querySelector('.cdk-overlay-container')?.remove());

  it('is handed in with the words that stand on the page: they are saved first', async () => {
    const { element, server, type, press, settle } = await openMessage(DRAFT);
    await type('The message', 'I live by the water now.', element);
    await press('Hand in', element);
    const saved = server.expectOne({ url: PATH, method: 'PUT' });
    expect(saved.request.body).toEqual({ body: 'I live by the water now.' });
    server.expectNone(`${PATH}/submission`);
    saved.flush({ ...DRAFT, version: 4, body: 'I live by the water now.' });
    await settle();
    server.expectOne(`${PATH}/submission`);
  });

  it('is not handed in where its words could not be saved; they stay', async () => {
    const { element, server, type, press, settle } = await openMessage(DRAFT);
    await type('The message', 'I live by the water now.', element);
    await press('Hand in', element);
    server.expectOne({ url: PATH, method: 'PUT' }).flush({ code: 'invalid', requestId: 'r' }, { status: 422, statusText: 'no' });
    await settle();
    server.expectNone(`${PATH}/submission`);
    expect(element.querySelector('textarea')?.value).toBe('I live by the water now.');
  });

  it('asks before unsaved words are left', async () => {
    const { element, component, type } = await openMessage(DRAFT);
    expect(component.unsaved()).toBe(false);
    await type('The message', 'Half a', element);
    expect(component.unsaved()).toBe(true);
  });

  it('shows what was said when it came back, as it was said', async () => {
    const back = { reasons: ['LOCATION_DETAIL'], words: 'Could you leave out the town?', by: DRAFT.writtenBy, at: '2026-11-21T09:00:00Z' };
    const { element } = await openMessage({ ...DRAFT, state: 'RETURNED', returns: [back] });
    expect(element.textContent).toContain('Could you leave out the town?');
    expect(element.textContent).toContain('Reveals a location');
  });
});
