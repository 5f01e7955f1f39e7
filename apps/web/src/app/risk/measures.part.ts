import { httpResource } from '@angular/common/http';
import { Component, input } from '@angular/core';
import type { SafetyMeasuresView } from '@panah/contracts/safety-plan.contract';
import { safetyMeasure } from '@panah/domain/vocabulary/risk';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { measuresPath } from './safety.api';

/** What of a safety plan those are told who see no more of it: what they have to keep to. */
@Component({
  selector: 'app-safety-measures',
  imports: [CodeLabel, Icon, ProblemNotice],
  template: `
    @if (view.hasValue()) {
      <section class="panel" aria-labelledby="measures-title">
        <h2 id="measures-title" i18n="@@risk.measures">Measures</h2>
        <ul>
          @for (each of view.value().measures; track $index) {
            <li class="row">
              <app-icon [name]="each.done ? 'done' : 'open'" class="muted" />
              <div>
                <p>
                  {{ each.measure | codeLabel: measures }} <bdi class="muted">{{ each.owner }}</bdi>
                </p>
                @if (each.detail) {
                  <p class="small muted" dir="auto">{{ each.detail }}</p>
                }
              </div>
            </li>
          } @empty {
            <li class="panel-body muted" i18n="@@risk.noMeasures">Nothing was agreed that you have to keep to.</li>
          }
        </ul>
        @if (view.value().mustNot; as mustNot) {
          <p class="panel-body">
            <strong i18n="@@risk.mustNot">What others must not do</strong>: <span dir="auto">{{ mustNot }}</span>
          </p>
        }
      </section>
    } @else if (view.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="view.reload()" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
})
export class SafetyMeasures {
  readonly caseId = input.required<string>();
  protected readonly measures = safetyMeasure;
  protected readonly view = httpResource<SafetyMeasuresView>(() => measuresPath(this.caseId()));
}
