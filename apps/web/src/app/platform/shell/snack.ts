import { inject, Injectable } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';

/** One line at the foot: what has just been done, and for some seconds the way back. It never carries a name. */
@Injectable({ providedIn: 'root' })
export class Snack {
  private readonly bar = inject(MatSnackBar);

  say(text: string): void {
    this.bar.open(text, undefined, { duration: 5_000, politeness: 'polite' });
  }

  /** With a way back for ten seconds. */
  sayWithUndo(text: string, undo: () => void): void {
    const shown = this.bar.open(text, $localize`:@@platform.undo:Undo`, { duration: 10_000, politeness: 'polite' });
    shown.onAction().subscribe(undo);
  }
}
