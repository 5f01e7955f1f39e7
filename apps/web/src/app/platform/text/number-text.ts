import { Pipe, type PipeTransform } from '@angular/core';
import { intlLocale } from '../reader/language';

/** `{{ total | numberText }}`: digits of the reader. */
@Pipe({ name: 'numberText' })
export class NumberText implements PipeTransform {
  private readonly format = new Intl.NumberFormat(intlLocale());

  transform(value: number | null | undefined): string {
    return value === null || value === undefined ? '' : this.format.format(value);
  }
}
