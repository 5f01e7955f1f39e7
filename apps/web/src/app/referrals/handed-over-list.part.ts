import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { HandedOverLineView, HandedOverListView } from '@panah/contracts/handovers.contract';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { DateText } from '../platform/dates/date-text';
import { Api } from '../platform/http/api';
import { List, ListRow } from '../platform/list/list';
import type { ListColumn } from '../platform/list/list-page';
import { ListSource } from '../platform/list/list-source';
import { CodeLabel } from '../platform/text/code-label';

/** Cases that are a partner's now, and whose files are locked here: of each a summary, and there a coordinator opens it again. */
@Component({
  selector: 'app-handed-over-list',
  imports: [CodeLabel, DateText, List, ListRow, RouterLink],
  template: `
    <header class="head">
      <div>
        <h1 i18n="@@referrals.handedOverList">Handed over</h1>
        <p class="sub" i18n="@@referrals.handedOverListSub">
          Cases that are a partner’s now. Their files are locked; a summary of each is left.
        </p>
      </div>
      <div class="btns">
        <a class="btn" routerLink="/cases" i18n="@@cases.title">Caseload</a>
      </div>
    </header>
    <app-list [source]="list" [columns]="columns" label="Handed over" i18n-label="@@referrals.handedOverList" (opened)="open($event)">
      <ng-template appRow [appRowOf]="list" let-row>
        <th scope="row">
          <a class="name" [routerLink]="['/cases', row.id]"
            ><bdi class="ref">{{ row.caseRef }}</bdi></a
          >
          <div class="small muted phone">{{ row.service | codeLabel: services }}</div>
        </th>
        <td>
          <bdi>{{ row.partner.name }}</bdi>
          <div class="small muted phone">{{ row.takenOverAt | dateText: 'day' }}</div>
        </td>
        <td class="wide">{{ row.service | codeLabel: services }}</td>
        <td class="wide nowrap">{{ row.takenOverAt | dateText: 'day' }}</td>
        <td class="wide nowrap">
          @if (row.retentionUntil; as until) {
            {{ until | dateText: 'day' }}
          }
        </td>
      </ng-template>
      <ng-container listEmpty>
        <h3 i18n="@@referrals.handedOverNone">No case was handed over</h3>
        <p i18n="@@referrals.handedOverNoneText">When a partner takes a case over, its file is locked and a summary of it stands here.</p>
      </ng-container>
    </app-list>
  `,
})
export class HandedOverList {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  protected readonly services = serviceRequested;
  protected readonly columns: readonly ListColumn[] = [
    { id: 'case', label: $localize`:@@referrals.leftTitle:The case` },
    { id: 'partner', label: $localize`:@@referrals.handedOverTo:Handed over to` },
    { id: 'service', label: $localize`:@@referrals.leftService:What for`, wide: true },
    { id: 'taken', label: $localize`:@@referrals.leftTaken:Taken over`, wide: true },
    { id: 'kept', label: $localize`:@@referrals.leftKept:Kept until`, wide: true },
  ];
  protected readonly list = new ListSource<HandedOverLineView>((question) =>
    this.api.list<HandedOverListView>('/api/handed-over-cases', question),
  );

  protected open({ id }: HandedOverLineView): void {
    void this.router.navigate(['/cases', id]);
  }
}
