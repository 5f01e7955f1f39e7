import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ContactCaseView } from '@panah/contracts/practice-lists.contract';
import { riskLevel } from '@panah/domain/vocabulary/cases';
import { choicesOf } from '../platform/form/choices';
import { Facet } from '../platform/list/facet';
import { List, ListRow } from '../platform/list/list';
import type { ListColumn } from '../platform/list/list-page';
import { ListSource } from '../platform/list/list-source';
import { NumberText } from '../platform/text/number-text';
import { RiskLevelMark } from '../risk/risk-level.part';
import { BoardApi } from './board.api';
import { CasePerson } from './case-person';

/** The list behind P-08: each case with the weeks in which contact was kept. */
@Component({
  selector: 'app-contact-cases',
  imports: [CasePerson, Facet, List, ListRow, NumberText, RiskLevelMark, RouterLink],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@board.p08">Contact in the agreed rhythm</h1>
        <p class="sub" i18n="@@board.p08Cases">The cases whose weeks were counted; where most were missed comes first.</p>
      </div>
      <div class="btns"><a class="btn" routerLink="/reports" i18n="@@board.toReports">To the reports</a></div>
    </header>
    <app-list
      [source]="list"
      [columns]="columns"
      label="Contact in the agreed rhythm"
      i18n-label="@@board.p08"
      (opened)="router.navigate(['/cases', $event.id])"
    >
      <ng-container listFacets><app-facet name="level" label="Risk" i18n-label="@@board.risk" [choices]="levels" /></ng-container>
      <ng-template appRow [appRowOf]="list" let-row>
        <th scope="row"><app-case-person [row]="row" /></th>
        <td><app-risk-level [level]="row.level" /></td>
        <td class="n" i18n="@@board.weeksOf">{{ row.count | numberText }} of {{ row.of | numberText }}</td>
        <td class="wide">
          <bdi>{{ row.worker?.name }}</bdi>
        </td>
      </ng-template>
      <ng-container listEmpty><h3 i18n="@@board.noCases">No such case</h3></ng-container>
    </app-list>
  `,
})
export class ContactCases {
  private readonly board = inject(BoardApi);
  protected readonly router = inject(Router);
  protected readonly levels = choicesOf(riskLevel);
  protected readonly columns: readonly ListColumn[] = [
    { id: 'person', label: $localize`:@@board.person:Person` },
    { id: 'level', label: $localize`:@@board.risk:Risk` },
    { id: 'weeks', label: $localize`:@@board.weeksKept:Weeks kept`, numeric: true },
    { id: 'worker', label: $localize`:@@board.worker:Worker`, wide: true },
  ];
  protected readonly list = new ListSource<ContactCaseView>((question) => this.board.contactCases(question), {
    facetNames: ['level', 'worker', 'from', 'to'],
  });
}
