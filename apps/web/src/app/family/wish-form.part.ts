import { Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { FamilyWishView } from '@panah/contracts/family-wishes.contract';
import { ActionsBar } from '../platform/form/actions-bar';
import { besideItsField } from '../platform/form/beside-its-field';
import { ContractForm } from '../platform/form/contract-form';
import { FormElement } from '../platform/form/form-element';
import { QuestionField } from '../platform/form/question-field';
import { recordForm } from '../platform/form/record-form';
import type { HasUnsaved } from '../platform/form/unsaved-guard';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { FamilyApi, wishPath } from './family.api';
import { FAMILY_PROBLEMS } from './family.texts';
import { emptyWish, HELPING_FIELDS, onThisPage, WISH_FIELDS, WISH_LABELS, WishFields, wishFormOf, wishInput } from './wish-fields';

/** Whom somebody misses: a name, who it is to them, and what they wish; the rest helps to look. */
@Component({
  selector: 'app-wish-form',
  imports: [ActionsBar, FormElement, ProblemNotice, QuestionField, RouterLink],
  template: `
    @if (record.ready()) {
      <form class="end-space" [appForm]="form" (appSave)="save()">
        <header class="head">
          <div>
            @if (wishId()) {
              <h1 i18n="@@family.changeWish">Change a wish</h1>
            } @else {
              <h1 i18n="@@family.noteWish">Note a wish</h1>
            }
            <p class="sub" i18n="@@family.formSub">
              A name, who it is to them, and what they wish are enough. Nothing begins by noting it.
            </p>
          </div>
        </header>
        <div class="form">
          @for (field of fields; track field.name) {
            <app-question-field [form]="form" [field]="field" />
          }
          <div>
            <h2 i18n="@@family.helps">What helps to look</h2>
            <p class="small muted" i18n="@@family.helpsText">Only what they tell by themselves. It is their account, not a finding.</p>
          </div>
          @for (field of helping; track field.name) {
            <app-question-field [form]="form" [field]="field" />
          }
        </div>
        <app-actions-bar [form]="form">
          <a
            class="btn"
            [routerLink]="wishId() ? ['/cases', caseId(), 'family', wishId()] : ['/cases', caseId(), 'family']"
            i18n="@@platform.cancel"
            >Cancel</a
          >
        </app-actions-bar>
      </form>
    } @else if (record.saved.error(); as error) {
      <header class="head"><h1 i18n="@@family.changeWish">Change a wish</h1></header>
      <app-problem [problem]="error" [repeatable]="true" (again)="record.saved.reload()" />
    } @else {
      <div class="head" aria-busy="true">
        <h1 class="hide" i18n="@@family.changeWish">Change a wish</h1>
        <span class="bone"></span>
      </div>
    }
  `,
})
export class WishForm implements HasUnsaved {
  readonly caseId = input.required<string>();
  /** Absent for a new one. */
  readonly wishId = input<string>();

  private readonly api = inject(FamilyApi);
  private readonly router = inject(Router);
  protected readonly fields = WISH_FIELDS;
  protected readonly helping = HELPING_FIELDS;
  protected readonly form = new ContractForm<WishFields>(WishFields, emptyWish());
  protected readonly record = recordForm<WishFields, FamilyWishView>({
    form: this.form,
    path: () => this.wishId() && wishPath(this.wishId() ?? ''),
    shape: wishFormOf,
    labels: WISH_LABELS,
    send: (value, intent, version) => {
      const [id, input] = [this.wishId(), wishInput(value)];
      return besideItsField(id ? this.api.edit(id, input, version) : this.api.note(this.caseId(), input, intent), onThisPage);
    },
  });

  constructor() {
    inject(ProblemTexts).add(FAMILY_PROBLEMS);
  }

  unsaved(): boolean {
    return this.form.dirty();
  }

  protected async save(): Promise<void> {
    const wish = await this.record.save();
    if (wish) await this.router.navigate(['/cases', this.caseId(), 'family', wish.id]);
  }
}
