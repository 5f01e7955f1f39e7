import type { SafeHoursInput } from '@panah/contracts/client-contact.contract';
import type { NationalityInput, SpokenLanguageInput } from '@panah/contracts/clients.contract';
import type { PartialDateInput } from '@panah/contracts/partial-date.contract';
import { calendar, dateBasis, languageLevel, nationalityStatus } from '@panah/domain/vocabulary/clients';
import type { CodeList } from '@panah/domain/vocabulary/code-list';
import { countryName } from '@panah/domain/vocabulary/countries';
import { languageName } from '@panah/domain/vocabulary/languages';
import { readerLanguage } from '../platform/reader/language';
import { SafeHours } from './safe-hours';
import type { FieldKind, SheetField } from './sheet';

type Say = (value: never, field: SheetField) => string;

const codes: Say = (value: string | string[], { choices }: SheetField) =>
  [value]
    .flat()
    .map((code) => choices?.find((choice) => choice.code === code)?.label ?? code)
    .join(', ');

const SAYS: Partial<Record<FieldKind, Say>> = {
  select: codes,
  checks: codes,
  check: (value: boolean) => (value ? $localize`:@@clients.yes:Yes` : $localize`:@@clients.no:No`),
  said: ({ originalText, calendar: kind, basis }: PartialDateInput) => together(originalText, word(calendar, kind), word(dateBasis, basis)),
  languages: (value: SpokenLanguageInput[]) => value.map(spoken).join('; '),
  nationalities: (value: NationalityInput[]) =>
    value.map(({ country, status }) => together(countryName(country, readerLanguage()), word(nationalityStatus, status))).join('; '),
  hours: (value: SafeHoursInput[]) => new SafeHours().transform(value),
};

const word = (list: CodeList<string>, code: string | undefined): string => (list.has(code) ? list.label(code, readerLanguage()) : '');

function together(...parts: string[]): string {
  return parts.filter(Boolean).join(', ');
}

function spoken({ code, level, speaks, reads }: SpokenLanguageInput): string {
  return together(
    languageName(code, readerLanguage()),
    word(languageLevel, level),
    speaks ? $localize`:@@clients.speaks:speaks` : '',
    reads ? $localize`:@@clients.reads:reads` : '',
  );
}

/** How a field's value reads, where two versions of an edit stand side by side. */
export function fieldWords(field: SheetField, value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  const say = SAYS[field.kind];
  return say ? say(value as never, field) : `${value as string}`;
}
