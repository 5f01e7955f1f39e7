import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, type OnDestroy, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type {
  IdentityStep,
  InformationStep,
  IntakeStepView,
  IntakeView,
  LegalBasisStep,
  ProposalStep,
  SafetyStep,
  SituationStep,
} from '@panah/contracts/intake-steps.contract';
import { type ImmediateQuestion, immediateScreen, intakeStep, yesNoUnknown } from '@panah/domain/vocabulary/intake';
import { DateWords } from '../platform/dates/date-words';
import { ActionsBar } from '../platform/form/actions-bar';
import type { ContractForm } from '../platform/form/contract-form';
import { FormElement } from '../platform/form/form-element';
import { StaleEdits } from '../platform/form/stale-edits';
import { Icon } from '../platform/icon/icon';
import { problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { readerLanguage } from '../platform/reader/language';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { EnquiriesApi, enquiryPath } from './enquiries.api';
import { IdentityFields } from './identity-fields';
import { InformationFields } from './information-fields';
import { STEPS, type StepKind } from './intake-steps';
import type { KeepsDraft } from './keep-first';
import { LegalBasisFields } from './legal-basis-fields';
import { ProposalFields } from './proposal-fields';
import { SafetyFields } from './safety-fields';
import { SituationFields } from './situation-fields';
import { StepDraft } from './step-draft';
import { STEP_LABELS } from './step-labels';

/** An intake in six steps; each may be left with holes and taken up again. */
@Component({
  selector: 'app-intake-page',
  imports: [
    ActionsBar,
    CodeLabel,
    FormElement,
    Icon,
    IdentityFields,
    InformationFields,
    LegalBasisFields,
    ProblemNotice,
    ProposalFields,
    RouterLink,
    SafetyFields,
    SituationFields,
  ],
  templateUrl: './intake-page.html',
  styles: `
    .notice {
      margin-block-end: var(--s4);
    }
  `,
})
export class IntakePage implements KeepsDraft, OnDestroy {
  readonly enquiryId = input.required<string>();
  /** The noun of the step, as in the address. */
  readonly step = input.required<string>();

  private readonly enquiries = inject(EnquiriesApi);
  private readonly stale = inject(StaleEdits);
  private readonly router = inject(Router);
  private readonly words = inject(DateWords);
  private readonly snack = inject(Snack);

  protected readonly labels = intakeStep;
  protected readonly questions = immediateScreen;
  protected readonly steps = STEPS;
  protected readonly goOnText = $localize`:@@intake.saveOn:Save and go on`;
  protected readonly proposeText = $localize`:@@intake.propose:Propose admission`;
  protected readonly intake = httpResource<IntakeView>(() => `${enquiryPath(this.enquiryId())}/intake`);
  protected readonly draft = signal<StepDraft<object> | null>(null);
  protected readonly kind = computed((): StepKind => STEPS.find(({ noun }) => noun === this.step()) ?? first);
  protected readonly last = computed(() => STEPS.indexOf(this.kind()) === STEPS.length - 1);
  protected readonly writable = computed(
    () => this.intake.hasValue() && this.intake.value().state === 'INTAKE' && this.intake.value().actions.includes('edit'),
  );
  protected readonly mayPropose = computed(() => this.intake.hasValue() && this.intake.value().actions.includes('propose_admission'));
  protected readonly note = computed(() => {
    const at = this.draft()?.savedAt();
    return at ? $localize`:@@intake.draftOf:Draft of ${this.words.say(at, 'time')}:time:, kept sealed` : undefined;
  });
  private readonly loaded = computed(() => this.intake.hasValue());

  constructor() {
    effect(() => {
      const kind = this.kind();
      if (this.loaded()) void untracked(() => this.turnTo(kind));
    });
  }

  ngOnDestroy(): void {
    this.draft()?.stop();
  }

  unsaved(): boolean {
    return this.draft()?.form.dirty() ?? false;
  }

  async keep(): Promise<void> {
    await this.draft()?.keep();
    if (this.draft()?.form.problem()?.status === 412) await this.settle();
  }

  protected stepView({ code }: StepKind): IntakeStepView | undefined {
    return this.intake.value()?.steps.find(({ step }) => step === code);
  }

  /** What was said to a question of the immediate screen: "No". */
  protected answerTo({ safety }: IntakeView, question: string): string {
    const answer = safety.screen[question as ImmediateQuestion];
    return yesNoUnknown.has(answer) ? yesNoUnknown.label(answer, readerLanguage()) : '';
  }

  /** The form of the step that is open, for the fields of that step. */
  protected formOf<K extends keyof StepForms>(draft: StepDraft<object>, _step: K): StepForms[K] {
    return draft.form as unknown as StepForms[K];
  }

  protected async goOn(): Promise<void> {
    await this.keep();
    if (this.unsaved()) return;
    if (this.last()) return this.propose();
    const next = STEPS[STEPS.indexOf(this.kind()) + 1];
    if (next) await this.router.navigate(['/enquiries', this.enquiryId(), 'intake', next.noun]);
  }

  private async propose(): Promise<void> {
    try {
      await this.enquiries.propose(this.enquiryId());
      await this.router.navigate(['/enquiries', this.enquiryId()]);
      this.snack.say($localize`:@@intake.proposedSaid:Proposed. A coordinator decides.`);
    } catch (thrown) {
      this.draft()?.form.problem.set(problemOf(thrown));
    }
  }

  /** What was typed in the step before is kept first; the new one starts from what the server holds then. */
  private async turnTo(kind: StepKind): Promise<void> {
    if (this.draft()?.code === kind.code) return;
    await this.keep();
    this.draft()?.stop();
    const view = this.intake.value();
    const step = this.stepView(kind);
    if (!view || !step) return;
    const send = (content: object, version: number) => this.enquiries.saveStep(this.enquiryId(), kind.noun, content, version);
    const start = { content: kind.start(view), version: step.version, savedAt: step.savedAt };
    this.draft.set(new StepDraft(kind.code, kind.contract, start, send, (kept) => this.intake.set(kept)));
  }

  /** Somebody else saved this step first: both versions are put together, then kept again. */
  private async settle(): Promise<void> {
    const draft = this.draft();
    const theirs = await this.enquiries.readIntake(this.enquiryId());
    const kind = STEPS.find(({ code }) => code === draft?.code);
    if (!draft || !kind || !(await this.stale.settle(draft.form, kind.start(theirs), STEP_LABELS))) return;
    draft.version = theirs.steps.find(({ step }) => step === kind.code)?.version ?? draft.version;
    await draft.keep();
  }
}

interface StepForms {
  SAFETY: ContractForm<SafetyStep>;
  INFORMATION: ContractForm<InformationStep>;
  IDENTITY: ContractForm<IdentityStep>;
  SITUATION: ContractForm<SituationStep>;
  LEGAL_BASIS: ContractForm<LegalBasisStep>;
  PROPOSAL: ContractForm<ProposalStep>;
}

const [first] = STEPS as [StepKind, ...StepKind[]];
