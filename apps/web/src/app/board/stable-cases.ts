import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { OutcomeCaseView } from '@panah/contracts/journey-reports.contract';
import { DateText } from '../platform/dates/date-text';
import { Facet } from '../platform/list/facet';
import { List, ListRow } from '../platform/list/list';
import type { ListColumn } from '../platform/list/list-page';
import { ListSource } from '../platform/list/list-source';
import { State } from '../platform/text/state';
import { BoardApi } from './board.api';
import { CasePerson } from './case-person';

/** The list behind P-25: whose baseline is a year old, and who stood firm at two points in turn. */
@Component({
  selector: 'app-stable-cases',
  imports: [CasePerson, DateText, Facet, List, ListRow, RouterLink, State],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@board.p25">Stable independence</h1>
        <p class="sub" i18n="@@board.p24Cases">The cases that were counted, the newest beginning first.</p>
      </div>
      <div class="btns"><a class="btn" routerLink="/reports" i18n="@@board.toReports">To the reports</a></div>
    </header>
    <app-list
      [source]="list"
      [columns]="columns"
      label="Stable independence"
      i18n-label="@@board.p25"
      (opened)="router.navigate(['/cases', $event.id, 'independence'])"
    >
      <ng-container listFacets>
        <app-facet name="stable" label="Stable" i18n-label="@@board.stable" [choices]="answers" />
      </ng-container>
      <ng-template appRow [appRowOf]="list" let-row>
        <th scope="row"><app-case-person [row]="row" /></th>
        <td>{{ row.baselineOn | dateText: 'day' }}</td>
        <td>
          @if (row.stable) {
            <app-state icon="done" tone="good" i18n="@@board.stable">Stable</app-state>
          } @else {
            <app-state icon="clock" i18n="@@board.notStable">Not yet</app-state>
          }
        </td>
        <td class="wide">
          <bdi>{{ row.worker?.name }}</bdi>
        </td>
      </ng-template>
      <ng-container listEmpty><h3 i18n="@@board.noCases">No such case</h3></ng-container>
    </app-list>
  `,
})
export class StableCases {
  private readonly board = inject(BoardApi);
  protected readonly router = inject(Router);
  protected readonly answers = [
    { code: 'YES', label: $localize`:@@board.stable:Stable` },
    { code: 'NO', label: $localize`:@@board.notStable:Not yet` },
  ];
  protected readonly columns: readonly ListColumn[] = [
    { id: 'person', label: $localize`:@@board.person:Person` },
    { id: 'baseline', label: $localize`:@@board.baseline:Baseline` },
    { id: 'stable', label: $localize`:@@board.stable:Stable` },
    { id: 'worker', label: $localize`:@@board.worker:Worker`, wide: true },
  ];
  protected readonly list = new ListSource<OutcomeCaseView>((question) => this.board.outcomeCases('stable-independence', question), {
    facetNames: ['office', 'stable'],
  });
}
