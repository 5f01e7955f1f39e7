import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CounsellingDeskView } from '@panah/contracts/counselling-desk.contract';
import { InstrumentLicenceInput, type InstrumentLicencesView } from '@panah/contracts/screening.contract';
import { instrument } from '@panah/domain/vocabulary/counselling';
import { languageName, LANGUAGES } from '@panah/domain/vocabulary/languages';
import { DateText } from '../platform/dates/date-text';
import { choicesOf } from '../platform/form/choices';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { readerLanguage } from '../platform/reader/language';
import { CodeLabel } from '../platform/text/code-label';
import { LanguageLabel } from '../platform/text/country-label';
import { CounsellingApi, DESK, INSTRUMENTS } from './counselling.api';
import { EpisodeAsks } from './episode-asks';

/** On which licence the office uses which form (R-CN-06). No text of a form is part of this house. */
@Component({
  selector: 'app-instruments-page',
  imports: [CodeLabel, DateText, Icon, LanguageLabel, ProblemNotice, RouterLink],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@counselling.forms">Screening forms</h1>
        <p class="sub" i18n="@@counselling.formsSub">
          A form is used once its licence is on record. Without a text of your own, numbers are entered beside the paper form.
        </p>
      </div>
      <div class="btns">
        <a class="btn" routerLink="/counselling"><app-icon name="back" /><span i18n="@@counselling.title">Counselling</span></a>
        @if (forms.hasValue() && forms.value().actions.includes('license')) {
          <button type="button" class="btn primary" (click)="add()">
            <app-icon name="plus" /><span i18n="@@counselling.licenceAdd">Record a licence</span>
          </button>
        }
      </div>
    </header>
    @if (forms.hasValue()) {
      <section class="panel">
        <ul>
          @for (one of forms.value().items; track one.id) {
            <li class="row">
              <app-icon name="doc" class="muted" />
              <div>
                <p class="who">
                  <span class="strong">{{ one.instrument | codeLabel: instruments }}</span>
                  <span class="muted">{{ one.language | languageLabel }}</span>
                </p>
                <p dir="auto">{{ one.textSource }} · {{ one.versionLabel }}</p>
                <p class="small muted">
                  <bdi>{{ one.recordedBy.name }}</bdi> · {{ one.recordedAt | dateText: 'short' }}
                  @if (one.agreementOn) {
                    · <span i18n="@@counselling.agreementOn">agreement of {{ one.agreementOn | dateText: 'short' }}</span>
                  }
                  @if (!one.itemTexts.length) {
                    · <span i18n="@@counselling.paper">beside the paper form</span>
                  }
                </p>
              </div>
            </li>
          } @empty {
            <li class="panel-body muted" i18n="@@counselling.formsEmpty">No licence is on record: no form is used.</li>
          }
        </ul>
      </section>
    } @else if (forms.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="forms.reload()" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
})
export class InstrumentsPage {
  private readonly asks = inject(EpisodeAsks);
  private readonly api = inject(CounsellingApi);
  protected readonly instruments = instrument;
  protected readonly forms = httpResource<InstrumentLicencesView>(() => INSTRUMENTS);
  private readonly desk = httpResource<CounsellingDeskView>(() => DESK);

  protected async add(): Promise<void> {
    const offices = this.desk.hasValue() ? this.desk.value().offices.map(({ id, name }) => ({ code: id, label: name })) : [];
    const saved = await this.asks.ask({
      title: $localize`:@@counselling.licenceAdd:Record a licence`,
      text: $localize`:@@counselling.licenceText:Enter the text of a form only where the office has leave to keep it: one item a line.`,
      act: $localize`:@@counselling.save:Save`,
      contract: InstrumentLicenceInput,
      start: { officeId: offices[0]?.code },
      fields: [
        { name: 'officeId', label: $localize`:@@counselling.office:Office`, kind: 'select', choices: offices },
        { name: 'instrument', label: $localize`:@@counselling.instrument:Form`, kind: 'select', choices: choicesOf(instrument) },
        {
          name: 'language',
          label: $localize`:@@counselling.formLanguage:Language of the form`,
          kind: 'select',
          choices: LANGUAGES.map((code) => ({ code, label: languageName(code, readerLanguage()) })),
        },
        { name: 'textSource', label: $localize`:@@counselling.textSource:Where the text comes from, and on what terms`, kind: 'text' },
        { name: 'versionLabel', label: $localize`:@@counselling.versionLabel:Version`, kind: 'text' },
        { name: 'agreementOn', label: $localize`:@@counselling.agreement:Utilisation agreement of`, kind: 'day', optional: true },
        { name: 'itemTexts', label: $localize`:@@counselling.itemTexts:Licensed text`, kind: 'lines', optional: true },
      ],
      send: (input, intent) => this.api.license(input, intent),
    });
    if (saved) this.forms.set(saved);
  }
}
