import { isTwice, numberWord } from './number-words';
import { type PlainText, plainWord } from './plain-text';
import type { Span, Token } from './tokens';

/** Digits that are told one after the other, in signs or in words, whatever stands between them. */
export interface DigitRun {
  readonly at: number;
  readonly to: number;
  readonly digits: number;
  /** The groups as they stand; a group of words is empty. */
  readonly groups: readonly string[];
  /** Of the words and groups in turn, what each is as a number. */
  readonly values: readonly number[];
  readonly gaps: readonly string[];
  /** Whether it begins like a telephone number: +, 00, 0. */
  readonly dials: boolean;
  readonly first: number;
  readonly last: number;
}

const [TELEPHONE_DIGITS, LISTED_DIGITS, DIALLED_DIGITS] = [6, 8, 5];
const LONGEST_GAP = 6;
const ENDS_SENTENCE = /[.!?;؟]\s|\n\s*\n/;
const LOOKS_LIKE_DIGIT = /^[oilbsz]{1,2}$/;
const BETWEEN = new Set(
  'and und et dhe e و then dann puis pastaj بعد ثم سپس بعدش dash minus strich tiret plus dot punkt point space خط فاصله oh o'
    .split(' ')
    .map(plainWord),
);
const MOST_BETWEEN = 2;

/** What the words so far leave open: lower places (`room`), and whether ten to nineteen fit on top (soixante-dix). */
interface Counted {
  readonly digits: number;
  readonly value: number;
  readonly room: number;
  readonly teens: boolean;
}

/** How many digits a number word adds to those before it. */
function stepOf(word: string, before: Counted, apart: boolean): Counted | null {
  const found = numberWord(word);
  if (!found) return null;
  const { digits, room, value } = found;
  const joined = apart || (word.startsWith('و') && word.length > 3);
  const step = (added: number, open: number, teens = false): Counted => ({ digits: added, room: open, teens, value });
  if (value === 20 && before.value === 4 && !joined && word.startsWith('vingt')) return step(1, 1, true); // quatre-vingts
  if (digits === 2 && before.teens && room === 0) return step(0, value === 10 ? 1 : 0); // soixante-dix
  if (digits === 2 && room === 1 && joined && before.value < 10 && before.value > 0) return step(1, 0); // drei und zwanzig
  if (digits <= before.room) return step(0, Math.min(room, digits - 1), value === 60);
  if (value === 100 && before.value > 0 && before.value < 10 && !joined) return step(2, 2);
  if (value === 1000 && before.value > 0) return step(3, 3);
  return step(digits, room, value === 60);
}

const NOTHING: Counted = { digits: 0, room: 0, teens: false, value: 0 };

const isDigitLike = (token: Token, neighbour: Token | undefined, gap: string): boolean =>
  neighbour !== undefined && neighbour.isNumber && gap === '' && LOOKS_LIKE_DIGIT.test(token.text);

/** Every run of digits in the order of the text; each token is in one run at most. */
export function digitRunsIn({ text }: PlainText, tokens: readonly Token[]): DigitRun[] {
  const runs: DigitRun[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const run = runFrom(text, tokens, at);
    if (!run) continue;
    runs.push(run);
    at = run.last;
  }
  return runs;
}

function runFrom(text: string, tokens: readonly Token[], first: number): DigitRun | null {
  const begin = tokens[first];
  if (!begin) return null;
  const groups: string[] = [];
  const values: number[] = [];
  const gaps: string[] = [];
  let counted = NOTHING;
  let [digits, last, between, twice, joined] = [0, -1, 0, 0, false];
  for (let at = first; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || (at > first && parts(token, tokens[at - 1], digits, begin, text))) break;
    const next = tokens[at + 1];
    const asDigits = token.isNumber || isDigitLike(token, tokens[at - 1], token.gap) || isDigitLike(token, next, next?.gap ?? ' ');
    const step = asDigits
      ? { ...NOTHING, digits: token.text.length, value: Number(token.text.slice(0, 6)) || 0 }
      : stepOf(token.text, counted, joined);
    if (step && !(last < 0 && !asDigits && isOh(token, next))) {
      if (last >= 0) gaps.push(between > 0 ? ' ' : token.gap);
      groups.push(asDigits ? token.text : '');
      values.push(step.value);
      digits += step.digits + twice;
      counted = step;
      [last, between, twice, joined] = [at, 0, 0, false];
    } else if (isTwice(token.text)) twice = token.text.startsWith('tri') || token.text.startsWith('drei') ? 2 : 1;
    else if (last >= 0 && between < MOST_BETWEEN && BETWEEN.has(token.text)) [between, joined] = [between + 1, true];
    else break;
  }
  const end = tokens[last];
  if (!end) return null;
  const dials = /(?:\+|00)\s?\(?$/.test(text.slice(Math.max(0, begin.at - 4), begin.at)) || groups[0]?.startsWith('0') === true;
  return { at: begin.at, to: end.to, digits, groups, values, gaps, dials, first, last };
}

/** "Oh" begins no number unless a digit follows it. */
const isOh = (token: Token, next: Token | undefined): boolean => token.text === 'oh' && !(next && (next.isNumber || numberWord(next.text)));

function parts(token: Token, before: Token | undefined, digits: number, begin: Token, text: string): boolean {
  if (token.gap.length > LONGEST_GAP) return true;
  const dials = begin.text.startsWith('0') || text[begin.at - 1] === '+';
  return ENDS_SENTENCE.test(token.gap) && !(dials && before?.isNumber === true && digits < 12);
}

const isYear = (group: string): boolean => /^(1[34]\d\d|19\d\d|20\d\d)$/.test(group);
const isRound = (group: string): boolean => /^[1-9]\d{0,2}0*$/.test(group) && group.endsWith('00');

/** Whether the digits only part thousands, as in 10.000 or 1 500 000. */
function isAmount({ groups, gaps }: DigitRun): boolean {
  if (groups.length === 1) return isRound(groups[0] ?? '');
  return gaps.every((gap) => /^[., ']$/.test(gap)) && groups.every((group, at) => (at === 0 ? /^[1-9]\d{0,2}$/ : /^0{3}$/).test(group));
}

/** One digit after the other, in words, and not counting up: one two three four five. */
function isDictated({ groups, values }: DigitRun): boolean {
  const countsUp = values.every((value, at) => at === 0 || value === (values[at - 1] ?? 0) + 1);
  return values.length >= DIALLED_DIGITS && groups.every((group) => group === '') && !countsUp;
}

function kindOf(run: DigitRun): 'TELEPHONE' | 'POSTCODE' | null {
  const { digits, groups, gaps, dials } = run;
  if (groups.length > 0 && groups.every(isYear) && groups.length <= 4 && groups.length > (digits === 4 ? 0 : 1)) return null;
  if (isAmount(run)) return null;
  const listed = !dials && gaps.length > 2 && gaps.every((gap) => gap.includes(','));
  if (digits >= (listed ? LISTED_DIGITS : TELEPHONE_DIGITS)) return 'TELEPHONE';
  if (digits >= DIALLED_DIGITS && (dials || isDictated(run))) return 'TELEPHONE';
  const inSigns = groups.every((group) => group !== '');
  if (digits === 5 && inSigns && gaps.every((gap) => gap.length <= 1 && !gap.includes(','))) return 'POSTCODE';
  return digits === 4 && groups.length === 1 && inSigns && !isRound(groups[0] ?? '') ? 'POSTCODE' : null;
}

/** Telephone numbers and postcodes that are nothing but digits; what has enough digits is taken for the first. */
export function numbersIn(plain: PlainText, tokens: readonly Token[]): Span<'TELEPHONE' | 'POSTCODE'>[] {
  return digitRunsIn(plain, tokens).flatMap((run) => {
    const kind = kindOf(run);
    const plus = plain.text[run.at - 1] === '+' || plain.text.slice(run.at - 2, run.at) === '+(' ? 1 : 0;
    if (
      !kind &&
      plus === 1 &&
      (run.groups[0]?.length ?? 0) >= 2 &&
      !/[0-9a-z]\s?$/.test(plain.text.slice(Math.max(0, run.at - 3), run.at - 1))
    )
      return [{ kind: 'TELEPHONE' as const, at: run.at - 1, to: run.to }];
    return kind ? [{ kind, at: run.at - plus, to: run.to }] : [];
  });
}
