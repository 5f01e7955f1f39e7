import { DOCUMENT, inject, Injectable } from '@angular/core';
import { SessionStore } from './session-store';

const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
/** What one tab tells the others; it says nothing about anybody. */
type Word = 'touched' | 'locked';

/** Locks when nobody has touched any of this person's tabs for the time the server names (10 minutes). */
@Injectable({ providedIn: 'root' })
export class IdleLock {
  private readonly document = inject(DOCUMENT);
  private readonly session = inject(SessionStore);
  private readonly tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('office');
  private touchedAt = Date.now();

  /** Starts watching; called once, when the application starts. */
  watch(): void {
    for (const touch of TOUCHES) this.document.addEventListener(touch, () => this.touched(), { passive: true, capture: true });
    // A closed lid stops timers: look at the clock as soon as somebody looks at the page.
    this.document.addEventListener('visibilitychange', () => this.look(), { capture: true });
    this.tabs?.addEventListener('message', (message: MessageEvent<Word>) => this.heard(message.data));
    setInterval(() => this.look(), 5_000);
  }

  lockNow(): void {
    this.tabs?.postMessage('locked' satisfies Word);
    void this.session.lock();
  }

  private touched(): void {
    const now = Date.now();
    if (now - this.touchedAt > this.session.locksAfterSeconds() * 1000) return this.look();
    if (now - this.touchedAt > 5_000) this.tabs?.postMessage('touched' satisfies Word);
    this.touchedAt = now;
  }

  private heard(word: Word): void {
    if (word === 'touched') this.touchedAt = Date.now();
    else void this.session.lock();
  }

  private look(): void {
    if (this.session.state() !== 'OPEN') this.touchedAt = Date.now();
    else if (Date.now() - this.touchedAt >= this.session.locksAfterSeconds() * 1000) this.lockNow();
  }
}
