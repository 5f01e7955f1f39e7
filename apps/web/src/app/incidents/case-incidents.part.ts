import { httpResource } from '@angular/common/http';
import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { IncidentListView } from '@panah/contracts/incidents.contract';
import { incidentSeverity, incidentType } from '@panah/domain/vocabulary/incidents';
import { DateText } from '../platform/dates/date-text';
import { Icon } from '../platform/icon/icon';
import { ProblemNotice } from '../platform/problem/problem-notice';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { StateMark } from '../platform/text/state-mark';
import { INCIDENT_STATES } from './incident-state';
import { incidentsOf } from './incidents.api';

/** The incidents of one client, newest first. */
@Component({
  selector: 'app-case-incidents',
  imports: [CodeLabel, DateText, Icon, NumberText, ProblemNotice, RouterLink, StateMark],
  template: `
    @if (incidents.hasValue()) {
      @let view = incidents.value();
      <section class="panel" aria-labelledby="incidents-title">
        <div class="panel-head">
          <h2 id="incidents-title">
            <span i18n="@@incidents.title">Incidents</span> <span class="n">{{ view.total | numberText }}</span>
          </h2>
          @if (view.actions.includes('report')) {
            <a class="btn slim push" [routerLink]="['/cases', caseId(), 'safety', 'incident']"
              ><app-icon name="plus" /><span i18n="@@incidents.report">Report</span></a
            >
          }
        </div>
        <ul>
          @for (each of view.items; track each.id) {
            <li class="row">
              <app-icon name="alert" [class]="each.severity === 'I3' || each.severity === 'I4' ? 'danger' : 'muted'" />
              <div>
                <p class="who">
                  <a class="strong" [routerLink]="['/incidents', each.id]">{{ each.type | codeLabel: types }}</a>
                  @if (each.severity) {
                    <span class="muted">{{ each.severity | codeLabel: severities }}</span>
                  }
                </p>
                <app-state-mark [code]="each.state" [of]="marks" />
              </div>
              <span class="small muted">{{ each.reportedAt | dateText: 'day' }}</span>
            </li>
          } @empty {
            <li class="panel-body muted" i18n="@@incidents.none">Nothing was reported.</li>
          }
        </ul>
      </section>
    } @else if (incidents.error(); as error) {
      <app-problem [problem]="error" [repeatable]="true" (again)="incidents.reload()" />
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
})
export class CaseIncidents {
  readonly caseId = input.required<string>();
  protected readonly marks = INCIDENT_STATES;
  protected readonly types = incidentType;
  protected readonly severities = incidentSeverity;
  protected readonly incidents = httpResource<IncidentListView>(() => incidentsOf(this.caseId()));
}
