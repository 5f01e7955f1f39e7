import { IsString, Length } from 'class-validator';
import { type FamilyWishInput, type FamilyWishView, RelativeAccountInput } from '@panah/contracts/family-wishes.contract';
import type { PartialDateInput, PartialDateView } from '@panah/contracts/partial-date.contract';
import { sexRecorded } from '@panah/domain/vocabulary/clients';
import { kinRelation, separationCause } from '@panah/domain/vocabulary/family';
import { choicesOf } from '../platform/form/choices';
import type { UsualField } from '../platform/form/form-question';
import { ACCOUNT_LABELS as L } from './account-facts';

/** The account and the wish on one page; the contract has the one inside the other. */
export class WishFields extends RelativeAccountInput {
  @IsString()
  @Length(1, 1500)
  wish: string;
}

/** First what is needed, then what helps. */
export const WISH_FIELDS: readonly UsualField[] = [
  {
    name: 'names',
    kind: 'list',
    label: L.names,
    hint: $localize`:@@family.namesHint:In either script, as many as there are, parted by commas.`,
  },
  { name: 'relation', kind: 'select', label: L.relation, choices: choicesOf(kinRelation) },
  { name: 'wish', kind: 'area', label: L.wish },
];
export const HELPING_FIELDS: readonly UsualField[] = [
  { name: 'sex', kind: 'choice', inRow: true, label: L.sex, choices: choicesOf(sexRecorded), optional: true },
  { name: 'birth', kind: 'said', label: L.birth, optional: true },
  { name: 'fatherName', kind: 'text', label: L.fatherName, optional: true },
  { name: 'motherName', kind: 'text', label: L.motherName, optional: true },
  { name: 'birthPlace', kind: 'text', label: L.birthPlace, optional: true },
  { name: 'lastKnownPlace', kind: 'text', label: L.lastKnownPlace, optional: true },
  { name: 'lastKnownOn', kind: 'said', label: L.lastKnownOn, optional: true },
  { name: 'separation', kind: 'select', label: L.separation, choices: choicesOf(separationCause), optional: true },
  { name: 'circumstances', kind: 'area', label: L.circumstances, optional: true },
];
export const WISH_LABELS = L;

const saidAgain = (date: PartialDateView | null): PartialDateInput | null =>
  date && { originalText: date.originalText, calendar: date.calendar, basis: date.basis };

export const emptyWish = (): WishFields => ({
  names: [],
  relation: '',
  wish: '',
  sex: null,
  birth: null,
  fatherName: '',
  motherName: '',
  birthPlace: '',
  lastKnownPlace: '',
  lastKnownOn: null,
  separation: '',
  circumstances: '',
});

export const wishFormOf = ({ relative, wish }: FamilyWishView): WishFields => ({
  ...relative,
  birth: saidAgain(relative.birth),
  lastKnownOn: saidAgain(relative.lastKnownOn),
  wish,
});

export const wishInput = ({ wish, ...relative }: WishFields): FamilyWishInput => ({ relative, wish });

/** The contract has the account inside the wish, the page has it all side by side. */
export const onThisPage = (name: string): string => name.replace(/^relative\./, '').replace(/\..*$/, '');
