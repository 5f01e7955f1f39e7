import { TestBed } from '@angular/core/testing';
import { getMetadataStorage } from 'class-validator';
import type { ContactPointView, SafeContactPlanView } from '@panah/contracts/client-contact.contract';
import type { NameView, OrganisationalNameView } from '@panah/contracts/client-names.contract';
import type { DependantView, DocumentView, ResidenceView } from '@panah/contracts/client-papers.contract';
import type { ClientView, ParticularsView, PersonView } from '@panah/contracts/clients.contract';
import type { PartialDateView } from '@panah/contracts/partial-date.contract';
import { parsePartialDate } from '@panah/domain/dates/partial-date';
import { ContractForm } from '../platform/form/contract-form';
import { beginning } from '../platform/form/form-question';
import type { ClientsApi } from './clients.api';
import { contactPointLines, duressSheet, planSheet } from './contact.sheets';
import { type Line, lineSheet, type LineSheet, type Sheet } from './line.sheets';
import { nameLines, organisationalNameLines } from './name.sheets';
import { dependantLines, documentLines, residenceLines } from './paper.sheets';
import { particularsSheet, personSheet } from './person.sheets';

const NEVER_CALLED = {} as ClientsApi;
const said: PartialDateView = parsePartialDate('1362', { today: '2026-11-17', calendar: 'JALALI', basis: 'RELATIVE' });
const sent = { originalText: '1362', calendar: 'JALALI', basis: 'RELATIVE' };
const of = <L extends Line>(kind: LineSheet<L>, line: L): Sheet => lineSheet(NEVER_CALLED, 'client', kind, line);
const LINE = { id: 'line', version: 3 };

const point: ContactPointView = {
  ...LINE,
  channel: 'PHONE_CALL',
  label: 'own telephone',
  safety: 'SAFE_CONDITIONS',
  conditions: 'after six',
  deviceTrust: 'SHARED',
  language: 'fa',
  preferred: true,
  verifiedOn: '2026-10-01',
  lastSafeCheckOn: '2026-10-02',
  retiredReason: 'lost',
};
const plan: SafeContactPlanView = {
  version: 3,
  timeZone: 'Europe/Tirane',
  okHours: [{ days: [1], from: '18:00', to: '20:00' }],
  identifyAs: 'the course',
  leaveMessage: 'NO',
  neverText: 'x y',
  codeWord: 'maple',
  checkIn: 'Mondays',
  ifNoAnswer: 'wait a day',
  trustedPerson: 'a sister',
  reviewOn: '2026-12-01',
};
const name: NameView = {
  ...LINE,
  kind: 'BIRTH',
  script: 'Latn',
  asWritten: 'Dr Maryam Karimi Jr',
  given: 'Maryam',
  family: 'Karimi',
  prefix: 'Dr',
  suffix: 'Jr',
  romanisation: 'AS_IN_PASSPORT',
  usedFrom: said,
  usedTo: said,
  inUse: true,
};
const organisational: OrganisationalNameView = { ...LINE, kind: 'KUNYA', asWritten: 'Umm X', remarks: 'told once' };
const paper: DocumentView = {
  ...LINE,
  docType: 'PASSPORT',
  hasNumber: true,
  issuingCountry: 'IR',
  issuedOn: said,
  expiresOn: said,
  nameAsShown: 'MARYAM KARIMI',
  birthAsShown: said,
  birthLooksAdministrative: false,
  possession: 'WITH_CLIENT',
  verification: 'SEEN',
};
const home: ResidenceView = {
  ...LINE,
  country: 'AL',
  city: 'Tirana',
  address: 'a street',
  from: said,
  to: said,
  knownTo: ['NONE'],
  safety: 'SAFE',
  remarks: 'third door',
};
const dependant: DependantView = {
  ...LINE,
  name: 'Sara',
  relation: 'daughter',
  birth: said,
  age: '7',
  countsAsMinor: true,
  livesWith: false,
  remarks: 'at school',
};
const person: PersonView = {
  pseudonym: 'Linden 482',
  countryOfStay: 'AL',
  languages: [{ code: 'fa', level: 'NATIVE', speaks: true, reads: false }],
  interpreterNeeded: true,
  interpreterGender: 'F',
  interpreterDialect: 'of the coast',
  birth: said,
  age: null,
  birthLooksAdministrative: false,
  birthPlace: 'a town',
  birthCountry: 'IR',
  sexRecorded: 'F',
  literacy: 'FULL',
  maritalStatus: 'SINGLE',
  arrivedOn: said,
  arrivalMode: 'UNKNOWN',
};
const particulars: ParticularsView = {
  version: 3,
  genderSelf: 'woman',
  fatherGivenName: 'Reza',
  motherGivenName: 'Zahra',
  nationalities: [{ country: 'IR', status: 'NATIONAL' }],
};

/** Never sent by an edit that did not open them: the server keeps what it has, and reads the script from the letters. */
const KEPT_BY_THE_SERVER = { name: ['script'], 'contact point': ['value'], document: ['number', 'issuingPlace', 'remarks'] };

const sheets = (): readonly (readonly [string, Sheet, object])[] => [
  ['person', personSheet(NEVER_CALLED, { id: 'client', version: 3, person } as ClientView), person],
  ['particulars', particularsSheet(NEVER_CALLED, 'client', particulars), particulars],
  ['name', of(nameLines(), name), name],
  ['name kept apart', of(organisationalNameLines(), organisational), organisational],
  ['contact point', of(contactPointLines(), point), point],
  ['safe-contact plan', planSheet(NEVER_CALLED, 'client', plan, 'UTC'), plan],
  ['duress word', duressSheet(NEVER_CALLED, 'client'), { word: '' }],
  ['document', of(documentLines(), paper), paper],
  ['dwelling', of(residenceLines(), home), home],
  ['dependant', of(dependantLines(), dependant), dependant],
];

const fieldsOf = ({ contract }: Sheet): string[] => [
  ...new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(contract, '', false, false)
      .map(({ propertyName }) => propertyName),
  ),
];
const keptBy = (what: string): readonly string[] => KEPT_BY_THE_SERVER[what as keyof typeof KEPT_BY_THE_SERVER] ?? [];
const asSent = (value: unknown): unknown => (value === said ? sent : value === '' ? null : value);

describe('the sheets of a client’s file', () => {
  it.each(sheets())('%s: every field of its contract is asked, and nothing else', (what, sheet) => {
    const derived = what === 'name' ? keptBy(what) : [];
    expect(sheet.fields.map((field) => field.name).sort()).toEqual(
      fieldsOf(sheet)
        .filter((field) => !derived.includes(field))
        .sort(),
    );
    expect(Object.keys(sheet.start ?? {}).sort()).toEqual(sheet.fields.map((field) => field.name).sort());
  });

  it.each(sheets())('%s: saved as it stands, nothing that was stored is lost', (what, sheet, stored) => {
    const form = TestBed.runInInjectionContext(() => new ContractForm(sheet.contract, beginning(sheet.fields, sheet.start)));
    const value = form.value() as Record<string, unknown>;
    for (const field of fieldsOf(sheet).filter((each) => !keptBy(what).includes(each)))
      expect([field, value[field] ?? null]).toEqual([field, asSent((stored as Record<string, unknown>)[field])]);
    for (const field of keptBy(what)) expect(value[field]).toBeUndefined();
  });
});
