import { inject, Injectable } from '@angular/core';
import { Dialogs } from '../dialog/dialogs';
import { problemOf } from '../problem/problem';
import { ProblemTexts } from '../problem/problem-texts';
import { Snack } from '../shell/snack';
import type { FormQuestion } from './form-question';
import { QuestionDialog } from './question-dialog';

/** Asks a question over a contract in a dialog. */
@Injectable({ providedIn: 'root' })
export class Questions {
  private readonly dialogs = inject(Dialogs);
  private readonly snack = inject(Snack);
  private readonly texts = inject(ProblemTexts);

  /**
   * Resolves with what came of the answer, or null when the reader went back. A question may first have to read what can be chosen; where
   * that fails, it is said and nothing is asked.
   */
  async ask<Answer, Input extends object>(
    question: FormQuestion<Answer, Input> | Promise<FormQuestion<Answer, Input>>,
  ): Promise<Answer | null> {
    try {
      return await this.dialogs.open<Answer, FormQuestion<Answer, Input>>(QuestionDialog, await question);
    } catch (thrown) {
      this.snack.say(this.texts.say(problemOf(thrown)));
      return null;
    }
  }
}
