import { wordsOf } from '@panah/domain/clients/search-terms';
import type { PartialDate } from '@panah/domain/dates/partial-date';
import type { CandidateScore, PersonFacts } from '@panah/domain/names/candidate-score';
import type { ClientSecrets, NameSecrets } from './client.entity';

export interface FoundRow {
  id: string;
  sealed: Buffer;
  sealVersion: number;
  countryOfStay: string;
  caseId: string | null;
  caseRef: string | null;
  state: string | null;
  /** How many words of the question are answered, and how well they are together. */
  words: number;
  score: number;
}

export interface OpenHit {
  row: FoundRow;
  secrets: ClientSecrets;
}

export interface FoundClient extends OpenHit {
  names: NameSecrets[];
}

/** What somebody who asks for help said of themself, as far as it helps to see that they are known. */
export interface SomebodyNew {
  /** Each spelling as it was given. */
  names: string[];
  fatherGivenName?: string | null;
  birth?: PartialDate | null;
  sexRecorded?: string | null;
  documentNumbers?: string[];
}

export interface PossibleMatch extends FoundClient, CandidateScore {}

interface NameParts {
  given: string;
  family: string | null;
}

/** When nobody said which part is which, the first word is taken for the given name. */
export function partsOf(asWritten: string): NameParts {
  const [given = '', ...rest] = wordsOf(asWritten);
  return { given, family: rest.join(' ') || null };
}

export function factsOf(
  names: readonly NameParts[],
  { fatherGivenName, birth, sexRecorded }: Pick<SomebodyNew, 'fatherGivenName' | 'birth' | 'sexRecorded'>,
): PersonFacts {
  return {
    given: names.map(({ given }) => given),
    family: names.flatMap(({ family }) => family ?? []),
    father: fatherGivenName ? [fatherGivenName] : [],
    birth: birth?.from && birth.to ? { from: birth.from, to: birth.to } : null,
    sex: sexRecorded,
  };
}

export function factsOfClient({ names, secrets }: FoundClient): PersonFacts {
  return factsOfPerson(names, secrets);
}

/** What is compared of a client: their names, and what lies in their own row. */
export function factsOfPerson(names: readonly NameSecrets[], secrets: ClientSecrets): PersonFacts {
  const parts = names.map((name) => (name.given ? { given: name.given, family: name.family } : partsOf(name.asWritten)));
  const birthplace = secrets.birthPlace?.name;
  return {
    ...factsOf(parts, { ...secrets, fatherGivenName: secrets.particulars.fatherGivenName }),
    birthplace: birthplace ? [birthplace] : [],
  };
}

export const nameToUse = ({ displayName, pseudonym }: ClientSecrets): string => displayName.arab ?? displayName.latin ?? pseudonym;
