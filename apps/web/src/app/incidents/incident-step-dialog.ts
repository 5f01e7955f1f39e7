import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { Component, inject, resource, type Type } from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import {
  IncidentActionInput,
  IncidentAssessmentInput,
  IncidentClosureInput,
  IncidentMonitoringInput,
  IncidentReopeningInput,
} from '@panah/contracts/incident-steps.contract';
import { EvidenceInput } from '@panah/contracts/incident-evidence.contract';
import type { IncidentView } from '@panah/contracts/incidents.contract';
import { incidentSeverity, sourceConfidence } from '@panah/domain/vocabulary/incidents';
import { DateInput } from '../platform/dates/date-input';
import { MomentInput } from '../platform/dates/moment-input';
import { Choices, choicesOf } from '../platform/form/choices';
import { ContractForm } from '../platform/form/contract-form';
import { Field } from '../platform/form/field';
import { FieldControl } from '../platform/form/field-control';
import { FormElement } from '../platform/form/form-element';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { IncidentsApi } from './incidents.api';
import { INCIDENT_TEXTS } from './incidents.texts';

export type IncidentAsk = 'assess' | 'monitor' | 'close' | 'reopen' | 'action' | 'evidence';

export interface IncidentStepData {
  ask: IncidentAsk;
  incident: IncidentView;
}

type Given = Record<string, string | boolean | null>;

interface Shape {
  contract: Type<object>;
  title: string;
  start: (incident: IncidentView) => Given;
}

const SHAPES: Readonly<Record<IncidentAsk, Shape>> = {
  assess: {
    contract: IncidentAssessmentInput,
    title: $localize`:@@incidents.doAssess:How serious is it?`,
    start: ({ severity, confidence }) => ({ severity: severity ?? '', confidence }),
  },
  monitor: {
    contract: IncidentMonitoringInput,
    title: $localize`:@@incidents.doMonitor:Everything is done: when is it looked at again?`,
    start: () => ({ reviewOn: null }),
  },
  close: {
    contract: IncidentClosureInput,
    title: $localize`:@@incidents.doClose:Close the incident`,
    start: ({ caseId, affected }) => ({ ...(caseId || affected.length ? { clientInformed: false } : {}), words: '' }),
  },
  reopen: {
    contract: IncidentReopeningInput,
    title: $localize`:@@incidents.doReopen:Open it again: what is new?`,
    start: () => ({ words: '' }),
  },
  action: {
    contract: IncidentActionInput,
    title: $localize`:@@incidents.doAction:Something to do`,
    start: () => ({ text: '', ownerId: '', dueOn: null }),
  },
  evidence: {
    contract: EvidenceInput,
    title: $localize`:@@incidents.doEvidence:Evidence`,
    start: () => ({ what: '', capturedAt: '', url: '', sha256: '' }),
  },
};

/** Asks what a step of an incident needs, takes it, and closes with the incident as it then stands. */
@Component({
  selector: 'app-incident-step-dialog',
  imports: [Choices, DateInput, Field, FieldControl, FormElement, MomentInput, ProblemNotice, ReactiveFormsModule],
  templateUrl: './incident-step-dialog.html',
})
export class IncidentStepDialog {
  protected readonly data = inject<IncidentStepData>(DIALOG_DATA);
  protected readonly dialog = inject<DialogRef<IncidentView>>(DialogRef);
  private readonly incidents = inject(IncidentsApi);
  protected readonly shape = SHAPES[this.data.ask];
  protected readonly severities = choicesOf(incidentSeverity);
  protected readonly confidences = choicesOf(sourceConfidence);
  protected readonly form = new ContractForm<Given>(this.shape.contract as Type<Given>, this.shape.start(this.data.incident), {
    texts: INCIDENT_TEXTS,
  });
  protected readonly colleagues = resource({
    loader: async () => (this.asks('ownerId') ? (this.mayOwn() ?? (await this.incidents.colleagues())) : []),
  });

  protected asks(field: string): boolean {
    return field in this.shape.start(this.data.incident);
  }

  /** Of the office: those who may read it. */
  private mayOwn(): readonly { id: string; displayName: string }[] | null {
    const { mayOwnActions } = this.data.incident;
    return mayOwnActions && mayOwnActions.map(({ id, name }) => ({ id, displayName: name }));
  }

  protected setInformed(informed: boolean): void {
    this.form.control('clientInformed').setValue(informed);
  }

  protected async take(): Promise<void> {
    const { ask, incident } = this.data;
    const saved = await this.form.save((value, intent) => {
      // nobody is to be told where it touched no client
      const untold = ask === 'close' && !this.asks('clientInformed') ? { clientInformed: false } : {};
      const said = Object.fromEntries(Object.entries({ ...untold, ...value }).filter(([, each]) => each !== null && each !== ''));
      if (ask === 'action') return this.incidents.addAction(incident.id, said as unknown as IncidentActionInput, intent);
      if (ask !== 'evidence') return this.incidents.step(incident.id, ask, said, intent);
      return this.incidents.addEvidence(incident.id, said as unknown as EvidenceInput, intent);
    });
    if (saved) this.dialog.close(saved);
  }
}
