import type { PackageItem } from '@panah/domain/referrals/package-items';
import { procedureType, claimState } from '@panah/domain/vocabulary/claims';
import { ageBand, contactChannel, sexRecorded } from '@panah/domain/vocabulary/clients';
import type { CodeList } from '@panah/domain/vocabulary/code-list';
import { countryName } from '@panah/domain/vocabulary/countries';
import { languageName } from '@panah/domain/vocabulary/languages';
import { deadlineType } from '@panah/domain/vocabulary/legal-deadlines';
import { needCode, needSeverity } from '@panah/domain/vocabulary/needs';
import { referralItem } from '@panah/domain/vocabulary/referrals';
import { readerLanguage } from '../platform/reader/language';

export type PackedDocument = Extract<PackageItem, { kind: 'DOCUMENT' }>;
export type PackedHead = Extract<PackageItem, { kind: 'REFERRAL' }>;

/** What stands side by side on a line; each has a direction of its own, or a telephone number would be read from its end among Persian words. */
export type PackageLine = string[];

/** One heading of a package and what stands below it. */
export interface PackagePart {
  /** The code under which a consent names it; `ANSWER` is the office's own. */
  code: string;
  title: string;
  lines: PackageLine[];
  documents: PackedDocument[];
}

/** A day (`2026-11-17`) as it is said. */
type SayDay = (day: string) => string;
type Words = {
  [Kind in PackageItem['kind']]?: (item: Extract<PackageItem, { kind: Kind }>, day: SayDay) => (PackageLine | string | null)[];
};

const say = (code: string | null, list: CodeList<string>): string | null =>
  code && list.has(code) ? list.label(code, readerLanguage()) : code;
const inRow = (...words: readonly (string | null)[]): PackageLine => words.filter((word): word is string => Boolean(word));
const NOTHING_URGENT = $localize`:@@referrals.nothingUrgentSaid:Nothing that must be known.`;

const WORDS: Words = {
  PSEUDONYM: ({ pseudonym }) => [pseudonym],
  AGE_LANGUAGES: ({ ageBand: band, sex, languages, interpreter }) => [
    inRow(say(band, ageBand), say(sex, sexRecorded)),
    inRow(...languages.map(({ code, speaks }) => languageName(code, readerLanguage()) + (speaks ? '' : ` (${ONLY_READS})`))),
    interpreter && inRow(INTERPRETER, say(interpreter.gender, sexRecorded), interpreter.dialect),
  ],
  REQUEST: ({ text }) => [text],
  WORK_DONE: ({ text }) => [text],
  CONTACT_RULES: ({ text }) => [text],
  GUARDIAN: ({ text }) => [text],
  SAFETY: ({ text }) => [text ?? NOTHING_URGENT],
  BIRTH: ({ said }) => [said],
  NEED: ({ code, severity }) => [inRow(say(code, needCode), say(severity, needSeverity))],
  HEALTH: ({ code, severity }) => [inRow(say(code, needCode), say(severity, needSeverity))],
  CLAIM: ({ country, procedure, state, since }, day) => [
    inRow(countryName(country, readerLanguage()), say(procedure, procedureType), say(state, claimState), day(since)),
  ],
  DEADLINE: ({ type, dueOn }, day) => [inRow(say(type, deadlineType), dueOn && day(dueOn))],
  ADDRESS: ({ country, city, address }) => [inRow(address, city, countryName(country, readerLanguage()))],
  DEPENDANT: ({ relation, ageBand: band, livesWith }) => [inRow(relation, say(band, ageBand), livesWith ? TOGETHER : null)],
  NAME: ({ arab, latin }) => [inRow(arab, latin)],
  CONTACT: ({ channel, value, conditions, identifyAs }) => [
    inRow(say(channel, contactChannel), value),
    conditions,
    identifyAs && $localize`:@@referrals.identifyAs:Say who you are like this: ${identifyAs}:words:`,
  ],
  ANSWER: ({ text }) => [text],
};
const ONLY_READS = $localize`:@@referrals.onlyReads:reads only`;
const INTERPRETER = $localize`:@@referrals.interpreter:Interpreter needed`;
const TOGETHER = $localize`:@@referrals.livesWith:lives with them`;
const ANSWER = $localize`:@@referrals.officeAnswer:The office answers`;

/** Under which code of a consent each kind of thing stands. */
const CODES: Partial<Record<PackageItem['kind'], string>> = {
  NEED: 'NEEDS',
  DOCUMENT: 'DOCUMENTS',
  CLAIM: 'LEGAL_STATUS',
  DEADLINE: 'LEGAL_STATUS',
  DEPENDANT: 'DEPENDANTS',
  CONTACT: 'NAME',
};

/** The head of a package: whose it is, and what is asked of whom. */
export const headOf = (items: readonly PackageItem[]): PackedHead | null =>
  items.find((item): item is PackedHead => item.kind === 'REFERRAL') ?? null;

/** A package as it is read: its things under their headings, in the order in which they were packed. @param day says a day in the reader’s calendar */
export function partsOf(items: readonly PackageItem[], day: SayDay): PackagePart[] {
  const parts = new Map<string, PackagePart>();
  for (const item of items) {
    if (item.kind === 'REFERRAL') continue;
    const code = CODES[item.kind] ?? item.kind;
    const title = code === 'ANSWER' ? ANSWER : (say(code, referralItem) ?? code);
    const part = parts.get(code) ?? { code, title, lines: [], documents: [] };
    if (item.kind === 'DOCUMENT') part.documents.push(item);
    else part.lines.push(...linesOf(item, day));
    parts.set(code, part);
  }
  return [...parts.values()];
}

function linesOf<Item extends PackageItem>(item: Item, day: SayDay): PackageLine[] {
  const words = WORDS[item.kind] as ((item: Item, day: SayDay) => (PackageLine | string | null)[]) | undefined;
  return (words?.(item, day) ?? []).map((line) => (typeof line === 'string' ? [line] : (line ?? []))).filter((line) => line.some(Boolean));
}

/** The codes of what differs between two packages. */
export function changedBetween(before: readonly PackageItem[], after: readonly PackageItem[]): string[] {
  const [old, now] = [before, after].map((items) => new Map(partsOf(items, (day) => day).map((part) => [part.code, JSON.stringify(part)])));
  const codes = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...codes].filter((code) => old?.get(code) !== now?.get(code));
}
