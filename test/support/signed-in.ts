import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD } from '../../apps/api/src/demo/demo-staff';

type Seen = ReturnType<typeof JSON.parse>;

export interface Reply {
  status: number;
  body: Seen;
}

/** One of the demonstration's people, at a server in a process of its own. The server may be another one with each request. */
export interface Visitor {
  get(url: string): Promise<Reply>;
  post(url: string, body: unknown, key?: string): Promise<Reply>;
}

/** Signs in at `at()`. Later requests go to what `at()` says then: a session belongs to the house, not to a process. */
export async function signIn(at: () => string, login: string): Promise<Visitor> {
  const headers = { 'content-type': 'application/json', 'x-requested-with': 'office' };
  const body = JSON.stringify({ login, password: DEMO_PASSWORD });
  const session = await fetch(`${at()}/api/session`, { method: 'POST', headers, body });
  if (session.status !== 200) throw new Error(`${login} was not let in: ${session.status} ${await session.text()}`);
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const send = async (url: string, init: RequestInit): Promise<Reply> => {
    const answer = await fetch(`${at()}${url}`, { ...init, signal: AbortSignal.timeout(20_000) });
    const text = await answer.text();
    return { status: answer.status, body: text ? JSON.parse(text) : null };
  };
  return {
    get: (url) => send(url, { headers: { cookie } }),
    post: (url, content, key = randomUUID()) =>
      send(url, { method: 'POST', headers: { ...headers, cookie, 'idempotency-key': key }, body: JSON.stringify(content) }),
  };
}
