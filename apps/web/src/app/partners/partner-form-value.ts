import type { PartnerInput, PartnerPlaces, PartnerView } from '@panah/contracts/partners.contract';
import { partnerType, serviceRequested, transferMechanism } from '@panah/domain/vocabulary/partners';
import type { CodeList } from '@panah/domain/vocabulary/code-list';
import { countryName } from '@panah/domain/vocabulary/countries';
import { languageName } from '@panah/domain/vocabulary/languages';
import { intlLocale, readerLanguage } from '../platform/reader/language';
import { listed } from '../platform/text/listed';

/** What the form holds: every field of the contract has a control, so every one has a place here. */
export type PartnerFormValue = { [K in keyof Required<PartnerInput>]: PartnerInput[K] };

export const emptyPartner = (): PartnerFormValue => ({
  name: '',
  type: '',
  country: '',
  services: [],
  places: [],
  languages: [],
  agreementSignedOn: undefined,
  agreementValidTo: undefined,
  transferMechanism: undefined,
  securityCheckedOn: undefined,
  contacts: [],
  remarks: undefined,
});

/** A saved partner, as the form holds it. */
export function formValueOf(view: PartnerView): PartnerFormValue {
  const { name, type, country, services, places, languages } = view;
  return {
    name,
    type,
    country,
    services,
    places,
    languages,
    agreementSignedOn: view.agreementSignedOn ?? undefined,
    agreementValidTo: view.agreementValidTo ?? undefined,
    transferMechanism: view.transferMechanism ?? undefined,
    securityCheckedOn: view.securityCheckedOn ?? undefined,
    contacts: view.contacts.map((contact) => ({ name: contact.name, task: contact.task ?? '', reachedBy: contact.reachedBy ?? '' })),
    remarks: view.remarks ?? undefined,
  };
}

/** What is sent: an empty line of a contact is nothing said, as everywhere in the form. */
export function tidyPartner(input: PartnerInput): PartnerInput {
  const said = (text: string | undefined) => text?.trim() || undefined;
  return {
    ...input,
    places: input.places?.filter(({ service }) => input.services.includes(service)),
    contacts: input.contacts.map(({ name, task, reachedBy }) => ({ name: name.trim(), task: said(task), reachedBy: said(reachedBy) })),
  };
}

/** What the fields are called, where both versions of an edit are shown. */
export const FIELD_LABELS: Readonly<Record<keyof PartnerInput, string>> = {
  name: $localize`:@@partners.name:Name`,
  type: $localize`:@@partners.type:Kind`,
  country: $localize`:@@partners.country:Country`,
  services: $localize`:@@partners.services:Services`,
  places: $localize`:@@partners.places:People at once`,
  languages: $localize`:@@partners.languages:Languages`,
  agreementSignedOn: $localize`:@@partners.signedOn:Signed on`,
  agreementValidTo: $localize`:@@partners.validTo:Agreement until`,
  transferMechanism: $localize`:@@partners.mechanism:Lawful route for personal data`,
  securityCheckedOn: $localize`:@@partners.checkedOn:Security checked on`,
  contacts: $localize`:@@partners.contacts:Contacts`,
  remarks: $localize`:@@partners.remarks:Remarks`,
};

const inWords = (list: CodeList<string>) => (code: string | undefined) => (list.has(code) ? list.label(code, readerLanguage()) : '');
const allInWords = (say: (code: string) => string) => (codes: readonly string[]) => listed(codes.map(say));

/** How codes read, where both versions of an edit are shown. */
export const FIELD_WORDS = {
  type: inWords(partnerType),
  country: (code: string) => countryName(code, readerLanguage()),
  services: allInWords(inWords(serviceRequested)),
  places: (places: readonly PartnerPlaces[] = []) =>
    listed(places.map(({ service, people }) => `${inWords(serviceRequested)(service)}: ${people.toLocaleString(intlLocale())}`)),
  languages: allInWords((code) => languageName(code, readerLanguage())),
  transferMechanism: inWords(transferMechanism),
};
