import { Component, DestroyRef, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';
import { NavCounts } from '../platform/shell/nav-counts';
import { BoardApi } from './board.api';

const EVERY = 60_000;

/** Keeps the figure beside “Approvals” true, whatever room one is in. Shows nothing itself. */
@Component({ selector: 'app-waiting-count', template: '', host: { hidden: '' } })
export class WaitingCount {
  private readonly board = inject(BoardApi);
  private readonly counts = inject(NavCounts);

  constructor() {
    const timer = setInterval(() => void this.look(), EVERY);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
    const arrivals = inject(Router).events.pipe(
      filter((event) => event instanceof NavigationEnd),
      takeUntilDestroyed(),
    );
    arrivals.subscribe(() => void this.look());
    void this.look();
  }

  private async look(): Promise<void> {
    if (document.visibilityState !== 'visible') return;
    try {
      this.counts.set('approvals', (await this.board.waiting()).approvals);
    } catch {
      // the next look comes in a minute, and every other request says what is wrong
    }
  }
}
