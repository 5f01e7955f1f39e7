import { DestroyRef, inject, signal } from '@angular/core';

const TWO_MINUTES = 120_000;

/** What was opened with a reason is shown for two minutes, then closed again. Made in an injection context. */
export class ShownAwhile<T> {
  readonly value = signal<T | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  show(value: T | null): void {
    clearTimeout(this.timer);
    this.value.set(value);
    if (value !== null) this.timer = setTimeout(() => this.value.set(null), TWO_MINUTES);
  }
}
