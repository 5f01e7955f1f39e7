import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { AuditLineView } from '@panah/contracts/audit.contract';
import { officeRequests } from '../platform/http/office-requests';
import { SessionStore } from '../platform/session/session-store';
import { AuditLog } from './audit-log';
import { auditRoutes } from './audit.routes';
import { Looks } from './looks.part';

jest.setTimeout(20_000); // whole pages are rendered, perhaps on a busy machine

const CLIENT = '0199aaaa-0000-4000-8000-000000000009';
const REVEAL: AuditLineView = {
  id: 'line-1',
  at: '2026-11-17T08:30:00Z',
  actorKind: 'STAFF',
  actorId: 'staff-1',
  actorName: 'Mina S.',
  word: 'contact:reveal',
  outcome: 'DONE',
  status: 200,
  subjectType: 'contact_point',
  subjectId: '0199aaaa-0000-4000-8000-000000000001',
  clientId: CLIENT,
  recordCount: 2,
  recordIds: ['0199aaaa-0000-4000-8000-000000000001', '0199aaaa-0000-4000-8000-000000000002'],
  fieldClasses: ['CONTACT'],
  changedFields: [],
  reason: 'CONTACT_CLIENT',
  requestId: 'request-1',
};
const REFUSED: AuditLineView = { ...REVEAL, id: 'line-2', word: 'case:read', outcome: 'REFUSED', actorName: null, actorKind: 'ANONYMOUS' };

const isLog = (request: { url: string }) => request.url === '/api/audit';

function begin(words: readonly string[] = ['audit:read']) {
  const providers = [
    provideHttpClient(withInterceptors([officeRequests])),
    provideHttpClientTesting(),
    provideRouter([{ path: 'audit', children: auditRoutes }], withComponentInputBinding()),
  ];
  TestBed.configureTestingModule({ providers });
  const server = TestBed.inject(HttpTestingController);
  const ready = TestBed.inject(SessionStore).ready();
  const user = { offices: [{ id: 'o', name: 'North', timeZone: 'Europe/Tirane' }] };
  server.expectOne('/api/session').flush({ state: 'OPEN', words, user });
  return ready.then(() => server);
}

async function log(url = '/audit', words?: readonly string[]) {
  const server = await begin(words);
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(url, AuditLog);
  const element = harness.routeNativeElement as HTMLElement;
  const settle = async () => {
    for (let turn = 0; turn < 3; turn++) {
      await harness.fixture.whenStable();
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };
  server
    .expectOne(({ url: path }) => path === '/api/staff')
    .flush({ items: [{ id: 'staff-1', displayName: 'Mina S.' }], total: 1, next: null });
  const first = server.expectOne(isLog);
  first.flush({ items: [REVEAL, REFUSED], total: 2, next: null });
  await settle();
  const choose = async (label: string, code: string) => {
    const box = element.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`);
    if (!box) throw new Error(`There is no filter "${label}".`);
    box.value = code;
    box.dispatchEvent(new Event('change'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    return server.expectOne(isLog);
  };
  return { server, element, settle, choose, asked: first.request };
}

describe('the auditor’s log', () => {
  it('says in words who did what, and how it ended', async () => {
    const { element } = await log();
    const rows = [...element.querySelectorAll('tbody tr')].map((row) => row.textContent);
    for (const word of ['Mina S.', 'Contact details: show what is hidden', 'To contact the client', '2 records'])
      expect(rows[0]).toContain(word);
    for (const word of ['Nobody signed in', 'Case: read', 'Refused']) expect(rows[1]).toContain(word);
  });

  it('opens a line to the numbers of its records, and follows one of them', async () => {
    const { element, server, settle } = await log();
    element.querySelector<HTMLButtonElement>('tbody button[aria-expanded="false"]')?.click();
    await settle();
    expect(element.querySelector('app-audit-line')?.textContent).toContain('request-1');
    element.querySelectorAll<HTMLButtonElement>('app-audit-line button')[1]?.click();
    await new Promise((resolve) => setTimeout(resolve, 5));
    const asked = server.expectOne(isLog);
    expect(asked.request.params.get('recordId')).toBe(CLIENT);
    asked.flush({ items: [], total: 0, next: null });
  });

  it('narrows by colleague, act and outcome', async () => {
    const { choose, settle } = await log();
    (await choose('Colleague', 'staff-1')).flush({ items: [], total: 0, next: null });
    await settle();
    (await choose('Act', 'case')).flush({ items: [], total: 0, next: null });
    await settle();
    const { request } = await choose('Outcome', 'REFUSED');
    expect(request.urlWithParams).toContain('actorId=staff-1');
    expect(request.urlWithParams).toContain('word=case&');
    expect(request.urlWithParams).toContain('outcome=REFUSED');
  });

  it('counts both days in, as days of the office', async () => {
    const { asked } = await log('/audit?from=2026-11-16&to=2026-11-17');
    expect(asked.params.get('from')).toBe('2026-11-15T23:00:00.000Z');
    expect(asked.params.get('to')).toBe('2026-11-17T23:00:00.000Z');
  });

  it('is checked on demand, and says plainly when a line was changed', async () => {
    const { element, server, settle } = await log('/audit', ['audit:read', 'audit:verify']);
    [...element.querySelectorAll('button')].find((each) => each.textContent.includes('Check the log'))?.click();
    const verdict = { ok: false, sealed: 40, unsealed: 0, firstBad: 12, reason: 'LINE_CHANGED', checkedAt: REVEAL.at };
    server.expectOne('/api/audit/verification').flush(verdict);
    await settle();
    expect(element.querySelector('.notice.danger')?.textContent).toContain('A line was changed');
    expect(element.querySelector('.notice.danger')?.textContent).toContain('First at number 12');
  });

  it('asks for the whole number of a record before it looks for it', async () => {
    const { element, server, settle } = await log();
    const box = element.querySelector<HTMLInputElement>('input[type="search"]');
    if (!box) throw new Error('there is no field for a number');
    box.value = '0199aaaa';
    box.dispatchEvent(new Event('input'));
    await new Promise((resolve) => setTimeout(resolve, 230));
    await settle();
    server.expectNone(isLog);
    expect(element.querySelector('[role="alert"]')?.textContent).toContain('not the whole number');
  });
});

describe('who opened a file', () => {
  async function looks(answer: (server: HttpTestingController) => void) {
    const server = await begin();
    const fixture = TestBed.createComponent(Looks);
    fixture.componentRef.setInput('clientId', CLIENT);
    await new Promise((resolve) => setTimeout(resolve, 5));
    answer(server);
    await fixture.whenStable();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }
  const path = ({ url }: { url: string }) => url === `/api/clients/${CLIENT}/looks`;

  it('is told to whoever answers for the file', async () => {
    const element = await looks((server) => server.expectOne(path).flush({ items: [REVEAL], total: 1, next: null }));
    expect(element.textContent).toContain('Mina S.');
    expect(element.textContent.replaceAll(/[\u2068\u2069]/g, '')).toContain('To contact the client · contact details');
    expect(TestBed.inject(Router).url).not.toContain(CLIENT);
  });

  it('is absent for the rest of the team', async () => {
    const element = await looks((server) => server.expectOne(path).flush({ code: 'not-found' }, { status: 404, statusText: 'no' }));
    expect(element.textContent.trim()).toBe('');
  });
});
