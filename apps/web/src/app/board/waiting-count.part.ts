import { Component, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';
import { lookAgain } from '../platform/http/look-again';
import { NavCounts } from '../platform/shell/nav-counts';
import { BoardApi } from './board.api';

const EVERY = 60_000;

/** Keeps the figure beside “Approvals” true, whatever room one is in. Shows nothing itself. */
@Component({ selector: 'app-waiting-count', template: '', host: { hidden: '' } })
export class WaitingCount {
  private readonly board = inject(BoardApi);
  private readonly counts = inject(NavCounts);

  constructor() {
    lookAgain(EVERY, () => this.look());
    const arrivals = inject(Router).events.pipe(
      filter((event) => event instanceof NavigationEnd),
      takeUntilDestroyed(),
    );
    arrivals.subscribe(() => void this.look());
    void this.look();
  }

  private async look(): Promise<void> {
    try {
      this.counts.set('approvals', (await this.board.waiting()).approvals);
    } catch {
      // the next look comes in a minute, and every other request says what is wrong
    }
  }
}
