import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { IncidentView } from '@panah/contracts/incidents.contract';
import { contactChannel } from '@panah/domain/vocabulary/clients';
import {
  allegedSource,
  authorityReport,
  incidentAction,
  incidentSeverity,
  incidentType,
  sourceConfidence,
} from '@panah/domain/vocabulary/incidents';
import { DateDisplay } from '../platform/dates/date-display';
import { PartialDateText } from '../platform/dates/partial-date-text';
import { Questions } from '../platform/form/questions';
import { Icon } from '../platform/icon/icon';
import { type Problem, problemOf } from '../platform/problem/problem';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { readerLanguage } from '../platform/reader/language';
import { CodeLabel } from '../platform/text/code-label';
import { StateMark } from '../platform/text/state-mark';
import { EvidenceList } from './evidence-list';
import { type IncidentAsk, incidentQuestion } from './incident-questions';
import { INCIDENT_STATES } from './incident-state';
import { incidentPath, IncidentsApi } from './incidents.api';

const STEPS: readonly string[] = incidentAction.codes;

/** One incident: what happened, what is done about it, what proves it. */
@Component({
  selector: 'app-incident-page',
  imports: [CodeLabel, DateDisplay, EvidenceList, Icon, PartialDateText, ProblemNotice, RouterLink, StateMark],
  templateUrl: './incident-page.html',
})
export class IncidentPage {
  readonly incidentId = input.required<string>();

  private readonly incidents = inject(IncidentsApi);
  private readonly questions = inject(Questions);
  protected readonly marks = INCIDENT_STATES;
  protected readonly types = incidentType;
  protected readonly severities = incidentSeverity;
  protected readonly confidences = sourceConfidence;
  protected readonly sources = allegedSource;
  protected readonly reports = authorityReport;
  protected readonly channels = contactChannel;
  protected readonly refused = signal<Problem | null>(null);
  protected readonly incident = httpResource<IncidentView>(() => incidentPath(this.incidentId()));
  protected readonly steps = computed(() =>
    this.incident.hasValue() ? this.incident.value().actions.filter((each) => STEPS.includes(each)) : [],
  );
  protected readonly mayAdd = computed(() => this.incident.hasValue() && this.incident.value().actions.includes('add'));

  protected stepLabel(step: string): string {
    return incidentAction.has(step) ? incidentAction.label(step, readerLanguage()) : step;
  }

  protected async take(step: string): Promise<void> {
    if (step === 'act') await this.trying(() => this.incidents.step(this.incidentId(), step, {}));
    else await this.ask(step as IncidentAsk);
  }

  protected async ask(ask: IncidentAsk): Promise<void> {
    const incident = this.incident.value();
    if (!incident) return;
    const saved = await this.questions.ask(incidentQuestion(this.incidents, incident, ask));
    if (saved) this.incident.set(saved);
  }

  protected async finish(actionId: string): Promise<void> {
    await this.trying(() => this.incidents.finishAction(this.incidentId(), actionId));
  }

  protected again(): void {
    this.refused.set(null);
    this.incident.reload();
  }

  private async trying(act: () => Promise<IncidentView>): Promise<void> {
    this.refused.set(null);
    try {
      this.incident.set(await act());
    } catch (thrown) {
      this.refused.set(problemOf(thrown));
    }
  }
}
