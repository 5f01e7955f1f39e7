import { DOCUMENT, inject, Injectable } from '@angular/core';

/** What can be the last that is heard of a press: over a native list the end of it is told to nobody. */
const ENDS = ['pointerup', 'pointercancel', 'keydown'] as const;

/**
 * Whether a mouse, a pen or a finger is pressed down. What a press makes the page say waits until it is over: a line that appears
 * between down and up moves what is below it, and the press would land on nothing.
 */
@Injectable({ providedIn: 'root' })
export class Press {
  private readonly over: (() => void)[] = [];
  private down = false;

  constructor() {
    const page = inject(DOCUMENT);
    page.addEventListener('pointerdown', () => (this.down = true), true);
    page.addEventListener('pointermove', ({ buttons }) => void (buttons === 0 && this.ended()), true);
    for (const end of ENDS) page.addEventListener(end, () => this.ended(), true);
  }

  /** Does it now, or when the press that is going on has been heard by what it was meant for. */
  whenOver(act: () => void): void {
    if (this.down) this.over.push(act);
    else act();
  }

  private ended(): void {
    if (!this.down) return;
    this.down = false;
    // the click itself comes after the release, in the same turn
    setTimeout(() => this.over.splice(0).forEach((act) => act()));
  }
}
