import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { NoteView } from '@panah/contracts/notes.contract';
import { Timeline } from './timeline.part';

const note = (more: Partial<NoteView>): NoteView => ({
  id: 'n1',
  caseId: 'c',
  version: 1,
  type: 'CONTACT',
  class: 'CONFIDENTIAL',
  state: 'FINAL',
  happenedAt: '2026-03-02T10:00:00.000Z',
  body: 'She has the letter.',
  direction: 'OUTGOING',
  channel: 'PHONE_CALL',
  minutes: 12,
  author: { id: 'w', name: 'Mina S.' },
  readers: null,
  correctsId: null,
  savedAt: '2026-03-02T10:00:00.000Z',
  signedAt: '2026-03-02T10:00:00.000Z',
  movedAt: null,
  voidReason: null,
  voidAskedAt: null,
  voidedAt: null,
  actions: [],
  ...more,
});

async function timeline({ items = [], types = ['CONTACT', 'ATTEMPT', 'ADMIN'] }: { items?: NoteView[]; types?: string[] }) {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  const fixture = TestBed.createComponent(Timeline);
  fixture.componentRef.setInput('caseId', 'c');
  fixture.componentRef.setInput('clientId', 'k');
  document.body.append(fixture.nativeElement as HTMLElement);
  TestBed.tick();
  const http = TestBed.inject(HttpTestingController);
  http
    .expectOne('/api/cases/c/timeline')
    .flush({ items: items.map((each) => ({ id: each.id, at: each.happenedAt, note: each, step: null })), drafts: [], next: null, types });
  await fixture.whenStable();
  const root = fixture.nativeElement as HTMLElement;
  return { fixture, http, root, textarea: () => root.querySelector('textarea') };
}

const press = (key: string) => document.dispatchEvent(new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}` }));
const soon = () => new Promise((resolve) => setTimeout(resolve));

describe('the timeline', () => {
  it('says what was said, by whom and how', async () => {
    const { root } = await timeline({ items: [note({})] });
    expect(root.querySelector('article')?.textContent).toContain('She has the letter.');
    expect(root.querySelector('.meta')?.textContent).toContain('Mina S.');
  });

  it('C and Ctrl+Enter log a contact: two presses besides the words', async () => {
    const { http, fixture, textarea } = await timeline({});
    press('c');
    await soon();
    const box = textarea();
    expect(document.activeElement).toBe(box);
    if (!box) return;
    box.value = 'She called.';
    box.dispatchEvent(new Event('input'));
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
    await soon();
    await fixture.whenStable();
    const sent = http.expectOne({ method: 'POST', url: '/api/cases/c/notes' });
    expect(sent.request.body).toMatchObject({ type: 'CONTACT', body: 'She called.', channel: 'PHONE_CALL', direction: 'OUTGOING' });
    expect(sent.request.headers.has('Idempotency-Key')).toBe(true);
  });

  it('gives no composer to whoever only reads', async () => {
    const { textarea } = await timeline({ types: [], items: [note({})] });
    press('n');
    expect(textarea()).toBeNull();
  });

  it('keeps the line of a voided note, without its text', async () => {
    const { root } = await timeline({ items: [note({ state: 'VOIDED', body: null, voidReason: 'WRITTEN_TWICE' })] });
    expect(root.querySelector('article')?.textContent).toContain('Voided: Written twice');
  });

  it('offers what the server offers, and nothing else', async () => {
    const { root } = await timeline({
      items: [note({ state: 'VOID_ASKED', voidReason: 'WRONG_FILE', actions: ['confirm_void', 'refuse_void'] }), note({ id: 'n2' })],
    });
    expect([...root.querySelectorAll('article')].map((entry) => entry.querySelectorAll('button').length)).toEqual([2, 0]);
  });
});
