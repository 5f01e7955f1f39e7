import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { OutcomeCaseView } from '@panah/contracts/journey-reports.contract';
import { outcomeDomain } from '@panah/domain/vocabulary/plans';
import { outcomeAnswer, outcomeChange, reviewPoint } from '@panah/domain/vocabulary/reintegration';
import { DateText } from '../platform/dates/date-text';
import { choicesOf } from '../platform/form/choices';
import { Facet } from '../platform/list/facet';
import { List, ListRow } from '../platform/list/list';
import type { ListColumn } from '../platform/list/list-page';
import { ListSource } from '../platform/list/list-source';
import { CodeLabel } from '../platform/text/code-label';
import { BoardApi } from './board.api';
import { CasePerson } from './case-person';

/** The list behind P-24: each case with the two levels that were compared. */
@Component({
  selector: 'app-compared-cases',
  imports: [CasePerson, CodeLabel, DateText, Facet, List, ListRow, RouterLink],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@board.p24">Before and after</h1>
        <p class="sub" i18n="@@board.p24Cases">The cases that were counted, the newest beginning first.</p>
      </div>
      <div class="btns"><a class="btn" routerLink="/reports" i18n="@@board.toReports">To the reports</a></div>
    </header>
    <app-list
      [source]="list"
      [columns]="columns"
      label="Before and after"
      i18n-label="@@board.p24"
      (opened)="router.navigate(['/cases', $event.id, 'independence'])"
    >
      <ng-container listFacets>
        <app-facet name="domain" label="Domain" i18n-label="@@board.domain" [choices]="domains" />
        <app-facet name="point" label="Point" i18n-label="@@board.pointCut" [choices]="points" />
        <app-facet name="change" label="Change" i18n-label="@@board.change" [choices]="changes" />
      </ng-container>
      <ng-template appRow [appRowOf]="list" let-row>
        <th scope="row"><app-case-person [row]="row" /></th>
        <td>{{ row.baselineOn | dateText: 'day' }}</td>
        <td>{{ row.before ?? '?' | codeLabel: answers }}</td>
        <td>{{ row.after ?? '?' | codeLabel: answers }}</td>
        <td class="wide">
          <bdi>{{ row.worker?.name }}</bdi>
        </td>
      </ng-template>
      <ng-container listEmpty><h3 i18n="@@board.noCases">No such case</h3></ng-container>
    </app-list>
  `,
})
export class ComparedCases {
  private readonly board = inject(BoardApi);
  protected readonly router = inject(Router);
  protected readonly answers = outcomeAnswer;
  /** Those that are counted case by case. */
  protected readonly domains = choicesOf(outcomeDomain).filter(({ code }) => !['D03', 'D09', 'D10'].includes(code));
  protected readonly points = choicesOf(reviewPoint).filter(({ code }) => ['M6', 'M12', 'M24'].includes(code));
  protected readonly changes = choicesOf(outcomeChange);
  protected readonly columns: readonly ListColumn[] = [
    { id: 'person', label: $localize`:@@board.person:Person` },
    { id: 'baseline', label: $localize`:@@board.baseline:Baseline` },
    { id: 'before', label: $localize`:@@board.levelBefore:At the beginning` },
    { id: 'after', label: $localize`:@@board.levelAfter:At this point` },
    { id: 'worker', label: $localize`:@@board.worker:Worker`, wide: true },
  ];
  protected readonly list = new ListSource<OutcomeCaseView>((question) => this.board.outcomeCases('reintegration', question), {
    facetNames: ['domain', 'point', 'change'],
  });
}
