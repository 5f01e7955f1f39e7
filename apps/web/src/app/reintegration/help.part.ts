import { httpResource } from '@angular/common/http';
import { Component, inject, input } from '@angular/core';
import type { HelpGivenListView, HelpGivenView } from '@panah/contracts/reintegration.contract';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { DateDisplay } from '../platform/dates/date-display';
import { DateWords } from '../platform/dates/date-words';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { readerLanguage } from '../platform/reader/language';
import { CodeLabel } from '../platform/text/code-label';
import { helpQuestion } from './help-question';
import { helpPath, ReintegrationApi } from './reintegration.api';
import { REINTEGRATION_PROBLEMS } from './reintegration.texts';

/** Help that was given: which service, when, how much. */
@Component({
  selector: 'app-help-given',
  imports: [CodeLabel, DateDisplay, Icon, ProblemNotice],
  template: `
    <section class="panel" aria-labelledby="help">
      <div class="panel-head">
        <h2 id="help" i18n="@@reintegration.help">Help given</h2>
        @if (help.hasValue() && help.value().actions.includes('add')) {
          <button type="button" class="btn slim push" (click)="open()">
            <app-icon name="plus" /><span i18n="@@reintegration.addHelp">Record help</span>
          </button>
        }
      </div>
      @if (help.hasValue()) {
        <ul>
          @for (one of help.value().items; track one.id) {
            <li class="row">
              <app-icon name="done" class="muted" />
              <div>
                <p class="who">
                  <span class="strong">{{ one.service | codeLabel: services }}</span>
                  @if (money(one); as sum) {
                    <bdi>{{ sum }}</bdi>
                  }
                </p>
                @if (one.what; as what) {
                  <p dir="auto">{{ what }}</p>
                }
                <p class="small muted">
                  <app-date [value]="one.givenOn" shape="short" /> · <bdi>{{ one.givenBy?.name }}</bdi>
                </p>
              </div>
              @if (one.actions.includes('correct')) {
                <div class="btns">
                  <button type="button" class="btn slim" (click)="open(one)" i18n="@@reintegration.correct">Correct</button>
                </div>
              }
            </li>
          } @empty {
            <li class="empty"><p i18n="@@reintegration.noHelp">No help is recorded yet.</p></li>
          }
        </ul>
      } @else if (help.error(); as error) {
        <app-problem [problem]="error" [repeatable]="true" (again)="help.reload()" />
      } @else {
        <span class="bone" aria-hidden="true"></span>
      }
    </section>
  `,
})
export class HelpGiven {
  readonly caseId = input.required<string>();

  private readonly api = inject(ReintegrationApi);
  private readonly questions = inject(Questions);
  private readonly today = inject(DateWords).today();
  protected readonly services = serviceRequested;
  protected readonly help = httpResource<HelpGivenListView>(() => helpPath(this.caseId()));

  constructor() {
    inject(ProblemTexts).add(REINTEGRATION_PROBLEMS);
  }

  protected money({ amount, currency }: HelpGivenView): string | null {
    if (amount === null || currency === null) return null;
    return new Intl.NumberFormat(readerLanguage(), { style: 'currency', currency }).format(Number(amount));
  }

  protected async open(help?: HelpGivenView): Promise<void> {
    const saved = await this.questions.ask(helpQuestion(this.api, this.caseId(), this.today, help));
    if (saved) this.help.reload();
  }
}
