import { httpResource } from '@angular/common/http';
import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EnquiryMatchesView } from '@panah/contracts/duplicates.contract';
import { Icon } from '../platform/icon/icon';
import { enquiryPath } from './enquiries.api';

/** Somebody the reader works with may be the same person. It proposes; people decide (R-ID-06). */
@Component({
  selector: 'app-matches-panel',
  imports: [Icon, RouterLink],
  template: `
    @if (matches.hasValue() && matches.value().items.length) {
      <section class="panel" aria-labelledby="matches">
        <h2 id="matches" i18n="@@intake.matches">Known to you already?</h2>
        <ul>
          @for (match of matches.value().items; track match.clientId) {
            <li class="row">
              <app-icon name="copy" class="muted" />
              <p>
                @if (match.caseId) {
                  <a [routerLink]="['/cases', match.caseId]"
                    ><bdi>{{ match.name }}</bdi></a
                  >
                } @else {
                  <bdi>{{ match.name }}</bdi>
                }
                <bdi class="ref small">{{ match.caseRef }}</bdi>
              </p>
              <span class="small muted">
                @if (match.verdict === 'LIKELY') {
                  <span i18n="@@intake.likely">Likely the same person</span>
                } @else {
                  <span i18n="@@intake.possible">Possibly the same person</span>
                }
              </span>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    :host:empty {
      display: none;
    }
  `,
})
export class MatchesPanel {
  readonly enquiryId = input.required<string>();
  protected readonly matches = httpResource<EnquiryMatchesView>(() => `${enquiryPath(this.enquiryId())}/matches`);
}
