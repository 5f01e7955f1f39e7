import { Pipe, type PipeTransform } from '@angular/core';
import { displayPartialDate } from '@panah/domain/dates/display-partial-date';
import type { PartialDate } from '@panah/domain/dates/partial-date';
import { readerLanguage } from '../reader/language';

/** `{{ view.born | partialDateText }}`: "1362 (1983/84)"; it never shows a day or month that was not given. */
@Pipe({ name: 'partialDateText' })
export class PartialDateText implements PipeTransform {
  transform(date: PartialDate | null | undefined): string {
    return date ? displayPartialDate(date, readerLanguage()) : '';
  }
}
