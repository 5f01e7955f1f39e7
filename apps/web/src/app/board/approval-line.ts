import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, ElementRef, inject, input, output, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ApprovalView } from '@panah/contracts/board.contract';
import { approvalKind } from '@panah/domain/vocabulary/board';
import { ClosureDecision } from '../cases/closure-decision.part';
import { BasisDecision } from '../consents/basis-decision.part';
import { VoidDecision } from '../notes/void-decision.part';
import { PlanDecision } from '../plans/plan-decision.part';
import { DateDistance, DateText } from '../platform/dates/date-text';
import type { Decision } from '../platform/decision/decision';
import { Icon } from '../platform/icon/icon';
import { CodeLabel } from '../platform/text/code-label';
import { Name } from '../platform/text/name';
import { State } from '../platform/text/state';
import { RiskDecision } from '../risk/risk-decision.part';
import { approvalIcon, approvalLink } from './board-words';

/** One decision that waits: who asked, when, about whom; open, what it changes. */
@Component({
  selector: 'app-approval-line',
  imports: [
    BasisDecision,
    ClosureDecision,
    CodeLabel,
    DateDistance,
    DateText,
    Icon,
    Name,
    NgTemplateOutlet,
    PlanDecision,
    RiskDecision,
    RouterLink,
    State,
    VoidDecision,
  ],
  templateUrl: './approval-line.html',
  styleUrl: './approval-line.scss',
})
export class ApprovalLine {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly item = input.required<ApprovalView>();
  readonly open = input(false);
  readonly toggled = output();
  /** What was done, in words. */
  readonly decided = output<string>();

  protected readonly kinds = approvalKind;
  protected readonly icon = computed(() => approvalIcon(this.item()));
  protected readonly link = computed(() => approvalLink(this.item()));
  /** An admission names a worker: it is decided in its own room. */
  protected readonly elsewhere = computed(() => this.item().kind === 'ADMISSION');
  private readonly decision = viewChild<Decision>('decision');

  approve(): void {
    void this.decision()?.approve();
  }

  sendBack(): void {
    void this.decision()?.sendBack();
  }

  focus(): void {
    this.element.nativeElement.querySelector<HTMLElement>('.head-of-line')?.focus();
  }

  holds(element: Element | null): boolean {
    return this.element.nativeElement.contains(element);
  }
}
