import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FamilyMatchesView } from '@panah/contracts/family-enquiries.contract';
import { matchLikeness } from '@panah/domain/vocabulary/family';
import { DateText } from '../platform/dates/date-text';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { StateMark } from '../platform/text/state-mark';
import { MATCHES } from './enquiries.api';
import { MATCH_STATES } from './match-states';

/** Proposals that somebody who asks is the one whom a client misses. A proposal is no finding. */
@Component({
  selector: 'app-match-list',
  imports: [CodeLabel, DateText, Icon, NumberText, ProblemNotice, RouterLink, StateMark],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@familyEnquiries.matches">Matches</h1>
        <p class="sub" i18n="@@familyEnquiries.matchesSub">
          Somebody who asks may be the one whom a client misses. A proposal is no finding: two people confirm, one is enough to refuse.
        </p>
      </div>
    </header>
    @if (list.hasValue()) {
      <ul class="panel">
        @for (each of list.value().items; track each.id) {
          <li class="row">
            <app-state-mark [code]="each.state" [of]="marks" />
            <div>
              <a class="strong" [routerLink]="['/family-matches', each.id]"
                >{{ each.likeness | codeLabel: likeness }} ·
                <span i18n="@@familyEnquiries.score">{{ each.score | numberText }} of 100</span></a
              >
              <p class="small muted">
                {{ each.foundAt | dateText: 'day' }}
                @if (each.confirmedBy; as who) {
                  · <span i18n="@@familyEnquiries.confirmedBy">confirmed by</span> <bdi>{{ who.name }}</bdi>
                }
              </p>
            </div>
          </li>
        } @empty {
          <li class="empty">
            <app-icon name="done" [size]="20" />
            <h2 i18n="@@familyEnquiries.noMatches">Nothing is proposed</h2>
            <p i18n="@@familyEnquiries.noMatchesText">Enquiries are compared by night, only where both agreed to be looked for.</p>
          </li>
        }
      </ul>
    } @else if (list.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="list.reload()" />
    } @else {
      <div aria-busy="true"><span class="bone" aria-hidden="true"></span></div>
    }
  `,
})
export class MatchList {
  protected readonly list = httpResource<FamilyMatchesView>(() => MATCHES);
  protected readonly likeness = matchLikeness;
  protected readonly marks = MATCH_STATES;
}
