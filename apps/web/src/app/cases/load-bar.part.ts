import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';

const MOST = 150;

/** Weighted points as a bar, against the limit at which one is warned (R-CA-05). */
@Component({
  selector: 'app-load-bar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NumberText, State],
  template: `
    <span class="capline">
      <span class="cap" [style.--of]="of" aria-hidden="true"><i [style.--v]="share()"></i></span>
      <span class="num nowrap">{{ points() | numberText }}</span>
      @if (level() === 'HARD') {
        <app-state icon="alert" tone="danger"><span i18n="@@cases.loadHard">above the hard limit</span></app-state>
      } @else if (level() === 'SOFT') {
        <app-state icon="alert" tone="due"><span i18n="@@cases.loadSoft">above the soft limit</span></app-state>
      }
    </span>
  `,
})
export class LoadBar {
  readonly points = input.required<number>();
  readonly limit = input.required<number>();
  readonly level = input.required<string>();
  /** Where the limit stands on the bar, so that what lies above it still shows. */
  protected readonly of = Math.round((100 * 100) / MOST);
  protected readonly share = computed(() => Math.min(100, Math.round(((this.points() / this.limit()) * 100 * 100) / MOST)));
}
