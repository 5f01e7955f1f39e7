import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LegalReports } from '../board/legal-reports.part';
import { SessionStore } from '../platform/session/session-store';
import { TabsInSight } from '../platform/shell/tabs-in-sight';
import { SpecialistQueue } from '../specialists/specialist-queue.part';
import { ClaimStages } from './claim-stages';
import { DeadlineCalendar } from './deadline-calendar';
import { DeadlineLines } from './deadline-lines';
import { PermitLines } from './permit-lines';

type View = 'list' | 'calendar' | 'claims' | 'permits' | 'requests' | 'reports';

/** The legal adviser’s page: what is due, as a list and on a calendar, claims by stage, permits that end, what case teams ask. */
@Component({
  selector: 'app-deadlines-page',
  imports: [ClaimStages, DeadlineCalendar, DeadlineLines, LegalReports, PermitLines, RouterLink, SpecialistQueue, TabsInSight],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@asylum.deadlines">Deadlines</h1>
        <p class="sub" i18n="@@asylum.pageSub">
          Each day with the sum by which it was found. Without a verified rule there is no day: then a lawyer is asked.
        </p>
      </div>
      <div class="btns">
        @if (session.may('profile:read')) {
          <a class="btn" routerLink="/deadlines/countries" i18n="@@asylum.rules">Rules of countries</a>
        }
      </div>
    </header>
    <nav class="tabs" appTabsInSight aria-label="Views" i18n-aria-label="@@asylum.views">
      @for (each of views(); track each.code) {
        <a [routerLink]="[]" [queryParams]="{ view: each.code }" [attr.aria-current]="shown() === each.code ? 'page' : null">{{
          each.label
        }}</a>
      }
    </nav>
    @switch (shown()) {
      @case ('calendar') {
        <app-deadline-calendar />
      }
      @case ('claims') {
        <app-claim-stages [state]="state()" [country]="country()" [represented]="represented()" />
      }
      @case ('permits') {
        <app-permit-lines [ends]="ends()" />
      }
      @case ('requests') {
        <app-specialist-queue specialty="LEGAL" />
      }
      @case ('reports') {
        <app-legal-reports />
      }
      @default {
        <app-deadline-lines [state]="state()" [type]="type()" [country]="country()" [from]="from()" [to]="to()" />
      }
    }
  `,
  host: { class: 'stack roomy' },
})
export class DeadlinesPage {
  readonly view = input<string>();
  readonly state = input<string>();
  readonly type = input<string>();
  readonly country = input<string>();
  readonly ends = input<string>();
  readonly represented = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  protected readonly session = inject(SessionStore);
  protected readonly views = computed(() => ALL.filter(({ code }) => this.session.may(WORD_OF[code] ?? 'deadline:read')));
  protected readonly shown = computed<View>(() => this.views().find(({ code }) => code === this.view())?.code ?? 'list');
}

/** The words without which a view is not there. */
const WORD_OF: Partial<Record<View, string>> = { requests: 'specialist:see-queue', reports: 'legal-report:read' };
const ALL: readonly { code: View; label: string }[] = [
  { code: 'list', label: $localize`:@@asylum.viewList:List` },
  { code: 'calendar', label: $localize`:@@asylum.viewCalendar:Calendar` },
  { code: 'claims', label: $localize`:@@asylum.viewClaims:Claims by stage` },
  { code: 'permits', label: $localize`:@@asylum.viewPermits:Permits that end` },
  { code: 'requests', label: $localize`:@@asylum.viewRequests:Requests` },
  { code: 'reports', label: $localize`:@@asylum.viewReports:Reports` },
];
