import { COUNTRIES, countryName } from '@panah/domain/vocabulary/countries';
import type { Choice } from '../platform/form/choices';
import { readerLanguage } from '../platform/reader/language';

/** Every country, in the reader's words and order. */
export function countryChoices(): readonly Choice[] {
  const language = readerLanguage();
  const byLabel = new Intl.Collator(language);
  return COUNTRIES.map((code) => ({ code, label: countryName(code, language) })).sort((a, b) => byLabel.compare(a.label, b.label));
}
