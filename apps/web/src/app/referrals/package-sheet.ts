import { Component, computed, inject, input } from '@angular/core';
import { DOCUMENT } from '@angular/common';
import type { PackageItem } from '@panah/domain/referrals/package-items';
import { documentType } from '@panah/domain/vocabulary/documents';
import { serviceRequested } from '@panah/domain/vocabulary/partners';
import { referralUrgency } from '@panah/domain/vocabulary/referrals';
import { DateText } from '../platform/dates/date-text';
import { DateWords } from '../platform/dates/date-words';
import { Icon } from '../platform/icon/icon';
import { CodeLabel } from '../platform/text/code-label';
import { NumberText } from '../platform/text/number-text';
import { headOf, type PackedDocument, partsOf } from './package-words';

/** What stands in a package, and nothing else: before it is sent, and when its partner reads it. */
@Component({
  selector: 'app-package',
  imports: [CodeLabel, DateText, Icon, NumberText],
  template: `
    <header>
      <h2>{{ title() }}</h2>
      @if (head()?.to; as to) {
        <span class="push state"
          ><app-icon name="eye" /><span i18n="@@referrals.onlyFor">Only for</span>&ngsp;<bdi>{{ to.name }}</bdi></span
        >
      }
    </header>
    @if (head(); as it) {
      <section>
        <p>
          <span class="strong">{{ it.service | codeLabel: services }}</span> · {{ it.urgency | codeLabel: urgencies }} ·
          <bdi class="ref">{{ it.reference }}</bdi>
        </p>
        <p class="small muted">
          <bdi>{{ it.from }}</bdi>
          @if (it.consent; as consent) {
            · <span i18n="@@referrals.agreedOn">The person agreed on {{ consent.givenOn | dateText: 'day' }}</span>
          }
          @if (it.days; as days) {
            · <span i18n="@@referrals.openDays">open for {{ days | numberText }} days at most</span>
          }
        </p>
      </section>
    }
    @for (part of parts(); track part.code) {
      <section [class.on]="changed().includes(part.code)">
        <h3>{{ part.title }}</h3>
        @for (line of part.lines; track $index) {
          <p class="line" [attr.dir]="line.length > 1 ? null : 'auto'">
            @for (words of line; track $index) {
              {{ $first ? '' : ' · ' }}<bdi>{{ words }}</bdi>
            }
          </p>
        }
        @for (paper of part.documents; track $index) {
          <p class="paper">
            <app-icon name="doc" />
            <span
              ><bdi>{{ paper.title }}</bdi
              >&ngsp;<span class="small muted">{{ paper.type | codeLabel: papers }}</span></span
            >
            @if (savable()) {
              <button type="button" class="btn slim" (click)="save(paper)" i18n="@@referrals.savePaper">Save</button>
            }
          </p>
        }
      </section>
    }
    <ng-content />
  `,
  styles: `
    .line {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .paper {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
      align-items: center;
    }
  `,
  host: { class: 'package', role: 'article', '[attr.aria-label]': 'title()' },
})
export class PackageSheet {
  readonly items = input.required<readonly PackageItem[]>();
  readonly title = input.required<string>();
  /** What differs from what was shown before. */
  readonly changed = input<readonly string[]>([]);
  /** Whether its documents can be kept by whoever reads it. */
  readonly savable = input(false);

  private readonly page = inject(DOCUMENT);
  private readonly dates = inject(DateWords);
  protected readonly services = serviceRequested;
  protected readonly urgencies = referralUrgency;
  protected readonly papers = documentType;
  protected readonly head = computed(() => headOf(this.items()));
  protected readonly parts = computed(() => partsOf(this.items(), (day) => this.dates.say(day, 'day')));

  /** Out of memory into a file, on the reader's own word. */
  protected save({ base64, file }: PackedDocument): void {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const address = URL.createObjectURL(new Blob([bytes]));
    const link = this.page.createElement('a');
    link.href = address;
    link.download = file;
    link.click();
    URL.revokeObjectURL(address);
  }
}
