import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { EnquiryView } from '@panah/contracts/intake.contract';
import { caseDeclineReason } from '@panah/domain/vocabulary/intake';
import { DateDisplay } from '../platform/dates/date-display';
import { Dialogs } from '../platform/dialog/dialogs';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { State } from '../platform/text/state';
import { AdmissionPanel } from './admission-panel';
import { declineQuestion } from './decline-question';
import { EnquiriesApi, enquiryPath } from './enquiries.api';
import { EnquiryClock } from './enquiry-clock';
import { EnquiryFacts } from './enquiry-facts';
import { MatchesPanel } from './matches-panel';
import { type TieAnswer, TieDialog } from './tie-dialog';

/** One first contact: what is known, what is next, and for the coordinator the admission. */
@Component({
  selector: 'app-enquiry-page',
  imports: [AdmissionPanel, CodeLabel, DateDisplay, EnquiryClock, EnquiryFacts, Icon, MatchesPanel, ProblemNotice, RouterLink, State],
  templateUrl: './enquiry-page.html',
})
export class EnquiryPage {
  readonly enquiryId = input.required<string>();

  private readonly enquiries = inject(EnquiriesApi);
  private readonly dialogs = inject(Dialogs);
  private readonly questions = inject(Questions);
  private readonly router = inject(Router);
  private readonly snack = inject(Snack);

  protected readonly reasons = caseDeclineReason;
  protected readonly enquiry = httpResource<EnquiryView>(() => enquiryPath(this.enquiryId()));
  protected readonly refused = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly actions = computed(() => new Set(this.enquiry.hasValue() ? this.enquiry.value().actions : []));
  protected readonly line = computed(() => (this.enquiry.hasValue() ? lineOf(this.enquiry.value()) : null));

  protected async respond(): Promise<void> {
    await this.take(() => this.enquiries.respond(this.enquiryId()));
  }

  /** Starting asks about a tie first; with one, the enquiry closes to the reader and the inbox is shown. */
  protected async startIntake(): Promise<void> {
    const answer = await this.dialogs.open<TieAnswer>(TieDialog);
    if (answer?.kind) return this.declareTie(answer.kind);
    if (answer && (await this.take(() => this.enquiries.startIntake(this.enquiryId()))))
      await this.router.navigate(['/enquiries', this.enquiryId(), 'intake']);
  }

  protected async decline(): Promise<void> {
    const declined = await this.questions.ask(declineQuestion(this.enquiries, this.enquiryId()));
    if (declined) this.enquiry.set(declined);
  }

  protected admitted(view: EnquiryView): void {
    this.enquiry.set(view);
    this.snack.say($localize`:@@intake.admittedSaid:Admitted. The case is open.`);
  }

  private async declareTie(kind: string): Promise<void> {
    this.refused.set(null);
    try {
      await this.enquiries.declareTie(this.enquiryId(), kind);
      await this.router.navigate(['/enquiries']);
      this.snack.say($localize`:@@intake.tieSaid:Noted. Somebody else takes it.`);
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }

  private async take(step: () => Promise<EnquiryView>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.refused.set(null);
    try {
      this.enquiry.set(await step());
      return true;
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
      return false;
    } finally {
      this.busy.set(false);
    }
  }
}

/** The clock that runs, as a line of the inbox has it. */
function lineOf(view: EnquiryView) {
  const first = view.state === 'ENQUIRY' && !view.firstResponseAt;
  const intake = view.state === 'INTAKE' && !view.proposedAt;
  const due = first ? view.firstResponseDue : intake ? view.intakeDue : null;
  const clock = first ? 'FIRST_RESPONSE' : intake ? 'INTAKE' : null;
  const { state, immediateDanger, proposedAt } = view;
  return { state, immediateDanger, proposedAt, clock, due, late: due !== null && Date.parse(due) < Date.now() };
}
