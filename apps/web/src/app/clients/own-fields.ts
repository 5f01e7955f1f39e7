import type { SafeHoursInput } from '@panah/contracts/client-contact.contract';
import type { NationalityInput, SpokenLanguageInput } from '@panah/contracts/clients.contract';
import { languageLevel, nationalityStatus } from '@panah/domain/vocabulary/clients';
import { countryName } from '@panah/domain/vocabulary/countries';
import { languageName } from '@panah/domain/vocabulary/languages';
import type { OwnField } from '../platform/form/form-question';
import { saysCode } from '../platform/form/stale-edits';
import { readerLanguage } from '../platform/reader/language';
import { listed } from '../platform/text/listed';
import { HoursField } from './hours-field';
import { LanguagesField } from './languages-field';
import { NationalitiesField } from './nationalities-field';
import { SafeHours } from './safe-hours';

type Named = Pick<OwnField, 'name' | 'label' | 'optional'>;

/** The languages of a person, each with its level. */
export const languagesField = (named: Named): OwnField => ({
  ...named,
  kind: 'own',
  component: LanguagesField,
  group: true,
  says: (spoken: readonly SpokenLanguageInput[]) => spoken.map(spokenWords).join('; '),
});

/** Nationalities, each with how far it is recognised. */
export const nationalitiesField = (named: Named): OwnField => ({
  ...named,
  kind: 'own',
  component: NationalitiesField,
  group: true,
  says: (held: readonly NationalityInput[]) =>
    held.map(({ country, status }) => together(countryName(country, readerLanguage()), saysCode(nationalityStatus)(status))).join('; '),
});

/** Hours of the week in which contact is safe. */
export const hoursField = (named: Named): OwnField => ({
  ...named,
  kind: 'own',
  component: HoursField,
  group: true,
  says: (hours: readonly SafeHoursInput[]) => new SafeHours().transform(hours),
});

const together = (...parts: string[]): string => listed(parts);

const spokenWords = ({ code, level, speaks, reads }: SpokenLanguageInput): string =>
  together(
    languageName(code, readerLanguage()),
    saysCode(languageLevel)(level),
    speaks ? $localize`:@@clients.speaks:speaks` : '',
    reads ? $localize`:@@clients.reads:reads` : '',
  );
