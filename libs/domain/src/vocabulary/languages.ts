import type { Label, Language } from './code-list';

/** BCP 47 codes of the languages a client or an interpreter may speak, those most often met first. */
export const LANGUAGES = (
  'fa ar en sq de fr it tr ku ckb az prs ps lrc bal tk glk mzn hy he ur ' +
  'el es nl sv nb da fi pt pl uk ru ro bg sr hr bs mk hu cs sk sl zh hi'
).split(' ');

/** Right-to-left or left-to-right, for the direction of a field in which the language is written. */
export function directionOf(languageCode: string): 'rtl' | 'ltr' {
  return RIGHT_TO_LEFT.has(languageCode) ? 'rtl' : 'ltr';
}

/** What people read for a language, such as "Persian" or «آلبانیایی»; the code itself when nobody has a name for it. */
export function languageName(languageCode: string, reader: Language): string {
  const own = NOT_IN_BROWSERS[languageCode];
  if (own) return own[reader];
  return new Intl.DisplayNames(reader, { type: 'language' }).of(languageCode) ?? languageCode;
}

const RIGHT_TO_LEFT = new Set(['fa', 'ar', 'ckb', 'prs', 'ps', 'lrc', 'bal', 'glk', 'mzn', 'he', 'ur']);

/** Browsers leave these out of the names that they bring. */
const NOT_IN_BROWSERS: Readonly<Record<string, Label>> = {
  lrc: { en: 'Northern Luri', fa: 'لری شمالی' },
  bal: { en: 'Baluchi', fa: 'بلوچی' },
  glk: { en: 'Gilaki', fa: 'گیلکی' },
  mzn: { en: 'Mazanderani', fa: 'مازندرانی' },
};
