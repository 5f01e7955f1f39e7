import { Component, computed, inject, input, output } from '@angular/core';
import { Icon } from '../icon/icon';
import { problemOf } from './problem';
import { ProblemTexts } from './problem-texts';

/** What happened and what is safe to do next; it never vanishes by itself. `(again)` shows a button to try again. */
@Component({
  selector: 'app-problem',
  imports: [Icon],
  template: `
    <div class="notice danger" role="alert">
      <app-icon name="alert" [size]="20" />
      <div>
        <p>{{ text() }}</p>
        @if (about().requestId; as id) {
          <p class="small">
            <span i18n="@@platform.requestId">Number for support:</span>&ngsp;<bdi class="ref">{{ id }}</bdi>
          </p>
        }
      </div>
      @if (repeatable()) {
        <button type="button" class="btn slim" (click)="again.emit()" i18n="@@platform.tryAgain">Try again</button>
      }
    </div>
  `,
  styles: `
    .ref {
      white-space: normal;
      overflow-wrap: anywhere;
    }
  `,
})
export class ProblemNotice {
  readonly problem = input.required<unknown>();
  readonly repeatable = input(false);
  readonly again = output();
  private readonly texts = inject(ProblemTexts);
  protected readonly about = computed(() => problemOf(this.problem()));
  protected readonly text = computed(() => this.texts.say(this.about()));
}
