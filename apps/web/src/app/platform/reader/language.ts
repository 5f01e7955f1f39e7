export const LANGUAGES = ['en', 'fa'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in its own words, for choosing one. */
export const languageChoices = [
  { code: 'en', label: 'English' },
  { code: 'fa', label: 'فارسی' },
] as const;

/** The language the page is read in; it never changes while the page lives. */
export const readerLanguage = (): Language => (document.documentElement.lang === 'fa' ? 'fa' : 'en');

/** What Intl takes: the reader's digits and words, Gregorian unless a calendar is asked for. */
export const intlLocale = (): string => (readerLanguage() === 'fa' ? 'fa-IR-u-ca-gregory' : 'en-GB');

/** The language of an account, where nobody has chosen one on this device and the page is in another; else null. */
export function languageToFollow(ofAccount: string | undefined): Language | null {
  const known = LANGUAGES.find((each) => each === ofAccount) ?? null;
  return known === readerLanguage() || localStorage.getItem('lang') !== null ? null : known;
}

/** The next page that is loaded on this device is in this language. */
export const keepLanguage = (language: Language): void => localStorage.setItem('lang', language);

/** Keeps the choice on this device and loads the page anew: translations are fixed when the code is evaluated. */
export function switchLanguage(language: Language): void {
  keepLanguage(language);
  location.reload();
}
