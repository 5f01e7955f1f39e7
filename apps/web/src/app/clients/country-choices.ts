import { COUNTRIES, countryName } from '@panah/domain/vocabulary/countries';
import { languageName, LANGUAGES } from '@panah/domain/vocabulary/languages';
import type { Choice } from '../platform/form/choices';
import { readerLanguage } from '../platform/reader/language';

/** Countries by name, in the reader's language. */
export function countryChoices(): readonly Choice[] {
  const named = COUNTRIES.map((code) => ({ code, label: countryName(code, readerLanguage()) }));
  return named.sort((a, b) => a.label.localeCompare(b.label, readerLanguage()));
}

/** Languages, those most often met first. */
export const languageChoices = (): readonly Choice[] => LANGUAGES.map((code) => ({ code, label: languageName(code, readerLanguage()) }));
