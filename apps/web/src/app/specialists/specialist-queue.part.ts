import { httpResource } from '@angular/common/http';
import { Component, inject, input, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { SpecialistAnsweredView, SpecialistQueueLineView, SpecialistQueueView } from '@panah/contracts/specialists.contract';
import { specialistDeclineReason, specialistUrgency, specialty } from '@panah/domain/vocabulary/specialists';
import { DateText } from '../platform/dates/date-text';
import { Dialogs } from '../platform/dialog/dialogs';
import { choicesOf } from '../platform/form/choices';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { LanguageLabel } from '../platform/text/country-label';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { QUEUE, SpecialistsApi } from './specialists.api';
import { SPECIALIST_PROBLEMS } from './specialists.texts';
import { TakeUpDialog } from './take-up-dialog';

/**
 * The queue of a specialty. A capability places it on its own page: `<app-specialist-queue specialty="LEGAL" (joined)="…" />`, shown where
 * `session.may('specialist:see-queue')`. `joined` says the id of the case that has opened to the reader; without a listener the file is opened.
 * Without `specialty` it shows every specialty that the reader holds.
 */
@Component({
  selector: 'app-specialist-queue',
  imports: [CodeLabel, DateText, Icon, LanguageLabel, NumberText, ProblemNotice, State],
  templateUrl: './specialist-queue.part.html',
  host: { class: 'stack' },
})
export class SpecialistQueue {
  readonly specialty = input<string>();
  /** The case that a request led to. */
  readonly joined = output<string>();

  private readonly api = inject(SpecialistsApi);
  private readonly dialogs = inject(Dialogs);
  private readonly snack = inject(Snack);
  private readonly router = inject(Router);
  protected readonly specialties = specialty;
  protected readonly urgencies = specialistUrgency;
  protected readonly refused = signal<Problem | null>(null);
  protected readonly queue = httpResource<SpecialistQueueView>(() => {
    const of = this.specialty();
    return of ? `${QUEUE}?specialty=${of}` : QUEUE;
  });

  constructor() {
    inject(ProblemTexts).add(SPECIALIST_PROBLEMS);
  }

  protected async takeUp({ id }: SpecialistQueueLineView): Promise<void> {
    this.refused.set(null);
    const answered = await this.dialogs.open<SpecialistAnsweredView, string>(TakeUpDialog, id);
    this.queue.reload();
    if (answered) await this.follow(answered);
  }

  protected async decline({ id }: SpecialistQueueLineView): Promise<void> {
    const why = await this.dialogs.reason({
      title: $localize`:@@specialists.declineTitle:Decline for your specialty?`,
      text: $localize`:@@specialists.declineText:The case team reads the reason. If only you cannot, leave it for a colleague.`,
      act: $localize`:@@specialists.decline:Decline`,
      words: 'optional',
      reasons: choicesOf(specialistDeclineReason),
    });
    if (!why) return;
    this.refused.set(null);
    try {
      await this.api.decline(id, { reason: why.code, ...(why.text ? { words: why.text } : {}) });
      this.snack.say($localize`:@@specialists.saidDeclined:Declined. The case team has been told.`);
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
    this.queue.reload();
  }

  protected again(): void {
    this.refused.set(null);
    this.queue.reload();
  }

  private async follow({ place, caseId }: SpecialistAnsweredView): Promise<void> {
    if (caseId) {
      this.joined.emit(caseId);
      this.snack.say($localize`:@@specialists.saidJoined:You are on this team now.`);
      await this.router.navigate(['/cases', caseId]);
      return;
    }
    this.snack.say(
      place === 'ASKED'
        ? $localize`:@@specialists.saidAsked:Taken up. The client is told your name first; the file opens when there is no objection.`
        : $localize`:@@specialists.saidTie:Thank you. This file stays closed to you, and a colleague will take it up.`,
    );
  }
}
