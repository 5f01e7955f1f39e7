import type { PlainText } from './plain-text';
import type { Span, Token } from './tokens';
import { wordList } from './word-list';

const AT = wordList('at et ät arobase arroba klammeraffe kryqi ات اَت ات‌ساین اتساین آت عند');
const DOT = wordList('dot punkt point pikë pike nokta نقطه نقطة دات دوت');
const ENDINGS = wordList(
  'com org net info io eu al de fr ir iq uk gb it gr tr se no nl be at ch dk fi es us ca me tv co app dev xyz online site edu gov int biz ly ru pl ro xk rs mk ' +
    'کام کوم اورگ ارگ نت آی‌آر آیآر دی‌ای كوم أورغ نت',
);
/** Endings that are words as well: behind "point" and "Punkt" they say nothing by themselves. */
const ALSO_WORDS = wordList('de no it me at be us co al es');
const MAILERS = wordList(
  'gmail googlemail yahoo hotmail outlook icloud proton protonmail gmx live aol جیمیل جی‌میل یاهو هاتمیل ياهو جيميل هوتميل',
);
const [LONGEST_PART, MOST_PARTS] = [64, 6];

type Kind = 'MAIL_ADDRESS' | 'LINK' | 'HANDLE';

/** Mail addresses and sites, in signs or told in words: "name at host dot org". */
export function addressesIn({ text }: PlainText, tokens: readonly Token[]): Span<Kind>[] {
  return [...mailsIn(text), ...toldIn(tokens), ...sitesIn(text, tokens), ...mailersIn(tokens)];
}

/** Round each @: what mail addresses are made of, with blanks beside the sign. */
function mailsIn(text: string): Span<Kind>[] {
  const found: Span<Kind>[] = [];
  for (let sign = text.indexOf('@'); sign >= 0; sign = text.indexOf('@', sign + 1)) {
    const left = /[\p{L}\p{N}._%+-]{1,64}[ ([{<]{0,2}$/u.exec(text.slice(Math.max(0, sign - LONGEST_PART - 2), sign));
    const right = /^[ )\]}>]{0,2}[\p{L}\p{N}-]{1,64}(?:\s?[.,·]\s?[\p{L}\p{N}-]{2,24}){1,4}/u.exec(
      text.slice(sign + 1, sign + 1 + 2 * LONGEST_PART),
    );
    if (left && right) found.push({ kind: 'MAIL_ADDRESS', at: sign - left[0].length, to: sign + 1 + right[0].length });
  }
  return found;
}

/** A word or a number of an address that is told: what follows a dot, in signs or in words. */
function chain(tokens: readonly Token[], from: number): { last: number; ends: boolean; plainly: boolean } {
  let [last, ends, plainly] = [from, false, true];
  for (let parts = 0; parts < MOST_PARTS; parts++) {
    const [next, then] = [tokens[last + 1], tokens[last + 2]];
    if (!next) break;
    if (/^ ?[.·] ?$|^[-_]$|^ ?[([{] ?[.·] ?[)\]}] ?$/.test(next.gap)) last += 1;
    else if (then && DOT.has(next.text) && near(next) && near(then)) {
      plainly = plainly && !(ALSO_WORDS.has(then.text) && /^(point|punkt|pike|dot)$/.test(next.text));
      last += 2;
    } else break;
    ends ||= ENDINGS.has(tokens[last]?.text ?? '');
  }
  return { last, ends, plainly };
}

const near = (token: Token): boolean => /^[ ([{)\]}<>*_\-"']{0,3}$/.test(token.gap);

/** Something, AT, something, DOT, an ending. */
function toldIn(tokens: readonly Token[]): Span<Kind>[] {
  return tokens.flatMap((token, at) => {
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    if (!AT.has(token.text) || !before || !after || after.text === 'www' || !near(token) || !near(after)) return [];
    const { last, ends } = chain(tokens, at + 1);
    if (!ends && !MAILERS.has(after.text)) return [];
    return [{ kind: 'MAIL_ADDRESS' as const, at: startOf(tokens, at - 1), to: tokens[last]?.to ?? after.to }];
  });
}

/** Where the part before the AT begins: "leila dot k at …". */
function startOf(tokens: readonly Token[], from: number): number {
  let first = from;
  for (let parts = 0; parts < MOST_PARTS; parts++) {
    const [token, before] = [tokens[first], tokens[first - 1]];
    if (!token || !before) break;
    if (/^[._+-]$/.test(token.gap) || (token.isNumber !== before.isNumber && token.gap === '')) first -= 1;
    else if (DOT.has(before.text) && tokens[first - 2]) first -= 2;
    else break;
  }
  return tokens[first]?.at ?? 0;
}

function sitesIn(text: string, tokens: readonly Token[]): Span<Kind>[] {
  const found: Span<Kind>[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (!token || !next || token.isNumber) continue;
    const told = DOT.has(next.text) && near(next);
    if (!told && next.gap !== '.') continue;
    const { last, ends, plainly } = chain(tokens, at);
    if (!ends || !plainly || (!told && tokens.slice(at + 1, last + 1).some(({ gap }) => gap.includes(' ')))) continue;
    const to = tokens[last]?.to ?? token.to;
    const path = /^\/[^\s]{1,300}/.exec(text.slice(to, to + 301))?.[0] ?? '';
    found.push({ kind: 'LINK', at: token.at, to: to + path.length });
    at = last;
  }
  return found;
}

/** Mailers that are words of every day: they count behind an AT alone. */
const ALSO_MAILERS = wordList('live outlook proton');
const mailersIn = (tokens: readonly Token[]): Span<Kind>[] =>
  tokens.filter(({ text }) => MAILERS.has(text) && !ALSO_MAILERS.has(text)).map(({ at, to }) => ({ kind: 'MAIL_ADDRESS', at, to }));

const CALLERS = wordList(
  'telegram whatsapp watsapp whatsap instagram insta facebook messenger viber skype imo snapchat tiktok discord wechat threema twitter linkedin youtube ' +
    'تلگرام تلگرامم واتساپ واتس‌اپ وتساپ واتساب واتس اینستاگرام اینستا فیسبوک فیس‌بوک ایمو وایبر اسکایپ ایتا روبیکا تيليجرام تلغرام تليجرام انستغرام انستقرام انستا فيسبوك فايبر سكايب سناب',
);
/** Callers whose names are words: they count with what says that somebody is meant to be reached. */
const ALSO_CALLERS = wordList('signal line id username nickname benutzername pseudo آیدی ایدی اسکایپم يوزر سیگنال سيغنال');
const IS = wordList('is ist est është eshte as my mein mon im ma من است هو :');

export function callersIn({ text }: PlainText, tokens: readonly Token[]): Span<Kind>[] {
  return tokens.flatMap((token, at) => {
    const next = tokens[at + 1];
    const named = next !== undefined && (/^ ?[:=@] ?@?$/.test(next.gap) || IS.has(next.text));
    const sure = CALLERS.has(token.text) || (token.text === 'واتس' && next?.text === 'اپ');
    if (!sure && !(ALSO_CALLERS.has(token.text) && named)) return [];
    return [{ kind: 'HANDLE' as const, at: token.at, to: named ? endOfHandle(text, tokens, at + 1) : token.to }];
  });
}

/** Up to the end of the name under which somebody is reached; at most three words on. */
function endOfHandle(text: string, tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < from + 2 && IS.has(tokens[at]?.text ?? '') && tokens[at + 1]) at += 1;
  const begin = tokens[at]?.at ?? 0;
  return begin + (/^[\p{L}\p{N}_.-]{1,64}/u.exec(text.slice(begin, begin + LONGEST_PART))?.[0].replace(/[.-]+$/, '').length ?? 0);
}
