import { Component, computed, inject, input, resource, signal } from '@angular/core';
import type { AuditLineView } from '@panah/contracts/audit.contract';
import { WORDS } from '@panah/domain/access/access-table';
import { isUUID } from 'class-validator';
import { DateDisplay } from '../platform/dates/date-display';
import type { Choice } from '../platform/form/choices';
import { Icon } from '../platform/icon/icon';
import { Facet } from '../platform/list/facet';
import { List, ListRow } from '../platform/list/list';
import type { ListColumn, ListPage, ListQuestion } from '../platform/list/list-page';
import { ListSource } from '../platform/list/list-source';
import { Problem } from '../platform/problem/problem';
import { intlLocale } from '../platform/reader/language';
import { SessionStore } from '../platform/session/session-store';
import { listed } from '../platform/text/listed';
import { AuditActor } from './audit-actor';
import { AuditCheck } from './audit-check';
import { AuditDays } from './audit-days';
import { AuditLine, reasonInWords } from './audit-line';
import { AuditOutcome, OUTCOMES } from './audit-outcome';
import { classInWords, fieldsInWords, inOneLine, wordInWords } from './audit-words';
import { AuditApi } from './audit.api';

/** Each noun, then its words: `case`, `case:read`, … */
const WORD_CHOICES: readonly Choice[] = [...new Set(WORDS.flatMap((word) => [word.split(':')[0] ?? word, word]))].map((code) => ({
  code,
  label: wordInWords(code),
}));

/** Who saw or changed what: every request that touched a record, newest first. */
@Component({
  selector: 'app-audit-log',
  imports: [AuditActor, AuditCheck, AuditDays, AuditLine, AuditOutcome, DateDisplay, Facet, Icon, List, ListRow],
  templateUrl: './audit-log.html',
  styles: `
    .what {
      display: flex;
      justify-content: space-between;
      align-items: start;
      gap: var(--s2);
    }
    .what .btn {
      margin-block: -0.25rem;
    }
    @media (min-width: 761px) {
      .when {
        white-space: nowrap;
      }
    }
    @media print {
      .what .btn {
        display: none;
      }
    }
  `,
})
export class AuditLog {
  /** Days in the address. */
  readonly from = input<string>();
  readonly to = input<string>();

  private readonly audit = inject(AuditApi);
  protected readonly mayVerify = inject(SessionStore).may('audit:verify');
  protected readonly words = WORD_CHOICES;
  protected readonly outcomes = OUTCOMES;
  protected readonly inWords = wordInWords;
  protected readonly columns: readonly ListColumn[] = [
    { id: 'at', label: $localize`:@@audit.when:When` },
    { id: 'who', label: $localize`:@@audit.who:Who`, wide: true },
    { id: 'what', label: $localize`:@@audit.what:What` },
    { id: 'outcome', label: $localize`:@@audit.outcome:Outcome`, wide: true },
  ];
  protected readonly list = new ListSource<AuditLineView>((question) => this.load(question), {
    facetNames: ['actorId', 'word', 'outcome', 'recordId', 'from', 'to'],
    limit: 50,
  });
  /** Without the list of colleagues the log is still read; only that filter is absent. */
  private readonly staff = resource({ loader: () => this.audit.colleagues() });
  protected readonly colleagues = computed(() => (this.staff.hasValue() ? this.staff.value() : []));
  private readonly numbers = new Intl.NumberFormat(intlLocale());
  private readonly opened = signal<ReadonlySet<string>>(new Set());

  protected isOpen({ id }: AuditLineView): boolean {
    return this.opened().has(id);
  }

  protected turn({ id }: AuditLineView): void {
    this.opened.update((opened) => {
      const others = new Set(opened);
      return others.delete(id) ? others : others.add(id);
    });
  }

  protected follow(list: List<AuditLineView>, recordId: string | null): void {
    this.list.setFacet('recordId', recordId);
    list.writeAddress();
  }

  /** The heart of a line, before it is opened. */
  protected gist({ reason, fieldClasses, changedFields, recordCount }: AuditLineView): string {
    const count = this.numbers.format(recordCount);
    const parts = [
      reason ? reasonInWords(reason) : '',
      fieldsInWords(changedFields),
      listed(fieldClasses.map(classInWords)),
      recordCount > 1 ? $localize`:@@audit.gistRecords:${count}:count: records` : '',
    ];
    return inOneLine(parts);
  }

  protected detailsOf({ word }: AuditLineView): string {
    return $localize`:@@audit.detailsOf:Details: ${wordInWords(word)}:word:`;
  }

  protected print(): void {
    window.print();
  }

  private load(question: ListQuestion): Promise<ListPage<AuditLineView>> {
    if (question.text && !isUUID(question.text)) return Promise.reject(new Problem(422, 'record-number-incomplete'));
    return this.audit.log(question);
  }
}
