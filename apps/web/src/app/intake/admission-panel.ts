import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import type {
  EnquiryCandidatesView,
  EnquiryCandidateView,
  TeamAnswersView,
  TeamAnswerView,
} from '@panah/contracts/intake-allocation.contract';
import type { EnquiryView } from '@panah/contracts/intake.contract';
import { HARD_LIMIT } from '@panah/domain/cases/caseload.rules';
import { Dialogs } from '../platform/dialog/dialogs';
import { Intent } from '../platform/http/api';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { NumberText } from '../platform/text/number-text';
import { EnquiriesApi, enquiryPath } from './enquiries.api';
import { TeamAnswer } from './team-answer';

interface Person extends Partial<Omit<EnquiryCandidateView, 'name'>> {
  staffId: string;
  name: string | null;
  answer: TeamAnswerView | null;
}

/** Who will work with the person: load, both answers (R-AC-13), and the admission as one act. */
@Component({
  selector: 'app-admission-panel',
  imports: [Icon, NumberText, ProblemNotice, TeamAnswer],
  templateUrl: './admission-panel.html',
  styles: `
    .grow {
      flex: 1 1 12rem;
      min-inline-size: 0;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
    }
  `,
})
export class AdmissionPanel {
  readonly enquiry = input.required<EnquiryView>();
  readonly admitted = output<EnquiryView>();

  private readonly enquiries = inject(EnquiriesApi);
  private readonly dialogs = inject(Dialogs);
  private intent = new Intent();

  protected readonly mayAdmit = computed(() => this.enquiry().actions.includes('admit'));
  protected readonly candidates = httpResource<EnquiryCandidatesView>(() =>
    this.mayAdmit() ? `${enquiryPath(this.enquiry().id)}/candidates` : undefined,
  );
  protected readonly answers = httpResource<TeamAnswersView>(() => `${enquiryPath(this.enquiry().id)}/allocation-questions`);
  protected readonly refused = signal<Problem | null>(null);
  protected readonly busy = signal(false);
  protected readonly hardLimit = HARD_LIMIT;

  /** Candidates with what they and the client said; for whoever may not choose, those who were asked. */
  protected readonly people = computed((): readonly Person[] => {
    const answers = this.answers.hasValue() ? this.answers.value().items : [];
    if (!this.mayAdmit()) return answers.map((answer) => ({ staffId: answer.staffId, name: answer.name, answer }));
    const candidates = this.candidates.hasValue() ? this.candidates.value().items : [];
    return candidates.map((candidate) => ({ ...candidate, answer: answers.find(({ staffId }) => staffId === candidate.staffId) ?? null }));
  });

  protected ready({ answer }: Person): boolean {
    return answer?.answer === 'NO_TIE' && answer.clientAnswer === 'NO_OBJECTION';
  }

  protected async ask(staffId: string): Promise<void> {
    await this.attempt(async () => this.answers.set(await this.enquiries.ask(this.enquiry().id, staffId)));
  }

  protected async clientSaid(staffId: string, answer: 'NO_OBJECTION' | 'OBJECTION'): Promise<void> {
    await this.attempt(async () => this.answers.set(await this.enquiries.clientAnswered(this.enquiry().id, staffId, answer)));
  }

  /** Above the hard limit a reason is asked; then client, case and worker are made at once. */
  protected async admit({ staffId, level }: Person): Promise<void> {
    const loadReason = level === 'HARD' ? await this.loadReason() : null;
    if (level === 'HARD' && !loadReason) return;
    await this.attempt(async () =>
      this.admitted.emit(await this.enquiries.admit(this.enquiry().id, { primaryWorkerId: staffId, loadReason }, this.intent)),
    );
  }

  private async loadReason(): Promise<string | null> {
    const given = await this.dialogs.reason({
      title: $localize`:@@intake.hardTitle:Above the hard limit`,
      text: $localize`:@@intake.hardText:This worker would carry more than the office allows. Say why they take one more.`,
      act: $localize`:@@intake.admit:Admit`,
      words: 'required',
      reasons: [],
    });
    return given?.text ?? null;
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.refused.set(null);
    try {
      await act();
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
      this.intent = new Intent();
    } finally {
      this.busy.set(false);
    }
  }
}
