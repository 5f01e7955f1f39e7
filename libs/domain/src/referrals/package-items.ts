/** What a referral may tell: the scopes of a consent that the records can fill (model 2.14). */
export const REFERRAL_ITEMS = [
  'PSEUDONYM',
  'AGE_LANGUAGES',
  'REQUEST',
  'WORK_DONE',
  'SAFETY',
  'CONTACT_RULES',
  'GUARDIAN',
  'BIRTH',
  'NEEDS',
  'HEALTH',
  'DOCUMENTS',
  'LEGAL_STATUS',
  'ADDRESS',
  'DEPENDANTS',
  'NAME',
] as const;
export type ReferralItem = (typeof REFERRAL_ITEMS)[number];

/** In a first package by default (model 2.14). */
export const USUAL_ITEMS: readonly ReferralItem[] = REFERRAL_ITEMS.slice(0, 6);

/** At the head of each package: what it belongs to, and on whose word it goes out. */
interface Head {
  kind: 'REFERRAL';
  reference: string;
  referral: string;
  service: string;
  urgency: string;
  from: string;
  /** For whom it is sealed, and the last six letters of its id: two partners may bear one name. */
  to: { name: string; reference: string };
  /** How many days it is open to them, if the consent lasts as long. */
  days: number;
  /** Days; null in a draft that nobody has agreed to yet. */
  consent: { givenOn: string; until: string | null } | null;
}

/** One thing in a package, as it is sealed, shown before and read after. Codes are those of the vocabularies. */
export type PackageItem =
  | Head
  | { kind: 'PSEUDONYM'; pseudonym: string }
  | {
      kind: 'AGE_LANGUAGES';
      ageBand: string;
      sex: string | null;
      languages: { code: string; speaks: boolean; reads: boolean }[];
      interpreter: { gender: string | null; dialect: string | null } | null;
    }
  /** GUARDIAN: who cares for a minor, or speaks for somebody who cannot decide, as we say it. */
  | { kind: 'REQUEST' | 'WORK_DONE' | 'CONTACT_RULES' | 'GUARDIAN'; text: string }
  /** Null: said by itself that there is nothing. */
  | { kind: 'SAFETY'; text: string | null }
  /** As it was said, and as EDTF. */
  | { kind: 'BIRTH'; said: string; edtf: string }
  /** HEALTH: a need that tells of somebody's health. */
  | { kind: 'NEED' | 'HEALTH'; code: string; severity: string }
  | { kind: 'DOCUMENT'; title: string; type: string; file: string; scanned: boolean; base64: string }
  | { kind: 'CLAIM'; country: string; procedure: string; state: string; since: string }
  | { kind: 'DEADLINE'; type: string; dueOn: string | null }
  | { kind: 'ADDRESS'; country: string; city: string | null; address: string | null }
  /** Nobody else by name. */
  | { kind: 'DEPENDANT'; relation: string; ageBand: string; livesWith: boolean }
  | { kind: 'NAME'; arab: string | null; latin: string | null }
  /** The way that was agreed: `identifyAs` are the words to say who calls. */
  | { kind: 'CONTACT'; channel: string; value: string; conditions: string | null; identifyAs: string | null }
  | { kind: 'ANSWER'; about: string[]; text: string };
