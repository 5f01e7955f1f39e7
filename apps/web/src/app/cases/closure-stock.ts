import { httpResource } from '@angular/common/http';
import { Component, input } from '@angular/core';
import type { CaseClosureView } from '@panah/contracts/closures.contract';
import { contactChannel } from '@panah/domain/vocabulary/clients';
import { yesOrNo } from '@panah/domain/vocabulary/closures';
import { needCode } from '@panah/domain/vocabulary/needs';
import { DateText } from '../platform/dates/date-text';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { casePath } from './cases.api';
import { ClosureHolds } from './closure-holds';
import { ClosureOutcomes } from './closure-outcomes';

/** The stock that was taken when a closure was asked for: for whoever decides, and for whoever reads it later. */
@Component({
  selector: 'app-closure-stock',
  imports: [ClosureHolds, ClosureOutcomes, CodeLabel, DateText, NumberText, ProblemNotice],
  template: `
    @if (found.hasValue() && found.value().closure; as it) {
      <app-closure-holds [holds]="found.value().holds" />
      <dl class="pairs">
        <div>
          <dt i18n="@@cases.clientTold">The client knows</dt>
          <dd>
            {{ it.clientTold | codeLabel: answers }}
            @if (it.clientNotToldWhy; as why) {
              <span dir="auto">{{ why }}</span>
            }
          </dd>
        </div>
        <div>
          <dt i18n="@@cases.followUp">A follow-up was agreed</dt>
          <dd>
            {{ it.followUp | codeLabel: answers }}
            @if (it.followUpChannel; as way) {
              · {{ way | codeLabel: channels }}
            }
            @if (it.followUpWords; as words) {
              <span dir="auto">{{ words }}</span>
            }
          </dd>
        </div>
        <div>
          <dt i18n="@@cases.unmetNeeds">Needs that stay open</dt>
          <dd>
            @for (need of it.unmetNeeds; track need.id) {
              <div>{{ need.code | codeLabel: needs }}</div>
            } @empty {
              <span class="muted" i18n="@@cases.noUnmet">None is open.</span>
            }
            @if (it.unmetWords; as words) {
              <div dir="auto">{{ words }}</div>
            }
          </dd>
        </div>
        @if (it.handover.length) {
          <div>
            <dt i18n="@@cases.handover">What others go on with</dt>
            <dd>
              @for (one of it.handover; track $index) {
                <div>
                  <bdi>{{ one.to }}</bdi>: <bdi>{{ one.what }}</bdi>
                </div>
              }
            </dd>
          </div>
        }
        @if (it.attempts !== null) {
          <div>
            <dt i18n="@@cases.closureAttempts">Attempts before contact was given up</dt>
            <dd i18n="@@cases.closureProofFound">
              {{ it.attempts | numberText }} attempts, {{ it.attemptChannels ?? 0 | numberText }} safe ways, over
              {{ it.attemptDays ?? 0 | numberText }} days
            </dd>
          </div>
          <div>
            <dt i18n="@@cases.safetyCheck">What is known of the person’s safety</dt>
            <dd dir="auto">{{ it.safetyCheck }}</dd>
          </div>
        }
        <div>
          <dt i18n="@@cases.keptUntil">Kept until</dt>
          <dd>{{ found.value().retentionUntil | dateText: 'long' }}</dd>
        </div>
      </dl>
      @if (found.value().outcomes.length) {
        <app-closure-outcomes [outcomes]="found.value().outcomes" />
      }
    } @else if (found.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="found.reload()" />
    }
  `,
  host: { class: 'stack' },
})
export class ClosureStock {
  readonly caseId = input.required<string>();
  protected readonly answers = yesOrNo;
  protected readonly channels = contactChannel;
  protected readonly needs = needCode;
  protected readonly found = httpResource<CaseClosureView>(() => `${casePath(this.caseId())}/closure`);
}
