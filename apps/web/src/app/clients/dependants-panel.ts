import { Component, computed, inject, input, output } from '@angular/core';
import type { DependantView } from '@panah/contracts/client-papers.contract';
import type { ClientView } from '@panah/contracts/clients.contract';
import { PartialDateText } from '../platform/dates/partial-date-text';
import { Icon } from '../platform/icon/icon';
import { State } from '../platform/text/state';
import { AgeText } from './age-text';
import { FileEdits } from './file-edits';
import { LineButtons } from './line-buttons';
import { dependantLines } from './paper.sheets';

/** Who depends on the person. */
@Component({
  selector: 'app-dependants-panel',
  imports: [AgeText, Icon, LineButtons, PartialDateText, State],
  template: `
    <section class="panel" aria-labelledby="dependants-title">
      <div class="panel-head">
        <h2 id="dependants-title" i18n="@@clients.dependants">Dependants</h2>
        @if (mayEdit()) {
          <button type="button" class="btn slim push" (click)="write(null)">
            <app-icon name="plus" /><span i18n="@@clients.addPointShort">Add</span>
          </button>
        }
      </div>
      @for (one of client().dependants; track one.id) {
        <div class="row">
          <app-icon name="family" class="muted" />
          <div>
            <p class="who">
              <bdi class="name" translate="no">{{ one.name }}</bdi> <bdi class="muted">{{ one.relation }}</bdi>
              @if (one.countsAsMinor) {
                <app-state icon="alert" tone="due"><span i18n="@@clients.minor">minor</span></app-state>
              }
            </p>
            <p class="small muted">
              @if (one.age; as age) {
                <bdi>{{ age | ageText }}</bdi> · <bdi>{{ one.birth | partialDateText }}</bdi>
              }
              @if (one.livesWith) {
                <span i18n="@@clients.livesWith">Lives with the person</span>
              }
              <bdi>{{ one.remarks }}</bdi>
            </p>
          </div>
          @if (mayEdit()) {
            <app-line-buttons class="end" [of]="one.name" (edit)="write(one)" (remove)="remove(one)" />
          }
        </div>
      } @empty {
        <p class="panel-body muted" i18n="@@clients.noDependants">Nobody is written down.</p>
      }
    </section>
  `,
})
export class DependantsPanel {
  readonly client = input.required<ClientView>();
  readonly changed = output<ClientView>();

  private readonly edits = inject(FileEdits);
  protected readonly mayEdit = computed(() => this.client().actions.includes('client:edit'));

  protected async write(one: DependantView | null): Promise<void> {
    this.take(await this.edits.line(this.client().id, dependantLines(), one));
  }

  protected async remove(one: DependantView): Promise<void> {
    this.take(await this.edits.remove(this.client().id, 'dependants', one));
  }

  private take(saved: ClientView | null): void {
    if (saved) this.changed.emit(saved);
  }
}
