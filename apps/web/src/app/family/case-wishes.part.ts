import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FamilyWishesView } from '@panah/contracts/family-wishes.contract';
import { kinRelation } from '@panah/domain/vocabulary/family';
import { DateDisplay } from '../platform/dates/date-display';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { CodeLabel } from '../platform/text/code-label';
import { StateMark } from '../platform/text/state-mark';
import { caseWishes } from './family.api';
import { LINK_FACES } from './family-states';
import { FAMILY_PROBLEMS } from './family.texts';

/** Whom somebody wishes to find, and the little that is shown of what becomes of it. */
@Component({
  selector: 'app-case-wishes',
  imports: [CodeLabel, DateDisplay, Icon, ProblemNotice, RouterLink, StateMark],
  template: `
    @if (wishes.hasValue()) {
      @let it = wishes.value();
      <section class="panel" aria-labelledby="wishes">
        <div class="panel-head">
          <h2 id="wishes" i18n="@@family.wishes">Whom they wish to find</h2>
          @if (it.actions.includes('note')) {
            <a class="btn slim push" [routerLink]="['/cases', caseId(), 'family', 'new']"
              ><app-icon name="plus" /><span i18n="@@family.noteWish">Note a wish</span></a
            >
          }
        </div>
        <ul>
          @for (each of it.items; track each.id) {
            <li class="row">
              <app-icon name="family" class="muted" />
              <div>
                <p class="who">
                  <a class="strong" [routerLink]="['/cases', caseId(), 'family', each.id]"
                    ><bdi>{{ each.name }}</bdi></a
                  >
                  <span class="muted">{{ each.relation | codeLabel: relations }}</span>
                </p>
                <p><app-state-mark [code]="each.face" [of]="faces" /></p>
                @if (each.face === 'IN_PROGRESS' && each.answerOn && !each.answered) {
                  <p class="small muted">
                    <span i18n="@@family.answerDay">Answer on</span>&ngsp;<app-date [value]="each.answerOn" shape="day" />
                  </p>
                }
              </div>
              <p class="end small muted"><app-date [value]="each.inContactSince ?? each.begunOn ?? each.notedAt" shape="day" /></p>
            </li>
          } @empty {
            <li class="panel-body muted" i18n="@@family.noWishes">
              No wish is noted. Ask whether there is somebody whom they would like to find again; “not now” is an answer, too.
            </li>
          }
        </ul>
      </section>
    } @else if (wishes.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="wishes.reload()" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
  host: { class: 'stack roomy' },
})
export class CaseWishes {
  readonly caseId = input.required<string>();
  protected readonly wishes = httpResource<FamilyWishesView>(() => caseWishes(this.caseId()));
  protected readonly relations = kinRelation;
  protected readonly faces = LINK_FACES;

  constructor() {
    inject(ProblemTexts).add(FAMILY_PROBLEMS);
  }
}
