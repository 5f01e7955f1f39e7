import { Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { FamilyLinkLineView } from '@panah/contracts/family-links.contract';
import { kinRelation } from '@panah/domain/vocabulary/family';
import { DateText } from '../platform/dates/date-text';
import { List, ListRow } from '../platform/list/list';
import type { ListColumn, ListPage, ListQuestion } from '../platform/list/list-page';
import { ListSource } from '../platform/list/list-source';
import { SessionStore } from '../platform/session/session-store';
import { CodeLabel } from '../platform/text/code-label';
import { State } from '../platform/text/state';
import { StateMark } from '../platform/text/state-mark';
import { dueWords } from './due-words';
import { FamilyApi } from './family.api';
import { LINK_STATES } from './family-states';
import { StateChips } from './state-chips';

/** The links on which one is officer: by state, with what is due next. */
@Component({
  selector: 'app-link-board',
  imports: [CodeLabel, DateText, List, ListRow, RouterLink, State, StateChips, StateMark],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@family.links">Family links</h1>
        <p class="sub" i18n="@@family.boardSub">Yours alone. Nobody on the client’s side sees this list, or what is due on it.</p>
      </div>
      @if (mayCount) {
        <div class="btns"><a class="btn" routerLink="/family-links/figures" i18n="@@family.figures">Figures</a></div>
      }
    </header>
    <app-list
      [source]="list"
      [columns]="columns"
      label="Family links"
      i18n-label="@@family.links"
      filterBy="Name of either side"
      i18n-filterBy="@@family.filterBy"
      (opened)="open($event)"
    >
      <ng-container listFacets><app-state-chips [counts]="counts()" /></ng-container>
      <ng-template appRow [appRowOf]="list" let-row>
        <th scope="row">
          <a class="name" [routerLink]="['/family-links', row.id]"
            ><bdi>{{ row.clientName }}</bdi></a
          >
          <div class="small muted">
            {{ row.relation | codeLabel: relations }}: <bdi>{{ row.relativeName }}</bdi>
          </div>
        </th>
        <td>
          <app-state-mark [code]="row.state" [of]="marks" />
          @if (row.stateBefore) {
            <div class="small muted"><span i18n="@@family.before">before:</span> {{ row.stateBefore | codeLabel: marks.codes }}</div>
          }
        </td>
        <td>
          @if (row.due; as due) {
            <app-state icon="clock" [tone]="isPast(due.at) ? 'danger' : 'due'" [act]="isPast(due.at)"
              >{{ words(due.what) }} · {{ due.at | dateText: 'day' }}</app-state
            >
          } @else {
            <span class="muted">–</span>
          }
        </td>
        <td class="wide small muted">{{ row.lastStepAt | dateText: 'day' }}</td>
      </ng-template>
      <ng-container listEmpty>
        <h3 i18n="@@family.noLinks">No link is yours</h3>
        <p i18n="@@family.noLinksText">
          A link comes here when a wish begins on a file on whose team you are, or when you take up a request.
        </p>
      </ng-container>
    </app-list>
  `,
})
export class LinkBoard {
  private readonly api = inject(FamilyApi);
  private readonly router = inject(Router);
  protected readonly mayCount = inject(SessionStore).may('report:read-family');
  protected readonly relations = kinRelation;
  protected readonly marks = LINK_STATES;
  protected readonly words = dueWords;
  protected readonly counts = signal<Readonly<Record<string, number>>>({});
  protected readonly columns: readonly ListColumn[] = [
    { id: 'who', label: $localize`:@@family.who:Who` },
    { id: 'state', label: $localize`:@@family.state:State` },
    { id: 'due', label: $localize`:@@family.due:Due` },
    { id: 'last', label: $localize`:@@family.lastStep:Last step`, wide: true },
  ];
  protected readonly list = new ListSource<FamilyLinkLineView>((question) => this.load(question), { facetNames: ['state'] });

  protected isPast = (at: string): boolean => Date.parse(at) < Date.now();

  protected open({ id }: FamilyLinkLineView): void {
    void this.router.navigate(['/family-links', id]);
  }

  private async load(question: ListQuestion): Promise<ListPage<FamilyLinkLineView>> {
    const page = await this.api.links(question);
    if (!question.text) this.counts.set(page.byState);
    return page;
  }
}
