import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output } from '@angular/core';
import type { CaseHistoryView, CaseView } from '@panah/contracts/cases.contract';
import type { NoteView } from '@panah/contracts/notes.contract';
import type { PlanView } from '@panah/contracts/plans.contract';
import type { TaskListView } from '@panah/contracts/tasks.contract';
import { closureReason } from '@panah/domain/vocabulary/cases';
import { DateText } from '../platform/dates/date-text';
import { type Decision, Taking } from '../platform/decision/decision';
import { Intent } from '../platform/http/api';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { SessionStore } from '../platform/session/session-store';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { StateMark } from '../platform/text/state-mark';
import { RISK_LEVELS } from '../risk/risk-level.part';
import { CASE_STATES } from './case-state.part';
import { CASE_PROBLEMS } from './case.texts';
import { casePath, CasesApi } from './cases.api';
import { ClosureStock } from './closure-stock';
import { CaseSteps, type DialogStep } from './case-steps';

const ENDED = ['ACHIEVED', 'PARTLY', 'NOT_ACHIEVED', 'DROPPED', 'SUPERSEDED'];

/** A closure that somebody asked for: why, what it rests on, what ends with it, and one press. */
@Component({
  selector: 'app-closure-decision',
  imports: [ClosureStock, CodeLabel, DateText, Icon, NumberText, ProblemNotice, StateMark],
  templateUrl: './closure-decision.html',
})
export class ClosureDecision implements Decision {
  readonly caseId = input.required<string>();
  readonly decided = output<string>();

  private readonly cases = inject(CasesApi);
  private readonly steps = inject(CaseSteps);
  private readonly session = inject(SessionStore);
  protected readonly taking = new Taking();
  protected readonly reasons = closureReason;
  protected readonly stages = CASE_STATES;
  protected readonly levels = RISK_LEVELS;
  protected readonly file = httpResource<CaseView>(() => casePath(this.caseId()));
  private readonly history = httpResource<CaseHistoryView>(() => `${casePath(this.caseId())}/history`);
  protected readonly note = httpResource<NoteView>(() => {
    const id = this.file.hasValue() ? this.file.value().closureNoteId : null;
    return id && this.session.may('note:read') ? `/api/notes/${id}` : undefined;
  });
  private readonly tasks = httpResource<TaskListView>(() =>
    this.session.may('task:read') ? `${casePath(this.caseId())}/tasks?status=OPEN_ALL&limit=1` : undefined,
  );
  private readonly plan = httpResource<PlanView>(() => (this.session.may('plan:read') ? `${casePath(this.caseId())}/plan` : undefined));
  /** Whoever asked wrote it beside their request. */
  protected readonly words = computed(() => {
    const steps = this.history.hasValue() ? this.history.value().steps : [];
    return [...steps].sort((a, b) => b.at.localeCompare(a.at)).find(({ action }) => action === 'request_closure')?.note ?? null;
  });
  protected readonly openTasks = computed(() => (this.tasks.hasValue() ? this.tasks.value().total : null));
  protected readonly openGoals = computed(() => {
    const goals = this.plan.hasValue() ? (this.plan.value().inForce?.goals ?? []) : [];
    return goals.filter(({ progress }) => !ENDED.includes(progress?.status ?? ''));
  });
  private readonly refusal = computed<DialogStep | null>(() => {
    const actions = this.file.hasValue() ? this.file.value().actions : [];
    return (['reject_closure', 'reject_closure_early'] as const).find((action) => actions.includes(action)) ?? null;
  });

  constructor() {
    inject(ProblemTexts).add(CASE_PROBLEMS);
  }

  protected may(action: string): boolean {
    return this.file.hasValue() && this.file.value().actions.includes(action);
  }

  protected mayRefuse(): boolean {
    return this.refusal() !== null;
  }

  async approve(): Promise<void> {
    if (!this.may('approve_closure')) return;
    const closed = await this.taking.take(() => this.cases.step(this.caseId(), 'approve_closure', {}, new Intent()));
    // for some reasons the rules ask for the coordinator's own words (model 3.1)
    const asksForWords = this.taking.refused()?.code === 'reason-missing';
    if (closed || (asksForWords && (await this.withWords('approve_closure'))))
      this.decided.emit($localize`:@@cases.saidClosed:The case is closed.`);
  }

  async sendBack(): Promise<void> {
    const action = this.refusal();
    if (action && (await this.withWords(action))) this.decided.emit($localize`:@@cases.saidNotClosed:Sent back: the case goes on.`);
  }

  protected again(): void {
    this.taking.refused.set(null);
    this.file.reload();
  }

  private async withWords(action: DialogStep): Promise<boolean> {
    return (await this.steps.take(this.caseId(), action)) !== null;
  }
}
