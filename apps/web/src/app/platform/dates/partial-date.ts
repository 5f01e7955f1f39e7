import { Component, computed, inject, input, signal } from '@angular/core';
import type { PartialDateInput } from '@panah/contracts/partial-date.contract';
import type { CalendarCode } from '@panah/domain/dates/calendar-days';
import { displayPartialDate } from '@panah/domain/dates/display-partial-date';
import { dateBasis } from '@panah/domain/vocabulary/clients';
import { choicesOf } from '../form/choices';
import { Field } from '../form/field';
import { formLink } from '../form/form-link';
import { Press } from '../form/press';
import { Icon } from '../icon/icon';
import { readerLanguage } from '../reader/language';
import { DateWords } from './date-words';
import { type SaidCalendar, understand } from './said-date';

const FAR = '2199-12-31';

/** A date as it was said, kept in those words; both calendars of what it may be stand beside. The value is null when nothing was said. */
@Component({
  selector: 'app-partial-date',
  imports: [Icon],
  template: `
    <div class="said-date">
      <input
        #box
        class="input"
        [id]="field.id"
        dir="auto"
        maxlength="60"
        autocomplete="off"
        [value]="text()"
        [disabled]="link.disabled()"
        [attr.aria-labelledby]="field.labelId"
        [attr.aria-describedby]="field.describedBy()"
        [attr.aria-invalid]="error() || field.errors().length ? true : null"
        (input)="typed(box.value)"
        (blur)="left()"
      />
      <div class="segments" role="group" aria-label="Calendar" i18n-aria-label="@@platform.calendar">
        <button
          type="button"
          [attr.aria-pressed]="calendar() === 'JALALI'"
          [disabled]="link.disabled()"
          (click)="choose('JALALI')"
          i18n="@@platform.jalali"
        >
          Jalali
        </button>
        <button
          type="button"
          [attr.aria-pressed]="calendar() === 'GREGORIAN'"
          [disabled]="link.disabled()"
          (click)="choose('GREGORIAN')"
          i18n="@@platform.gregorian"
        >
          Gregorian
        </button>
      </div>
    </div>
    @if (asksBasis() && text().trim()) {
      <span class="select">
        <select
          #says
          class="input"
          aria-label="Who says so"
          i18n-aria-label="@@platform.dateBasis"
          [disabled]="link.disabled()"
          (change)="chooseBasis(says.value)"
        >
          @for (choice of bases; track choice.code) {
            <option [value]="choice.code" [selected]="choice.code === (basis() ?? 'SELF')">{{ choice.label }}</option>
          }
        </select>
      </span>
    }
    <div role="status">
      @if (error(); as text) {
        <p class="error">
          <app-icon name="alert" /><span>{{ text }}</span>
        </p>
      } @else if (meaning(); as text) {
        <p class="strong small">
          <bdi>{{ text }}</bdi>
        </p>
      }
    </div>
  `,
  host: { class: 'partial-date' },
})
export class PartialDateControl {
  /** May the date lie ahead (a document's last day)? */
  readonly future = input(false);
  /** Is it asked who says so: a paper, the person, a relative? */
  readonly asksBasis = input(false);

  protected readonly field = inject(Field);
  private readonly words = inject(DateWords);
  private readonly press = inject(Press);
  protected readonly text = signal('');
  private readonly chosen = signal<CalendarCode | null>(null);
  private readonly settled = signal(true);
  protected readonly basis = signal<PartialDateInput['basis']>(undefined);
  protected readonly bases = choicesOf(dateBasis);
  protected readonly link = formLink<PartialDateInput | null>((value) => {
    this.text.set(value?.originalText ?? '');
    this.chosen.set(value?.calendar ?? null);
    this.basis.set(value?.basis);
  });

  private readonly understood = computed(() => understand(this.text(), this.chosen(), this.future() ? FAR : this.words.today()));
  /** What somebody is still typing is not wrong yet. */
  protected readonly error = computed(() => (this.settled() ? this.understood().error : null));
  protected readonly calendar = computed(() => this.understood().date?.calendar ?? this.chosen());
  protected readonly meaning = computed(() => {
    const { date } = this.understood();
    return date ? displayPartialDate(date, readerLanguage()) : null;
  });

  protected typed(text: string): void {
    this.text.set(text);
    this.settled.set(false);
    this.told();
  }

  protected choose(calendar: SaidCalendar): void {
    this.chosen.set(calendar);
    this.settled.set(true);
    this.told();
  }

  protected chooseBasis(code: string): void {
    if (dateBasis.has(code)) this.basis.set(code);
    this.told();
  }

  protected left(): void {
    this.press.whenOver(() => this.settled.set(true));
    this.field.left();
    this.link.left();
  }

  private told(): void {
    const originalText = this.text().trim();
    const calendar = this.chosen() ?? undefined;
    this.link.tell(originalText ? { originalText, calendar, basis: this.basis() } : null);
  }
}
