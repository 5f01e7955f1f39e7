import { httpResource } from '@angular/common/http';
import { Component, inject, input, DOCUMENT } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CertificateView } from '@panah/contracts/reintegration.contract';
import { DateText } from '../platform/dates/date-text';
import { ProblemNotice } from '../platform/problem/problem-notice';

/** A certificate of attendance as it is printed: who took part in what, and when. Nothing says what for, or of which file. */
@Component({
  selector: 'app-certificate-page',
  imports: [DateText, ProblemNotice, RouterLink],
  template: `
    @if (paper.hasValue()) {
      @let it = paper.value();
      <div class="head unprinted">
        <p class="sub" i18n="@@reintegration.printHint">This is the paper. It is signed by hand.</p>
        <div class="btns">
          <a class="btn" [routerLink]="['/cases', caseId(), 'independence']" i18n="@@reintegration.back">Back</a>
          <button type="button" class="btn primary" (click)="print()"><span i18n="@@reintegration.print">Print</span></button>
        </div>
      </div>
      <article class="paper">
        <p class="office">{{ it.office }}</p>
        <h1 i18n="@@reintegration.certificateTitle">Certificate of attendance</h1>
        <p i18n="@@reintegration.certifies">This is to confirm that</p>
        <p class="whom" dir="auto">{{ it.name }}</p>
        <p i18n="@@reintegration.tookPart">took part in</p>
        <p class="what" dir="auto">{{ it.activity }}</p>
        <p>
          <span i18n="@@reintegration.fromUntil">from {{ it.from | dateText: 'long' }} until {{ it.until | dateText: 'long' }}</span>
          @if (it.hours; as hours) {
            <span i18n="@@reintegration.hoursIn">, {{ hours }} hours</span>
          }
        </p>
        <div class="signs">
          <p>{{ it.issuedOn | dateText: 'long' }}</p>
          <p class="line">
            <bdi>{{ it.issuedBy?.name }}</bdi>
          </p>
        </div>
      </article>
    } @else if (paper.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="paper.reload()" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
  styles: `
    .paper {
      max-inline-size: 44rem;
      margin-inline: auto;
      padding: var(--s6);
      border: 1px solid var(--line);
      background: var(--surface);
      text-align: center;
    }
    .paper p,
    .paper h1 {
      margin-block: var(--s3);
    }
    .office {
      font-weight: var(--strong);
    }
    .whom,
    .what {
      font-size: 1.4em;
      font-weight: 600;
    }
    .signs {
      display: flex;
      justify-content: space-between;
      margin-block-start: var(--s6);
      text-align: start;
    }
    .line {
      min-inline-size: 14rem;
      padding-block-start: var(--s2);
      border-block-start: 1px solid var(--ink);
    }
  `,
})
export class CertificatePage {
  readonly caseId = input.required<string>();
  readonly certificateId = input.required<string>();

  private readonly document = inject(DOCUMENT);
  protected readonly paper = httpResource<CertificateView>(() => `/api/certificates/${this.certificateId()}`);

  protected print(): void {
    this.document.defaultView?.print();
  }
}
