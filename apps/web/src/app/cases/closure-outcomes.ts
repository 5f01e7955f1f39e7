import { Component, input } from '@angular/core';
import type { ClosureOutcomeView } from '@panah/contracts/closures.contract';
import { outcomeDomain } from '@panah/domain/vocabulary/plans';
import { outcomeAnswer } from '@panah/domain/vocabulary/reintegration';
import { CodeLabel } from '../platform/text/code-label';

/** Before and at the end, domain by domain. There is no sum. */
@Component({
  selector: 'app-closure-outcomes',
  imports: [CodeLabel],
  template: `
    <section class="panel" aria-labelledby="closure-outcomes">
      <h2 id="closure-outcomes" i18n="@@cases.closureOutcomes">How life goes at the end</h2>
      <div class="panel-body" tabindex="0" role="region" aria-labelledby="closure-outcomes">
        <table class="table">
          <thead>
            <tr>
              <th scope="col" i18n="@@cases.closureDomain">Domain</th>
              <th scope="col" i18n="@@cases.closureBefore">At the beginning</th>
              <th scope="col" i18n="@@cases.closureAfter">At the end</th>
            </tr>
          </thead>
          <tbody>
            @for (one of outcomes(); track one.domain) {
              <tr>
                <th scope="row">{{ one.domain | codeLabel: domains }}</th>
                <td>
                  @if (one.baseline; as level) {
                    {{ level | codeLabel: answers }}
                  }
                </td>
                <td>{{ one.closure | codeLabel: answers }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </section>
  `,
})
export class ClosureOutcomes {
  readonly outcomes = input.required<readonly ClosureOutcomeView[]>();
  protected readonly domains = outcomeDomain;
  protected readonly answers = outcomeAnswer;
}
