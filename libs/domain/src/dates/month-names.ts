import { normaliseName } from '../names/normalise';

const NAMES = {
  GREGORIAN: {
    en: 'January February March April May June July August September October November December',
    fa: 'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر',
  },
  JALALI: {
    en: 'Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand',
    fa: 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند',
  },
} as const;

/** The same months as people in other places, or in haste, write them. */
const FURTHER: readonly (readonly [calendar: keyof typeof NAMES, names: string])[] = [
  ['GREGORIAN', 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'],
  ['GREGORIAN', 'جنوری فبروری مارچ اپریل می جون جولای آگوست سپتمبر اکتوبر نومبر دسمبر'],
  ['JALALI', 'حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت'],
  ['JALALI', 'Farvardin Ordibehesht Khordaad Teer Amordad Shahrivar Mehr Abaan Azar Dei Bahman Esfand'],
];

export interface NamedMonth {
  readonly calendar: keyof typeof NAMES;
  readonly month: number;
}

const LISTS = [
  ...FURTHER,
  ...Object.entries(NAMES).flatMap(([calendar, { en, fa }]) => [
    [calendar, en],
    [calendar, fa],
  ]),
] as [NamedMonth['calendar'], string][];
const BY_NAME = new Map<string, NamedMonth>(
  LISTS.flatMap(([calendar, names]) =>
    names.split(' ').map((name, at): [string, NamedMonth] => [normaliseName(name), { calendar, month: at + 1 }]),
  ),
);

/** The name of a month, 1 to 12, in the reader's language. */
export function monthName(calendar: keyof typeof NAMES, month: number, locale: 'en' | 'fa'): string {
  return NAMES[calendar][locale].split(' ')[month - 1] ?? '';
}

/** The month that a word names, in English or Persian (also as written in Afghanistan), or null. */
export function monthNamed(word: string): NamedMonth | null {
  return BY_NAME.get(normaliseName(word)) ?? null;
}
