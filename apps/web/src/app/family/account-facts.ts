import type { FamilyWishView, RelativeAccountView } from '@panah/contracts/family-wishes.contract';
import type { CodeList } from '@panah/domain/vocabulary/code-list';
import { sexRecorded } from '@panah/domain/vocabulary/clients';
import { kinRelation, separationCause } from '@panah/domain/vocabulary/family';
import { readerLanguage } from '../platform/reader/language';
import { listed } from '../platform/text/listed';

export interface AccountFact {
  label: string;
  words: string;
}

const word = (code: string | null, list: CodeList<string>): string => (code && list.has(code) ? list.label(code, readerLanguage()) : '');

export const ACCOUNT_LABELS = {
  names: $localize`:@@family.names:Names`,
  relation: $localize`:@@family.relation:Relation`,
  sex: $localize`:@@family.sex:Sex`,
  birth: $localize`:@@family.birth:Born`,
  fatherName: $localize`:@@family.fatherName:Father’s name`,
  motherName: $localize`:@@family.motherName:Mother’s name`,
  birthPlace: $localize`:@@family.birthPlace:Place of birth`,
  lastKnownPlace: $localize`:@@family.lastPlace:Last known place`,
  lastKnownOn: $localize`:@@family.lastOn:Last heard of`,
  separation: $localize`:@@family.separation:Why contact was lost`,
  circumstances: $localize`:@@family.circumstances:How they were parted`,
  wish: $localize`:@@family.wish:What they wish, in their words`,
} as const;

/** What the client tells of the person they miss: only what was told. */
export const accountFacts = (it: RelativeAccountView): AccountFact[] =>
  [
    { label: ACCOUNT_LABELS.names, words: listed(it.names) },
    { label: ACCOUNT_LABELS.relation, words: word(it.relation, kinRelation) },
    { label: ACCOUNT_LABELS.sex, words: word(it.sex, sexRecorded) },
    { label: ACCOUNT_LABELS.birth, words: it.birth?.originalText ?? '' },
    { label: ACCOUNT_LABELS.fatherName, words: it.fatherName ?? '' },
    { label: ACCOUNT_LABELS.motherName, words: it.motherName ?? '' },
    { label: ACCOUNT_LABELS.birthPlace, words: it.birthPlace ?? '' },
    { label: ACCOUNT_LABELS.lastKnownPlace, words: it.lastKnownPlace ?? '' },
    { label: ACCOUNT_LABELS.lastKnownOn, words: it.lastKnownOn?.originalText ?? '' },
    { label: ACCOUNT_LABELS.separation, words: word(it.separation, separationCause) },
  ].filter(({ words }) => words);

/** The days of a wish, as far as there are any. */
export const wishDays = (it: FamilyWishView): { label: string; at: string | null }[] =>
  [
    { label: $localize`:@@family.notedOn:Noted`, at: it.notedAt },
    { label: $localize`:@@family.warnedOn:Read out`, at: it.warnedAt },
    { label: $localize`:@@family.begunOn:Begun`, at: it.begunOn },
    { label: $localize`:@@family.answerDay:Answer on`, at: it.answerOn },
    { label: $localize`:@@family.contactSince:In contact since`, at: it.inContactSince },
    { label: $localize`:@@family.endedOn:Ended`, at: it.endedAt },
  ].filter(({ at }) => at);
