import { httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ProfileValueView, ProfileView } from '@panah/contracts/legal-deadlines.contract';
import { EXAMPLE_COUNTRY } from '@panah/domain/vocabulary/countries';
import { profileKind } from '@panah/domain/vocabulary/legal-deadlines';
import { DateDisplay } from '../platform/dates/date-display';
import { Dialogs } from '../platform/dialog/dialogs';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { SessionStore } from '../platform/session/session-store';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { AsylumApi } from './asylum.api';
import { ASYLUM_PROBLEMS } from './asylum.texts';
import { countries } from './act-fields';
import { chooseKind, enterValue } from './profile-acts';
import { valueInWords } from './profile-words';

/** The rules of a country, each with who entered it and who verified it. What nobody verified is never counted with. */
@Component({
  selector: 'app-countries-page',
  imports: [CodeLabel, DateDisplay, Icon, NumberText, ProblemNotice, RouterLink, State],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@asylum.rules">Rules of countries</h1>
        <p class="sub" i18n="@@asylum.rulesSub">
          One enters a value with its source, a lawyer other than them verifies it. Without that no day is reckoned with it.
        </p>
      </div>
      <div class="btns">
        <a class="btn" routerLink="/deadlines" i18n="@@asylum.deadlines">Deadlines</a>
        @if (profile.hasValue() && profile.value().actions.includes('enter')) {
          <button type="button" class="btn primary" (click)="enter()">
            <app-icon name="plus" /><span i18n="@@asylum.enterValue">Enter a value</span>
          </button>
        }
      </div>
    </header>
    <label class="field fit">
      <span i18n="@@asylum.country">Country</span>
      <span class="select">
        <select #which class="input" (change)="country.set(which.value)">
          @for (each of all; track each.code) {
            <option [value]="each.code" [selected]="each.code === country()">{{ each.label }}</option>
          }
        </select>
      </span>
    </label>
    @if (refused(); as problem) {
      <app-problem [problem]="problem" />
    }
    @if (profile.hasValue()) {
      <section class="panel" aria-label="Values" i18n-aria-label="@@asylum.values">
        <ul>
          @for (it of profile.value().values; track it.kind + it.code + it.version) {
            <li class="row">
              @if (it.verifiedBy; as by) {
                <app-state icon="done" tone="good"><span i18n="@@asylum.verified">Verified</span></app-state>
              } @else {
                <app-state icon="alert" tone="due"><span i18n="@@asylum.unverified">Unverified</span></app-state>
              }
              <div>
                <p>
                  <strong>{{ it.kind | codeLabel: kinds }}</strong>&ngsp;<bdi dir="ltr" class="muted small">{{ it.code }}</bdi>
                  @if (it.version) {
                    <span class="muted small" i18n="@@asylum.version">version {{ it.version | numberText }}</span>
                  }
                </p>
                <p dir="auto">{{ words(it) }}</p>
                <p class="small muted">
                  @if (it.enteredBy; as by) {
                    <span i18n="@@asylum.enteredBy">entered by</span>&ngsp;<bdi>{{ by.name }}</bdi>
                  } @else {
                    <span i18n="@@asylum.heard">came with the software, as hearsay</span>
                  }
                  @if (it.verifiedBy; as by) {
                    · <span i18n="@@asylum.verifiedBy">verified by</span>&ngsp;<bdi>{{ by.name }}</bdi
                    >&ngsp;<app-date [value]="it.verifiedAt ?? ''" shape="day" />
                  }
                  @if (it.sourceUrl) {
                    · <bdi dir="ltr">{{ it.sourceUrl }}</bdi>
                  }
                </p>
              </div>
              <div class="btns">
                @if (it.actions.includes('verify')) {
                  <button type="button" class="btn slim" (click)="verify(it)" i18n="@@asylum.verify">Verify</button>
                }
              </div>
            </li>
          } @empty {
            <li class="panel-body muted" i18n="@@asylum.nothingKnown">
              Nothing is known of this country. Each deadline asks for a lawyer.
            </li>
          }
        </ul>
      </section>
    } @else if (profile.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="profile.reload()" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
  styles: '.fit { inline-size: fit-content; display: grid; gap: var(--s1) }',
  host: { class: 'stack roomy' },
})
export class CountriesPage {
  private readonly api = inject(AsylumApi);
  private readonly dialogs = inject(Dialogs);
  private readonly questions = inject(Questions);
  private readonly session = inject(SessionStore);
  protected readonly kinds = profileKind;
  protected readonly words = valueInWords;
  protected readonly refused = signal<Problem | null>(null);
  protected readonly all = countries(this.session.demo());
  protected readonly country = signal(this.session.demo() ? EXAMPLE_COUNTRY : 'AL');
  protected readonly profile = httpResource<ProfileView>(() => `/api/country-profiles?country=${this.country()}`);

  constructor() {
    inject(ProblemTexts).add(ASYLUM_PROBLEMS);
  }

  protected async enter(): Promise<void> {
    const kind = await this.questions.ask(chooseKind());
    if (kind && (await this.questions.ask(enterValue(this.api, this.country(), kind)))) this.profile.reload();
  }

  protected async verify({ id, kind, code }: ProfileValueView): Promise<void> {
    const title = $localize`:@@asylum.verifyTitle:Verify this value`;
    const text = $localize`:@@asylum.verifyText:Your name stands beside it from now on, and deadlines are reckoned with it: ${kind}:kind: ${code}:code:`;
    if (!id || !(await this.dialogs.confirm({ title, text, yes: $localize`:@@asylum.verify:Verify` }))) return;
    this.refused.set(null);
    try {
      await this.api.verifyValue(id);
      this.profile.reload();
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }
}
