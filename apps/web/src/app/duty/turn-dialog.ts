import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, computed, inject, resource, signal } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { type DutyCandidateView, DutyTurnInput, type DutyTurnView, type DutyView } from '@panah/contracts/duty.contract';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { StaleEdits } from '../platform/form/stale-edits';
import { TogetherNote } from '../platform/form/together-note';
import { DateWords } from '../platform/dates/date-words';
import { MomentInput } from '../platform/dates/moment-input';
import { SessionStore } from '../platform/session/session-store';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { DutyApi } from './duty.api';
import { TURN_TEXTS } from './duty.texts';

const MINUTE = 60_000;
const HOURS = 12;
const LABELS = {
  staffId: $localize`:@@duty.who:Who`,
  startsAt: $localize`:@@duty.from:From`,
  endsAt: $localize`:@@duty.to:To`,
  telephone: $localize`:@@duty.telephone:Telephone`,
};

/** Puts somebody on duty, or changes a turn: who, from, to, and the number under which they answer. */
@Component({
  selector: 'app-turn-dialog',
  imports: [Field, FieldControl, FormElement, MomentInput, ProblemNotice, ReactiveFormsModule, TogetherNote],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="save()">
      <h2 id="dialog-title" i18n="@@duty.turnTitle">Turn of duty</h2>
      @if (turn) {
        <p class="muted small">
          <bdi>{{ turn.officeName }}</bdi>
        </p>
      }
      <app-field [form]="form" name="staffId" label="Who" i18n-label="@@duty.who">
        <span class="select">
          <select appInput [formControl]="form.control('staffId')" (change)="chosen()">
            <option value="" i18n="@@duty.ruleChoose">Choose one</option>
            @for (each of choices(); track each.id + each.officeId) {
              <option [value]="each.id" [selected]="each.id === form.control('staffId').value">{{ each.name }}</option>
            }
          </select>
        </span>
      </app-field>
      <app-field [form]="form" name="startsAt" label="From" i18n-label="@@duty.from" [group]="true">
        <app-moment-input
          [timeZone]="timeZone()"
          [formControl]="form.control('startsAt')"
          role="group"
          [attr.aria-label]="labels.startsAt"
        />
      </app-field>
      <app-field [form]="form" name="endsAt" label="To" i18n-label="@@duty.to" [group]="true">
        <app-moment-input [timeZone]="timeZone()" [formControl]="form.control('endsAt')" role="group" [attr.aria-label]="labels.endsAt" />
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
      <app-together [form]="form" />
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        @if (turn) {
          <button type="submit" class="btn primary" i18n="@@platform.save">Save</button>
        } @else {
          <button type="submit" class="btn primary" i18n="@@duty.put">Put on the list</button>
        }
      </div>
    </form>
  `,
})
export class TurnDialog {
  protected readonly turn = inject<DutyTurnView | null>(DIALOG_DATA, { optional: true });
  private readonly duty = inject(DutyApi);
  private readonly stale = inject(StaleEdits);
  private readonly days = inject(DateWords);
  private readonly session = inject(SessionStore);
  private version = this.turn?.version ?? 0;
  protected readonly labels = LABELS;
  private readonly officeId = signal(this.turn?.officeId ?? '');
  /** Turns are told on the clock of their office. */
  protected readonly timeZone = computed(
    () => this.session.user()?.offices.find(({ id }) => id === this.officeId())?.timeZone ?? this.session.timeZone(),
  );
  protected readonly dialog = inject<DialogRef<DutyView>>(DialogRef);
  private readonly candidates = resource({ loader: async () => (await this.duty.candidates()).items });
  /** A turn stays in its office; whoever has it now is shown, on the list or not. */
  protected readonly choices = computed<DutyCandidateView[]>(() => {
    const all = this.candidates.hasValue() ? this.candidates.value() : [];
    if (!this.turn) return all;
    const { person, officeId } = this.turn;
    const others = all.filter((one) => one.officeId === officeId && one.id !== person.id);
    return [{ id: person.id, name: person.name, officeId }, ...others];
  });
  protected readonly form = new ContractForm<DutyTurnInput>(DutyTurnInput, startOf(this.turn), { texts: TURN_TEXTS });

  protected chosen(): void {
    const one = this.choices().find(({ id }) => id === this.form.control('staffId').value);
    this.form.control('officeId').setValue(one?.officeId ?? '');
    this.officeId.set(one?.officeId ?? '');
  }

  protected async save(): Promise<void> {
    const view = await this.form.save((planned, intent) =>
      this.turn ? this.duty.editTurn({ ...this.turn, version: this.version }, planned) : this.duty.plan(planned, intent),
    );
    if (view) this.dialog.close(view);
    else if (this.turn) await this.settle(this.turn);
  }

  /** Somebody else saved first: what both changed is asked, the rest is put together. */
  private async settle(turn: DutyTurnView): Promise<void> {
    const moment = (at: string) => (at ? this.days.say(at, 'dayTime') : '');
    const staffId = (id: string) => this.choices().find((each) => each.id === id)?.name ?? '';
    const read = async () => (await this.duty.read()).turns.find(({ id }) => id === turn.id) ?? turn;
    const says = { staffId, startsAt: moment, endsAt: moment };
    const now = await this.stale.meet(this.form, { read, shape: startOf, labels: LABELS, says });
    if (now) this.version = now.version;
  }
}

function startOf(turn: DutyTurnView | null): DutyTurnInput {
  const now = Math.floor(Date.now() / MINUTE) * MINUTE;
  return {
    officeId: turn?.officeId ?? '',
    staffId: turn?.person.id ?? '',
    startsAt: turn?.startsAt ?? new Date(now).toISOString(),
    endsAt: turn?.endsAt ?? new Date(now + HOURS * 60 * MINUTE).toISOString(),
    telephone: turn?.telephone ?? '',
  };
}
