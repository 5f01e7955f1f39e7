import { HousingProviderInput, type HousingProviderView } from '@panah/contracts/housing-providers.contract';
import { HousingUnitInput, type HousingUnitView } from '@panah/contracts/housing-units.contract';
import { accessibilityFeature, providerType, unitKind, unitRule } from '@panah/domain/vocabulary/housing';
import { choicesOf } from '../platform/form/choices';
import type { FormQuestion } from '../platform/form/form-question';
import { countryChoices } from '../platform/form/place-choices';
import type { HousingApi } from './housing.api';
import { HOUSING_FIELDS } from './housing.texts';

const CITY = $localize`:@@housing.city:City`;
const REMARKS = $localize`:@@housing.remarks:Remarks`;
const STAYS = $localize`:@@housing.staysHint:Left empty it stays as it was.`;

/** A provider, new or to be changed. */
export const providerSheet = (api: HousingApi, before: HousingProviderView | null): FormQuestion<HousingProviderView> => ({
  title: before ? $localize`:@@housing.editProvider:Change the provider` : $localize`:@@housing.newProvider:New provider`,
  text: $localize`:@@housing.providerText:Of a safe house nothing is shown but its number and country, until somebody asks for it with a reason.`,
  contract: HousingProviderInput,
  start: providerStart(before),
  texts: HOUSING_FIELDS,
  onlyGiven: true,
  version: before?.version ?? 0,
  send: (input, intent, version) => api.saveProvider(before?.id ?? null, input, version, intent),
  meanwhile: async () => {
    const now = before && (await api.provider(before.id));
    return now && { start: providerStart(now), version: now.version };
  },
  fields: [
    { kind: 'select', name: 'type', label: $localize`:@@housing.providerType:Kind`, choices: choicesOf(providerType) },
    { kind: 'check', name: 'safeHouse', label: $localize`:@@housing.safeHouse:Safe house` },
    {
      kind: 'text',
      name: 'name',
      label: $localize`:@@housing.name:Name`,
      hint: $localize`:@@housing.nameHint:As a consent names it: the same words are the same recipient.`,
    },
    { kind: 'select', name: 'country', label: $localize`:@@housing.country:Country`, choices: countryChoices() },
    { kind: 'text', name: 'city', label: CITY, optional: true },
    { kind: 'area', name: 'contact', label: $localize`:@@housing.contact:Whom to call`, optional: true },
    { kind: 'text', name: 'agreementRef', label: $localize`:@@housing.agreement:Agreement`, optional: true },
    { kind: 'area', name: 'remarks', label: REMARKS, optional: true },
  ],
});

/** A unit, new or to be changed. */
export const unitSheet = (
  api: HousingApi,
  providerId: string,
  before: HousingUnitView | null,
  today: string,
): FormQuestion<HousingUnitView> => ({
  title: before ? $localize`:@@housing.editUnit:Change the unit` : $localize`:@@housing.newUnit:New unit`,
  contract: HousingUnitInput,
  start: unitStart(providerId, before, today),
  texts: HOUSING_FIELDS,
  onlyGiven: true,
  version: before?.version ?? 0,
  send: (input, intent, version) => api.saveUnit(before?.id ?? null, input, version, intent),
  meanwhile: async () => {
    const now = before && (await api.unit(before.id));
    return now && { start: unitStart(providerId, now, today), version: now.version };
  },
  fields: [
    { kind: 'select', name: 'kind', label: $localize`:@@housing.unitKind:Kind`, choices: choicesOf(unitKind) },
    { kind: 'number', name: 'capacity', label: $localize`:@@housing.capacity:Places` },
    { kind: 'text', name: 'label', label: $localize`:@@housing.label:What it is called there`, optional: true },
    { kind: 'text', name: 'city', label: CITY, ...(before ? { optional: true, hint: STAYS } : {}) },
    {
      kind: 'area',
      name: 'address',
      label: $localize`:@@housing.address:Address`,

      ...(before ? { optional: true, hint: STAYS } : { hint: $localize`:@@housing.addressHint:Sealed; shown with a reason only.` }),
    },
    { kind: 'select', name: 'rule', label: $localize`:@@housing.rule:Who may live there`, choices: choicesOf(unitRule) },
    {
      kind: 'checks',
      name: 'accessibility',
      label: $localize`:@@housing.features:Getting in and about`,
      choices: choicesOf(accessibilityFeature),
      optional: true,
    },
    { kind: 'number', name: 'maxStayDays', label: $localize`:@@housing.maxStay:Longest stay in days`, optional: true },
    { kind: 'day', name: 'opensOn', label: $localize`:@@housing.opensOn:In use since` },
    { kind: 'check', name: 'knownToGroup', label: $localize`:@@housing.knownToGroup:The address is known to the group` },
    { kind: 'text', name: 'costMonth', label: $localize`:@@housing.cost:Cost a month`, optional: true },
    { kind: 'text', name: 'currency', label: $localize`:@@housing.currency:Currency (EUR, ALL)`, optional: true },
    { kind: 'area', name: 'remarks', label: REMARKS, optional: true },
  ],
});

const providerStart = (before: HousingProviderView | null): object => ({
  type: before?.type,
  country: before?.country,
  safeHouse: before?.safeHouse,
  name: before?.name,
  city: before?.city,
  contact: before?.contact,
  agreementRef: before?.agreementRef,
  remarks: before?.remarks,
});

const unitStart = (providerId: string, before: HousingUnitView | null, today: string): object => ({
  providerId,
  kind: before?.kind,
  capacity: before?.capacity ?? 1,
  rule: before?.rule ?? 'MIXED',
  accessibility: before?.accessibility,
  maxStayDays: before?.maxStayDays,
  opensOn: before?.opensOn ?? today,
  knownToGroup: before?.knownToGroup,
  label: before?.label,
  city: before?.city,
  costMonth: before?.costMonth,
  currency: before?.currency,
  remarks: before?.remarks,
});
