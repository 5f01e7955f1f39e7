import { Component, computed, input, output } from '@angular/core';
import { Icon } from '../platform/icon/icon';

/** Edit and take out, at the end of a line. */
@Component({
  selector: 'app-line-buttons',
  imports: [Icon],
  template: `
    <button type="button" class="btn slim icon" [attr.aria-label]="labels().edit" (click)="edit.emit()"><app-icon name="edit" /></button>
    <button type="button" class="btn slim icon" [attr.aria-label]="labels().remove" (click)="remove.emit()"><app-icon name="x" /></button>
  `,
  styles: ':host { display: flex; gap: var(--s1); justify-self: end }',
})
export class LineButtons {
  /** What the line says, for who hears the page. */
  readonly of = input.required<string>();
  readonly edit = output();
  readonly remove = output();
  protected readonly labels = computed(() => ({
    edit: $localize`:@@clients.editLine:Edit: ${this.of()}:line:`,
    remove: $localize`:@@clients.takeOutLine:Take out: ${this.of()}:line:`,
  }));
}
