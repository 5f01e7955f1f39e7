import { registerLocaleData } from '@angular/common';
import { loadTranslations } from '@angular/localize';
import { fetchAhead } from './app/platform/http/fetch-ahead';
import { LANGUAGES, type Language } from './app/platform/reader/language';
import { keptTheme, showTheme } from './app/platform/reader/theme';

Object.assign(globalThis, { fetchAhead });

/** Translations are loaded before any component is evaluated: one build for all languages; changing the language reloads the page. */
async function start(): Promise<void> {
  const kept = localStorage.getItem('lang');
  const language: Language = LANGUAGES.find((each) => each === kept) ?? (navigator.language.startsWith('fa') ? 'fa' : 'en');
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'fa' ? 'rtl' : 'ltr';
  showTheme(keptTheme());
  if (language === 'fa') await speakPersian();
  const { bootstrap } = await import('./app/bootstrap');
  await bootstrap(language);
}

async function speakPersian(): Promise<void> {
  const [answer, locale] = await Promise.all([fetch('/i18n/fa.json'), import('@angular/common/locales/fa')]);
  if (answer.ok) loadTranslations(((await answer.json()) as { translations: Record<string, string> }).translations);
  registerLocaleData(locale.default);
}

start().catch((error: unknown) => console.error(error));
