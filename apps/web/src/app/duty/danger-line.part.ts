import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DangerView } from '@panah/contracts/duty.contract';
import { dangerKind } from '@panah/domain/vocabulary/duty';
import { DateText } from '../platform/dates/date-text';
import { Dialogs } from '../platform/dialog/dialogs';
import { Icon } from '../platform/icon/icon';
import { problemOf } from '../platform/problem/problem';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { DutyApi } from './duty.api';
import { DUTY_PROBLEMS } from './duty.texts';

/** One danger: whom it is about, who called, who has it; and "I have it". */
@Component({
  selector: 'app-danger-line',
  imports: [CodeLabel, DateText, Icon, RouterLink],
  template: `
    @let it = danger();
    <app-icon name="alert" [size]="20" [class]="it.state === 'OPEN' ? 'danger' : 'muted'" />
    <div>
      <p class="who">
        <a [routerLink]="room()" class="strong">{{ it.kind | codeLabel: kinds }}</a>
        @if (it.pseudonym) {
          <bdi class="unprinted">{{ it.pseudonym }}</bdi>
        }
        @if (it.caseRef) {
          <bdi class="ref muted">{{ it.caseRef }}</bdi>
        } @else {
          <span class="muted" i18n="@@duty.ofOffice">at the office</span>
        }
      </p>
      @if (it.words) {
        <p class="unprinted" dir="auto">{{ it.words }}</p>
      }
      <p class="small">
        @if (it.takenBy; as taker) {
          <span i18n="@@duty.hasIt">Has it:</span>&ngsp;<bdi class="strong">{{ taker.name }}</bdi>
          @if (it.takenAt; as at) {
            ·&ngsp;{{ at | dateText: 'dayTime' }}
          }
        } @else {
          <span i18n="@@duty.calledBy">Called by</span>&ngsp;<bdi>{{ it.raisedBy.name }}</bdi
          >&ngsp;·&ngsp;{{ it.raisedAt | dateText: 'dayTime' }}
        }
      </p>
    </div>
    <div class="end btns">
      @if (it.actions.includes('take')) {
        <button type="button" class="btn danger" (click)="take()" i18n="@@duty.take">I have it</button>
      }
      @if (it.actions.includes('hand_back')) {
        <button type="button" class="btn slim" (click)="handBack()" i18n="@@duty.handBack">Hand back</button>
      }
      @if (it.actions.includes('settle')) {
        <button type="button" class="btn slim" (click)="settle()" i18n="@@duty.settle">Settle</button>
      }
    </div>
  `,
  host: { class: 'row' },
})
export class DangerLine {
  readonly danger = input.required<DangerView>();
  readonly changed = output();

  private readonly duty = inject(DutyApi);
  private readonly dialogs = inject(Dialogs);
  private readonly snack = inject(Snack);
  private readonly texts = inject(ProblemTexts);
  protected readonly kinds = dangerKind;
  /** Where one reads what it is about. */
  protected readonly room = computed(() => {
    const { caseId, incidentId } = this.danger();
    return caseId === null ? ['/incidents', incidentId ?? ''] : ['/cases', caseId, 'safety'];
  });

  constructor() {
    this.texts.add(DUTY_PROBLEMS);
  }

  protected async take(): Promise<void> {
    await this.trying(() => this.duty.take(this.danger().id), $localize`:@@duty.saidTaken:You have it. Whoever called sees your name.`);
  }

  protected async handBack(): Promise<void> {
    const words = await this.dialogs.words({
      title: $localize`:@@duty.handBackTitle:Hand it back?`,
      text: $localize`:@@duty.handBackText:It stands on the duty screen again until somebody has it.`,
      label: $localize`:@@duty.handBackLabel:What the next one has to know`,
      act: $localize`:@@duty.handBack:Hand back`,
    });
    if (words)
      await this.trying(() => this.duty.handBack(this.danger().id, words), $localize`:@@duty.saidBack:It is back on the duty screen.`);
  }

  protected async settle(): Promise<void> {
    const words = await this.dialogs.words({
      title: $localize`:@@duty.settleTitle:Settle it?`,
      text: $localize`:@@duty.settleText:It leaves the list. Whoever raised it reads how it ended.`,
      label: $localize`:@@duty.settleLabel:How it ended`,
      act: $localize`:@@duty.settle:Settle`,
    });
    if (words) await this.trying(() => this.duty.settle(this.danger().id, words), $localize`:@@duty.saidSettled:Settled.`);
  }

  private async trying(act: () => Promise<unknown>, said: string): Promise<void> {
    try {
      await act();
      this.snack.say(said);
    } catch (thrown) {
      this.snack.say(this.texts.say(problemOf(thrown)));
    }
    this.changed.emit();
  }
}
