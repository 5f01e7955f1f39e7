import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { AuditLineView } from '@panah/contracts/audit.contract';
import { auditFinding } from '@panah/domain/vocabulary/audit';
import { contactRevealReason, locationRevealReason } from '@panah/domain/vocabulary/reasons';
import { Icon } from '../platform/icon/icon';
import { readerLanguage } from '../platform/reader/language';
import { listed } from '../platform/text/listed';
import { NumberText } from '../platform/text/number-text';
import { classInWords, fieldsInWords, recordInWords } from './audit-words';

/** A reason is a code of a short list, or words that somebody gave. */
export function reasonInWords(reason: string): string {
  const list = [contactRevealReason, locationRevealReason, auditFinding].find((each) => each.has(reason));
  return list ? list.label(reason as never, readerLanguage()) : reason;
}

/** All that one line of the log holds: numbers of records, classes and names of fields. Never what stood in them. */
@Component({
  selector: 'app-audit-line',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, NumberText],
  templateUrl: './audit-line.html',
  styles: `
    dl {
      display: grid;
      gap: var(--s2);
      margin-block-start: var(--s2);
    }
    dd {
      overflow-wrap: anywhere;
    }
    .ids {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr));
      gap: 0 var(--s3);
    }
    .ref {
      white-space: normal;
    }
  `,
})
export class AuditLine {
  readonly line = input.required<AuditLineView>();
  /** A record's number was pressed: everything about it is wanted. */
  readonly followed = output<string>();

  protected readonly fields = computed(() => fieldsInWords(this.line().changedFields));
  protected readonly classes = computed(() => listed(this.line().fieldClasses.map(classInWords)));
  protected readonly records = computed(() => [...new Set(this.line().recordIds)]);
  protected readonly reason = computed(() => reasonInWords(this.line().reason ?? ''));
  protected readonly subject = computed(() => recordInWords(this.line().subjectType ?? ''));
}
