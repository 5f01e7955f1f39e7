import { Component, computed, inject, input, output } from '@angular/core';
import type { NameView } from '@panah/contracts/client-names.contract';
import type { ClientView } from '@panah/contracts/clients.contract';
import { aliasType } from '@panah/domain/vocabulary/clients';
import { PartialDateText } from '../platform/dates/partial-date-text';
import { CodeLabel } from '../platform/text/code-label';
import { Icon } from '../platform/icon/icon';
import { State } from '../platform/text/state';
import { FileEdits } from './file-edits';
import { LineButtons } from './line-buttons';
import { nameLines } from './name.sheets';

/** The names a person bears, in each script; those from inside the group are elsewhere (R-ID-05). */
@Component({
  selector: 'app-names-panel',
  imports: [CodeLabel, Icon, LineButtons, PartialDateText, State],
  template: `
    <section class="panel" aria-labelledby="names-title">
      <div class="panel-head">
        <h2 id="names-title" i18n="@@clients.names">Names</h2>
        @if (mayEdit()) {
          <button type="button" class="btn slim push" (click)="write(null)">
            <app-icon name="plus" /><span i18n="@@clients.addName">Add a name</span>
          </button>
        }
      </div>
      @for (name of names(); track name.id) {
        <div class="row">
          <app-icon name="person" class="muted" />
          <div>
            <p class="who">
              <bdi class="name" translate="no">{{ name.asWritten }}</bdi>
              @if (name.inUse) {
                <app-state icon="done" tone="good"><span i18n="@@clients.used">in use</span></app-state>
              }
            </p>
            <p class="small muted">
              {{ name.kind | codeLabel: kinds }}
              @if (name.usedFrom || name.usedTo) {
                · <bdi>{{ name.usedFrom | partialDateText }}–{{ name.usedTo | partialDateText }}</bdi>
              }
            </p>
          </div>
          @if (mayEdit()) {
            <app-line-buttons class="end" [of]="name.asWritten" (edit)="write(name)" (remove)="remove(name)" />
          }
        </div>
      } @empty {
        <p class="panel-body muted" i18n="@@clients.noNames">No name yet. The pseudonym stands in its place.</p>
      }
    </section>
  `,
})
export class NamesPanel {
  readonly client = input.required<ClientView>();
  readonly names = input.required<readonly NameView[]>();
  readonly changed = output<ClientView>();

  private readonly edits = inject(FileEdits);
  protected readonly kinds = aliasType;
  protected readonly mayEdit = computed(() => this.client().actions.includes('name:edit'));

  protected async write(name: NameView | null): Promise<void> {
    this.take(await this.edits.line(this.client().id, nameLines(), name));
  }

  protected async remove(name: NameView): Promise<void> {
    this.take(await this.edits.remove(this.client().id, 'names', name));
  }

  private take(saved: ClientView | null): void {
    if (saved) this.changed.emit(saved);
  }
}
