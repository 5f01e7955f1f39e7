import { Pipe, type PipeTransform } from '@angular/core';
import { persianDigits } from '@panah/domain/numbers/digits';
import { readerLanguage } from '../platform/reader/language';

/** `{{ '61–62' | ageText }}`: in the reader's digits. */
@Pipe({ name: 'ageText' })
export class AgeText implements PipeTransform {
  transform(label: string): string {
    return readerLanguage() === 'fa' ? persianDigits(label) : label;
  }
}
