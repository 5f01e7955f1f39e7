import { Component, computed, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { DateText } from '../platform/dates/date-text';
import { Api } from '../platform/http/api';
import { Facet } from '../platform/list/facet';
import { List, ListRow } from '../platform/list/list';
import type { ListColumn } from '../platform/list/list-page';
import { ListSource } from '../platform/list/list-source';
import { State } from '../platform/text/state';
import { StateMark } from '../platform/text/state-mark';
import { RISK_LEVELS } from '../risk/risk-level.part';
import type { FilesBehind } from './behind-numbers';
import { CasePerson, type CountedFile } from './case-person';

/** The files behind a number of the reports. */
@Component({
  selector: 'app-files-behind',
  imports: [CasePerson, DateText, Facet, List, ListRow, RouterLink, State, StateMark],
  template: `
    @let it = behind();
    <header class="head">
      <div>
        <h1>{{ it.title }}</h1>
        <p class="sub">{{ it.text }}</p>
      </div>
      <div class="btns"><a class="btn" routerLink="/reports" i18n="@@board.toReports">To the reports</a></div>
    </header>
    <app-list [source]="list()" [columns]="columns()" [label]="it.title" (opened)="open($event)">
      <ng-container listFacets>
        @for (facet of it.facets; track facet.name) {
          <app-facet [name]="facet.name" [label]="facet.label" [choices]="facet.choices" />
        }
      </ng-container>
      <ng-template appRow [appRowOf]="list()" let-row>
        <th scope="row"><app-case-person [row]="row" /></th>
        @for (column of it.columns; track column.id) {
          @let cell = column.cell(row);
          <td [class.n]="column.numeric" [class.wide]="column.wide">
            @if ('day' in cell) {
              {{ cell.day | dateText: 'day' }}
            } @else if ('level' in cell) {
              <app-state-mark [code]="cell.level" [of]="levels" />
            } @else if ('icon' in cell) {
              <app-state [icon]="cell.icon" [tone]="cell.tone">{{ cell.words }}</app-state>
            } @else {
              <bdi>{{ cell.words }}</bdi>
            }
          </td>
        }
      </ng-template>
      <ng-container listEmpty><h3 i18n="@@board.noCases">No such case</h3></ng-container>
    </app-list>
  `,
})
export class FilesBehindPage {
  readonly behind = input.required<FilesBehind>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly levels = RISK_LEVELS;
  protected readonly columns = computed<readonly ListColumn[]>(() => [PERSON, ...this.behind().columns]);
  protected readonly list = computed(() => {
    const { load, asks, facets } = this.behind();
    const facetNames = [...asks, ...facets.map(({ name }) => name)];
    return untracked(() => new ListSource<CountedFile>((question) => load(this.api, question), { facetNames }));
  });

  protected open({ id }: CountedFile): void {
    const { room } = this.behind();
    void this.router.navigate(['/cases', id, ...(room ? [room] : [])]);
  }
}

const PERSON: ListColumn = { id: 'person', label: $localize`:@@board.person:Person` };
