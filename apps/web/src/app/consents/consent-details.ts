import { Component, inject, input } from '@angular/core';
import type { ConsentDetailsView, ConsentDocumentView } from '@panah/contracts/consents.contract';
import {
  capacityCheck,
  consentMethod,
  consentScope,
  freeChoiceCheck,
  interpreterKind,
  withheldReason,
} from '@panah/domain/vocabulary/consents';
import { DocumentOpening } from '../documents/document-opening.part';
import { DateDisplay } from '../platform/dates/date-display';
import { Icon } from '../platform/icon/icon';
import { CodeLabel } from '../platform/text/code-label';
import { StateMark } from '../platform/text/state-mark';
import { languageChoices } from '../platform/form/place-choices';
import { CONSENT_STATES } from './consent-state';

/** What was said, by whom and how, and what became of it. */
@Component({
  selector: 'app-consent-details',
  imports: [CodeLabel, DateDisplay, Icon, StateMark],
  template: `
    @let said = details();
    @if (said.partnersOfThisName.length) {
      <p class="small error">
        <app-icon name="alert" /><span i18n="@@consents.partnerOfThisName"
          >There is a partner of this name: choose it, or the consent will not cover it.</span
        >
      </p>
    }
    <details>
      <summary class="small" i18n="@@consents.details">What was said</summary>
      <dl class="pairs">
        <div>
          <dt i18n="@@consents.scope">What it covers</dt>
          <dd>
            @for (item of said.scope; track item) {
              <span>{{ $first ? '' : ' · ' }}{{ item | codeLabel: scopes }}</span>
            }
          </dd>
        </div>
        @if (said.method) {
          <div>
            <dt i18n="@@consents.method">How it was given</dt>
            <dd>
              {{ said.method | codeLabel: methods }} · {{ said.freeChoice | codeLabel: presences }} ·
              {{ said.capacity | codeLabel: capacities }}
            </dd>
          </div>
        }
        <div>
          <dt i18n="@@consents.language">Explained in</dt>
          <dd>
            {{ languageOf(said.language) }}
            @if (said.explainedBy; as by) {
              · <bdi>{{ by.name }}</bdi>
            }
          </dd>
        </div>
        @if (said.interpreter; as interpreter) {
          <div>
            <dt i18n="@@consents.interpreter">Interpreter</dt>
            <dd>
              <bdi>{{ interpreter.name }}</bdi> · {{ interpreter.kind | codeLabel: interpreterKinds }}
            </dd>
          </div>
        }
        @for (withheld of said.withheld; track withheld.name) {
          <div>
            <dt i18n="@@consents.withheld">Not to be told</dt>
            <dd>
              <bdi>{{ withheld.name }}</bdi> · {{ withheld.why | codeLabel: reasons }}
            </dd>
          </div>
        }
        @if (said.evidence) {
          <div>
            <dt i18n="@@consents.evidence">Where the signed paper lies</dt>
            <dd>
              <bdi>{{ said.evidence }}</bdi>
            </dd>
          </div>
        }
        @if (said.document; as paper) {
          <div>
            <dt i18n="@@consents.document">The document that shows it</dt>
            <dd>
              @if (paper.title !== null) {
                <bdi>{{ paper.title }}</bdi>
                <button type="button" class="btn slim" (click)="look(paper)">
                  <app-icon name="eye" /><span i18n="@@documents.look">Look</span>
                </button>
              } @else {
                <span class="muted" i18n="@@consents.documentOfAnother">There is one. It is read by colleagues of another role.</span>
              }
            </dd>
          </div>
        }
        @if (said.witness) {
          <div>
            <dt i18n="@@consents.witness">The witness</dt>
            <dd>
              <bdi>{{ said.witness }}</bdi>
            </dd>
          </div>
        }
        @if (said.supporter) {
          <div>
            <dt i18n="@@consents.supporter">Supporter, guardian or representative</dt>
            <dd>
              <bdi>{{ said.supporter }}</bdi>
            </dd>
          </div>
        }
      </dl>
      <ul class="small">
        @for (event of said.history; track $index) {
          <li>
            <app-state-mark [code]="event.state" [of]="marks" />&ngsp;<app-date [value]="event.at" shape="dayTime" />
            @if (event.by; as by) {
              · <bdi>{{ by.name }}</bdi>
            }
          </li>
        }
      </ul>
    </details>
  `,
})
export class ConsentDetails {
  readonly details = input.required<ConsentDetailsView>();
  protected readonly marks = CONSENT_STATES;
  protected readonly scopes = consentScope;
  protected readonly methods = consentMethod;
  protected readonly presences = freeChoiceCheck;
  protected readonly capacities = capacityCheck;
  protected readonly interpreterKinds = interpreterKind;
  protected readonly reasons = withheldReason;
  private readonly documents = inject(DocumentOpening);
  private readonly languages = new Map(languageChoices().map(({ code, label }) => [code, label]));

  protected look({ id, title, kind }: ConsentDocumentView): void {
    this.documents.look({ id, title: title ?? '', kind: kind ?? '' });
  }

  protected languageOf(code: string): string {
    return this.languages.get(code) ?? code;
  }
}
