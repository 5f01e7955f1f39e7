import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DuplicateLinesView } from '@panah/contracts/duplicates.contract';
import { DateText } from '../platform/dates/date-text';
import { Icon } from '../platform/icon/icon';
import { EnquiriesApi } from './enquiries.api';

/** For the coordinator: an enquiry somewhere may concern the person of one of their cases. Two references, no name. */
@Component({
  selector: 'app-duplicate-lines',
  imports: [DateText, Icon, RouterLink],
  template: `
    @if (lines.hasValue() && lines.value().items.length) {
      <section class="panel duplicates" aria-labelledby="duplicates">
        <h2 id="duplicates" i18n="@@intake.duplicates">Perhaps the same person</h2>
        <ul>
          @for (line of lines.value().items; track line.id) {
            <li class="row">
              <app-icon name="copy" class="muted" />
              <p>
                <span i18n="@@intake.duplicateEnquiry">Enquiry</span>&ngsp;<bdi class="ref">{{ line.enquiryRef }}</bdi
                >&ngsp;<span i18n="@@intake.duplicateCase">may concern the person of case</span>&ngsp;
                @if (line.caseId) {
                  <a [routerLink]="['/cases', line.caseId]"
                    ><bdi class="ref">{{ line.caseRef }}</bdi></a
                  >
                }
                <span class="small muted">{{ line.foundAt | dateText: 'short' }}</span>
              </p>
              <button type="button" class="btn slim" (click)="settle(line.id)" i18n="@@intake.duplicateSeen">Looked into</button>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    .duplicates {
      margin-block-end: var(--s4);
    }
  `,
})
export class DuplicateLines {
  private readonly enquiries = inject(EnquiriesApi);
  protected readonly lines = httpResource<DuplicateLinesView>(() => '/api/duplicate-lines');

  protected async settle(id: string): Promise<void> {
    await this.enquiries.settle(id);
    this.lines.reload();
  }
}
