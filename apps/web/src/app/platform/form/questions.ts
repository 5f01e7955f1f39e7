import { inject, Injectable } from '@angular/core';
import { Dialogs } from '../dialog/dialogs';
import type { FormQuestion } from './form-question';
import { QuestionDialog } from './question-dialog';

/** Asks a question over a contract in a dialog. Resolves with what came of the answer, or null when the reader went back. */
@Injectable({ providedIn: 'root' })
export class Questions {
  private readonly dialogs = inject(Dialogs);

  ask<Answer, Input extends object>(question: FormQuestion<Answer, Input>): Promise<Answer | null> {
    return this.dialogs.open<Answer, FormQuestion<Answer, Input>>(QuestionDialog, question);
  }
}
