import { httpResource } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { type FamilyFreezesView, type FamilyFreezeView, FreezeDecisionInput } from '@panah/contracts/family-enquiries.contract';
import { enquiryMark, familyFreezeState } from '@panah/domain/vocabulary/family';
import { DateText } from '../platform/dates/date-text';
import type { FormQuestion } from '../platform/form/form-question';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import type { IconName } from '../platform/icon/icons';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { listedNames } from '../platform/text/listed';
import { NumberText } from '../platform/text/number-text';
import { State } from '../platform/text/state';
import { EnquiriesApi, FREEZES } from './enquiries.api';

const ICONS: Readonly<Record<string, IconName>> = { TELEPHONE: 'phone', MAIL: 'mail', WORDING: 'talk' };
const DECISIONS = [
  { code: 'RELEASE', label: $localize`:@@familyEnquiries.release:They may be looked at as usual` },
  { code: 'REFUSE', label: $localize`:@@familyEnquiries.refuseFreeze:Nothing comes of them` },
];

/** Enquiries that share something: nothing comes of them until a coordinator has looked. */
@Component({
  selector: 'app-freezes-page',
  imports: [CodeLabel, DateText, Icon, NumberText, ProblemNotice, State],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@familyEnquiries.freezes">Stopped enquiries</h1>
        <p class="sub" i18n="@@familyEnquiries.freezesSub">
          Several enquiries within 30 days share a telephone, a mail address or a wording. Whether we know whom they ask for stands nowhere
          here.
        </p>
      </div>
    </header>
    @if (list.hasValue()) {
      <div class="stack roomy">
        @for (each of list.value().items; track each.id) {
          <article class="panel">
            <div class="panel-head">
              <h2 i18n="@@familyEnquiries.count">{{ each.enquiries | numberText }} enquiries</h2>
              <span class="push small muted">{{ each.state | codeLabel: states }}</span>
            </div>
            <div class="panel-body stack">
              <p class="shared">
                @for (mark of each.shared; track mark) {
                  <app-state tone="due" [icon]="icons[mark] ?? 'alert'">{{ mark | codeLabel: marks }}</app-state>
                }
              </p>
              <p>
                <span class="strong">{{ names(each.askingNames) }}</span>
                <span class="small muted block">{{ each.first | dateText: 'day' }} – {{ each.last | dateText: 'day' }}</span>
              </p>
              @for (words of once(each.words); track words) {
                <p class="prose said" dir="auto">{{ words }}</p>
              }
              @if (each.actions.includes('decide')) {
                <div class="btns">
                  <button type="button" class="btn primary" (click)="decide(each)" i18n="@@familyEnquiries.decide">Decide</button>
                </div>
              }
            </div>
          </article>
        } @empty {
          <div class="empty">
            <app-icon name="done" [size]="20" />
            <h2 i18n="@@familyEnquiries.noFreezes">Nothing is stopped</h2>
            <p i18n="@@familyEnquiries.noFreezesText">Three enquiries that share something within 30 days come here.</p>
          </div>
        }
      </div>
    } @else if (list.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="list.reload()" />
    } @else {
      <div aria-busy="true"><span class="bone" aria-hidden="true"></span></div>
    }
  `,
  styles: `
    .shared {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1) var(--s4);
    }
    .block {
      display: block;
    }
    .said {
      padding-inline-start: var(--s3);
      border-inline-start: 2px solid var(--line-strong);
    }
  `,
})
export class FreezesPage {
  private readonly api = inject(EnquiriesApi);
  private readonly questions = inject(Questions);
  protected readonly list = httpResource<FamilyFreezesView>(() => FREEZES);
  protected readonly states = familyFreezeState;
  protected once = (words: readonly string[]): readonly string[] => [...new Set(words)];

  protected readonly names = listedNames;
  protected readonly marks = enquiryMark;
  protected readonly icons = ICONS;

  protected async decide(freeze: FamilyFreezeView): Promise<void> {
    if (await this.questions.ask(this.question(freeze))) this.list.reload();
  }

  private question(freeze: FamilyFreezeView): FormQuestion<FamilyFreezeView, FreezeDecisionInput> {
    return {
      title: $localize`:@@familyEnquiries.decideTitle:What becomes of these enquiries?`,
      text: $localize`:@@familyEnquiries.decideText:Whoever asks hears nothing of it either way.`,
      act: $localize`:@@familyEnquiries.decide:Decide`,
      contract: FreezeDecisionInput,
      fields: [
        { name: 'decision', kind: 'choice', label: $localize`:@@familyEnquiries.decision:Decision`, choices: DECISIONS },
        { name: 'reason', kind: 'area', label: $localize`:@@familyEnquiries.why:Why` },
      ],
      send: (input, intent) => this.api.decideFreeze(freeze, input, intent),
    };
  }
}
