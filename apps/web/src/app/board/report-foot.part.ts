import { Component, input } from '@angular/core';
import type { RateReportView } from '@panah/contracts/reports.contract';
import { leftOut } from '@panah/domain/vocabulary/board';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';

/** Under a report: what was counted, what was not and why, and by which definition. */
@Component({
  selector: 'app-report-foot',
  imports: [CodeLabel, NumberText],
  template: `
    @let it = report();
    <span i18n="@@board.counted">{{ count() | numberText }} of {{ of() | numberText }}</span>
    @for (left of it.leftOut; track left.reason) {
      <span i18n="@@board.leftOut">Not counted: {{ left.count | numberText }} {{ left.reason | codeLabel: reasons }}</span>
    }
    <span class="push" i18n="@@board.definition">{{ it.code }}, definition {{ it.definition | numberText }}</span>
  `,
  host: { class: 'list-foot' },
})
export class ReportFoot {
  readonly report = input.required<Pick<RateReportView, 'code' | 'definition' | 'leftOut'>>();
  readonly count = input.required<number>();
  readonly of = input.required<number>();
  protected readonly reasons = leftOut;
}
