import { Component, inject, input, output, signal } from '@angular/core';
import type { PermitView } from '@panah/contracts/permits.contract';
import { permitType } from '@panah/domain/vocabulary/legal-deadlines';
import { contactRevealReason } from '@panah/domain/vocabulary/reasons';
import { DateDisplay } from '../platform/dates/date-display';
import { Dialogs } from '../platform/dialog/dialogs';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion } from '../platform/form/form-question';
import { Icon } from '../platform/icon/icon';
import { SessionStore } from '../platform/session/session-store';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel } from '../platform/text/country-label';
import { StateMark } from '../platform/text/state-mark';
import { AsylumApi } from './asylum.api';
import { editPermit, newPermit, renewPermit, withdrawPermit } from './permit-acts';
import { PERMIT_STATES } from './permit-states';

/** Permits and status papers of one person, where each stands, and when somebody is told that it ends. */
@Component({
  selector: 'app-permit-panel',
  imports: [CodeLabel, CountryLabel, DateDisplay, Icon, StateMark],
  template: `
    <section class="panel" aria-labelledby="permits">
      <div class="panel-head">
        <h3 id="permits" i18n="@@asylum.permits">Permits</h3>
        @if (mayAdd()) {
          <button type="button" class="btn slim push" (click)="add.emit()">
            <app-icon name="plus" /><span i18n="@@asylum.add">Add</span>
          </button>
        }
      </div>
      <ul>
        @for (it of permits(); track it.id) {
          <li class="row">
            <app-state-mark [code]="it.state" [of]="marks" />
            <div>
              <p>
                <strong>{{ it.type | codeLabel: types }}</strong> · {{ it.country | countryLabel }}
                @if (numbers()[it.id]; as number) {
                  <bdi dir="ltr">{{ number }}</bdi>
                }
              </p>
              <p class="small muted">
                @if (it.unlimited) {
                  <span i18n="@@asylum.unlimited">Without an end</span>
                } @else if (it.validTo) {
                  <span i18n="@@asylum.until">until</span>&ngsp;<app-date [value]="it.validTo" shape="day" />
                } @else {
                  <span i18n="@@asylum.notYet">The days are not known yet.</span>
                }
                @if (it.alerts.length) {
                  · <span i18n="@@asylum.toldOn">told on</span>&ngsp;
                  @for (alert of it.alerts; track alert.days) {
                    <app-date [value]="alert.on" shape="day" />
                    @if (!$last) {
                      &ngsp;·&ngsp;
                    }
                  }
                }
              </p>
            </div>
            <div class="btns">
              @for (action of it.actions; track action) {
                @switch (action) {
                  @case ('reveal') {
                    <button type="button" class="btn slim" (click)="reveal(it)" i18n="@@asylum.showNumber">Show number</button>
                  }
                  @case ('edit') {
                    <button type="button" class="btn slim" (click)="edit(it)" i18n="@@asylum.change">Change</button>
                  }
                  @case ('renew') {
                    <button type="button" class="btn slim" (click)="renew(it)" i18n="@@asylum.renew">Renewal lodged</button>
                  }
                  @case ('follow') {
                    <button type="button" class="btn slim" (click)="follow(it)" i18n="@@asylum.followed">Followed by another</button>
                  }
                  @case ('withdraw') {
                    <button type="button" class="btn slim" (click)="withdraw(it)" i18n="@@asylum.withdrawPermit">
                      Withdrawn by the authority
                    </button>
                  }
                }
              }
            </div>
          </li>
        } @empty {
          <li class="panel-body muted" i18n="@@asylum.noPermits">No permit is recorded.</li>
        }
      </ul>
    </section>
  `,
  styles: `
    .btns {
      grid-column: 2 / -1;
    }
    @media (max-width: 760px) {
      .btns {
        grid-column: 1;
      }
    }
  `,
})
export class PermitPanel {
  readonly permits = input.required<readonly PermitView[]>();
  readonly mayAdd = input(false);
  readonly add = output();
  readonly act = output<FormQuestion>();

  private readonly api = inject(AsylumApi);
  private readonly dialogs = inject(Dialogs);
  private readonly session = inject(SessionStore);
  protected readonly marks = PERMIT_STATES;
  protected readonly types = permitType;
  protected readonly numbers = signal<Readonly<Record<string, string>>>({});

  protected edit = (it: PermitView): void => this.act.emit(editPermit(this.api, it, this.session.demo()));
  protected renew = (it: PermitView): void => this.act.emit(renewPermit(this.api, it));
  protected follow = (it: PermitView): void => this.act.emit(newPermit(this.api, it.caseId, this.session.demo(), it));
  protected withdraw = (it: PermitView): void => this.act.emit(withdrawPermit(this.api, it));

  protected async reveal({ id }: PermitView): Promise<void> {
    const why = await this.dialogs.reason({
      title: $localize`:@@asylum.showNumber:Show number`,
      text: $localize`:@@asylum.revealText:The log keeps that you looked, and why.`,
      act: $localize`:@@asylum.revealAct:Show`,
      icon: 'eye',
      words: 'none',
      reasons: choicesOf(contactRevealReason),
    });
    if (!why) return;
    const { number } = await this.api.revealPermit(id, why.code);
    this.numbers.update((numbers) => ({ ...numbers, [id]: number ?? '' }));
  }
}
