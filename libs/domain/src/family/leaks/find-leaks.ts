import { addressesIn, callersIn } from './addresses';
import { dwellingsIn } from './dwelling';
import { numbersIn } from './digit-runs';
import { knownNames, namesIn } from './known-names';
import { type Leak, type LeakKind, merged } from './leak';
import { moneyIn } from './money';
import { placesIn } from './places';
import { type PlainText, plainText } from './plain-text';
import { dutchPostcodesIn, flagsIn, signsIn } from './signs';
import { streetsIn } from './streets';
import { timesIn } from './times';
import { type Span, tokensOf } from './tokens';

/** What a message is compared with. */
export interface LeakQuestion {
  /** Every name held in either file, as written: persons, organisational names, staff. */
  readonly names: readonly string[];
}

const DETECTORS = [
  signsIn,
  addressesIn,
  callersIn,
  numbersIn,
  dutchPostcodesIn,
  flagsIn,
  placesIn,
  dwellingsIn,
  streetsIn,
  timesIn,
  moneyIn,
];

/**
 * What in a message between relatives could tell where somebody is, how to reach them, when, or who else is meant (R-FL-09, walls 3.5):
 * in English, Persian, Albanian, German, French and Arabic, in digits of every script or in words. Hints for a reviewer, none of them
 * a refusal; nothing of the text is kept. The work grows with the length of the text and never faster. It brings 60 kB of places
 * along: a page imports it when a message is opened.
 * @param text as it was written, of any length; the places of a leak count in it
 * @returns in the order of the text, none over another
 */
export function findLeaks(text: string, { names }: LeakQuestion): Leak[] {
  const plain = plainText(text);
  const tokens = tokensOf(plain);
  const spans: Span<LeakKind>[] = [
    ...DETECTORS.flatMap((detector) => detector(plain, tokens)),
    ...namesIn(plain, tokens, knownNames(names)),
  ];
  return merged(spans.flatMap((span) => (span.to > span.at ? [leakAt(text, plain, span)] : [])));
}

/** Letters that the plain text leaves out belong to the word that they end. */
function leakAt(text: string, { starts, ends }: PlainText, { kind, at, to }: Span<LeakKind>): Leak {
  const [end, next] = [ends[to - 1] ?? text.length, starts[to] ?? text.length];
  const left = /^[\p{L}\p{M}\u0640]{0,8}/u.exec(text.slice(end, Math.min(next, end + 8)))?.[0] ?? '';
  return { kind, start: starts[at] ?? 0, end: end + left.length };
}
