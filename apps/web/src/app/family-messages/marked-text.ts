import { Component, computed, input } from '@angular/core';
import type { LeakView } from '@panah/contracts/family-messages.contract';
import { directionOf } from '@panah/domain/vocabulary/languages';
import { passagesOf } from './marked-words';

/** What was written, as it was written; what it may tell is highlighted, and stands calmer once somebody has looked at it. */
@Component({
  selector: 'app-marked-text',
  template: `
    <p class="prose" [attr.lang]="language()" [dir]="direction()" translate="no">
      @for (passage of passages(); track $index) {
        @if (passage.leak; as leak) {
          <mark [class.seen]="seen().has(leak.key)">{{ passage.text }}</mark>
        } @else {
          <ng-container>{{ passage.text }}</ng-container>
        }
      }
    </p>
  `,
  styles: `
    p {
      font-size: var(--text-l);
      line-height: var(--lead-l);
      white-space: pre-wrap;
    }
    mark {
      padding-inline: 2px;
      border-block-end: 2px solid var(--due);
      border-radius: 2px;
      background: var(--due-soft);
      color: var(--on-due-soft);
    }
    mark.seen {
      border-block-end: 1px dotted var(--line-strong);
      background: none;
      color: inherit;
    }
  `,
})
export class MarkedText {
  readonly text = input.required<string>();
  readonly language = input.required<string>();
  readonly leaks = input<readonly LeakView[]>([]);
  readonly seen = input<ReadonlySet<string>>(new Set());
  protected readonly direction = computed(() => directionOf(this.language()));
  protected readonly passages = computed(() => passagesOf(this.text(), this.leaks()));
}
