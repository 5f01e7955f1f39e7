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

describe('R-AS-13: a long text that came from elsewhere', () => {
  async function pasted(letters: number, type: string) {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    const fixture = TestBed.createComponent(NoteComposer);
    for (const [name, value] of Object.entries({ caseId: 'c', types: ['ADMIN', 'LEGAL_PRIV'], draft: { ...draft, type } }))
      fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
    const root = fixture.nativeElement as HTMLElement;
    const paste = Object.assign(new Event('paste'), { clipboardData: { getData: () => 'a'.repeat(letters) } });
    root.querySelector('textarea')?.dispatchEvent(paste);
    await fixture.whenStable();
    return [...root.querySelectorAll('[role=status]')].some((said) => said.textContent.includes('legally privileged note'));
  }

  it('belongs into a privileged note, and a general one says so; shorter, or in a privileged one, it is let be', async () => {
    expect(await pasted(1501, 'ADMIN')).toBe(true);
    TestBed.resetTestingModule();
    expect(await pasted(1500, 'ADMIN')).toBe(false);
    TestBed.resetTestingModule();
    expect(await pasted(1501, 'LEGAL_PRIV')).toBe(false);
  });
});

describe('R-RI-07: the ways of contact that are offered', () => {
  async function composer(shutWays: string[]) {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    const fixture = TestBed.createComponent(NoteComposer);
    for (const [name, value] of Object.entries({ caseId: 'c', types: ['CONTACT', 'ADMIN'], shutWays }))
      fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
    const root = fixture.nativeElement as HTMLElement;
    const [way, direction] = root.querySelectorAll('select');
    const pick = async (select: HTMLSelectElement | undefined, code: string) => {
      if (select) select.value = code;
      select?.dispatchEvent(new Event('change'));
      await fixture.whenStable();
    };
    const barred = () => [...(way?.options ?? [])].filter(({ disabled }) => disabled).map(({ value }) => value);
    return { way, direction, pick, barred, says: () => root.querySelector('.beside .error')?.textContent.trim() ?? null };
  }

  it('are those by which somebody may go out; the usual one is taken only when it may be used', async () => {
    const { way, barred, says } = await composer(['PHONE_CALL', 'SMS']);
    expect([barred().sort(), way?.value === 'PHONE_CALL', way?.value === 'SMS', says()]).toEqual([
      ['PHONE_CALL', 'SMS'],
      false,
      false,
      null,
    ]);
    expect(way?.selectedOptions[0]?.disabled).toBe(false);
  });

  it('are all where each may be used', async () => {
    const { way, barred } = await composer([]);
    expect([barred(), way?.value]).toEqual([[], 'PHONE_CALL']);
  });

  it('are all when the person came by them; turned round, the composer says why not', async () => {
    const { way, direction, pick, barred, says } = await composer(['SMS']);
    await pick(direction, 'INCOMING');
    expect(barred()).toEqual([]);
    await pick(way, 'SMS');
    expect([way?.value, says()]).toEqual(['SMS', null]);
    await pick(direction, 'OUTGOING');
    expect([barred(), says()]).toEqual([['SMS'], 'Not safe for this client']);
  });
});
