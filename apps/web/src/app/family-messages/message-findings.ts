import { Component, computed, input, model } from '@angular/core';
import type { LeakView } from '@panah/contracts/family-messages.contract';
import { leakWord } from './leak-words';

/** A finding with the passage that it is about. */
export interface Finding {
  leak: LeakView;
  passage: string;
}

/** Each thing that is highlighted, to be ticked by whoever has looked at it; a tick can be taken back. */
@Component({
  selector: 'app-message-findings',
  template: `
    <fieldset>
      <legend class="strong" i18n="@@familyMessages.findings">What it may tell</legend>
      <p class="small muted" i18n="@@familyMessages.findingsText">A hint each, no verdict. Tick what may stand; for all else return it.</p>
      @for (finding of findings(); track finding.leak.key) {
        <label class="choice">
          <input type="checkbox" [checked]="seen().has(finding.leak.key)" (change)="turn(finding.leak.key)" />
          <span
            ><bdi class="strong">{{ finding.passage }}</bdi> <span class="small muted">{{ word(finding.leak.kind) }}</span></span
          >
        </label>
      }
    </fieldset>
    @if (open()) {
      <p class="small" role="status" i18n="@@familyMessages.unseen">Not everything is ticked yet.</p>
    } @else {
      <p class="small muted" role="status" i18n="@@familyMessages.allSeen">All looked at.</p>
    }
  `,
  styles: `
    fieldset {
      display: grid;
      gap: var(--s2);
      margin: 0;
      padding: 0;
      border: 0;
      min-inline-size: 0;
    }
    bdi {
      overflow-wrap: anywhere;
    }
    span span {
      display: block;
    }
  `,
  host: { class: 'stack' },
})
export class MessageFindings {
  readonly findings = input.required<readonly Finding[]>();
  readonly seen = model.required<ReadonlySet<string>>();
  protected readonly open = computed(() => this.findings().some(({ leak }) => !this.seen().has(leak.key)));
  protected readonly word = leakWord;

  protected turn(key: string): void {
    const seen = new Set(this.seen());
    if (!seen.delete(key)) seen.add(key);
    this.seen.set(seen);
  }
}
