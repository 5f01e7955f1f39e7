import { httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HousingReportCasesView } from '@panah/contracts/housing-reports.contract';
import { destination, placementKind } from '@panah/domain/vocabulary/housing';
import { DateText } from '../platform/dates/date-text';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';

const PARTS: Readonly<Record<string, readonly { code: string; label: string }[]>> = {
  'time-to-housing': [
    { code: 'HOUSED', label: $localize`:@@housing.partHoused:Moved in` },
    { code: 'WAITING', label: $localize`:@@housing.partWaiting:Still waiting` },
    { code: 'LEFT_OUT', label: $localize`:@@housing.partLeftOut:Not counted` },
  ],
  'positive-move-on': [
    { code: 'POSITIVE', label: $localize`:@@housing.partPositive:Moved on well` },
    { code: 'ALL', label: $localize`:@@housing.partAll:All that ended` },
    { code: 'LEFT_OUT', label: $localize`:@@housing.partLeftOut:Not counted` },
  ],
};

/** The list behind a number of P-11 or P-14. */
@Component({
  selector: 'app-behind-number',
  imports: [CodeLabel, DateText, Icon, NumberText, ProblemNotice, RouterLink],
  template: `
    <header class="head">
      <div>
        @if (report() === 'time-to-housing') {
          <h1 i18n="@@housing.p11">Time to a place to live</h1>
        } @else {
          <h1 i18n="@@housing.p14">Moving on well</h1>
        }
        <p class="sub" i18n="@@housing.behindSub">The files that were counted</p>
      </div>
      <div class="btns"><a class="btn" routerLink="/reports" i18n="@@board.toReports">To the reports</a></div>
    </header>
    <nav class="filter" aria-label="Part" i18n-aria-label="@@housing.part">
      @for (each of parts(); track each.code) {
        <a
          class="chip"
          [class.on]="each.code === part()"
          [attr.aria-current]="each.code === part() ? 'true' : null"
          routerLink="/housing/behind"
          [queryParams]="{ part: each.code }"
          queryParamsHandling="merge"
          >{{ each.label }}</a
        >
      }
    </nav>
    @if (cases.hasValue()) {
      <section class="panel" aria-live="polite">
        @for (one of cases.value().items; track one.id) {
          <div class="row">
            <app-icon name="home" class="muted" />
            <div>
              <a [routerLink]="['/cases', one.caseId, 'housing']"
                ><bdi class="ref">{{ one.caseRef }}</bdi></a
              >
              <p class="small muted">
                {{ one.kind | codeLabel: kinds }} · {{ one.on | dateText: 'day' }} ·
                <span i18n="@@housing.daysWaiting">{{ one.days ?? 0 | numberText }} days</span>
                @if (one.destination) {
                  · {{ one.destination | codeLabel: destinations }}
                }
              </p>
            </div>
          </div>
        } @empty {
          <p class="panel-body muted" i18n="@@housing.nobodyBehind">Nobody.</p>
        }
      </section>
    } @else if (cases.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="cases.reload()" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
  host: { class: 'stack roomy' },
})
export class BehindNumber {
  readonly report = input<string>();
  readonly part = input<string>();
  readonly key = input<string>();
  readonly by = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  protected readonly kinds = placementKind;
  protected readonly destinations = destination;
  private readonly path = computed(() => (this.report() === 'time-to-housing' ? 'time-to-housing' : 'positive-move-on'));
  protected readonly parts = computed(() => PARTS[this.path()] ?? []);
  protected readonly cases = httpResource<HousingReportCasesView>(() => {
    const path = this.path();
    const asked = {
      part: this.part(),
      key: this.key(),
      by: path === 'time-to-housing' ? this.by() : undefined,
      from: this.from(),
      to: this.to(),
    };
    const told = Object.entries(asked).filter((each): each is [string, string] => Boolean(each[1]));
    return `/api/reports/${path}-cases?${new URLSearchParams(told).toString()}`;
  });
}
