import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { NeedChangeInput, NeedInput, type NeedView } from '@panah/contracts/needs.contract';
import { groupOf } from '@panah/domain/needs/need.rules';
import { needCode, needGroup, needSeverity, needSource, needStatus } from '@panah/domain/vocabulary/needs';
import { DateInput } from '../platform/dates/date-input';
import { DateWords } from '../platform/dates/date-words';
import { Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { DialogFoot } from '../platform/form/dialog-foot';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { saysCode, StaleEdits } from '../platform/form/stale-edits';
import { CodeLabel } from '../platform/text/code-label';
import { PLAN_TEXTS } from './plan-words';
import { PlansApi } from './plans.api';

export interface NeedDialogData {
  caseId: string;
  /** Absent for a new one. */
  need?: NeedView;
}

const LABELS = {
  severity: $localize`:@@plans.severity:How badly`,
  status: $localize`:@@plans.needStatus:How it stands`,
  note: $localize`:@@plans.needNote:Words about it`,
};

/** Of both forms: what one does not know is not in its start. */
type NeedFields = Partial<NeedInput & NeedChangeInput>;

/** Writes down what somebody needs, or what became of it. */
@Component({
  selector: 'app-need-dialog',
  imports: [Choices, CodeLabel, DateInput, DialogFoot, Field, FieldControl, FormElement, ReactiveFormsModule],
  templateUrl: './need-dialog.html',
})
export class NeedDialog {
  private readonly plans = inject(PlansApi);
  private readonly stale = inject(StaleEdits);
  protected readonly data = inject<NeedDialogData>(DIALOG_DATA);
  private version = this.data.need?.version ?? 0;
  protected readonly dialog = inject<DialogRef<NeedView>>(DialogRef);

  protected readonly codes = needCode;
  protected readonly groups = choicesOf(needGroup).map((group) => ({
    ...group,
    needs: choicesOf(needCode).filter(({ code }) => needCode.has(code) && groupOf(code) === group.code),
  }));
  protected readonly severities = choicesOf(needSeverity);
  protected readonly statuses = choicesOf(needStatus);
  protected readonly sources = choicesOf(needSource);
  protected readonly form = this.data.need ? this.changing(this.data.need) : this.adding(inject(DateWords).today());

  protected async save(): Promise<void> {
    const { caseId, need } = this.data;
    const saved = await this.form.save((input, intent) =>
      need
        ? this.plans.changeNeed(need.id, input as NeedChangeInput, this.version)
        : this.plans.addNeed(caseId, input as NeedInput, intent),
    );
    if (saved) this.dialog.close(saved);
    else if (need) await this.settle(need.id);
  }

  /** Somebody else saved first: what both changed is asked, the rest is put together. */
  private async settle(id: string): Promise<void> {
    const says = {
      severity: saysCode(needSeverity),
      status: saysCode(needStatus),
    };
    const now = await this.stale.meet(this.form, { read: () => this.plans.readNeed(id), shape: startOf, labels: LABELS, says });
    if (now) this.version = now.version;
  }

  private adding(today: string): ContractForm<NeedFields> {
    const start = { code: '', severity: 'S2', source: 'SELF', identifiedOn: today, note: '' };
    return new ContractForm<NeedFields>(NeedInput, start, { texts: { code: PLAN_TEXTS, identifiedOn: PLAN_TEXTS } });
  }

  private changing(need: NeedView): ContractForm<NeedFields> {
    return new ContractForm<NeedFields>(NeedChangeInput, startOf(need));
  }
}

const startOf = ({ severity, status, note }: NeedView): NeedFields => ({ severity, status, note: note ?? '' });
