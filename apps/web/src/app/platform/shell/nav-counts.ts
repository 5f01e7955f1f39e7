import { Injectable, signal } from '@angular/core';

/** The quiet figures at the end of navigation entries; rooms set their own. */
@Injectable({ providedIn: 'root' })
export class NavCounts {
  private readonly counts = signal<Readonly<Record<string, number>>>({});

  of(path: string): number {
    return this.counts()[path] ?? 0;
  }

  set(path: string, count: number): void {
    this.counts.update((counts) => ({ ...counts, [path]: count }));
  }
}
