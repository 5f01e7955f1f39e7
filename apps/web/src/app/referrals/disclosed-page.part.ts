import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { DOCUMENT } from '@angular/common';
import { RouterLink } from '@angular/router';
import type { DisclosedPackagesView } from '@panah/contracts/referral-views.contract';
import type { CodeList } from '@panah/domain/vocabulary/code-list';
import { consentScope } from '@panah/domain/vocabulary/consents';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { referralEndReason } from '@panah/domain/vocabulary/referrals';
import { SessionStore } from '../platform/session/session-store';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { readerLanguage } from '../platform/reader/language';
import { ENDS_SAID, SCOPES_SAID, SERVICES_SAID } from './disclosed-codes';
import { SHEET_LANGUAGES, SHEET_WORDS, type SheetLanguage } from './disclosed-words';
import { caseReferrals } from './referrals.api';

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;
type SaidCodes = Readonly<Partial<Record<string, Readonly<Record<'de' | 'fr' | 'sq' | 'ar', string>>>>>;

/** What was told outside about somebody, as the sheet that they are shown and may take along: in their language, without their name. */
@Component({
  selector: 'app-disclosed-page',
  imports: [ProblemNotice, RouterLink],
  template: `
    <div class="head unprinted">
      <h1 i18n="@@referrals.sheet">Sheet for the person</h1>
      <div class="btns">
        <div class="segments" role="group" aria-label="Language" i18n-aria-label="@@referrals.sheetLanguage">
          @for (each of languages; track each.code) {
            <button type="button" [attr.lang]="each.code" [attr.aria-pressed]="language() === each.code" (click)="language.set(each.code)">
              {{ each.label }}
            </button>
          }
        </div>
        <a class="btn" [routerLink]="['/cases', caseId(), 'referrals']" i18n="@@referrals.back">Back to the file</a>
        <button type="button" class="btn primary" (click)="print()" i18n="@@referrals.print">Print</button>
      </div>
    </div>
    @if (disclosed.hasValue()) {
      @let words = said();
      <article class="sheet" [attr.lang]="language()" [attr.dir]="reads().dir">
        <h2>{{ words.title }}</h2>
        <p>{{ words.lead }}</p>
        @for (line of disclosed.value().items; track line.id) {
          <section>
            <h3>
              <bdi>{{ line.partner.name }}</bdi> · {{ word(line.service, services, servicesSaid) }}
            </h3>
            <dl>
              <dt>{{ words.what }}</dt>
              <dd>{{ listed(line.scope) }}</dd>
              <dt>{{ words.consent }}</dt>
              <dd>{{ day(line.consentGivenOn) }}</dd>
              <dt>{{ words.sent }}</dt>
              <dd>{{ day(line.sealedAt) }}</dd>
              <dt>{{ words.opened }}</dt>
              <dd>{{ line.openedAt ? day(line.openedAt) : words.notOpened }}</dd>
              <dt>{{ words.ended }}</dt>
              <dd>{{ line.endedAt ? day(line.endedAt) + ' · ' + word(line.endReason, reasons, endsSaid) : words.open }}</dd>
            </dl>
          </section>
        } @empty {
          <p class="strong">{{ words.none }}</p>
        }
        <p>{{ words.right }}</p>
      </article>
    } @else if (disclosed.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="disclosed.reload()" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
  styles: `
    .sheet {
      max-inline-size: 44rem;
      margin-inline: auto;
      padding: var(--s6);
      border: 1px solid var(--line);
      background: var(--surface);
    }
    .sheet > * + * {
      margin-block-start: var(--s4);
    }
    .sheet section {
      padding-block-start: var(--s3);
      border-block-start: 1px solid var(--line);
      break-inside: avoid;
    }
    dl {
      display: grid;
      grid-template-columns: minmax(6rem, max-content) minmax(0, 1fr);
      gap: var(--s1) var(--s4);
    }
    dt {
      color: var(--ink-2);
    }
    @media (max-width: 480px) {
      .sheet {
        padding: var(--s4);
      }
    }
  `,
})
export class DisclosedPage {
  readonly caseId = input.required<string>();

  private readonly page = inject(DOCUMENT);
  private readonly session = inject(SessionStore);
  protected readonly languages = SHEET_LANGUAGES;
  protected readonly services = serviceRequested;
  protected readonly reasons = referralEndReason;
  protected readonly servicesSaid = SERVICES_SAID;
  protected readonly endsSaid = ENDS_SAID;
  protected readonly disclosed = httpResource<DisclosedPackagesView>(() => caseReferrals(this.caseId(), 'referral-packages'));
  /** The person's own, where the sheet speaks it; ours until somebody chooses. */
  protected readonly language = linkedSignal<SheetLanguage>(() => {
    const theirs = this.disclosed.hasValue() ? this.disclosed.value().language : null;
    return SHEET_LANGUAGES.find(({ code }) => code === theirs)?.code ?? readerLanguage();
  });
  protected readonly reads = computed(() => SHEET_LANGUAGES.find(({ code }) => code === this.language()) ?? SHEET_LANGUAGES[0]);
  protected readonly said = computed(() => SHEET_WORDS[this.language()]);

  protected listed = (scope: readonly string[]): string => scope.map((code) => this.word(code, consentScope, SCOPES_SAID)).join(' · ');
  protected print = (): void => this.page.defaultView?.print();

  /** In the vocabulary's own words where it speaks the language, else in those that stand beside the sheet. */
  protected word(code: string | null, list: CodeList<string>, said: SaidCodes): string {
    const language = this.language();
    if (code === null || !list.has(code)) return code ?? '';
    if (language === 'en' || language === 'fa') return list.label(code, language);
    return said[code]?.[language] ?? list.label(code, 'en');
  }

  /** A day has no clock; a moment is on the day that it was in the office. */
  protected day(iso: string): string {
    const timeZone = DAY_ONLY.test(iso) ? 'UTC' : this.session.timeZone();
    return new Intl.DateTimeFormat(this.reads().locale, { dateStyle: 'long', timeZone }).format(new Date(iso));
  }
}
