import { Agent, request } from 'node:http';

/** One request, as it goes over the wire. */
export interface Ask {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface Answer {
  status: number;
  text: string;
}

/** What one connection asks, one after the other. `last` is what it still has to do when time is up, outside the measurement. */
export interface Asker {
  next(): Ask;
  last?(): Ask | null;
}

export interface Measured {
  /** Milliseconds, ascending. */
  latencies: number[];
  seconds: number;
}

/** A target and the connections to it, which stay open. */
export class Target {
  private readonly agent: Agent;
  asked = 0;

  constructor(
    private readonly address: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
  }

  /** Throws with the answer when it is not the status that is expected (any 2xx unless said). */
  async ask(ask: Ask, status?: number): Promise<Answer> {
    const answer = await this.send(ask);
    const fine = status === undefined ? answer.status >= 200 && answer.status < 300 : answer.status === status;
    if (!fine) throw new Error(`${ask.method} ${ask.path} was answered with ${answer.status}: ${answer.text.slice(0, 300)}`);
    return answer;
  }

  /** Asks on as many connections as there are askers, each as soon as it has its answer, for so many seconds. */
  async press(askers: readonly Asker[], seconds: number): Promise<Measured> {
    const latencies: number[] = [];
    const begin = performance.now();
    const end = begin + seconds * 1000;
    await Promise.all(
      askers.map(async (asker) => {
        for (let from = performance.now(); from < end;) {
          await this.ask(asker.next());
          const now = performance.now();
          latencies.push(now - from);
          from = now;
        }
      }),
    );
    const elapsed = (performance.now() - begin) / 1000;
    for (const asker of askers) {
      const last = asker.last?.();
      if (last) await this.ask(last);
    }
    return { latencies: latencies.sort((a, b) => a - b), seconds: elapsed };
  }

  close(): void {
    this.agent.destroy();
  }

  private send({ method, path, headers = {}, body }: Ask): Promise<Answer> {
    this.asked++;
    const text = body === undefined ? undefined : JSON.stringify(body);
    const typed = text === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) };
    return new Promise((resolve, reject) => {
      const sent = request(`${this.address}${path}`, { method, agent: this.agent, headers: { ...headers, ...typed } }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }));
        response.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(text);
    });
  }
}

/** The value below which so large a part lies (0.5: the median). */
export function quantile(ascending: readonly number[], part: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * part))] ?? 0;
}
