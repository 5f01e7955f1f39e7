import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { type TeamCandidatesView, TeamProposalInput, type TeamView } from '@panah/contracts/case-team.contract';
import { classesFor } from '@panah/domain/cases/team-classes';
import { recordClass, type TeamRole, teamReason, teamRole } from '@panah/domain/vocabulary/case-team';
import { choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { DialogFoot } from '../platform/form/dialog-foot';
import { FormElement } from '../platform/form/form-element';
import type { UsualField } from '../platform/form/form-question';
import { QuestionField } from '../platform/form/question-field';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { STEP_TEXTS } from './case.texts';
import { casePath, CasesApi } from './cases.api';

/** Asks a colleague to join. They will see a pseudonym and neutral facts; the client hears their name (R-AC-13). */
@Component({
  selector: 'app-team-proposal-dialog',
  imports: [DialogFoot, FormElement, ProblemNotice, QuestionField],
  templateUrl: './team-proposal-dialog.html',
})
export class TeamProposalDialog {
  private readonly caseId = inject<string>(DIALOG_DATA);
  private readonly cases = inject(CasesApi);
  protected readonly dialog = inject<DialogRef<TeamView>>(DialogRef);

  protected readonly form = new ContractForm<TeamProposalInput>(
    TeamProposalInput,
    { staffId: '', role: '', reason: '', classes: [] },
    { texts: STEP_TEXTS },
  );
  protected readonly colleagues = httpResource<TeamCandidatesView>(() => `${casePath(this.caseId)}/team/candidates`);
  private readonly staffId = toSignal(this.form.control('staffId').valueChanges, { initialValue: '' });
  private readonly role = toSignal(this.form.control('role').valueChanges, { initialValue: '' });
  private readonly items = computed(() => (this.colleagues.hasValue() ? this.colleagues.value().items : []));
  protected readonly fields = computed<readonly UsualField[]>(() => {
    const whole = wholeOf(this.role());
    return [
      {
        name: 'staffId',
        kind: 'select',
        label: $localize`:@@cases.colleague:Colleague`,
        choices: this.items().map(({ id, name }) => ({ code: id, label: name })),
      },
      {
        name: 'role',
        kind: 'select',
        label: $localize`:@@cases.role:Role on this case`,
        choices: choicesOf(teamRole).filter(({ code }) => this.rolesOf(this.staffId()).includes(code)),
      },
      { name: 'reason', kind: 'select', label: $localize`:@@cases.fieldWhy:Why`, choices: REASONS },
      ...(whole.length ? [{ ...CLASSES, choices: choicesOf(recordClass).filter(({ code }) => whole.includes(code)) }] : []),
    ];
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
    const [only, ...others] = this.rolesOf(this.form.control('staffId').value);
    this.form.control('role').setValue(only && others.length === 0 ? only : '');
  }

  private rolesOf(staffId: string): readonly string[] {
    return this.items().find(({ id }) => id === staffId)?.roles ?? [];
  }
}

const REASONS = choicesOf(teamReason).filter(({ code }) => code !== 'ALLOCATION');
const CLASSES: UsualField = { name: 'classes', kind: 'checks', label: $localize`:@@cases.classes:May open` };
const wholeOf = (role: string): readonly string[] => (role ? classesFor(role as TeamRole) : []);
