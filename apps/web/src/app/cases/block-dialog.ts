import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { BlockInput, type TeamCandidatesView } from '@panah/contracts/case-team.contract';
import { blockSource } from '@panah/domain/vocabulary/case-team';
import { conflictKind } from '@panah/domain/vocabulary/cases';
import { choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { STEP_TEXTS } from './case.texts';
import { casePath, CasesApi } from './cases.api';

/** Closes a file to a colleague. */
@Component({
  selector: 'app-block-dialog',
  imports: [CodeLabel, Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  template: `
    <form class="dialog stack" [appForm]="form" (appSave)="close()">
      <div>
        <h2 id="dialog-title" i18n="@@cases.blockTitle">Close this file to a colleague</h2>
        <p class="muted" i18n="@@cases.blockText">
          It is as if the file did not exist for them, whatever their role. A place on the team ends with it. They are not told.
        </p>
      </div>
      <app-field [form]="form" name="staffId" label="Colleague" i18n-label="@@cases.colleague">
        <span class="select">
          <select appInput [formControl]="form.control('staffId')">
            <option value="" i18n="@@platform.choose">Choose</option>
            @for (colleague of items(); track colleague.id) {
              <option [value]="colleague.id">{{ colleague.name }}</option>
            }
          </select>
        </span>
      </app-field>
      <app-field [form]="form" name="kind" label="What stands between them" i18n-label="@@cases.blockKind">
        <span class="select">
          <select appInput [formControl]="form.control('kind')">
            <option value="" i18n="@@platform.choose">Choose</option>
            @for (code of kinds.codes; track code) {
              <option [value]="code">{{ code | codeLabel: kinds }}</option>
            }
          </select>
        </span>
      </app-field>
      <app-field [form]="form" name="source" label="Who said so" i18n-label="@@cases.blockSource">
        <span class="select">
          <select appInput [formControl]="form.control('source')">
            <option value="" i18n="@@platform.choose">Choose</option>
            @for (choice of sources; track choice.code) {
              <option [value]="choice.code">{{ choice.label }}</option>
            }
          </select>
        </span>
      </app-field>
      @if (form.problem() ?? colleagues.error(); as problem) {
        <app-problem [problem]="problem" />
      }
      <div class="btns">
        <button type="button" class="btn" (click)="dialog.close()" i18n="@@platform.cancel">Cancel</button>
        <button type="submit" class="btn danger" [attr.aria-disabled]="form.saving() ? true : null" i18n="@@cases.blockYes">
          Close it to them
        </button>
      </div>
    </form>
  `,
})
export class BlockDialog {
  private readonly caseId = inject<string>(DIALOG_DATA);
  private readonly cases = inject(CasesApi);
  protected readonly dialog = inject<DialogRef<true>>(DialogRef);
  protected readonly kinds = conflictKind;
  protected readonly sources = choicesOf(blockSource);
  protected readonly form = new ContractForm<BlockInput>(BlockInput, { staffId: '', kind: '', source: '' }, { texts: STEP_TEXTS });
  protected readonly colleagues = httpResource<TeamCandidatesView>(() => `${casePath(this.caseId)}/blocks/candidates`);

  protected readonly items = computed(() => (this.colleagues.hasValue() ? this.colleagues.value().items : []));

  protected async close(): Promise<void> {
    const done = await this.form.save((input, intent) => this.cases.block(this.caseId, input, intent));
    if (done) this.dialog.close(done);
  }
}
