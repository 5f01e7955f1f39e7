import { inject, Injectable } from '@angular/core';
import { CalendarDate, parseDate, toZoned } from '@internationalized/date';
import type { AuditListView, AuditVerificationView, FileLooksView } from '@panah/contracts/audit.contract';
import type { StaffListView } from '@panah/contracts/staff.contract';
import type { Choice } from '../platform/form/choices';
import { Api } from '../platform/http/api';
import type { ListQuestion } from '../platform/list/list-page';
import { SessionStore } from '../platform/session/session-store';

const MOST_AT_ONCE = 100;

/** What these pages ask of the server. */
@Injectable({ providedIn: 'root' })
export class AuditApi {
  private readonly api = inject(Api);
  private readonly session = inject(SessionStore);

  /** `text` is a record's number; `from` and `to` are days of the office, both counted in. */
  log(question: ListQuestion): Promise<AuditListView> {
    const { from, to, ...others } = question.facets;
    const facets = {
      ...others,
      ...(question.text ? { recordId: question.text.toLowerCase() } : {}),
      ...(from ? { from: this.beginningOf(parseDate(from)) } : {}),
      ...(to ? { to: this.beginningOf(parseDate(to).add({ days: 1 })) } : {}),
    };
    return this.api.list<AuditListView>('/api/audit', { ...question, facets });
  }

  looks(clientId: string, question: ListQuestion): Promise<FileLooksView> {
    return this.api.list<FileLooksView>(`/api/clients/${clientId}/looks`, { ...question, facets: {} });
  }

  /** Checks the whole log; it changes nothing. */
  verify(): Promise<AuditVerificationView> {
    return this.api.post('/api/audit/verification', {});
  }

  /** Everybody who has worked here, by the name they are known by. */
  async colleagues(): Promise<readonly Choice[]> {
    const question = { text: '', sort: null, direction: 'asc', facets: {}, limit: MOST_AT_ONCE } as const;
    const choices: Choice[] = [];
    for (let cursor: string | null = null, first = true; first || cursor; first = false) {
      const page: StaffListView = await this.api.list<StaffListView>('/api/staff', { ...question, cursor });
      choices.push(...page.items.map(({ id, displayName }) => ({ code: id, label: displayName })));
      cursor = page.next;
    }
    return choices;
  }

  private beginningOf(day: CalendarDate): string {
    return toZoned(day, this.session.timeZone()).toAbsoluteString();
  }
}
