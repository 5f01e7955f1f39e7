import { foldLatin, foldPersian } from '../names/normalise';
import { scriptOf } from '../names/script';
import { latinDigits } from '../numbers/digits';

/** What several enquiries may share. */
export const ENQUIRY_MARKS = ['TELEPHONE', 'MAIL', 'WORDING'] as const;
export type EnquiryMark = (typeof ENQUIRY_MARKS)[number];

/** One thing by which two enquiries are compared, in one spelling; kept as a keyed token only. */
export interface Mark {
  kind: EnquiryMark;
  value: string;
}

export interface SaidByAsker {
  phone?: string | null;
  email?: string | null;
  words: string;
}

const [SHORTEST_NUMBER, TELLING_DIGITS, LEAST_WORDS] = [7, 9, 5];
const NUMBER = /\+?[0-9](?:[\s().\-/‐-―]{0,2}[0-9]){6,18}/gu;
const ADDRESS = /[^\s@<>(),;:]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{2,63}){1,5}/gu;
const SENTENCE_ENDS = /[.!?…؟۔;؛\n\r]+/u;
const NO_WORD = /[^\p{L}\p{N}\p{M}]+/u;

/** By what an enquiry is recognised beside others: telephones and addresses given or named in its words, and whole sentences of five words or more. */
export function marksOf({ phone, email, words }: SaidByAsker): Mark[] {
  const plain = latinDigits(words);
  const numbers = [latinDigits(phone ?? ''), ...(plain.match(NUMBER) ?? [])].flatMap(telephoneMark);
  const mails = [email ?? '', ...(words.match(ADDRESS) ?? [])].flatMap(mailMark);
  const sentences = plain.split(SENTENCE_ENDS).flatMap(wordingMark);
  const all = [...marked('TELEPHONE', numbers), ...marked('MAIL', mails), ...marked('WORDING', sentences)];
  return [...new Map(all.map((mark) => [`${mark.kind} ${mark.value}`, mark])).values()];
}

const marked = (kind: EnquiryMark, values: readonly string[]): Mark[] => values.map((value) => ({ kind, value }));

/** Its last nine digits: 0049, +49 and a leading 0 are the same number. */
function telephoneMark(number: string): string[] {
  const digits = number.replace(/[^0-9]/g, '');
  return digits.length < SHORTEST_NUMBER ? [] : [digits.slice(-TELLING_DIGITS)];
}

/** Small letters, without what is added behind a plus: it reaches the same mailbox. */
function mailMark(address: string): string[] {
  const [box = '', host = ''] = address.normalize('NFKC').trim().toLowerCase().split('@');
  return box && host ? [`${box.replace(/\+.*$/, '')}@${host}`] : [];
}

/** Its letters without blanks: «می خواهم», «می‌خواهم» and «میخواهم» are the same words (R-ID-09). */
function wordingMark(sentence: string): string[] {
  const words = sentence.normalize('NFKC').toLowerCase().split(NO_WORD).map(folded).filter(Boolean);
  return words.length < LEAST_WORDS ? [] : [words.join('')];
}

const folded = (word: string): string => (scriptOf(word) === 'LATIN' ? foldLatin(word) : foldPersian(word));
