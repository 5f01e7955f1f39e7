import type { Role, Word } from '../access/access-table';
import { type ConsentPurpose, consentPurpose, type ConsentScope } from '../vocabulary/consents';

const SHARED: readonly ConsentScope[] = [
  'PSEUDONYM',
  'AGE_LANGUAGES',
  'REQUEST',
  'WORK_DONE',
  'SAFETY',
  'CONTACT_RULES',
  'GUARDIAN',
  'NAME',
  'BIRTH',
  'NEEDS',
  'DOCUMENTS',
  'LEGAL_STATUS',
  'HEALTH',
  'COUNSELLING_SUMMARY',
  'ADDRESS',
  'DEPENDANTS',
];
/** What stands in a package by default (model 2.14); the rest is ticked item by item. */
const USUAL: readonly ConsentScope[] = SHARED.slice(0, 6);
/** Each step includes the ones before it; COUNTRY and CONTACT_DETAILS are permissions of their own that no step includes. */
const LADDER: readonly ConsentScope[] = ['NOTHING', 'ALIVE_ONLY', 'ONE_MESSAGE', 'MEDIATED', 'CALL', 'MEETING'];
const SINGLE_PERMISSIONS: readonly ConsentScope[] = ['COUNTRY', 'CONTACT_DETAILS'];

interface Purpose {
  /** What can be agreed to. */
  scope: readonly ConsentScope[];
  /** What is ticked already when somebody is asked. */
  usual: readonly ConsentScope[];
  /** Somebody by name must be told whom it goes to. */
  recipient: boolean;
  /** Months; null while the case is open (and confirmed anew each year). */
  months: number | null;
  /** Used up by the first disclosure that rests on it. */
  singleUse?: true;
}

const share = (months: number): Purpose => ({ scope: SHARED, usual: USUAL, recipient: true, months });
const only = (scope: readonly ConsentScope[], months: number | null, recipient = false): Purpose => ({
  scope,
  usual: scope.slice(0, 1),
  recipient,
  months,
});
const once = (purpose: Purpose): Purpose => ({ ...purpose, singleUse: true });

/** Model 2.15: scope, recipient and default expiry by purpose. A single use lasts a year at most if nobody makes it. */
const PURPOSES: Readonly<Record<ConsentPurpose, Purpose>> = {
  C01_CASE: only(['RECORD'], null),
  C02_REFERRAL: share(6),
  C03_TRANSFER: share(3),
  C04_LEGAL: share(12),
  C05_HOUSING: share(12),
  C06_HEALTH: share(12),
  C07_COUNSELLING: only(['COUNSELLING', 'PROCESS_NOTES'], 12),
  C08_TRACING: only(
    [
      'OWN_RECORDS',
      'RELATIVE_NETWORK',
      'RED_CROSS',
      'PUBLIC_RECORDS',
      'FORMER_MEMBERS',
      'PARTNER',
      'AUTHORITY',
      'OPEN_SOURCE',
      'MEDIA_APPEAL',
    ],
    12,
    true,
  ),
  C09_DISCLOSE_REL: { scope: [...LADDER, ...SINGLE_PERMISSIONS], usual: ['ALIVE_ONLY'], recipient: true, months: 6 },
  C10_MESSAGES: only(['ONE_MESSAGE', 'MEDIATED'], 6, true),
  C11_DIRECT: only(['CALL', 'MEETING', 'CONTACT_DETAILS'], 6, true),
  C12_KINSHIP_TEST: once(only(['SAMPLE'], 12, true)),
  C13_VOLUNTEER: {
    scope: ['PSEUDONYM', 'AGE_LANGUAGES', 'NAME', 'CONTACT_RULES'],
    usual: ['PSEUDONYM', 'AGE_LANGUAGES'],
    recipient: true,
    months: 12,
  },
  C14_INTERPRETER: only(['INTERPRETING'], 12),
  C15_PUBLICATION: only(['STORY', 'IMAGE', 'QUOTE'], 12),
  C16_STATS: only(['STATISTICS'], 24),
  C17_CHANNEL: only(['PHONE_CALL', 'TEXT_MESSAGE', 'EMAIL', 'POST'], 12),
  C18_EMERGENCY: {
    scope: ['ALIVE_ONLY', 'SAFETY', 'NAME', 'HEALTH', 'CONTACT_DETAILS'],
    usual: ['ALIVE_ONLY', 'SAFETY'],
    recipient: true,
    months: 12,
  },
  C19_RECORDING: once(only(['AUDIO', 'VIDEO'], 12)),
  C20_CROSS_BORDER: share(6),
  C21_AUTHORITY: once({ scope: SHARED, usual: ['NAME', 'REQUEST'], recipient: true, months: 12 }),
  C22_RELATIVE_DATA: only(['RELATIVE_DATA'], 12),
};

/** Purposes on which a relative decides for themself, on data of their own (R-CO-10). */
const OF_RELATIVES: readonly ConsentPurpose[] = ['C09_DISCLOSE_REL', 'C10_MESSAGES', 'C11_DIRECT', 'C12_KINSHIP_TEST', 'C22_RELATIVE_DATA'];

/** Purposes on which a client decides about one relative: asked about the wish to find that one. */
export const WISH_PURPOSES = ['C08_TRACING', 'C09_DISCLOSE_REL', 'C10_MESSAGES', 'C11_DIRECT'] as const satisfies readonly ConsentPurpose[];

const ON_RECORD: Partial<Record<Role, readonly ConsentPurpose[]>> = {
  COUNSELLOR: ['C07_COUNSELLING'],
  LEGAL: ['C04_LEGAL'],
  HOUSING: ['C05_HOUSING'],
  FAMILY_LINKS: ['C08_TRACING', 'C09_DISCLOSE_REL', 'C10_MESSAGES', 'C11_DIRECT', 'C12_KINSHIP_TEST', 'C22_RELATIVE_DATA'],
};

/** What can be agreed to under a purpose. */
export const scopeOf = (purpose: ConsentPurpose): readonly ConsentScope[] => PURPOSES[purpose].scope;
/** What is usually agreed to, ticked before anybody presses. */
export const usualScopeOf = (purpose: ConsentPurpose): readonly ConsentScope[] => PURPOSES[purpose].usual;
/** Model 2.15: C02–C06, C08–C13, C18, C20 and C21 name whom it goes to. */
export const needsRecipient = (purpose: ConsentPurpose): boolean => PURPOSES[purpose].recipient;
/** Whether one disclosure uses the consent up. */
export const isSingleUse = (purpose: ConsentPurpose): boolean => PURPOSES[purpose].singleUse ?? false;
/** Months a consent lasts at most; null while the case is open. */
export const monthsOf = (purpose: ConsentPurpose): number | null => PURPOSES[purpose].months;
/** Whether a yes is about what one of us may have of another: no ground for telling anybody outside. */
export const staysInside = (scope: readonly string[]): boolean => scope.includes('PROCESS_NOTES');
/** Whether a relative may be asked this. */
export const isOfRelatives = (purpose: ConsentPurpose): boolean => OF_RELATIVES.includes(purpose);

/** Whether it is asked about a wish to find somebody. */
export const isOfAWish = (purpose: ConsentPurpose): boolean => WISH_PURPOSES.some((each) => each === purpose);

/** What a role on the case team records and reads whole (model 5.1, class 26); of the rest it sees that it is there, and can take it back. */
export function purposesOf(role: Role): readonly ConsentPurpose[] {
  if (role === 'CASEWORKER' || role === 'COORDINATOR') return consentPurpose.codes.filter((purpose) => purpose !== 'C22_RELATIVE_DATA');
  return ON_RECORD[role] ?? [];
}

/** Consents that tell of something by being there, with the word that opens it: that somebody is counselled is class 16 of model 5.1, a search for relatives class 22. */
const TELLING: Partial<Record<ConsentPurpose, Word>> = {
  C07_COUNSELLING: 'counselling:read',
  C08_TRACING: 'family-link:read',
  C09_DISCLOSE_REL: 'family-link:read',
  C10_MESSAGES: 'family-link:read',
  C11_DIRECT: 'family-link:read',
  C12_KINSHIP_TEST: 'family-link:read',
};

/** The word without which nobody learns that a consent to this was asked for; null where every reader of consents may know. */
export const wordToKnowOf = (purpose: ConsentPurpose): Word | null => TELLING[purpose] ?? null;
/** Those purposes, each with its word. */
export const tellingPurposes = Object.entries(TELLING).map(([purpose, word]) => ({ purpose, word }));

/** A step of the ladder with all that it includes; other permissions as they are. Sorted as the purpose lists them. */
export function wholeScope(purpose: ConsentPurpose, said: readonly ConsentScope[]): ConsentScope[] {
  const included = purpose === 'C09_DISCLOSE_REL' ? said.flatMap(downTheLadder) : said;
  return scopeOf(purpose).filter((code) => included.includes(code));
}

function downTheLadder(step: ConsentScope): readonly ConsentScope[] {
  const at = LADDER.indexOf(step);
  // "nothing at all" is a step of the ladder, and no permission once somebody stands higher
  return at < 0 ? [step] : at === 0 ? ['NOTHING'] : LADDER.slice(1, at + 1);
}
