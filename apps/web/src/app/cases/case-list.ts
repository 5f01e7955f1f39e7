import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CaseLineView } from '@panah/contracts/cases.contract';
import type { ReportView } from '@panah/contracts/reports.contract';
import { caseAge } from '@panah/domain/vocabulary/case-team';
import { casePriority, caseState, riskLevel, serviceStream } from '@panah/domain/vocabulary/cases';
import { DateText } from '../platform/dates/date-text';
import { choicesOf } from '../platform/form/choices';
import { Icon } from '../platform/icon/icon';
import { Facet } from '../platform/list/facet';
import { List, ListRow } from '../platform/list/list';
import type { ListColumn } from '../platform/list/list-page';
import { ListSource } from '../platform/list/list-source';
import { SessionStore } from '../platform/session/session-store';
import { CodeLabel } from '../platform/text/code-label';
import { CountryLabel } from '../platform/text/country-label';
import { Name } from '../platform/text/name';
import { StateMark } from '../platform/text/state-mark';
import { NOT_ASSESSED, RISK_LEVELS } from '../risk/risk-level.part';
import { CASE_STATES } from './case-state.part';
import { CasesApi } from './cases.api';
import { countryChoices } from '../platform/form/place-choices';
import { DueDay } from './due-day';

/** The caseload: one's own, or the office's for its coordinator. The server decides which; nothing here does. */
@Component({
  selector: 'app-case-list',
  imports: [CodeLabel, CountryLabel, DateText, DueDay, Facet, Icon, List, ListRow, Name, RouterLink, StateMark],
  templateUrl: './case-list.html',
})
export class CaseList {
  private readonly cases = inject(CasesApi);
  private readonly router = inject(Router);
  protected readonly mayReport = inject(SessionStore).may('report:read');
  protected readonly mayListHandedOver = inject(SessionStore).may('handover:list');

  protected readonly priorities = casePriority;
  protected readonly stages = CASE_STATES;
  protected readonly levels = RISK_LEVELS;
  protected readonly stateChoices = [{ code: 'OPEN', label: $localize`:@@cases.open:Open` }, ...choicesOf(caseState)];
  protected readonly streamChoices = [...choicesOf(serviceStream), { code: 'NONE', label: $localize`:@@cases.noStream:No service yet` }];
  protected readonly priorityChoices = choicesOf(casePriority);
  protected readonly riskChoices = [...choicesOf(riskLevel), { code: 'NONE', label: NOT_ASSESSED }];
  protected readonly ageChoices = choicesOf(caseAge);
  protected readonly countryChoices = countryChoices();
  protected readonly columns: readonly ListColumn[] = [
    { id: 'person', label: $localize`:@@cases.person:Person` },
    { id: 'state', label: $localize`:@@cases.stage:Stage` },
    { id: 'risk', label: $localize`:@@cases.risk:Risk`, wide: true },
    { id: 'worker', label: $localize`:@@cases.worker:Worker`, wide: true },
    { id: 'due', label: $localize`:@@cases.due:Next date`, wide: true },
    { id: 'contact', label: $localize`:@@cases.lastContact:Last contact`, sort: 'contact', wide: true },
    { id: 'opened', label: $localize`:@@cases.opened:Opened`, sort: 'opened', wide: true },
  ];
  protected readonly list = new ListSource<CaseLineView>((question) => this.cases.list(question), {
    sort: 'opened',
    direction: 'desc',
    facetNames: ['state', 'stream', 'priority', 'risk', 'country', 'worker', 'age'],
  });

  /** Whose cases there are to choose from is known to whoever may count them. */
  private readonly workers = httpResource<ReportView>(() => (this.mayReport ? '/api/reports/open-cases?by=worker' : undefined));
  protected readonly workerChoices = computed(() =>
    this.workers.hasValue() ? this.workers.value().cells.map(({ key, name }) => ({ code: key, label: name ?? '' })) : [],
  );

  protected open({ id }: CaseLineView): void {
    void this.router.navigate(['/cases', id]);
  }
}
