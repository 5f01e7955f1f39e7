import { DOCUMENT } from '@angular/common';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ConsentsView } from '@panah/contracts/consents.contract';
import type { FamilyConsentLineView, FamilyWishView } from '@panah/contracts/family-wishes.contract';
import type { LadderStep } from '@panah/domain/family/ladder';
import type { LinkFace } from '@panah/domain/family/link-face';
import type { Language } from '@panah/domain/vocabulary/code-list';
import { consentPurpose } from '@panah/domain/vocabulary/consents';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { languageChoices, readerLanguage } from '../platform/reader/language';
import { SessionStore } from '../platform/session/session-store';
import { wishPath } from './family.api';
import { ONE_SENTENCE } from './said-again';
import { WISH_SHEET } from './wish-sheet-words';

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/** What we have done and what was allowed, as the page that the person is shown and may take along: in their language, and it names nobody. */
@Component({
  selector: 'app-wish-sheet',
  imports: [ProblemNotice, RouterLink],
  template: `
    <div class="head unprinted">
      <h1 i18n="@@family.sheet">Page for the person</h1>
      <div class="btns">
        <div class="segments" role="group" aria-label="Language" i18n-aria-label="@@family.sheetLanguage">
          @for (each of languages; track each.code) {
            <button type="button" [attr.lang]="each.code" [attr.aria-pressed]="language() === each.code" (click)="language.set(each.code)">
              {{ each.label }}
            </button>
          }
        </div>
        <a class="btn" [routerLink]="['/cases', caseId(), 'family', wishId()]" i18n="@@family.backToWish">Back</a>
        <button type="button" class="btn primary" (click)="print()" i18n="@@family.print">Print</button>
      </div>
    </div>
    @if (wish.hasValue()) {
      @let it = wish.value();
      @let words = said();
      <article class="sheet" [attr.lang]="language()" [attr.dir]="language() === 'fa' ? 'rtl' : 'ltr'">
        <h2>{{ words.title }}</h2>
        <p>{{ words.lead }}</p>
        <section>
          <h3>{{ words.stands }}</h3>
          <p class="large">{{ faceOf(it) }}</p>
          @if (it.face === 'IN_PROGRESS' && it.answered) {
            <p class="large">{{ sentence() }}</p>
          }
          <p>{{ words.silence }}</p>
        </section>
        <section>
          <h3>{{ words.allowed }}</h3>
          <p class="large">{{ allowed(it) }}</p>
          @if (given(it).length) {
            <p class="muted">{{ words.given }}</p>
            <dl>
              @for (line of given(it); track line.id) {
                <dt>{{ purpose(line) }}</dt>
                <dd>{{ line.expiresAt ? words.until + ' ' + day(line.expiresAt) : '' }}</dd>
              }
            </dl>
          } @else {
            <p>{{ words.none }}</p>
          }
        </section>
        <section>
          <h3>{{ words.done }}</h3>
          <dl>
            @for (step of steps(it); track step.label) {
              <dt>{{ step.label }}</dt>
              <dd>{{ day(step.at) }}</dd>
            }
          </dl>
        </section>
        <p>{{ words.right }}</p>
      </article>
    } @else if (wish.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="wish.reload()" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
  styleUrl: './wish-sheet.scss',
})
export class WishSheet {
  readonly caseId = input.required<string>();
  readonly wishId = input.required<string>();

  private readonly page = inject(DOCUMENT);
  private readonly session = inject(SessionStore);
  protected readonly languages = languageChoices;
  protected readonly wish = httpResource<FamilyWishView>(() => wishPath(this.wishId()));
  private readonly consents = httpResource<ConsentsView>(() => `/api/cases/${this.caseId()}/consents`);
  /** The person's own, where the page speaks it; ours until somebody chooses. */
  protected readonly language = linkedSignal<Language>(() => {
    const theirs = this.consents.hasValue() ? this.consents.value().languages : [];
    return theirs.find(isSheetLanguage) ?? readerLanguage();
  });
  protected readonly said = computed(() => WISH_SHEET[this.language()]);
  protected readonly sentence = computed(() => ONE_SENTENCE[this.language()]);

  protected print = (): void => this.page.defaultView?.print();
  protected faceOf = ({ face }: FamilyWishView): string => this.said().faces[face as LinkFace];
  protected given = ({ consents }: FamilyWishView): FamilyConsentLineView[] => consents.filter(({ state }) => state === 'ACTIVE');
  protected purpose = ({ purpose }: FamilyConsentLineView): string =>
    consentPurpose.has(purpose) ? consentPurpose.label(purpose, this.language()) : purpose;

  protected allowed({ allowed: { ladder, permissions } }: FamilyWishView): string {
    const { mayKnow, neither, country, contactDetails, both } = this.said();
    if (ladder === 'NOTHING') return mayKnow.NOTHING;
    const [where, how] = [permissions.includes('COUNTRY'), permissions.includes('CONTACT_DETAILS')];
    return `${mayKnow[ladder as LadderStep]} ${where ? (how ? both : country) : how ? contactDetails : neither}`;
  }

  protected steps(it: FamilyWishView): { label: string; at: string }[] {
    const words = this.said();
    const steps: [string, string | null][] = [
      [words.noted, it.notedAt],
      [words.warned, it.warnedAt],
      [words.begun, it.begunOn],
      [words.answer, it.answerOn],
      [words.contact, it.inContactSince],
      [words.ended, it.endedAt],
    ];
    return steps.flatMap(([label, at]) => (at ? [{ label, at }] : []));
  }

  protected day(iso: string): string {
    const locale = this.language() === 'fa' ? 'fa-IR-u-ca-persian' : 'en-GB';
    const timeZone = DAY_ONLY.test(iso) ? 'UTC' : this.session.timeZone();
    return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(iso));
  }
}

const isSheetLanguage = (code: string): code is Language => languageChoices.some((each) => each.code === code);
