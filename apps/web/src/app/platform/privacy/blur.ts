import { DOCUMENT, inject, Injectable, signal } from '@angular/core';

const TWICE_WITHIN_MS = 600;

/** Esc Esc: somebody came in. The page blurs at once and takes no input until it is shown again. */
@Injectable({ providedIn: 'root' })
export class Blur {
  private readonly document = inject(DOCUMENT);
  private lastEscape = 0;
  readonly on = signal(false);

  constructor() {
    this.document.addEventListener('keydown', (event) => this.pressed(event), { capture: true });
  }

  lift(): void {
    this.set(false);
  }

  private pressed(event: KeyboardEvent): void {
    if (this.on()) return this.pressedWhileHidden(event);
    if (event.key !== 'Escape') return;
    if (event.timeStamp - this.lastEscape < TWICE_WITHIN_MS) this.set(true);
    this.lastEscape = event.timeStamp;
  }

  private pressedWhileHidden(event: KeyboardEvent): void {
    event.preventDefault();
    event.stopPropagation();
    if (['Escape', 'Enter', ' '].includes(event.key) && !event.repeat) this.lift();
  }

  private set(on: boolean): void {
    this.lastEscape = 0;
    this.on.set(on);
    this.document.documentElement.toggleAttribute('data-blur', on);
  }
}
