import { Component, computed, inject, input, untracked } from '@angular/core';
import type { FileLookView } from '@panah/contracts/audit.contract';
import { DateDisplay } from '../platform/dates/date-display';
import { List, ListRow } from '../platform/list/list';
import type { ListColumn } from '../platform/list/list-page';
import { ListSource } from '../platform/list/list-source';
import { listed } from '../platform/text/listed';
import { AuditActor } from './audit-actor';
import { reasonInWords } from './audit-line';
import { AuditOutcome } from './audit-outcome';
import { classInWords, fieldsInWords, inOneLine, wordInWords } from './audit-words';
import { AuditApi } from './audit.api';

/** `<app-looks [clientId]="…" />`: who opened this file. Whoever may not ask sees nothing at all. */
@Component({
  selector: 'app-looks',
  imports: [AuditActor, AuditOutcome, DateDisplay, List, ListRow],
  template: `
    @if (!absent()) {
      <section class="stack tight" aria-labelledby="looks">
        <div>
          <h2 id="looks" i18n="@@audit.looks">Who opened this file</h2>
          <p class="small muted" i18n="@@audit.looksSub">Newest first. Your own looks are among them.</p>
        </div>
        <app-list [source]="source()" [columns]="columns" label="Who opened this file" i18n-label="@@audit.looks">
          <ng-template appRow [appRowOf]="source()" let-row>
            <td><app-date [value]="row.at" shape="dayTime" /></td>
            <td><app-audit-actor [name]="row.actorName" /></td>
            <td>
              <div>{{ inWords(row.word) }}</div>
              @if (more(row); as text) {
                <div class="small muted">{{ text }}</div>
              }
              @if (row.outcome !== 'DONE') {
                <app-audit-outcome [outcome]="row.outcome" />
              }
            </td>
          </ng-template>
          <ng-container listEmpty>
            <h3 i18n="@@audit.looksNone">Nobody has opened it yet</h3>
          </ng-container>
        </app-list>
      </section>
    }
  `,
})
export class Looks {
  readonly clientId = input.required<string>();

  private readonly audit = inject(AuditApi);
  protected readonly inWords = wordInWords;
  protected readonly columns: readonly ListColumn[] = [
    { id: 'at', label: $localize`:@@audit.when:When` },
    { id: 'who', label: $localize`:@@audit.who:Who` },
    { id: 'what', label: $localize`:@@audit.what:What` },
  ];
  protected readonly source = computed(() => {
    const clientId = this.clientId();
    // Another file is another list; making one writes its signals, which a computation may not.
    return untracked(() => new ListSource<FileLookView>((question) => this.audit.looks(clientId, question)));
  });
  /** Other members of the team do not read who looked: for them there is nothing here. */
  protected readonly absent = computed(() => [403, 404].includes(this.source().problem()?.status ?? 0));

  protected more({ fieldClasses, changedFields, reason }: FileLookView): string {
    const parts = [reason ? reasonInWords(reason) : '', listed(fieldClasses.map(classInWords)), fieldsInWords(changedFields)];
    return inOneLine(parts);
  }
}
