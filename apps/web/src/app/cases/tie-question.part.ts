import { Component, input } from '@angular/core';
import type { TeamQuestionView } from '@panah/contracts/case-team.contract';
import { conflictKind, serviceStream } from '@panah/domain/vocabulary/cases';
import { choicesOf } from '../platform/form/choices';
import type { UsualField } from '../platform/form/form-question';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel, LanguageLabel } from '../platform/text/country-label';

/** What somebody is told of a person before they say whether they have a tie: neutral facts, no name (R-AC-13). More lines go inside. */
@Component({
  selector: 'app-neutral-facts',
  imports: [CodeLabel, CountryLabel, LanguageLabel],
  template: `
    @let it = facts();
    <dl class="pairs">
      <ng-content select="[factsFirst]" />
      <div>
        <dt i18n="@@cases.country">Country</dt>
        <dd>{{ it.country | countryLabel }}</dd>
      </div>
      <div>
        <dt i18n="@@cases.languages">Languages</dt>
        <dd>
          @for (language of it.languages; track language) {
            <div>{{ language | languageLabel }}</div>
          }
        </dd>
      </div>
      <div>
        <dt i18n="@@cases.streams">Services</dt>
        <dd>
          @for (stream of it.streams; track stream) {
            <div>{{ stream | codeLabel: streams }}</div>
          } @empty {
            <span class="muted" i18n="@@cases.noStream">No service yet</span>
          }
        </dd>
      </div>
      <ng-content />
    </dl>
  `,
})
export class NeutralFacts {
  readonly facts = input.required<Pick<TeamQuestionView, 'country' | 'languages' | 'streams'>>();
  protected readonly streams = serviceStream;
}

/** Have you a tie with this person? */
export const TIE_ANSWER: UsualField = {
  name: 'answer',
  kind: 'choice',
  label: $localize`:@@cases.yourAnswerLabel:Your answer`,
  choices: [
    { code: 'NO_TIE', label: $localize`:@@cases.noTie:I have no tie with this person, as far as I can tell` },
    { code: 'TIE', label: $localize`:@@cases.tie:I have a tie, or I may have one` },
  ],
};

/** Which, once somebody says that there is one. */
export const TIE_KIND: UsualField = {
  name: 'kind',
  kind: 'select',
  label: $localize`:@@cases.tieKind:What kind of tie`,
  hint: $localize`:@@cases.tieKindHint:Only the coordinator sees it. The file closes to you.`,
  choices: choicesOf(conflictKind),
};
