import { COUNTRIES, countryName } from '@panah/domain/vocabulary/countries';
import { LANGUAGES, languageName } from '@panah/domain/vocabulary/languages';
import type { Choice } from '../platform/form/choices';
import { readerLanguage } from '../platform/reader/language';

/** Every country, in the reader's words and order. */
export function countries(): readonly Choice[] {
  const byLabel = new Intl.Collator(readerLanguage());
  return COUNTRIES.map((code) => ({ code, label: countryName(code, readerLanguage()) })).sort((a, b) => byLabel.compare(a.label, b.label));
}

/** Languages in the reader's words, those most often met first. */
export const languages = (): readonly Choice[] => LANGUAGES.map((code) => ({ code, label: languageName(code, readerLanguage()) }));
