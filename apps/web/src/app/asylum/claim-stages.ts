import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClaimListView } from '@panah/contracts/legal-deadlines.contract';
import { claimState, procedureType } from '@panah/domain/vocabulary/claims';
import { DateText } from '../platform/dates/date-text';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel } from '../platform/text/country-label';
import { Name } from '../platform/text/name';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { asked } from './asked';

/** Open claims of all files in reach, by where they stand; the longest there first. */
@Component({
  selector: 'app-claim-stages',
  imports: [CodeLabel, CountryLabel, DateText, Name, NumberText, ProblemNotice, RouterLink, State],
  template: `
    @if (claims.hasValue()) {
      @for (stage of stages(); track stage.state) {
        <section class="panel" [attr.aria-labelledby]="'stage-' + stage.state">
          <div class="panel-head">
            <h2 [id]="'stage-' + stage.state">{{ stage.state | codeLabel: states }}</h2>
            <span class="muted">{{ stage.items.length | numberText }}</span>
          </div>
          <ul>
            @for (it of stage.items; track it.id) {
              <li class="row">
                <app-state icon="going">{{ it.since | dateText: 'short' }}</app-state>
                <p class="who">
                  <a class="who" [routerLink]="['/cases', it.caseId, 'refuge']"
                    ><app-name [own]="it.name?.arab ?? null" [latin]="it.name?.latin ?? null"
                  /></a>
                  <bdi class="ref">{{ it.caseRef }}</bdi>
                  <span class="muted">{{ it.country | countryLabel }} · {{ it.procedureType | codeLabel: procedures }}</span>
                </p>
                @if (!it.represented) {
                  <app-state icon="alert" tone="due"><span i18n="@@asylum.unrepresented">no representative</span></app-state>
                }
              </li>
            }
          </ul>
        </section>
      } @empty {
        <section class="panel empty"><h3 i18n="@@asylum.noClaims">No open claim on your files</h3></section>
      }
    } @else if (claims.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="claims.reload()" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
  host: { class: 'stack roomy' },
})
export class ClaimStages {
  readonly state = input<string>();
  readonly country = input<string>();
  readonly represented = input<string>();

  protected readonly states = claimState;
  protected readonly procedures = procedureType;
  protected readonly claims = httpResource<ClaimListView>(
    () => `/api/claims?${asked({ state: this.state(), country: this.country(), represented: this.represented(), limit: 100 })}`,
  );
  protected readonly stages = computed(() => {
    const items = this.claims.hasValue() ? this.claims.value().items : [];
    return claimState.codes
      .map((state) => ({ state, items: items.filter((one) => one.state === state) }))
      .filter(({ items: own }) => own.length);
  });
}
