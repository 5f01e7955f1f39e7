import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject, resource } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { DutyTurnInput, type DutyView } from '@panah/contracts/duty.contract';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { DutyApi } from './duty.api';
import { TURN_TEXTS } from './duty.texts';

const HOURS = 12;

/** Puts somebody on duty: who, from, to, and the number under which they answer. */
@Component({
  selector: 'app-turn-dialog',
  imports: [Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="save()">
      <h2 id="dialog-title" i18n="@@duty.turnTitle">Turn of duty</h2>
      <app-field [form]="form" name="staffId" label="Who" i18n-label="@@duty.who">
        <span class="select">
          <select appInput [formControl]="form.control('staffId')" (change)="chosen()">
            <option value="" i18n="@@duty.ruleChoose">Choose one</option>
            @for (each of candidates.value(); track each.id + each.officeId) {
              <option [value]="each.id">{{ each.name }}</option>
            }
          </select>
        </span>
      </app-field>
      <app-field [form]="form" name="startsAt" label="From" i18n-label="@@duty.from">
        <input appInput type="datetime-local" [formControl]="form.control('startsAt')" />
      </app-field>
      <app-field [form]="form" name="endsAt" label="To" i18n-label="@@duty.to">
        <input appInput type="datetime-local" [formControl]="form.control('endsAt')" />
      </app-field>
      <app-field
        [form]="form"
        name="telephone"
        label="Telephone"
        i18n-label="@@duty.telephone"
        hint="Shown to whoever raised a danger that nobody has seen."
        i18n-hint="@@duty.telephoneHint"
      >
        <input appInput dir="ltr" inputmode="tel" autocomplete="off" maxlength="40" [formControl]="form.control('telephone')" />
      </app-field>
      @if (form.problem(); as problem) {
        <app-problem [problem]="problem" />
      }
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="submit" class="btn primary" i18n="@@duty.put">Put on the list</button>
      </div>
    </form>
  `,
})
export class TurnDialog {
  private readonly duty = inject(DutyApi);
  protected readonly dialog = inject<DialogRef<DutyView>>(DialogRef);
  protected readonly candidates = resource({ loader: async () => (await this.duty.candidates()).items });
  protected readonly form = new ContractForm<DutyTurnInput>(
    DutyTurnInput,
    { officeId: '', staffId: '', startsAt: localOf(new Date()), endsAt: localOf(new Date(Date.now() + HOURS * 3_600_000)), telephone: '' },
    { texts: TURN_TEXTS },
  );

  protected chosen(): void {
    const one = this.candidates.value()?.find(({ id }) => id === this.form.control('staffId').value);
    this.form.control('officeId').setValue(one?.officeId ?? '');
  }

  protected async save(): Promise<void> {
    const view = await this.form.save((value, intent) =>
      this.duty.plan({ ...value, startsAt: new Date(value.startsAt).toISOString(), endsAt: new Date(value.endsAt).toISOString() }, intent),
    );
    if (view) this.dialog.close(view);
  }
}

/** `2026-11-21T22:30`, as the field wants it, in the reader's own time. */
function localOf(moment: Date): string {
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
