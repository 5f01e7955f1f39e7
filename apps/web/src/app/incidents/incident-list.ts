import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { IncidentLineView } from '@panah/contracts/incidents.contract';
import { incidentSeverity, incidentState, incidentType } from '@panah/domain/vocabulary/incidents';
import { DateText } from '../platform/dates/date-text';
import { choicesOf } from '../platform/form/choices';
import { Icon } from '../platform/icon/icon';
import { Facet } from '../platform/list/facet';
import { List, ListRow } from '../platform/list/list';
import type { ListColumn } from '../platform/list/list-page';
import { ListSource } from '../platform/list/list-source';
import { SessionStore } from '../platform/session/session-store';
import { CodeLabel } from '../platform/text/code-label';
import { StateMark } from '../platform/text/state-mark';
import { INCIDENT_STATES } from './incident-state';
import { IncidentsApi } from './incidents.api';

/** Incidents in reach, newest first. */
@Component({
  selector: 'app-incident-list',
  imports: [CodeLabel, DateText, Facet, Icon, List, ListRow, RouterLink, StateMark],
  template: `
    <header class="head">
      <h1 i18n="@@incidents.title">Incidents</h1>
      @if (mayReport) {
        <div class="btns">
          <a class="btn primary" routerLink="/report-incident"
            ><app-icon name="plus" /><span i18n="@@incidents.reportTitle">Report an incident</span></a
          >
        </div>
      }
    </header>
    <app-list [source]="list" [columns]="columns" label="Incidents" i18n-label="@@incidents.title" (opened)="open($event)">
      <ng-container listFacets>
        <app-facet name="state" label="State" i18n-label="@@incidents.state" [choices]="states" />
        <app-facet name="severity" label="Severity" i18n-label="@@incidents.severity" [choices]="severities" />
        <app-facet name="type" label="Kind" i18n-label="@@incidents.kind" [choices]="types" />
      </ng-container>
      <ng-template appRow [appRowOf]="list" let-row>
        <th scope="row">
          <a [routerLink]="['/incidents', row.id]">{{ row.type | codeLabel: typeNames }}</a>
        </th>
        <td>
          @if (row.caseRef) {
            <bdi class="unprinted">{{ row.pseudonym }}</bdi>&ngsp;<bdi class="ref muted">{{ row.caseRef }}</bdi>
          } @else {
            <span i18n="@@incidents.theOffice">The office</span>&ngsp;<bdi class="muted">{{ row.office }}</bdi>
          }
        </td>
        <td><app-state-mark [code]="row.state" [of]="marks" /></td>
        <td class="wide">{{ row.severity | codeLabel: severityNames }}</td>
        <td class="wide">{{ row.reportedAt | dateText: 'day' }}</td>
      </ng-template>
      <ng-container listEmpty>
        <h3 i18n="@@incidents.noneTitle">No incident</h3>
        <p i18n="@@incidents.noneText">
          What happens to a client is reported on the tab “Safety” of their file; what concerns the office, here.
        </p>
      </ng-container>
    </app-list>
  `,
})
export class IncidentList {
  private readonly incidents = inject(IncidentsApi);
  private readonly router = inject(Router);
  protected readonly mayReport = inject(SessionStore).may('incident:report');
  protected readonly marks = INCIDENT_STATES;
  protected readonly typeNames = incidentType;
  protected readonly severityNames = incidentSeverity;
  protected readonly types = choicesOf(incidentType);
  protected readonly states = choicesOf(incidentState);
  protected readonly severities = choicesOf(incidentSeverity);
  protected readonly columns: readonly ListColumn[] = [
    { id: 'type', label: $localize`:@@incidents.kind:Kind` },
    { id: 'client', label: $localize`:@@incidents.whose:Client or office` },
    { id: 'state', label: $localize`:@@incidents.state:State` },
    { id: 'severity', label: $localize`:@@incidents.severity:Severity`, wide: true },
    { id: 'reported', label: $localize`:@@incidents.reported:Reported`, wide: true },
  ];
  protected readonly list = new ListSource<IncidentLineView>((question) => this.incidents.list(question), {
    facetNames: ['state', 'severity', 'type'],
  });

  protected open({ id }: IncidentLineView): void {
    void this.router.navigate(['/incidents', id]);
  }
}
