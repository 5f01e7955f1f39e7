import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CertificateListView } from '@panah/contracts/reintegration.contract';
import { DateText } from '../platform/dates/date-text';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { certificateQuestion } from './certificate-question';
import { certificatesPath, ReintegrationApi } from './reintegration.api';
import { REINTEGRATION_PROBLEMS } from './reintegration.texts';

/** Certificates of attendance, each to be printed and signed. */
@Component({
  selector: 'app-certificates',
  imports: [DateText, Icon, ProblemNotice, RouterLink],
  template: `
    <section class="panel" aria-labelledby="certificates">
      <div class="panel-head">
        <h2 id="certificates" i18n="@@reintegration.certificates">Certificates of attendance</h2>
        @if (papers.hasValue() && papers.value().actions.includes('issue')) {
          <button type="button" class="btn slim push" (click)="issue()">
            <app-icon name="plus" /><span i18n="@@reintegration.issue">Issue a certificate</span>
          </button>
        }
      </div>
      @if (papers.hasValue()) {
        <ul>
          @for (paper of papers.value().items; track paper.id) {
            <li class="row">
              <app-icon name="note" class="muted" />
              <div>
                <p>
                  <a class="strong" [routerLink]="['/cases', caseId(), 'certificates', paper.id]"
                    ><bdi>{{ paper.activity }}</bdi></a
                  >
                </p>
                <p class="small muted">{{ paper.from | dateText: 'short' }} – {{ paper.until | dateText: 'short' }}</p>
              </div>
            </li>
          } @empty {
            <li class="empty"><p i18n="@@reintegration.noCertificate">None has been issued yet.</p></li>
          }
        </ul>
      } @else if (papers.error(); as error) {
        <app-problem [problem]="error" [repeatable]="true" (again)="papers.reload()" />
      } @else {
        <span class="bone" aria-hidden="true"></span>
      }
    </section>
  `,
})
export class Certificates {
  readonly caseId = input.required<string>();

  private readonly api = inject(ReintegrationApi);
  private readonly questions = inject(Questions);
  private readonly router = inject(Router);
  protected readonly papers = httpResource<CertificateListView>(() => certificatesPath(this.caseId()));

  constructor() {
    inject(ProblemTexts).add(REINTEGRATION_PROBLEMS);
  }

  protected async issue(): Promise<void> {
    const issued = await this.questions.ask(certificateQuestion(this.api, this.caseId()));
    if (issued) await this.router.navigate(['/cases', this.caseId(), 'certificates', issued.id]);
  }
}
