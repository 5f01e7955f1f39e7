import { httpResource } from '@angular/common/http';
import { Component, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { PermitListView } from '@panah/contracts/permits.contract';
import { permitSpan } from '@panah/domain/vocabulary/legal-reports';
import { permitType } from '@panah/domain/vocabulary/legal-deadlines';
import { DateDistance, DateText } from '../platform/dates/date-text';
import { choicesOf } from '../platform/form/choices';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel } from '../platform/text/country-label';
import { Name } from '../platform/text/name';
import { NumberText } from '../platform/text/number-text';
import { StateMark } from '../platform/text/state-mark';
import { asked } from './asked';
import { PERMIT_STATES } from './permit-states';

/** Permits of all files in reach, by how soon they end; what was renewed or followed is not among the spans. */
@Component({
  selector: 'app-permit-lines',
  imports: [CodeLabel, CountryLabel, DateDistance, DateText, Name, NumberText, ProblemNotice, RouterLink, StateMark],
  template: `
    <div class="filter" role="group" aria-label="Ends in" i18n-aria-label="@@asylum.endsIn">
      <button type="button" class="chip" [class.on]="!span()" [attr.aria-pressed]="!span()" (click)="choose(undefined)" i18n="@@asylum.all">
        All
      </button>
      @for (each of spans; track each.code) {
        <button
          type="button"
          class="chip"
          [class.on]="span() === each.code"
          [attr.aria-pressed]="span() === each.code"
          (click)="choose(each.code)"
        >
          {{ each.label }}
        </button>
      }
    </div>
    @if (permits.hasValue()) {
      @let page = permits.value();
      <section class="panel" aria-label="Permits" i18n-aria-label="@@asylum.permits">
        <ul>
          @for (it of page.items; track it.id) {
            <li class="row">
              <app-state-mark [code]="it.state" [of]="marks" />
              <p class="who">
                <a [routerLink]="['/cases', it.caseId, 'refuge']">{{ it.type | codeLabel: types }}</a>
                <app-name [own]="it.name?.arab ?? null" [latin]="it.name?.latin ?? null" />
                <bdi class="ref">{{ it.caseRef }}</bdi>&ngsp;<span class="muted">{{ it.country | countryLabel }}</span>
              </p>
              @if (it.validTo) {
                <span class="nowrap"
                  >{{ it.validTo | dateText: 'short' }} <span class="small muted">{{ it.validTo | dateDistance }}</span></span
                >
              }
            </li>
          } @empty {
            <li class="panel-body muted" i18n="@@asylum.noneEnds">No permit here.</li>
          }
        </ul>
        <p class="list-foot">
          <span i18n="@@asylum.ofAll">{{ page.items.length | numberText }} of {{ page.total | numberText }}</span>
        </p>
      </section>
    } @else if (permits.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="permits.reload()" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
  host: { class: 'stack' },
})
export class PermitLines {
  readonly ends = input<string>();

  private readonly router = inject(Router);
  protected readonly spans = choicesOf(permitSpan);
  protected readonly marks = PERMIT_STATES;
  protected readonly types = permitType;
  protected readonly span = linkedSignal(() => this.ends());
  protected readonly permits = httpResource<PermitListView>(() => `/api/permits?${asked({ ends: this.span(), limit: 100 })}`);

  protected choose(ends: string | undefined): void {
    this.span.set(ends);
    void this.router.navigate([], { queryParams: { view: 'permits', ends: ends ?? null }, replaceUrl: true });
  }
}
