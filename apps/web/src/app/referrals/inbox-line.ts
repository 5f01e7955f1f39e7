import { DestroyRef, effect, inject, type Signal } from '@angular/core';
import { SessionStore } from '../platform/session/session-store';
import { inboxPath } from './inbox-acts';

/** Keeps a line to the server open while a referral is on the screen. It says one thing, once: that it is over. */
export function followLine(id: Signal<string | null>, ended: () => void): void {
  const session = inject(SessionStore);
  let line: EventSource | null = null;
  const close = (): void => {
    line?.close();
    line = null;
  };
  effect(() => {
    const open = id();
    close();
    if (!open) return;
    line = new EventSource(`${inboxPath(open)}/line`);
    line.addEventListener('ended', () => {
      close();
      ended();
    });
    // refused after a pause of the line: it may have ended meanwhile
    line.addEventListener('error', () => {
      if (line?.readyState !== EventSource.CLOSED) return;
      close();
      ended();
    });
    line.addEventListener('signed-out', () => {
      close();
      ended();
      void session.refresh();
    });
  });
  inject(DestroyRef).onDestroy(close);
}
