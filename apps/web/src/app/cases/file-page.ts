import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import type { CaseAction } from '@panah/domain/cases/case.process';
import { journeyStep } from '@panah/domain/vocabulary/journey';
import { ClientHeader } from '../clients/client-header.part';
import { Heard } from '../incidents/heard.part';
import { HandedOver } from '../referrals/handed-over.part';
import { DateText } from '../platform/dates/date-text';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { SessionStore } from '../platform/session/session-store';
import { Snack } from '../platform/shell/snack';
import { StandsAbove } from '../platform/shell/stands-still';
import { CodeLabel } from '../platform/text/code-label';
import { StateMark } from '../platform/text/state-mark';
import { RISK_LEVELS } from '../risk/risk-level.part';
import { CaseSteps, isStep, stepLabel } from './case-steps';
import { DueDay } from './due-day';
import { Journey } from '../journey/journey.part';
import { TabsInSight } from '../platform/shell/tabs-in-sight';
import { OpenFile } from './open-file';

/** The client file: who it is, where things stand, everything that happened, and the detail of each step behind tabs. */
@Component({
  selector: 'app-file-page',
  imports: [
    CdkMenu,
    CdkMenuItem,
    CdkMenuTrigger,
    ClientHeader,
    CodeLabel,
    DateText,
    DueDay,
    HandedOver,
    Heard,
    Icon,
    Journey,
    ProblemNotice,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    StandsAbove,
    StateMark,
    TabsInSight,
  ],
  templateUrl: './file-page.html',
  styles: '.below { padding-block-start: var(--s4) } router-outlet { display: none }',
  providers: [OpenFile],
})
export class FilePage {
  readonly caseId = input.required<string>();

  private readonly caseSteps = inject(CaseSteps);
  private readonly router = inject(Router);
  private readonly snack = inject(Snack);
  protected readonly open = inject(OpenFile);
  protected readonly session = inject(SessionStore);
  protected readonly stepLabel = stepLabel;
  protected readonly levels = RISK_LEVELS;
  /** A tab is called as its step of the journey is. */
  protected readonly names = journeyStep;
  /** Only what the server offers; nothing here knows who may do what. */
  protected readonly steps = computed(() => (this.open.case()?.actions ?? []).filter(isStep));

  constructor() {
    effect(() => this.open.id.set(this.caseId()));
  }

  protected async take(action: CaseAction): Promise<void> {
    if (action === 'request_closure') {
      await this.router.navigate(['/cases', this.caseId(), 'closure']);
      return;
    }
    const moved = await this.caseSteps.take(this.caseId(), action);
    if (!moved) return;
    this.snack.say($localize`:@@cases.stepDone:Done. It stands in the history of the case.`);
    if (moved.id === this.caseId()) this.open.moved(moved);
    else await this.router.navigate(['/cases', moved.id]);
  }
}
