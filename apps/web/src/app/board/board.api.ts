import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { HighRiskListView, OverdueListView, WaitingView } from '@panah/contracts/board.contract';
import type { OutcomeCasesView } from '@panah/contracts/journey-reports.contract';
import type { ContactCasesView, OnTimeCasesView } from '@panah/contracts/practice-lists.contract';
import { firstValueFrom } from 'rxjs';
import { Api } from '../platform/http/api';
import type { ListQuestion } from '../platform/list/list-page';

export const BOARD = '/api/board';

/** What the board asks of the server. It changes nothing. */
@Injectable({ providedIn: 'root' })
export class BoardApi {
  private readonly api = inject(Api);
  private readonly http = inject(HttpClient);

  overdue(question: ListQuestion): Promise<OverdueListView> {
    return this.api.list(`${BOARD}/overdue`, question);
  }

  highRisk(question: ListQuestion): Promise<HighRiskListView> {
    return this.api.list(`${BOARD}/high-risk`, question);
  }

  /** The cases behind P-08. */
  contactCases(question: ListQuestion): Promise<ContactCasesView> {
    return this.api.list('/api/reports/contact-standard/cases', question);
  }

  /** The cases behind P-09. */
  onTimeCases(question: ListQuestion): Promise<OnTimeCasesView> {
    return this.api.list('/api/reports/on-time/cases', question);
  }

  /** The cases behind P-24 and P-25. */
  outcomeCases(report: 'reintegration' | 'stable-independence', question: ListQuestion): Promise<OutcomeCasesView> {
    return this.api.list(`/api/reports/${report}/cases`, question);
  }

  /** Looking is no use of the session. */
  waiting(): Promise<WaitingView> {
    return firstValueFrom(this.http.get<WaitingView>(`${BOARD}/waiting`, { headers: { 'x-background': '1' } }));
  }
}
