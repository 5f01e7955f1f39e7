import type { ComponentType } from '@angular/cdk/portal';
import { Dialog } from '@angular/cdk/dialog';
import { Overlay } from '@angular/cdk/overlay';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ConfirmDialog, type Question } from './confirm-dialog';
import { type GivenReason, ReasonDialog, type ReasonQuestion } from './reason-dialog';
import { StaleDialog, type StaleChoice, type StaleEdit } from './stale-dialog';
import { WordsDialog, type WordsQuestion } from './words-dialog';

/** The only things that float. Each resolves with the answer, or null when the reader went back. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly dialog = inject(Dialog);
  private readonly overlay = inject(Overlay);

  /** Yes or no before something that cannot be taken back. */
  async confirm(question: Question): Promise<boolean> {
    return (await this.open<boolean, Question>(ConfirmDialog, question)) ?? false;
  }

  /** Why something hidden is shown, or why a step is taken. */
  reason(question: ReasonQuestion): Promise<GivenReason | null> {
    return this.open<GivenReason, ReasonQuestion>(ReasonDialog, question);
  }

  /** A few words before something is done; null when the reader went back. */
  words(question: WordsQuestion): Promise<string | null> {
    return this.open<string, WordsQuestion>(WordsDialog, question);
  }

  /** Both versions of an edit that came too late, field by field. */
  stale(edit: StaleEdit): Promise<StaleChoice | null> {
    return this.open<StaleChoice, StaleEdit>(StaleDialog, edit);
  }

  /** Any component that injects DIALOG_DATA and closes its DialogRef with an answer; its heading has the id `dialog-title`. `top` keeps it at one height while it grows. */
  async open<Answer, Data = undefined>(component: ComponentType<unknown>, data?: Data, top?: string): Promise<Answer | null> {
    const opened = this.dialog.open<Answer, Data>(component, {
      data,
      positionStrategy: top ? this.overlay.position().global().centerHorizontally().top(top) : undefined,
      ariaLabelledBy: 'dialog-title',
      autoFocus: 'first-tabbable',
      restoreFocus: true,
    });
    return (await firstValueFrom(opened.closed)) ?? null;
  }

  closeAll(): void {
    this.dialog.closeAll();
  }
}
