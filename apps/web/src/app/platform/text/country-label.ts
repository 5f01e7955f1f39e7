import { Pipe, type PipeTransform } from '@angular/core';
import { countryName } from '@panah/domain/vocabulary/countries';
import { languageName } from '@panah/domain/vocabulary/languages';
import { readerLanguage } from '../reader/language';

/** `{{ 'AL' | countryLabel }}`: Albania, آلبانی. */
@Pipe({ name: 'countryLabel' })
export class CountryLabel implements PipeTransform {
  transform(code: string | null | undefined): string {
    return code ? countryName(code, readerLanguage()) : '';
  }
}

/** `{{ 'fa' | languageLabel }}`: Persian, فارسی. */
@Pipe({ name: 'languageLabel' })
export class LanguageLabel implements PipeTransform {
  transform(code: string | null | undefined): string {
    return code ? languageName(code, readerLanguage()) : '';
  }
}
