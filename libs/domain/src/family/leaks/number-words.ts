import { plainWord } from './plain-text';

/**
 * What a word adds to digits that are told one after the other: as many as it has (`digits`), and how many lower places stay open for
 * the words behind it (`room`): "twenty" has two and leaves one open, so that "twenty three" has two.
 */
export interface NumberWord {
  readonly digits: number;
  readonly room: number;
  /** As a number, where a clock or a calendar may need it. */
  readonly value: number;
}

const UNITS = [
  'zero oh زیرو null zéro zero صفر صفر nul',
  'one eins ein eine un une një nje یک يك واحد واحدة',
  'two zwei zwo deux dy دو اثنان اثنين إثنان اثنتان تنين',
  'three drei trois tre tri سه ثلاثة ثلاث تلاتة',
  'four vier quatre katër kater چهار چار أربعة أربع اربعة',
  'five fünf fuenf cinq pesë pese پنج خمسة خمس',
  'six sechs six gjashtë gjashte شش شیش ستة ست',
  'seven sieben sept shtatë shtate هفت سبعة سبع',
  'eight acht huit tetë tete هشت ثمانية ثمان ثماني تمنية',
  'nine neun nove neuf nëntë nente نه تسعة تسع',
];
const TEENS = [
  'ten zehn dix dhjetë ده عشرة عشر',
  'eleven elf onze njëmbëdhjetë یازده أحد‌عشر',
  'twelve zwölf zwoelf douze dymbëdhjetë دوازده اثناعشر',
  'thirteen dreizehn treize trembëdhjetë سیزده',
  'fourteen vierzehn quatorze katërmbëdhjetë چهارده',
  'fifteen fünfzehn fuenfzehn quinze pesëmbëdhjetë پانزده پونزده',
  'sixteen sechzehn seize gjashtëmbëdhjetë شانزده شونزده',
  'seventeen siebzehn shtatëmbëdhjetë هفده',
  'eighteen achtzehn tetëmbëdhjetë هجده هیجده',
  'nineteen neunzehn nëntëmbëdhjetë نوزده',
];
const TENS = [
  'twenty zwanzig vingt vingts njëzet بیست عشرون عشرين',
  'thirty dreißig dreissig trente tridhjetë سی ثلاثون ثلاثين',
  'forty vierzig quarante dyzet katërdhjetë چهل أربعون أربعين',
  'fifty fünfzig fuenfzig cinquante pesëdhjetë پنجاه خمسون خمسين',
  'sixty sechzig soixante gjashtëdhjetë شصت ستون ستين',
  'seventy siebzig septante shtatëdhjetë هفتاد سبعون سبعين',
  'eighty achtzig huitante tetëdhjetë هشتاد ثمانون ثمانين',
  'ninety neunzig nonante nëntëdhjetë نود تسعون تسعين',
];
const HUNDREDS = [
  'hundred hundert cent cents qind njëqind صد یکصد مئة مائة مية',
  'zweihundert dyqind دویست مئتان مئتين مائتين',
  'dreihundert treqind سیصد ثلاثمئة ثلاثمائة',
  'vierhundert katërqind چهارصد أربعمئة أربعمائة',
  'fünfhundert pesëqind پانصد پونصد خمسمئة خمسمائة',
  'sechshundert gjashtëqind ششصد شیشصد ستمئة ستمائة',
  'siebenhundert shtatëqind هفتصد سبعمئة سبعمائة',
  'achthundert tetëqind هشتصد ثمانمئة ثمانمائة',
  'neunhundert nëntëqind نهصد تسعمئة تسعمائة',
];
const THOUSANDS = ['thousand tausend mille mijë mije هزار ألف الف آلاف'];

const BOOK = new Map<string, NumberWord>();

const enter = (words: string, entry: NumberWord): void => {
  for (const word of words.split(' ')) if (!BOOK.has(plainWord(word))) BOOK.set(plainWord(word), entry);
};

UNITS.forEach((words, value) => enter(words, { digits: 1, room: 0, value }));
TEENS.forEach((words, at) => enter(words, { digits: 2, room: 0, value: 10 + at }));
TENS.forEach((words, at) => enter(words, { digits: 2, room: 1, value: 20 + at * 10 }));
HUNDREDS.forEach((words, at) => enter(words, { digits: 3, room: 2, value: 100 + at * 100 }));
THOUSANDS.forEach((words) => enter(words, { digits: 4, room: 3, value: 1000 }));

const GERMAN_UNITS = ['ein', 'zwei', 'zwo', 'drei', 'vier', 'fünf', 'fuenf', 'sechs', 'sieben', 'acht', 'neun'];
const GERMAN_TENS = ['zwanzig', 'dreißig', 'dreissig', 'vierzig', 'fünfzig', 'fuenfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig'];
for (const unit of GERMAN_UNITS) {
  enter(`${unit}hundert`, { digits: 3, room: 2, value: 100 });
  for (const ten of GERMAN_TENS) enter(`${unit}und${ten}`, { digits: 2, room: 0, value: valueOf(unit) + valueOf(ten) });
}

function valueOf(word: string): number {
  return BOOK.get(plainWord(word))?.value ?? 0;
}

const HUNDRED = plainWord('hundert');
const TWICE = new Set('double doppel doppelt triple dreifach دوبل مزدوج dyfish'.split(' ').map(plainWord));

/** Whether a word says that the next digit comes more than once. */
export const isTwice = (word: string): boolean => TWICE.has(word);

/** @param word from a plain text; also German compounds of hundreds ("dreihundertfünfzig") and Arabic words with و before them */
export function numberWord(word: string): NumberWord | null {
  const known = BOOK.get(word);
  if (known) return known;
  if (word.length > 30) return null;
  const cut = word.indexOf(HUNDRED);
  if (cut >= 0 && BOOK.has(word.slice(0, cut + HUNDRED.length)) && BOOK.has(word.slice(cut + HUNDRED.length)))
    return { digits: 3, room: 0, value: 0 };
  return word.startsWith('و') && word.length > 2 ? (BOOK.get(word.slice(1)) ?? null) : null;
}
