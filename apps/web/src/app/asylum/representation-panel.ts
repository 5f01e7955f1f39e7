import { Component, inject, input, output } from '@angular/core';
import type { RepresentationView } from '@panah/contracts/permits.contract';
import { legalRepCapacity } from '@panah/domain/vocabulary/claims';
import { consentScope } from '@panah/domain/vocabulary/consents';
import { DateDisplay } from '../platform/dates/date-display';
import type { FormQuestion } from '../platform/form/form-question';
import { Icon } from '../platform/icon/icon';
import { CodeLabel } from '../platform/text/code-label';
import { State } from '../platform/text/state';
import { AsylumApi } from './asylum.api';
import { editRepresentation, shareWith } from './representation-acts';

/** Who represents the person, whether files may go there, and what went. */
@Component({
  selector: 'app-representation-panel',
  imports: [CodeLabel, DateDisplay, Icon, State],
  template: `
    <section class="panel" aria-labelledby="representatives">
      <div class="panel-head">
        <h3 id="representatives" i18n="@@asylum.representatives">Legal representatives</h3>
        @if (mayAdd()) {
          <button type="button" class="btn slim push" (click)="add.emit()">
            <app-icon name="plus" /><span i18n="@@asylum.add">Add</span>
          </button>
        }
      </div>
      <ul>
        @for (it of representations(); track it.id) {
          <li class="row">
            <app-icon name="person" class="muted" />
            <div>
              <p>
                <bdi class="strong">{{ it.name }}</bdi> · {{ it.capacity | codeLabel: capacities }}
                @if (!it.isActive) {
                  <span class="muted" i18n="@@asylum.over">over</span>
                }
              </p>
              <p class="small muted">
                <app-date [value]="it.fromOn" shape="day" />
                @if (it.toOn) {
                  – <app-date [value]="it.toOn" shape="day" />
                }
                @if (it.mandateId) {
                  · <span i18n="@@asylum.mandateThere">mandate on file</span>
                } @else {
                  · <span i18n="@@asylum.mandateMissing">no mandate on file</span>
                }
              </p>
              @if (it.contact) {
                <p class="small" dir="auto">{{ it.contact }}</p>
              }
              @for (share of it.shares; track share.id) {
                <p class="small" dir="auto">
                  <app-date [value]="share.at" shape="day" />: {{ share.what }}
                  <span class="muted"
                    >(
                    @for (one of share.scope; track one) {
                      {{ one | codeLabel: scopes }}{{ $last ? '' : ', ' }}
                    }
                    )</span
                  >
                </p>
              }
            </div>
            <div class="btns">
              @if (it.mayReceiveFiles) {
                <app-state icon="done" tone="good"><span i18n="@@asylum.receives">receives files</span></app-state>
              }
              @if (it.actions.includes('share')) {
                <button type="button" class="btn slim" (click)="share(it)" i18n="@@asylum.shareAct">Share</button>
              }
              @if (it.actions.includes('edit')) {
                <button type="button" class="btn slim" (click)="edit(it)" i18n="@@asylum.change">Change</button>
              }
            </div>
          </li>
        } @empty {
          <li class="panel-body muted" i18n="@@asylum.nobody">Nobody represents the person yet.</li>
        }
      </ul>
    </section>
  `,
})
export class RepresentationPanel {
  readonly representations = input.required<readonly RepresentationView[]>();
  readonly mayAdd = input(false);
  readonly add = output();
  readonly act = output<FormQuestion>();

  private readonly api = inject(AsylumApi);
  protected readonly capacities = legalRepCapacity;
  protected readonly scopes = consentScope;

  protected edit = (it: RepresentationView): void => this.act.emit(editRepresentation(this.api, it));
  protected share = (it: RepresentationView): void => this.act.emit(shareWith(this.api, it));
}
