import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { type TeamCandidatesView, TeamProposalInput, type TeamView } from '@panah/contracts/case-team.contract';
import { classesFor } from '@panah/domain/cases/team-classes';
import { recordClass, type TeamRole, teamReason, teamRole } from '@panah/domain/vocabulary/case-team';
import { Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { STEP_TEXTS } from './case.texts';
import { casePath, CasesApi } from './cases.api';

/** Asks a colleague to join. They will see a pseudonym and neutral facts; the client hears their name (R-AC-13). */
@Component({
  selector: 'app-team-proposal-dialog',
  imports: [Choices, Field, FieldControl, FormElement, ProblemNotice, ReactiveFormsModule],
  templateUrl: './team-proposal-dialog.html',
})
export class TeamProposalDialog {
  private readonly caseId = inject<string>(DIALOG_DATA);
  private readonly cases = inject(CasesApi);
  protected readonly dialog = inject<DialogRef<TeamView>>(DialogRef);

  protected readonly reasons = choicesOf(teamReason).filter(({ code }) => code !== 'ALLOCATION');
  protected readonly form = new ContractForm<TeamProposalInput>(
    TeamProposalInput,
    { staffId: '', role: '', reason: '', classes: [] },
    { texts: STEP_TEXTS },
  );
  protected readonly colleagues = httpResource<TeamCandidatesView>(() => `${casePath(this.caseId)}/team/candidates`);
  private readonly staffId = toSignal(this.form.control('staffId').valueChanges, { initialValue: '' });
  private readonly role = toSignal(this.form.control('role').valueChanges, { initialValue: '' });
  protected readonly items = computed(() => (this.colleagues.hasValue() ? this.colleagues.value().items : []));
  protected readonly roles = computed(() => {
    const held = this.items().find(({ id }) => id === this.staffId())?.roles ?? [];
    return choicesOf(teamRole).filter(({ code }) => held.includes(code));
  });
  protected readonly classes = computed(() => {
    const whole: readonly string[] = wholeOf(this.role());
    return choicesOf(recordClass).filter(({ code }) => whole.includes(code));
  });

  constructor() {
    this.form.control('staffId').valueChanges.subscribe(() => this.chooseRole());
    this.form.control('role').valueChanges.subscribe((role) => this.form.control('classes').setValue([...wholeOf(role)]));
  }

  protected async ask(): Promise<void> {
    const team = await this.form.save((input, intent) => this.cases.propose(this.caseId, input, intent));
    if (team) this.dialog.close(team);
  }

  /** Most colleagues have one role: then there is nothing to choose. */
  private chooseRole(): void {
    const [only, ...others] = this.items().find(({ id }) => id === this.form.control('staffId').value)?.roles ?? [];
    this.form.control('role').setValue(only && others.length === 0 ? only : '');
  }
}

const wholeOf = (role: string): readonly string[] => (role ? classesFor(role as TeamRole) : []);
