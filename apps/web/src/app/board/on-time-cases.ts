import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { OnTimeCaseView } from '@panah/contracts/practice-lists.contract';
import { onTimePart } from '@panah/domain/vocabulary/board';
import { DateText } from '../platform/dates/date-text';
import { choicesOf } from '../platform/form/choices';
import { Facet } from '../platform/list/facet';
import { List, ListRow } from '../platform/list/list';
import type { ListColumn } from '../platform/list/list-page';
import { ListSource } from '../platform/list/list-source';
import { State } from '../platform/text/state';
import { BoardApi } from './board.api';
import { CasePerson } from './case-person';

/** The list behind P-09: each case with what was kept of it in time. */
@Component({
  selector: 'app-on-time-cases',
  imports: [CasePerson, DateText, Facet, List, ListRow, RouterLink, State],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@board.p09">Assessment and plan in time</h1>
        <p class="sub" i18n="@@board.p09Cases">The cases that were counted, newest first.</p>
      </div>
      <div class="btns"><a class="btn" routerLink="/reports" i18n="@@board.toReports">To the reports</a></div>
    </header>
    <app-list
      [source]="list"
      [columns]="columns"
      label="Assessment and plan in time"
      i18n-label="@@board.p09"
      (opened)="router.navigate(['/cases', $event.id])"
    >
      <ng-container listFacets>
        <app-facet name="part" label="Which" i18n-label="@@board.which" [choices]="parts" />
        <app-facet name="kept" label="In time" i18n-label="@@board.inTime" [choices]="answers" />
      </ng-container>
      <ng-template appRow [appRowOf]="list" let-row>
        <th scope="row"><app-case-person [row]="row" /></th>
        <td>{{ row.openedOn | dateText: 'day' }}</td>
        @for (kept of [row.assessed, row.planned]; track $index) {
          <td>
            @if (kept) {
              <app-state icon="done" tone="good" i18n="@@board.inTime">In time</app-state>
            } @else {
              <app-state icon="clock" tone="due" i18n="@@board.notInTime">Not in time</app-state>
            }
          </td>
        }
        <td class="wide">
          <bdi>{{ row.worker?.name }}</bdi>
        </td>
      </ng-template>
      <ng-container listEmpty><h3 i18n="@@board.noCases">No such case</h3></ng-container>
    </app-list>
  `,
})
export class OnTimeCases {
  private readonly board = inject(BoardApi);
  protected readonly router = inject(Router);
  protected readonly parts = choicesOf(onTimePart);
  protected readonly answers = [
    { code: 'YES', label: $localize`:@@board.inTime:In time` },
    { code: 'NO', label: $localize`:@@board.notInTime:Not in time` },
  ];
  protected readonly columns: readonly ListColumn[] = [
    { id: 'person', label: $localize`:@@board.person:Person` },
    { id: 'opened', label: $localize`:@@board.opened:Opened` },
    { id: 'assessed', label: $localize`:@@board.assessment:Assessment` },
    { id: 'planned', label: $localize`:@@board.plan:Plan` },
    { id: 'worker', label: $localize`:@@board.worker:Worker`, wide: true },
  ];
  protected readonly list = new ListSource<OnTimeCaseView>((question) => this.board.onTimeCases(question), {
    facetNames: ['office', 'part', 'kept', 'from', 'to'],
  });
}
