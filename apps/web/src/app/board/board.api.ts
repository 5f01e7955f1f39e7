import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { HighRiskListView, OverdueListView, WaitingView } from '@panah/contracts/board.contract';
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

  /** Looking is no use of the session. */
  waiting(): Promise<WaitingView> {
    return firstValueFrom(this.http.get<WaitingView>(`${BOARD}/waiting`, { headers: { 'x-background': '1' } }));
  }
}
