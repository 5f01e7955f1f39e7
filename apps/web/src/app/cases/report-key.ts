import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { caseState, riskLevel, serviceStream } from '@panah/domain/vocabulary/cases';
import type { CodeList } from '@panah/domain/vocabulary/code-list';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel } from '../platform/text/country-label';

const CODES: Readonly<Record<string, CodeList<string>>> = { state: caseState, stream: serviceStream, risk: riskLevel };

/** What a row of a report counts, in words. */
@Component({
  selector: 'app-report-key',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CodeLabel, CountryLabel],
  template: `
    @if (key() === 'NONE') {
      <span class="muted" i18n="@@cases.keyNone">Not recorded</span>
    } @else if (key() === 'ALL') {
      <span i18n="@@cases.keyAll">All open cases</span>
    } @else if (by() === 'country') {
      {{ key() | countryLabel }}
    } @else if (codes(); as list) {
      {{ key() | codeLabel: list }}
    } @else {
      <bdi>{{ name() }}</bdi>
    }
  `,
})
export class ReportKey {
  readonly by = input.required<string>();
  readonly key = input.required<string>();
  readonly name = input.required<string | null>();
  protected readonly codes = computed(() => CODES[this.by()]);
}
