import { effect, inject, Injectable, signal } from '@angular/core';
import { ownScript } from '../platform/privacy/own-scripts';
import { Problem } from '../platform/problem/problem';
import { SessionStore } from '../platform/session/session-store';
import type { InboxVault } from './inbox-vault';

export type VaultAct = 'begin' | 'unlock' | 'unlockByCode' | 'lockAnew' | 'makeKey' | 'handOver' | 'read';
export interface VaultQuestion {
  id: number;
  act: VaultAct;
  input: unknown;
}
export interface VaultAnswer {
  id: number;
  result?: unknown;
  refused?: 'lock-refused' | 'unexpected';
}
/** How far the passphrase is stretched, from 0 to 1. */
export interface VaultProgress {
  progress: number;
}

/** As the browser's, but by an address that the page's own policy lets through. The build knows a worker by this name. */
class Worker extends globalThis.Worker {
  constructor(address: URL) {
    super(ownScript(address.pathname), { type: 'module' });
  }
}

/** Acts after which the member's key is open. */
const OPENS: readonly VaultAct[] = ['begin', 'unlock', 'unlockByCode'];

/** The vault as the pages see it. It goes when the session is locked or over, and the key with it. */
@Injectable({ providedIn: 'root' })
export class InboxWorker {
  private readonly session = inject(SessionStore);
  private readonly waiting = new Map<number, (answer: VaultAnswer) => void>();
  private worker: Worker | null = null;
  private asked = 0;

  /** Whether the member's key is open. */
  readonly unlocked = signal(false);
  /** How far a passphrase is stretched, from 0 to 1; null while none is. */
  readonly progress = signal<number | null>(null);

  constructor() {
    effect(() => {
      if (this.session.state() !== 'OPEN') this.forget();
    });
  }

  /** Rejects with the problem `lock-refused` when passphrase or code is another. */
  async ask<Act extends VaultAct>(act: Act, input: Parameters<InboxVault[Act]>[0]): Promise<Awaited<ReturnType<InboxVault[Act]>>> {
    const id = (this.asked += 1);
    const worker = (this.worker ??= this.hired());
    const answer = await new Promise<VaultAnswer>((done) => {
      this.waiting.set(id, done);
      worker.postMessage({ id, act, input } satisfies VaultQuestion);
    });
    this.progress.set(null);
    if (answer.refused) throw new Problem(422, answer.refused);
    if (OPENS.includes(act)) this.unlocked.set(true);
    return answer.result as Awaited<ReturnType<InboxVault[Act]>>;
  }

  private hired(): Worker {
    const worker = new Worker(new URL('./inbox.worker', import.meta.url));
    worker.onmessage = ({ data }: MessageEvent<VaultAnswer | VaultProgress>) => {
      if ('progress' in data) return this.progress.set(data.progress);
      this.waiting.get(data.id)?.(data);
      this.waiting.delete(data.id);
    };
    return worker;
  }

  private forget(): void {
    this.worker?.terminate();
    this.worker = null;
    this.waiting.clear();
    this.unlocked.set(false);
    this.progress.set(null);
  }
}
