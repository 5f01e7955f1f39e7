import type { FamilyEnquiryInput } from '@panah/contracts/family-enquiries.contract';
import { sexRecorded } from '@panah/domain/vocabulary/clients';
import { enquiryWay, kinRelation } from '@panah/domain/vocabulary/family';
import { choicesOf } from '../platform/form/choices';
import type { UsualField } from '../platform/form/form-question';
import { languageChoices } from '../platform/form/place-choices';

const NAMES_HINT = $localize`:@@familyEnquiries.namesHint:In either script, as many as there are, parted by commas.`;
const PHONE = $localize`:@@familyEnquiries.phone:Telephone`;
const EMAIL = $localize`:@@familyEnquiries.email:Mail address`;

export const ASKING_FIELDS: readonly UsualField[] = [
  { name: 'asking.names', kind: 'list', label: $localize`:@@familyEnquiries.askingNames:Their name`, hint: NAMES_HINT },
  {
    name: 'asking.relation',
    kind: 'select',
    label: $localize`:@@familyEnquiries.relation:What they say they are`,
    choices: choicesOf(kinRelation),
  },
  { name: 'asking.language', kind: 'select', label: $localize`:@@familyEnquiries.language:Their language`, choices: languageChoices() },
  { name: 'way', kind: 'choice', inRow: true, label: $localize`:@@familyEnquiries.way:How they ask`, choices: choicesOf(enquiryWay) },
  { name: 'asking.phone', kind: 'text', ltr: true, optional: true, label: PHONE },
  { name: 'asking.email', kind: 'text', ltr: true, optional: true, label: EMAIL },
];
export const SOUGHT_FIELDS: readonly UsualField[] = [
  { name: 'sought.names', kind: 'list', label: $localize`:@@familyEnquiries.soughtNames:Name of the person`, hint: NAMES_HINT },
  {
    name: 'sought.sex',
    kind: 'choice',
    inRow: true,
    optional: true,
    label: $localize`:@@familyEnquiries.sex:Sex`,
    choices: choicesOf(sexRecorded),
  },
  { name: 'sought.birth', kind: 'said', optional: true, label: $localize`:@@familyEnquiries.birth:Born` },
  { name: 'sought.fatherName', kind: 'text', optional: true, label: $localize`:@@familyEnquiries.fatherName:Father’s name` },
  { name: 'sought.birthPlace', kind: 'text', optional: true, label: $localize`:@@familyEnquiries.birthPlace:Place of birth` },
];
export const LAST_FIELDS: readonly UsualField[] = [
  { name: 'words', kind: 'area', label: $localize`:@@familyEnquiries.words:What they say, in their words` },
  {
    name: 'asking.keepsData',
    kind: 'check',
    label: $localize`:@@familyEnquiries.keeps:May we keep it?`,
    beside: $localize`:@@familyEnquiries.keepsData:They agree that we keep what they told us, for this and nothing else`,
    hint: $localize`:@@familyEnquiries.keepsHint:Without it nothing is looked for, and it is gone after 30 days.`,
  },
];

export const emptyEnquiry = (): FamilyEnquiryInput => ({
  asking: { names: [], relation: '', language: '', phone: '', email: '', keepsData: false },
  sought: { names: [], sex: null, birth: null, fatherName: '', birthPlace: '' },
  way: 'PHONE',
  words: '',
});

/** A field of the page is one of a person, as `asking.email`, or of the enquiry; what the server refuses within it is refused of it. */
export const onThisPage = (name: string): string => /^(?:(?:asking|sought)\.)?[^.]+/.exec(name)?.[0] ?? name;
