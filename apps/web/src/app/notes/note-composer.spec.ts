import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { NoteView } from '@panah/contracts/notes.contract';
import { NoteComposer } from './note-composer';

const draft: NoteView = {
  id: 'n1',
  caseId: 'c',
  version: 1,
  type: 'ADMIN',
  class: 'CONFIDENTIAL',
  state: 'DRAFT',
  happenedAt: '2026-03-02T10:00:00.000Z',
  body: 'She came.',
  direction: null,
  channel: null,
  minutes: null,
  author: { id: 'w', name: 'Mina S.' },
  readers: null,
  correctsId: null,
  savedAt: '2026-03-02T10:00:00.000Z',
  signedAt: null,
  movedAt: null,
  voidReason: null,
  voidAskedAt: null,
  voidedAt: null,
  actions: [],
};
const THERE = { ...draft, version: 5, body: 'She wrote.' };
const soon = () => new Promise((resolve) => setTimeout(resolve));

/** Signs a draft that another window has saved meanwhile. */
async function signStale() {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  const fixture = TestBed.createComponent(NoteComposer);
  for (const [name, value] of Object.entries({ caseId: 'c', types: ['CONTACT', 'ADMIN'], draft }))
    fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  const [http, root] = [TestBed.inject(HttpTestingController), fixture.nativeElement as HTMLElement];
  const settled = async () => {
    await soon();
    await fixture.whenStable();
  };
  root.querySelector('form')?.dispatchEvent(new Event('submit'));
  await settled();
  http.expectOne('/api/notes/n1/signature').flush({ code: 'stale-edit' }, { status: 412, statusText: '' });
  await settled();
  http.expectOne('/api/notes/n1').flush(THERE);
  await settled();
  const choose = async (at: number) => {
    root.querySelectorAll<HTMLButtonElement>('.elsewhere button')[at]?.click();
    await settled();
  };
  expect(root.querySelector('app-problem')).toBeNull();
  const texts = () => [root.querySelector('blockquote')?.textContent, root.querySelector('textarea')?.value];
  return { http, choose, texts };
}

describe('a draft that was saved in another window meanwhile', () => {
  it('shows both texts, and goes on with the one that is written here', async () => {
    const { http, choose, texts } = await signStale();
    expect(texts()).toEqual(['She wrote.', 'She came.']);
    await choose(1);
    const { request } = http.expectOne({ method: 'PUT', url: '/api/notes/n1' });
    expect([request.headers.get('If-Match'), (request.body as NoteView).body]).toEqual(['"5"', 'She came.']);
    expect(texts()).toEqual([undefined, 'She came.']);
  });

  it('or with the other', async () => {
    const { http, choose, texts } = await signStale();
    await choose(0);
    http.expectNone({ method: 'PUT', url: '/api/notes/n1' });
    expect(texts()).toEqual([undefined, 'She wrote.']);
  });
});
