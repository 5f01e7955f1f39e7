import { setTimeout as pause } from 'node:timers/promises';
import type { Launch } from './launch';
import { isAlive } from './postmaster';

const LOOK_MS = 100;
const BETWEEN_TRIES_MS = 250;

/** Who looks after which cluster in this process: one each, however often it was asked for. */
const keepers = new Map<string, Keeper>();

/** Nobody looks after this cluster any more, and nothing of it is being started. */
export async function dismissKeeper(data: string): Promise<void> {
  const keeper = keepers.get(data);
  keepers.delete(data);
  await keeper?.leave();
}

/** Looks after a running server: when its first process is gone without having been asked, it is started again. */
export class Keeper {
  private left = false;
  private starting: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    data: string,
    private first: number,
    private readonly launchAgain: () => Promise<Launch>,
  ) {
    keepers.set(data, this);
    this.look();
  }

  get pid(): number {
    return this.first;
  }

  /** Looks away, once nothing is being started any more. */
  async leave(): Promise<void> {
    this.left = true;
    if (this.timer) clearTimeout(this.timer);
    await this.starting;
  }

  private look(): void {
    if (this.left) return;
    this.timer = setTimeout(() => {
      this.starting = isAlive(this.first) ? Promise.resolve() : this.start();
      void this.starting.then(() => this.look());
    }, LOOK_MS).unref();
  }

  /** Until it runs, or nobody wants it any more: what stands in the way may pass (helpers that have not noticed yet, a full disk). */
  private async start(): Promise<void> {
    while (!this.left) {
      const outcome = await this.launchAgain().catch((): Launch => ({ failure: 'not started' }));
      if ('postmaster' in outcome) {
        this.first = outcome.postmaster.pid;
        return;
      }
      await pause(BETWEEN_TRIES_MS);
    }
  }
}
