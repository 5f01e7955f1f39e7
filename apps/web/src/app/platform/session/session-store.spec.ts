import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { SessionView } from '@panah/contracts/session.contract';
import { Api } from '../http/api';
import { officeRequests } from '../http/office-requests';
import { Problem } from '../problem/problem';
import { Departure } from './departure';
import { SessionStore } from './session-store';

const view = (state: SessionView['state'], words: string[] = []): SessionView => ({
  state,
  demo: true,
  officeName: 'Office',
  termGroup: { en: 'the group', fa: 'گروه' },
  needsFirstAccount: false,
  user: state === 'ANONYMOUS' ? null : { id: 'u', displayName: 'M.', roles: [], duties: [], offices: [], language: 'en' },
  words,
  freshUntil: null,
  endsAt: null,
  locksAfterSeconds: 600,
});

function session() {
  const left: string[] = [];
  const departure = { toSignIn: () => left.push('to sign in'), toSignInAndBack: () => left.push('to sign in and back') };
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([officeRequests])),
      provideHttpClientTesting(),
      { provide: Departure, useValue: departure },
    ],
  });
  return { store: TestBed.inject(SessionStore), server: TestBed.inject(HttpTestingController), left };
}

async function open(words: string[] = []) {
  const all = session();
  const ready = all.store.ready();
  all.server.expectOne('/api/session').flush(view('OPEN', words));
  await ready;
  return all;
}

describe('the session', () => {
  it('knows the words the server gave, and no others', async () => {
    const { store } = await open(['case:list']);
    expect(store.may('case:list')).toBe(true);
    expect(store.may('staff:list')).toBe(false);
  });

  it('empties the page before the server has answered that it is locked', async () => {
    const { store, server } = await open();
    const locking = store.lock();
    expect(store.state()).toBe('LOCKED');
    const request = server.expectOne('/api/session/lock');
    expect(request.request.headers.get('X-Requested-With')).toBe('office');
    request.flush(view('LOCKED'));
    await locking;
  });

  it('stays locked when the password is wrong, and opens when it is right', async () => {
    const { store, server } = await open();
    const locking = store.lock();
    server.expectOne('/api/session/lock').flush(view('LOCKED'));
    await locking;
    const wrong = store.unlock({ password: 'x' });
    server.expectOne('/api/session/unlocking').flush({ code: 'sign-in-refused', requestId: 'r' }, { status: 401, statusText: '' });
    await expect(wrong).rejects.toBeInstanceOf(Problem);
    expect(store.state()).toBe('LOCKED');
    const right = store.unlock({ password: 'y' });
    server.expectOne('/api/session/unlocking').flush(view('OPEN'));
    await right;
    expect(store.state()).toBe('OPEN');
  });

  it('leaves for the sign-in page when the server says that the session is over', async () => {
    const { server, left } = await open();
    const reading = TestBed.inject(Api).read('/api/cases');
    server.expectOne('/api/cases').flush({ code: 'signed-out' }, { status: 401, statusText: '' });
    await expect(reading).rejects.toBeInstanceOf(Problem);
    server.expectOne('/api/session').flush(view('ANONYMOUS'));
    await Promise.resolve();
    await Promise.resolve();
    expect(left).toEqual(['to sign in and back']);
  });

  it('sends the version it read, and one key for one intent', async () => {
    const { server } = await open();
    void TestBed.inject(Api).step('/api/cases/1/closure', {}, 7);
    const { headers } = server.expectOne('/api/cases/1/closure').request;
    expect(headers.get('If-Match')).toBe('"7"');
    expect(headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says that the server is away at the start, and goes on when it is back', async () => {
    const { store, server } = session();
    const ready = store.ready();
    server.expectOne('/api/session').error(new ProgressEvent('offline'));
    await Promise.resolve();
    await Promise.resolve();
    expect(store.unreachable()).toBe(true);
    void store.refresh();
    server.expectOne('/api/session').flush(view('ANONYMOUS'));
    await ready;
    expect(store.unreachable()).toBe(false);
  });
});
