import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsOptional, IsString, Length, MaxLength, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { AskingPersonInput, type FamilyEnquiryInput } from '@panah/contracts/family-enquiries.contract';
import { PartialDateInput } from '@panah/contracts/partial-date.contract';
import { sexRecorded } from '@panah/domain/vocabulary/clients';
import { enquiryWay, kinRelation } from '@panah/domain/vocabulary/family';
import { choicesOf } from '../platform/form/choices';
import type { UsualField } from '../platform/form/form-question';
import { languageChoices } from '../platform/form/place-choices';

/** Who asks and whom they ask for, on one page; the contract has the two side by side. */
export class EnquiryFields extends AskingPersonInput {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(4)
  @IsString({ each: true })
  @Length(1, 160, { each: true })
  soughtNames: string[];

  @IsOptional()
  @IsIn(sexRecorded.codes)
  sex?: string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => PartialDateInput)
  birth?: PartialDateInput | null;

  @IsOptional()
  @IsString()
  @MaxLength(160)
  fatherName?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(160)
  birthPlace?: string | null;

  @IsIn(enquiryWay.codes)
  way: string;

  @IsString()
  @Length(1, 3000)
  words: string;
}

const NAMES_HINT = $localize`:@@familyEnquiries.namesHint:In either script, as many as there are, parted by commas.`;
const PHONE = $localize`:@@familyEnquiries.phone:Telephone`;
const EMAIL = $localize`:@@familyEnquiries.email:Mail address`;

export const ASKING_FIELDS: readonly UsualField[] = [
  { name: 'names', kind: 'list', label: $localize`:@@familyEnquiries.askingNames:Their name`, hint: NAMES_HINT },
  {
    name: 'relation',
    kind: 'select',
    label: $localize`:@@familyEnquiries.relation:What they say they are`,
    choices: choicesOf(kinRelation),
  },
  { name: 'language', kind: 'select', label: $localize`:@@familyEnquiries.language:Their language`, choices: languageChoices() },
  { name: 'way', kind: 'choice', inRow: true, label: $localize`:@@familyEnquiries.way:How they ask`, choices: choicesOf(enquiryWay) },
  { name: 'phone', kind: 'text', ltr: true, optional: true, label: PHONE },
  { name: 'email', kind: 'text', ltr: true, optional: true, label: EMAIL },
];
export const SOUGHT_FIELDS: readonly UsualField[] = [
  { name: 'soughtNames', kind: 'list', label: $localize`:@@familyEnquiries.soughtNames:Name of the person`, hint: NAMES_HINT },
  {
    name: 'sex',
    kind: 'choice',
    inRow: true,
    optional: true,
    label: $localize`:@@familyEnquiries.sex:Sex`,
    choices: choicesOf(sexRecorded),
  },
  { name: 'birth', kind: 'said', optional: true, label: $localize`:@@familyEnquiries.birth:Born` },
  { name: 'fatherName', kind: 'text', optional: true, label: $localize`:@@familyEnquiries.fatherName:Father’s name` },
  { name: 'birthPlace', kind: 'text', optional: true, label: $localize`:@@familyEnquiries.birthPlace:Place of birth` },
];
export const LAST_FIELDS: readonly UsualField[] = [
  { name: 'words', kind: 'area', label: $localize`:@@familyEnquiries.words:What they say, in their words` },
  {
    name: 'keepsData',
    kind: 'check',
    label: $localize`:@@familyEnquiries.keeps:May we keep it?`,
    beside: $localize`:@@familyEnquiries.keepsData:They agree that we keep what they told us, for this and nothing else`,
    hint: $localize`:@@familyEnquiries.keepsHint:Without it nothing is looked for, and it is gone after 30 days.`,
  },
];

export const emptyEnquiry = (): EnquiryFields => ({
  names: [],
  relation: '',
  language: '',
  way: 'PHONE',
  phone: '',
  email: '',
  soughtNames: [],
  sex: null,
  birth: null,
  fatherName: '',
  birthPlace: '',
  words: '',
  keepsData: false,
});

export function enquiryInput(fields: EnquiryFields): FamilyEnquiryInput {
  const { soughtNames, sex, birth, fatherName, birthPlace, way, words, ...asking } = fields;
  return { asking, sought: { names: soughtNames, sex, birth, fatherName, birthPlace }, way, words };
}

/** The contract has the two people side by side, the page has everything on one level. */
export const onThisPage = (name: string): string =>
  name
    .replace(/^sought\.names.*$/, 'soughtNames')
    .replace(/^(asking|sought)\./, '')
    .replace(/\..*$/, '');
