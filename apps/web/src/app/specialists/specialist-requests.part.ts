import { httpResource } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import type { SpecialistRequestsView, SpecialistRequestView } from '@panah/contracts/specialists.contract';
import { specialistDeclineReason, specialistRequestState, specialistUrgency, specialty } from '@panah/domain/vocabulary/specialists';
import { DateDisplay } from '../platform/dates/date-display';
import { Dialogs } from '../platform/dialog/dialogs';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { State } from '../platform/text/state';
import { AskSpecialistDialog } from './ask-specialist-dialog';
import { requestsPath, SpecialistsApi } from './specialists.api';
import { SPECIALIST_PROBLEMS } from './specialists.texts';

/** What a case team has asked of the specialties of its office. */
@Component({
  selector: 'app-specialist-requests',
  imports: [CodeLabel, DateDisplay, Icon, ProblemNotice, State],
  templateUrl: './specialist-requests.part.html',
  host: { class: 'stack' },
})
export class SpecialistRequests {
  readonly caseId = input.required<string>();

  private readonly api = inject(SpecialistsApi);
  private readonly dialogs = inject(Dialogs);
  private readonly snack = inject(Snack);
  protected readonly specialties = specialty;
  protected readonly urgencies = specialistUrgency;
  protected readonly states = specialistRequestState;
  protected readonly declineReasons = specialistDeclineReason;
  protected readonly refused = signal<Problem | null>(null);
  protected readonly requests = httpResource<SpecialistRequestsView>(() => requestsPath(this.caseId()));

  constructor() {
    inject(ProblemTexts).add(SPECIALIST_PROBLEMS);
  }

  protected async ask(): Promise<void> {
    const view = await this.dialogs.open<SpecialistRequestsView, string>(AskSpecialistDialog, this.caseId());
    if (view) this.shown(view, $localize`:@@specialists.saidQueued:Asked. The request waits in the queue of the specialty.`);
  }

  protected withdraw({ id }: SpecialistRequestView): Promise<void> {
    return this.attempt(() => this.api.withdraw(this.caseId(), id), $localize`:@@specialists.saidWithdrawn:Withdrawn.`);
  }

  protected noteRefusal({ id }: SpecialistRequestView): Promise<void> {
    return this.attempt(() => this.api.noteRefusal(this.caseId(), id), $localize`:@@specialists.saidNoted:Noted.`);
  }

  protected again(): void {
    this.refused.set(null);
    this.requests.reload();
  }

  private async attempt(act: () => Promise<SpecialistRequestsView>, said: string): Promise<void> {
    this.refused.set(null);
    try {
      this.shown(await act(), said);
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }

  private shown(view: SpecialistRequestsView, said: string): void {
    this.requests.set(view);
    this.snack.say(said);
  }
}
