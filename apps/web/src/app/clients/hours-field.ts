import { Component } from '@angular/core';
import type { SafeHoursInput } from '@panah/contracts/client-contact.contract';
import { Icon } from '../platform/icon/icon';
import { ListField } from './list-field';
import { weekdayName, WEEKDAYS } from './safe-hours';

/** When contact is safe: days of the week, from and to. No line means any hour. */
@Component({
  selector: 'app-hours-field',
  imports: [Icon],
  template: `
    @for (line of lines(); track $index) {
      <div class="stack tight">
        <div class="segments slim" role="group" [attr.aria-label]="daysWord">
          @for (day of days; track day.number) {
            <button type="button" [attr.aria-pressed]="line.days.includes(day.number)" (click)="toggle($index, day.number)">
              {{ day.name }}
            </button>
          }
        </div>
        <div class="line">
          <input
            #from
            class="input"
            type="time"
            [attr.aria-label]="fromWord"
            [value]="line.from"
            (change)="change($index, { from: from.value })"
          />
          <input #to class="input" type="time" [attr.aria-label]="toWord" [value]="line.to" (change)="change($index, { to: to.value })" />
          <button type="button" class="btn slim icon" [attr.aria-label]="removeWord" (click)="remove($index)"><app-icon name="x" /></button>
        </div>
      </div>
    }
    <div class="line">
      <button type="button" class="btn slim" (click)="take([...lines(), { days: [1], from: '18:00', to: '20:00' }])">
        <app-icon name="plus" /><span i18n="@@clients.addHours">Add hours</span>
      </button>
    </div>
  `,
  styles: '.line { display: flex; flex-wrap: wrap; gap: var(--s2); align-items: center } .line .input[type=time] { inline-size: auto }',
})
export class HoursField extends ListField<SafeHoursInput> {
  protected readonly days = WEEKDAYS.map((number) => ({ number, name: weekdayName(number) }));
  protected readonly daysWord = $localize`:@@clients.days:Days`;
  protected readonly fromWord = $localize`:@@clients.hourFrom:From`;
  protected readonly toWord = $localize`:@@clients.hourTo:To`;
  protected readonly removeWord = $localize`:@@clients.removeLine:Remove this line`;

  protected toggle(index: number, day: number): void {
    const days = this.lines()[index]?.days ?? [];
    this.change(index, { days: days.includes(day) ? days.filter((each) => each !== day) : [...days, day] });
  }
}
