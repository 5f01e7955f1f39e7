import { signal } from '@angular/core';
import { type Problem, problemOf } from '../problem/problem';

/** What a page that shows decisions one under another asks of each: by a press or by a key, the one that is open is taken. */
export interface Decision {
  approve(): Promise<void>;
  sendBack(): Promise<void>;
}

/** One decision at a time: a second press while the first is under way does nothing, and what was refused is said. */
export class Taking {
  readonly refused = signal<Problem | null>(null);
  private under = false;

  /** Whether it was taken. */
  async take(act: () => Promise<unknown>): Promise<boolean> {
    if (this.under) return false;
    this.under = true;
    this.refused.set(null);
    try {
      await act();
      return true;
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
      return false;
    } finally {
      this.under = false;
    }
  }
}
