import { Component, computed, inject, input, output, type Type, untracked } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { IncidentInput, OfficeIncidentInput } from '@panah/contracts/incidents.contract';
import { contactChannel } from '@panah/domain/vocabulary/clients';
import { allegedSource, authorityReport, incidentType, sourceConfidence } from '@panah/domain/vocabulary/incidents';
import { ClockInput } from '../platform/dates/clock-input';
import { PartialDateControl } from '../platform/dates/partial-date';
import { ActionsBar } from '../platform/form/actions-bar';
import { Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemTexts } from '../platform/problem/problem-texts';
import { SessionStore } from '../platform/session/session-store';
import { Snack } from '../platform/shell/snack';
import { IncidentsApi } from './incidents.api';
import { INCIDENT_PROBLEMS, INCIDENT_TEXTS } from './incidents.texts';

type Told = IncidentInput & OfficeIncidentInput;

const NOTHING: IncidentInput = {
  type: '',
  occurred: null as unknown as undefined,
  occurredTime: null as unknown as undefined,
  channel: null as unknown as undefined,
  allegedSource: 'UNKNOWN',
  confidence: 'REPORTED',
  description: '',
  affectedCaseRefs: [],
  affectedOthers: '',
  authorityReport: 'NOT_WANTED',
  authorityRef: '',
  wishes: '',
  reporterHidden: false,
};

/**
 * Reports something that threatened safety or privacy: of a client, or without a case of the office, a colleague, a house, data.
 * The source is what was said, never a finding.
 */
@Component({
  selector: 'app-incident-form',
  imports: [ActionsBar, Choices, ClockInput, Field, FieldControl, FormElement, PartialDateControl, ReactiveFormsModule],
  templateUrl: './incident-form.html',
})
export class IncidentForm {
  readonly caseId = input<string | null>(null);
  readonly done = output<string | null>();

  private readonly incidents = inject(IncidentsApi);
  private readonly snack = inject(Snack);
  /** Somebody who is missing is a client with a file. */
  protected readonly types = computed(() => choicesOf(incidentType).filter(({ code }) => this.caseId() !== null || code !== 'MISSING'));
  protected readonly offices = inject(SessionStore).user()?.offices ?? [];
  protected readonly sources = choicesOf(allegedSource);
  protected readonly confidences = choicesOf(sourceConfidence);
  protected readonly reports = choicesOf(authorityReport);
  protected readonly channels = choicesOf(contactChannel);
  protected readonly form = computed(() => formOf(this.caseId(), this.offices[0]?.id ?? ''));

  constructor() {
    inject(ProblemTexts).add(INCIDENT_PROBLEMS);
  }

  unsaved(): boolean {
    return this.form().dirty();
  }

  protected setRefs(text: string): void {
    this.form()
      .control('affectedCaseRefs')
      .setValue(text.split(/[\s,،]+/).filter(Boolean));
  }

  protected setHidden(hidden: boolean): void {
    this.form().control('reporterHidden').setValue(hidden);
  }

  protected async save(): Promise<void> {
    const kept = await this.form().save((value, intent) => {
      const said = Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null && each !== '')) as unknown as Told;
      return this.incidents.report(this.caseId(), said, intent);
    });
    if (!kept) return;
    this.snack.say($localize`:@@incidents.saidReported:Reported. A coordinator sets how serious it is.`);
    this.done.emit(kept.id);
  }
}

/** By the contract of what is reported; a form is no part of what it is computed from. */
const formOf = (caseId: string | null, officeId: string): ContractForm<Told> =>
  untracked(() =>
    caseId === null
      ? new ContractForm<Told>(OfficeIncidentInput as Type<Told>, { ...NOTHING, officeId }, { texts: INCIDENT_TEXTS })
      : new ContractForm<Told>(IncidentInput as Type<Told>, NOTHING as Told, { texts: INCIDENT_TEXTS }),
  );
