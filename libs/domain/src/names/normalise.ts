import { scriptOf } from './script';

const MARKS = /[\p{M}\u0640\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/gu;
/** Both joiners keep two parts of one name apart: "حسن‌زاده". Folding turns them into a space. */
const GAPS = /[\s\u200B-\u200D\u2060\uFEFF_.,·\-‐-―−]+/g;
const APOSTROPHES = /['’‘‛`´ʼʻʿʾ′]/g;

const PERSIAN_LETTERS: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ئ: 'ی',
  ې: 'ی',
  ێ: 'ی',
  ۍ: 'ی',
  ے: 'ی',
  ك: 'ک',
  ڪ: 'ک',
  ګ: 'گ',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ۂ: 'ه',
  ۃ: 'ه',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ۆ: 'و',
  ۇ: 'و',
  ۋ: 'و',
  ڤ: 'و',
  ڕ: 'ر',
  ړ: 'ر',
  ڵ: 'ل',
  ڼ: 'ن',
  ټ: 'ت',
  ډ: 'د',
  ء: '',
};

const LATIN_LETTERS: Record<string, string> = {
  š: 'sh',
  ş: 'sh',
  ś: 'sh',
  ș: 'sh',
  ž: 'zh',
  č: 'ch',
  ç: 'ch',
  ğ: 'gh',
  ġ: 'gh',
  ḡ: 'gh',
  ḵ: 'kh',
  ḫ: 'kh',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'dh',
  þ: 'th',
  ə: 'a',
};

/**
 * Persian and Arabic letters in one spelling, marks gone (model.md A.1).
 * @returns words with one space between them
 */
export function foldPersian(text: string): string {
  const letters = text.normalize('NFKC').replace(MARKS, '').replace(APOSTROPHES, '');
  return [...letters]
    .map((letter) => PERSIAN_LETTERS[letter] ?? letter)
    .join('')
    .replace(GAPS, ' ')
    .trim();
}

/**
 * Latin letters without diacritics, in lower case (model.md A.2).
 * @returns words with one space between them; each apostrophe as ', because it parts the letters of a digraph ("Fat'hi")
 */
export function foldLatin(text: string): string {
  const lower = text.normalize('NFKC').replace(MARKS, '').toLowerCase().normalize('NFC');
  const letters = [...lower].map((letter) => LATIN_LETTERS[letter] ?? letter).join('');
  return letters
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(APOSTROPHES, "'")
    .replace(GAPS, ' ')
    .trim()
    .replace(/(^| )'+/g, '$1');
}

/**
 * The normal form by which two spellings in one writing are the same (R-ID-09): ی and ي, ک and ك, with or without
 * half-space, marks, capitals, hyphens. What is stored and shown stays as it was typed.
 * @returns letters and digits only, no gaps
 */
export function normaliseName(text: string): string {
  const folded = scriptOf(text) === 'LATIN' ? foldLatin(text) : foldLatin(foldPersian(text));
  return folded.replace(/[^\p{L}\p{N}]/gu, '');
}
