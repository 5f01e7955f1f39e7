import { inject, Injectable } from '@angular/core';
import type { HighRiskListView, OverdueListView, WaitingView } from '@panah/contracts/board.contract';
import { Api } from '../platform/http/api';
import type { ListQuestion } from '../platform/list/list-page';

export const BOARD = '/api/board';

/** What the board asks of the server. It changes nothing. */
@Injectable({ providedIn: 'root' })
export class BoardApi {
  private readonly api = inject(Api);

  overdue(question: ListQuestion): Promise<OverdueListView> {
    return this.api.list(`${BOARD}/overdue`, question);
  }

  highRisk(question: ListQuestion): Promise<HighRiskListView> {
    return this.api.list(`${BOARD}/high-risk`, question);
  }

  waiting(): Promise<WaitingView> {
    return this.api.glance(`${BOARD}/waiting`);
  }
}
