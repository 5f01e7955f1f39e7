import type { FamilyMessageLineView } from '@panah/contracts/family-messages.contract';
import { IN_REVIEW, openMessages, PATH } from './message.spec-help';
import { MessageQueue } from './message-queue';

const LINE: FamilyMessageLineView = {
  id: IN_REVIEW.id,
  version: 2,
  state: 'SUBMITTED',
  direction: 'TO_RELATIVE',
  language: 'fa',
  submittedAt: '2026-11-20T09:00:00Z',
  part: 'REVIEW',
  rejectAsked: null,
  actions: ['review'],
};

async function queue(items: FamilyMessageLineView[], words?: readonly string[]) {
  const opened = await openMessages('/family-messages', MessageQueue, words);
  const listed = () => opened.server.expectOne(({ url, method }) => url === '/api/family-messages' && method === 'GET');
  listed().flush({ items, next: null, total: items.length });
  await opened.settle();
  return { ...opened, listed };
}

describe('messages that wait', () => {
  afterEach(() => document.querySelector('.cdk-overlay-container')?.remove());

  it('R-FL-08: one that waits for a second reader is taken before it is read', async () => {
    const { element, server, press, address } = await queue([LINE]);
    expect(element.querySelector('tbody a')).toBeNull();
    await press('Look over', element);
    expect(address()).toBe('/family-messages');
    server.expectOne(`${PATH}/review`).flush(IN_REVIEW);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(address()).toBe(`/family-messages/${IN_REVIEW.id}`);
  });

  it('says so where somebody else took it first, and reads the list again', async () => {
    const { element, server, press, settle, listed } = await queue([LINE]);
    await press('Look over', element);
    server.expectOne(`${PATH}/review`).flush({ code: 'not-found', requestId: 'r' }, { status: 404, statusText: 'no' });
    await settle();
    listed().flush({ items: [], next: null, total: 0 });
    await settle();
    expect(document.body.textContent).toContain('There is nothing here that you can open');
    expect(element.textContent).toContain('No message waits for you');
  });

  it('what is under way already is opened by its line', async () => {
    const { element } = await queue([{ ...LINE, state: 'TRANSLATION', part: 'TRANSLATE', actions: ['translated'] }]);
    expect(element.querySelector('tbody a')?.getAttribute('href')).toBe(`/family-messages/${LINE.id}`);
  });

  it('a coordinator decides on the reason alone, and opens nothing', async () => {
    const asked = { ...LINE, state: 'IN_REVIEW', part: 'DECIDE', rejectAsked: 'PRESSURE', actions: ['reject'] };
    const { element, server, press, listed, settle } = await queue([asked], []);
    expect(element.querySelector('tbody a')).toBeNull();
    expect(element.querySelector('tbody')?.textContent).toContain('Pressure or inducement');
    await press('Reject it', element);
    const sure = [...document.querySelectorAll<HTMLElement>('.cdk-overlay-container button')].find(
      ({ textContent }) => textContent.trim() === 'Reject it',
    );
    sure?.click();
    await settle();
    server.expectOne(`${PATH}/rejection`).flush({ ...asked, state: 'REJECTED', actions: [] });
    await settle();
    listed();
  });
});
