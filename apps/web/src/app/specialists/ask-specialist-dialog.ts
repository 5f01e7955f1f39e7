import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import type { TeamCandidatesView } from '@panah/contracts/case-team.contract';
import { SpecialistRequestInput, type SpecialistRequestsView } from '@panah/contracts/specialists.contract';
import { specialistUrgency, specialty } from '@panah/domain/vocabulary/specialists';
import { choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { DialogFoot } from '../platform/form/dialog-foot';
import { FormElement } from '../platform/form/form-element';
import type { UsualField } from '../platform/form/form-question';
import { languageChoices } from '../platform/form/place-choices';
import { QuestionField } from '../platform/form/question-field';
import { SpecialistsApi } from './specialists.api';
import { SPECIALIST_TEXTS } from './specialists.texts';

/** Asks a specialty of the office. Its queue shows reference, language, urgency and the question, and nothing else. */
@Component({
  selector: 'app-ask-specialist-dialog',
  imports: [DialogFoot, FormElement, QuestionField],
  templateUrl: './ask-specialist-dialog.html',
})
export class AskSpecialistDialog {
  private readonly caseId = inject<string>(DIALOG_DATA);
  private readonly api = inject(SpecialistsApi);
  protected readonly dialog = inject<DialogRef<SpecialistRequestsView>>(DialogRef);
  protected readonly form = new ContractForm<SpecialistRequestInput>(
    SpecialistRequestInput,
    { specialty: '', urgency: 'ROUTINE', language: '', question: '', clientAgreesTo: [] },
    { texts: SPECIALIST_TEXTS },
  );
  private readonly colleagues = httpResource<TeamCandidatesView>(() => `/api/cases/${this.caseId}/team/candidates`);
  private readonly chosen = toSignal(this.form.control('specialty').valueChanges, { initialValue: '' });
  /** Those of the specialty, of whom the client can be told already now. */
  private readonly people = computed(() => {
    const all = this.colleagues.hasValue() ? this.colleagues.value().items : [];
    return all.filter(({ roles }) => roles.includes(this.chosen())).map(({ id, name }) => ({ code: id, label: name }));
  });
  protected readonly fields = computed<readonly UsualField[]>(() =>
    this.people().length ? [...FIELDS, { ...AGREES, choices: this.people() }] : FIELDS,
  );

  constructor() {
    this.form.control('specialty').valueChanges.subscribe(() => this.form.control('clientAgreesTo').setValue([]));
  }

  protected async ask(): Promise<void> {
    const view = await this.form.save((input, intent) => this.api.ask(this.caseId, input, intent));
    if (view) this.dialog.close(view);
  }
}

const FIELDS: readonly UsualField[] = [
  { name: 'specialty', kind: 'choice', inRow: true, label: $localize`:@@specialists.specialty:Specialty`, choices: choicesOf(specialty) },
  { name: 'urgency', kind: 'choice', label: $localize`:@@specialists.urgency:How urgent`, choices: choicesOf(specialistUrgency) },
  {
    name: 'language',
    kind: 'select',
    label: $localize`:@@specialists.language:Language`,
    hint: $localize`:@@specialists.languageHint:Left open: the first on file`,
    choices: languageChoices(),
    empty: $localize`:@@specialists.asOnFile:As on file`,
    optional: true,
  },
  {
    name: 'question',
    kind: 'area',
    label: $localize`:@@specialists.question:Question`,
    hint: $localize`:@@specialists.questionHint:In neutral words: no name, no place`,
  },
];
const AGREES: UsualField = {
  name: 'clientAgreesTo',
  kind: 'checks',
  label: $localize`:@@specialists.agreesTo:The client was told of, and has no objection to`,
  hint: $localize`:@@specialists.agreesToHint:For anybody else the client is asked first`,
  optional: true,
};
