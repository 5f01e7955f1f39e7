import { Component, effect, ElementRef, inject, input, untracked } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { instantOf, wallTimeOf } from '@panah/domain/dates/zoned-time';
import { Field } from '../form/field';
import { formLink } from '../form/form-link';
import { SessionStore } from '../session/session-store';
import { ClockInput } from './clock-input';
import { DateInput } from './date-input';
import { ZoneText } from './date-text';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{2}:\d{2}$/;

/**
 * A day in the reader's calendar and a time on the clock of an office, wherever the laptop is. The value is an instant (ISO 8601 with Z),
 * or an empty text where the two make none. Stands in an `app-field` that is a group.
 */
@Component({
  selector: 'app-moment-input',
  imports: [ClockInput, DateInput, ReactiveFormsModule, ZoneText],
  template: `
    <span class="moment" [formGroup]="wall">
      <app-date-input part formControlName="on" />
      <app-clock-input formControlName="at" />
      <span class="small muted"
        ><bdi>{{ timeZone() | zoneText }}</bdi></span
      >
    </span>
  `,
  styles: `
    .moment {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
      align-items: center;
    }
  `,
  host: { '(focusout)': 'left($event)' },
})
export class MomentInput {
  private readonly session = inject(SessionStore);
  /** IANA name; the reader's own office's unless another is meant. */
  readonly timeZone = input<string>(this.session.timeZone());

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly field = inject(Field);
  protected readonly wall = new FormGroup({ on: new FormControl<string | null>(null), at: new FormControl<string | null>(null) });
  private zone = this.session.timeZone();
  private readonly link = formLink<string>((instant) => this.show(instant));

  constructor() {
    this.wall.valueChanges.subscribe(() => this.said());
    // the clock shows the same in another office; it is another instant
    effect(() => {
      const zone = this.timeZone();
      untracked(() => this.moveTo(zone));
    });
  }

  private show(instant: string | null): void {
    this.zone = this.timeZone();
    const known = instant && !Number.isNaN(Date.parse(instant));
    this.wall.setValue(known ? wallTimeOf(new Date(instant).toISOString(), this.zone) : { on: null, at: null }, { emitEvent: false });
  }

  /** On the way from the day to the time, or into the calendar, it is not left. */
  protected left({ relatedTarget: next }: FocusEvent): void {
    if (next instanceof Element && (this.element.contains(next) || next.closest('.mat-datepicker-popup'))) return;
    this.field.left();
    this.link.left();
  }

  private moveTo(zone: string): void {
    if (zone === this.zone) return;
    this.zone = zone;
    this.said();
  }

  private said(): void {
    const { on, at } = this.wall.getRawValue();
    this.link.tell(this.instant(on ?? '', at ?? ''));
  }

  /** Empty for what is no day, no time, or an hour that the clock leaves out. */
  private instant(on: string, at: string): string {
    if (!DAY.test(on) || !TIME.test(at)) return '';
    try {
      return instantOf({ on, at }, this.zone);
    } catch {
      return '';
    }
  }
}
