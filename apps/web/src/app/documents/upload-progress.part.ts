import { Component, computed, input } from '@angular/core';
import type { Problem } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { NumberText } from '../platform/text/number-text';

/** How far a file is on its way, or why it did not arrive. */
@Component({
  selector: 'app-upload-progress',
  imports: [NumberText, ProblemNotice],
  template: `
    @if (part() !== null) {
      <div class="stack">
        <progress class="wide" max="1" [value]="part() ?? 0" aria-label="Upload" i18n-aria-label="@@documents.progress"></progress>
        <p class="small" role="status">
          @if (part() === 1) {
            <span i18n="@@documents.sealing">It is there. It is being looked at, cleaned and sealed.</span>
          } @else {
            <span i18n="@@documents.onItsWay">{{ percent() | numberText }} % sent</span>
          }
        </p>
      </div>
    } @else if (calledBack()) {
      <p class="notice" role="status" i18n="@@documents.calledBack">
        Called back. Nothing was kept; the file and your words are still here.
      </p>
    } @else if (problem(); as refused) {
      <app-problem [problem]="refused" />
    }
  `,
})
export class UploadProgress {
  /** From 0 to 1; null while nothing is on its way. */
  readonly part = input.required<number | null>();
  readonly calledBack = input(false);
  readonly problem = input<Problem | null>(null);
  protected readonly percent = computed(() => Math.floor((this.part() ?? 0) * 100));
}
