import { httpResource } from '@angular/common/http';
import { Component, inject, input, signal } from '@angular/core';
import type { DisclosuresView, DisclosureView } from '@panah/contracts/disclosures.contract';
import { consentPurpose, consentScope, disclosureState, disclosureStop } from '@panah/domain/vocabulary/consents';
import { DateDisplay } from '../platform/dates/date-display';
import { Dialogs } from '../platform/dialog/dialogs';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { Snack } from '../platform/shell/snack';
import { CodeLabel } from '../platform/text/code-label';
import { ConsentsApi, ofCase } from './consents.api';
import { DisclosureDialog, type DisclosureDialogData } from './disclosure-dialog';

/** What was told outside, and what is prepared. Nothing can be chosen here that no consent and no legal basis covers. */
@Component({
  selector: 'app-disclosures',
  imports: [CodeLabel, DateDisplay, Icon, ProblemNotice],
  template: `
    <section class="panel" aria-labelledby="disclosures">
      <div class="panel-head">
        <h2 id="disclosures" i18n="@@consents.disclosures">Told outside</h2>
        @if (disclosures.hasValue() && disclosures.value().actions.includes('record') && disclosures.value().grounds.length) {
          <button type="button" class="btn slim push" (click)="record()">
            <app-icon name="plus" /><span i18n="@@consents.tellSomebody">Tell somebody</span>
          </button>
        }
      </div>
      @if (refused(); as problem) {
        <div class="panel-body"><app-problem [problem]="problem" /></div>
      }
      @if (disclosures.hasValue()) {
        <ul>
          @for (told of disclosures.value().items; track told.id) {
            <li class="row">
              <app-icon name="send" class="muted" />
              <div>
                <p class="who">
                  <bdi class="name">{{ told.recipient.name }}</bdi>
                  <span class="muted"
                    >{{ told.purpose | codeLabel: purposes }} · {{ told.state | codeLabel: states
                    }}{{ told.stopReason ? ' · ' + (told.stopReason | codeLabel: stops) : '' }}</span
                  >
                </p>
                <p>
                  <bdi>{{ told.what }}</bdi>
                </p>
                <p class="small muted">
                  @for (item of told.scope; track item) {
                    <span>{{ $first ? '' : ' · ' }}{{ item | codeLabel: scopes }}</span>
                  }
                  @if (told.legalBasisId) {
                    <strong i18n="@@consents.withoutConsent"> · without consent, on a legal basis</strong>
                  }
                </p>
                <p class="small"><app-date [value]="told.toldAt ?? told.stoppedAt ?? told.madeAt" shape="dayTime" /></p>
              </div>
              <div class="btns">
                @if (told.actions.includes('tell')) {
                  <button type="button" class="btn slim" (click)="move(told, 'telling')" i18n="@@consents.told">It was told</button>
                }
                @if (told.actions.includes('stop')) {
                  <button type="button" class="btn slim" (click)="move(told, 'stop')" i18n="@@consents.stop">Not needed</button>
                }
              </div>
            </li>
          } @empty {
            <li class="panel-body small muted" i18n="@@consents.noneTold">Nothing was told outside.</li>
          }
        </ul>
      } @else if (disclosures.error(); as error) {
        <div class="panel-body"><app-problem [problem]="error" [repeatable]="true" (again)="disclosures.reload()" /></div>
      }
    </section>
  `,
})
export class Disclosures {
  readonly caseId = input.required<string>();
  /** Grows when a consent changed. */
  readonly changes = input.required<number>();

  private readonly consents = inject(ConsentsApi);
  private readonly dialogs = inject(Dialogs);
  private readonly snack = inject(Snack);
  protected readonly purposes = consentPurpose;
  protected readonly scopes = consentScope;
  protected readonly states = disclosureState;
  protected readonly stops = disclosureStop;
  protected readonly refused = signal<Problem | null>(null);
  protected readonly disclosures = httpResource<DisclosuresView>(() =>
    this.changes() >= 0 ? ofCase(this.caseId(), 'disclosures') : undefined,
  );

  protected async record(): Promise<void> {
    if (!this.disclosures.hasValue()) return;
    const data = { caseId: this.caseId(), grounds: this.disclosures.value().grounds };
    if (!(await this.dialogs.open<DisclosureView, DisclosureDialogData>(DisclosureDialog, data))) return;
    this.snack.say($localize`:@@consents.saidRecorded:Recorded.`);
    this.disclosures.reload();
  }

  protected async move({ id }: DisclosureView, step: 'telling' | 'stop'): Promise<void> {
    this.refused.set(null);
    try {
      await this.consents.moveDisclosure(id, step);
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
    this.disclosures.reload();
  }
}
