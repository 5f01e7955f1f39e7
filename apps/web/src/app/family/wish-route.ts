import { httpResource } from '@angular/common/http';
import { Component, input } from '@angular/core';
import type { FamilyRouteView } from '@panah/contracts/family-links.contract';
import { DateDisplay } from '../platform/dates/date-display';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CountryLabel } from '../platform/text/country-label';
import { routeStepWords } from './route-steps';

/** The way by law once two people are in contact: its days for the client's legal colleague, and nothing of the link. */
@Component({
  selector: 'app-wish-route',
  imports: [CountryLabel, DateDisplay, Icon, ProblemNotice],
  template: `
    <section class="panel" aria-labelledby="route">
      <h2 id="route" i18n="@@family.route">Way by law</h2>
      @if (route.hasValue()) {
        <ul>
          @for (step of route.value().steps; track step.id) {
            <li class="row">
              <app-icon [name]="step.doneOn ? 'done' : 'open'" class="muted" />
              <div>
                <p>{{ words(step.kind) }} · {{ step.country | countryLabel }}</p>
                @if (step.doneOn ?? step.dueOn; as day) {
                  <p class="small muted">
                    @if (step.doneOn) {
                      <span i18n="@@family.routeDone">Done</span>
                    } @else {
                      <span i18n="@@family.routeDue">Due on</span>
                    }
                    &ngsp;<app-date [value]="day" shape="day" />
                  </p>
                }
              </div>
            </li>
          } @empty {
            <li class="panel-body muted" i18n="@@family.noRoute">No step yet.</li>
          }
        </ul>
      } @else if (route.error(); as error) {
        <div class="panel-body"><app-problem [problem]="error" [repeatable]="true" (again)="route.reload()" /></div>
      } @else {
        <span class="bone" aria-hidden="true"></span>
      }
    </section>
  `,
})
export class WishRoute {
  readonly wishId = input.required<string>();
  protected readonly route = httpResource<FamilyRouteView>(() => `/api/family-wishes/${this.wishId()}/route`);
  protected readonly words = routeStepWords;
}
