import { httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AccountView } from '@panah/contracts/account.contract';
import { role } from '@panah/domain/vocabulary/staff';
import { Dialogs } from '../platform/dialog/dialogs';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { readerLanguage } from '../platform/reader/language';
import { StepUp } from '../platform/session/step-up';
import { Snack } from '../platform/shell/snack';
import { NumberText } from '../platform/text/number-text';
import { HeldRole } from './held-role';
import { PasswordDialog } from './password-dialog';
import { RecoveryCodesDialog } from './recovery-codes-dialog';
import { SessionStore } from '../platform/session/session-store';
import { ownTieQuestion } from './staff-questions';
import { StaffApi } from './staff.api';
import { TIE_TEXTS } from './staff.texts';
import { tiesLabel } from './tie-choices';

/** One's own account: what proves who one is, what one may do, and what waits for a second person. */
@Component({
  selector: 'app-account-page',
  imports: [HeldRole, Icon, NumberText, ProblemNotice, RouterLink],
  templateUrl: './account-page.html',
  styles: `
    .digits {
      font-size: 2rem;
      line-height: 2.75rem;
      letter-spacing: 0.25em;
    }
  `,
})
export class AccountPage {
  private readonly staff = inject(StaffApi);
  private readonly dialogs = inject(Dialogs);
  private readonly questions = inject(Questions);
  private readonly stepUp = inject(StepUp);
  private readonly snack = inject(Snack);

  protected readonly ties = TIE_TEXTS;
  private readonly group = inject(SessionStore).termGroup()[readerLanguage()];
  protected readonly tiesLabel = tiesLabel(this.group);
  protected readonly account = httpResource<AccountView>(() => '/api/account');
  protected readonly refused = signal<Problem | null>(null);

  protected roleLabel(code: string): string {
    return role.has(code) ? role.label(code, readerLanguage()) : '';
  }

  protected async changePassword(): Promise<void> {
    this.take(
      await this.dialogs.open<AccountView>(PasswordDialog),
      $localize`:@@staff.donePassword:Password changed. Your other sessions have ended.`,
    );
  }

  protected async answerTie(tie: string): Promise<void> {
    this.take(await this.questions.ask(ownTieQuestion(this.staff, tie, this.group)), $localize`:@@staff.doneOwnTie:Answered.`);
  }

  protected async newCodes(): Promise<void> {
    this.refused.set(null);
    try {
      const made = await this.stepUp.run(() => this.staff.newRecoveryCodes());
      if (!made) return;
      await this.dialogs.open<void, readonly string[]>(RecoveryCodesDialog, made.codes);
      this.account.reload();
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }

  private take(view: AccountView | null, said: string): void {
    if (!view) return;
    this.account.set(view);
    this.snack.say(said);
  }
}
