import { Pipe, type PipeTransform } from '@angular/core';
import { readerLanguage } from '../reader/language';

const names = (kind: 'region' | 'language') => new Intl.DisplayNames(readerLanguage(), { type: kind, fallback: 'code' });

/** `{{ 'AL' | countryLabel }}`: Albania, آلبانی. */
@Pipe({ name: 'countryLabel' })
export class CountryLabel implements PipeTransform {
  private readonly names = names('region');

  transform(code: string | null | undefined): string {
    return code ? (this.names.of(code) ?? code) : '';
  }
}

/** `{{ 'fa' | languageLabel }}`: Persian, فارسی. */
@Pipe({ name: 'languageLabel' })
export class LanguageLabel implements PipeTransform {
  private readonly names = names('language');

  transform(code: string | null | undefined): string {
    return code ? (this.names.of(code) ?? code) : '';
  }
}
