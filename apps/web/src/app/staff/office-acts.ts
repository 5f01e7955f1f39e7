import { httpResource } from '@angular/common/http';
import { Component, input } from '@angular/core';
import type { ActsOutOfReachView, ActPlaceView } from '@panah/contracts/staff.contract';
import { role, twoPersonAct } from '@panah/domain/vocabulary/staff';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { intlLocale, readerLanguage } from '../platform/reader/language';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { officePath } from './staff.api';

/** Acts that need more people than an office has. They are refused with that reason, never softened. */
@Component({
  selector: 'app-office-acts',
  imports: [CodeLabel, Icon, NumberText, ProblemNotice],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@staff.actsTitle">Acts that need more people</h1>
        @if (acts.hasValue()) {
          <p class="sub">
            <bdi>{{ acts.value().officeName }}</bdi>
          </p>
        }
      </div>
    </header>
    @if (acts.hasValue()) {
      <div class="stack">
        @if (acts.value().items.length) {
          <div class="notice">
            <app-icon name="info" [size]="20" />
            <p i18n="@@staff.actsText">
              These acts take different people. Until somebody joins they are refused, for everybody and without exception.
            </p>
          </div>
          <ul class="panel">
            @for (each of acts.value().items; track each.act) {
              <li class="row">
                <app-icon name="never" class="muted" />
                <div>
                  <p class="strong">{{ each.act | codeLabel: names }}</p>
                  <p class="muted" i18n="@@staff.actNeeds">Takes: {{ places(each.places) }}</p>
                </div>
                <p class="end small muted" i18n="@@staff.actFilled">
                  {{ each.filled | numberText }} of {{ each.places.length | numberText }} there
                </p>
              </li>
            }
          </ul>
        } @else {
          <div class="empty">
            <h3 i18n="@@staff.actsNone">There are people for every act</h3>
            <p i18n="@@staff.actsNoneText">Whatever takes two different people can be done in this office.</p>
          </div>
        }
      </div>
    } @else if (acts.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="acts.reload()" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
})
export class OfficeActs {
  readonly officeId = input.required<string>();
  protected readonly names = twoPersonAct;
  protected readonly acts = httpResource<ActsOutOfReachView>(() => `${officePath(this.officeId())}/acts-out-of-reach`);

  /** "Caseworker or Counsellor; Coordinator" */
  protected places(places: readonly ActPlaceView[]): string {
    const oneOf = new Intl.ListFormat(intlLocale(), { type: 'disjunction' });
    return places
      .map(({ roles }) => oneOf.format(roles.map((code) => (role.has(code) ? role.label(code, readerLanguage()) : code))))
      .join(' + ');
  }
}
