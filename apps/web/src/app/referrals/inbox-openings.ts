import { effect, inject, Injectable, type Signal, signal } from '@angular/core';
import { NavigationCancel, NavigationError, Router } from '@angular/router';
import type { InboxOpenedView } from '@panah/contracts/inbox.contract';
import { InboxUnlock } from '../partners/inbox-unlock.part';
import { Api } from '../platform/http/api';
import { SessionStore } from '../platform/session/session-store';
import { inboxPath, layLine } from './inbox-line';

/** One opening of a referral: what the server answers, still sealed, and from then on a line that says when it is over. */
export interface Opening {
  answer: Promise<InboxOpenedView>;
  isOver: Signal<boolean>;
  /** For whoever no longer reads it. */
  close: () => void;
}

/** Each opening is one: it is a line in the log, and the first of them tells the office. */
@Injectable({ providedIn: 'root' })
export class InboxOpenings {
  private readonly api = inject(Api);
  private readonly key = inject(InboxUnlock);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private begun: { id: string; way: number | undefined; opening: Opening } | null = null;

  constructor() {
    this.router.events.subscribe((event) => {
      const isLost = event instanceof NavigationCancel || event instanceof NavigationError;
      if (isLost && event.id === this.begun?.way) this.drop();
    });
    effect(() => {
      if (!this.key.open()) this.drop();
    });
  }

  /** On the way to the page that shows it, beside its code; only where the key is open. Whoever turns round before the page stands sees nothing. */
  begin(id: string): void {
    this.drop();
    if (this.key.open()) this.begun = { id, way: this.router.currentNavigation()?.id, opening: this.open(id) };
  }

  /** The one that began on the way, once; otherwise another. */
  take(id: string): Opening {
    const begun = this.begun?.id === id ? this.begun.opening : null;
    if (begun) this.begun = null;
    return begun ?? this.open(id);
  }

  private open(id: string): Opening {
    const isOver = signal(false);
    let isClosed = false;
    let closeLine = (): void => undefined;
    const answer = this.api.search<InboxOpenedView>(`${inboxPath(id)}/opening`, {}).then((opened) => {
      if (!isClosed) closeLine = layLine(id, this.session, () => isOver.set(true));
      return opened;
    });
    // whoever takes it says what was refused; of what nobody takes there is nothing to say
    answer.catch(() => undefined);
    const close = (): void => {
      isClosed = true;
      closeLine();
    };
    return { answer, isOver: isOver.asReadonly(), close };
  }

  private drop(): void {
    this.begun?.opening.close();
    this.begun = null;
  }
}
