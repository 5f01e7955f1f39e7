import type { PlainText } from './plain-text';
import type { LeakKind } from './leak';
import type { Span, Token } from './tokens';

/** Forms that can be told by their signs alone. Every repetition has an upper bound, so that no text makes any of them look twice at the same place for long. */
const FORMS: readonly (readonly [kind: LeakKind, form: RegExp])[] = [
  ['LINK', /(?:h(?:tt|xx)ps?|ftp)\s?:\s?\/\/\s?\S{1,2000}|\bwww\s?\.\s?\S{1,500}|\b[a-z]{2,10}:\/\/\S{1,500}/g],
  ['LINK', /\b(?:t|wa|fb|bit|youtu) ?[.·] ?(?:me|ly|be) ?\/ ?[\p{L}\d_+-]{2,64}/gu],
  ['HANDLE', /(?<![\p{L}\d_./@-])[\p{L}\d]{2,30}(?:_[\p{L}\d]{1,30}){1,4}/gu],
  ['HANDLE', /@ ?[\p{L}\d_][\p{L}\d_.-]{1,63}/gu],
  ['BANK_ACCOUNT', /\b[a-z]{2}\s?\d{2}(?:[ .-]?[a-z0-9]{4}){2,7}(?:[ .-]?[a-z0-9]{1,3})?\b/g],
  ['NETWORK_ADDRESS', /\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g],
  ['NETWORK_ADDRESS', /\b(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}\b|\b(?:[0-9a-f]{1,4}:){1,6}:[0-9a-f]{1,4}/g],
  [
    'MAIL_HEADER',
    /^(?:received|message-id|return-path|reply-to|mime-version|content-type|x-[a-z-]{2,30}|delivered-to|user-agent) ?:[^\n]{0,300}/gm,
  ],
  ['COORDINATES', /-?\b\d{1,3}[.,]\d{3,12}\s?°?\s?[nsewo]?\s?[,;/ ]\s?-?\d{1,3}[.,]\d{3,12}(?:\s?°?\s?[nsewo]\b)?/g],
  ['COORDINATES', /-?\b\d{1,3}[.,]\d{4,12}\b(?:\s?°?\s?[nsewo]\b)?/g],
  [
    'COORDINATES',
    /\b\d{1,3}(?:[.,]\d{1,10})?\s?°\s?(?:\d{1,2}(?:[.,]\d{1,8})?\s?['"]{1,2}\s?(?:\d{1,2}(?:[.,]\d{1,6})?\s?['"]{1,2}\s?)?[nsewo]?\b|[nsewo]\b)/g,
  ],
  [
    'COORDINATES',
    /\bgeo ?: ?-?\d[\d.,;-]{2,40}|(?:\/\/\/\s?|what3words\W{1,3}|w3w\W{1,3})\p{L}{2,30}\.\p{L}{2,30}\.\p{L}{2,30}|\b\d{1,3} ?(?:degrees|grad|degres|gradë|درجه|درجة)\s?(?:north|south|east|west|nord|sud|ost|süd|est|ouest)\b/gu,
  ],
  ['DATE', /\b\d{4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}(?:t\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?(?:z|[+-]\d{2}:?\d{2})?)?(?!\d)/g],
  ['DATE', /(?<!\d)\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{2,4}\b/g],
  ['DATE', /(?<![\d.])\d{1,2}\.\s?\d{1,2}\.(?!\d)/g],
  [
    'HOUR',
    /(?<![\d:])(?:[01]?\d|2[0-4])\s?[:h]\s?[0-5]\d(?::[0-5]\d)?(?!\d)|(?<!\d)(?:[01]?\d|2[0-4])\s?(?:uhr|[ap]\.?\s?m\b\.?|h\b|o'? ?clock)|(?<!\d)\d{1,2}\.\d{2}\s?(?:uhr|h\b|[ap]m\b)/g,
  ],
  [
    'TIME_ZONE',
    /\b(?:utc|gmt|cest|cet|eet|eest|irst|trt)\b(?:\s?[+-]\s?\d{1,2}(?::?\d{2})?)?|\b(?:europe|asia|america|africa|australia)\/[a-z_]{3,30}/g,
  ],
  ['FILE_NAME', /[\p{L}\d_()-]{1,80}\.(?:jpe?g|png|heic|webp|gif|pdf|docx?|odt|mp[34]|mov|m4a|ogg|opus|zip|txt|xlsx?)\b/gu],
  [
    'POSTCODE',
    /\b[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b|\b[a-z]\d[a-z][ -]?\d[a-z]\d\b|\b(?:al|de?|fr?|at?|ch|se?|no?|nl|be?|it?|gr|tr|ir|iq|dk|fin?|xk) ?- ?\d{4,5}\b/g,
  ],
  ['COORDINATES', /(?<![\p{L}\d.@/])\p{L}{3,20}\.\p{L}{3,20}\.\p{L}{3,20}(?![\p{L}\d.@])/gu],
  ['COORDINATES', /\b[23456789cfghjmpqrvwx]{4,8}\+[23456789cfghjmpqrvwx]{2,3}\b/g],
];

/** Codes of countries whose accounts have an IBAN. */
const IBAN = new Set(
  'ad ae al at az ba be bg bh br by ch cr cy cz de dk do ee eg es fi fo fr gb ge gi gl gr gt hr hu ie il iq ir is it jo kw kz lb lc li lt lu lv ly mc md me mk mr mt mu nl no om pk pl ps pt qa ro rs sa sc sd se si sk sm st sv tl tn tr ua va vg xk'.split(
    ' ',
  ),
);

const digitsOf = (text: string): number => text.replace(/\D/g, '').length;

function holds(kind: LeakKind, found: string): boolean {
  if (kind === 'BANK_ACCOUNT') return IBAN.has(found.slice(0, 2)) && digitsOf(found) >= 8 && found.replace(/[^a-z0-9]/g, '').length >= 15;
  if (kind === 'COORDINATES' && found.includes('+')) return digitsOf(found) >= 2;
  if (kind === 'NETWORK_ADDRESS') return found.split('.').every((part) => Number(part) < 256 || part.includes(':'));
  if (kind === 'DATE') return isDay(found);
  return true;
}

/** Of two or three numbers one may be a month and another a day. */
function isDay(found: string): boolean {
  const numbers = (found.split('t')[0] ?? '').match(/\d{1,4}/g)?.map(Number) ?? [];
  const small = numbers.filter((number) => number >= 1 && number <= 31);
  return small.length >= 2 && small.some((number) => number <= 12);
}

/** Half a glass is no day: one of the two numbers is more than halves and quarters are made of. */
const SLASHED = /(?<![\d/])(\d{1,2})\s?\/\s?(\d{1,2})(?![\d/])/g;

export function signsIn({ text }: PlainText): Span<LeakKind>[] {
  const found = FORMS.flatMap(([kind, form]) =>
    Array.from(text.matchAll(form), (match): Span<LeakKind> => ({ kind, at: match.index, to: match.index + match[0].length })),
  );
  const slashed = Array.from(text.matchAll(SLASHED)).filter(
    ([, one, other]) => Math.max(Number(one), Number(other)) > 4 && isDay(`${one}/${other}`),
  );
  return [
    ...found.filter(({ kind, at, to }) => holds(kind, text.slice(at, to))),
    ...slashed.map((match): Span<LeakKind> => ({ kind: 'DATE', at: match.index, to: match.index + match[0].length })),
  ];
}

/** Dutch postcodes: four digits and two capitals; small letters would be any two words. */
export function dutchPostcodesIn(_: PlainText, tokens: readonly Token[]): Span<'POSTCODE'>[] {
  return tokens.flatMap((token, at) => {
    const before = tokens[at - 1];
    if (!before?.isNumber || before.text.length !== 4 || token.text.length !== 2 || !token.shouts || !/^ ?$/.test(token.gap)) return [];
    return [{ kind: 'POSTCODE' as const, at: before.at, to: token.to }];
  });
}

const FLAG = /[\u{1f1e6}-\u{1f1ff}]{2}|\bu\. ?k\.|\bu\. ?s\.(?: ?a\.)?/gu;

/** The flags that telephones draw of the two letters of a country, and countries of two letters with dots. */
export function flagsIn({ text }: PlainText): Span<'COUNTRY'>[] {
  return Array.from(text.matchAll(FLAG), (match) => ({ kind: 'COUNTRY', at: match.index, to: match.index + match[0].length }));
}
