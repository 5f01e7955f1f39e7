import { inject, Pipe, type PipeTransform } from '@angular/core';
import { persianDigits } from '@panah/domain/numbers/digits';
import { readerLanguage } from '../reader/language';
import { type DateShape, DateWords } from './date-words';

/** `{{ iso | dateText: 'short' }}`: for places where a button cannot stand (inside a link or an option). */
@Pipe({ name: 'dateText' })
export class DateText implements PipeTransform {
  private readonly words = inject(DateWords);

  transform(iso: string | null | undefined, shape: DateShape = 'day'): string {
    return iso ? this.words.say(iso, shape) : '';
  }
}

/** `{{ iso | dateDistance }}`: "in 3 days". */
@Pipe({ name: 'dateDistance' })
export class DateDistance implements PipeTransform {
  private readonly words = inject(DateWords);

  transform(iso: string | null | undefined): string {
    return iso ? this.words.sayDistance(iso) : '';
  }
}

/** `{{ '09:30' | clockText }}`: a time of day in the reader's digits. */
@Pipe({ name: 'clockText' })
export class ClockText implements PipeTransform {
  transform(time: string | null | undefined): string {
    return readerLanguage() === 'fa' ? persianDigits(time ?? '') : (time ?? '');
  }
}

/** `{{ timeZone | zoneText }}`: "Iran Standard Time" instead of `Asia/Tehran`. */
@Pipe({ name: 'zoneText' })
export class ZoneText implements PipeTransform {
  private readonly words = inject(DateWords);

  transform(timeZone: string): string {
    return this.words.sayZone(timeZone);
  }
}
