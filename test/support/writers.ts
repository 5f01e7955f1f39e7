import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { signIn, type Reply, type Visitor } from './signed-in';
import { officeDay } from './office-day';

/** What was acknowledged: the record's id, by the key it was sent with. */
export interface Written {
  notes: Map<string, string>;
  partners: Map<string, string>;
  /** Steps of cases: the case's id, by key. */
  steps: Map<string, string>;
}

/** Eight people at work at once: notes, partners, steps of cases. */
export interface Writers {
  written: Written;
  /** Requests that got no answer, or one that says nothing was kept; each was sent again with the same key. */
  doubts: number;
  /** Answers that no retry explains. */
  odd: string[];
  acknowledged(): number;
  /** No new request begins; what is in doubt is settled first. */
  finish(): Promise<void>;
}

interface Sending {
  kind: keyof Written;
  url: string;
  body: unknown;
  subject?: string;
}

const NOW = new Date().toISOString();
const IN_A_MONTH = officeDay(30);

/** `at` says where to ask, anew for each request: after a kill it may be another server. */
export async function startWriters(at: () => string): Promise<Writers> {
  const people = new Map<string, Visitor>();
  for (const login of ['coordinator', 'coordinator2', 'caseworker', 'caseworker2', 'caseworker3'])
    people.set(login, await signIn(at, login));
  const by = (login: string): Visitor => people.get(login) ?? fail(login);
  const crew = new Crew();
  for (const login of ['caseworker', 'caseworker2', 'caseworker3']) {
    const { items } = (await by(login).get('/api/cases?limit=1')).body;
    crew.employ(by(login), () => note(items[0].id));
    if (login !== 'caseworker3') crew.employ(by(login), () => note(items[0].id));
  }
  crew.employ(by('coordinator'), () => partner());
  crew.employ(by('coordinator2'), () => partner());
  const active = (await by('coordinator').get('/api/cases?limit=20&state=ACTIVE')).body.items;
  const [caseId] = active
    .filter((item: { riskLevel?: string | null }) => !['HIGH', 'IMMINENT'].includes(item.riskLevel ?? ''))
    .map(({ id }: { id: string }) => id);
  let held = false;
  if (caseId) crew.employ(by('coordinator'), () => step(caseId, (held = !held)));
  return crew;
}

class Crew implements Writers {
  readonly written: Written = { notes: new Map(), partners: new Map(), steps: new Map() };
  readonly odd: string[] = [];
  doubts = 0;
  private over = false;
  private readonly working: Promise<void>[] = [];

  employ(person: Visitor, next: () => Sending): void {
    this.working.push(this.work(person, next));
  }

  acknowledged(): number {
    return this.written.notes.size + this.written.partners.size + this.written.steps.size;
  }

  async finish(): Promise<void> {
    this.over = true;
    await Promise.all(this.working);
  }

  private async work(person: Visitor, next: () => Sending): Promise<void> {
    while (!this.over && this.odd.length < 10) await this.send(person, next(), randomUUID());
  }

  /** Until it is acknowledged: this is what a browser does, and what people do. */
  private async send(person: Visitor, { kind, url, body, subject }: Sending, key: string): Promise<void> {
    for (;;) {
      const reply = await person.post(url, body, key).catch((): Reply => ({ status: 0, body: null }));
      if (reply.status === 200 || reply.status === 201) return void this.written[kind].set(key, subject ?? reply.body.id);
      if (reply.status !== 0 && reply.status < 500) return void this.odd.push(`${url} ${reply.status} ${JSON.stringify(reply.body)}`);
      this.doubts++;
      await pause(100);
    }
  }
}

const note = (caseId: string): Sending => ({
  kind: 'notes',
  url: `/api/cases/${caseId}/notes`,
  body: { type: 'ADMIN', happenedAt: NOW, body: `Written under load ${randomUUID()}` },
});

const partner = (): Sending => ({
  kind: 'partners',
  url: '/api/partners',
  body: { name: `Under load ${randomUUID()}`, type: 'OTHER', country: 'AL', services: [], languages: [], contacts: [] },
});

const step = (caseId: string, hold: boolean): Sending =>
  hold
    ? { kind: 'steps', url: `/api/cases/${caseId}/hold`, body: { holdReason: 'CLIENT_REQUEST', reviewOn: IN_A_MONTH }, subject: caseId }
    : { kind: 'steps', url: `/api/cases/${caseId}/resumption`, body: {}, subject: caseId };

function fail(login: string): never {
  throw new Error(`There is no ${login}.`);
}
