import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import { ProblemNotice } from '../problem/problem-notice';
import { standStill } from '../shell/stands-still';
import { NumberText } from '../text/number-text';
import type { ContractForm } from './contract-form';
import { TogetherNote } from './together-note';

/** The foot of a long form, always in reach: what is saved, what is to be put right, and the one primary button. Other buttons go inside. */
@Component({
  selector: 'app-actions-bar',
  imports: [Icon, NumberText, ProblemNotice, TogetherNote],
  template: `
    @if (form().problem(); as problem) {
      <app-problem class="actions-problem" [problem]="problem" />
    }
    <app-together [form]="form()" />
    <p class="saved small" role="status">
      @if (form().saving()) {
        <span i18n="@@platform.saving">Saving…</span>
      } @else if (note()) {
        <app-icon name="lock" /><span>{{ note() }}</span>
      }
    </p>
    @if (form().brokenCount(); as count) {
      <span class="state danger"
        ><app-icon name="alert" /><span i18n="@@platform.toPutRight">To put right: {{ count | numberText }}</span></span
      >
    }
    <ng-content />
    <button type="submit" class="btn primary" [attr.aria-disabled]="form().saving() ? true : null">
      {{ save() }} <kbd class="wide" dir="ltr">Ctrl Enter</kbd>
    </button>
  `,
  host: { class: 'actions' },
})
export class ActionsBar {
  readonly form = input.required<Pick<ContractForm<object>, 'problem' | 'saving' | 'brokenCount' | 'together'>>();
  /** The primary button's words. */
  readonly save = input($localize`:@@platform.save:Save`);
  /** What is kept: "Draft of 12:07, kept sealed". */
  readonly note = input<string>();

  constructor() {
    standStill('--below');
  }
}
