import { numberWord } from './number-words';
import type { PlainText } from './plain-text';
import {
  ABOUT_FRENCH,
  ALBANIAN_DAYS,
  ALBANIAN_LEADS,
  ALSO_MONTHS,
  ARABIC_HOURS,
  CLOCK_BEFORE,
  CLOCK_BEHIND,
  COUNTED,
  GERMAN_DAY,
  HALVES,
  ARABIC_TIMES,
  MONTH_LEADS,
  MONTH_SAID,
  MONTHS,
  NOONS,
  PAST,
  WEEKDAYS,
} from './time-words';
import { follows } from './word-list';
import type { Span, Token } from './tokens';

type Kind = 'DATE' | 'HOUR' | 'WEEKDAY';
const isNumber = (token: Token | undefined): token is Token =>
  token !== undefined && (token.isNumber || numberWord(token.text) !== null || isOrdinal(token));

const ORDINAL =
  /^(first|second|third|(four|fif|six|seven|eigh|nin|ten|eleven|twelf|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentie|thirtie)th|erste[nr]?|zweite[nr]?|dritte[nr]?|\p{L}{1,14}(zehnte|zigste|rte|nfte|chste|bte|hte|nte|lfte)[nr]?|premier|st|nd|rd|th|er)$/u;
const isOrdinal = (token: Token): boolean =>
  ORDINAL.test(token.text) ||
  token.text === 'اول' ||
  numberWord(token.text.replace(/(ا|و)?م(ین)?$/, '')) !== null ||
  /^(سوم|دوم)$/.test(token.text);

export function timesIn(_: PlainText, tokens: readonly Token[]): Span<Kind>[] {
  return tokens.flatMap((token, at) => {
    if (token.isNumber) return englishHour(tokens, at);
    return weekday(tokens, at) ?? date(tokens, at) ?? hour(tokens, at) ?? [];
  });
}

const span = (kind: Kind, from: Token, to: Token): Span<Kind>[] => [{ kind, at: Math.min(from.at, to.at), to: Math.max(from.to, to.to) }];

function weekday(tokens: readonly Token[], at: number): Span<Kind>[] | null {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (!token) return null;
  const word = token.text;
  if (word.startsWith('شنبه') && before && token.gap === ' ' && /^(یک|دو|سه|چهار|پنج)$/.test(before.text))
    return span('WEEKDAY', before, token);
  if (WEEKDAYS.has(word) || GERMAN_DAY.test(word) || /^(یک|دو|سه|چهار|پنج)?شنبه(ها|ی|های)?$/.test(word))
    return span('WEEKDAY', token, token);
  if (/^(و|ب|ل|ف|ک)?ال(سبت|احد|اثنین|ثلاثا|اربعا|خمیس|جمعه)$/.test(word)) return span('WEEKDAY', token, token);
  return before && ALBANIAN_DAYS.has(word) && ALBANIAN_LEADS.has(before.text) ? span('WEEKDAY', before, token) : null;
}

/** A month; one that is a word, too, only beside a number or the word for month. */
function date(tokens: readonly Token[], at: number): Span<Kind>[] | null {
  const token = tokens[at];
  if (!token) return null;
  const word = token.text;
  const [sure, perhaps] = [MONTHS.has(word) || MONTHS.has(word.replace(/ی$/, '')), ALSO_MONTHS.has(word)];
  if (!sure && !perhaps) return null;
  const before = earlier(tokens, at);
  const [next, afterNext] = [tokens[at + 1], tokens[at + 2]];
  const behind = follows(next) && next.isNumber ? next : follows(next) && MONTH_SAID.has(next.text) && isArabic(token) ? next : null;
  const year = behind && afterNext?.isNumber && /^(st|nd|rd|th)?[, ]{1,2}$/.test(afterNext.gap) ? afterNext : behind;
  const led =
    tokens[at - 1] !== undefined &&
    follows(token) &&
    MONTH_LEADS.has(tokens[at - 1]?.text ?? '') &&
    (token.capital || isArabic(token) || token.text === 'mars');
  if (!sure && !before && !behind && !led) return null;
  if (!sure && !before && behind && !isArabic(token) && !token.capital) return null;
  const last = year ?? token;
  const suffix = last === behind && next?.isNumber && afterNext?.gap === '' && /^(st|nd|rd|th)$/.test(afterNext.text) ? afterNext : last;
  return span('DATE', before ?? token, suffix);
}

const isArabic = (token: Token): boolean => /^\p{Script=Arabic}/u.test(token.text);

/** The number before a month: "12.", "twelfth of", "le 12", "دوازدهم". */
function earlier(tokens: readonly Token[], at: number): Token | null {
  const [before, further] = [tokens[at - 1], tokens[at - 2]];
  const token = tokens[at];
  if (!token || !before || token.gap.length > 3) return null;
  if (isNumber(before) && (before.isNumber || numberWord(before.text) !== null || before.text.length > 2)) return before;
  if (isOrdinal(before) && further?.isNumber) return further;
  if (!further || !['of', 'te', 'ماه'].includes(before.text)) return null;
  const number = /^(st|nd|rd|th)$/.test(further.text) ? tokens[at - 3] : further;
  return isNumber(number) ? number : null;
}

function hour(tokens: readonly Token[], at: number): Span<Kind>[] | null {
  const [before, token, next, then] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!token) return null;
  const word = token.text;
  if (NOONS.has(word)) return isNoon(before, token, next) ? span('HOUR', token, token) : null;
  if (word === 'منتصف' && next && /^ال(لیل|نهار)$/.test(next.text)) return span('HOUR', token, next);
  if (CLOCK_BEFORE.has(word) && word !== 'heure' && follows(next) && (isHour(next) || ARABIC_HOURS.has(next.text)))
    return span('HOUR', token, next);
  if (ARABIC_HOURS.has(word) && follows(next) && ARABIC_TIMES.has(next.text)) return span('HOUR', token, next);
  if (CLOCK_BEHIND.has(word) && isNumber(before)) return span('HOUR', before, token);
  if (word === 'o' && next?.text === 'clock' && before) return span('HOUR', before, next);
  if (
    /^heures?$/.test(word) &&
    before &&
    isHour(before) &&
    [tokens[at - 2], tokens[at - 3]].some((one) => one && ABOUT_FRENCH.has(one.text))
  )
    return span('HOUR', before, token);
  if (HALVES.has(word) && follows(next) && (word.startsWith('h') || PAST.has(next.text))) return halfHour(token, next, then);
  return word === 'at' || word === 'um' || word === 'gegen' ? spokenHour(tokens, at) : null;
}

/** Not the afternoon, and not a meal. */
const isNoon = (before: Token | undefined, token: Token, next: Token | undefined): boolean =>
  !(before && follows(token) && ['apres', 'بعد', 'از'].includes(before.text)) &&
  !(next && follows(next) && /^(essen|gegessen|esse|aß|ass)$/.test(next.text));

const isHour = (token: Token): boolean => {
  const value = token.isNumber ? Number(token.text) : numberWord(token.text)?.value;
  return value !== undefined && value <= 24 && token.text.length <= 12;
};

function halfHour(token: Token, next: Token, then: Token | undefined): Span<Kind>[] | null {
  if (PAST.has(next.text)) return then && isHour(then) ? span('HOUR', token, then) : null;
  return token.text === 'halb' && isHour(next) ? span('HOUR', token, next) : null;
}

/** "At five", but not "at five years". */
function spokenHour(tokens: readonly Token[], at: number): Span<Kind>[] | null {
  const [token, next, then] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!token || !follows(next) || !isHour(next) || ['zero', 'one', 'ein', 'eine'].includes(next.text)) return null;
  if (token.text !== 'at' && !next.isNumber && then && follows(then))
    return then && /^(herum|in|am|nachts|morgens|abends|fruh)$/.test(then.text) ? span('HOUR', token, next) : null;
  return then && follows(then) && (COUNTED.has(then.text) || then.isNumber || (then.capital && next.isNumber))
    ? null
    : span('HOUR', token, next);
}

/** Five in the morning, 5 am. */
function englishHour(tokens: readonly Token[], at: number): Span<Kind>[] {
  const [token, one, two, three] = tokens.slice(at, at + 4);
  const inThe = one?.text === 'in' && two?.text === 'the' && /^(morning|evening|afternoon)$/.test(three?.text ?? '');
  return token && three && inThe && isHour(token) ? span('HOUR', token, three) : [];
}
