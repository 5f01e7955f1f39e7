import {
  DependantInput,
  type DependantView,
  DocumentInput,
  type DocumentView,
  ResidenceInput,
  type ResidenceView,
} from '@panah/contracts/client-papers.contract';
import { docVerification, identityDocType, locationKnownTo, locationSafety, possessionStatus } from '@panah/domain/vocabulary/clients';
import { choicesOf } from '../platform/form/choices';
import { countryChoices } from '../platform/form/place-choices';
import type { LineSheet } from './line.sheets';
import { saidOf } from './person.sheets';

export const documentLines = (): LineSheet<DocumentView> => ({
  lines: 'documents',
  add: $localize`:@@clients.addDocument:Add a document`,
  edit: $localize`:@@clients.editDocument:Edit the document`,
  contract: DocumentInput,
  linesOf: ({ documents }) => documents,
  startOf: (paper) => ({
    docType: paper?.docType ?? null,
    number: '',
    issuingCountry: paper?.issuingCountry ?? null,
    issuingPlace: '',
    issuedOn: saidOf(paper?.issuedOn ?? null),
    expiresOn: saidOf(paper?.expiresOn ?? null),
    nameAsShown: paper?.nameAsShown ?? '',
    birthAsShown: saidOf(paper?.birthAsShown ?? null),
    possession: paper?.possession ?? null,
    verification: paper?.verification ?? 'NOT_SEEN',
    remarks: '',
  }),
  fields: [
    { name: 'docType', kind: 'select', choices: choicesOf(identityDocType), label: $localize`:@@clients.docType:Document` },
    {
      name: 'number',
      kind: 'text',
      optional: true,
      label: $localize`:@@clients.docNumber:Number`,
      hint: keptHint(),
    },
    {
      name: 'issuingCountry',
      kind: 'select',
      choices: countryChoices(),
      optional: true,
      label: $localize`:@@clients.issuingCountry:Issued by`,
    },
    {
      name: 'issuingPlace',
      kind: 'text',
      optional: true,
      label: $localize`:@@clients.issuingPlace:Place of issue`,
      hint: keptHint(),
    },
    { name: 'issuedOn', kind: 'said', optional: true, label: $localize`:@@clients.issuedOn:Issued on` },
    { name: 'expiresOn', kind: 'said', future: true, optional: true, label: $localize`:@@clients.expiresOn:Valid until` },
    { name: 'nameAsShown', kind: 'text', optional: true, label: $localize`:@@clients.nameAsShown:Name as it stands there` },
    { name: 'birthAsShown', kind: 'said', optional: true, label: $localize`:@@clients.birthAsShown:Birth date as it stands there` },
    { name: 'possession', kind: 'select', choices: choicesOf(possessionStatus), label: $localize`:@@clients.possession:Where it is` },
    {
      name: 'verification',
      kind: 'select',
      choices: choicesOf(docVerification),
      label: $localize`:@@clients.verification:Seen or checked`,
    },
    { name: 'remarks', kind: 'area', optional: true, label: $localize`:@@clients.remarks:Remarks`, hint: keptHint() },
  ],
});

/** Beside what a paper shows only for a reason: who corrects the rest need not open it. */
const keptHint = () => $localize`:@@clients.valueHint:Left empty on an edit, what is kept stays.`;

/** Only for who has opened it. */
export const residenceLines = (): LineSheet<ResidenceView> => ({
  lines: 'residences',
  add: $localize`:@@clients.addResidence:Add a dwelling`,
  edit: $localize`:@@clients.editResidence:Edit the dwelling`,
  contract: ResidenceInput,
  startOf: (home) => ({
    country: home?.country ?? null,
    city: home?.city ?? '',
    address: home?.address ?? '',
    from: saidOf(home?.from ?? null),
    to: saidOf(home?.to ?? null),
    knownTo: home?.knownTo ?? [],
    safety: home?.safety ?? null,
    remarks: home?.remarks ?? '',
  }),
  fields: [
    { name: 'country', kind: 'select', choices: countryChoices(), label: $localize`:@@clients.country:Country` },
    { name: 'city', kind: 'text', optional: true, label: $localize`:@@clients.city:City` },
    { name: 'address', kind: 'text', optional: true, label: $localize`:@@clients.address:Street and house` },
    { name: 'from', kind: 'said', optional: true, label: $localize`:@@clients.since:Since` },
    { name: 'to', kind: 'said', optional: true, label: $localize`:@@clients.until:Until` },
    { name: 'knownTo', kind: 'checks', choices: choicesOf(locationKnownTo), label: $localize`:@@clients.knownTo:Who knows of it` },
    { name: 'safety', kind: 'select', choices: choicesOf(locationSafety), label: $localize`:@@clients.safety:Safety` },
    { name: 'remarks', kind: 'area', optional: true, label: $localize`:@@clients.remarks:Remarks` },
  ],
});

export const dependantLines = (): LineSheet<DependantView> => ({
  lines: 'dependants',
  add: $localize`:@@clients.addDependant:Add a dependant`,
  edit: $localize`:@@clients.editDependant:Edit the dependant`,
  contract: DependantInput,
  linesOf: ({ dependants }) => dependants,
  startOf: (one) => ({
    name: one?.name ?? '',
    relation: one?.relation ?? '',
    birth: saidOf(one?.birth ?? null),
    livesWith: one?.livesWith ?? true,
    remarks: one?.remarks ?? '',
  }),
  fields: [
    { name: 'name', kind: 'text', label: $localize`:@@clients.name:Name` },
    { name: 'relation', kind: 'text', label: $localize`:@@clients.relation:Who they are to the person` },
    { name: 'birth', kind: 'said', asksBasis: true, optional: true, label: $localize`:@@clients.born:Born` },
    { name: 'livesWith', kind: 'check', label: $localize`:@@clients.livesWith:Lives with the person` },
    { name: 'remarks', kind: 'area', optional: true, label: $localize`:@@clients.remarks:Remarks` },
  ],
});
