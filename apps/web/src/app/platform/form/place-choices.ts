import { COUNTRIES, countryName } from '@panah/domain/vocabulary/countries';
import { languageName, LANGUAGES } from '@panah/domain/vocabulary/languages';
import { readerLanguage } from '../reader/language';
import type { Choice } from './choices';

/** Every country, in the reader's words and order. */
export function countryChoices(): readonly Choice[] {
  const language = readerLanguage();
  const byLabel = new Intl.Collator(language);
  return COUNTRIES.map((code) => ({ code, label: countryName(code, language) })).sort((a, b) => byLabel.compare(a.label, b.label));
}

/** Languages in the reader's words, those most often met first. */
export const languageChoices = (): readonly Choice[] => LANGUAGES.map((code) => ({ code, label: languageName(code, readerLanguage()) }));
