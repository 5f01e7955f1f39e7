import {
  HousingProviderInput,
  type HousingProviderView,
  HousingUnitInput,
  type HousingUnitView,
} from '@panah/contracts/housing-places.contract';
import { accessibilityFeature, providerType, unitKind, unitRule } from '@panah/domain/vocabulary/housing';
import { choicesOf } from '../platform/form/choices';
import { countryChoices } from '../platform/form/place-choices';
import type { HousingQuestion } from './housing-sheet';

const CITY = $localize`:@@housing.city:City`;
const REMARKS = $localize`:@@housing.remarks:Remarks`;
const SAVE = $localize`:@@housing.save:Save`;
const STAYS = $localize`:@@housing.staysHint:Left empty it stays as it was.`;

/** A provider, new or to be changed. */
export const providerSheet = (before: HousingProviderView | null): Omit<HousingQuestion<HousingProviderView>, 'send'> => ({
  title: before ? $localize`:@@housing.editProvider:Change the provider` : $localize`:@@housing.newProvider:New provider`,
  text: $localize`:@@housing.providerText:Of a safe house nothing is shown but its number and country, until somebody asks for it with a reason.`,
  contract: HousingProviderInput,
  start: {
    type: before?.type ?? '',
    country: before?.country ?? '',
    safeHouse: before?.safeHouse ?? false,
    name: before?.name ?? '',
    city: before?.city ?? '',
    contact: before?.contact ?? '',
    agreementRef: before?.agreementRef ?? '',
    remarks: before?.remarks ?? '',
  },
  act: SAVE,
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
    { kind: 'text', name: 'city', label: CITY, most: 120, optional: true },
    { kind: 'area', name: 'contact', label: $localize`:@@housing.contact:Whom to call`, optional: true },
    { kind: 'text', name: 'agreementRef', label: $localize`:@@housing.agreement:Agreement`, most: 120, optional: true },
    { kind: 'area', name: 'remarks', label: REMARKS, most: 2000, optional: true },
  ],
});

/** A unit, new or to be changed. */
export const unitSheet = (
  providerId: string,
  before: HousingUnitView | null,
  today: string,
): Omit<HousingQuestion<HousingUnitView>, 'send'> => ({
  title: before ? $localize`:@@housing.editUnit:Change the unit` : $localize`:@@housing.newUnit:New unit`,
  contract: HousingUnitInput,
  start: {
    providerId,
    kind: before?.kind ?? '',
    capacity: before?.capacity ?? 1,
    rule: before?.rule ?? 'MIXED',
    accessibility: before?.accessibility ?? [],
    maxStayDays: before?.maxStayDays ?? null,
    opensOn: before?.opensOn ?? today,
    knownToGroup: before?.knownToGroup ?? false,
    label: before?.label ?? '',
    city: before?.city ?? '',
    address: '',
    costMonth: before?.costMonth ?? '',
    currency: before?.currency ?? '',
    remarks: before?.remarks ?? '',
  },
  act: SAVE,
  fields: [
    { kind: 'select', name: 'kind', label: $localize`:@@housing.unitKind:Kind`, choices: choicesOf(unitKind) },
    { kind: 'number', name: 'capacity', label: $localize`:@@housing.capacity:Places` },
    { kind: 'text', name: 'label', label: $localize`:@@housing.label:What it is called there`, most: 80, optional: true },
    { kind: 'text', name: 'city', label: CITY, most: 120, ...(before ? { optional: true, hint: STAYS } : {}) },
    {
      kind: 'area',
      name: 'address',
      label: $localize`:@@housing.address:Address`,
      most: 300,
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
    { kind: 'number', name: 'maxStayDays', label: $localize`:@@housing.maxStay:Longest stay in days`, most: 3660, optional: true },
    { kind: 'day', name: 'opensOn', label: $localize`:@@housing.opensOn:In use since` },
    { kind: 'check', name: 'knownToGroup', label: $localize`:@@housing.knownToGroup:The address is known to the group` },
    { kind: 'text', name: 'costMonth', label: $localize`:@@housing.cost:Cost a month`, most: 12, optional: true },
    { kind: 'text', name: 'currency', label: $localize`:@@housing.currency:Currency (EUR, ALL)`, most: 3, optional: true },
    { kind: 'area', name: 'remarks', label: REMARKS, most: 2000, optional: true },
  ],
});
