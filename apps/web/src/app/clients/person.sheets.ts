import { PersonInput, ParticularsInput, type ClientView, type ParticularsView, type PersonView } from '@panah/contracts/clients.contract';
import type { PartialDateInput, PartialDateView } from '@panah/contracts/partial-date.contract';
import { arrivalMode, literacy, maritalStatus, sexRecorded } from '@panah/domain/vocabulary/clients';
import { choicesOf } from '../platform/form/choices';
import type { ClientsApi } from './clients.api';
import type { QuestionField } from '../platform/form/form-question';
import { countryChoices } from '../platform/form/place-choices';
import type { Sheet } from './line.sheets';
import { languagesField, nationalitiesField } from './own-fields';

/** A saved date as a form holds it. */
export const saidOf = (date: PartialDateView | null): PartialDateInput | null =>
  date && { originalText: date.originalText, calendar: date.calendar, basis: date.basis };

function startOf(person: PersonView): object {
  const { pseudonym, countryOfStay, languages, interpreterNeeded, birth, arrivedOn } = person;
  return {
    pseudonym,
    countryOfStay,
    interpreterNeeded,
    languages: languages.map(({ code, level, speaks, reads }) => ({ code, ...(level ? { level } : {}), speaks, reads })),
    interpreterGender: person.interpreterGender,
    interpreterDialect: person.interpreterDialect ?? '',
    birth: saidOf(birth),
    birthPlace: person.birthPlace ?? '',
    birthCountry: person.birthCountry,
    sexRecorded: person.sexRecorded,
    literacy: person.literacy,
    maritalStatus: person.maritalStatus,
    arrivedOn: saidOf(arrivedOn),
    arrivalMode: person.arrivalMode,
  };
}

export const personSheet = (clients: ClientsApi, view: ClientView): Sheet => ({
  title: $localize`:@@clients.editPerson:Edit the person`,
  contract: PersonInput,
  start: startOf(view.person),
  version: view.version,
  fields: personFields(),
  send: (value, _intent, version) => clients.replace(view.id, '', value, version),
  meanwhile: async () => {
    const now = await clients.read(view.id);
    return { start: startOf(now.person), version: now.version };
  },
});

const personFields = (): readonly QuestionField[] => [
  {
    name: 'pseudonym',
    kind: 'text',
    label: $localize`:@@clients.pseudonym:Pseudonym`,
    hint: $localize`:@@clients.pseudonymHint:Said aloud where a name may not be heard.`,
  },
  {
    name: 'birth',
    kind: 'said',
    asksBasis: true,
    optional: true,
    label: $localize`:@@clients.born:Born`,
    hint: $localize`:@@clients.bornHint:As it was said: a year is enough.`,
  },
  { name: 'birthPlace', kind: 'text', optional: true, label: $localize`:@@clients.birthPlace:Place of birth` },
  {
    name: 'birthCountry',
    kind: 'select',
    choices: countryChoices(),
    optional: true,
    label: $localize`:@@clients.birthCountry:Country of birth`,
  },
  {
    name: 'sexRecorded',
    kind: 'select',
    choices: choicesOf(sexRecorded),
    optional: true,
    label: $localize`:@@clients.sex:Sex, as in documents`,
  },
  { name: 'countryOfStay', kind: 'select', choices: countryChoices(), label: $localize`:@@clients.countryOfStay:Country of stay` },
  languagesField({ name: 'languages', label: $localize`:@@clients.languages:Languages` }),
  { name: 'interpreterNeeded', kind: 'check', label: $localize`:@@clients.interpreterNeeded:An interpreter is needed` },
  {
    name: 'interpreterGender',
    kind: 'select',
    choices: interpreterChoices(),
    optional: true,
    label: $localize`:@@clients.interpreterGender:Interpreter: wished for`,
  },
  { name: 'interpreterDialect', kind: 'text', optional: true, label: $localize`:@@clients.dialect:Dialect` },
  {
    name: 'literacy',
    kind: 'select',
    choices: choicesOf(literacy),
    optional: true,
    label: $localize`:@@clients.literacy:Reading and writing`,
  },
  {
    name: 'maritalStatus',
    kind: 'select',
    choices: choicesOf(maritalStatus),
    optional: true,
    label: $localize`:@@clients.marital:Marital status`,
  },
  { name: 'arrivedOn', kind: 'said', optional: true, label: $localize`:@@clients.arrivedOn:Came to this country` },
  {
    name: 'arrivalMode',
    kind: 'select',
    choices: choicesOf(arrivalMode),
    optional: true,
    label: $localize`:@@clients.arrivalMode:How they came`,
  },
];

export const interpreterChoices = () => [
  { code: 'F', label: $localize`:@@clients.woman:A woman` },
  { code: 'M', label: $localize`:@@clients.man:A man` },
];

function particularsStart({ genderSelf, fatherGivenName, motherGivenName, nationalities }: ParticularsView): object {
  return { genderSelf: genderSelf ?? '', fatherGivenName: fatherGivenName ?? '', motherGivenName: motherGivenName ?? '', nationalities };
}

/** Only for who has opened them: what is not seen is not overwritten. */
export const particularsSheet = (clients: ClientsApi, clientId: string, opened: ParticularsView): Sheet => ({
  title: $localize`:@@clients.editParticulars:Edit parents and nationality`,
  contract: ParticularsInput,
  start: particularsStart(opened),
  version: opened.version,
  fields: [
    { name: 'fatherGivenName', kind: 'text', optional: true, label: $localize`:@@clients.father:Father’s given name` },
    { name: 'motherGivenName', kind: 'text', optional: true, label: $localize`:@@clients.mother:Mother’s given name` },
    {
      name: 'genderSelf',
      kind: 'text',
      optional: true,
      label: $localize`:@@clients.genderSelf:Gender, in their own words`,
      hint: $localize`:@@clients.genderHint:Only if they offer it.`,
    },
    nationalitiesField({ name: 'nationalities', optional: true, label: $localize`:@@clients.nationalities:Nationalities` }),
  ],
  send: (value, _intent, version) => clients.replace(clientId, 'particulars', value, version),
  meanwhile: async () => {
    const now = await clients.particulars(clientId, 'CHECK_RECORD');
    return { start: particularsStart(now), version: now.version };
  },
});
